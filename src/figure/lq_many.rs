//! Very many cities: the heat behind their rows colour by colour, and where they lie as a density.

use plotters::element::{Circle, Rectangle};
use plotters_backend::DrawingBackend;

use super::axis::{Axis as _, Log};
use super::geometry::{Point, Rect};
use super::lq_dots::{DotPlot, draw_dot, draw_grid};
use super::lq_heat::HeatCell;
use super::theme::Theme;
use super::{Area, Drawn};

/// From this many cities on dots would only cover each other.
pub const DENSE: usize = 300;
/// Width of a bin, CSS px.
const BIN_PX: f64 = 4.0;
/// Height of the fullest bin, CSS px.
const HEIGHT_PX: f64 = 26.0;
/// Radius of a ring around a city kept on top, CSS px.
const RING_PX: f64 = 4.5;

/// Draws the cells colour by colour, so that a canvas is told each colour once.
pub fn heat<DB: DrawingBackend>(area: &Area<DB>, cells: &[HeatCell], theme: &Theme) -> Drawn<DB, ()> {
    for step in 0..theme.palette.heat.len() {
        for cell in cells.iter().filter(|cell| cell.step == Some(step)) {
            area.draw(&Rectangle::new(cell.rect.pixels(theme.px(1.0)), theme.heat(step).fill()))?;
        }
    }
    Ok(())
}

/// Draws for each row how many of the cities `shown` lie where.
pub fn density<DB: DrawingBackend>(
    area: &Area<DB>,
    axis: &Log,
    plot: &DotPlot,
    shown: &[usize],
    theme: &Theme,
) -> Drawn<DB, ()> {
    draw_grid(area, axis, theme)?;
    for row in &plot.rows {
        let places =
            shown.iter().filter_map(|city| row.quotients.get(*city)?.published()).map(|quotient| axis.at(quotient));
        for bin in bins(places, theme.px(BIN_PX)) {
            let half = (bin.share_ratio.sqrt() * theme.px(HEIGHT_PX) / 2.0).max(theme.px(1.0));
            let rect =
                Rect { left: bin.left, right: bin.left + theme.px(BIN_PX), top: row.y - half, bottom: row.y + half };
            let [upper_left, lower_right] = rect.pixels(0.0);
            // A pixel less to the right: neighbours touch, and do not cover each other.
            let lower_right = (lower_right.0 - 1, lower_right.1);
            area.draw(&Rectangle::new([upper_left, lower_right], theme.palette.edge.fill()))?;
        }
    }
    Ok(())
}

/// Draws the chosen city, and rings for those kept on top, over whatever shows the others.
pub fn emphasis<DB: DrawingBackend>(
    area: &Area<DB>,
    axis: &Log,
    plot: &DotPlot,
    pins: &[usize],
    theme: &Theme,
) -> Drawn<DB, ()> {
    for row in &plot.rows {
        let place = |column: usize| Some(Point { x: axis.at(row.quotients.get(column)?.published()?), y: row.y });
        for center in pins.iter().filter(|pin| Some(**pin) != plot.chosen).filter_map(|pin| place(*pin)) {
            let (inner, outer) = (theme.px(RING_PX) as u32, theme.px(RING_PX + 2.0) as u32);
            area.draw(&Circle::new(center.pixel(), outer, theme.palette.counter.fill()))?;
            area.draw(&Circle::new(center.pixel(), inner, theme.palette.surface.fill()))?;
        }
        if let Some(center) = plot.chosen.and_then(place) {
            draw_dot(area, center, true, theme)?;
        }
    }
    Ok(())
}

/// Cities in a stretch of the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// Where it begins, backend px.
    pub left: f64,
    /// Its count over the fullest one's.
    pub share_ratio: f64,
}

/// Counts places in bins of a width; empty bins are left out.
///
/// ```
/// use shigoto_widgets::figure::lq_many::bins;
/// let bins = bins([1.0, 2.0, 9.0].into_iter(), 4.0);
/// assert_eq!(bins.iter().map(|bin| (bin.left, bin.share_ratio)).collect::<Vec<_>>(), [(0.0, 1.0), (8.0, 0.5)]);
/// ```
pub fn bins(places: impl Iterator<Item = f64>, width: f64) -> Vec<Bin> {
    let mut counts: Vec<usize> = Vec::new();
    for place in places {
        let index = (place / width.max(1.0)).max(0.0) as usize;
        if counts.len() <= index {
            counts.resize(index + 1, 0);
        }
        if let Some(count) = counts.get_mut(index) {
            *count += 1;
        }
    }
    let most = counts.iter().copied().max().unwrap_or(1) as f64;
    let bin = |(index, count): (usize, usize)| Bin { left: index as f64 * width, share_ratio: count as f64 / most };
    counts.into_iter().enumerate().filter(|(_, count)| *count > 0).map(bin).collect()
}
