//! What a visit leaves out: texts that only the page shows, which carries them already.

use super::language::Language;
use super::links::LinkData;
use super::lq::{LqData, LqTable};
use super::pack::VisitPack;
use super::strategy::Outline;
use super::swot::SwotData;
use super::{Dataset, kpi::KpiData};

/// A visit's pack: `data` are translated, `live` is how many of the language's texts running widgets say.
pub fn visit(language: &Language, data: &Dataset, live: usize) -> VisitPack {
    let mut language = language.clone();
    language.texts.truncate(live);
    // Ids are not translated with the data, and an industry's id is its name.
    let named: Vec<&str> = industries(data).collect();
    language.names.retain(|name| named.contains(&name.original.as_str()));
    VisitPack { language, data: slim(data) }
}

/// The data without the texts that no running widget of a visit says.
pub fn slim(data: &Dataset) -> Dataset {
    let mut slim = data.clone();
    // Every part by name: whoever adds one says here what a visit needs of it.
    let Dataset { swot, lq, kpi, actuals: _, links, outline, origin: _ } = &mut slim;
    slim_swot(swot);
    slim_lq(lq);
    slim_kpi(kpi);
    slim_links(links);
    slim_outline(outline);
    slim
}

/// Names of the industries in any table.
pub fn industries(data: &Dataset) -> impl Iterator<Item = &str> {
    let rows = data.lq.tables.iter().flat_map(|table| &table.rows);
    let printed = rows.flat_map(|row| [Some(&row.industry), row.presumed.as_ref()]).flatten();
    let crossed = data.links.crosswalk.iter().flat_map(|link| link.output.iter().chain(&link.employees));
    printed.chain(crossed).map(crate::id::IndustryId::as_str)
}

fn slim_outline(outline: &mut Outline) {
    empty([&mut outline.title]);
    for pillar in &mut outline.pillars {
        empty([&mut pillar.name]);
        pillar.summary.clear();
        pillar.works = 0;
        empty(pillar.measures.iter_mut().map(|measure| &mut measure.name));
    }
}

/// Empties texts; that there was one is still known.
fn empty<'a>(texts: impl IntoIterator<Item = &'a mut String>) {
    texts.into_iter().for_each(String::clear);
}

fn slim_swot(swot: &mut SwotData) {
    empty([&mut swot.source.section]);
    for factor in &mut swot.factors {
        empty([&mut factor.source.section]);
        empty([&mut factor.detail, &mut factor.matrix_note].into_iter().flatten());
    }
    empty(swot.quadrants.iter_mut().map(|quadrant| &mut quadrant.heading));
    for strategy in swot.quadrants.iter_mut().flat_map(|quadrant| &mut quadrant.strategies) {
        empty([&mut strategy.source.section]);
        empty(&mut strategy.note);
    }
    empty(swot.issues.iter_mut().flat_map(|issue| [&mut issue.text, &mut issue.source.section]));
}

fn slim_lq(lq: &mut LqData) {
    empty([&mut lq.sector_note]);
    for table in &mut lq.tables {
        let LqTable { title, printed, note, formula, source, warning, reread_reason, .. } = table;
        empty([title, formula, &mut source.section]);
        empty([printed, note, warning, reread_reason].into_iter().flatten());
    }
}

fn slim_kpi(data: &mut KpiData) {
    empty([&mut data.source.section]);
    data.earlier.clear();
    for kpi in &mut data.kpis {
        empty([&mut kpi.name, &mut kpi.definition]);
        empty(&mut kpi.printed);
        kpi.notes.clear();
        empty(kpi.places.iter_mut().map(|place| &mut place.source.section));
    }
}

fn slim_links(links: &mut LinkData) {
    empty([&mut links.note]);
    empty(links.factor_strategy.iter_mut().map(|link| &mut link.reason));
    empty(links.strategy_issue.iter_mut().map(|link| &mut link.reason));
    empty(links.issue_measure.iter_mut().map(|link| &mut link.reason));
    empty(links.crosswalk.iter_mut().map(|link| &mut link.reason));
    empty(links.evidence.iter_mut().map(|link| &mut link.reason));
}
