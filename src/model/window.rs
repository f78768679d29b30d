//! Which rows of a long table stand in the document: those seen, and some beyond on either side.

use std::ops::Range;

use super::between;

/// Rows kept ready on either side of those seen.
const BEYOND: usize = 4;
/// Rows come and go this many at a time, so that most frames of a scroll have nothing to do.
const STEP: usize = 4;
/// Rows never more than this many, however high the room or low a row.
const MOST: usize = 160;

/// A table's rows behind an opening.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// How many rows there are.
    pub count: usize,
    /// Height of a row, px.
    pub row_px: f64,
    /// Height of the opening, px: without what stands still above the rows.
    pub room_px: f64,
}

impl Window {
    /// Rows in the document at most.
    pub fn most(&self) -> usize {
        let seen = between((self.room_px / self.row_px.max(1.0)).ceil(), 0.0, MOST as f64) as usize + 1;
        (seen + 2 * BEYOND + STEP).min(MOST)
    }

    /// Rows in the document when `scroll_px` of them are above the opening.
    ///
    /// ```
    /// use shigoto_widgets::model::window::Window;
    /// let window = Window { count: 1741, row_px: 40.0, room_px: 400.0 };
    /// assert_eq!(window.rows(0.0), 0..23);
    /// assert_eq!(window.rows(4000.0), 96..119);
    /// assert_eq!(window.rows(1e9).end, 1741);
    /// ```
    pub fn rows(&self, scroll_px: f64) -> Range<usize> {
        let first = (scroll_px / self.row_px.max(1.0)).floor().max(0.0) as usize;
        let start = first.min(self.count).saturating_sub(BEYOND) / STEP * STEP;
        // At the end there may be fewer rows below than kept ready above.
        let start = start.min(self.count.saturating_sub(1) / STEP * STEP);
        start..(start + self.most()).min(self.count)
    }

    /// The scroll position nearest to the present one at which a row is seen whole.
    pub fn reveal(&self, row: usize, scroll_px: f64) -> f64 {
        let top = row as f64 * self.row_px;
        reveal((top, top + self.row_px), scroll_px, self.room_px)
    }

    /// Rows that one page further are.
    pub fn page(&self) -> usize {
        ((self.room_px / self.row_px.max(1.0)) as usize).saturating_sub(1).max(1)
    }
}

/// The scroll position nearest to the present one at which a stretch is seen whole, or from its start.
pub fn reveal((start, end): (f64, f64), scroll: f64, room: f64) -> f64 {
    scroll.max(end - room).min(start).max(0.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Window;

    fn windows() -> impl Strategy<Value = Window> {
        (0_usize..3000, 8.0..200.0, 0.0..3000.0).prop_map(|(count, row_px, room_px)| Window { count, row_px, room_px })
    }

    /// Whether the rows seen are fewer than ever stand in the document.
    fn is_bounded(window: &Window) -> bool {
        window.most() < super::MOST
    }

    proptest! {
        #[test]
        fn never_more_rows_than_promised(window in windows(), scroll_px in -1e4..1e7) {
            let rows = window.rows(scroll_px);
            prop_assert!(rows.start <= rows.end && rows.end <= window.count);
            prop_assert!(rows.len() <= window.most() && window.most() <= super::MOST);
        }

        #[test]
        fn what_is_seen_stands_there(window in windows(), share in 0.0..1.0) {
            let longest = (window.count as f64 * window.row_px - window.room_px).max(0.0);
            let scroll_px = longest * share;
            let rows = window.rows(scroll_px);
            let (first, last) = (scroll_px / window.row_px, (scroll_px + window.room_px) / window.row_px);
            prop_assume!(is_bounded(&window));
            prop_assert!(rows.start as f64 <= first);
            prop_assert!(rows.end as f64 >= last.min(window.count as f64) - 1e-6);
        }

        #[test]
        fn every_row_can_be_reached(window in windows(), row in 0_usize..3000, from in 0.0..1e5) {
            prop_assume!(row < window.count && window.room_px >= window.row_px && is_bounded(&window));
            let scroll_px = window.reveal(row, from);
            prop_assert!(window.rows(scroll_px).contains(&row));
            let top = row as f64 * window.row_px;
            prop_assert!(scroll_px <= top + 1e-6 && top + window.row_px <= scroll_px + window.room_px + 1e-6);
            prop_assert!((window.reveal(row, scroll_px) - scroll_px).abs() < 1e-6, "a row seen whole stays where it is");
        }
    }
}
