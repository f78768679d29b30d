//! Whether the module of every visit can say all there is to say of some data. It has no words for what is rare: values
//! that are not published, very many cities, a matrix that lacks something. Pages with such data begin with the complete
//! module.

use std::cell::Cell;

use crate::data::kpi::KpiKind;
use crate::data::lq::{Labels, LqData, LqTable};
use crate::data::pack::VisitPack;
use crate::data::translate::Translate as _;
use crate::data::{Dataset, slim};
use crate::id::{FactorKind, NodeCode};
use crate::locale::partial::{MOST_NAMED, reached};
use crate::locale::{Key, LIVE, Lang};
use crate::markup::spoken;
use crate::model::cross_swot::reach;
use crate::model::insight::{self, LqInsight};
use crate::model::pairs;
use crate::widget::lq::State;
use crate::widget::lq_many::is_many;

/// Whether a visit in a language needs nothing of the complete module.
pub fn is_enough(lang: Lang, data: &Dataset) -> bool {
    says_all(data) && (lang.is_japanese() || is_translated(lang, data))
}

/// Nothing that a running widget shows is Japanese in another language, which would have to be marked as such.
fn is_translated(lang: Lang, data: &Dataset) -> bool {
    let VisitPack { language, data: mut shown } = slim::visit(lang.language(), &lang.translated(data), LIVE);
    let has_japanese = Cell::new(false);
    let look = |text: &str| has_japanese.set(has_japanese.get() || spoken::is_needed(text));
    shown.translate(&|text| {
        look(text);
        None
    });
    slim::industries(data).for_each(|industry| look(lang.name(industry)));
    language.texts.iter().for_each(|text| look(text));
    !has_japanese.get()
}

fn says_all(data: &Dataset) -> bool {
    let lq = &data.lq;
    let is_judged = |kind: KpiKind, is_directed: bool| kind != KpiKind::Maintain || is_directed;
    !is_many(lq)
        && lq.cities.iter().all(|city| pairs::of(data, &city.id).is_some())
        && lq.tables.iter().all(|table| is_whole(lq, table))
        && is_whole_matrix(data)
        && data.kpi.kpis.iter().all(|kpi| is_judged(kpi.kind, kpi.direction().is_some()))
}

/// Every value is published, every sentence tells of industries on all sides and names few of them, and rows come in
/// groups unless doubted.
fn is_whole(lq: &LqData, table: &LqTable) -> bool {
    let is_sound = table.labels == Labels::Sound;
    let mut told = lq.cities.iter().filter_map(|city| insight::lq(lq, table, &city.id, !is_sound));
    let is_told = |facts: LqInsight<'_>| {
        facts.sides.are_all_there() && facts.tops.len().max(facts.alone_above.len()) <= MOST_NAMED
    };
    let is_groupable = State::new(lq).is_groupable(lq, table);
    !lq.reference_area.is_empty() && table.unpublished() == 0 && is_groupable == is_sound && told.all(is_told)
}

/// There is something of each kind, and every sentence of a node speaks of all that is reached.
fn is_whole_matrix(data: &Dataset) -> bool {
    let swot = &data.swot;
    let kinds = FactorKind::ALL.map(|kind| swot.factors.iter().any(|factor| factor.code.kind == kind));
    let factors = swot.factors.iter().map(|factor| NodeCode::Factor(factor.code));
    let strategies = swot.quadrants.iter().flat_map(|quadrant| &quadrant.strategies);
    let strategies: Vec<NodeCode> = strategies.map(|strategy| NodeCode::Strategy(strategy.code)).collect();
    let issues: Vec<NodeCode> = swot.issues.iter().map(|issue| NodeCode::Issue(issue.code.clone())).collect();
    let is_there = !kinds.contains(&false) && !strategies.is_empty() && !issues.is_empty();
    is_there && factors.chain(strategies).chain(issues).all(|node| is_said(data, &node))
}

/// Whether the sentence of a node is one that every visit has.
fn is_said(data: &Dataset, node: &NodeCode) -> bool {
    let reach = reach(&data.links, node);
    let counts = [reach.strategies().count(), reach.factors().count(), reach.issues().count(), reach.measures.len()];
    match (node, reached(node, counts)) {
        (NodeCode::Factor(_), key) => matches!(key, Key::SwotUnlinked | Key::SwotFactor),
        (NodeCode::Strategy(_), key) => key == Key::SwotStrategy,
        (NodeCode::Issue(_), key) => key == Key::SwotIssue,
    }
}
