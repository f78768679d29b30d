//! Tries to make labels overlap, and asks how many find room for the city's own industries.

use crate::common::{library, source};

use proptest::prelude::*;
use shigoto_widgets::data::Dataset;
use shigoto_widgets::figure::geometry::{Point, Rect};
use shigoto_widgets::figure::labels::{Label, Placement, Scene, place};
use shigoto_widgets::figure::lq_names::Names;
use shigoto_widgets::picture::{Look, Quadrant, quadrant_bounds_px};

const BOUNDS: Rect = Rect { left: 10.0, top: 20.0, right: 330.0, bottom: 420.0 };
const GAP: f64 = 4.0;

fn label() -> impl Strategy<Value = Label> {
    let coordinate = |from: f64, to: f64| {
        prop_oneof![from..=to, (0..4u8).prop_map(move |n| from + f64::from(n) * (to - from) / 3.0)]
    };
    (coordinate(10.0, 330.0), coordinate(20.0, 420.0), 2.0..12.0f64, 8.0..150.0f64, 12.0..45.0f64)
        .prop_map(|(x, y, radius, width, height)| Label { point: Point { x, y }, radius, size: (width, height) })
}

fn scene(taken: &[Rect]) -> Scene<'_> {
    Scene { bounds: BOUNDS, taken, avoided: &[], gap: GAP }
}

/// What no placement may do.
fn fault(labels: &[Label], placement: &Placement, scene: &Scene<'_>) -> Option<String> {
    let mut seen: Vec<usize> =
        placement.placed.iter().map(|placed| placed.index).chain(placement.unplaced.clone()).collect();
    seen.sort_unstable();
    if seen != (0..labels.len()).collect::<Vec<_>>() {
        return Some(format!("each label is placed or named once: {seen:?}"));
    }
    for (nth, one) in placement.placed.iter().enumerate() {
        let own = labels[one.index];
        let same = |other: &Label| (other.point.x - own.point.x).hypot(other.point.y - own.point.y) < scene.gap / 2.0;
        let width = one.rect.right - one.rect.left;
        if (width - own.size.0).abs() > 1e-9 || !scene.bounds.holds(one.rect) {
            return Some(format!("{one:?} is cut or outside"));
        }
        if labels.iter().any(|label| label.is_near(one.rect, 0.0))
            || scene.taken.iter().any(|taken| taken.overlaps(one.rect))
        {
            return Some(format!("{one:?} covers a point or what is taken"));
        }
        if one.leader.is_none() && !own.is_near(one.rect, scene.gap * 2.0) {
            return Some(format!("{one:?} is lost"));
        }
        let strikes =
            |label: &&Label| !same(label) && one.leader.is_some_and(|line| line.is_near(label.point, label.radius));
        if labels.iter().any(|label| strikes(&label)) {
            return Some(format!("the line of {one:?} runs over another's point"));
        }
        for other in placement.placed.iter().skip(nth + 1) {
            let lines = one.leader.zip(other.leader);
            if one.rect.overlaps(other.rect)
                || one.leader.is_some_and(|line| line.enters(other.rect))
                || other.leader.is_some_and(|line| line.enters(one.rect))
                || lines.is_some_and(|(a, b)| a.crosses(b))
            {
                return Some(format!("{one:?} and {other:?} are in each other's way"));
            }
        }
    }
    None
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn placed_labels_never_overlap(labels in prop::collection::vec(label(), 0..24)) {
        let taken = [Rect { left: 200.0, top: 20.0, right: 330.0, bottom: 60.0 }];
        let placement = place(&labels, &scene(&taken));
        prop_assert_eq!(fault(&labels, &placement, &scene(&taken)), None);
        prop_assert_eq!(&place(&labels, &scene(&taken)), &placement, "the same labels stand in the same places");
    }
}

