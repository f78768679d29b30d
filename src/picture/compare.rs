//! Two cities side by side, as the table shows them: a row for each industry, widest difference first.

use std::io;

use super::lq::{NAMES_PX, ROW_PX, axis, dot_rows, names, row_y_px};
use super::{Anchor, Label, Look, MARGIN_PX, SCALE, Story, WIDTH_PX, source, with_labels, wrap};
use crate::data::Dataset;
use crate::data::lq::LqTable;
use crate::figure::lq_dots::{DotPlot, DotRow, Layout};
use crate::locale::compared::{Cities, sentence, signed};
use crate::locale::sentence::base_name;
use crate::locale::{Key, UNPUBLISHED, own, printed, unpublished};
use crate::model::comparison::{Pair, pairs, tally};
use crate::widget::lq::{Headings, State};

/// Width of the columns of both cities and of the difference, CSS px.
const COLUMNS_PX: [f64; 3] = [96.0, 96.0, 144.0];

/// Dots and numbers of both cities with their words; `None` where nothing may be compared.
pub fn published(look: &Look, data: &Dataset, table: &LqTable, state: &State) -> Option<io::Result<String>> {
    let (lq, is_reread) = (&data.lq, state.headings == Headings::Reread);
    let cities = Cities::find(lq, &state.city, state.other(lq)?)?;
    let pairs = pairs(table, cities.own.0, cities.other.0, lq.decimals, is_reread)?;
    let lead = sentence(look.lang, lq, table, cities, is_reread);
    Some(drawn(look, data, (table, cities), &pairs, &lead))
}

fn drawn(
    look: &Look,
    data: &Dataset,
    (table, cities): (&LqTable, Cities<'_>),
    pairs: &[Pair<'_>],
    lead: &str,
) -> io::Result<String> {
    let lang = look.lang;
    let values = [("city", cities.own.1), ("other", cities.other.1), ("base", base_name(lang, table.base))];
    let mut told = notes(look, data, table);
    told.extend(unpublished::note(lang, tally(pairs).unpublished).map(str::to_owned));
    let story = Story::new(&lang.fill(Key::CompareTitle, &values), lead, &told, WIDTH_PX);
    let (top_px, height_px) = (story.top_px() + 96.0, ROW_PX * pairs.len() as f64);
    let size_px = (WIDTH_PX, top_px + height_px + story.bottom_px());
    let layout = Layout::new(plot(pairs), &look.theme());
    let svg = dot_rows(look, size_px, (top_px, height_px), &layout)?;
    let mut labels = story.labels(size_px.1, &look.palette);
    labels.extend(names(look, pairs.iter().map(|pair| pair.industry), top_px));
    labels.extend(axis(look, &data.lq, &layout, top_px));
    let difference = lang.fill(Key::CompareDifference, &values);
    let heads = [format!("● {}", cities.own.1), format!("○ {}", cities.other.1), difference];
    labels.extend(numbers(look, heads, pairs, (top_px, data.lq.decimals)));
    Ok(with_labels(look, &svg, story.title(), &labels))
}

/// How the difference is reckoned, what is doubtful, how a quotient is computed, where it stands.
fn notes(look: &Look, data: &Dataset, table: &LqTable) -> Vec<String> {
    let warning = table.warning.as_ref().map(|text| format!("{}　{text}", look.lang.text(Key::DataNote)));
    let note = Some(look.lang.text(Key::CompareNote).to_owned());
    let source = source(look, data, &table.source.section, data.origin.lq.as_deref());
    [warning, note, Some(own::formula(look.lang, table).to_owned()), table.note.clone(), Some(source)]
        .into_iter()
        .flatten()
        .collect()
}

/// The chosen city's dots, and those of the other.
fn plot(pairs: &[Pair<'_>]) -> DotPlot {
    let y = |row: usize| ROW_PX * SCALE * (row as f64 + 0.5);
    let rows = pairs.iter().enumerate();
    DotPlot {
        left: (MARGIN_PX + NAMES_PX) * SCALE,
        right: (WIDTH_PX - MARGIN_PX - COLUMNS_PX.iter().sum::<f64>()) * SCALE,
        rows: rows.map(|(row, pair)| DotRow { y: y(row), quotients: vec![pair.own, pair.other] }).collect(),
        chosen: Some(0),
    }
}

/// The columns at the right with their heads.
fn numbers(look: &Look, heads: [String; 3], pairs: &[Pair<'_>], (top_px, decimals): (f64, u8)) -> Vec<Label> {
    const HEAD_PX: f64 = 14.0;
    let mut labels = Vec::new();
    let mut right_px = WIDTH_PX - MARGIN_PX - COLUMNS_PX.iter().sum::<f64>();
    for (column, (head, width_px)) in heads.into_iter().zip(COLUMNS_PX).enumerate() {
        right_px += width_px;
        let lines = wrap(&head, (width_px - 8.0) / HEAD_PX);
        for (line, text) in lines.iter().rev().enumerate() {
            let y_px = top_px - 10.0 - 16.0 * line as f64;
            let head = Label::new(right_px, y_px, text).size(HEAD_PX).anchor(Anchor::End).bold();
            labels.push(if column == 0 { head.color(look.palette.accent) } else { head });
        }
        for (row, pair) in pairs.iter().enumerate() {
            let text = match column {
                0 => printed(pair.own.published(), decimals),
                1 => printed(pair.other.published(), decimals),
                _ => pair.difference.map_or_else(|| UNPUBLISHED.to_owned(), |apart| signed(apart, decimals)),
            };
            let number = Label::new(right_px, row_y_px(top_px, row), text).anchor(Anchor::End);
            labels.push(if column == 0 { number.bold().color(look.palette.accent) } else { number });
        }
    }
    labels
}
