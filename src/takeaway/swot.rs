//! The matrix as cells: its boxes as printed, and the links between them, which are ours and say why.

use std::io;

use super::{Pictured, Table, Takeaway, source};
use crate::data::Dataset;
use crate::id::NodeCode;
use crate::locale::names::kind_name;
use crate::locale::sentence;
use crate::locale::{Key, Lang};
use crate::model::cross_swot::{Reach, reach};
use crate::picture::{self, Look};
use crate::widget::swot::State;

impl Takeaway for State {
    fn cells(&self, data: &Dataset, lang: Lang) -> Table {
        table(data, lang, self)
    }

    fn svg(&self, data: &Dataset, look: &Look) -> io::Result<String> {
        picture::swot(look, data, self)
    }
}

impl Pictured for State {
    fn says(&self, data: &Dataset, lang: Lang) -> String {
        let lit = self.select.as_ref().map_or_else(Reach::default, |code| reach(&data.links, code));
        sentence::swot(lang, &data.swot, self.select.as_ref(), &lit)
    }
}

/// The view's cells with what they rest on: of the selection all it reaches, of no selection everything.
fn table(data: &Dataset, lang: Lang, state: &State) -> Table {
    let reach = state.select.as_ref().map(|code| reach(&data.links, code));
    let mut table = Table::new(
        [
            Key::SheetKind,
            Key::SheetCode,
            Key::SheetText,
            Key::SheetTo,
            Key::SheetToText,
            Key::SheetReason,
            Key::SheetOrigin,
        ]
        .map(|key| lang.text(key)),
    );
    let is_shown = |code: &NodeCode| reach.as_ref().is_none_or(|reach| reach.nodes.contains(code));
    let printed = if data.origin.swot.is_some() { Key::OriginOwn } else { Key::OriginPrinted };
    for code in nodes(data).into_iter().filter(is_shown) {
        let (kind, text) = node(data, lang, &code);
        table.row([kind, &code.to_string(), &text, "", "", "", lang.text(printed)]);
    }
    for (from, to, reason) in links(data) {
        if reach.as_ref().is_some_and(|reach| !reach.links(&from.to_string(), &to.to_string())) {
            continue;
        }
        let texts = [&from, &to].map(|end| end.text(data, lang));
        let [from, to, link, ours] =
            [from.to_string(), to.to_string(), lang.text(Key::SheetLink).into(), lang.text(Key::Editorial).into()];
        table.row([&link, &from, &texts[0], &to, &texts[1], reason, &ours]);
    }
    table.note(lang.text(Key::SheetTitle), lang.text(Key::SwotTitle));
    table.note(lang.text(Key::SheetSays), &state.says(data, lang));
    table.note(lang.text(Key::SheetNote), &data.links.note);
    let file = data.origin.swot.as_deref();
    table.note(lang.text(Key::Source), &source(data, lang, &data.swot.source.section, file));
    table
}

/// Every box of the matrix.
fn nodes(data: &Dataset) -> Vec<NodeCode> {
    let swot = &data.swot;
    let factors = swot.factors.iter().map(|factor| NodeCode::Factor(factor.code));
    let strategies = swot.quadrants.iter().flat_map(|quadrant| &quadrant.strategies);
    let issues = swot.issues.iter().map(|issue| NodeCode::Issue(issue.code.clone()));
    factors.chain(strategies.map(|strategy| NodeCode::Strategy(strategy.code))).chain(issues).collect()
}

/// What a box is, and what stands in it.
fn node(data: &Dataset, lang: Lang, code: &NodeCode) -> (&'static str, String) {
    match code {
        NodeCode::Factor(code) => {
            let factor = data.swot.factors.iter().find(|factor| factor.code == *code);
            (kind_name(lang, code.kind), factor.map(|factor| factor.name.clone()).unwrap_or_default())
        }
        NodeCode::Strategy(code) => {
            let mut all = data.swot.quadrants.iter().flat_map(|quadrant| &quadrant.strategies);
            let text = all.find(|strategy| strategy.code == *code).map(|strategy| strategy.text.clone());
            (lang.text(Key::SheetStrategy), text.unwrap_or_default())
        }
        NodeCode::Issue(code) => {
            let issue = data.swot.issues.iter().find(|issue| issue.code == *code);
            (lang.text(Key::KeyIssues), issue.map(|one| format!("{}　{}", one.name, one.text)).unwrap_or_default())
        }
    }
}

/// One end of a link.
enum End<'a> {
    Node(NodeCode),
    Measure(&'a crate::id::MeasureId),
}

impl End<'_> {
    fn text(&self, data: &Dataset, lang: Lang) -> String {
        match self {
            Self::Node(code) => node(data, lang, code).1,
            Self::Measure(id) => data.outline.measure(id).map(|measure| measure.name.clone()).unwrap_or_default(),
        }
    }
}

impl std::fmt::Display for End<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Node(code) => code.fmt(f),
            Self::Measure(id) => f.write_str(id.as_str()),
        }
    }
}

/// Every link with its reason.
fn links(data: &Dataset) -> Vec<(End<'_>, End<'_>, &str)> {
    let links = &data.links;
    let factor = |code| End::Node(NodeCode::Factor(code));
    let strategy = |code| End::Node(NodeCode::Strategy(code));
    let issue = |code: &crate::id::IssueCode| End::Node(NodeCode::Issue(code.clone()));
    let factors = links.factor_strategy.iter().map(|link| (factor(link.from), strategy(link.to), link.reason.as_str()));
    let issues = links.strategy_issue.iter().map(|link| (strategy(link.from), issue(&link.to), link.reason.as_str()));
    let measures = links.issue_measure.iter();
    let measures = measures.map(|link| (issue(&link.from), End::Measure(&link.to), link.reason.as_str()));
    factors.chain(issues).chain(measures).collect()
}
