//! Where marks and words stand: every datum of a figure at its own place.

use crate::common::{library, source};

use shigoto_widgets::data::Dataset;
use shigoto_widgets::data::actuals::Actual;
use shigoto_widgets::data::kpi::{Direction, Kpi, KpiKind, Period};
use shigoto_widgets::figure::axis::{Axis as _, Linear, Log, SMALLEST};
use shigoto_widgets::figure::geometry::{Rect, round_levels};
use shigoto_widgets::figure::lq_quadrant::{self, QuadrantPlot, Quotients, Standing};
use shigoto_widgets::figure::theme::{CONTRAST, LIGHT, Palette, Theme};
use shigoto_widgets::figure::trajectory::{Course, Layout, Now, Says};
use shigoto_widgets::figure::words::Side;
use shigoto_widgets::figure::{bullet, gauge};
use shigoto_widgets::id::Base;
use shigoto_widgets::model::fiscal::Span;
use shigoto_widgets::model::location_quotient::AxisMark;
use shigoto_widgets::model::marks::Mark;
use shigoto_widgets::model::pace::{Reading, Status};
use shigoto_widgets::picture::{self, SCALE};

const THEME: Theme = Theme { palette: LIGHT, scale: 2.0 };
const BOUNDS: Rect = Rect { left: 50.0, top: 20.0, right: 650.0, bottom: 420.0 };
const SPAN: Span = Span { first: 2024, last: 2033 };

fn plot(pairs: &[(f64, f64)]) -> QuadrantPlot {
    let industry =
        |(output, employees): &(f64, f64)| Quotients { output: *output, employees: *employees, is_exact: true };
    QuadrantPlot { bounds: BOUNDS, industries: pairs.iter().map(industry).collect() }
}

#[test]
fn industries_stand_in_their_quadrant() {
    let pairs = [(1.5, 1.2), (1.5, 0.6), (0.7, 1.2), (0.7, 0.6), (9.44, 2.42), (1.0, 1.0)];
    let layout = lq_quadrant::Layout::new(&plot(&pairs), &THEME);
    for (dot, (output, employees)) in layout.dots.iter().zip(pairs) {
        let ground = layout.quadrant(Standing::of(output, employees));
        assert!(ground.grown(1.0).contains(dot.center), "{output} {employees}");
        assert!(BOUNDS.contains(dot.center));
    }
    assert_eq!(layout.dots[5].center.x, layout.x.at(1.0));
    assert_eq!(layout.dots[5].center.y, layout.y.at(1.0));
    assert_eq!((layout.x.zero, layout.x.small), (None, None), "no lanes for what is not there");
}

#[test]
fn zero_and_the_very_small_stand_beyond_the_break() {
    let layout = lq_quadrant::Layout::new(&plot(&[(0.0, 0.01), (0.09, 0.5), (0.1, 1.0)]), &THEME);
    let [zero, small, least] = [0, 1, 2].map(|index| layout.dots[index].center);
    assert_eq!(Some(zero.x), layout.x.zero);
    assert_eq!(Some(small.x), layout.x.small);
    assert!(zero.x < small.x && small.x < layout.x.ends.0 && layout.x.ends.0 < least.x);
    assert_eq!((Some(zero.y), layout.y.zero), (layout.y.small, None));
    assert!(zero.y > layout.y.ends.0);
}

#[test]
fn every_industry_has_its_mark_and_ties_are_rings() {
    let pairs = [(1.4, 1.3), (1.4, 1.3), (0.5, 0.5), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0)];
    let layout = lq_quadrant::Layout::new(&plot(&pairs), &THEME);
    assert!(layout.dots[3].radius > layout.dots[0].radius && layout.dots[0].radius > layout.dots[2].radius);
    assert_eq!(layout.dots.len(), pairs.len());
    let words: Vec<_> = layout.words.iter().filter(|word| word.side == Side::Below).map(|word| word.says).collect();
    assert_eq!(words[0], AxisMark::Zero, "the lane of zero is named");
    assert!(words.contains(&AxisMark::Quotient(1.0)) && !words.contains(&AxisMark::Small));
}

