//! State of `<shigoto-kpi>`.

use super::{Attributes, Dirty, Taken, Widget, take};
use crate::data::Dataset;
use crate::data::kpi::Kpi;
use crate::id::{KpiId, digits};
use crate::model::fiscal::Span;
use crate::model::groups::Grouping;
use crate::model::pace::Reading;

/// How KPIs are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// An arc with level, baseline, target and pace.
    Gauge,
    /// The same marks on one line.
    Bullet,
    /// From the baseline to the target over the years.
    Trajectory,
    /// A table of years, to be filled in as readings are published.
    Report,
}

impl View {
    /// All views.
    pub const ALL: [Self; 4] = [Self::Gauge, Self::Bullet, Self::Trajectory, Self::Report];

    /// The attribute's value.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Gauge => "gauge",
            Self::Bullet => "bullet",
            Self::Trajectory => "trajectory",
            Self::Report => "report",
        }
    }
}

/// What the widget shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// One pillar's KPIs, or all.
    pub pillar: Option<u8>,
    /// Fiscal year of the pace marks.
    pub year: u16,
    /// The view asked for.
    pub view: View,
    /// What the KPIs are grouped by.
    pub group: Grouping,
    /// The KPI whose details are open.
    pub open: Option<KpiId>,
    /// The year without an attribute: the current one within the plan.
    default_year: u16,
    span: Span,
}

/// What can happen to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Another pillar, or all.
    Pillar(Option<u8>),
    /// Another fiscal year; clamped to the plan.
    Year(u16),
    /// Another view.
    View(View),
    /// Other groups.
    Group(Grouping),
    /// Details were opened or closed.
    Open(KpiId, bool),
}

/// Years of the plan, or of a reader's own list.
pub fn span(data: &Dataset) -> Span {
    Span::of(data)
}

impl State {
    /// The state of a page as loaded in the fiscal year `today`.
    pub fn new(data: &Dataset, today: u16) -> Self {
        let span = span(data);
        let default_year = span.clamp(today);
        let (view, group) = (View::Gauge, Grouping::Kind);
        Self { pillar: None, year: default_year, view, group, open: None, default_year, span }
    }

    /// The view shown. The module of every visit has gauges and bullets: until the other is there, the default stays.
    pub fn view(&self) -> View {
        let is_had = !cfg!(small) || matches!(self.view, View::Gauge | View::Bullet);
        if is_had { self.view } else { View::Gauge }
    }

    /// Applies an action.
    pub fn update(&mut self, action: Action) -> Dirty {
        let before = self.clone();
        match action {
            Action::Pillar(pillar) => self.pillar = pillar,
            Action::Year(year) => self.year = self.span.clamp(year),
            Action::View(view) => self.view = view,
            Action::Group(group) => self.group = group,
            Action::Open(id, true) => self.open = Some(id),
            Action::Open(id, false) => self.open = self.open.take().filter(|open| *open != id),
        }
        self.dirt_since(&before)
    }

    fn dirt_since(&self, before: &Self) -> Dirty {
        if self == before {
            return Dirty::NONE;
        }
        let is_same = self.pillar == before.pillar && self.group == before.group;
        let rows = if is_same { Dirty::NONE } else { Dirty::ROWS };
        let dirty = rows | Dirty::WORDS | Dirty::FIGURE;
        dirty.and_state()
    }

    /// Whether a KPI is among those shown.
    pub fn shows(&self, kpi: &Kpi) -> bool {
        self.pillar.is_none_or(|pillar| kpi.home().is_some_and(|measure| measure.pillar() == pillar))
    }

    /// Readings of all KPIs for the chosen year, in printed order. Pace is told of another year than the current one.
    pub fn readings(&self, data: &Dataset) -> Vec<Reading> {
        let year = (self.year, self.year != self.default_year);
        data.kpi.kpis.iter().map(|kpi| Reading::of(kpi, &data.actuals, self.span, year)).collect()
    }
}

impl Widget for State {
    fn loaded(data: &Dataset, today: u16) -> Self {
        Self::new(data, today)
    }

    fn set_attribute(&mut self, data: &Dataset, name: &str, value: Option<&str>) -> Taken {
        let before = self.clone();
        let mut fault = None;
        match name {
            "pillar" => {
                let numbers = || data.outline.pillars.iter().map(|pillar| pillar.id);
                let allowed =
                    || numbers().fold("all".to_owned(), |list, id| [&list, ", ", &digits(id.into())].concat());
                let read = |text: &str| match text {
                    "all" => Some(None),
                    _ => numbers().find(|id| digits((*id).into()) == text).map(Some),
                };
                self.pillar = take("pillar", value, None, &mut fault, allowed, read);
            }
            "year" => {
                let Span { first, last } = self.span;
                let whole = |year: i64| u16::try_from(year.clamp(0, u16::MAX.into())).unwrap_or(u16::MAX);
                let read = |text: &str| text.parse().ok().map(|year| self.span.clamp(whole(year)));
                let allowed = || [digits(first.into()), digits(last.into())].join(" … ");
                self.year = take("year", value, self.default_year, &mut fault, allowed, read);
            }
            "view" => {
                let read = |text: &str| View::ALL.into_iter().find(|view| view.as_str() == text);
                let allowed = || View::ALL.map(View::as_str).join(", ");
                self.view = take("view", value, View::Gauge, &mut fault, allowed, read);
            }
            "group" => {
                let read = |text: &str| Grouping::ALL.into_iter().find(|group| group.as_str() == text);
                let allowed = || Grouping::ALL.map(Grouping::as_str).join(", ");
                self.group = take("group", value, Grouping::Kind, &mut fault, allowed, read);
            }
            "kpi" => {
                let ids = || data.kpi.kpis.iter().map(|kpi| &kpi.id);
                let read = |text: &str| ids().find(|id| id.as_str() == text).cloned().map(Some);
                let allowed = || ids().map(KpiId::as_str).collect::<Vec<_>>().join(", ");
                self.open = take("kpi", value, None, &mut fault, allowed, read);
            }
            _ => {}
        }
        Taken { dirty: self.dirt_since(&before), fault }
    }

    fn attributes(&self) -> Attributes {
        vec![
            ("view", self.view.as_str().to_owned()),
            ("group", self.group.as_str().to_owned()),
            ("pillar", self.pillar.map_or_else(|| "all".to_owned(), |pillar| digits(pillar.into()))),
            ("kpi", self.open.as_ref().map_or("", KpiId::as_str).to_owned()),
            ("year", digits(self.year.into())),
        ]
    }
}
