//! Every kind of fault says what is wrong and what to do, in both languages.

use crate::japanese::is_japanese;
use shigoto_widgets::data::json;
use shigoto_widgets::error::{
    Expected, Fault, FaultKind, FaultLang, IdError, OtherHeader, Place, QuoteFault, Refusal, Words,
};

fn kinds() -> Vec<FaultKind> {
    use FaultKind as K;
    let text = || "x y".to_owned();
    let found_expected = [
        K::Length { found: 1, expected: 2 },
        K::FieldCount { found: 1, expected: 2 },
        K::TooLong { found: 2, most: 1 },
        K::TooMany { found: 2, most: 1 },
        K::TooLarge { bytes: 2, most: 1 },
        K::OutOfRange { value: "2".to_owned(), range: "0 … 1".to_owned() },
    ];
    let whole =
        [K::Encoding, K::Empty, K::NoRecords, K::WebPage, K::Workbook, K::Archive, K::Pdf, K::Blank, K::More(3)];
    let named = [
        K::Missing,
        K::UnknownField { name: text(), known: "id, name".to_owned() },
        K::RepeatedField(text()),
        K::MissingField(text()),
        K::UnknownForm(Words::new("why", "理由")),
        K::Header(Box::new(OtherHeader {
            found: Words::new("why", "理由"),
            form: "id,period".to_owned(),
            row: ["x,FY2024", "x,2024年度"],
        })),
        K::Control('\u{1}'),
        K::BelowZero("-1".to_owned()),
        K::Spelling { found: text(), meant: "S-1".to_owned() },
        K::Dated(text()),
        K::OpenPeriod { found: text(), fiscal: 2023, calendar: 2024 },
        K::Repeated { count: 4, first: text() },
        K::MissingQuadrant("SO"),
        K::Separator(';'),
        K::NotNumber(text()),
        K::AmbiguousNumber(text()),
        K::LongNumber { text: text(), most_decimals: 12 },
        K::NotValue(text()),
        K::Duplicate(text()),
        K::Dangling(text()),
        K::Contradiction(Words::new("why", "理由")),
    ];
    let quotes = [QuoteFault::Inside, QuoteFault::After, QuoteFault::Unclosed].map(K::Quote);
    let syntax = ["", "[1]x", "[1", "{\"a\":1", "{a", "{\"a\"1", "[\"", "[\"\\x\"]", "[1e99]"]
        .map(|text| K::Syntax(json::read(text).unwrap_err().expected));
    let deep = K::Syntax(json::read(&"[".repeat(99)).unwrap_err().expected);
    let expected = [
        Expected::Object,
        Expected::List,
        Expected::Entries,
        Expected::Text,
        Expected::Bool,
        Expected::Number,
        Expected::Whole,
        Expected::CityId,
        Expected::KpiId,
        Expected::MeasureId,
        Expected::IssueCode,
        Expected::Industry,
        Expected::Base,
        Expected::Quadrant,
        Expected::FactorCode,
        Expected::StrategyCode,
        Expected::KpiKind,
        Expected::Period,
        Expected::Labels,
        Expected::Actor,
        Expected::NodeCode,
        Expected::NodeKind,
    ];
    let misfits = expected.into_iter().flat_map(|e| [K::Expected(e), K::NotA(IdError::new("x y", e))]);
    let all = found_expected.into_iter().chain(whole).chain(named).chain(quotes).chain(syntax).chain([deep]);
    all.chain(misfits).collect()
}

#[test]
fn every_kind_is_told_in_both_languages() {
    for kind in kinds() {
        let place = Place::Text { line: 3, column: 2, path: "value".to_owned() };
        let fault = Fault { file: "own.csv".to_owned(), place, kind };
        let (en, ja) = (fault.message(FaultLang::En), fault.message(FaultLang::Ja));
        assert!(is_japanese(&ja) && !ja.is_ascii(), "{ja}");
        assert!(!is_japanese(&en), "{en}");
        assert!(!ja.contains("別の文字"), "a syntax fault without Japanese: {en}");
        for message in [&en, &ja] {
            let parts: Vec<&str> = message.split(" — ").collect();
            assert!(parts.len() == 2 && parts.iter().all(|part| part.trim().len() >= 3), "{message}");
            assert_eq!(
                fault.line(if message == &en { FaultLang::En } else { FaultLang::Ja }),
                format!("own.csv:3:2 (value) — {message}")
            );
        }
        assert_eq!((fault.line_number(), fault.column(), fault.path()), (Some(3), Some(2), "value"));
    }
    let fault = Fault::at("a.json", "b[0]", FaultKind::Empty);
    assert_eq!((fault.line_number(), fault.column(), fault.path()), (None, None, "b[0]"));
}

#[test]
fn a_fault_is_one_legible_line() {
    let hostile = "\u{202e}a\nb\u{2066}".to_owned() + &"長".repeat(10_000);
    let line = Fault::at("a.csv\u{202d}", "x\ny", FaultKind::NotNumber(hostile)).line(FaultLang::Ja);
    assert!(line.starts_with("a.csv␣:x␤y — 「␣a␤b␣長長") && line.contains("長…」は"), "{line}");
    assert!(line.chars().count() < 150, "{line}");
}

/// What stands in a text besides what is quoted in 「」 and the words that have a reading.
fn unread(text: &str) -> String {
    let (mut rest, mut depth) = (String::new(), 0_usize);
    for letter in text.chars() {
        depth += usize::from(letter == '「' || letter == '{');
        rest.extend((depth == 0).then_some(letter));
        depth -= usize::from((letter == '」' || letter == '}') && depth > 0);
    }
    rest
}

#[test]
fn every_kind_is_told_in_easy_japanese_with_readings() {
    let refusal =
        Refusal { found: Words::new("x", "理由"), needed: Words::new("x", "次の行のように「産業,A市」") };
    for kind in kinds().into_iter().chain([FaultKind::Unrecognised(Box::new(refusal))]) {
        let place = Place::Text { line: 3, column: 2, path: "B3 目標値".to_owned() };
        let told = Fault { file: "own.csv".to_owned(), place, kind }.easy();
        assert!(told.starts_with("own.csv（B3）：") && told.ends_with(['。', '」']), "{told}");
        let plain = unread(&told);
        assert!(!plain.chars().any(|letter| ('一'..='龠').contains(&letter)), "without a reading: {plain}");
        assert!(is_japanese(&plain.replace("own", "")), "{plain}");
    }
    let at = |line, path: &str| Place::Text { line, column: 1, path: path.to_owned() };
    let told = |place| Fault { file: "a.csv".to_owned(), place, kind: FaultKind::Blank }.easy();
    assert!(told(at(1, "")).starts_with("a.csv：{何|なに}も"));
    assert!(told(at(4, "name")).starts_with("a.csv（4{行目|ぎょうめ}、{左|ひだり}から1{番目|ばんめ}）："));
}