#[test]
fn names_of_quadrants_cover_no_mark() {
    let crowded: Vec<(f64, f64)> = (0..12).map(|n| (1.05 + f64::from(n) * 0.08, 1.95)).collect();
    let layout = lq_quadrant::Layout::new(&plot(&crowded), &THEME);
    assert_eq!(layout.name(Standing::Both, (150.0, 30.0), &THEME), None, "no room along the whole edge");
    let free = layout.name(Standing::Neither, (150.0, 30.0), &THEME).unwrap();
    assert!(layout.quadrant(Standing::Neither).holds(free));
    assert_eq!(free.left, layout.x.ends.0 + 16.0, "in the corner");
}

fn reading(kind: KpiKind, [baseline, target, pace]: [f64; 3], actual: Option<f64>) -> Reading {
    Reading {
        id: "fiction".parse().unwrap(),
        kind,
        direction: Some(if target < baseline { Direction::Lower } else { Direction::Raise }),
        baseline,
        actual,
        target,
        pace,
        is_pace_marked: true,
        status: Status::NoReading,
    }
}

/// Where a gauge has its marks, as shares of the arc: what is filled, baseline, target.
fn on_gauge(reading: &Reading) -> ((f64, f64), f64, f64) {
    let layout = gauge::Layout::new((440.0, 300.0), reading, None);
    (layout.level, layout.baseline, layout.target)
}

/// The same of a bullet, as shares of its track.
fn on_bullet(reading: &Reading) -> ((f64, f64), f64, f64) {
    let layout = bullet::Layout::new((600.0, 88.0), reading, None, &THEME);
    let share = |x: f64| (x - layout.track.left) / layout.track.width();
    ((share(layout.level.0), share(layout.level.1)), share(layout.baseline.x), share(layout.target.x))
}

#[test]
fn marks_stand_where_the_numbers_say() {
    use KpiKind::{Cumulative, Maintain, Percentage, Raise, Unstated};
    // Kind, baseline, target, reading; from and to where it is filled, baseline, target.
    let cases = [
        (Unstated, (10.0, 30.0, None), (0.0, 1.0 / 3.0), 1.0 / 3.0, 1.0),
        (Raise, (10.0, 30.0, Some(20.0)), (0.0, 2.0 / 3.0), 1.0 / 3.0, 1.0),
        (Raise, (464.0, 474.0, None), (0.0, 464.0 / 474.0), 464.0 / 474.0, 1.0),
        // A share is no more of the arc than of a hundred: nothing is cut off below it.
        (Percentage, (8.4, 8.8, None), (0.0, 8.4 / 8.8), 8.4 / 8.8, 1.0),
        (Cumulative, (0.0, 3.0, None), (0.0, 0.0), 0.0, 1.0),
        // A level that is held is not half empty.
        (Maintain, (80.0, 80.0, None), (0.0, 1.0), 1.0, 1.0),
        (Maintain, (80.0, 80.0, Some(60.0)), (0.0, 0.75), 1.0, 1.0),
        (Maintain, (0.0, 0.0, None), (0.0, 0.0), 0.0, 0.0),
        (Maintain, (0.0, 0.0, Some(2.0)), (0.0, 1.0), 0.0, 0.0),
        // What is to fall begins full: the arc ends at the baseline.
        (Raise, (12.0, 3.0, None), (0.0, 1.0), 1.0, 0.25),
        (Raise, (12.0, 3.0, Some(6.0)), (0.0, 0.5), 1.0, 0.25),
        (Raise, (12.0, 0.0, Some(6.0)), (0.0, 0.5), 1.0, 0.0),
        // Below zero it is filled from zero as well.
        (Raise, (-50.0, 50.0, None), (0.5, 0.0), 0.0, 1.0),
        (Raise, (-50.0, 50.0, Some(25.0)), (0.5, 0.75), 0.0, 1.0),
        (Raise, (-50.0, -10.0, None), (1.0, 0.0), 0.0, 0.8),
        // A little beyond the target there is room, and no more.
        (Raise, (10.0, 30.0, Some(33.0)), (0.0, 1.1), 1.0 / 3.0, 1.0),
        (Raise, (1.0, 3.0, Some(3000.0)), (0.0, 1.15), 1.0 / 3.0, 1.0),
    ];
    for (kind, (baseline, target, actual), level, baseline_at, target_at) in cases {
        let reading = reading(kind, [baseline, target, baseline], actual);
        for ((from, to), baseline, target) in [on_gauge(&reading), on_bullet(&reading)] {
            let pairs = [(from, level.0), (to, level.1), (baseline, baseline_at), (target, target_at)];
            assert!(pairs.iter().all(|(found, expected)| (found - expected).abs() < 1e-9), "{reading:?}: {pairs:?}");
        }
    }
}

