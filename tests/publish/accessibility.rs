//! The accessibility report names every criterion once and no test that does not exist; its counts are counted.
use crate::common::languages;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::common::library;
use shigoto_widgets::data::accessibility::{AccessibilityData, Criterion};
use shigoto_widgets::markup::accessibility::{RESULTS, Report, file_of};
use shigoto_widgets::markup::text;

/// WCAG 2.2, levels A and AA: under each guideline the numbers of its criteria.
const WCAG: [(&str, &[u8], &[u8]); 13] = [
    ("1.1", &[1], &[]),
    ("1.2", &[1, 2, 3], &[4, 5]),
    ("1.3", &[1, 2, 3], &[4, 5]),
    ("1.4", &[1, 2], &[3, 4, 5, 10, 11, 12, 13]),
    ("2.1", &[1, 2, 4], &[]),
    ("2.2", &[1, 2], &[]),
    ("2.3", &[1], &[]),
    ("2.4", &[1, 2, 3, 4], &[5, 6, 7, 11]),
    ("2.5", &[1, 2, 3, 4], &[7, 8]),
    ("3.1", &[1], &[2]),
    ("3.2", &[1, 2, 6], &[3, 4]),
    ("3.3", &[1, 2, 7], &[3, 4, 8]),
    ("4.1", &[2], &[3]),
];
/// Those that WCAG 2.0, and with it JIS X 8341-3:2016, does not have.
const LATER: [&str; 18] = [
    "1.3.4", "1.3.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13", "2.1.4", "2.4.11", "2.5.1", "2.5.2", "2.5.3", "2.5.4",
    "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8", "4.1.3",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn report() -> AccessibilityData {
    library().accessibility
}

#[test]
fn every_criterion_is_there_once_with_its_level() {
    let expected: Vec<(String, &str)> = WCAG
        .iter()
        .flat_map(|(guideline, a, aa)| {
            let mut all: Vec<(u8, &str)> = a.iter().map(|n| (*n, "A")).chain(aa.iter().map(|n| (*n, "AA"))).collect();
            all.sort_unstable();
            all.into_iter().map(move |(number, level)| (format!("{guideline}.{number}"), level))
        })
        .collect();
    assert_eq!(expected.len(), 55);
    let report = report();
    let found: Vec<(String, &str)> =
        report.criteria.iter().map(|criterion| (criterion.id.clone(), criterion.level.as_str())).collect();
    assert_eq!(found, expected);
    let later: BTreeSet<&str> =
        report.criteria.iter().filter(|criterion| !criterion.is_jis).map(|criterion| criterion.id.as_str()).collect();
    assert_eq!(later, BTreeSet::from(LATER));
}

#[test]
fn each_result_is_held_by_a_test_or_by_a_person() {
    let report = report();
    let is_day = report.judged.len() == 10 && report.judged.split('-').all(|part| part.parse::<u16>().is_ok());
    assert!(is_day, "{}", report.judged);
    for Criterion { id, result, is_judged, tests, said, .. } in &report.criteria {
        assert!(RESULTS.contains(&result.as_str()), "{id}: {result}");
        assert!(result == "none" || *is_judged || !tests.is_empty(), "{id}: nobody and nothing says so");
        assert_eq!(said.len(), report.texts.len(), "{id}");
        assert!(said.iter().all(|said| !said.name.is_empty() && !said.how.is_empty()), "{id}");
    }
    assert!(report.texts.iter().all(|texts| texts.principles.len() == 4));
}

/// Whether a file holds a test of a name, written as the file writes it.
fn holds(file: &str, name: &str) -> bool {
    let Ok(source) = fs::read_to_string(root().join(file)) else { return false };
    if Path::new(file).extension().is_some_and(|ending| ending == "rs") {
        return source.contains(&format!("#[test]\nfn {name}()"));
    }
    ["\"", "`"].iter().any(|quote| source.contains(&format!("test({quote}{name}{quote},")))
}

#[test]
fn every_test_named_exists() {
    for Criterion { id, tests, .. } in report().criteria {
        for test in tests {
            let (file, name) = test.split_once(" › ").unwrap_or_else(|| panic!("{id}: {test}"));
            assert!(holds(file, name), "{id}: {file} has no test `{name}`");
        }
    }
    assert!(holds("tests/publish/accessibility.rs", "every_test_named_exists"));
    assert!(!holds("tests/publish/accessibility.rs", "no_such_test"));
}

#[test]
fn the_page_counts_what_it_lists() {
    let data = report();
    for (index, texts) in data.texts.iter().enumerate() {
        let lang = languages().find(&texts.tag).unwrap();
        let page = text(lang, Report { lang, data: &data, index, others: &[], strategy: "S", css: "x.css" }.document());
        let rows = |result: &str| page.matches(&format!("data-result=\"{result}\"")).count();
        let counts = page.split_once("class=\"counts\"").unwrap().1.split_once("</dl>").unwrap().0.to_owned();
        for result in RESULTS {
            let told = texts.count.replace("{count}", &rows(result).to_string());
            assert!(counts.contains(&format!("<dd>{told}</dd>")), "{result}: {told} in {counts}");
        }
        assert_eq!(RESULTS.map(rows).iter().sum::<usize>(), 55);
        assert!(page.contains(&data.judged) && page.contains(env!("CARGO_PKG_VERSION")));
        assert!(!page.contains(" style="), "the policy refuses it");
    }
    assert_eq!(languages().all().map(file_of).collect::<BTreeSet<_>>().len(), data.texts.len());
}
