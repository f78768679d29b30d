//! A reader's own `swot.csv`, one factor, strategy or key issue a row.

use std::collections::HashSet;

use super::super::letters::folded;
use super::super::provenance::Source;
use super::super::rules::MOST_RECORDS;
use super::super::sheet::Sheet;
use super::super::spelling;
use super::super::swot::{Factor, Issue, QuadrantText, Strategy, SwotData};
use crate::error::{Expected, Fault, FaultKind, IdError};
use crate::id::{FactorCode, FactorKind, IssueCode, NodeCode, Quadrant, StrategyCode};

/// The header line.
pub const COLUMNS: [&str; 3] = ["code", "kind", "text"];

/// The word for a kind of factor.
pub fn kind_word(kind: FactorKind) -> &'static str {
    match kind {
        FactorKind::Strength => "strength",
        FactorKind::Weakness => "weakness",
        FactorKind::Opportunity => "opportunity",
        FactorKind::Threat => "threat",
    }
}

/// Reads the rows. A row that says what `current` says keeps what the CSV does not carry.
pub fn read(file: &str, mut sheet: Sheet, current: &SwotData) -> Result<SwotData, Vec<Fault>> {
    let source = Source { section: file.to_owned(), page: None };
    let mut matrix = Matrix { ours: current, own: emptied(current, &source), source, seen: HashSet::new() };
    while sheet.advance() {
        matrix.add(&mut sheet);
    }
    if matrix.seen.is_empty() && sheet.is_sound() {
        sheet.fault(1, 1, FaultKind::Empty);
    }
    let mut own = matrix.own;
    if own.factors == current.factors && own.quadrants == current.quadrants && own.issues == current.issues {
        own.source = current.source.clone();
    }
    sheet.finish(own)
}

/// The four quadrants under our headings, nothing in them.
fn emptied(current: &SwotData, source: &Source) -> SwotData {
    let heading = |code| current.quadrants.iter().find(|ours| ours.code == code).map(|ours| ours.heading.clone());
    let quadrant = |code| QuadrantText { code, heading: heading(code).unwrap_or_default(), strategies: Vec::new() };
    SwotData {
        source: source.clone(),
        factors: Vec::new(),
        quadrants: Quadrant::ALL.into_iter().map(quadrant).collect(),
        issues: Vec::new(),
    }
}

struct Matrix<'c> {
    ours: &'c SwotData,
    own: SwotData,
    source: Source,
    seen: HashSet<NodeCode>,
}

impl Matrix<'_> {
    fn add(&mut self, sheet: &mut Sheet) {
        let (code, text) = (sheet.parsed::<NodeCode>(1), sheet.words(3));
        let Some(code) = code else { return };
        let expected = match &code {
            NodeCode::Factor(factor) => kind_word(factor.kind),
            NodeCode::Strategy(_) => "strategy",
            NodeCode::Issue(_) => "issue",
        };
        let written = sheet.row().cell(2);
        if written != expected {
            let is_meant = spelling::word(written) == Some(expected) || folded(written).eq_ignore_ascii_case(expected);
            let kind = if is_meant || written.is_empty() {
                FaultKind::Spelling { found: written.to_owned(), meant: expected.to_owned() }
            } else {
                FaultKind::NotA(IdError::new(written, Expected::NodeKind))
            };
            sheet.fault(sheet.line(), 2, kind);
        }
        if !self.seen.insert(code.clone()) {
            sheet.repeated(sheet.line(), 1, code.to_string());
        }
        let Some(text) = text else { return };
        match code {
            NodeCode::Factor(code) => self.add_factor(code, text),
            NodeCode::Strategy(code) => self.add_strategy(code, text),
            NodeCode::Issue(_) if self.own.issues.len() == MOST_RECORDS => {
                let kind = FaultKind::TooMany { found: MOST_RECORDS + 1, most: MOST_RECORDS };
                sheet.fault(sheet.line(), 1, kind);
            }
            NodeCode::Issue(code) => self.add_issue(code, &text),
        }
    }

    fn add_factor(&mut self, code: FactorCode, text: String) {
        let ours = self.ours.factors.iter().find(|ours| ours.code == code);
        let (name, matrix_note) = ours.and_then(|ours| split_as(ours, &text)).unwrap_or_else(|| split(text));
        let factor = match ours {
            Some(ours) if ours.name == name && ours.matrix_note.is_some() == matrix_note.is_some() => {
                Factor { matrix_note, ..ours.clone() }
            }
            _ => Factor { code, name, detail: None, matrix_note, source: self.source.clone() },
        };
        self.own.factors.push(factor);
    }

    fn add_strategy(&mut self, code: StrategyCode, text: String) {
        let ours = self.ours.quadrants.iter().flat_map(|quadrant| &quadrant.strategies);
        let same = ours.into_iter().find(|ours| ours.code == code && ours.text == text).cloned();
        let source = self.source.clone();
        let strategy = same.unwrap_or(Strategy { code, text, note: None, source });
        if let Some(quadrant) = self.own.quadrants.iter_mut().find(|quadrant| quadrant.code == code.kind) {
            quadrant.strategies.push(strategy);
        }
    }

    /// The name stands before the first ideographic space.
    fn add_issue(&mut self, code: IssueCode, text: &str) {
        let text = text.trim_start();
        let (name, text) = text.split_once('　').unwrap_or((text, ""));
        let ours = self.ours.issues.iter();
        let same = ours.into_iter().find(|ours| ours.code == code && ours.name == name && ours.text == text);
        let issue = same.cloned().unwrap_or_else(|| Issue {
            code,
            name: name.to_owned(),
            text: text.to_owned(),
            source: self.source.clone(),
        });
        self.own.issues.push(issue);
    }
}

/// Name and note as in `name（note）`, split where our own name ends.
fn split_as(ours: &Factor, text: &str) -> Option<(String, Option<String>)> {
    let rest = text.strip_prefix(ours.name.as_str())?;
    let note = rest.strip_prefix('（').and_then(|rest| rest.strip_suffix('）'));
    (rest.is_empty() || note.is_some()).then(|| (ours.name.clone(), note.map(str::to_owned)))
}

/// Name and note, where the text ends in parentheses.
fn split(text: String) -> (String, Option<String>) {
    match text.strip_suffix('）').and_then(|open| open.split_once('（')) {
        Some((name, note)) if !name.is_empty() => (name.to_owned(), Some(note.to_owned())),
        _ => (text, None),
    }
}
