//! Stylesheets without what only their readers need.

/// Drops comments, indentation, line ends and needless spaces of a stylesheet of ours; strings in it hold none of these.
/// Within `calc()` a plus or minus needs its spaces, before a colon one divides selectors.
pub fn compact(css: &str) -> String {
    let mut text = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, tail)| tail);
    }
    text.push_str(rest);
    let text = text.lines().map(str::trim).collect::<Vec<_>>().concat();
    let marks = [" {", "{ ", " }", "} ", "; ", ": ", ", ", " > ", " * ", " / ", " !important"];
    let text = marks.into_iter().fold(text, |text, mark| text.replace(mark, mark.trim()));
    text.replace(";}", "}").replace(" 0.", " .").replace(":0.", ":.").replace("(0.", "(.")
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn rules_keep_their_sense_without_spaces() {
        let css = "/* why */\n.a :is(b, i) > u {\n  margin: 0 0.5em calc(2 * var(--u) + 1px) !important;\n}\n.b { width: 1px; }\n";
        let said = ".a :is(b,i)>u{margin:0 .5em calc(2*var(--u) + 1px)!important}.b{width:1px}";
        assert_eq!(compact(css), said);
        assert_eq!(compact("[a=\"b\"] ~ i, x:not(.y) { grid-area: 1 / 2; }"), "[a=\"b\"] ~ i,x:not(.y){grid-area:1/2}");
    }
}
