//! The sheet of an industry has its picture: a strip for each base that has a counterpart, with every city that is published.

use crate::common::{at_work, languages, library};

use shigoto_widgets::data::Dataset;
use shigoto_widgets::data::lq::{Labels, LqRow, LqTable};
use shigoto_widgets::id::Base;
use shigoto_widgets::locale::{Lang, fixed};
use shigoto_widgets::markup::industry::{Question, detail};
use shigoto_widgets::model::crosswalk::counterpart;

fn sheet(data: &Dataset, lang: Lang, (table, row): (&LqTable, &LqRow), city: usize, is_reread: bool) -> String {
    let context = at_work(data, lang, 2026);
    let question = Question { table, row, city: &data.lq.cities[city].id, is_reread };
    detail(&context, question).into_string()
}

/// The strips of a sheet, without the one that holds the axis's words.
fn strips(html: &str) -> Vec<&str> {
    html.split("<svg class=\"city-strip\" role=\"img\"")
        .skip(1)
        .map(|rest| rest.split("</svg>").next().unwrap())
        .collect()
}

#[test]
fn each_base_has_its_strip_with_all_published_cities_and_the_chosen_ones_value() {
    for lang in languages().all() {
        let data = lang.translated(&library().dataset);
        for table in data.lq.tables.iter().filter(|table| table.labels == Labels::Sound) {
            for row in &table.rows {
                for city in 0..data.lq.cities.len() {
                    let html = sheet(&data, lang, (table, row), city, false);
                    let other = if table.base == Base::Output { Base::Employees } else { Base::Output };
                    let name = counterpart(&data.links, table.base, &row.industry, other);
                    let second = name
                        .and_then(|name| data.lq.table(other).unwrap().rows.iter().find(|row| row.industry == *name));
                    let mut expected: Vec<&LqRow> = [Some(row), second].into_iter().flatten().collect();
                    if table.base != Base::Output {
                        expected.reverse();
                    }
                    let found = strips(&html);
                    assert_eq!(found.len(), expected.len(), "{}", row.industry);
                    for (strip, row) in found.into_iter().zip(expected) {
                        let value = fixed(row.value(city).unwrap(), data.lq.decimals);
                        assert!(strip.contains(&format!("aria-label=\"{value}\"")), "{strip}");
                        assert!(strip.contains(&format!(">{value}</text>")), "{strip}");
                        assert_eq!(strip.matches("<circle").count(), data.lq.cities.len(), "{strip}");
                        assert_eq!(strip.matches("<circle class=\"own\"").count(), 1);
                        assert_eq!(strip.matches("class=\"one\"").count(), 1);
                    }
                }
            }
        }
    }
}

#[test]
fn a_doubted_row_is_shown_without_colour_until_it_is_reread() {
    let data = library().dataset;
    let lang = languages().source();
    let table = data.lq.table(Base::Establishments).unwrap();
    let row = &table.rows[0];
    let printed = sheet(&data, lang, (table, row), 0, false);
    assert!(printed.contains("class=\"doubted\"") && printed.contains("? "), "{printed}");
    assert_eq!(strips(&printed).len(), 1);
    let reread = sheet(&data, lang, (table, row), 0, true);
    assert!(!reread.contains("doubted") && !reread.contains("? "), "{reread}");
    assert_eq!(strips(&reread).len(), 1, "the only base with a heading of its own");
}

#[test]
fn what_is_not_published_or_not_there_leaves_a_sheet_that_says_so() {
    let mut data = library().dataset;
    let lang = languages().source();
    let city = 0;
    // By output nothing of the first industry in the chosen city; of the second only there; one base less.
    data.lq.tables.retain(|table| table.base != Base::Employees);
    let table = &mut data.lq.tables[0];
    table.rows[0].values[city] = None.into();
    for value in table.rows[1].values.iter_mut().skip(1) {
        *value = None.into();
    }
    let table = &data.lq.tables[0];
    let none = sheet(&data, lang, (table, &table.rows[0]), city, false);
    assert_eq!(strips(&none).len(), 0, "no value, and no picture called by it");
    let others = none.split("<dd><span role=\"img\" aria-label=\"公表されていません\">–</span>").nth(1).unwrap();
    assert_eq!(others.split("</dd>").next().unwrap().matches("<circle").count(), data.lq.cities.len() - 1);
    let alone = sheet(&data, lang, (table, &table.rows[1]), city, false);
    assert_eq!(strips(&alone)[0].matches("<circle").count(), 1);
    // Towns of one city, ties, zeros.
    for value in [0.0, 1.0, 0.25, 4.0, 30.0] {
        data.lq.cities.truncate(1);
        for row in data.lq.tables.iter_mut().flat_map(|table| &mut table.rows) {
            row.values = vec![Some(value).into()];
        }
        let table = &data.lq.tables[0];
        let html = sheet(&data, lang, (table, &table.rows[0]), 0, false);
        assert_eq!(strips(&html)[0].matches("<circle").count(), 1, "{value}");
        assert!(!html.contains("NaN") && !html.contains("◂"), "a single city needs no name for its stack");
    }
}
