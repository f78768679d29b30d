//! What is taken home: the cells are the data's own, no text leaves its picture, every picture says what it rests on.

use crate::common::{languages, library, source};

use shigoto_widgets::data::cells::record;
use shigoto_widgets::data::sheet::Sheet;
use shigoto_widgets::data::{Dataset, own};
use shigoto_widgets::figure::theme::{CONTRAST, DARK, LIGHT};
use shigoto_widgets::id::Base;
use shigoto_widgets::locale::ruby;
use shigoto_widgets::locale::{Key, Lang, fixed};
use shigoto_widgets::model::fiscal::Day;
use shigoto_widgets::picture::{Look, width_em};
use shigoto_widgets::takeaway::{Occasion, Takeaway, file_stem, table};
use shigoto_widgets::widget::Widget as _;
use shigoto_widgets::widget::{kpi, lq, swot};

const DAY: Day = Day { year: 2026, month: 11, day: 24 };
const LINK: &str = "https://example.jp/#lq?base=output";

fn original() -> Dataset {
    library().dataset
}

/// States of a widget by the values of one attribute each, and a few together.
fn lq_states(data: &Dataset) -> Vec<lq::State> {
    let queries = [
        "",
        "view=table",
        "view=dots",
        "view=quadrant",
        "view=quadrant&industry=情報通信業",
        "base=establishments",
        "base=establishments&reading=reread&view=dots",
        "base=employees&sort=hachinohe:asc",
        "base=employees&sort=sector",
        "view=compare",
        "view=compare&base=establishments",
        "view=compare&base=establishments&reading=reread&city=akita&with=fukushima",
        "city=fukushima&sort=aomori:desc",
        "industry=情報通信業",
        "base=establishments&industry=建設業",
    ];
    queries
        .map(|query| {
            let mut state = lq::State::new(&data.lq);
            for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
                assert_eq!(state.set_attribute(data, name, Some(value)).fault, None);
            }
            state
        })
        .into()
}

fn kpi_states(data: &Dataset) -> Vec<kpi::State> {
    let queries = [
        "",
        "view=gauge",
        "view=bullet",
        "view=trajectory",
        "pillar=2",
        "view=report",
        "view=report&group=pillar&pillar=3",
        "pillar=5&view=bullet&year=2033",
        "pillar=1&view=trajectory",
    ];
    queries
        .map(|query| {
            let mut state = kpi::State::new(data, 2026);
            for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
                assert_eq!(state.set_attribute(data, name, Some(value)).fault, None);
            }
            state
        })
        .into()
}

fn swot_states() -> Vec<swot::State> {
    let select = ["S-1", "O-4", "WO-2", "DX", "marketing"].map(|code| Some(code.parse().unwrap()));
    let states = select.into_iter().chain([None]);
    states.map(|select| swot::State { select, ..swot::State::default() }).collect()
}

/// Everything there is to take, in a language.
fn each(lang: Lang, mut act: impl FnMut(&dyn Takeaway, &Dataset)) {
    let data = if lang == source() { original() } else { lang.translated(&original()) };
    for state in &lq_states(&data) {
        act(state, &data);
    }
    for state in &kpi_states(&data) {
        act(state, &data);
    }
    for state in &swot_states() {
        act(state, &data);
    }
}

fn cells(shown: &dyn Takeaway, data: &Dataset, lang: Lang) -> Vec<Vec<String>> {
    let text = table(shown, data, lang, Occasion { day: DAY, link: LINK }).csv();
    assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n") && !text.replace("\r\n", "").contains('\r'));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Attribute of an SVG element's opening tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split_once(&format!(" {name}=\""))?.1.split_once('"').map(|(value, _)| value)
}

