//! How a fact is staged: which widget shows it, and with which attributes, part by part.

use crate::data::Dataset;
use crate::data::kpi::Kpi;
use crate::id::{Base, IndustryId};
use crate::model::scenes::{Fact, Quotient};
use crate::widget::{Attributes, Kind};

/// A fact on its stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staging {
    /// The widget.
    pub widget: Kind,
    /// Its attributes, one set for each part of the scene.
    pub parts: Vec<Attributes>,
    /// The table's row that the headline speaks of, as printed.
    pub row: Option<usize>,
}

/// Stages a fact.
pub fn stage(data: &Dataset, fact: &Fact<'_>) -> Staging {
    let last = data.outline.last_fiscal_year;
    let row = |base, industry: &IndustryId| {
        data.lq.table(base).and_then(|table| table.rows.iter().position(|row| row.industry == *industry))
    };
    let quotient = |cell: &Quotient<'_>, view| Staging { row: row(cell.base, cell.industry), ..quotient(cell, view) };
    match fact {
        Fact::AloneAbove(cell) | Fact::Zero(cell) => quotient(cell, "dots"),
        Fact::Split(city, pair) => {
            let staging = lq(Base::Employees, city.id.as_str(), "dots");
            Staging { row: row(Base::Employees, pair.employees.0), ..staging }
        }
        Fact::Top(cell, ..) | Fact::Largest(cell) => quotient(cell, "table"),
        Fact::Goals { .. } | Fact::Works { .. } | Fact::Measures { .. } => kpi("all", None),
        Fact::Maintain(own) | Fact::Furthest(own) => {
            let mut staging = kpi(&pillar(own), None);
            staging.parts.iter_mut().for_each(|part| part.push(("kpi", own.id.to_string())));
            staging
        }
        Fact::Years => {
            let years = data.outline.first_fiscal_year..=last;
            let parts = years.flat_map(|year| kpi("all", Some(year)).parts).collect();
            Staging { widget: Kind::Kpi, parts, row: None }
        }
        Fact::Factor(factor, _) => swot(factor.code.to_string()),
        Fact::Issue(issue, _) => swot(issue.code.to_string()),
        Fact::Directions { .. } => Staging { widget: Kind::Swot, parts: vec![Vec::new()], row: None },
    }
}

fn quotient(cell: &Quotient<'_>, view: &str) -> Staging {
    let mut staging = lq(cell.base, cell.city.id.as_str(), view);
    if view == "table" {
        staging.parts.iter_mut().for_each(|part| part.push(("sort", format!("{}:desc", cell.city.id))));
    }
    staging
}

fn lq(base: Base, city: &str, view: &str) -> Staging {
    let part = vec![("base", base.as_str().to_owned()), ("city", city.to_owned()), ("view", view.to_owned())];
    Staging { widget: Kind::Lq, parts: vec![part], row: None }
}

fn kpi(pillar: &str, year: Option<u16>) -> Staging {
    let mut part = vec![("pillar", pillar.to_owned())];
    part.extend(year.map(|year| ("year", year.to_string())));
    Staging { widget: Kind::Kpi, parts: vec![part], row: None }
}

fn swot(code: String) -> Staging {
    Staging { widget: Kind::Swot, parts: vec![vec![("select", code)]], row: None }
}

fn pillar(kpi: &Kpi) -> String {
    kpi.home().map_or_else(|| "all".to_owned(), |measure| measure.pillar().to_string())
}
