//! Pairs as a picture: output against employees, and two cities side by side.

use std::io;

use super::lq::{NAMES_PX, ROW_PX, names, row_y_px};
use super::quadrant_words::{list, notes};
use super::{Anchor, Label, Look, MARGIN_PX, SCALE, Story, WIDTH_PX, part, picture, source, with_labels};
use crate::data::Dataset;
use crate::data::lq::LqTable;
use crate::data::quotient::Quotient;
use crate::figure::geometry::Point;
use crate::figure::lq_pairs::{Layout, PairRows, WIDTH, draw};
use crate::figure::words::{Side, Word};
use crate::id::IndustryId;
use crate::locale::compared::{Cities, sentence};
use crate::locale::finding;
use crate::locale::names::base_name;
use crate::locale::{Key, axis_word, own, printed, unpublished};
use crate::model::comparison::{self, tally};
use crate::model::{crosswalk, pairs};
use crate::widget::lq::{Headings, State};

/// Width of the columns of numbers, CSS px.
const COLUMNS_PX: [f64; 2] = [112.0, 112.0];
/// Ends of the strip that marks stand on, CSS px.
const STRIP_PX: (f64, f64) = (MARGIN_PX + NAMES_PX, WIDTH_PX - MARGIN_PX - COLUMNS_PX[0] - COLUMNS_PX[1]);

/// One industry: its name, the quotient of its hollow mark, then of its filled one.
type Row<'a> = (&'a IndustryId, [Quotient; 2]);

/// A picture's rows, what stands over their two columns, and which of them the picture is about.
struct Rows<'a> {
    industries: Vec<Row<'a>>,
    heads: [String; 2],
    subject: Option<usize>,
    is_of_cities: bool,
}

/// A city's industries by employees and by output.
///
/// # Errors
/// As [`picture`].
pub fn published_pairs(look: &Look, data: &Dataset, state: &State) -> io::Result<String> {
    let lang = look.lang;
    let found = pairs::of(data, &state.city);
    let column = data.lq.column(&state.city).unwrap_or_default();
    let city = data.lq.cities.get(column).map_or("", |city| &*city.name);
    let told = finding::pairs(lang, data, city, found.as_ref());
    let mut notes = notes(look, data);
    notes.extend(list(
        lang,
        unpublished::key(data, Key::QuadrantUnpublished),
        &crosswalk::unpublished(&data.lq, &data.links, column),
    ));
    let (pairs, subject) = found.map_or((Vec::new(), None), |found| (found.rows, found.subject));
    let rows = Rows {
        industries: pairs
            .iter()
            .map(|pair| (pair.output.0, [pair.employees.1, pair.output.1].map(Quotient::from)))
            .collect(),
        heads: [Key::HeroEmployees, Key::HeroOutput].map(|key| lang.text(key).to_owned()),
        subject,
        is_of_cities: false,
    };
    drawn(look, data, &rows, &Story::new(&told.title, &told.sub, &notes, WIDTH_PX))
}

/// Two cities side by side; `None` where nothing may be compared.
pub fn published_compare(look: &Look, data: &Dataset, table: &LqTable, state: &State) -> Option<io::Result<String>> {
    let (lang, lq, is_reread) = (look.lang, &data.lq, state.headings == Headings::Reread);
    let cities = Cities::find(lq, &state.city, state.other(lq)?)?;
    let compared = comparison::pairs(table, cities.own.0, cities.other.0, is_reread)?;
    let values = [("city", cities.own.1), ("other", cities.other.1), ("base", base_name(lang, data, table.base))];
    let warning = table.warning.as_ref().map(|text| format!("{}　{text}", lang.text(Key::DataNote)));
    let source = source(look, data, &table.source.section, data.origin.lq.as_deref());
    let notes = [
        warning,
        Some(own::formula(lang, data, table).into_owned()),
        table.note.clone(),
        unpublished::note(lang, data, tally(&compared).unpublished).map(str::to_owned),
        Some(source),
    ];
    let rows = Rows {
        industries: compared.iter().map(|pair| (pair.industry, [pair.other, pair.own])).collect(),
        heads: [cities.other.1, cities.own.1].map(str::to_owned),
        subject: None,
        is_of_cities: true,
    };
    let lead = sentence(lang, data, table, cities, is_reread);
    let notes: Vec<_> = notes.into_iter().flatten().collect();
    Some(drawn(look, data, &rows, &Story::new(&lang.fill(Key::CompareTitle, &values), &lead, &notes, WIDTH_PX)))
}

