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
mod tests {
    use super::{pasted, quote, record};

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
        for text in ["-723", "0.5", "-0.5", "'quoted'", "a=b", "日の出市"] {
            assert_eq!(quote(text), text);
        }
        assert_eq!(record(["1", "日の出市"]), "1,日の出市\r\n");
        assert_eq!(pasted(["=1", "a\tb\n", "\"c", "-2"]), "'=1\ta b \t\"\"\"c\"\t-2\r\n");
    }
}
