//! Every text that widgets and pages show has a translation in every language, and no translation is left over.

use crate::common::{at_work, languages, library, source};
use std::cell::RefCell;
use std::collections::BTreeSet;

use shigoto_widgets::data::library::{Facts, Library};
use shigoto_widgets::data::translate::Translate as _;
use shigoto_widgets::locale::Lang;
use shigoto_widgets::locale::facts::manner;
use shigoto_widgets::locale::ruby;
use shigoto_widgets::markup;
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

/// Every text of the data that only pages show, in its own words. What is shown as it was printed is not translated.
fn only_on_pages(library: &Library) -> BTreeSet<String> {
    let (texts, by_widgets) = (RefCell::new(BTreeSet::new()), shown(library));
    let note = |text: &str| {
        if !by_widgets.contains(text) {
            texts.borrow_mut().insert(text.to_owned());
        }
        None
    };
    let mut strategy = library.strategy.clone();
    for pillar in &mut strategy.pillars {
        pillar.printed = None;
        pillar.summary.iter_mut().for_each(|sentence| sentence.printed = None);
        for measure in &mut pillar.measures {
            measure.situation.iter_mut().chain(&mut measure.actions).for_each(|sentence| sentence.printed = None);
            measure.projects.iter_mut().for_each(|project| project.printed = None);
            measure.works.iter_mut().for_each(|work| work.printed = None);
        }
    }
    strategy.translate(&note);
    let facts = &library.facts;
    facts.prose.clone().translate(&note);
    facts.market.clone().translate(&note);
    facts.circulation.clone().translate(&note);
    // Names of people stay as they are printed: nobody says how they are read.
    let mut about = library.about.clone();
    about.organisation.iter_mut().for_each(|sentence| sentence.printed = None);
    about.members.iter_mut().for_each(|member| member.name.clear());
    about.former.iter_mut().for_each(|former| former.name.clear());
    about.observers.iter_mut().for_each(|observer| (observer.name, observer.printed) = (String::new(), None));
    let experts = about.meetings.iter_mut().flat_map(|meeting| &mut meeting.agenda);
    experts.filter_map(|item| item.expert.as_mut()).for_each(|expert| expert.name.clear());
    about.translate(&note);
    for edition in &library.editions {
        let own = [&edition.title, &edition.reason, &edition.source];
        let each = edition.changes.iter().flat_map(|change| [&change.reason, &change.source]);
        own.into_iter().chain(each).flatten().for_each(|text| {
            note(text);
        });
    }
    texts.into_inner()
}

/// Units of the prose, each with the two texts under which a language may say how amounts of it are written.
fn units(library: &Library) -> Vec<[String; 2]> {
    let Facts { prose, market, circulation } = &library.facts;
    let units = prose.facts.iter().map(|fact| &fact.unit);
    let units = units.chain(market.as_ref().map(|market| &market.unit));
    let units = units.chain(circulation.as_ref().map(|circulation| &circulation.unit));
    units.map(|unit| [manner(unit.split().1), unit.to_string()]).collect()
}

fn is_japanese(text: &str) -> bool {
    text.chars().any(|letter| matches!(letter, 'ぁ'..='ヿ' | '一'..='鿿'))
}

fn has_kanji(text: &str) -> bool {
    text.chars().any(|letter| matches!(letter, '一'..='鿿'))
}

fn translations(lang: Lang, group: &str) -> BTreeSet<String> {
    let text = crate::common::file(&format!("words/{}.json", lang.tag()));
    let file: serde_json::Value = serde_json::from_str(&text).unwrap();
    file[group].as_object().unwrap().keys().cloned().collect()
}

#[test]
fn nothing_is_left_in_another_language_and_nothing_is_left_over() {
    let library = library();
    let (shown, on_pages) = (shown(&library), only_on_pages(&library));
    for lang in languages().all().filter(|lang| *lang != source()) {
        let all = shown.union(&on_pages);
        let missing: Vec<&String> = all.filter(|text| is_japanese(text) && lang.name(text) == *text).collect();
        assert!(missing.is_empty(), "{}: no translation of {missing:?}", lang.tag());
        let units = units(&library);
        // Kana alone need no reading in easy Japanese.
        let is_foreign = |unit: &str| if lang.is_japanese() { has_kanji(unit) } else { is_japanese(unit) };
        let is_silent = |unit: &&[String; 2]| is_foreign(&unit[1]) && unit.iter().all(|text| lang.name(text) == text);
        let silent: Vec<_> = units.iter().filter(is_silent).map(|unit| &unit[1]).collect();
        assert!(silent.is_empty(), "{}: {silent:?}", lang.tag());
        for (group, shown) in [("data", &shown), ("pages", &on_pages)] {
            let is_known = |text: &String| shown.contains(text) || units.iter().flatten().any(|unit| unit == text);
            let surplus = translations(lang, group).into_iter().filter(|text| !is_known(text));
            let surplus: Vec<String> = surplus.collect();
            assert!(surplus.is_empty(), "{}, {group}: nobody shows {surplus:?}", lang.tag());
        }
    }
}

#[test]
fn a_widget_in_english_holds_japanese_only_as_a_name_in_brackets() {
    let lang = languages().find("en").unwrap();
    let library = library();
    let data = lang.translated(&library.dataset);
    for kind in Kind::ALL {
        let context = at_work(&data, lang, 2026);
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

fn without_pictures(html: &str) -> String {
    let mut parts = html.split("<svg aria-hidden=\"true\">");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |text, part| text + part.split_once("</svg>").unwrap().1)
}

#[test]
fn easy_japanese_tells_the_reading_of_every_kanji() {
    let lang = languages().find("ja-easy").unwrap();
    let library = library();
    let data = lang.translated(&library.dataset);
    for kind in Kind::ALL {
        let context = at_work(&data, lang, 2026);
        let html = markup::text(lang, (kind.face().tree)(&context));
        // A picture's words can have no readings set: they stand with theirs in the key below it.
        let html = without_pictures(&html);
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
