//! Packs say what the files say, but for the texts that only the static page shows; a broken pack is refused whole.

use crate::common::{at_work, languages, library};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use shigoto_widgets::data::Dataset;
use shigoto_widgets::data::links::Link;
use shigoto_widgets::data::pack::{CompletePack, VisitPack};
use shigoto_widgets::data::packed::{Packed, pack, unpack};
use shigoto_widgets::data::slim;
use shigoto_widgets::data::strategy::Outline;
use shigoto_widgets::id::NodeCode;
use shigoto_widgets::locale::{COMPLETE, LIVE, Lang, sentence};
use shigoto_widgets::markup;
use shigoto_widgets::model::{cross_swot::reach, insight};
use shigoto_widgets::publish::enough::is_enough;
use shigoto_widgets::publish::packs;
use shigoto_widgets::widget::Kind;
use shigoto_widgets::widget::kpi::State;

/// The data in a language, and as a visit's pack has them.
fn both(lang: Lang) -> (Dataset, Dataset) {
    let whole = lang.translated(&library().dataset);
    let packed: VisitPack = unpack(&packs::visit(lang, &whole)).unwrap();
    (whole, packed.data)
}

#[test]
fn a_visit_carries_the_data_in_its_language_without_texts_of_the_page() {
    for lang in languages().all() {
        let (whole, visit) = both(lang);
        // No `assert_eq`: nobody reads two whole datasets.
        assert!(slim::slim(&whole) == visit, "packing lost something");
        assert!(visit.kpi.kpis.iter().all(|kpi| kpi.definition.is_empty() && kpi.name.is_empty()));
        assert!(visit.swot.factors.iter().zip(&whole.swot.factors).all(|(own, all)| own.name == all.name));
    }
}

#[test]
fn the_complete_pack_carries_the_whole() {
    let library = library();
    for lang in languages().all() {
        let pack: CompletePack = unpack(&packs::complete(lang, &library)).unwrap();
        assert!(pack.data == library.dataset && pack.glossary == library.glossary, "packing lost something");
        // All words but those of pages.
        let mut words = lang.language().clone();
        words.texts.truncate(COMPLETE);
        words.names.retain(|name| !library.page_texts.contains(&name.original));
        assert!(words == pack.language, "{}: packing lost something of the words", lang.tag());
    }
}

fn link_lines<A: ToString, B: ToString>(links: &[Link<A, B>]) -> impl Iterator<Item = String> {
    links.iter().map(|link| format!("link {} → {}", link.from.to_string(), link.to.to_string()))
}

/// Every number, id, industry, city, strategy, link and period of a dataset, a line each.
fn lines(data: &Dataset) -> Vec<String> {
    let mut lines = vec![format!("{} {} {}", data.lq.reference_area, data.lq.focus_city, data.lq.decimals)];
    lines.extend(data.lq.cities.iter().map(|city| format!("city {} {}", city.id, city.name)));
    for table in &data.lq.tables {
        let (base, own, reference) = (table.base.as_str(), &table.city_period, &table.reference_period);
        lines.push(format!("table {base} {own} {reference} {:?}", table.labels));
        for row in &table.rows {
            lines.push(format!("row {base} {} {:?} {:?} {:?}", row.industry, row.presumed, row.sector, row.values));
        }
    }
    for kpi in &data.kpi.kpis {
        let (from, to) = (&kpi.baseline, kpi.target.value);
        let head = format!("kpi {} {} {} {}", kpi.id, kpi.unit, kpi.kind.as_str(), kpi.decimals);
        lines.push(format!("{head} {} {} {to}", from.value, from.period));
        lines.extend(kpi.places.iter().map(|place| format!("place {} {}", place.measure, place.repeated)));
    }
    lines.extend(data.actuals.iter().map(|actual| format!("{actual:?}")));
    lines.extend(data.swot.factors.iter().map(|factor| format!("factor {} {}", factor.code, factor.name)));
    for quadrant in &data.swot.quadrants {
        lines.push(format!("quadrant {}", quadrant.code.letters()));
        lines.extend(quadrant.strategies.iter().map(|s| format!("strategy {} {}", s.code, s.text)));
    }
    lines.extend(data.swot.issues.iter().map(|issue| format!("issue {} {}", issue.code, issue.name)));
    lines.extend(link_lines(&data.links.factor_strategy));
    lines.extend(link_lines(&data.links.strategy_issue));
    lines.extend(link_lines(&data.links.issue_measure));
    let crosswalk = data.links.crosswalk.iter();
    lines.extend(crosswalk.map(|link| format!("crosswalk {:?} {:?} {}", link.output, link.employees, link.exact)));
    let evidence = data.links.evidence.iter();
    lines.extend(evidence.map(|link| format!("evidence {} {} {}", link.factor, link.base.as_str(), link.industry)));
    let Outline { first_fiscal_year, last_fiscal_year, pillars, .. } = &data.outline;
    lines.push(format!("plan {first_fiscal_year} {last_fiscal_year}"));
    for pillar in pillars {
        lines.push(format!("pillar {}", pillar.id));
        lines.extend(pillar.measures.iter().map(|measure| format!("measure {}", measure.id)));
    }
    lines
}

