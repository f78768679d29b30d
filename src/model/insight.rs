//! Facts behind the plain sentence of each view. `locale` puts them into words.

use super::crosswalk;
use super::location_quotient::{Side, side};
use super::pace::{Reading, Status};
use crate::data::kpi::KpiKind;
use crate::data::links::LinkData;
use crate::data::lq::{Labels, LqData, LqTable};
use crate::id::{CityId, IndustryId};

/// How many industries of a city stand on each side of the reference area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    /// Above it.
    pub above: usize,
    /// About the same.
    pub near: usize,
    /// Below it.
    pub below: usize,
}

impl Sides {
    /// All industries whose value is published.
    pub fn of(self) -> usize {
        self.above + self.near + self.below
    }

    /// Whether there is an industry on each side.
    pub fn are_all_there(self) -> bool {
        self.above > 0 && self.near > 0 && self.below > 0
    }

    fn count(&mut self, side: Side) {
        let counter = match side {
            Side::Above => &mut self.above,
            Side::Near => &mut self.near,
            Side::Below => &mut self.below,
        };
        *counter += 1;
    }
}

/// What one city's column of one table says.
#[derive(Clone, Debug, PartialEq)]
pub struct LqInsight<'a> {
    /// Industries whose value is published, by side.
    pub sides: Sides,
    /// Industries whose value is not.
    pub unpublished: usize,
    /// The most specialised industries: more than one where they are equal, none where nothing is published.
    pub tops: Vec<(&'a IndustryId, f64)>,
    /// Their value.
    pub top: f64,
    /// Industries above the reference area in which no other city is above 1, be it within the band of what is about the
    /// same: so it is true of the bare numbers as well. Told only where all their values are published.
    pub alone_above: Vec<(&'a IndustryId, f64)>,
    /// How many cities are compared.
    pub cities: usize,
}

impl<'a> LqInsight<'a> {
    /// The one industry at the top of several: of two that are equal neither is it, nor is any where one more may be.
    pub fn sole_top(&self) -> Option<(&'a IndustryId, f64)> {
        match *self.tops.as_slice() {
            [only] if self.unpublished == 0 && self.sides.of() > 1 => Some(only),
            _ => None,
        }
    }
}

/// Reads a city's column; `None` for an unknown city. `is_reread` reads rows under their presumed headings; under
/// the printed headings of a doubtful table nothing may be concluded, and `None` comes back.
pub fn lq<'a>(lq: &LqData, table: &'a LqTable, city: &CityId, is_reread: bool) -> Option<LqInsight<'a>> {
    let doubtful = table.labels == Labels::Doubtful;
    if doubtful && !is_reread {
        return None;
    }
    let column = lq.column(city)?;
    let mut insight = LqInsight {
        sides: Sides::default(),
        unpublished: 0,
        tops: Vec::new(),
        top: 0.0,
        alone_above: Vec::new(),
        cities: lq.cities.len(),
    };
    for row in &table.rows {
        let industry = if doubtful { row.presumed.as_ref()? } else { &row.industry };
        let Some(value) = row.value(column) else {
            insight.unpublished += 1;
            continue;
        };
        insight.sides.count(side(value));
        if insight.tops.is_empty() || value > insight.top {
            (insight.top, insight.tops) = (value, Vec::new());
        }
        if value >= insight.top {
            insight.tops.push((industry, value));
        }
        // A value that is not published may be above 1 as well.
        let above = row.values.iter().filter(|other| other.published().is_none_or(|value| value > 1.0)).count();
        // Alone among others: one city by itself is nothing to tell.
        if side(value) == Side::Above && above == 1 && insight.cities > 1 {
            insight.alone_above.push((industry, value));
        }
    }
    Some(insight)
}

/// Industries on which output and employees disagree about a city, in the order of the crosswalk.
pub fn splits<'a>(lq: &'a LqData, links: &'a LinkData, city: &CityId) -> Vec<crosswalk::Pair<'a>> {
    let Some(column) = lq.column(city) else { return Vec::new() };
    let mut pairs = crosswalk::pairs(lq, links, column);
    pairs.retain(crosswalk::Pair::is_split);
    pairs
}

/// How the KPIs shown stand together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KpiInsight {
    /// KPIs shown.
    pub of: usize,
    /// Those to maintain.
    pub to_maintain: usize,
    /// Those whose target lies below the baseline.
    pub to_lower: usize,
    /// Those without a reading.
    pub no_reading: usize,
    /// Target reached.
    pub achieved: usize,
    /// At or above the straight line.
    pub on_pace: usize,
    /// Below it.
    pub behind: usize,
    /// Below the target, where no pace is told.
    pub not_reached: usize,
    /// To maintain, and held.
    pub held: usize,
    /// To maintain, and below the floor.
    pub below_floor: usize,
    /// To maintain, and above the ceiling.
    pub above_ceiling: usize,
    /// To maintain, and not as it was: whether that is better nobody says.
    pub apart: usize,
}

/// Counts readings by status.
pub fn kpi<'a>(readings: impl Iterator<Item = &'a Reading>) -> KpiInsight {
    let mut insight = KpiInsight::default();
    for reading in readings {
        insight.of += 1;
        insight.to_maintain += usize::from(reading.kind == KpiKind::Maintain);
        insight.to_lower += usize::from(reading.kind != KpiKind::Maintain && reading.target < reading.baseline);
        let counter = match reading.status {
            Status::NoReading => &mut insight.no_reading,
            Status::Achieved => &mut insight.achieved,
            Status::OnPace => &mut insight.on_pace,
            Status::Behind => &mut insight.behind,
            Status::NotReached => &mut insight.not_reached,
            Status::Held => &mut insight.held,
            Status::BelowFloor => &mut insight.below_floor,
            Status::AboveCeiling => &mut insight.above_ceiling,
            Status::Apart => &mut insight.apart,
        };
        *counter += 1;
    }
    insight
}
