//! Places words beside points: none upon another or upon a point, each joined to its own by a line when it had to
//! move away. What finds no room is named, never dropped.
//!
//! Every label has a list of places, the dearest last. Labels choose in turn, those with the fewest places first; one
//! that finds none drives others out, which choose again. Then each moves to a cheaper place that is free. No chance
//! is involved: the same labels always stand in the same places.

use std::collections::VecDeque;

use super::geometry::{Point, Rect, Segment, sine_cosine};
use crate::model::between;

/// Words to place. All lengths here are of one unit, the backend's pixels or any other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// What they stand for.
    pub point: Point,
    /// How far its mark reaches.
    pub radius: f64,
    /// Width and height of the words.
    pub size: (f64, f64),
}

impl Label {
    /// Whether a box comes nearer to the mark's edge than `distance`.
    pub fn is_near(&self, rect: Rect, distance: f64) -> bool {
        let nearest = rect.nearest(self.point);
        let (dx, dy, reach) = (nearest.x - self.point.x, nearest.y - self.point.y, self.radius + distance);
        dx * dx + dy * dy < reach * reach
    }
}

/// Where words may stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scene<'a> {
    /// Words keep within.
    pub bounds: Rect,
    /// Where other words stand already.
    pub taken: &'a [Rect],
    /// Lines that words should not cover if they can help it.
    pub avoided: &'a [Rect],
    /// Distance between words and their point, and the least between two labels.
    pub gap: f64,
}

/// Words in their place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// Which label.
    pub index: usize,
    /// Where.
    pub rect: Rect,
    /// Joins the point with words that do not touch it.
    pub leader: Option<Segment>,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placement {
    /// In the order of the labels.
    pub placed: Vec<Placed>,
    /// Labels that found no room.
    pub unplaced: Vec<usize>,
}

impl Placement {
    /// All lines, to be drawn under the points.
    pub fn leaders(&self) -> Vec<Segment> {
        self.placed.iter().filter_map(|placed| placed.leader).collect()
    }
}

/// A place for a label, and what it costs to take it, in gaps.
#[derive(Clone, Copy)]
struct Place {
    rect: Rect,
    leader: Option<Segment>,
    cost: f64,
}

/// Directions words can move away in.
const DIRECTIONS: u32 = 32;
/// Steps words move away by: as many as mostly do, and the most; and the length of one, in gaps.
const NEAR: u32 = 5;
const FAR: u32 = 16;
const STEP: f64 = 3.0;
/// Cost of any line, of covering what should be avoided, and of standing where another point might claim the words.
const COSTS: (f64, f64, f64) = (8.0, 7.0, 6.0);
/// How near another point is to claim words, in gaps.
const CLAIM: f64 = 2.5;
/// How many labels more than once may choose.
const MOVES: usize = 48;

/// Places the labels: near their points if all find room there, else as far away as it takes.
pub fn place(labels: &[Label], scene: &Scene<'_>) -> Placement {
    let rays: Vec<(f64, f64)> = (0..DIRECTIONS).map(direction).collect();
    let near = place_within(NEAR, labels, scene, &rays);
    if near.unplaced.is_empty() { near } else { place_within(FAR, labels, scene, &rays) }
}

/// Places the labels up to a number of steps away from their points.
fn place_within(steps: u32, labels: &[Label], scene: &Scene<'_>, rays: &[(f64, f64)]) -> Placement {
    let places: Vec<Vec<Place>> = (0..labels.len()).map(|index| places(index, labels, scene, (steps, rays))).collect();
    let mut queue: Vec<usize> = (0..labels.len()).collect();
    queue.sort_by_key(|index| places.get(*index).map_or(0, Vec::len));
    let mut best = settle(&queue, &places, scene.gap);
    improve(&mut best, &places, scene.gap);
    let mut placement = Placement::default();
    for (index, chosen) in best.into_iter().enumerate() {
        match chosen {
            Some(Place { rect, leader, .. }) => placement.placed.push(Placed { index, rect, leader }),
            None => placement.unplaced.push(index),
        }
    }
    placement
}