#[test]
fn targets_to_rise_to_stand_at_one_angle_and_what_goes_beyond_keeps_its_sign() {
    for (actual, is_beyond) in [(34.4, false), (34.6, true), (3000.0, true)] {
        let reading = reading(KpiKind::Raise, [10.0, 30.0, 20.0], Some(actual));
        let gauge = gauge::Layout::new((440.0, 300.0), &reading, Some(20.0));
        let bullet = bullet::Layout::new((600.0, 88.0), &reading, Some(20.0), &THEME);
        assert_eq!((gauge.is_beyond, bullet.is_beyond), (is_beyond, is_beyond), "{actual}");
        assert!((gauge.pace.unwrap() - 2.0 / 3.0).abs() < 1e-9 && bullet.level.1 <= 600.0);
        assert_eq!(Mark::Beyond.is_of(&reading), is_beyond, "the legend explains it");
    }
    let angles =
        data().kpi.kpis.iter().map(|kpi| on_gauge(&Reading::of(kpi, &[], SPAN, (2026, false))).2).collect::<Vec<_>>();
    assert_eq!(angles, [1.0; 16]);
}

#[test]
fn a_floor_reaches_up_and_a_ceiling_down() {
    let held = |direction| {
        let reading = Reading { direction, ..reading(KpiKind::Maintain, [80.0, 80.0, 80.0], None) };
        (gauge::Layout::new((440.0, 300.0), &reading, None).held, Mark::Held.is_of(&reading))
    };
    assert_eq!(held(Some(Direction::Raise)), (Some((1.0, 1.15)), true));
    assert_eq!(held(Some(Direction::Lower)), (Some((0.0, 1.0)), true));
    assert_eq!(held(None), (None, false), "nobody says which");
}

#[test]
fn every_mark_lies_within_its_figure() {
    for (width, height) in [(440.0, 300.0), (248.0, 184.0), (900.0, 260.0)] {
        for actual in [None, Some(12.0), Some(3000.0)] {
            let reading = reading(KpiKind::Raise, [10.0, 30.0, 20.0], actual);
            let layout = gauge::Layout::new((width, height), &reading, Some(34.0));
            let at = |to: f64, out: f64| layout.dial.arc(0.0, to, layout.dial.outer + out * layout.unit);
            let inside = |(x, y): (i32, i32)| (0..=width as i32).contains(&x) && (0..=height as i32).contains(&y);
            // Pace marks end at the target, the line of a floor does not.
            assert!(at(1.0, 13.0).chain(at(1.15, 7.0)).all(inside), "{width} x {height}");
        }
    }
}

fn data() -> Dataset {
    library().dataset
}

