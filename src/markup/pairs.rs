//! Two quotients of each industry on one row, as marks and as numbers: by employees and by output, or of two cities. It
//! needs no script and no canvas: a table whose rows hold their own marks, as wide as the page lets them be.

use maud::{Markup, html};

use super::{Context, quotients};
use crate::data::lq::{LqData, LqTable};
use crate::data::quotient::Quotient;
use crate::figure::lq_pairs::{Layout, Places, WIDTH};
use crate::id::{Base, IndustryId};
use crate::locale::{Key, Lang, axis_word, fixed, own, ruby, short_name};
use crate::model::crosswalk::{self, Pair};
use crate::model::location_quotient::{AxisMark, Side, side};
use crate::model::pairs::Pairs;

/// One industry.
pub struct Row<'a> {
    /// Its heading in the table that its detail is opened from.
    pub industry: &'a IndustryId,
    /// Its printed number there.
    pub number: usize,
    /// The name shown.
    pub name: &'a str,
    /// Whether both quotients are of the same activity.
    pub is_exact: bool,
    /// The quotient of its hollow mark, then of its filled one.
    pub quotients: [Quotient; 2],
}

/// What leads to an industry's detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// A link to the widget's state, from elsewhere on the page.
    Link,
    /// A button of the widget.
    Button,
}

/// The rows of a city's pairs; none where it has no pair.
pub fn rows<'a>(lang: Lang, lq: &LqData, pairs: Option<&Pairs<'a>>) -> Vec<Row<'a>> {
    let output = lq.table(Base::Output).map_or(&[][..], |table| &table.rows);
    let row = |pair: &Pair<'a>| Row {
        industry: pair.output.0,
        number: output.iter().position(|row| row.industry == *pair.output.0).unwrap_or_default(),
        name: short_name(lang.name(pair.output.0.as_str())),
        is_exact: pair.is_exact,
        quotients: [pair.employees.1, pair.output.1].map(Quotient::from),
    };
    pairs.map(|pairs| pairs.rows.iter().map(row).collect()).unwrap_or_default()
}

/// A city's pairs as a table with its key; `marked` is the row that something is said of.
pub fn table(context: &Context<'_>, rows: &[Row<'_>], marked: Option<usize>, lead: Lead) -> Markup {
    let (lang, layout) = (context.lang, layout(rows));
    let of_widget = |value| (lead == Lead::Button).then_some(value);
    html! {
        table class="pairs" data-figure="pairs" part=[of_widget("figure")] data-keys=[of_widget("button")] {
            (key(context))
            (head(context, &layout, [lang.text(Key::HeroEmployees), lang.text(Key::HeroOutput)]))
            tbody { (body(context, (rows, &layout), marked, lead)) }
        }
    }
}

/// Where the marks of some rows stand.
pub fn layout(rows: &[Row<'_>]) -> Layout {
    Layout::new(&rows.iter().map(|row| row.quotients.map(Quotient::published)).collect::<Vec<_>>())
}

/// The heads of the columns, with the words of the axis.
pub fn head(context: &Context<'_>, layout: &Layout, [hollow, filled]: [&str; 2]) -> Markup {
    let lang = context.lang;
    html! {
        thead {
            tr {
                th scope="col" { (short_name(lang.text(Key::Industry))) }
                td { (axis(context, layout)) }
                th scope="col" { span aria-hidden="true" { "○ " } (hollow) }
                th scope="col" { span aria-hidden="true" { "● " } (filled) }
            }
        }
    }
}

/// The rows themselves.
pub fn body(context: &Context<'_>, (rows, layout): (&[Row<'_>], &Layout), marked: Option<usize>, lead: Lead) -> Markup {
    html! {
        @for (index, (row, places)) in rows.iter().zip(&layout.rows).enumerate() {
            tr class=[(marked == Some(index)).then_some("subject")] {
                th scope="row" { (name(row, lead, index == 0)) }
                td { (marks(layout, *places)) }
                @for quotient in row.quotients { td { (quotients::quotient(context, quotient)) } }
            }
        }
    }
}

/// The industry's name, which leads to its detail. All buttons are one stop of the tab key.
fn name(row: &Row<'_>, lead: Lead, is_first: bool) -> Markup {
    let apart = if row.is_exact { "" } else { "*" };
    html! {
        @match lead {
            Lead::Link => { a href=(link(row.industry)) { (row.name) (apart) } }
            Lead::Button => { button type="button" tabindex=[(!is_first).then_some("-1")] data-row=(row.number) { (row.name) (apart) } }
        }
    }
}

/// No widget at work makes links to itself.
#[cfg(small)]
fn link(_: &IndustryId) -> &'static str {
    ""
}

#[cfg(not(small))]
fn link(industry: &IndustryId) -> String {
    use crate::widget::{Kind, address::encoded};
    ["#", Kind::Lq.name(), "?industry=", &encoded(industry.as_str())].concat()
}

/// What the marks are, and where their values were printed.
fn key(context: &Context<'_>) -> Markup {
    let Context { data, lang, .. } = *context;
    let table = |base| data.lq.table(base);
    let period = |base| table(base).map_or("", |table: &LqTable| &table.city_period);
    let values = [
        ("employees_period", period(Base::Employees)),
        ("output_period", period(Base::Output)),
        ("near", &own::near_one(lang, data)),
    ];
    let sections = [Base::Output, Base::Employees].into_iter().filter_map(table).map(|table| &*table.source.section);
    html! {
        caption {
            (lang.fill(Key::HeroKey, &values)) " "
            @if crosswalk::is_any_inexact(&data.links) { (lang.text(Key::HeroApart)) " " }
            (lang.text(Key::Crosswalk)) " "
            b { (lang.text(Key::Source)) } " " (sections.collect::<Vec<_>>().join(lang.text(Key::ListComma)))
        }
    }
}

/// A place along the axis, as SVG has it.
pub(super) fn percent(place: f64) -> String {
    fixed(place / WIDTH * 100.0, 1) + "%"
}

/// The axis's words, under the name of what its middle stands for.
pub fn axis(context: &Context<'_>, layout: &Layout) -> Markup {
    let (lang, reference) = (context.lang, own::reference(context.lang, context.data));
    html! {
        svg aria-hidden="true" {
            @for word in &layout.words {
                @if word.says == AxisMark::Quotient(1.0) { text x=(percent(word.at.x)) y="40%" { (ruby::words(reference)) } }
                text x=(percent(word.at.x)) y="88%" { (axis_word(lang, word.says)) }
            }
        }
    }
}

/// One industry's marks over the lines of the axis.
fn marks(layout: &Layout, places: Places) -> Markup {
    let (from, to) = layout.near;
    let [hollow, filled] = places;
    html! {
        svg aria-hidden="true" {
            rect x=(percent(from)) width=(percent(to - from)) height="100%" {}
            @for (tick, x) in layout.ticks() {
                line class=[(side(*tick) == Side::Near).then_some("one")] x1=(percent(*x)) x2=(percent(*x)) y2="100%" {}
            }
            @if let [Some(hollow), Some(filled)] = places {
                line class="gap" x1=(percent(hollow)) x2=(percent(filled)) y1="50%" y2="50%" {}
            }
            @if let Some(hollow) = hollow { circle cx=(percent(hollow)) cy="50%" r="5" {} }
            @if let Some(filled) = filled { circle class="output" cx=(percent(filled)) cy="50%" r="6" {} }
        }
    }
}
