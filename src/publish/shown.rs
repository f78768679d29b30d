//! What a page shows before anybody does anything: in which language, style and year.

use crate::data::Dataset;
use crate::locale::Lang;
use crate::markup::{Context, Style, text};
use crate::picture::inline;
use crate::widget::Kind;
use crate::widget::kpi::span;

/// Fiscal year where no day is known: that of the latest reading, the plan's first before any.
pub fn static_year(data: &Dataset) -> u16 {
    let latest = data.actuals.iter().map(|actual| actual.period.year).max().unwrap_or(0);
    span(data).clamp(latest)
}

/// What the markup is given for a page that stands for a fiscal year.
pub fn context<'a>(
    data: &'a Dataset,
    lang: Lang,
    style: Style<'a>,
    pictures: Option<&'a str>,
    year: u16,
) -> Context<'a> {
    Context { data, lang, style, pictures, gauge: Some(inline::gauge), year, is_live: false }
}

/// Shadow tree of one widget as in the static page, for elements that come without one; `data` are in its language.
pub fn shadow(data: &Dataset, lang: Lang, kind: Kind, year: u16) -> String {
    text(lang, (kind.face().tree)(&context(data, lang, Style::Brought, None, year)))
}
