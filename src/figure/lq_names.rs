//! Names of the quadrants' industries beside their dots: placed once for a size, and a number where a name has no room.

use super::geometry::Rect;
use super::labels::{Label, Placement, Scene, place};

/// Names in their places, and what they were placed for.
#[derive(Debug, Default)]
pub struct Names {
    placed_for: Option<PlacedFor>,
    /// Where names and numbers stand.
    pub placement: Placement,
    /// The labels that are numbers, in the order of their numbers.
    pub numbered: Vec<usize>,
    /// How often names had to be placed anew.
    pub placings: usize,
}

/// Everything the places depend on.
#[derive(Debug, PartialEq)]
struct PlacedFor {
    labels: Vec<Label>,
    bounds: Rect,
    taken: Vec<Rect>,
    avoided: Vec<Rect>,
    gap: f64,
}

impl Names {
    /// Places names, unless the same ones stand in the same scene already. Names without room become numbers, which may
    /// take the room of another name: `number` gives the size of the number that a label gets, counted from 1.
    pub fn place(
        &mut self,
        mut labels: Vec<Label>,
        scene: &Scene<'_>,
        mut number: impl FnMut(usize, usize) -> (f64, f64),
    ) {
        let placed_for = PlacedFor {
            labels: labels.clone(),
            bounds: scene.bounds,
            taken: scene.taken.to_vec(),
            avoided: scene.avoided.to_vec(),
            gap: scene.gap,
        };
        if self.placed_for.as_ref() == Some(&placed_for) {
            return;
        }
        self.placed_for = Some(placed_for);
        self.placings += 1;
        self.numbered.clear();
        // At the worst every name becomes a number.
        for _ in 0..=labels.len() {
            self.placement = place(&labels, scene);
            let fresh: Vec<usize> =
                self.placement.unplaced.iter().copied().filter(|index| !self.numbered.contains(index)).collect();
            if fresh.is_empty() {
                break;
            }
            for index in fresh {
                self.numbered.push(index);
                if let Some(label) = labels.get_mut(index) {
                    label.size = number(self.numbered.len(), index);
                }
            }
        }
    }
}