#[test]
fn every_fact_is_carried_unchanged() {
    for lang in languages().all() {
        let (read, built) = both(lang);
        let (read, built) = (lines(&read), lines(&built));
        for (read, built) in read.iter().zip(&built) {
            assert!(read == built, "{built}\nrather than\n{read}");
        }
        assert_eq!(read.len(), built.len());
    }
}

fn nodes(data: &Dataset) -> impl Iterator<Item = NodeCode> {
    let strategies = data.swot.quadrants.iter().flat_map(|quadrant| &quadrant.strategies);
    let factors = data.swot.factors.iter().map(|factor| NodeCode::Factor(factor.code));
    let issues = data.swot.issues.iter().map(|issue| NodeCode::Issue(issue.code.clone()));
    factors.chain(strategies.map(|s| NodeCode::Strategy(s.code))).chain(issues)
}

/// Every sentence the widgets can say.
fn sentences(lang: Lang, data: &Dataset) -> Vec<String> {
    let mut told = Vec::new();
    for (table, city) in data.lq.tables.iter().flat_map(|t| data.lq.cities.iter().map(move |c| (t, &c.id))) {
        told.extend([true, false].map(|is_reread| sentence::lq(lang, data, table, city, is_reread)));
    }
    for node in nodes(data) {
        told.push(sentence::swot(lang, &data.swot, Some(&node), &reach(&data.links, &node)));
    }
    let state = State::new(data, 2026);
    told.push(sentence::kpi(lang, insight::kpi(state.readings(data).iter()), 2026));
    told
}

#[test]
fn a_visit_says_the_sentences_of_the_whole() {
    for lang in languages().all() {
        let (read, built) = both(lang);
        let spoken: VisitPack = unpack(&packs::visit(lang, &read)).unwrap();
        assert_eq!(spoken.language.texts.len(), LIVE);
        let live = Lang::new(spoken.language).unwrap();
        for (read, built) in sentences(lang, &read).iter().zip(sentences(live, &built)) {
            assert!(*read == built, "{built}\nrather than\n{read}");
        }
    }
}

#[test]
fn the_running_widgets_say_nothing_that_only_the_page_carries() {
    let text = fs::read_to_string("data/interface/ja.json").unwrap();
    let groups: BTreeMap<String, BTreeMap<String, String>> = serde_json::from_str(&text).unwrap();
    let live: BTreeSet<String> = groups["live"].keys().map(|key| key.replace('_', "")).collect();
    // The complete module carries every text.
    let rooms = fs::read_to_string("src/web/mod.rs").unwrap();
    let is_small = |path: &PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap();
        !rooms.contains(&format!("#[cfg(not(small))]\nmod {name};"))
    };
    let files = fs::read_dir("src/web").unwrap().map(|entry| entry.unwrap().path()).filter(is_small);
    for file in files.chain(["src/locale/sentence.rs".into()]) {
        let code = fs::read_to_string(&file).unwrap();
        // The one sentence of the page alone.
        let code = code.split("pub fn pace_note").next().unwrap();
        for key in code.split("Key::").skip(1) {
            let name: String = key.chars().take_while(char::is_ascii_alphanumeric).collect();
            assert!(live.contains(&name.to_lowercase()), "{}: Key::{name} is empty in wasm", file.display());
        }
    }
}