fn kpi(kind: KpiKind, baseline: (u16, f64), target: f64) -> Kpi {
    let mut kpi = data().kpi.kpis.swap_remove(0);
    kpi.kind = kind;
    kpi.direction = (kind == KpiKind::Maintain).then_some(Direction::Raise);
    kpi.baseline.period = Period { year: baseline.0, is_fiscal: false };
    kpi.baseline.value = baseline.1;
    kpi.target.value = target;
    kpi
}

fn actual(kpi: &Kpi, year: u16, value: f64) -> Actual {
    let period = Period { year, is_fiscal: true };
    Actual { id: kpi.id.clone(), period, value, source: String::new(), note: String::new(), line: 2 }
}

#[test]
fn a_trajectory_begins_at_the_baseline_s_own_year() {
    let kpi = kpi(KpiKind::Raise, (2020, 100.0), 230.0);
    let course = Course::of(&kpi, &[], SPAN, 2026);
    assert_eq!(course.years(), (2020, 2033));
    let layout = Layout::new(&course, Now { year: 2026.0, pace: 160.0 }, 2026, BOUNDS, &THEME);
    let years = layout.years.ticks();
    assert_eq!(years.len(), 14);
    assert_eq!((years[0].1, years[3].1), (layout.baseline.x, layout.start_x));
    assert_eq!(years[13].1, layout.target.x);
    // The pace of a year lies on the straight line between baseline and target.
    let share = (layout.pace.x - layout.baseline.x) / (layout.target.x - layout.baseline.x);
    let y = layout.baseline.y + share * (layout.target.y - layout.baseline.y);
    assert!((layout.pace.y - y).abs() < 1e-9);
}

#[test]
fn readings_count_as_the_gauge_counts_them() {
    let kpi = kpi(KpiKind::Raise, (2023, 100.0), 200.0);
    let levels = [(2027, 150.0), (2022, 120.0), (2025, 110.0), (2023, 101.0), (2035, 210.0)];
    let actuals: Vec<Actual> = levels.iter().map(|(year, value)| actual(&kpi, *year, *value)).collect();
    for (year, counted) in [(2026, vec![2025]), (2027, vec![2025, 2027]), (2033, vec![2025, 2027, 2035])] {
        let course = Course::of(&kpi, &actuals, SPAN, year);
        let counts = course.steps.iter().filter(|step| step.counts);
        assert_eq!(counts.map(|step| step.year).collect::<Vec<_>>(), counted);
        let latest = course.steps.iter().rfind(|step| step.counts).map(|step| step.level);
        assert_eq!(latest, Reading::of(&kpi, &actuals, SPAN, (year, false)).actual);
        assert_eq!(course.years(), (2022, 2035));
    }
}

#[test]
fn every_level_lies_within_the_plot_and_years_keep_apart() {
    for (kind, baseline, target, value) in [
        (KpiKind::Raise, 0.0, 0.0, 0.0),
        (KpiKind::Raise, 1.0, 3.0, 3000.0),
        (KpiKind::Percentage, 8.4, 8.8, 8.3),
        (KpiKind::Maintain, 80.0, 80.0, 12.0),
        (KpiKind::Raise, 100.0, 20.0, -5.0),
    ] {
        let kpi = kpi(kind, (2023, baseline), target);
        let course = Course::of(&kpi, &[actual(&kpi, 2025, value)], SPAN, 2026);
        let now = Now { year: 2026.0, pace: baseline };
        let layout = Layout::new(&course, now, 2026, BOUNDS, &THEME);
        let points = [layout.baseline, layout.target, layout.pace, layout.steps[0]];
        assert!(points.into_iter().all(|point| BOUNDS.contains(point)), "{points:?}");
        let years = layout.words.iter().filter(|word| word.side == Side::Below);
        let mut xs: Vec<f64> = years.clone().map(|word| word.at.x).collect();
        xs.sort_unstable_by(f64::total_cmp);
        assert!(xs.windows(2).all(|pair| pair[1] - pair[0] > THEME.px(40.0)), "{xs:?}");
        let said: Vec<Says> = years.map(|word| word.says).collect();
        assert_eq!(said, [Says::Year(2033), Says::Year(2023), Says::Year(2026)]);
    }
}