fn drawn(look: &Look, data: &Dataset, rows: &Rows<'_>, story: &Story) -> io::Result<String> {
    let (top_px, height_px) = (story.top_px() + 72.0, ROW_PX * rows.industries.len() as f64);
    let size_px = (WIDTH_PX, top_px + height_px + story.bottom_px() + 16.0);
    let layout = Layout::new(&rows.industries.iter().map(|(_, row)| row.map(Quotient::published)).collect::<Vec<_>>());
    let strip = PairRows {
        ends: (STRIP_PX.0 * SCALE, STRIP_PX.1 * SCALE),
        row: ROW_PX * SCALE,
        subject: rows.subject,
        is_of_cities: rows.is_of_cities,
    };
    let svg = picture(size_px, &look.palette, |paper, theme| {
        draw(&part(paper, (0.0, top_px), (WIDTH_PX, height_px), theme), &layout, &strip, theme)
    })?;
    let mut labels = story.labels(size_px.1, &look.palette);
    labels.extend(colored(
        look,
        rows,
        names(look, rows.industries.iter().map(|(industry, _)| *industry), top_px),
        top_px,
    ));
    labels.extend(axis(look, data, &layout, top_px));
    labels.extend(numbers(look, rows, (top_px, data.lq.decimals)));
    Ok(with_labels(look, &svg, story.title(), &labels))
}

/// The row that the picture is about has its words in the colour of its marks.
fn colored(look: &Look, rows: &Rows<'_>, labels: Vec<Label>, top_px: f64) -> Vec<Label> {
    let Some(subject) = rows.subject else { return labels };
    let row_px = top_px + ROW_PX * subject as f64;
    let paint = |label: Label| {
        let is_own = label.y_px > row_px && label.y_px < row_px + ROW_PX;
        if is_own { label.bold().color(look.palette.counter) } else { label }
    };
    labels.into_iter().map(paint).collect()
}

/// The axis's words above the rows, under the name of what 1 stands for and of the band around it.
fn axis(look: &Look, data: &Dataset, layout: &Layout, top_px: f64) -> Vec<Label> {
    const LINE_PX: f64 = 22.0;
    let strip_px = STRIP_PX.1 - STRIP_PX.0;
    let at = |place: f64| Point { x: (STRIP_PX.0 + place / WIDTH * strip_px) * SCALE, y: 0.0 };
    let label = |place: f64, text: &str| {
        let word = Word { at: at(place), side: Side::Above, says: () };
        let label = super::words::label(look, &word, text);
        Label { y_px: label.y_px + top_px, ..label }
    };
    let near = label(f64::midpoint(layout.near.0, layout.near.1), &own::near_one(look.lang, data));
    let near = Label { y_px: near.y_px - LINE_PX, ..near };
    let words = layout.words.iter().map(|word| label(word.at.x, &axis_word(look.lang, word.says)));
    words.chain([near]).collect()
}

/// The columns at the right with their heads.
fn numbers(look: &Look, rows: &Rows<'_>, (top_px, decimals): (f64, u8)) -> Vec<Label> {
    const HEAD_PX: f64 = 14.0;
    let mut labels = Vec::new();
    let mut right_px = STRIP_PX.1;
    for (column, ((head, sign), width_px)) in rows.heads.iter().zip(["○", "●"]).zip(COLUMNS_PX).enumerate() {
        right_px += width_px;
        let is_chosen = column == 1 && rows.is_of_cities;
        let paint = |label: Label| if is_chosen { label.color(look.palette.accent) } else { label };
        let head = Label::new(right_px, top_px - 10.0, [sign, " ", head].concat()).size(HEAD_PX);
        labels.push(paint(head.anchor(Anchor::End).bold()));
        for (row, (_, quotients)) in rows.industries.iter().enumerate() {
            let value = quotients.get(column).copied().and_then(Quotient::published);
            let number = Label::new(right_px, row_y_px(top_px, row), printed(value, decimals)).anchor(Anchor::End);
            let number = if column == 1 { number.bold() } else { number };
            let is_subject = rows.subject == Some(row);
            labels.push(if is_subject { number.color(look.palette.counter) } else { paint(number) });
        }
    }
    labels
}
