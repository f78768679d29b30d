//! Faults in JSON are told by the line, the column and the path of where the offending value starts.

use shigoto_widgets::data::decode::{FromJson, decode};
use shigoto_widgets::data::json::{Position, read};
use shigoto_widgets::data::kpi::Kpi;
use shigoto_widgets::data::links::Link;
use shigoto_widgets::data::lq::City;
use shigoto_widgets::data::provenance::Source;
use shigoto_widgets::id::{FactorCode, StrategyCode};

/// The text without its mark `¦`, and where the mark stood.
fn unmarked(text: &str) -> (String, Position) {
    let (before, after) = text.split_once('¦').unwrap_or_else(|| panic!("no mark in {text}"));
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
    (before.to_owned() + after, Position { line, column })
}

/// The text as written, with the line ends of Windows, and after further lines of Japanese.
fn variants(text: &str) -> [String; 3] {
    [text.to_owned(), text.replace('\n', "\r\n"), format!("\n\r\n \t{text}")]
}

#[test]
fn syntax_faults_are_told_where_they_lie() {
    for (text, expected) in [
        ("¦", "a value"),
        ("{\n  \"青森\": ¦}", "a value"),
        ("[1,\n 2,\n¦]", "a value"),
        ("[1,\n  ¦,2]", "a value"),
        ("[\"青森市\", ¦nil]", "a value"),
        ("[¦'a']", "a value"),
        ("[¦// why\n1]", "a value"),
        ("[¦NaN]", "a value"),
        ("[¦+1]", "a value"),
        ("[¦.5]", "a value"),
        ("[¦０]", "a value"),
        ("[¦Null]", "a value"),
        ("[1\n  ¦2]", "`,` or `]`"),
        ("[1\n¦", "`,` or `]`"),
        ("[1¦}", "`,` or `]`"),
        ("[true¦e]", "`,` or `]`"),
        ("{\"a\": 1\n  ¦\"b\": 2}", "`,` or `}`"),
        ("{\"青\": {\"b\": 2¦", "`,` or `}`"),
        ("{\n  ¦a: 1}", "a field name in quotes"),
        ("{\"a\": 1,\n¦}", "a field name in quotes"),
        ("{\n¦", "a field name in quotes"),
        ("{\"a\" ¦1}", "`:`"),
        ("{\"a\"\n¦}", "`:`"),
        ("[\"青森¦\n\"]", "a closing `\"`"),
        ("[\"tab ¦\t\"]", "a closing `\"`"),
        ("[\"青森\", \"弘前]¦", "a closing `\"`"),
        ("[\"青\\¦x\"]", "an escape such as \\n or \\u3042"),
        ("[\"\\¦u12g4\"]", "an escape such as \\n or \\u3042"),
        ("[\"\\¦uD83D\"]", "an escape such as \\n or \\u3042"),
        ("[\"\\¦uD83D\\u0041\"]", "an escape such as \\n or \\u3042"),
        ("[\"\\¦uDE00\"]", "an escape such as \\n or \\u3042"),
        ("[\"\\¦u+123\"]", "an escape such as \\n or \\u3042"),
        ("[\"\\¦", "an escape such as \\n or \\u3042"),
        ("[1, ¦-]", "a number of at most 15 digits"),
        ("[1, ¦01]", "a number of at most 15 digits"),
        ("[1, ¦-00]", "a number of at most 15 digits"),
        ("[1, ¦1.]", "a number of at most 15 digits"),
        ("[1, ¦1.e5]", "a number of at most 15 digits"),
        ("[1, ¦1e]", "a number of at most 15 digits"),
        ("[1, ¦1e+]", "a number of at most 15 digits"),
        ("[1, ¦1e+-1]", "a number of at most 15 digits"),
        ("[1, ¦1e23]", "a number of at most 15 digits"),
        ("[1, ¦1e-23]", "a number of at most 15 digits"),
        ("[1, ¦1e999]", "a number of at most 15 digits"),
        ("[1, ¦1e99999999999999999999]", "a number of at most 15 digits"),
        ("[1, ¦1234567890123456]", "a number of at most 15 digits"),
        ("[1, ¦0.1234567890123456]", "a number of at most 15 digits"),
        ("[1, ¦100000000000000000000000000000000]", "a number of at most 15 digits"),
        ("[1]\n¦[", "the end of the file"),
        ("{}¦\u{feff}", "the end of the file"),
        ("[]¦\u{a0}", "the end of the file"),
        ("[]¦\0", "the end of the file"),
    ] {
        for text in variants(text) {
            let (text, position) = unmarked(&text);
            let fault = read(&text).expect_err(&text);
            assert_eq!((fault.position, fault.expected), (position, expected), "{text}");
        }
    }
}