#[test]
fn no_word_leaves_its_picture_and_every_picture_says_what_it_rests_on() {
    let mut faults = Vec::new();
    for lang in languages().all() {
        each(lang, |shown, data| {
            for palette in [LIGHT, DARK, CONTRAST] {
                let look = Look { lang, palette, taken_on: Some(DAY) };
                let text = shown.svg(data, &look).unwrap();
                assert!(
                    text.contains("2026-11-24") && text.contains(&ruby::words(lang.text(Key::Source))),
                    "{shown:?}"
                );
                assert!(text.contains(&ruby::words(&data.outline.title).replace('&', "&amp;")), "{shown:?}");
                assert!(!text.contains("<script") && !text.contains('{'), "{lang:?} {shown:?}");
                let paper = format!("fill=\"#{:06X}\"", palette.surface.0);
                assert!(text.to_uppercase().contains(&paper.to_uppercase()), "the theme's ground");
                let size = attribute(&text, "viewBox").unwrap();
                let size: Vec<f64> = size.split(' ').map(|number| number.parse().unwrap()).collect();
                for part in text.split("<text ").skip(1) {
                    let (tag, words) = part.split_once('>').unwrap();
                    let tag = format!(" {tag}");
                    let number = |name| attribute(&tag, name).map_or(0.0, |value| value.parse::<f64>().unwrap());
                    let words = words.split_once('<').map_or("", |(words, _)| words);
                    // Latin letters are narrower on average than what room is kept for.
                    let width = width_em(words) * number("font-size") * 0.94;
                    let left = number("x")
                        - width
                            * match attribute(&tag, "text-anchor") {
                                Some("middle") => 0.5,
                                Some("end") => 1.0,
                                _ => 0.0,
                            };
                    let is_inside =
                        left >= -2.0 && left + width <= size[2] + 2.0 && number("y") <= size[3] && number("y") > 0.0;
                    if !is_inside && palette == LIGHT {
                        faults.push(format!("{} {shown:?}: {words}", lang.tag()).chars().take(400).collect::<String>());
                    }
                }
            }
        });
    }
    assert!(faults.is_empty(), "{} texts leave their picture:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_sheet_ends_with_title_source_day_and_link() {
    for lang in languages().all() {
        each(lang, |shown, data| {
            let cells = cells(shown, data, lang);
            let width = cells[0].len();
            let rows = cells.iter().take_while(|row| row.len() == width && width > 2).count();
            assert!(rows > 1 || width == 2, "{shown:?}");
            for key in [Key::SheetTitle, Key::Source, Key::TakenOn, Key::LinkTitle] {
                let name = ruby::words(lang.text(key));
                assert!(
                    cells.iter().any(|row| row[0] == name && !row[1].is_empty()),
                    "{} {shown:?}: {name}",
                    lang.tag()
                );
            }
            assert!(cells.iter().flatten().all(|cell| !cell.contains('{')), "no readings in cells");
        });
    }
}

#[test]
fn the_table_of_quotients_is_the_data_in_the_order_shown() {
    let data = original();
    let mut state = lq::State::new(&data.lq);
    state.set_attribute(&data, "base", Some("employees"));
    state.set_attribute(&data, "sort", Some("hirosaki:desc"));
    let told = cells(&state, &data, source());
    let table = data.lq.table(Base::Employees).unwrap();
    assert_eq!(told[0][1..], data.lq.cities.iter().map(|city| city.name.clone()).collect::<Vec<_>>());
    let order = state.row_order(&data.lq, table);
    assert_ne!(order, (0..table.rows.len()).collect::<Vec<_>>());
    for (told, row) in told[1..].iter().zip(order.iter().map(|row| &table.rows[*row])) {
        assert_eq!(told[0], row.industry.as_str());
        assert_eq!(told[1..], row.values.iter().map(|value| fixed(value.published().unwrap(), 2)).collect::<Vec<_>>());
    }
}

#[test]
fn a_comparison_is_pictured_as_its_table_and_never_under_doubtful_headings() {
    let data = original();
    let mut state = lq::State::new(&data.lq);
    for (name, value) in [("view", "compare"), ("base", "employees"), ("with", "akita")] {
        state.set_attribute(&data, name, Some(value));
    }
    let words = |state: &lq::State| {
        let text = state.svg(&data, &Look::published(source())).unwrap();
        let parts = text.split("<text ").skip(1).filter_map(|part| part.split_once('>')?.1.split_once('<'));
        parts.map(|(words, _)| words.to_owned()).collect::<Vec<_>>()
    };
    let told = words(&state);
    let sheet = cells(&state, &data, source());
    let rows = data.lq.table(Base::Employees).unwrap().rows.len();
    for row in &sheet[1..=rows] {
        for cell in &row[1..3] {
            assert!(told.contains(cell), "{cell}");
        }
    }
    assert!(told.iter().any(|text| text == "● 青森市") && told.iter().any(|text| text == "○ 秋田市"));
    assert!(!told.iter().any(|text| text.contains("八戸市")), "only the two");
    state.set_attribute(&data, "base", Some("establishments"));
    assert!(!words(&state).iter().any(|text| text == "○ 秋田市"));
}

#[test]
fn nothing_stands_beside_doubtful_headings_unless_they_are_reread() {
    let data = original();
    let mut state = lq::State::new(&data.lq);
    state.set_attribute(&data, "base", Some("establishments"));
    let table = data.lq.table(Base::Establishments).unwrap();
    let row = &table.rows[0];
    state.set_attribute(&data, "industry", Some(row.industry.as_str()));
    let printed = cells(&state, &data, source());
    assert_eq!(printed[0].len(), 2, "the city and the one doubtful column");
    assert!(printed.iter().any(|row| row[0] == source().text(Key::DataNote)));
    state.set_attribute(&data, "industry", None);
    state.set_attribute(&data, "reading", Some("reread"));
    let reread = cells(&state, &data, source());
    assert_eq!(reread[1][0], row.presumed.as_ref().unwrap().as_str());
}

#[test]
fn kpis_are_those_of_the_pillar_and_unpublished_is_no_number() {
    let data = original();
    let mut state = kpi::State::new(&data, 2026);
    state.set_attribute(&data, "pillar", Some("3"));
    let told = cells(&state, &data, source());
    let own: Vec<_> = data.kpi.kpis.iter().filter(|kpi| state.shows(kpi)).collect();
    for (told, kpi) in told[1..].iter().zip(&own) {
        assert_eq!((told[0].as_str(), told[2].as_str(), told[3].as_str()), ("3", kpi.name.as_str(), kpi.unit.trim()));
        assert_eq!(told[4].parse::<f64>().unwrap().total_cmp(&kpi.baseline.value), std::cmp::Ordering::Equal);
        assert_eq!(told[6].parse::<f64>().unwrap().total_cmp(&kpi.target.value), std::cmp::Ordering::Equal);
        if data.actuals.iter().all(|actual| actual.id != kpi.id) {
            assert_eq!((told[8].as_str(), told[11].as_str()), ("", "実績未公表"));
        }
    }
    assert_eq!(told[own.len() + 1][0], source().text(Key::SheetTitle), "and no other");
}

#[test]
fn links_are_told_from_what_is_printed() {
    let data = original();
    let state = swot::State { select: Some("O-1".parse().unwrap()), ..swot::State::default() };
    let told = cells(&state, &data, source());
    let links: Vec<_> = told.iter().filter(|row| row[0] == "つながり").collect();
    assert!(links.len() > 3 && links.iter().all(|row| row[6] == "本サイト" && !row[5].is_empty()));
    let printed: Vec<_> = told.iter().filter(|row| row.len() == 7 && row[6] == "戦略に記載").collect();
    assert!(printed.iter().any(|row| row[1] == "O-1") && printed.iter().all(|row| row[3].is_empty()));
    assert!(told.iter().all(|row| row.get(1).is_none_or(|code| code != "S-3")), "only what O-1 reaches");
}

#[test]
fn formulas_in_own_data_stay_text_in_file_and_clipboard() {
    let mut data = original();
    data.swot.factors[0].name = "=HYPERLINK(\"http://x\")".to_owned();
    let state = swot::State::default();
    let table = table(&state, &data, source(), Occasion { day: DAY, link: LINK });
    assert!(table.csv().contains("\"'=HYPERLINK(\"\"http://x\"\")\""));
    assert!(table.tsv().contains("\t\"'=HYPERLINK(\"\"http://x\"\")\"\t"));
}

#[test]
fn files_are_named_by_what_they_show() {
    let data = original();
    let mut state = lq::State::new(&data.lq);
    state.set_attribute(&data, "sort", Some("akita:asc"));
    state.set_attribute(&data, "industry", Some("情報通信業"));
    assert_eq!(file_stem("lq", &state.attributes(), DAY), "shigoto-lq-output-aomori-akita-asc-printed-2026-11-24");
    assert_eq!(file_stem("swot", &swot::State::default().attributes(), DAY), "shigoto-swot-2026-11-24");
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
        let cell = record([text.as_str()]);
        let shown = cell.strip_prefix('"').unwrap_or(&cell);
        let is_number = text.parse::<f64>().is_ok_and(|_| !text.contains(['e', 'E', '+', 'n', 'N']));
        proptest::prop_assert!(is_number || !shown.starts_with(['=', '+', '-', '@', '\t']));
    }
}
