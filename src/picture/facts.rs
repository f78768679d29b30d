//! The figures of the numbers that the strategy states: the circulation, the market, the short series.

use std::io;

use super::words::label;
use super::{Inked, Label, Look, MARGIN_PX, Paper, SCALE, Story, WIDTH_PX, part, picture, with_labels, wrap};
use crate::data::circulation::CirculationData;
use crate::data::facts::{Fact, FactsData, Series, SeriesKind};
use crate::data::market::{Category, MarketData};
use crate::figure::market::Row;
use crate::figure::series::Number;
use crate::figure::theme::{Palette, Theme};
use crate::figure::words::{Side, Word};
use crate::figure::{circulation as flow, market, series};
use crate::locale::facts::{amount, circulating, market as market_words, market_key, stated, when, working};
use crate::locale::{Key, Lang, fixed, period};

/// Draws a figure's marks over the whole of a paper.
type Draw<'a> = dyn FnOnce(&Paper<'_>, &Theme) -> Inked + 'a;

/// A figure: what it is called, how high it is at a width, its words and its marks.
struct Figure<'a> {
    title: String,
    height_px: f64,
    labels: Vec<Label>,
    draw: Box<Draw<'a>>,
}

impl Figure<'_> {
    /// The marks alone.
    fn bare(self, width_px: f64, palette: &Palette) -> io::Result<String> {
        picture((width_px, self.height_px), palette, self.draw)
    }

    /// With its words.
    fn alone(self, look: &Look, width_px: f64) -> io::Result<String> {
        let (title, labels) = (self.title.clone(), self.labels.clone());
        Ok(with_labels(look, &self.bare(width_px, &look.palette)?, &title, &labels))
    }

    /// Under its title, with what is said of it: a published picture.
    fn told(self, look: &Look, lead: &str, notes: &[String]) -> io::Result<String> {
        let story = Story::new(&self.title, lead, notes, WIDTH_PX);
        let (top_px, inner_px) = (story.top_px() + 8.0, WIDTH_PX - 2.0 * MARGIN_PX);
        let size_px = (WIDTH_PX, top_px + self.height_px + story.bottom_px());
        let moved = |label: Label| Label { x_px: label.x_px + MARGIN_PX, y_px: label.y_px + top_px, ..label };
        let labels: Vec<Label> =
            story.labels(size_px.1, &look.palette).into_iter().chain(self.labels.into_iter().map(moved)).collect();
        let (height_px, draw) = (self.height_px, self.draw);
        let svg = picture(size_px, &look.palette, |paper, theme| {
            draw(&part(paper, (MARGIN_PX, top_px), (inner_px, height_px), theme), theme)
        })?;
        Ok(with_labels(look, &svg, story.title(), &labels))
    }
}

/// Room for a number behind the bar of a market, and for one of a series, CSS px.
const SIZE_PX: f64 = 108.0;
const VALUE_PX: f64 = 112.0;
/// Width of the figure of a published picture, CSS px.
const INNER_PX: f64 = WIDTH_PX - 2.0 * MARGIN_PX;

fn theme(palette: &Palette) -> Theme {
    Theme { palette: *palette, scale: SCALE }
}

/// Size of the type of a name, CSS px.
const TYPE_PX: f64 = 14.0;
/// Distance of a name's lines, CSS px.
const LINE_PX: f64 = market::LINE_PX;

/// A number in ink.
fn inked<S>(look: &Look, word: &Word<S>, text: &str) -> Label {
    label(look, word, text).color(look.palette.ink)
}

/// A name over its bar, in bold, line by line.
fn named<S>(look: &Look, word: &Word<S>, text: &str, width_px: f64) -> Vec<Label> {
    let lines = broken(text, width_px);
    let count = lines.len();
    let raise = |(index, line): (usize, String)| {
        let label = inked(look, word, &line).bold().within(width_px);
        Label { y_px: label.y_px - LINE_PX * (count - 1 - index) as f64, ..label }
    };
    lines.into_iter().enumerate().map(raise).collect()
}

/// A name in lines.
fn broken(text: &str, width_px: f64) -> Vec<String> {
    wrap(text, width_px / TYPE_PX)
}

