//! The static page says everything the data hold, each thing in its place, and looks as it was last accepted.

use crate::common::{languages, library, source};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use shigoto_widgets::data::library::Library;
use shigoto_widgets::markup::{Style, kpi_groups};
use shigoto_widgets::model::groups::Grouping;
use shigoto_widgets::publish::kit::{ContentFolder, Kit};
use shigoto_widgets::publish::shown::{context, shadow};
use shigoto_widgets::publish::sink::Files;
use shigoto_widgets::publish::{facts, strategy};
use shigoto_widgets::widget::Kind;

/// Elements that start a line of a snapshot.
const BLOCKS: &str = " button canvas caption dd details div dl dt fieldset footer h2 h3 h4 header hgroup label legend li link \
    ol option p section select summary table tbody td th thead tr ul ";

fn json(file: &str) -> Value {
    serde_json::from_str(&crate::common::file(file)).unwrap()
}

fn items<'a>(value: &'a Value, name: &str) -> &'a Vec<Value> {
    value[name].as_array().unwrap_or_else(|| panic!("no {name} in {value}"))
}

fn string<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

/// A line for each block, so that a difference can be read.
fn readable(html: &str) -> String {
    let mut text = String::new();
    for (index, part) in html.split('<').enumerate() {
        let name: String = part.chars().take_while(char::is_ascii_alphanumeric).collect();
        let is_block = !name.is_empty() && BLOCKS.contains(&format!(" {name} "));
        text.push_str(if index == 0 {
            ""
        } else if is_block {
            "\n<"
        } else {
            "<"
        });
        text.push_str(part);
    }
    text.trim_start().to_owned() + "\n"
}

/// Where two texts part, for a short report.
fn difference(accepted: &str, found: &str) -> String {
    let short = |line: Option<&str>| line.unwrap_or("(nothing)").chars().take(160).collect::<String>();
    let mut pairs = (0..).map(|index| (index + 1, accepted.lines().nth(index), found.lines().nth(index)));
    let (number, old, new) = pairs.find(|(_, old, new)| old != new || old.is_none()).unwrap();
    format!("line {number}\n  - {}\n  + {}", short(old), short(new))
}

/// Pages without widgets, in the language of the data.
fn leaves(library: &Library) -> [(String, String); 4] {
    let (kit, mut files) = (Kit::default(), Files::default());
    let folder = ContentFolder { name: "content".to_owned(), languages: Vec::new(), rare: Vec::new() };
    strategy::write(library, languages(), &kit, &folder, 2024, &mut files);
    facts::write(library, languages(), &kit, &folder, &mut files).unwrap();
    ["strategy", "measure-1-1", "facts", "about"].map(|stem| {
        let name = source().file(stem);
        let page = String::from_utf8(files.get(&name).to_vec()).unwrap();
        (name, readable(&page))
    })
}

#[test]
fn widgets_and_pages_are_written_as_accepted() {
    let dir = PathBuf::from("tests/snapshots");
    let library = library();
    let widgets = Kind::ALL
        .map(|kind| (format!("{}.html", kind.name()), readable(&shadow(&library.dataset, source(), kind, 2024))));
    let found: Vec<_> = widgets.into_iter().chain(leaves(&library)).collect();
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        let _ = fs::remove_dir_all(&dir);
        fs::create_dir_all(&dir).unwrap();
        for (name, html) in &found {
            fs::write(dir.join(name), html).unwrap();
        }
    }
    let mut faults = Vec::new();
    for (name, html) in &found {
        let accepted = fs::read_to_string(dir.join(name)).unwrap_or_default();
        if accepted != *html {
            faults.push(format!("{name} differs in {}", difference(&accepted, html)));
        }
    }
    let files = fs::read_dir(&dir).into_iter().flatten().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let orphans = files.filter(|file| !found.iter().any(|(name, _)| name == file));
    faults.extend(orphans.map(|file| format!("tests/snapshots/{file} belongs to nothing")));
    assert!(
        faults.is_empty(),
        "{}\nAccept: UPDATE_SNAPSHOTS=1 cargo test --features native --test markup",
        faults.join("\n")
    );
}

/// What lies between each `start` and the `end` that follows it.
fn between<'a>(html: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    html.split(start).skip(1).map(|rest| rest.split(end).next().unwrap()).collect()
}

/// What a reader sees of a piece of HTML that may start within a tag.
fn text(html: &str) -> String {
    let parts = html.split('<').enumerate().map(|(index, part)| match part.split_once('>') {
        Some((_, text)) => text,
        None if index == 0 => part,
        None => "",
    });
    let text: String = parts.collect();
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn texts(html: &str, tag: &str) -> Vec<String> {
    between(html, &format!("<{tag} "), &format!("</{tag}>")).into_iter().map(text).collect()
}

/// The value of an attribute in the first tag that has it.
fn attribute<'a>(html: &'a str, name: &str) -> &'a str {
    html.split_once(&format!("{name}=\"")).unwrap().1.split('"').next().unwrap()
}

