//! State of `<shigoto-kpi>`.

use super::{Attributes, Dirty, Taken, Widget, take};
use crate::data::Dataset;
use crate::data::kpi::Kpi;
use crate::id::{KpiId, digits};
use crate::model::fiscal::Span;
use crate::model::pace::Reading;

/// Width below which bullets are shown by default, CSS px.
pub const NARROW_PX: f64 = 600.0;

/// How KPIs are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// An arc with level, baseline, target and pace.
    Gauge,
    /// The same marks on one line.
    Bullet,
    /// From the baseline to the target over the years.
    Trajectory,
}

impl View {
    /// All views.
    pub const ALL: [Self; 3] = [Self::Gauge, Self::Bullet, Self::Trajectory];

    /// The attribute's value.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Gauge => "gauge",
            Self::Bullet => "bullet",
            Self::Trajectory => "trajectory",
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
    /// The view asked for; without one the width decides.
    pub view: Option<View>,
    /// The KPI whose details are open.
    pub open: Option<KpiId>,
    /// Narrower than [`NARROW_PX`].
    pub is_narrow: bool,
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
    /// Details were opened or closed.
    Open(KpiId, bool),
    /// The widget became narrow or wide.
    Width {
        /// Below [`NARROW_PX`].
        is_narrow: bool,
    },
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
        Self { pillar: None, year: default_year, view: None, open: None, is_narrow: false, default_year, span }
    }

    /// The view shown. The module of every visit has no trajectories: until the other is there, the default stays.
    pub fn view(&self) -> View {
        let default = if self.is_narrow { View::Bullet } else { View::Gauge };
        self.view.filter(|view| !cfg!(small) || *view != View::Trajectory).unwrap_or(default)
    }

    /// Applies an action.
    pub fn update(&mut self, action: Action) -> Dirty {
        let before = self.clone();
        match action {
            Action::Pillar(pillar) => self.pillar = pillar,
            Action::Year(year) => self.year = self.span.clamp(year),
            Action::View(view) => self.view = Some(view),
            Action::Open(id, true) => self.open = Some(id),
            Action::Open(id, false) => self.open = self.open.take().filter(|open| *open != id),
            Action::Width { is_narrow } => self.is_narrow = is_narrow,
        }
        self.dirt_since(&before)
    }

    fn dirt_since(&self, before: &Self) -> Dirty {
        if self == before {
            return Dirty::NONE;
        }
        let rows = if self.pillar == before.pillar { Dirty::NONE } else { Dirty::ROWS };
        let dirty = rows | Dirty::WORDS | Dirty::FIGURE;
        let is_public = self.attributes() != before.attributes() || self.view() != before.view();
        if is_public { dirty.and_state() } else { Dirty::NONE }
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
                let read = |text: &str| View::ALL.into_iter().find(|view| view.as_str() == text).map(Some);
                let allowed = || View::ALL.map(View::as_str).join(", ");
                self.view = take("view", value, None, &mut fault, allowed, read);
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
            ("view", self.view.map(|view| view.as_str().to_owned()).unwrap_or_default()),
            ("pillar", self.pillar.map_or_else(|| "all".to_owned(), |pillar| digits(pillar.into()))),
            ("kpi", self.open.as_ref().map_or("", KpiId::as_str).to_owned()),
            ("year", digits(self.year.into())),
        ]
    }
}
