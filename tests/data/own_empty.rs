//! What a CSV refuses as empty, a JSON of the same form refuses as well: by path, line and column, with a remedy.

use crate::common::library;

use shigoto_widgets::data::Dataset;
use shigoto_widgets::data::own;
use shigoto_widgets::error::FaultLang;

/// A file of quotients that holds no more than it must.
const LQ: &str = r#"{"reference_area": "全国", "focus_city": "aomori", "decimals": 2, "sector_note": "",
 "cities": [{"id": "aomori", "name": "青森市"}],
 "tables": [
  {"base": "output", "title": "", "formula": "", "city_period": "", "reference_period": "",
   "source": {"section": ""}, "labels": "sound",
   "rows": [{"industry": "農業", "values": [1]}]}]}"#;

const SWOT: &str = r#"{"source": {"section": ""},
 "factors": [{"code": "S-1", "name": "水", "source": {"section": ""}}],
 "quadrants": [{"code": "SO", "heading": "", "strategies": [
  {"code": "SO-1", "text": "水を売る", "source": {"section": ""}}]},
  {"code": "WO", "heading": "", "strategies": []}, {"code": "ST", "heading": "", "strategies": []},
  {"code": "WT", "heading": "", "strategies": []}],
 "issues": [{"code": "gx", "name": "水", "text": "", "source": {"section": ""}}]}"#;

fn ours() -> Dataset {
    library().dataset
}

/// The faults of a text in which `§` marks the place that must be told, each without that place.
fn told(marked: &str, path: &str, lang: FaultLang) -> Vec<String> {
    let before = marked.split('§').next().unwrap();
    let (line, column) = (before.lines().count(), before.lines().next_back().unwrap_or_default().chars().count() + 1);
    let place = format!("own.json:{line}:{column} ({path}) — ");
    let faults = own::read("own.json", &marked.replace('§', ""), &ours()).expect_err(path);
    let lines = faults.iter().map(|fault| fault.line(lang));
    lines.map(|line| line.strip_prefix(&place).map_or(line.clone(), str::to_owned)).collect()
}

/// `text` with `old`, which stands in it once, changed.
fn with(text: &str, old: &str, new: &str) -> String {
    assert_eq!(text.matches(old).count(), 1, "{old}");
    text.replace(old, new)
}

#[test]
fn what_is_not_empty_is_taken() {
    for text in [LQ, SWOT] {
        own::read("own.json", text, &ours()).unwrap();
    }
}

#[test]
fn an_empty_list_is_told_by_its_place() {
    let rows = r#"[{"industry": "農業", "values": [1]}]"#;
    let quadrants = r#""quadrants": [{"code": "SO", "heading": "", "strategies": []},
 {"code": "WO", "heading": "", "strategies": []}, {"code": "ST", "heading": "", "strategies": []},
 {"code": "WT", "heading": "", "strategies": []}]"#;
    let only = format!(r#"{{"source": {{"section": ""}}, "factors": §[], {quadrants}, "issues": []}}"#);
    for (text, path) in [
        ("{\n \"kpis\": §[]}".to_owned(), "kpis"),
        (with(LQ, rows, "§[]"), "tables[0].rows"),
        (with(&with(LQ, "[1]", "[]"), r#"[{"id": "aomori", "name": "青森市"}]"#, "§[]"), "cities"),
        (LQ.split("[\n").next().unwrap().to_owned() + "§[]}", "tables"),
        (only, "factors"),
    ] {
        let (en, ja) = (told(&text, path, FaultLang::En), told(&text, path, FaultLang::Ja));
        assert_eq!(en, ["holds no record — write at least one record, as in the published file"], "{path}");
        assert_eq!(ja, ["1件も書かれていません — 公開データと同じ形で、1件以上書いてください"], "{path}");
    }
}

#[test]
fn an_empty_text_is_told_by_its_place() {
    let kpi = crate::common::file("kpi.json");
    for (text, path) in [
        (kpi.replacen(r#""name": ""#, r#""name": §"", "printed": ""#, 1), "kpis[0].name"),
        (with(LQ, r#""青森市""#, r#"§"　""#), "cities[0].name"),
        (with(LQ, r#""青森市""#, r#""青森市", "prefecture": §" ""#), "cities[0].prefecture"),
        (with(SWOT, r#""水", "source""#, r#"§"", "source""#), "factors[0].name"),
        (with(SWOT, r#""水を売る""#, r#"§"\t""#), "quadrants[0].strategies[0].text"),
        (with(SWOT, r#""水", "text": """#, r#"§"", "text": "文""#), "issues[0].name"),
    ] {
        assert_eq!(told(&text, path, FaultLang::En), ["is empty — fill it in"], "{path}");
        assert_eq!(told(&text, path, FaultLang::Ja), ["空欄です — 記入してください"], "{path}");
    }
}

#[test]
fn every_quadrant_stands_once_even_if_it_is_empty() {
    let all = ["SO", "WO", "ST", "WT"];
    for missing in all {
        let left = all.iter().filter(|code| **code != missing);
        let records: Vec<String> =
            left.map(|code| format!(r#"{{"code": "{code}", "heading": "", "strategies": []}}"#)).collect();
        let factor = r#"{"code": "S-1", "name": "水", "source": {"section": ""}}"#;
        let text = format!(
            r#"{{"source": {{"section": ""}}, "factors": [{factor}], "quadrants": §[{}], "issues": []}}"#,
            records.join(", ")
        );
        let told = told(&text, "quadrants", FaultLang::En);
        let expected =
            format!("quadrant {missing} is missing — add it, with an empty list of strategies where there are none");
        assert_eq!(told, [expected]);
    }
}