#[test]
fn every_quotient_stands_in_its_row_and_column() {
    let (html, lq) = (shadow(&library().dataset, source(), Kind::Lq, 2024), json("lq.json"));
    let cities: Vec<&str> = items(&lq, "cities").iter().map(|city| string(city, "name")).collect();
    let sheets = between(&html, "<section class=\"sheet", "</section>");
    let mut count = 0;
    assert_eq!(sheets.len(), 3);
    for (table, sheet) in items(&lq, "tables").iter().zip(sheets) {
        let base = attribute(sheet, "data-base");
        assert_eq!(base, string(table, "base"));
        let heading: Vec<String> =
            between(between(sheet, "<thead", "</thead>")[0], "<button", "</button>").into_iter().map(text).collect();
        assert_eq!(heading, cities, "columns of {base}");
        let rows = between(between(sheet, "<tbody>", "</tbody>")[0], "<tr", "</tr>");
        assert_eq!(rows.len(), items(table, "rows").len(), "rows of {base}");
        for (index, (row, own)) in rows.into_iter().zip(items(table, "rows")).enumerate() {
            let printed = items(own, "values").iter().map(|value| format!("{:.2}", value.as_f64().unwrap()));
            assert_eq!(attribute(row, "data-row"), index.to_string());
            assert_eq!(texts(row, "th"), [string(own, "industry")]);
            assert_eq!(texts(row, "td"), printed.collect::<Vec<_>>(), "{base} {index}");
            count += texts(row, "td").len();
        }
        let dots = between(sheet, "<li ", "</li>").into_iter().zip(items(table, "rows"));
        for (index, (dot, own)) in dots.enumerate() {
            assert_eq!(attribute(dot, "data-row"), index.to_string());
            let value = items(own, "values")[0].as_f64().unwrap();
            assert_eq!(text(dot), format!("{}{value:.2}", string(own, "industry")), "青森市 is chosen at first");
        }
    }
    assert_eq!(count, 392);
}

/// A level as printed: `1109980` is written `1,109,980`.
fn amount(kpi: &Value, level: &Value) -> String {
    let decimals = usize::try_from(kpi["decimals"].as_u64().unwrap()).unwrap();
    let plain = format!("{:.decimals$}", level.as_f64().unwrap());
    let whole = plain.split('.').next().unwrap().len();
    let mut amount = String::new();
    for (index, letter) in plain.char_indices() {
        amount.push_str(if (1..whole).contains(&index) && (whole - index) % 3 == 0 { "," } else { "" });
        amount.push(letter);
    }
    amount + string(kpi, "unit")
}

#[test]
fn pillars_say_what_the_strategy_says_of_their_kpis() {
    let (library, strategy) = (library(), json("strategy.json"));
    let context = context(&library.dataset, source(), Style::Brought, None, 2024);
    let groups = kpi_groups::of(&context, Grouping::Pillar);
    assert_eq!(groups.len(), items(&strategy, "pillars").len());
    for (group, pillar) in groups.iter().zip(items(&strategy, "pillars")) {
        let told = text(&kpi_groups::head(&context, group).into_string());
        let mut summary = items(pillar, "summary").iter().map(|sentence| string(sentence, "text"));
        assert!(told.contains(string(pillar, "name")) && summary.all(|sentence| told.contains(sentence)), "{told}");
    }
}

#[test]
fn every_kpi_stands_in_its_group_with_its_pillar_and_its_numbers() {
    let (html, kpis) = (shadow(&library().dataset, source(), Kind::Kpi, 2024), json("kpi.json"));
    let mut seen = Vec::new();
    for section in between(&html, "<section class=\"group\"", "</section>") {
        for card in between(section, "<li class=\"card\"", "</li>") {
            let id = attribute(card, "data-kpi");
            let kpi = items(&kpis, "kpis").iter().find(|kpi| string(kpi, "id") == id).expect(id);
            let places = items(kpi, "places");
            let home = string(&places[0], "measure");
            assert_eq!(home.split('-').next().unwrap(), attribute(card, "data-pillar"), "{id}");
            let period = string(&kpi["baseline"], "period");
            let told = text(between(card, "<dl>", "</dl>")[0]);
            let (baseline, target) = told.split_once("目標値").expect(&told);
            let level = amount(kpi, &kpi["baseline"]["value"]);
            let is_baseline = baseline.replacen(&format!("（{period}）"), "", 1) == format!("基準値{level}");
            assert!(is_baseline && target.starts_with(&amount(kpi, &kpi["target"]["value"])), "{id}: {told}");
            let told = text(card);
            let texts = [string(kpi, "name"), string(kpi, "definition"), string(kpi, "printed"), home];
            let notes = kpi["notes"].as_array().into_iter().flatten().map(|note| note.as_str().unwrap());
            let sections = string(&places[0]["source"], "section");
            let others = places.iter().skip(1).map(|place| string(place, "measure"));
            for part in texts.into_iter().chain(notes).chain([sections]).chain(others) {
                assert!(told.contains(part), "{id} lacks {part}");
            }
            seen.push(id);
        }
    }
    seen.sort_unstable();
    let mut expected: Vec<&str> = items(&kpis, "kpis").iter().map(|kpi| string(kpi, "id")).collect();
    expected.sort_unstable();
    assert_eq!((seen.len(), seen), (16, expected), "each once");
}