/// How many lines the longest of some names has.
fn most_lines<'n>(names: impl IntoIterator<Item = &'n String>, width_px: f64) -> usize {
    names.into_iter().map(|name| broken(name, width_px).len()).fold(1, usize::max)
}

fn circulation_of<'a>(look: &Look, data: &CirculationData, width_px: f64) -> Option<Figure<'a>> {
    let (lang, shown) = (look.lang, data.focused()?);
    let amounts =
        flow::Amounts { distribution: shown.distribution, expenditure: shown.expenditure, returned: shown.returned };
    let layout = flow::Layout::new(&amounts, width_px * SCALE, &theme(&look.palette));
    let said = |key: Key, value: f64| format!("{}　{}", lang.text(key), amount(lang, value, &data.unit, 0));
    let text = |says: flow::Says| match says {
        flow::Says::Distribution => said(Key::FactsDistribution, shown.distribution),
        flow::Says::Expenditure => said(Key::FactsExpenditure, shown.expenditure),
        flow::Says::Returned => said(Key::FactsReturned, shown.returned),
        flow::Says::Balance => said(Key::FactsBalance, shown.balance),
    };
    let labels = layout.words.iter().map(|word| {
        let label = inked(look, word, &text(word.says)).bold().within(width_px - 36.0);
        if word.says == flow::Says::Balance && layout.is_leak { label.color(look.palette.counter) } else { label }
    });
    Some(Figure {
        title: circulating(lang, data),
        height_px: flow::HEIGHT_PX,
        labels: labels.collect(),
        draw: Box::new(move |paper, theme| flow::draw(paper, &layout, theme)),
    })
}

/// The circulation with its words; `None` where the place has none.
///
/// # Errors
/// As [`picture`].
pub fn circulation(look: &Look, data: &CirculationData, width_px: f64) -> Option<io::Result<String>> {
    circulation_of(look, data, width_px).map(|figure| figure.alone(look, width_px))
}

/// The same without words.
///
/// # Errors
/// As [`picture`].
pub fn circulation_marks(lang: Lang, data: &CirculationData, width_px: f64, palette: &Palette) -> io::Result<String> {
    let look = Look { palette: *palette, ..Look::published(lang) };
    circulation_of(&look, data, width_px).map_or_else(|| Ok(String::new()), |figure| figure.bare(width_px, palette))
}

/// The published picture of the circulation.
///
/// # Errors
/// As [`picture`].
pub fn published_circulation(look: &Look, data: &CirculationData) -> Option<io::Result<String>> {
    let notes: Vec<String> = data.notes.iter().chain(&data.definitions).cloned().collect();
    let lead = working(look.lang, data)?;
    Some(circulation_of(look, data, INNER_PX)?.told(
        look,
        &lead,
        &[notes, vec![origin(look, &data.origin, &data.source.section)]].concat(),
    ))
}

fn origin(look: &Look, whose: &str, section: &str) -> String {
    format!("{}　{whose}（{section}）", look.lang.text(Key::Source))
}

fn market_of<'a>(look: &Look, data: &MarketData, year: u16, width_px: f64) -> Figure<'a> {
    let lang = look.lang;
    let other = data.other(year);
    let rows: Vec<Row> = data.categories.iter().filter_map(|category| row(category, year, other)).collect();
    let lines = most_lines(data.categories.iter().map(|category| &category.category), width_px);
    let layout = market::Layout::new(&rows, lines, width_px * SCALE, &theme(&look.palette));
    let text = |says: market::Says| match says {
        market::Says::Name(index) => data.categories.get(index).map(|category| category.category.clone()),
        market::Says::Size(index) => rows.get(index).map(|row| amount(lang, row.sizes.1, &data.unit, 0)),
        market::Says::Rate(index) => rows.get(index).map(|row| fixed(row.rates.1, data.decimals) + "%"),
    };
    let labels = layout.words.iter().flat_map(|word| {
        let text = text(word.says).unwrap_or_default();
        if word.side == Side::AboveStart {
            named(look, word, &text, width_px)
        } else {
            vec![inked(look, word, &text).within(SIZE_PX)]
        }
    });
    Figure {
        title: data.name.clone(),
        height_px: market::height_px(rows.len(), lines),
        labels: labels.collect(),
        draw: Box::new(move |paper, theme| market::draw(paper, &layout, theme)),
    }
}

