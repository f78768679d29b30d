//! What lies where in a drawn figure.

#[cfg(not(small))]
use super::geometry::Point;
use super::geometry::Rect;

#[cfg(not(small))]
type Regions<T> = Vec<(Rect, T)>;
/// In a visit nobody asks what lies where: the browser finds what is pointed at.
#[cfg(small)]
type Regions<T> = std::marker::PhantomData<T>;

/// Regions of a figure and what each stands for, later ones on top.
#[derive(Clone, Debug, PartialEq)]
pub struct HitMap<T> {
    regions: Regions<T>,
}

impl<T> Default for HitMap<T> {
    fn default() -> Self {
        Self { regions: Regions::default() }
    }
}

impl<T> HitMap<T> {
    /// Adds a region on top.
    pub fn push(&mut self, region: Rect, what: T) {
        #[cfg(not(small))]
        self.regions.push((region, what));
        #[cfg(small)]
        let _ = (region, what);
    }

    #[cfg(not(small))]
    /// What is nearest to the pointer among the regions it touches.
    pub fn at(&self, point: Point) -> Option<&T> {
        let distance = |region: &Rect| region.center().distance(point);
        self.regions
            .iter()
            .rev()
            .filter(|(region, _)| region.contains(point))
            .min_by(|(a, _), (b, _)| distance(a).total_cmp(&distance(b)))
            .map(|(_, what)| what)
    }

    #[cfg(not(small))]
    /// All regions in drawing order.
    pub fn regions(&self) -> &[(Rect, T)] {
        &self.regions
    }
}