#[test]
fn brackets_nest_as_deep_as_allowed_and_no_deeper() {
    let nested = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    assert!(read(&nested(32)).is_ok());
    assert_eq!(read(&nested(33)).unwrap_err().expected, "less deeply nested brackets");
    for opening in ["[", "{\"a\":", "[{\"青\": [\n"] {
        let fault = read(&opening.repeat(1_000_000)).unwrap_err();
        assert_eq!(fault.expected, "less deeply nested brackets", "a stack must not overflow");
    }
}

/// Decodes every variant of a marked text; the fault starts with the mark's place and what follows it.
fn check<T: FromJson>(text: &str, told: &str) {
    for text in variants(text) {
        let (text, Position { line, column }) = unmarked(&text);
        let Err(fault) = decode::<T>("some.json", &text) else { panic!("taken: {text}") };
        let fault = fault.to_string();
        assert!(fault.starts_with(&format!("some.json:{line}:{column} {told} — ")), "{fault}");
    }
}

#[test]
fn misfits_are_told_where_the_value_starts() {
    check::<Vec<City>>("¦{}", "— expected a list");
    check::<Vec<City>>("[\n  ¦3]", "([0]) — expected an object");
    check::<Vec<City>>(
        "[{\"id\": \"a\", \"name\": \"青森\"},\n {\"id\": \"b\", \"name\": ¦1}]",
        "([1].name) — expected a string",
    );
    check::<Vec<City>>(
        "[{\"id\": ¦\"青森\", \"name\": \"青森\"}]",
        "([0].id) — `青森` is not a city id (lower-case letters, digits, hyphens)",
    );
    check::<Vec<City>>(
        "[{\"name\": \"青森\",\n \"nome\": ¦[1], \"id\": 1}]",
        "([0].nome) — unknown field `nome`, expected one of id, name, prefecture",
    );
    check::<Vec<City>>("[{\"id\": \"a\", \"name\": \"b\",\n \"id\": ¦\"c\"}]", "([0].id) — field `id` stands twice");
    check::<Vec<City>>(
        "[{\"\\u0069d\": \"a\", \"name\": \"b\", \"id\": ¦\"c\"}]",
        "([0].id) — field `id` stands twice",
    );
    check::<Vec<City>>("[{\"id\": \"a\", \"name\": \"b\"},\n ¦{\"id\": \"c\"}]", "([1]) — missing field `name`");
    check::<Source>("{\"section\": \"資料編\", \"page\": ¦-1}", "(page) — expected a whole number in range");
    check::<Source>("{\"section\": \"資料編\", \"page\": ¦65536}", "(page) — expected a whole number in range");
    check::<Source>("{\"section\": \"資料編\", \"page\": ¦1.5}", "(page) — expected a whole number in range");
    check::<Source>("{\"page\": ¦\"1\", \"section\": \"資料編\"}", "(page) — expected a number");
    check::<Source>("{\"section\": ¦null}", "(section) — expected a string");
    check::<Link<FactorCode, StrategyCode>>(
        "{\"from\": \"S-1\", \"to\": ¦\"SX-1\", \"reason\": \"\"}",
        "(to) — `SX-1` is not a strategy's code such as SO-1",
    );
    check::<[u8; 2]>("¦[1, 2, 3]", "— expected another number of entries");
    check::<Vec<bool>>("[true, ¦0]", "([1]) — expected true or false");
    check::<Vec<Vec<f64>>>("[[], [1],\n [2, 3, ¦null]]", "([2][2]) — expected a number");
    check::<Vec<Kpi>>("[\n¦[]]", "([0]) — expected an object");
    check::<Vec<City>>("[{\"id\": \"a\", \"name\": \"青\"}¦", "— expected `,` or `]`");
}

#[test]
fn a_byte_order_mark_and_missing_fields_are_taken() {
    let source: Source = decode("some.json", "\u{feff}{\"section\": \"資料編\"}").unwrap();
    assert_eq!((source.section.as_str(), source.page), ("資料編", None));
    let source: Source = decode("some.json", "{\"page\": null, \"section\": \"\"}\r\n").unwrap();
    assert_eq!((source.section.as_str(), source.page), ("", None));
    let fault = decode::<Source>("some.json", "\u{feff}{\"section\": 1}").unwrap_err();
    assert!(fault.to_string().starts_with("some.json:1:13 (section) — "), "the mark is no column: {fault}");
}
