//! State of `<shigoto-kpi>`.

use super::{Attributes, Dirty, Taken, take};
use crate::data::Dataset;
use crate::data::kpi::Kpi;
use crate::model::fiscal::Span;
use crate::model::pace::Reading;

/// What the widget shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// One pillar's KPIs, or all.
    pub pillar: Option<u8>,
    /// Fiscal year of the pace marks.
    pub year: u16,
    /// The year without an attribute: the current one within the plan.
    default_year: u16,
    span: Span,
}

/// What can happen to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Another pillar, or all.
    Pillar(Option<u8>),
    /// Another fiscal year; clamped to the plan.
    Year(u16),
}

/// Years of the plan.
pub fn span(data: &Dataset) -> Span {
    Span { first: data.outline.first_fiscal_year, last: data.outline.last_fiscal_year }
}

impl State {
    /// The state of a page as loaded in the fiscal year `today`.
    pub fn new(data: &Dataset, today: u16) -> Self {
        let span = span(data);
        let default_year = span.clamp(today);
        Self { pillar: None, year: default_year, default_year, span }
    }

    /// Applies an action.
    pub fn update(&mut self, action: Action) -> Dirty {
        let before = self.clone();
        match action {
            Action::Pillar(pillar) => self.pillar = pillar,
            Action::Year(year) => self.year = self.span.clamp(year),
        }
        self.dirt_since(&before)
    }

    fn dirt_since(&self, before: &Self) -> Dirty {
        if self == before {
            return Dirty::NONE;
        }
        let rows = if self.pillar == before.pillar { Dirty::NONE } else { Dirty::ROWS };
        (rows | Dirty::WORDS | Dirty::FIGURE).and_state()
    }

    /// Takes an attribute's new value; `None` when it was removed.
    pub fn set_attribute(&mut self, data: &Dataset, name: &str, value: Option<&str>) -> Taken {
        let before = self.clone();
        let mut fault = None;
        match name {
            "pillar" => {
                let numbers = || data.outline.pillars.iter().map(|pillar| pillar.id);
                let allowed = || numbers().fold("all".to_owned(), |list, id| format!("{list}, {id}"));
                let read = |text: &str| match text {
                    "all" => Some(None),
                    _ => numbers().find(|id| id.to_string() == text).map(Some),
                };
                self.pillar = take("pillar", value, None, &mut fault, allowed, read);
            }
            "year" => {
                let Span { first, last } = self.span;
                let whole = |year: i64| u16::try_from(year.clamp(0, u16::MAX.into())).unwrap_or(u16::MAX);
                let read = |text: &str| text.parse().ok().map(|year| self.span.clamp(whole(year)));
                let allowed = || format!("{first} … {last}");
                self.year = take("year", value, self.default_year, &mut fault, allowed, read);
            }
            "view" => {
                take("view", value, (), &mut fault, || "gauge".to_owned(), |text| (text == "gauge").then_some(()));
            }
            _ => {}
        }
        Taken { dirty: self.dirt_since(&before), fault }
    }

    /// The public state. The one view there is needs no attribute.
    pub fn attributes(&self) -> Attributes {
        vec![
            ("view", String::new()),
            ("pillar", self.pillar.map_or_else(|| "all".to_owned(), |pillar| pillar.to_string())),
            ("year", self.year.to_string()),
        ]
    }

    /// Whether a KPI is among those shown.
    pub fn shows(&self, kpi: &Kpi) -> bool {
        self.pillar.is_none_or(|pillar| kpi.home().is_some_and(|measure| measure.pillar() == pillar))
    }

    /// Readings of all KPIs for the chosen year, in printed order.
    pub fn readings(&self, data: &Dataset) -> Vec<Reading> {
        data.kpi.kpis.iter().map(|kpi| Reading::of(kpi, &data.actuals, self.span, self.year)).collect()
    }
}
