//! Output against employees quotients of one city, and the quadrants in words.

use std::io;

use super::quadrant_words::{lead, list, name, notes, title};
use super::{Anchor, Label, Look, MARGIN_PX, SCALE, Story, WIDTH_PX, picture, width_em, with_labels, words, wrap};
use crate::data::Dataset;
use crate::figure::geometry::{Point, Rect};
use crate::figure::labels::{self, Placement, Scene};
use crate::figure::lq_quadrant::{self, Layout, QuadrantPlot, Quotients, Standing};
use crate::figure::theme::Palette;
use crate::figure::words::Side;
use crate::id::{CityId, IndustryId};
use crate::locale::unpublished::key as without_value;
use crate::locale::{Key, Lang, axis_word, own};
use crate::model::crosswalk::{pairs, unpublished};
use crate::model::location_quotient::AxisMark;
use crate::widget::lq::State;

/// Size of the type, its line, and distance of words and marks, CSS px.
const TYPE_PX: (f64, f64, f64) = (14.0, 19.0, 4.0);
/// Widest line of an industry's name, of a quadrant's where there is little room, and of a quadrant's elsewhere, em.
const LINE_EM: (f64, f64, f64) = (9.0, 8.0, 20.0);
/// Distance of a quadrant's name from a plot without room for it, above and below its axis's ticks, CSS px.
const OUTSIDE_PX: (f64, f64) = (8.0, 30.0);
/// Widths below which names break earlier, CSS px.
const NARROW_PX: f64 = 600.0;
/// Room for the words of the axes at the left and below, and for an edge elsewhere, CSS px.
const ROOM_PX: (f64, f64, f64) = (44.0, 52.0, 12.0);
/// Room for the names of the quadrants above and below a narrow plot, CSS px.
const NAMES_PX: f64 = 48.0;

/// A city's industries with the places of their names, all in the pixels of [`picture`].
pub struct Quadrant {
    look: Look,
    /// Where marks and words of the axes stand.
    pub layout: Layout,
    /// The industry that is chosen.
    chosen: Option<usize>,
    /// Names of the industries, in lines, in the plot's order.
    pub names: Vec<Vec<String>>,
    /// Where the names stand.
    pub placement: Placement,
    corners: Vec<Corner>,
}

/// A quadrant's name in its corner.
struct Corner {
    standing: Standing,
    lines: Vec<String>,
    rect: Rect,
}

impl Quadrant {
    /// The city in `column`, drawn within a box of CSS px, perhaps with one industry chosen.
    pub fn new(look: &Look, data: &Dataset, (column, chosen): (usize, Option<&IndustryId>), bounds_px: Rect) -> Self {
        let pairs = pairs(&data.lq, &data.links, column);
        let industries = pairs.iter().map(|pair| Quotients {
            output: pair.output.1,
            employees: pair.employees.1,
            is_exact: pair.is_exact,
        });
        let chosen = chosen.and_then(|own| pairs.iter().position(|pair| pair.output.0 == own));
        let plot = QuadrantPlot { bounds: scaled(bounds_px), industries: industries.collect() };
        let names = pairs.iter().map(|pair| lines(look, look.lang.name(pair.output.0.as_str()))).collect();
        Self::place(look, &plot, chosen, names)
    }

    /// Any industries with their names, in lines.
    pub fn place(look: &Look, plot: &QuadrantPlot, chosen: Option<usize>, names: Vec<Vec<String>>) -> Self {
        let layout = Layout::new(plot, &look.theme());
        let corners: Vec<Corner> =
            Standing::ALL.into_iter().map(|standing| Corner::new(look, standing, plot.bounds, &layout)).collect();
        let taken: Vec<Rect> = corners.iter().map(|corner| corner.rect).collect();
        let gap = look.theme().px(TYPE_PX.2);
        let avoided = layout.ones();
        let scene = Scene { bounds: plot.bounds.grown(-gap / 2.0), taken: &taken, avoided: &avoided, gap };
        let placement = labels::place(&layout.labels(names.iter().map(|name| size(name))), &scene);
        Self { look: *look, layout, chosen, names, placement, corners }
    }

    /// Names of industries and quadrants in their places.
    fn labels(&self) -> Vec<Label> {
        let mut labels = Vec::new();
        for placed in &self.placement.placed {
            let lines = self.names.get(placed.index).map(Vec::as_slice).unwrap_or_default();
            // Names that stand left of their mark end at it.
            let dot = self.layout.dots.get(placed.index).map_or(0.0, |dot| dot.center.x);
            let anchor = if placed.rect.right < dot { Anchor::End } else { Anchor::Start };
            labels.extend(written(lines, placed.rect, anchor));
        }
        for corner in &self.corners {
            let lines = written(&corner.lines, corner.rect, corner.anchor());
            labels.extend(lines.into_iter().map(|line| line.bold().color(self.look.palette.ink_2)));
        }
        labels
    }