/// Each label of the queue takes its cheapest free place. One that finds none takes the place that drives out the
/// fewest, those driven out the least often before; they queue again. The best state seen is kept.
fn settle(queue: &[usize], places: &[Vec<Place>], gap: f64) -> Vec<Option<Place>> {
    let mut waiting: VecDeque<usize> = queue.iter().copied().filter(|index| has_place(*index, places)).collect();
    let mut chosen: Vec<Option<Place>> = vec![None; places.len()];
    let mut driven_out = vec![0_usize; places.len()];
    let mut best = (waiting.len(), chosen.clone());
    for _ in 0..queue.len() + MOVES {
        let Some(index) = waiting.pop_front() else { break };
        let own = places.get(index).map(Vec::as_slice).unwrap_or_default();
        let price = |place: &Place| -> usize {
            let rivals = disturbed(place, index, &chosen, gap);
            rivals.map(|rival| 1 + driven_out.get(rival).copied().unwrap_or_default()).sum()
        };
        let mut cheapest: Option<(usize, Place)> = None;
        for place in own {
            let price = price(place);
            if cheapest.is_none_or(|(least, _)| price < least) {
                cheapest = Some((price, *place));
            }
            if price == 0 {
                break;
            }
        }
        let Some((_, place)) = cheapest else { continue };
        let rivals: Vec<usize> = disturbed(&place, index, &chosen, gap).collect();
        for rival in rivals {
            set(&mut chosen, rival, None);
            if let Some(times) = driven_out.get_mut(rival) {
                *times += 1;
            }
            waiting.push_back(rival);
        }
        set(&mut chosen, index, Some(place));
        if waiting.len() < best.0 {
            best = (waiting.len(), chosen.clone());
        }
    }
    best.1
}

fn has_place(index: usize, places: &[Vec<Place>]) -> bool {
    places.get(index).is_some_and(|own| !own.is_empty())
}

fn set(chosen: &mut [Option<Place>], index: usize, place: Option<Place>) {
    if let Some(slot) = chosen.get_mut(index) {
        *slot = place;
    }
}

/// Each label moves to the cheapest place the others leave it.
fn improve(chosen: &mut [Option<Place>], places: &[Vec<Place>], gap: f64) {
    const PASSES: usize = 3;
    for _ in 0..PASSES {
        for (index, own) in places.iter().enumerate() {
            let free = own.iter().find(|place| is_free(place, index, chosen, gap)).copied();
            if let (Some(slot), Some(place)) = (chosen.get_mut(index), free) {
                *slot = Some(place);
            }
        }
    }
}

/// Whether a place disturbs no other label.
fn is_free(place: &Place, index: usize, chosen: &[Option<Place>], gap: f64) -> bool {
    disturbed(place, index, chosen, gap).next().is_none()
}

/// The labels that a place would disturb.
fn disturbed(place: &Place, index: usize, chosen: &[Option<Place>], gap: f64) -> impl Iterator<Item = usize> {
    let room = place.rect.grown(gap / 2.0);
    let others = chosen.iter().enumerate().filter(move |(other, _)| *other != index);
    let others = others.filter_map(|(other, place)| place.as_ref().map(|place| (other, place)));
    let is_rival = move |other: &Place| {
        let crossed = |rect: Rect, leader: Option<Segment>| leader.is_some_and(|line| line.enters(rect));
        let tangled = || place.leader.zip(other.leader).is_some_and(|(a, b)| a.crosses(b));
        room.overlaps(other.rect)
            || crossed(room, other.leader)
            || crossed(other.rect.grown(gap / 2.0), place.leader)
            || tangled()
    };
    others.filter(move |(_, other)| is_rival(other)).map(|(other, _)| other)
}

/// All places a label could take if it were alone, the cheapest first.
fn places(index: usize, labels: &[Label], scene: &Scene<'_>, (steps, rays): (u32, &[(f64, f64)])) -> Vec<Place> {
    let Some(label) = labels.get(index) else { return Vec::new() };
    let beside = BESIDE.iter().zip(0..).map(|(direction, rank)| (*direction, 0.0, f64::from(rank) * 0.5));
    let away = (1..=steps).flat_map(|step| {
        let distance = f64::from(step) * STEP;
        rays.iter().map(move |ray| (*ray, distance, COSTS.0 + distance))
    });
    let place = |(direction, distance, cost): ((f64, f64), f64, f64)| {
        let rect = rect(label, direction, scene.gap * (1.0 + distance), scene.bounds)?;
        let place = Place { rect, leader: leader(label, rect, scene.gap), cost };
        let is_possible = is_possible(&place, index, labels, scene);
        is_possible.then(|| Place { cost: cost + burden(rect, index, labels, scene), ..place })
    };
    let mut places: Vec<Place> = beside.chain(away).filter_map(place).collect();
    places.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    places
}

