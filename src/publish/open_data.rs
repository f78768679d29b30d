//! The open data: CSV in UTF-8 with BOM and CRLF, numbers as printed without thousands separators.

use crate::data::actuals::COLUMNS;
use crate::data::check::Library;
use crate::data::own;
use crate::data::sheet::starts_formula;
use crate::id::KpiId;
use crate::locale::{decimals_of, fixed};

/// Every CSV by file name.
pub fn all(library: &Library) -> [(&'static str, String); 4] {
    [
        ("lq.csv", lq(library)),
        ("kpi.csv", kpi(library)),
        ("kpi_actuals.csv", actuals(library)),
        ("swot.csv", swot(library)),
    ]
}

/// One record with its line end. What a spreadsheet would take for a formula is made text.
fn record<'a>(fields: impl IntoIterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = fields.into_iter().map(quote).collect();
    quoted.join(",") + "\r\n"
}

fn quote(field: &str) -> String {
    let field = if starts_formula(field) && !is_number(field) { format!("'{field}") } else { field.to_owned() };
    // Readers leave out spaces round a field unless it is quoted.
    let is_quoted = field.contains(['"', ',', '\r', '\n']) || field.trim() != field;
    if is_quoted { format!("\"{}\"", field.replace('"', "\"\"")) } else { field }
}

/// Digits with at most one point among them and a minus before: nothing a spreadsheet would carry out.
fn is_number(field: &str) -> bool {
    let (whole, rest) = field.split_once('.').unwrap_or((field, "0"));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_digits(whole.strip_prefix('-').unwrap_or(whole)) && is_digits(rest)
}

const BOM: &str = "\u{feff}";

fn lq(library: &Library) -> String {
    let data = &library.dataset.lq;
    let mut text = BOM.to_owned() + &record(own::lq::COLUMNS);
    for table in &data.tables {
        for row in &table.rows {
            for (city, value) in data.cities.iter().zip(&row.values) {
                let value = fixed(*value, data.decimals);
                text += &record([table.base.as_str(), row.industry.as_str(), &city.name, &value]);
            }
        }
    }
    text
}

/// Pillars and measures by number, as in the attributes and in `strategy.json`.
fn kpi(library: &Library) -> String {
    let mut text = BOM.to_owned() + &record(own::kpi::COLUMNS);
    for kpi in &library.dataset.kpi.kpis {
        let pillar = kpi.home().map(|measure| measure.pillar().to_string()).unwrap_or_default();
        text += &record([
            kpi.id.as_str(),
            &pillar,
            kpi.home().map_or("", |measure| measure.as_str()),
            &kpi.name,
            &kpi.unit,
            kpi.kind.as_str(),
            &fixed(kpi.baseline.value, kpi.decimals),
            &kpi.baseline.period.to_string(),
            &fixed(kpi.target.value, kpi.decimals),
        ]);
    }
    text
}

fn actuals(library: &Library) -> String {
    let decimals = |id: &KpiId| library.dataset.kpi.kpis.iter().find(|kpi| kpi.id == *id).map_or(0, |kpi| kpi.decimals);
    let mut text = BOM.to_owned() + &record(COLUMNS);
    for actual in &library.dataset.actuals {
        let value = fixed(actual.value, decimals_of(actual.value, decimals(&actual.id)));
        text += &record([actual.id.as_str(), &actual.period.to_string(), &value, &actual.source, &actual.note]);
    }
    text
}

fn swot(library: &Library) -> String {
    let data = &library.dataset.swot;
    let mut text = BOM.to_owned() + &record(own::swot::COLUMNS);
    for factor in &data.factors {
        let note = factor.matrix_note.as_ref().map(|note| format!("（{note}）")).unwrap_or_default();
        text +=
            &record([&factor.code.to_string(), own::swot::kind_word(factor.code.kind), &(factor.name.clone() + &note)]);
    }
    for strategy in data.quadrants.iter().flat_map(|quadrant| &quadrant.strategies) {
        text += &record([&strategy.code.to_string(), "strategy", &strategy.text]);
    }
    for issue in &data.issues {
        text += &record([issue.code.as_str(), "issue", &format!("{}　{}", issue.name, issue.text)]);
    }
    text
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use super::{quote, record};
    use crate::data::own;
    use crate::data::sheet::Sheet;

    #[test]
    fn fields_are_quoted_and_formulas_made_text() {
        assert_eq!(quote("a,b"), "\"a,b\"");
        assert_eq!(quote("say \"x\""), "\"say \"\"x\"\"\"");
        assert_eq!(quote(" a"), "\" a\"");
        for text in ["=HYPERLINK(1)", "+1+1", "@SUM(A1)", "-inf", "-1e5", "-1+1", "＝1", "'=1", "+81"] {
            assert_eq!(quote(text), format!("'{text}"));
        }
        assert_eq!(quote("\t=1"), "'\t=1");
        for text in ["\r=1", "\n=1"] {
            assert_eq!(quote(text), format!("\"'{text}\""));
        }
        for text in ["-723", "0.5", "-0.5", "'quoted'", "a=b", "青森市"] {
            assert_eq!(quote(text), text);
        }
        assert_eq!(record(["1", "青森市"]), "1,青森市\r\n");
    }

    proptest::proptest! {
        #[test]
        fn every_text_comes_back_as_it_was(
            texts in proptest::collection::vec("[-=+@'\t\r\n\", 0-9.＝－青]{0,5}", 3),
        ) {
            let header = record(own::swot::COLUMNS);
            let text = header + &record(texts.iter().map(String::as_str));
            let mut sheet = Sheet::open("x.csv", &text, &[&own::swot::COLUMNS]).unwrap();
            // Blank rows are left out on reading.
            proptest::prop_assume!(texts.iter().any(|text| !text.trim().is_empty()));
            proptest::prop_assert!(sheet.advance());
            let read: Vec<Option<String>> = (1..=3).map(|column| sheet.text(column)).collect();
            proptest::prop_assert!(texts.into_iter().map(Some).eq(read));
        }

        #[test]
        fn no_cell_is_carried_out(text in "\\PC{0,4}") {
            let cell = quote(&text);
            let shown = cell.trim_start_matches('"');
            proptest::prop_assert!(super::is_number(&text) || !shown.starts_with(['=', '+', '-', '@', '\t', '\r']));
        }
    }
}
