//! Location quotients as heat and as dot rows, and their tables in words.

use std::io;

use plotters::element::PathElement;

use super::heat_key::HeatKey;
use super::{
    Anchor, BASELINE_PX, Inked, Label, Look, MARGIN_PX, Paper, SCALE, Story, WIDTH_PX, part, picture, source, width_em,
    with_labels, words, wrap,
};
use crate::data::Dataset;
use crate::data::lq::{LqData, LqRow, LqTable};
use crate::figure::axis::Axis as _;
use crate::figure::geometry::{Point, Rect};
use crate::figure::lq_dots::{self, BEYOND_PX, DotPlot, DotRow, Layout};
use crate::figure::lq_heat::{self, HeatCell};
use crate::figure::theme::{Palette, Theme};
use crate::figure::words::{Side, Word};
use crate::id::{CityId, IndustryId};
use crate::locale::{Key, axis_word, beside, own, printed, sentence, unpublished};
use crate::model::location_quotient::{AxisMark, NEAR_ONE, RowMark};
use crate::widget::lq::{Headings, State};
use crate::widget::lq_many::is_many;

/// Height of a row, CSS px.
pub(super) const ROW_PX: f64 = 36.0;
/// Width of the rows' names and of the numbers at the right, CSS px.
pub(super) const NAMES_PX: f64 = 296.0;
const NUMBERS_PX: f64 = 64.0;

/// The heat of a table.
///
/// # Errors
/// As [`picture`].
pub fn lq_heat(
    table: &LqTable,
    data: &LqData,
    chosen_city: &CityId,
    width_px: f64,
    palette: &Palette,
) -> io::Result<String> {
    let size_px = (width_px, height_px(table));
    let state = State { city: chosen_city.clone(), ..State::new(data) };
    let cells = cells(&table.rows.iter().collect::<Vec<_>>(), data, (table, &state), size_px);
    picture(size_px, palette, |paper, theme| lq_heat::draw(paper, &cells, theme))
}

/// Dot rows of a table.
///
/// # Errors
/// As [`picture`].
pub fn lq_dots(
    table: &LqTable,
    data: &LqData,
    chosen_city: &CityId,
    width_px: f64,
    palette: &Palette,
) -> io::Result<String> {
    let plot = plot(&table.rows.iter().collect::<Vec<_>>(), data, chosen_city, (BEYOND_PX, width_px - BEYOND_PX));
    picture((width_px, height_px(table)), palette, |paper, theme| {
        lq_dots::draw(paper, &Layout::new(plot, theme), theme)
    })
}

fn height_px(table: &LqTable) -> f64 {
    ROW_PX * table.rows.len() as f64
}

/// Cells that fill an area of some CSS px, in its backend pixels.
fn cells(
    rows: &[&LqRow],
    data: &LqData,
    (table, state): (&LqTable, &State),
    (width_px, height_px): (f64, f64),
) -> Vec<HeatCell> {
    let width = width_px * SCALE / data.cities.len().max(1) as f64;
    let height = height_px * SCALE / rows.len().max(1) as f64;
    let mut cells = Vec::new();
    for (row, line) in rows.iter().enumerate() {
        for (column, (city, quotient)) in data.cities.iter().zip(&line.values).enumerate() {
            let (left, top) = (width * column as f64, height * row as f64);
            let rect = Rect { left, top, right: left + width, bottom: top + height };
            let step = state.heat_step(table, *quotient);
            cells.push(HeatCell { rect, step, is_chosen: city.id == state.city });
        }
    }
    cells
}

fn plot(rows: &[&LqRow], data: &LqData, chosen: &CityId, (left_px, right_px): (f64, f64)) -> DotPlot {
    let middle = |row: usize| ROW_PX * SCALE * (row as f64 + 0.5);
    let rows = rows.iter().enumerate();
    DotPlot {
        left: left_px * SCALE,
        right: right_px * SCALE,
        rows: rows.map(|(index, row)| DotRow { y: middle(index), quotients: row.values.clone() }).collect(),
        chosen: data.column(chosen),
    }
}

/// What may be concluded, what a quotient is, how it is computed, where it stands, what is doubtful.
fn story(look: &Look, data: &Dataset, table: &LqTable, state: &State) -> Story {
    let lead = sentence::lq(look.lang, data, table, &state.city, state.headings == Headings::Reread);
    let warning = table.warning.as_ref().map(|text| format!("{}　{text}", look.lang.text(Key::DataNote)));
    let what = look.lang.fill(Key::LqWhat, &[("reference", own::reference(look.lang, data))]);
    let source = source(look, data, &table.source.section, data.origin.lq.as_deref());
    let unpublished = unpublished::note(look.lang, data, table.unpublished()).map(str::to_owned);
    let formula = Some(own::formula(look.lang, data, table).into_owned());
    let notes = [unpublished, warning, Some(what), formula, table.note.clone(), Some(source)];
    Story::new(&own::title(look.lang, data, table), &lead, &notes.into_iter().flatten().collect::<Vec<_>>(), WIDTH_PX)
}

