//! Numbers of no city: every look a figure has, and extremes. The goldens stay when the city's numbers change.

use crate::data::kpi::{Direction, KpiKind};
use crate::error::IdError;
use crate::figure::geometry::Rect;
use crate::figure::lq_quadrant::{QuadrantPlot, Quotients};
use crate::figure::trajectory::{Course, Now, Step};
use crate::locale::Lang;
use crate::model::fiscal::Span;
use crate::model::pace::{Reading, Status, line};
use crate::picture::{Look, Quadrant, SCALE};

/// Readings of every look a gauge has; each a golden of its own.
pub fn readings() -> Result<Vec<(&'static str, Reading)>, IdError> {
    use KpiKind::{Cumulative, Maintain, Percentage, Raise};
    use Status::{Achieved, Behind, Held, NoReading, OnPace};
    let rows: [(_, _, [f64; 3], _, _); 9] = [
        ("gauge-no-reading", Cumulative, [91.0, 631.0, 361.0], None, NoReading),
        ("gauge-maintain", Maintain, [80.0, 80.0, 80.0], Some(84.0), Held),
        ("gauge-achieved", Raise, [10.0, 30.0, 20.0], Some(33.0), Achieved),
        ("gauge-behind", Raise, [1_109_980.0, 1_490_000.0, 1_299_990.0], Some(1_180_000.0), Behind),
        ("gauge-percentage", Percentage, [8.4, 8.8, 8.6], None, NoReading),
        ("gauge-hold", Maintain, [80.0, 80.0, 80.0], None, NoReading),
        ("gauge-zero", Cumulative, [0.0, 3.0, 1.0], None, NoReading),
        ("gauge-falls", Raise, [0.92, 0.75, 0.83], Some(0.8), OnPace),
        ("gauge-beyond", Raise, [1.0, 3.0, 2.0], Some(3000.0), Achieved),
    ];
    rows.into_iter()
        .map(|(name, kind, levels, actual, status)| Ok((name, reading(name, kind, levels, actual, status)?)))
        .collect()
}

fn reading(
    id: &str,
    kind: KpiKind,
    [baseline, target, pace]: [f64; 3],
    actual: Option<f64>,
    status: Status,
) -> Result<Reading, IdError> {
    let falls = target < baseline;
    Ok(Reading {
        id: id.parse()?,
        kind,
        direction: if falls { Some(Direction::Lower) } else { direction(status) },
        baseline,
        actual,
        target,
        pace,
        is_pace_marked: actual.is_some() && kind != KpiKind::Maintain,
        status,
    })
}

/// Which way is better, where a reading stands like that.
fn direction(status: Status) -> Option<Direction> {
    match status {
        Status::AboveCeiling => Some(Direction::Lower),
        Status::Apart => None,
        _ => Some(Direction::Raise),
    }
}

/// Rows of bullets: every look, then the extremes.
pub fn rows() -> Result<Vec<(&'static str, Vec<Reading>)>, IdError> {
    use KpiKind::{Cumulative, Maintain, Percentage, Raise};
    use Status::{AboveCeiling, Achieved, Apart, Behind, BelowFloor, Held, NoReading};
    let looks: Vec<Reading> = readings()?.into_iter().map(|(_, reading)| reading).collect();
    let extremes: [(_, [f64; 3], _, _); 13] = [
        (Raise, [0.0, 0.0, 0.0], None, NoReading),
        (Raise, [1.0, 3.0, 2.0], Some(3000.0), Achieved),
        (Maintain, [67.0, 67.0, 67.0], None, NoReading),
        (Maintain, [67.0, 67.0, 67.0], Some(12.0), BelowFloor),
        (Maintain, [3.0, 3.0, 3.0], Some(3.0), Held),
        (Maintain, [9.0, 9.0, 9.0], Some(12.0), AboveCeiling),
        (Maintain, [9.0, 9.0, 9.0], Some(12.0), Apart),
        (Percentage, [8.4, 8.8, 8.6], Some(8.3), Behind),
        (Cumulative, [464.0, 474.0, 469.0], None, NoReading),
        (Raise, [12.0, 0.0, 6.0], Some(20.0), Behind),
        (Raise, [-50.0, 100.0, 25.0], None, NoReading),
        (Raise, [-50.0, -10.0, -30.0], Some(-25.0), Behind),
        (Maintain, [0.0, 0.0, 0.0], Some(2.0), AboveCeiling),
    ];
    let extremes = extremes.map(|(kind, levels, actual, status)| reading("extreme", kind, levels, actual, status));
    Ok(vec![("bullets", looks), ("bullets-extremes", extremes.into_iter().collect::<Result<_, _>>()?)])
}