#[test]
fn round_levels_enclose_what_they_measure() {
    for (least, most) in [(0.0, 3.0), (464.0, 474.0), (8.4, 8.8), (1_109_980.0, 1_490_000.0), (-5.0, 100.0), (7.0, 7.0)]
    {
        let levels = round_levels(least, most, 0.1);
        assert!(levels[0] <= least && *levels.last().unwrap() >= most, "{levels:?}");
        assert!((2..=9).contains(&levels.len()), "{levels:?}");
    }
}

#[test]
fn axes_put_values_where_their_ticks_are() {
    let linear = Linear::new(&[460.0, 465.0, 470.0], (420.0, 20.0));
    assert_eq!(linear.ticks(), [(460.0, 420.0), (465.0, 220.0), (470.0, 20.0)]);
    assert_eq!(linear.at(467.5), 120.0);
    assert_eq!(Linear::years((2026, 2026), (10.0, 90.0)).ticks(), [(2026.0, 10.0)]);
    let rows = Log::of_many((100.0, 900.0), &THEME);
    let [zero, small] = [rows.zero, rows.small].map(Option::unwrap);
    assert!(100.0 < zero && zero < small && small < rows.ends.0 && rows.ends.0 <= rows.at(SMALLEST));
    assert_eq!((rows.at(0.0), rows.at(0.05)), (zero, small));
    assert_eq!(rows.at(25.0), rows.at(10.0), "what is larger stands at the end");
    for (tick, place) in rows.ticks() {
        let octaves = (tick / SMALLEST).log2() / (10.0 / SMALLEST).log2();
        assert!((place - (rows.ends.0 + octaves * (rows.ends.1 - rows.ends.0))).abs() <= 1.0, "{tick}");
    }
}

/// Widths of the lines in a picture, in CSS px.
fn line_widths(svg: &str) -> Vec<f64> {
    let lines = svg.split('<').filter(|shape| !shape.contains("stroke=\"none\""));
    let width = |shape: &str| shape.split_once("stroke-width=\"")?.1.split('"').next()?.parse::<f64>().ok();
    lines.filter_map(width).map(|width| width / SCALE).collect()
}

#[test]
fn no_line_is_thinner_than_two_pixels_for_readers_who_ask_for_more_contrast() {
    let data = data();
    let table = data.lq.table(Base::Output).unwrap();
    let draw = |palette: &Palette| {
        let reading = reading(KpiKind::Raise, [91.0, 631.0, 361.0], None);
        let kpi = kpi(KpiKind::Maintain, (2020, 100.0), 100.0);
        let course = Course::of(&kpi, &[actual(&kpi, 2025, 90.0)], SPAN, 2026);
        let now = Now { year: 2026.0, pace: 100.0 };
        [
            picture::gauge(&reading, 400.0, palette),
            picture::bullets(&[reading], 400.0, palette),
            picture::trajectory(&course, now, 400.0, palette),
            picture::lq_dots(table, &data.lq, &data.lq.focus_city, 400.0, palette),
            picture::lq_quadrant(source(), &data, &data.lq.focus_city, 600.0, palette),
        ]
        .map(|svg| line_widths(&svg.unwrap()))
    };
    for palette in [LIGHT.stronger(), CONTRAST] {
        for (figure, widths) in draw(&palette).into_iter().enumerate() {
            assert!(!widths.is_empty() && widths.iter().all(|width| *width >= 2.0), "{figure}: {widths:?}");
        }
    }
    for (strong, plain) in draw(&LIGHT.stronger()).iter().zip(&draw(&LIGHT)) {
        assert!(strong.iter().sum::<f64>() > plain.iter().sum::<f64>() && strong.len() == plain.len());
    }
}