/// The text of each node of the matrix, by its code.
fn nodes(html: &str) -> Vec<(&str, String)> {
    let buttons = between(html, "<button type=\"button\" class=\"node\"", "</button>");
    buttons.into_iter().map(|button| (attribute(button, "data-code"), text(button))).collect()
}

#[test]
fn every_factor_strategy_and_issue_stands_once() {
    let (html, swot) = (shadow(&library().dataset, source(), Kind::Swot, 2024), json("swot.json"));
    let (whole, links) = (text(&html), json("links.json"));
    let mut expected = Vec::new();
    // What crosses, the inner side first, and where it leads.
    let sign = |factor: &str| factor.replace('S', "●S").replace('W', "■W").replace('O', "▲O").replace('T', "◆T");
    let issue_name = |code: &str| {
        let issue = items(&swot, "issues").iter().find(|issue| string(issue, "code") == code);
        string(issue.unwrap(), "name").to_owned()
    };
    let cross = |code: &str| {
        let from = items(&links, "factor_strategy").iter().filter(|link| string(link, "to") == code);
        let side = |letters: [char; 2]| {
            let own = from.clone().map(|link| string(link, "from")).filter(|factor| factor.starts_with(letters));
            own.map(sign).collect::<Vec<_>>().join(" ")
        };
        let to = items(&links, "strategy_issue").iter().filter(|link| string(link, "from") == code);
        let to: Vec<_> = to.map(|link| issue_name(string(link, "to"))).collect();
        format!("{} × {} → {}", side(['S', 'W']), side(['O', 'T']), to.join("・"))
    };
    for issue in items(&swot, "issues") {
        let (code, name, words) = (string(issue, "code"), string(issue, "name"), string(issue, "text"));
        let count = items(&links, "strategy_issue").iter().filter(|link| string(link, "to") == code).count();
        expected.push((code, format!("{name} {count}の方向から {words}")));
    }
    for letter in ["S", "W", "O", "T"] {
        for factor in items(&swot, "factors").iter().filter(|factor| string(factor, "code").starts_with(letter)) {
            let (code, name, note) = (string(factor, "code"), string(factor, "name"), string(factor, "matrix_note"));
            let note = if note.is_empty() { String::new() } else { format!("（{note}）") };
            expected.push((code, format!("{code} {name}{note}")));
            assert!(whole.contains(string(factor, "detail")), "{code} lacks its detail");
        }
    }
    for quadrant in items(&swot, "quadrants") {
        assert_eq!(whole.matches(string(quadrant, "heading")).count(), 1);
        for strategy in items(quadrant, "strategies") {
            let code = string(strategy, "code");
            expected.push((code, format!("{code} {} {}", string(strategy, "text"), cross(code))));
            assert!(whole.contains(string(strategy, "note")), "{code} lacks its note");
        }
    }
    assert_eq!(nodes(&html), expected);
}

#[test]
fn every_link_is_told_once_with_its_reason() {
    let (html, links, swot) =
        (shadow(&library().dataset, source(), Kind::Swot, 2024), json("links.json"), json("swot.json"));
    let whole = text(&html);
    let mut told: Vec<(&str, &str, String)> = between(&html, "<li data-from=", "</li>")
        .into_iter()
        .map(|link| (link.trim_start_matches('"').split('"').next().unwrap(), attribute(link, "data-to"), text(link)))
        .collect();
    for link in ["factor_strategy", "strategy_issue", "issue_measure"].iter().flat_map(|name| items(&links, name)) {
        let (from, to, reason) = (string(link, "from"), string(link, "to"), string(link, "reason"));
        let found = told.iter().position(|(start, end, _)| (*start, *end) == (from, to)).expect(reason);
        let (.., text) = told.remove(found);
        let name = |code| {
            let issue = items(&swot, "issues").iter().find(|issue| string(issue, "code") == code);
            issue.map_or(code, |issue| string(issue, "name"))
        };
        assert!(text.contains(name(from)) && text.contains(name(to)) && text.contains(reason), "{text}");
        assert_eq!(whole.matches(reason).count(), 1, "{reason}");
    }
    assert!(told.is_empty(), "{told:?}");
    assert_eq!(whole.matches(string(&links, "note")).count(), 1, "readers are told that the links are ours");
}

#[test]
fn no_widget_holds_code_style_or_an_id_twice() {
    for kind in Kind::ALL {
        let html = shadow(&library().dataset, source(), kind, 2024);
        let ids: Vec<&str> = html.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{ids:?}");
        for forbidden in ["<script", " style=\"", " onclick=\"", "<style", "javascript:"] {
            assert!(!html.contains(forbidden), "{forbidden} in {}", kind.name());
        }
    }
}