/// A category in a year, and in the other that it is compared with.
fn row(category: &Category, year: u16, other: Option<u16>) -> Option<Row> {
    let (now, other) = (category.in_year(year)?, other.and_then(|other| category.in_year(other)));
    Some(Row {
        sizes: (other.map(|year| year.market_size), now.market_size),
        rates: (other.map(|year| year.ec_rate_percent), now.ec_rate_percent),
    })
}

/// The market in a year with its words.
///
/// # Errors
/// As [`picture`].
pub fn market_sizes(look: &Look, data: &MarketData, year: u16, width_px: f64) -> io::Result<String> {
    market_of(look, data, year, width_px).alone(look, width_px)
}

/// The market in its latest year without words.
///
/// # Errors
/// As [`picture`].
pub fn market_marks(lang: Lang, data: &MarketData, width_px: f64, palette: &Palette) -> io::Result<String> {
    let (look, year) = (Look { palette: *palette, ..Look::published(lang) }, data.latest().unwrap_or_default());
    market_of(&look, data, year, width_px).bare(width_px, palette)
}

/// The published picture of the market in its latest year.
///
/// # Errors
/// As [`picture`].
pub fn published_market(look: &Look, data: &MarketData) -> io::Result<String> {
    let year = data.latest().unwrap_or_default();
    let (lead, key) = (market_words(look.lang, data, year), market_key(look.lang, data, year));
    let notes = [vec![key], data.notes.clone(), vec![origin(look, &data.origin, &data.source.section)]].concat();
    market_of(look, data, year, INNER_PX).told(look, &lead, &notes)
}

fn series_of<'a>(look: &Look, data: &FactsData, series: &Series, width_px: f64) -> Figure<'a> {
    let lang = look.lang;
    let facts: Vec<&Fact> = data.points(series);
    let is_along = series.kind == SeriesKind::Years;
    let number =
        |fact: &&Fact| Number { value: fact.ones(), year: fact.year().filter(|_| is_along).map(|period| period.year) };
    let numbers: Vec<Number> = facts.iter().map(number).collect();
    let names: Vec<String> = facts.iter().map(|fact| name_of(lang, series, fact)).collect();
    let lines = most_lines(&names, width_px);
    let layout = series::Layout::new(&numbers, lines, width_px * SCALE, &theme(&look.palette));
    let text = |says: series::Says| match says {
        series::Says::Name(index) => names.get(index).cloned(),
        series::Says::Value(index) => facts.get(index).map(|fact| stated(lang, fact)),
        series::Says::Year(index) => facts.get(index).and_then(|fact| Some(period(lang, fact.year()?))),
    };
    let labels = layout.words.iter().flat_map(|word| {
        let text = text(word.says).unwrap_or_default();
        if word.side == Side::AboveStart {
            named(look, word, &text, width_px)
        } else {
            vec![inked(look, word, &text).within(VALUE_PX)]
        }
    });
    Figure {
        title: series.name.clone(),
        height_px: series::height_px(&numbers, lines),
        labels: labels.collect(),
        draw: Box::new(move |paper, theme| series::draw(paper, &layout, theme)),
    }
}

/// What a row is of, with its time.
fn name_of(lang: Lang, series: &Series, fact: &Fact) -> String {
    let time = fact.period.as_ref().map(|period| format!("（{}）", when(lang, period))).unwrap_or_default();
    let name = if fact.what == series.name && !time.is_empty() { String::new() } else { fact.what.clone() };
    name + &time
}

/// A series with its words.
///
/// # Errors
/// As [`picture`].
pub fn series(look: &Look, data: &FactsData, series: &Series, width_px: f64) -> io::Result<String> {
    series_of(look, data, series, width_px).alone(look, width_px)
}

/// The same without words.
///
/// # Errors
/// As [`picture`].
pub fn series_marks(
    lang: Lang,
    data: &FactsData,
    series: &Series,
    width_px: f64,
    palette: &Palette,
) -> io::Result<String> {
    series_of(&Look { palette: *palette, ..Look::published(lang) }, data, series, width_px).bare(width_px, palette)
}