/// Output and employees quotients of some industries.
type Pairs = Vec<[f64; 2]>;

/// Industries of the quadrants' extremes, and which is chosen.
pub fn quotients() -> [(&'static str, Pairs, Option<usize>); 3] {
    let ties = vec![
        [1.4, 1.3],
        [1.4, 1.3],
        [1.4, 1.3],
        [1.41, 1.3],
        [1.0, 1.0],
        [1.0, 0.5],
        [0.0, 0.0],
        [0.0, 0.0],
        [0.0, 2.0],
        [2.0, 0.0],
        [0.03, 0.4],
        [0.4, 0.03],
        [0.03, 0.03],
        [0.3, 30.0],
        [0.3, 0.3],
    ];
    [
        ("quadrant-ties", ties, Some(1)),
        ("quadrant-one", vec![[1.5, 0.63]], Some(0)),
        ("quadrant-zero", vec![[0.0; 2]; 3], None),
    ]
}

/// Quadrants of made-up industries in a box of CSS px; every other one is not exact.
pub fn quadrant(lang: Lang, pairs: &[[f64; 2]], chosen: Option<usize>, bounds_px: Rect) -> Quadrant {
    let [left, top, right, bottom] =
        [bounds_px.left, bounds_px.top, bounds_px.right, bounds_px.bottom].map(|edge| edge * SCALE);
    let industry = |(index, [output, employees]): (usize, &[f64; 2])| Quotients {
        output: *output,
        employees: *employees,
        is_exact: index % 2 == 0,
    };
    let industries: Vec<Quotients> = pairs.iter().enumerate().map(industry).collect();
    let names = (1..=industries.len()).map(|number| vec![format!("架空の産業{number}")]).collect();
    Quadrant::place(
        &Look::published(lang),
        &QuadrantPlot { bounds: Rect { left, top, right, bottom }, industries },
        chosen,
        names,
    )
}

/// Courses of made-up KPIs: without readings, with some, held, overtaken, and nothing at all.
pub fn courses() -> Vec<(&'static str, Course, Now)> {
    use KpiKind::{Maintain, Percentage, Raise};
    use Status::{AboveCeiling, Achieved, Behind, BelowFloor, NoReading};
    let one = |name, kind, baseline, target, readings: &[(u16, f64)], status, year| {
        let course = course(kind, baseline, target, readings, status, year);
        let pace = line(baseline, (course.span.last, target), year);
        (name, course, Now { year: f64::from(year), pace })
    };
    let climb = [(2021, 610.0), (2024, 470.0), (2025, 560.0), (2026, 540.0), (2027, 600.0), (2029, 720.0)];
    let hold = [(2024, 84.0), (2025, 91.0), (2026, 77.0)];
    vec![
        one("trajectory-no-reading", Raise, (2020, 1175.0), 1669.0, &[], NoReading, 2026),
        one("trajectory-readings", Raise, (2022, 420.0), 900.0, &climb, Behind, 2028),
        one("trajectory-percentage", Percentage, (2023, 8.4), 8.8, &[(2024, 8.5)], Status::OnPace, 2024),
        one("trajectory-maintain", Maintain, (2023, 80.0), 80.0, &[], NoReading, 2026),
        one("trajectory-below", Maintain, (2023, 80.0), 80.0, &hold, BelowFloor, 2026),
        one("trajectory-above", Maintain, (2023, 80.0), 80.0, &hold[..2], AboveCeiling, 2026),
        one("trajectory-overtaken", Raise, (2023, 1.0), 3.0, &[(2025, 3000.0)], Achieved, 2026),
        one("trajectory-zero", Raise, (2023, 0.0), 0.0, &[(2024, 0.0)], Achieved, 2033),
    ]
}

fn course(
    kind: KpiKind,
    baseline: (u16, f64),
    target: f64,
    readings: &[(u16, f64)],
    status: Status,
    chosen: u16,
) -> Course {
    let step = |(year, level): &(u16, f64)| Step {
        year: *year,
        level: *level,
        counts: (baseline.0 + 1..=chosen).contains(year),
    };
    let least_step = if kind == KpiKind::Percentage { 0.1 } else { 1.0 };
    let steps = readings.iter().map(step).collect();
    Course {
        kind,
        direction: direction(status),
        baseline: (Some(baseline.0), baseline.1),
        target: (2033, target),
        steps,
        span: Span { first: 2024, last: 2033 },
        status,
        least_step,
    }
}
