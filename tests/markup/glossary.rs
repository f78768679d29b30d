//! The glossary's page: every term of the strategy with its explanation, in every language, and the arithmetic of the example.

use crate::common::{languages, library};
use std::collections::BTreeSet;

use shigoto_widgets::data::library::Library;
use shigoto_widgets::locale::ruby;
use shigoto_widgets::locale::{Lang, fixed};
use shigoto_widgets::markup::glossary::{Glossary, QUOTIENT};
use shigoto_widgets::markup::text;

fn page(library: &Library, lang: Lang) -> String {
    let (terms, data) = (lang.translated(&library.glossary), lang.translated(&library.dataset));
    let page = Glossary { lang, terms: &terms, originals: &library.glossary, data: &data, css: "glossary.css" };
    text(lang, page.document())
}

fn values<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    html.split(name).skip(1).filter_map(|rest| rest.split_once('"')).map(|(value, _)| value).collect()
}

#[test]
fn every_term_is_explained_in_every_language() {
    let library = library();
    for lang in languages().all() {
        let html = page(&library, lang);
        for term in &library.glossary.terms {
            let (_, entry) = html.split_once(&format!("<div id=\"{}\">", term.anchor())).unwrap();
            let (entry, _) = entry.split_once("</div>").unwrap();
            assert!(entry.contains(&term.term), "{}: the original word", term.term);
            // The first words stand whole in one paragraph; `<` and `>` do not occur in the explanations.
            let first = term.text.split('\n').next().unwrap();
            assert!(entry.contains(first), "{}: the strategy's own words", term.term);
            let told = text(lang, maud::html! { (lang.name(&term.text).split('\n').next().unwrap_or_default()) });
            assert!(entry.contains(&told), "{}: in {}", term.term, lang.tag());
        }
    }
}

#[test]
fn every_link_within_the_page_leads_to_one_place() {
    let library = library();
    for lang in languages().all() {
        let html = page(&library, lang);
        let ids = values(&html, " id=\"");
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "ids are unique");
        assert!(ids.contains(&QUOTIENT) && ids.iter().all(|id| !id.contains(' ')));
        let targets: Vec<_> = values(&html, " href=\"#");
        assert!(targets.len() > library.glossary.terms.len() && targets.iter().all(|target| ids.contains(target)));
        let data = html.matches("<script type=\"application/ld+json\">").count();
        assert_eq!(html.matches("<script").count(), data, "readable without scripts");
    }
}

#[test]
fn the_example_is_what_the_strategy_prints() {
    let library = library();
    let (example, lq) = (&library.glossary.example, &library.dataset.lq);
    let share = example.part / example.whole * 100.0;
    assert_eq!(
        fixed(share, 1),
        fixed(example.share_percent, 1),
        "the printed share is the quotient of the printed amounts"
    );
    let row = lq.table(example.base).unwrap().rows.iter().find(|row| row.industry == example.industry).unwrap();
    let value = row.value(lq.column(&lq.focus_city).unwrap()).unwrap();
    let national = example.share_percent / value;
    for lang in languages().all() {
        let html = ruby::words(&page(&library, lang));
        for number in ["1,590", "10,197", "15.6", &fixed(value, 2), &fixed(national, 1)] {
            assert!(html.contains(number), "{number} in {}", lang.tag());
        }
    }
    // Dividing back by the rounded figures gives the printed quotient again.
    assert_eq!(fixed(example.share_percent / fixed(national, 1).parse::<f64>().unwrap(), 2), fixed(value, 2));
}