/// Baseline of a row's words.
pub(super) fn row_y_px(top_px: f64, row: usize) -> f64 {
    top_px + ROW_PX * (row as f64 + 0.5) + BASELINE_PX
}

/// Rows in the order shown.
fn rows<'a>(data: &LqData, table: &'a LqTable, state: &State) -> Vec<&'a LqRow> {
    state.row_order(data, table).into_iter().filter_map(|row| table.rows.get(row)).collect()
}

/// Names of the rows, at the left; one wider than its place stands in two lines.
pub(super) fn names<'a>(look: &Look, industries: impl Iterator<Item = &'a IndustryId>, top_px: f64) -> Vec<Label> {
    const SMALL_PX: f64 = 14.0;
    let mut labels = Vec::new();
    for (row, industry) in industries.enumerate() {
        let (name, y_px) = (look.lang.name(industry.as_str()), row_y_px(top_px, row));
        if 16.0 * width_em(name) <= NAMES_PX {
            labels.push(Label::new(MARGIN_PX, y_px, name));
            continue;
        }
        let lines = wrap(name, NAMES_PX / SMALL_PX);
        let first_px = y_px - 8.0 * lines.len().saturating_sub(1) as f64;
        let line = |(index, line)| Label::new(MARGIN_PX, first_px + 16.0 * f64::from(index), line).size(SMALL_PX);
        labels.extend((0..).zip(lines).map(line));
    }
    labels
}

/// The heat table with its words.
///
/// # Errors
/// As [`picture`].
pub fn published_heat(look: &Look, data: &Dataset, table: &LqTable, state: &State) -> io::Result<String> {
    let (story, city, rows) = (story(look, data, table, state), &state.city, rows(&data.lq, table, state));
    let corner_px = (MARGIN_PX + NAMES_PX, story.top_px() + 96.0);
    let inner_px = (WIDTH_PX - MARGIN_PX - corner_px.0, height_px(table));
    let size_px = (WIDTH_PX, corner_px.1 + inner_px.1 + story.bottom_px());
    let cells = cells(&rows, &data.lq, (table, state), inner_px);
    let is_doubted = state.is_doubted(table);
    let key = HeatKey::new(look, data, (corner_px.0, story.top_px() + 8.0));
    let svg = picture(size_px, &look.palette, |paper, theme| {
        if !is_doubted {
            key.draw(paper, theme)?;
        }
        lq_heat::draw(&part(paper, corner_px, inner_px, theme), &cells, theme)
    })?;
    let mut labels = story.labels(size_px.1, &look.palette);
    let names = names(look, rows.iter().map(|row| state.heading(row)), corner_px.1);
    if is_doubted {
        labels.extend(names.into_iter().map(|name| name.color(look.palette.ink_2)));
        let doubt = |row| Label::new(MARGIN_PX / 2.0, row_y_px(corner_px.1, row), "?").color(look.palette.ink_2);
        labels.extend((0..rows.len()).map(doubt));
    } else {
        labels.extend(names.into_iter().chain(key.labels(look)));
    }
    let column_px = inner_px.0 / data.lq.cities.len().max(1) as f64;
    for (column, one) in data.lq.cities.iter().enumerate() {
        let x_px = corner_px.0 + column_px * (column as f64 + 0.5);
        let head = Label::new(x_px, corner_px.1 - 12.0, &one.name).anchor(Anchor::Middle).bold();
        labels.push(if one.id == *city { head.color(look.palette.accent) } else { head });
    }
    let values = rows.iter().flat_map(|row| &row.values);
    for (cell, quotient) in cells.iter().zip(values) {
        let middle = cell.rect.center();
        let (x_px, y_px) = (corner_px.0 + middle.x / SCALE, corner_px.1 + middle.y / SCALE + BASELINE_PX);
        let ink = cell.step.and_then(|step| look.palette.heat_ink.get(step)).copied().unwrap_or(look.palette.ink);
        let text = printed(quotient.published(), data.lq.decimals);
        labels.push(Label::new(x_px, y_px, text).anchor(Anchor::Middle).color(ink));
    }
    Ok(with_labels(look, &svg, story.title(), &labels))
}

