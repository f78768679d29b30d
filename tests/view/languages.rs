//! Every text that the widgets show has a translation in every language, and no translation is left over.

use crate::common::{languages, library, source};
use std::cell::RefCell;
use std::collections::BTreeSet;

use shigoto_widgets::data::library::Library;
use shigoto_widgets::data::translate::Translate as _;
use shigoto_widgets::locale::Lang;
use shigoto_widgets::locale::ruby;
use shigoto_widgets::markup::{self, Context, Style};
use shigoto_widgets::widget::Kind;

/// Every text of the data the widgets and the page's head show, in its own words.
fn shown(library: &Library) -> BTreeSet<String> {
    let texts = RefCell::new(BTreeSet::new());
    let note = |text: &str| {
        texts.borrow_mut().insert(text.to_owned());
        None
    };
    library.dataset.clone().translate(&note);
    library.glossary.clone().translate(&note);
    let strategy = &library.strategy;
    for text in [&strategy.title, &strategy.subtitle, &strategy.city, &strategy.publisher, &strategy.printed_title] {
        note(text);
    }
    for pillar in &strategy.pillars {
        note(&pillar.source.section);
    }
    for row in library.dataset.lq.tables.iter().flat_map(|table| &table.rows) {
        note(row.industry.as_str());
        row.presumed.iter().for_each(|presumed| {
            note(presumed.as_str());
        });
    }
    for kpi in &library.dataset.kpi.kpis {
        note(&kpi.baseline.period.to_string());
    }
    texts.into_inner()
}

fn is_japanese(text: &str) -> bool {
    text.chars().any(|letter| matches!(letter, 'ぁ'..='ヿ' | '一'..='鿿'))
}

fn translations(lang: Lang) -> BTreeSet<String> {
    let text = crate::common::file(&format!("words/{}.json", lang.tag()));
    let file: serde_json::Value = serde_json::from_str(&text).unwrap();
    file["data"].as_object().unwrap().keys().cloned().collect()
}

#[test]
fn nothing_is_left_in_another_language_and_nothing_is_left_over() {
    let shown = shown(&library());
    for lang in languages().all().filter(|lang| *lang != source()) {
        let missing: Vec<&String> = shown.iter().filter(|text| is_japanese(text) && lang.name(text) == *text).collect();
        assert!(missing.is_empty(), "{}: no translation of {missing:?}", lang.tag());
        let surplus: Vec<String> = translations(lang).into_iter().filter(|text| !shown.contains(text)).collect();
        assert!(surplus.is_empty(), "{}: nobody shows {surplus:?}", lang.tag());
    }
}

#[test]
fn a_widget_in_english_holds_japanese_only_as_a_name_in_brackets() {
    let lang = languages().find("en").unwrap();
    let library = library();
    let data = lang.translated(&library.dataset);
    for kind in Kind::ALL {
        let context = Context { data: &data, lang, style: Style::Brought, pictures: None, year: 2026, is_live: true };
        let html = markup::text(lang, (kind.face().tree)(&context));
        for part in html.split('<') {
            let (tag, text) = part.split_once('>').unwrap_or(("", part));
            assert!(
                !is_japanese(text) || tag.contains("lang=\"ja"),
                "{}: {text} is not said to be Japanese",
                kind.name()
            );
        }
        for text in unmarked(&html).split(['<', '>']).filter(|text| is_japanese(text)) {
            let is_name = ["しごと創造戦略", "日本語"].iter().any(|name| text.contains(name));
            assert!(is_name || is_quoted(text), "{}: {text}", kind.name());
        }
    }
}

/// The markup without what says that a run in it is Japanese.
fn unmarked(html: &str) -> String {
    let mut parts = html.split("<span lang=\"ja\">");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |text, part| text + &part.replacen("</span>", "", 1))
}

/// Japanese within quotation marks or brackets, as in `the heading (④ …) is missing`.
fn is_quoted(text: &str) -> bool {
    let outside: String = text
        .split(['“', '('])
        .enumerate()
        .map(|(index, part)| if index == 0 { part } else { part.split_once(['”', ')']).map_or("", |(_, rest)| rest) })
        .collect();
    !is_japanese(&outside)
}

#[test]
fn easy_japanese_tells_the_reading_of_every_kanji() {
    let lang = languages().find("ja-easy").unwrap();
    let library = library();
    let data = lang.translated(&library.dataset);
    for kind in Kind::ALL {
        let context = Context { data: &data, lang, style: Style::Brought, pictures: None, year: 2026, is_live: true };
        let html = markup::text(lang, (kind.face().tree)(&context));
        let mut rest = html.as_str();
        let mut bare = String::new();
        while let Some((before, after)) = rest.split_once("<ruby>") {
            bare.push_str(before);
            rest = after.split_once("</ruby>").unwrap().1;
        }
        bare.push_str(rest);
        for (index, text) in bare.split(['<', '>']).enumerate() {
            let is_content = index % 2 == 0;
            let is_own_name = ["日本語", "やさしい日本語"].contains(&text) || text.ends_with('市');
            let has_kanji = text.chars().any(|letter| matches!(letter, '一'..='鿿'));
            assert!(!is_content || !has_kanji || is_own_name, "{}: {text}", kind.name());
        }
        assert!(!html.contains('|'), "{}: a reading was left unset", kind.name());
    }
}

#[test]
fn without_its_readings_a_text_is_the_same_text() {
    for lang in languages().all() {
        for city in &library().dataset.lq.cities {
            let name = lang.name(&city.name);
            let plain = ruby::words(name);
            assert!(!plain.contains(['{', '|', '}']), "{plain}");
            assert!(lang.tag() == "en" || plain == city.name, "{plain} is not {}", city.name);
        }
    }
}