/// Refused, or readable by whatever shows it: nothing between them.
fn is_harmless(text: &str) -> bool {
    let Ok(pack) = unpack::<VisitPack>(text) else { return true };
    let Some(lang) = Lang::new(pack.language) else { return true };
    for kind in Kind::ALL {
        let context = at_work(&pack.data, lang, 2026);
        drop(markup::text(lang, (kind.face().tree)(&context)));
    }
    !sentences(lang, &pack.data).is_empty()
}

fn english() -> String {
    let lang = languages().find("en").unwrap();
    packs::visit(lang, &lang.translated(&library().dataset))
}

#[test]
fn a_visit_is_enough_in_a_language_that_has_a_name_for_everything() {
    let data = &library().dataset;
    for lang in languages().all() {
        assert!(is_enough(lang, data), "{lang:?}");
        let mut language = lang.language().clone();
        // Of the industries, whose names are ids as well.
        language.names.retain(|name| name.original != data.lq.tables[0].rows[0].industry.as_str());
        assert_eq!(is_enough(Lang::new(language).unwrap(), data), lang.is_japanese(), "{lang:?}");
    }
    let mut language = languages().find("en").unwrap().language().clone();
    language.names.retain(|name| name.original != data.swot.factors[0].name);
    assert!(!is_enough(Lang::new(language).unwrap(), data), "a factor in Japanese");
}

#[test]
fn what_is_no_pack_is_refused() {
    let whole = english();
    let cut = whole.trim_end_matches('\t');
    for text in ["", "\t", "<!doctype html><title>404</title>", "{}", cut, &format!("{whole}more"), &whole.repeat(2)] {
        assert!(unpack::<VisitPack>(text).is_err());
        assert!(unpack::<CompletePack>(text).is_err());
    }
    assert!(unpack::<CompletePack>(&whole).is_err(), "a visit's pack is no complete one");
}

#[test]
fn a_list_is_not_believed_to_be_as_long_as_it_says() {
    assert!(unpack::<Vec<String>>("999999999999999\ta\t").is_err());
    assert_eq!(unpack::<Vec<String>>("1\ta\t"), Ok(vec!["a".to_owned()]));
}

#[test]
fn every_beginning_of_a_pack_is_refused() {
    let whole = english();
    let ends = whole.char_indices().map(|(place, _)| place).step_by(97);
    assert!(ends.map(|end| &whole[..end]).all(|part| unpack::<VisitPack>(part).is_err()));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn a_pack_with_a_token_lost_doubled_or_changed_never_panics(
        place in any::<prop::sample::Index>(),
        how in 0..4usize,
        token in prop::sample::select(vec!["", "0", "-1", "1", "3", "255", "999999999999", "1.5", "NaN", "S-1", "{a|b", "ü", "x"]),
    ) {
        thread_local!(static WHOLE: String = english());
        let whole = WHOLE.with(Clone::clone);
        let mut tokens: Vec<&str> = whole.split('\t').collect();
        let place = place.index(tokens.len() - 1);
        match how {
            0 => drop(tokens.remove(place)),
            1 => tokens.insert(place, token),
            _ => tokens[place] = token,
        }
        let broken = tokens.join("\t");
        prop_assert!(is_harmless(&broken));
    }

    #[test]
    fn values_are_unpacked_as_they_were_packed(
        texts in prop::collection::vec("[^\t]{0,8}", 0..5), number in 0u32..4_000_000, is_there: bool,
    ) {
        fn same<T: Packed + PartialEq + std::fmt::Debug>(value: &T) -> bool {
            unpack::<T>(&pack(value)).as_ref() == Ok(value)
        }
        prop_assert!(same(&texts) && same(&(f64::from(number) / 100.0)) && same(&is_there.then_some(texts)));
    }
}
