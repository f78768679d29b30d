//! A figure's words: where they stand and what they say. Whoever shows the figure sets them, as DOM or as SVG text.

use super::geometry::Point;

/// On which side of its place a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Above it, centred.
    Above,
    /// Below it, centred.
    Below,
    /// Left of it, at half height.
    Left,
    /// Right of it, at half height.
    Right,
    /// Above it, from there to the right.
    AboveStart,
    /// Above it, from the left to there.
    AboveEnd,
}

/// A word of a figure; `S` is what words of this figure may say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Word<S> {
    /// Its place, backend px.
    pub at: Point,
    /// Where it stands beside that.
    pub side: Side,
    /// What it says.
    pub says: S,
}
