//! Facts behind the plain sentence of each view. `locale` puts them into words.

use super::crosswalk;
use super::location_quotient::{Agreement, Side, agreement, side};
use super::pace::{Reading, Status};
use crate::data::kpi::KpiKind;
use crate::data::links::LinkData;
use crate::data::lq::{Labels, LqData, LqTable};
use crate::data::quotient::Quotient;
use crate::id::{CityId, IndustryId};

/// What one city's column of one table says.
#[derive(Clone, Debug, PartialEq)]
pub struct LqInsight<'a> {
    /// Industries above 1.
    pub above: usize,
    /// Industries whose value is published.
    pub of: usize,
    /// Industries whose value is not.
    pub unpublished: usize,
    /// The most specialised industries: more than one where they are equal, none where nothing is published.
    pub tops: Vec<(&'a IndustryId, f64)>,
    /// Their value.
    pub top: f64,
    /// Industries in which no other city is above 1, while this one is; told only where all their values are published.
    pub alone_above: Vec<(&'a IndustryId, f64)>,
    /// How many cities are compared.
    pub cities: usize,
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
        above: 0,
        of: 0,
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
        insight.of += 1;
        if insight.tops.is_empty() || value > insight.top {
            (insight.top, insight.tops) = (value, Vec::new());
        }
        if value >= insight.top {
            insight.tops.push((industry, value));
        }
        if side(value) == Side::Above {
            insight.above += 1;
            // A value that is not published may be above 1 as well.
            let may_be_above = |other: &&Quotient| other.published().is_none_or(|value| side(value) == Side::Above);
            let above = row.values.iter().filter(may_be_above).count();
            // Alone among others: one city by itself is nothing to tell.
            if above == 1 && insight.cities > 1 {
                insight.alone_above.push((industry, value));
            }
        }
    }
    Some(insight)
}

/// Industries on which output and employees disagree about a city, in the order of the crosswalk.
pub fn splits<'a>(lq: &'a LqData, links: &'a LinkData, city: &CityId) -> Vec<crosswalk::Pair<'a>> {
    let Some(column) = lq.column(city) else { return Vec::new() };
    let mut pairs = crosswalk::pairs(lq, links, column);
    pairs.retain(|pair| pair.is_exact && agreement(&[pair.output.1, pair.employees.1]) == Agreement::Split);
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
        insight.to_lower += usize::from(reading.target < reading.baseline);
        let counter = match reading.status {
            Status::NoReading => &mut insight.no_reading,
            Status::Achieved => &mut insight.achieved,
            Status::OnPace => &mut insight.on_pace,
            Status::Behind => &mut insight.behind,
            Status::Held => &mut insight.held,
            Status::BelowFloor => &mut insight.below_floor,
            Status::AboveCeiling => &mut insight.above_ceiling,
            Status::Apart => &mut insight.apart,
        };
        *counter += 1;
    }
    insight
}