    /// Names that found no room, to be told beside the picture.
    fn missing(&self) -> Option<String> {
        let lang = self.look.lang;
        let names = self.placement.unplaced.iter().filter_map(|index| self.names.get(*index)).map(|name| name.concat());
        let names: Vec<String> = names.collect();
        let told = || lang.text(Key::QuadrantMissing).to_owned() + &names.join(lang.text(Key::ListSeparator));
        (!names.is_empty()).then(told)
    }

    /// All words of the plot.
    fn words(&self, data: &Dataset) -> Vec<Label> {
        let mut words = self.axes(own::reference(self.look.lang, data));
        words.extend(self.labels());
        words
    }

    /// Ticks, lanes and names of the axes.
    fn axes(&self, reference: &str) -> Vec<Label> {
        let look = &self.look;
        let Rect { left, top, right, bottom } = self.layout.bounds;
        let [left, top, right, bottom] = [left, top, right, bottom].map(|edge| edge / SCALE);
        let small = |x_px: f64, y_px: f64, text: &str| {
            Label::new(x_px, y_px, text).size(TYPE_PX.0).color(look.palette.ink_2).anchor(Anchor::Middle)
        };
        // What 1 stands for is said once, below.
        let one = format!("1＝{reference}");
        let mut labels: Vec<Label> = Vec::new();
        for word in &self.layout.words {
            let is_one = word.side == Side::Below && word.says == AxisMark::Quotient(1.0);
            let text = if is_one { one.clone() } else { axis_word(look.lang, word.says) };
            labels.push(words::label(look, word, &text));
        }
        let is_inside = |corner: &Corner| self.layout.bounds.holds(corner.rect);
        let names_px = if self.corners.iter().all(is_inside) { 0.0 } else { NAMES_PX };
        labels
            .push(small(right, bottom + 44.0 + names_px, look.lang.text(Key::QuadrantOutputAxis)).anchor(Anchor::End));
        let above = top - 12.0 - names_px;
        labels.push(small(left, above, look.lang.text(Key::QuadrantEmployeesAxis)).anchor(Anchor::Start));
        labels
    }
}

impl Corner {
    /// Inside where there is room, else above or below the plot.
    fn new(look: &Look, standing: Standing, bounds: Rect, layout: &Layout) -> Self {
        let text = name(look.lang, standing);
        let is_narrow = bounds.width() < NARROW_PX * SCALE;
        let lines = wrap(text, if is_narrow { LINE_EM.1 } else { LINE_EM.2 });
        let size = size(&lines);
        let inside = if is_narrow { None } else { layout.name(standing, size, &look.theme()) };
        let rect = inside.unwrap_or_else(|| outside(standing, size, bounds));
        Self { standing, lines, rect }
    }

    fn anchor(&self) -> Anchor {
        match self.standing {
            Standing::Both | Standing::Output => Anchor::End,
            Standing::Employees | Standing::Neither => Anchor::Start,
        }
    }
}

/// Beside a plot's outer corner.
fn outside(standing: Standing, (width, height): (f64, f64), bounds: Rect) -> Rect {
    let left = match standing {
        Standing::Employees | Standing::Neither => bounds.left,
        Standing::Both | Standing::Output => bounds.right - width,
    };
    let top = match standing {
        Standing::Employees | Standing::Both => bounds.top - height - OUTSIDE_PX.0 * SCALE,
        Standing::Output | Standing::Neither => bounds.bottom + OUTSIDE_PX.1 * SCALE,
    };
    Rect { left, top, right: left + width, bottom: top + height }
}

fn scaled(px: Rect) -> Rect {
    let [left, top, right, bottom] = [px.left, px.top, px.right, px.bottom].map(|edge| edge * SCALE);
    Rect { left, top, right, bottom }
}

/// An industry's name in lines; none begins with a dot.
fn lines(look: &Look, name: &str) -> Vec<String> {
    let dot = look.lang.text(Key::Dot);
    let mut lines: Vec<String> = Vec::new();
    for line in wrap(name, LINE_EM.0) {
        match (line.strip_prefix(dot), lines.last_mut()) {
            (Some(rest), Some(before)) => {
                before.push_str(dot);
                lines.push(rest.to_owned());
            }
            _ => lines.push(line),
        }
    }
    lines
}