/// Right, left, above, below, then the corners and what lies between: where a reader looks first.
const BESIDE: [(f64, f64); 12] = [
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.0, -1.0),
    (0.0, 1.0),
    (0.7, -0.7),
    (0.7, 0.7),
    (-0.7, -0.7),
    (-0.7, 0.7),
    (0.3, -1.0),
    (0.3, 1.0),
    (-0.3, -1.0),
    (-0.3, 1.0),
];

fn direction(turn: u32) -> (f64, f64) {
    let angle = (f64::from(turn) / f64::from(DIRECTIONS) * 2.0 - 1.0) * std::f64::consts::PI;
    let (sine, cosine) = sine_cosine(angle);
    (cosine, sine)
}

/// The words' box at a distance from their mark, pushed inside the bounds; `None` when it is larger than they are.
fn rect(label: &Label, (dx, dy): (f64, f64), distance: f64, bounds: Rect) -> Option<Rect> {
    let (width, height) = label.size;
    let reach = label.radius + distance;
    // Of a box in a slanting direction the corner or what is near it faces the point, not the middle of a side.
    let facing = |part: f64| between(part * 1.5, -1.0, 1.0) - 1.0;
    let left = label.point.x + dx * reach + facing(dx) * width / 2.0;
    let top = label.point.y + dy * reach + facing(dy) * height / 2.0;
    let left = between(left, bounds.left, bounds.right - width);
    let top = between(top, bounds.top, bounds.bottom - height);
    let rect = Rect { left, top, right: left + width, bottom: top + height };
    bounds.holds(rect).then_some(rect)
}

/// A line from a mark's edge to words that do not touch it.
fn leader(label: &Label, rect: Rect, gap: f64) -> Option<Segment> {
    let to = rect.nearest(label.point);
    let (dx, dy) = (to.x - label.point.x, to.y - label.point.y);
    let distance = dx.hypot(dy);
    if distance <= label.radius + gap * 1.5 {
        return None;
    }
    let share = label.radius / distance;
    Some(Segment { from: Point { x: label.point.x + dx * share, y: label.point.y + dy * share }, to })
}

/// What makes a place worse than its distance: what it covers, and whose words they might seem to be.
fn burden(rect: Rect, index: usize, labels: &[Label], scene: &Scene<'_>) -> f64 {
    let covered = scene.avoided.iter().filter(|line| rect.overlaps(**line)).count() as f64;
    let claims = |label: &&Label| label.is_near(rect, scene.gap * CLAIM);
    let own = labels.get(index).map(|label| label.point);
    let others = labels.iter().filter(|label| own.is_none_or(|own| !is_same(own, label.point, scene.gap)));
    covered * COSTS.1 + others.filter(claims).count() as f64 * COSTS.2
}

/// Whether a place covers no point and nothing taken, and its line leads past all other points.
fn is_possible(place: &Place, index: usize, labels: &[Label], scene: &Scene<'_>) -> bool {
    let half = scene.gap / 2.0;
    let Some(own) = labels.get(index).map(|label| label.point) else { return false };
    let clear = |label: &Label| !label.is_near(place.rect, half);
    let passes = |line: Segment| {
        let far = |label: &Label| !line.is_near(label.point, label.radius + half);
        labels.iter().all(|label| is_same(own, label.point, scene.gap) || far(label))
            && !scene.taken.iter().any(|taken| line.enters(*taken))
    };
    labels.iter().all(clear)
        && !scene.taken.iter().any(|taken| place.rect.overlaps(taken.grown(half)))
        && place.leader.is_none_or(passes)
}

/// Whether two points cannot be told apart.
fn is_same(a: Point, b: Point, gap: f64) -> bool {
    let (dx, dy) = (a.x - b.x, a.y - b.y);
    4.0 * (dx * dx + dy * dy) < gap * gap
}
