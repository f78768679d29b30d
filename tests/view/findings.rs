//! What stands over a site's first picture: true of the numbers under it, in every language, whatever the numbers.

use crate::common::{languages, library, town};
use std::sync::OnceLock;

use proptest::prelude::*;
use shigoto_widgets::data::Dataset;
use shigoto_widgets::id::Base;
use shigoto_widgets::locale::{Key, Lang, finding, fixed, ruby};
use shigoto_widgets::model::pairs;

fn ours() -> Dataset {
    static OURS: OnceLock<Dataset> = OnceLock::new();
    OURS.get_or_init(|| library().dataset).clone()
}

/// Our content with other quotients in the two tables that pair: `values` are used in turn.
fn with(values: &[f64]) -> Dataset {
    let mut data = ours();
    let mut next = values.iter().cycle();
    for table in &mut data.lq.tables {
        for value in table.rows.iter_mut().flat_map(|row| &mut row.values) {
            *value = Some(*next.next().unwrap()).into();
        }
    }
    data
}

fn said(lang: Lang, data: &Dataset) -> [String; 2] {
    let data = lang.translated(data);
    let found = finding::hero(lang, &data, pairs::of_focus(&data).as_ref());
    [found.title, found.sub].map(|text| ruby::words(&text))
}

/// The focus city's exact pairs, read from the tables without the model: industry, output, employees.
fn read(data: &Dataset) -> Vec<(String, f64, f64)> {
    let column = data.lq.cities.iter().position(|city| city.id == data.lq.focus_city).unwrap();
    let of = |base: Base, name: &str| {
        let table = data.lq.tables.iter().find(|table| table.base == base)?;
        table.rows.iter().find(|row| row.industry.as_str() == name)?.values[column].published()
    };
    let links =
        data.links.crosswalk.iter().filter(|link| link.exact && link.output.len() == 1 && link.employees.len() == 1);
    links
        .filter_map(|link| {
            let name = link.output[0].as_str();
            Some((name.to_owned(), of(Base::Output, name)?, of(Base::Employees, link.employees[0].as_str())?))
        })
        .collect()
}

/// The industries on both sides of "about the same", and how many times one count is the other.
fn stories(data: &Dataset) -> Vec<(String, f64)> {
    let apart = |(name, output, employees): (String, f64, f64)| {
        let (low, high) = if output < employees { (output, employees) } else { (employees, output) };
        (low > 0.0 && low < 0.9 && high > 1.1).then(|| (name, high / low))
    };
    read(data).into_iter().filter_map(apart).collect()
}

#[test]
fn of_the_print_it_is_what_a_reader_would_tell_a_friend() {
    let data = ours();
    let find = |tag: &str| languages().find(tag).unwrap();
    let [title, sub] = said(find("ja"), &data);
    assert_eq!(title, "情報通信業、稼ぎは全国の1.5倍、人は0.6倍");
    assert!(sub.ends_with("稼ぎで1を上回るのは、7市で青森市だけ。"), "{sub}");
    let [title, _] = said(find("en"), &data);
    assert_eq!(title, "Information and communications: 1.5× Japan as a whole by output, 0.6× by workers");
    let [title, _] = said(find("ja-easy"), &data);
    assert_eq!(title, "情報通信業は、お金は全国の1.5倍、人は0.6倍");
}

#[test]
fn where_nothing_stands_out_it_asks() {
    for (value, what) in [(1.0, "all the same"), (1.1, "about the same"), (0.0, "nothing")] {
        for lang in languages().all() {
            assert_eq!(said(lang, &with(&[value]))[0], ruby::words(lang.text(Key::PageLqLead)), "{what}");
        }
    }
    let mut data = ours();
    data.lq.tables.clear();
    for lang in languages().all() {
        assert_eq!(said(lang, &data)[0], ruby::words(lang.text(Key::PageLqLead)), "no table");
    }
}

#[test]
fn one_table_alone_still_has_a_headline_and_no_picture() {
    let mut data = ours();
    data.lq.tables.retain(|table| table.base == Base::Output);
    assert!(pairs::of_focus(&data).is_none());
    assert_eq!(said(languages().source(), &data)[0], "青森市でいちばん高い産業は、金融・保険業（1.64）");
}

