//! What lies where in a drawn figure.

use super::geometry::{Point, Rect};

/// Regions of a figure and what each stands for, later ones on top.
#[derive(Clone, Debug, PartialEq)]
pub struct HitMap<T> {
    regions: Vec<(Rect, T)>,
}

impl<T> Default for HitMap<T> {
    fn default() -> Self {
        Self { regions: Vec::new() }
    }
}

impl<T> HitMap<T> {
    /// Adds a region on top.
    pub fn push(&mut self, region: Rect, what: T) {
        self.regions.push((region, what));
    }

    /// What is nearest to the pointer among the regions it touches.
    pub fn at(&self, point: Point) -> Option<&T> {
        let distance = |region: &Rect| {
            let center = region.center();
            (center.x - point.x).hypot(center.y - point.y)
        };
        self.regions
            .iter()
            .rev()
            .filter(|(region, _)| region.contains(point))
            .min_by(|(a, _), (b, _)| distance(a).total_cmp(&distance(b)))
            .map(|(_, what)| what)
    }

    /// All regions in drawing order.
    pub fn regions(&self) -> &[(Rect, T)] {
        &self.regions
    }
}