/// The dot rows with their words.
///
/// # Errors
/// As [`picture`].
pub fn published_dots(look: &Look, data: &Dataset, table: &LqTable, state: &State) -> io::Result<String> {
    let (story, rows) = (story(look, data, table, state), rows(&data.lq, table, state));
    let (top_px, height_px) = (story.top_px() + 96.0, height_px(table));
    let size_px = (WIDTH_PX, top_px + height_px + story.bottom_px());
    let right_px = WIDTH_PX - MARGIN_PX;
    let ends_px = (MARGIN_PX + NAMES_PX + BEYOND_PX, right_px - NUMBERS_PX - BEYOND_PX);
    let plot = plot(&rows, &data.lq, &state.city, ends_px);
    let layout = if is_many(&data.lq) { Layout::of_many } else { Layout::new }(plot, &look.theme());
    let svg = dot_rows(look, size_px, (top_px, height_px), &layout)?;
    let mut labels = story.labels(size_px.1, &look.palette);
    labels.extend(names(look, rows.iter().map(|row| state.heading(row)), top_px));
    labels.extend(axis(look, data, &layout, top_px));
    labels.extend(beside(look, &data.lq, &layout, top_px));
    labels.extend(cities(look, &data.lq, &state.city, story.top_px() + 20.0));
    let chosen = data.lq.column(&state.city);
    for (row, line) in rows.iter().enumerate() {
        let value = chosen.and_then(|column| line.value(column));
        let number = Label::new(right_px, row_y_px(top_px, row), printed(value, data.lq.decimals));
        labels.push(number.anchor(Anchor::End).bold().color(look.palette.accent));
    }
    Ok(with_labels(look, &svg, story.title(), &labels))
}

/// Dot rows on ruled ground, `height_px` of them from `top_px` down, in a picture of `size_px`.
pub(super) fn dot_rows(
    look: &Look,
    size_px: (f64, f64),
    (top_px, height_px): (f64, f64),
    layout: &Layout,
) -> io::Result<String> {
    picture(size_px, &look.palette, |paper, theme| {
        let area = part(paper, (0.0, top_px), (WIDTH_PX, height_px), theme);
        rule_rows(&area, (height_px / ROW_PX).round() as usize, theme)?;
        lq_dots::draw(&area, layout, theme)
    })
}

/// A line above and below every row.
fn rule_rows(area: &Paper<'_>, count: usize, theme: &Theme) -> Inked {
    for row in 0..=count {
        let y = theme.px(ROW_PX * row as f64) as i32;
        let ends = [(theme.px(MARGIN_PX) as i32, y), (theme.px(WIDTH_PX - MARGIN_PX) as i32, y)];
        area.draw(&PathElement::new(ends, theme.palette.rule.stroke(theme.line(0.5))))?;
    }
    Ok(())
}

/// Which dot is which city's: the chosen one's, and all others'.
fn cities(look: &Look, data: &LqData, chosen: &CityId, y_px: f64) -> [Label; 2] {
    let name = |is_chosen: bool| {
        let cities = data.cities.iter().filter(|city| (city.id == *chosen) == is_chosen);
        cities.map(|city| city.name.as_str()).collect::<Vec<_>>().join(look.lang.text(Key::Dot))
    };
    let chosen = Label::new(MARGIN_PX, y_px, format!("● {}", name(true))).bold().color(look.palette.accent);
    let left_px = MARGIN_PX + (16.0 * width_em(&chosen.text) + 24.0).max(104.0);
    [chosen, Label::new(left_px, y_px, format!("○ {}", name(false))).color(look.palette.ink_2)]
}

/// What stands beside the dots.
fn beside(look: &Look, data: &LqData, layout: &Layout, top_px: f64) -> Vec<Label> {
    const TYPE_PX: f64 = 13.0;
    let width = |column: usize| Some(TYPE_PX * SCALE * width_em(&data.cities.get(column)?.name));
    let label = |word: &Word<RowMark>| {
        let label = words::label(look, word, &beside::word(data, word.says, true)).size(TYPE_PX);
        let is_stack = matches!(word.says, RowMark::Stack { .. });
        // Rows are low: what stands above a stack is close to it.
        Label { y_px: label.y_px + top_px + if is_stack { 3.0 } else { 0.0 }, ..label }
    };
    layout.row_words(&look.theme(), width).iter().map(label).collect()
}

/// The axis's words, and the name of the band around 1.
pub(super) fn axis(look: &Look, data: &Dataset, layout: &Layout, top_px: f64) -> Vec<Label> {
    /// Distance of a second line, for words that would touch their neighbours.
    const LINE_PX: f64 = 22.0;
    let near = layout.axis.at(f64::midpoint(NEAR_ONE.0, NEAR_ONE.1));
    let near = Word { at: Point { x: near, y: 0.0 }, side: Side::Above, says: () };
    let label = |word: &Word<AxisMark>| {
        let label = words::label(look, word, &axis_word(look.lang, word.says));
        let above_px = if word.says == AxisMark::Small { LINE_PX } else { 0.0 };
        Label { y_px: label.y_px + top_px - above_px, ..label }
    };
    let near = words::label(look, &near, &own::near_one(look.lang, data));
    let near = Label { y_px: near.y_px + top_px - LINE_PX, ..near };
    layout.words.iter().map(label).chain([near]).collect()
}