#[test]
fn the_row_that_the_headline_names_is_marked() {
    for data in [ours(), town().dataset] {
        let (pairs, lang) = (pairs::of_focus(&data).unwrap(), languages().source());
        let row = finding::marked(&data, &pairs).unwrap();
        assert!(said(lang, &data)[0].contains(pairs.rows[row].output.0.as_str()));
    }
    let even = with(&[1.0]);
    assert_eq!(finding::marked(&even, &pairs::of_focus(&even).unwrap()), None);
}

#[test]
fn an_invented_town_has_its_own() {
    let data = town().dataset;
    for lang in languages().all() {
        for text in said(lang, &data) {
            assert!(!text.is_empty() && !text.contains(['{', '}', '|']), "{text}");
            assert!(!text.contains("青森") && !text.contains("Aomori"), "{text}");
        }
    }
}

#[test]
fn a_city_alone_is_told_only_where_all_others_are_known_to_lie_lower() {
    let mut data = ours();
    let row = data.lq.tables[0].rows.iter_mut().find(|row| row.industry.as_str() == "情報通信業").unwrap();
    row.values[5] = None.into();
    assert!(!said(languages().source(), &data)[1].contains("だけ"));
}

#[test]
fn ways_name_the_key_issue_that_is_ahead_or_count() {
    let (mut data, source) = (ours(), languages().source());
    assert_eq!(finding::directions(source, &data).unwrap(), "11の方向のうち、5つがDX分野へ");
    let first = data.links.strategy_issue.iter().find(|link| link.to.as_str() == "tourism").unwrap().clone();
    for _ in 0..2 {
        data.links.strategy_issue.push(first.clone());
    }
    assert_eq!(finding::directions(source, &data).unwrap(), "11の方向から、4つの重要課題へ");
    data.swot.quadrants.clear();
    assert_eq!(finding::directions(source, &data), None);
    assert_eq!(finding::goals(source, &data).unwrap(), "16の指標。引き上げる11、保つ5");
    data.kpi.kpis.clear();
    assert_eq!(finding::goals(source, &data), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_headline_is_true_of_any_numbers(hundredths in prop::collection::vec(0u16..400, 1..40)) {
        let data = with(&hundredths.iter().map(|value| f64::from(*value) / 100.0).collect::<Vec<_>>());
        let stories = stories(&data);
        let widest = stories.iter().map(|(_, times)| *times).fold(0.0, f64::max);
        for lang in languages().all() {
            let [title, sub] = said(lang, &data);
            prop_assert!(!title.is_empty() && !title.contains(['{', '}']) && !sub.contains(['{', '}']), "{title} {sub}");
            let told = |name: &str, output: f64, employees: f64| {
                let name = ruby::words(finding::short(lang.name(name)));
                let times = |value: f64| if value < 0.05 { fixed(value, 2) } else { fixed(value, 1) };
                title.starts_with(&name) && title.contains(&times(output)) && title.contains(&times(employees))
            };
            let widest_told = read(&data).into_iter().any(|(name, output, employees)| {
                let own = stories.iter().find(|(story, _)| *story == name);
                own.is_some_and(|(_, times)| *times > widest - 1e-9) && told(&name, output, employees)
            });
            prop_assert_eq!(widest_told, !stories.is_empty(), "{}", title);
        }
    }

    #[test]
    fn rows_are_sorted_by_what_is_told(hundredths in prop::collection::vec(0u16..400, 1..40)) {
        let data = with(&hundredths.iter().map(|value| f64::from(*value) / 100.0).collect::<Vec<_>>());
        let shown = pairs::of_focus(&data).unwrap();
        let leans: Vec<f64> = shown.rows.iter().map(pairs::lean).filter(|lean| !lean.is_nan()).collect();
        let falls = shown.subject().is_none_or(|pair| pair.output.1 > pair.employees.1);
        prop_assert!(leans.is_sorted_by(|one, other| if falls { one >= other } else { one <= other }), "{leans:?}");
    }
}