/// Width and height of lines of type.
fn size(lines: &[String]) -> (f64, f64) {
    let widest_em = lines.iter().map(|line| width_em(line)).fold(0.0, f64::max);
    (widest_em * TYPE_PX.0 * SCALE, lines.len() as f64 * TYPE_PX.1 * SCALE)
}

/// Lines of type in their box.
fn written(lines: &[String], rect: Rect, anchor: Anchor) -> Vec<Label> {
    let x = if anchor == Anchor::End { rect.right } else { rect.left };
    let line = |(row, line): (usize, &String)| {
        let y_px = rect.top / SCALE + TYPE_PX.1 * (row as f64 + 0.75);
        Label::new(x / SCALE, y_px, line).size(TYPE_PX.0).anchor(anchor)
    };
    lines.iter().enumerate().map(line).collect()
}

/// Box of the plot in a picture of some width, CSS px, and the picture's height.
pub fn bounds_px(width_px: f64) -> (Rect, f64) {
    const HEIGHT_PX: (f64, f64) = (400.0, 580.0);
    let (left, below, edge) = ROOM_PX;
    let names = if width_px - left - edge < NARROW_PX { NAMES_PX } else { 0.0 };
    let top = 28.0 + names;
    let bottom = top + (width_px * 0.5).max(HEIGHT_PX.0).min(HEIGHT_PX.1);
    (Rect { left, top, right: width_px - edge, bottom }, bottom + below + names)
}

/// One city's quadrants.
///
/// # Errors
/// As [`picture`].
pub fn lq_quadrant(lang: Lang, data: &Dataset, city: &CityId, width_px: f64, palette: &Palette) -> io::Result<String> {
    let column = data.lq.column(city).unwrap_or_default();
    bare(&Quadrant::new(&Look::published(lang), data, (column, None), bounds_px(width_px).0), width_px, palette)
}

/// The same with its words, to see how names find their places.
///
/// # Errors
/// As [`picture`].
pub fn lq_quadrant_named(
    lang: Lang,
    data: &Dataset,
    city: &CityId,
    width_px: f64,
    palette: &Palette,
) -> io::Result<String> {
    let column = data.lq.column(city).unwrap_or_default();
    let look = &Look { palette: *palette, ..Look::published(lang) };
    let quadrant = Quadrant::new(look, data, (column, None), bounds_px(width_px).0);
    let name = data.lq.cities.get(column).map_or("", |city| city.name.as_str());
    Ok(with_labels(look, &bare(&quadrant, width_px, palette)?, &title(look.lang, name), &quadrant.words(data)))
}

/// The marks alone.
///
/// # Errors
/// As [`picture`].
pub fn bare(quadrant: &Quadrant, width_px: f64, palette: &Palette) -> io::Result<String> {
    let (_, height_px) = bounds_px(width_px);
    let leaders = quadrant.placement.leaders();
    picture((width_px, height_px), palette, |paper, theme| {
        lq_quadrant::draw(paper, &quadrant.layout, quadrant.chosen, &leaders, theme)
    })
}

/// The chosen city's quadrants with their words.
///
/// # Errors
/// As [`picture`].
pub fn published(look: &Look, data: &Dataset, state: &State) -> io::Result<String> {
    let column = data.lq.column(&state.city).unwrap_or_default();
    let city = data.lq.cities.get(column).map_or("", |city| city.name.as_str());
    let title = title(look.lang, city);
    let lead = lead(look.lang, &pairs(&data.lq, &data.links, column), city);
    let story = Story::new(&title, &lead, &notes(look, data), WIDTH_PX);
    let corner = Point { x: MARGIN_PX + ROOM_PX.0, y: story.top_px() + 40.0 };
    let (plot, _) = bounds_px(WIDTH_PX);
    let bounds = Rect { left: corner.x, top: corner.y, right: WIDTH_PX - MARGIN_PX, bottom: corner.y + plot.height() };
    let quadrant = Quadrant::new(look, data, (column, state.industry.as_ref()), bounds);
    let mut notes = notes(look, data);
    notes.extend(quadrant.missing());
    notes.extend(list(
        look.lang,
        without_value(data, Key::QuadrantUnpublished),
        &unpublished(&data.lq, &data.links, column),
    ));
    let story = Story::new(&title, &lead, &notes, WIDTH_PX);
    let height_px = bounds.bottom + ROOM_PX.1 + story.bottom_px();
    let leaders = quadrant.placement.leaders();
    let svg = picture((WIDTH_PX, height_px), &look.palette, |paper, theme| {
        lq_quadrant::draw(paper, &quadrant.layout, quadrant.chosen, &leaders, theme)
    })?;
    let mut labels = story.labels(height_px, &look.palette);
    labels.extend(quadrant.words(data));
    Ok(with_labels(look, &svg, story.title(), &labels))
}
