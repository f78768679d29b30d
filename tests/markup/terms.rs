//! Words of the glossary in texts: whole words only, the longest, once a block, never in what is pressed itself.

use crate::common::{at_work, languages, library, source};

use proptest::prelude::*;
use proptest::sample::select;
use shigoto_widgets::markup::terms::{mark, note, words};
use shigoto_widgets::markup::text;
use shigoto_widgets::widget::Kind;
use shigoto_widgets::widget::address::encoded;

/// The words marked, in order.
fn marked(html: &str) -> Vec<&str> {
    let rest = html.split("<button type=\"button\" class=\"term\" data-term=\"").skip(1);
    rest.map(|rest| rest.split_once('>').unwrap().1.split_once('<').unwrap().0).collect()
}

/// The markup as it was before.
fn unmarked(html: &str) -> String {
    let mut parts = html.split("<button type=\"button\" class=\"term\" data-term=\"");
    let mut plain = parts.next().unwrap().to_owned();
    for part in parts {
        let (word, rest) = part.split_once('>').unwrap().1.split_once("</button>").unwrap();
        plain += &(word.to_owned() + rest);
    }
    plain
}

fn japanese() -> Vec<(String, usize)> {
    words(source(), &library().glossary)
}

#[test]
fn only_whole_words_are_marked() {
    let words = japanese();
    let found = |text: &str| marked(&mark(&format!("<p>{text}</p>"), &words)).join("・");
    assert_eq!(found("GXとDX支援、ECサイト"), "GX・DX・EC");
    assert_eq!(found("GIS、ADX、DX2、ICTs"), "");
    assert_eq!(found("社会減少"), "", "another word begins alike");
    assert_eq!(found("社会減の"), "社会減");
    assert_eq!(found("サプライヤーズ"), "");
    assert_eq!(found("デジタルリテラシーとデジタルデバイド"), "デジタルリテラシー・デジタルデバイド");
    assert_eq!(found("再生可能エネルギー産業"), "再生可能エネルギー");
}

#[test]
fn each_word_is_marked_once_a_block_and_never_in_controls() {
    let words = japanese();
    assert_eq!(marked(&mark("<section><p>DX</p><p>DX</p></section><section>DX</section>", &words)), ["DX", "DX"]);
    let controls =
        "<button><b>DX</b></button><a href=\"DX\">DX</a><summary>DX</summary><select><option>DX</option></select>";
    assert_eq!(mark(controls, &words), controls);
    let hidden = "<div aria-hidden=\"true\"><div>DX</div>DX</div>";
    assert_eq!(mark(hidden, &words), hidden);
    assert_eq!(marked(&mark(&format!("{hidden}<p>DX</p>"), &words)), ["DX"]);
    assert_eq!(mark("<p title=\"DX\">x</p>", &words), "<p title=\"DX\">x</p>");
}

#[test]
fn whole_widgets_stay_as_they_were_but_for_the_marks() {
    let library = library();
    let mut all = 0;
    for lang in languages().all() {
        let (data, words) = (lang.translated(&library.dataset), words(lang, &library.glossary));
        for kind in Kind::ALL {
            let context = at_work(&data, lang, 2024);
            let html = (kind.face().tree)(&context).into_string();
            let told = mark(&html, &words);
            assert_eq!(unmarked(&told), html);
            all += marked(&told).len();
        }
    }
    assert!(all > 20, "{all} words found");
}

#[test]
fn every_note_explains_its_word() {
    let library = library();
    for lang in languages().all() {
        let data = lang.translated(&library.dataset);
        for (index, term) in library.glossary.terms.iter().enumerate() {
            let told = text(lang, note(lang, &data, &library.glossary, index, true));
            let first = lang.name(&term.text).split('\n').next().unwrap();
            assert!(told.contains(&text(lang, maud::html! { (first) })), "{told}");
            assert!(told.contains(&format!("#{}\"", encoded(&term.anchor()))) && told.contains("78"), "{told}");
        }
        let quotient = note(lang, &data, &library.glossary, library.glossary.terms.len(), false).into_string();
        assert!(quotient.contains("12.7") && quotient.contains("1.23") && !quotient.contains("href"), "{quotient}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn marks_change_nothing_else(parts in prop::collection::vec(
        select(&["DX", "GX", "社会減", "少", "デジタル", "リテラシー", "<p>", "</p>", "<a>", "</a>", "&amp;", " ", "ー", "{", "の", "<br>"]), 0..24,
    )) {
        let html = parts.concat();
        prop_assert_eq!(unmarked(&mark(&html, &japanese())), html);
    }
}