#[test]
fn what_has_room_is_placed_and_what_has_none_is_named() {
    let label = |x, y, width| Label { point: Point { x, y }, radius: 5.0, size: (width, 18.0) };
    let alone = place(&[label(100.0, 100.0, 80.0)], &scene(&[]));
    assert_eq!(alone.placed[0].rect.left, 109.0, "right of its point, a gap away");
    assert_eq!(alone.placed[0].leader, None);
    assert_eq!(place(&[label(100.0, 100.0, 321.0)], &scene(&[])).unplaced, [0], "wider than the box");
    let ties = vec![label(100.0, 100.0, 80.0); 9];
    let placement = place(&ties, &scene(&[]));
    assert_eq!(fault(&ties, &placement, &scene(&[])), None);
    assert_eq!(placement.unplaced, [0; 0], "nine at one point");
    assert!(!placement.leaders().is_empty(), "not all of nine stand beside it");
}

/// More industries than have room for their names.
fn crowd() -> Vec<Label> {
    let at = |index: u32, of: u32| f64::from(index % of) / f64::from(of);
    let point = |index: u32| Point { x: 20.0 + 300.0 * at(index * 7, 41), y: 30.0 + 380.0 * at(index * 11, 53) };
    (0..36).map(|index| Label { point: point(index), radius: 3.0, size: (110.0, 32.0) }).collect()
}

#[test]
fn names_are_placed_once_for_a_size() {
    let mut names = Names::default();
    let number = |_: usize, _: usize| (9.0, 16.0);
    names.place(crowd(), &scene(&[]), number);
    let (placement, numbered) = (names.placement.clone(), names.numbered.clone());
    assert!(!numbered.is_empty() && names.placings == 1);
    names.place(crowd(), &scene(&[]), |_, _| panic!("a number is measured again"));
    assert_eq!(names.placings, 1, "painted again at the same size, nothing is placed anew");
    assert_eq!((&names.placement, &names.numbered), (&placement, &numbered));
    let wider = Scene { bounds: Rect { right: 340.0, ..BOUNDS }, ..scene(&[]) };
    names.place(crowd(), &wider, number);
    assert_eq!(names.placings, 2, "at another size all is");
    names.place(crowd().into_iter().map(|label| Label { size: (111.0, 32.0), ..label }).collect(), &wider, number);
    assert_eq!(names.placings, 3, "and for other words");
}

#[test]
fn names_without_room_become_numbers_in_their_order() {
    let wide = |x: f64| Label { point: Point { x, y: 100.0 }, radius: 5.0, size: (321.0, 18.0) };
    let mut names = Names::default();
    let mut given = Vec::new();
    names.place(vec![wide(50.0), wide(150.0)], &scene(&[]), |number, index| {
        given.push((number, index));
        (9.0, 18.0)
    });
    assert_eq!(given, [(1, 0), (2, 1)]);
    assert_eq!((names.numbered.as_slice(), names.placement.unplaced.as_slice()), (&[0, 1][..], &[][..]));
}

/// Quadrants of every city at a width.
fn every_city(data: &Dataset, width_px: f64) -> Vec<(String, Quadrant)> {
    let (bounds, _) = quadrant_bounds_px(width_px);
    let cities = data.lq.cities.iter().enumerate();
    cities
        .map(|(column, city)| {
            (city.name.clone(), Quadrant::new(&Look::published(source()), data, (column, None), bounds))
        })
        .collect()
}

#[test]
fn every_industry_of_every_city_finds_room() {
    let data = library().dataset;
    for width_px in [360.0, 720.0, 1280.0] {
        for (city, quadrant) in every_city(&data, width_px) {
            assert!(quadrant.layout.dots.len() >= 15, "{city}");
            let unplaced = &quadrant.placement.unplaced;
            println!(
                "{width_px} {city}: {} unplaced, {} with a line",
                unplaced.len(),
                quadrant.placement.leaders().len()
            );
            let allowed = if width_px < 720.0 { UNPLACED_AT_360 } else { 0 };
            assert!(unplaced.len() <= allowed, "{city} at {width_px} px: {unplaced:?}");
        }
    }
}

/// How many of a city's names may be missing on the narrowest screen: one of the city whose fifteen crowd most.
const UNPLACED_AT_360: usize = 1;
