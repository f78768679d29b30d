//! Cells written for a spreadsheet: it takes them for what they are, and carries nothing out.

use super::sheet::starts_formula;

/// What tells Excel that a file is UTF-8.
pub const BOM: &str = "\u{feff}";

/// One record with its line end. What a spreadsheet would take for a formula is made text.
pub fn record<'a>(fields: impl IntoIterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = fields.into_iter().map(quote).collect();
    quoted.join(",") + "\r\n"
}

/// A text that no spreadsheet takes for a formula.
fn harmless(field: &str) -> String {
    if starts_formula(field) && !is_number(field) { format!("'{field}") } else { field.to_owned() }
}

/// One record as it is pasted: cells apart by tabs, none of them over several lines.
pub fn pasted<'a>(fields: impl IntoIterator<Item = &'a str>) -> String {
    let cell = |field: &str| {
        let field = harmless(field).replace(['\t', '\r', '\n'], " ");
        // A quotation mark at its start would open a cell over several lines.
        if field.contains('"') { format!("\"{}\"", field.replace('"', "\"\"")) } else { field }
    };
    fields.into_iter().map(cell).collect::<Vec<_>>().join("\t") + "\r\n"
}

fn quote(field: &str) -> String {
    let field = harmless(field);
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

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use super::{pasted, quote, record};
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
        assert_eq!(pasted(["=1", "a\tb\n", "\"c", "-2"]), "'=1\ta b \t\"\"\"c\"\t-2\r\n");
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
