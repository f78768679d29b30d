//! The data embedded in the wasm say what the files say, but for the texts that only the static page shows.

use crate::common::library;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use shigoto_widgets::data::Dataset;
use shigoto_widgets::data::links::Link;
use shigoto_widgets::data::lq::LqTable;
use shigoto_widgets::data::strategy::Outline;
use shigoto_widgets::embedded::{complete, glossary, visit};
use shigoto_widgets::id::NodeCode;
use shigoto_widgets::locale::{Lang, TAGS, sentence};
use shigoto_widgets::model::{cross_swot::reach, insight};
use shigoto_widgets::widget::kpi::State;

fn both() -> (Dataset, Dataset) {
    (library().dataset, visit())
}

/// Empties the texts that only the static page shows, as listed in `build.rs`.
fn blank(data: &mut Dataset) {
    let (swot, lq, links) = (&mut data.swot, &mut data.lq, &mut data.links);
    let sources = (swot.factors.iter_mut().map(|factor| &mut factor.source))
        .chain(swot.quadrants.iter_mut().flat_map(|q| &mut q.strategies).map(|strategy| &mut strategy.source))
        .chain(swot.issues.iter_mut().map(|issue| &mut issue.source))
        .chain(lq.tables.iter_mut().map(|table| &mut table.source))
        .chain(data.kpi.kpis.iter_mut().flat_map(|kpi| &mut kpi.places).map(|place| &mut place.source));
    sources.chain([&mut swot.source, &mut data.kpi.source]).for_each(|source| source.section.clear());
    for factor in &mut swot.factors {
        [&mut factor.detail, &mut factor.matrix_note].into_iter().flatten().for_each(String::clear);
    }
    swot.quadrants.iter_mut().flat_map(|q| &mut q.strategies).filter_map(|s| s.note.as_mut()).for_each(String::clear);
    lq.sector_note.clear();
    for table in &mut lq.tables {
        let LqTable { title, formula, printed, note, warning, reread_reason, .. } = table;
        [title, formula]
            .into_iter()
            .chain([printed, note, warning, reread_reason].into_iter().flatten())
            .for_each(String::clear);
    }
    for kpi in &mut data.kpi.kpis {
        [&mut kpi.name, &mut kpi.definition].into_iter().chain(&mut kpi.printed).for_each(String::clear);
        kpi.notes.clear();
    }
    data.outline.pillars.iter_mut().for_each(|pillar| pillar.summary.clear());
    let reasons = (links.factor_strategy.iter_mut().map(|link| &mut link.reason))
        .chain(links.strategy_issue.iter_mut().map(|link| &mut link.reason))
        .chain(links.issue_measure.iter_mut().map(|link| &mut link.reason))
        .chain(links.crosswalk.iter_mut().map(|link| &mut link.reason))
        .chain(links.evidence.iter_mut().map(|link| &mut link.reason));
    reasons.chain([&mut links.note]).for_each(String::clear);
}

#[test]
fn the_blanked_texts_are_those_listed() {
    let (mut read, built) = both();
    blank(&mut read);
    // No `assert_eq`: nobody reads two whole datasets.
    assert!(read.swot == built.swot, "swot.json is embedded with other fields than expected");
    assert!(read.lq == built.lq, "lq.json is embedded with other fields than expected");
    assert!(read.kpi == built.kpi, "kpi.json is embedded with other fields than expected");
    assert!(read.links == built.links, "links.json is embedded with other fields than expected");
    assert!(read.actuals == built.actuals && read.outline == built.outline, "readings or outline differ");
}

#[test]
fn the_complete_module_carries_the_whole() {
    let library = library();
    assert!(library.dataset == complete(), "packing lost something");
    assert!(library.glossary == glossary(), "packing lost something of the glossary");
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
        lines.push(format!("quadrant {} {}", quadrant.code.letters(), quadrant.heading));
        lines.extend(quadrant.strategies.iter().map(|s| format!("strategy {} {}", s.code, s.text)));
    }
    lines.extend(data.swot.issues.iter().map(|issue| format!("issue {} {} {}", issue.code, issue.name, issue.text)));
    lines.extend(link_lines(&data.links.factor_strategy));
    lines.extend(link_lines(&data.links.strategy_issue));
    lines.extend(link_lines(&data.links.issue_measure));
    let crosswalk = data.links.crosswalk.iter();
    lines.extend(crosswalk.map(|link| format!("crosswalk {:?} {:?} {}", link.output, link.employees, link.exact)));
    let evidence = data.links.evidence.iter();
    lines.extend(evidence.map(|link| format!("evidence {} {} {}", link.factor, link.base.as_str(), link.industry)));
    let Outline { title, first_fiscal_year, last_fiscal_year, pillars } = &data.outline;
    lines.push(format!("plan {title} {first_fiscal_year} {last_fiscal_year}"));
    for pillar in pillars {
        lines.push(format!("pillar {} {}", pillar.id, pillar.name));
        lines.extend(pillar.measures.iter().map(|measure| format!("measure {} {}", measure.id, measure.name)));
    }
    lines
}

#[test]
fn the_real_data_are_sound_and_their_facts_are_embedded_unchanged() {
    let (read, built) = both();
    let (read, built) = (lines(&read), lines(&built));
    for (read, built) in read.iter().zip(&built) {
        assert!(read == built, "{built}\nrather than\n{read}");
    }
    assert_eq!(read.len(), built.len());
}

fn nodes(data: &Dataset) -> impl Iterator<Item = NodeCode> {
    let strategies = data.swot.quadrants.iter().flat_map(|quadrant| &quadrant.strategies);
    let factors = data.swot.factors.iter().map(|factor| NodeCode::Factor(factor.code));
    let issues = data.swot.issues.iter().map(|issue| NodeCode::Issue(issue.code.clone()));
    factors.chain(strategies.map(|s| NodeCode::Strategy(s.code))).chain(issues)
}

/// Every sentence the widgets can say.
fn sentences(data: &Dataset) -> Vec<String> {
    let mut told = Vec::new();
    for lang in TAGS.iter().map(|tag| Lang::from_tag(tag).unwrap()) {
        for (table, city) in data.lq.tables.iter().flat_map(|t| data.lq.cities.iter().map(move |c| (t, &c.id))) {
            told.extend([true, false].map(|is_reread| sentence::lq(lang, data, table, city, is_reread)));
        }
        for node in nodes(data) {
            told.push(sentence::swot(lang, &data.swot, Some(&node), &reach(&data.links, &node)));
        }
        let state = State::new(data, 2026);
        told.push(sentence::kpi(lang, insight::kpi(state.readings(data).iter()), 2026));
    }
    told
}

#[test]
fn no_sentence_misses_a_blanked_text() {
    let (read, built) = both();
    for (read, built) in sentences(&read).iter().zip(sentences(&built)) {
        assert!(*read == built, "{built}\nrather than\n{read}");
    }
}

#[test]
fn the_running_widgets_say_nothing_that_only_the_page_carries() {
    let text = crate::common::file("interface/ja.json");
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
