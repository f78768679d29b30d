//! The first picture of a site: a finding, and the industries it stands out from, by employees and by output. It needs no
//! script: a table whose rows hold their own marks, as wide as the page lets them be.

use maud::{Markup, html};

use super::Context;
use crate::data::lq::LqTable;
use crate::data::strategy::StrategyData;
use crate::figure::lq_pairs::{Layout, WIDTH};
use crate::id::Base;
use crate::locale::{Key, Lang, axis_word, finding, fixed, own, ruby};
use crate::model::crosswalk::Pair;
use crate::model::location_quotient::{AxisMark, Side, side};
use crate::model::pairs::{self, Pairs};

/// The finding and the picture beside it; the finding alone where no industry stands in both tables.
pub fn hero(context: &Context<'_>, strategy: &StrategyData) -> Markup {
    let Context { data, lang, .. } = *context;
    let pairs = pairs::of_focus(data);
    let found = finding::hero(lang, data, pairs.as_ref());
    let values = [
        ("title", finding::short(&strategy.title)),
        ("first", &strategy.first_fiscal_year.to_string()),
        ("last", &strategy.last_fiscal_year.to_string()),
    ];
    html! {
        div class="found" {
            p class="topic" { (lang.fill(Key::HeroTopic, &values)) }
            h1 { (found.title) }
            p class="lead" { (found.sub) }
        }
        @if let Some(pairs) = pairs { (picture(context, &pairs)) }
    }
}

fn picture(context: &Context<'_>, pairs: &Pairs<'_>) -> Markup {
    let Context { data, lang, .. } = *context;
    let quotients: Vec<_> = pairs.rows.iter().map(|pair| (pair.employees.1, pair.output.1)).collect();
    let layout = Layout::new(&quotients);
    let (decimals, marked) = (data.lq.decimals, finding::marked(data, pairs));
    html! {
        table class="pairs" {
            (key(context, pairs))
            thead {
                tr {
                    th scope="col" { (finding::short(lang.text(Key::Industry))) }
                    td { (axis(lang, own::reference(lang, &data.lq), &layout)) }
                    th scope="col" { span aria-hidden="true" { "○ " } (lang.text(Key::HeroEmployees)) }
                    th scope="col" { span aria-hidden="true" { "● " } (lang.text(Key::HeroOutput)) }
                }
            }
            tbody {
                @for (index, (pair, places)) in pairs.rows.iter().zip(&layout.rows).enumerate() {
                    tr class=[(marked == Some(index)).then_some("subject")] {
                        th scope="row" { (finding::short(lang.name(pair.output.0.as_str()))) (apart(pair)) }
                        td { (row(&layout, *places)) }
                        td { (fixed(pair.employees.1, decimals)) }
                        td { (fixed(pair.output.1, decimals)) }
                    }
                }
            }
        }
    }
}

fn apart(pair: &Pair<'_>) -> &'static str {
    if pair.is_exact { "" } else { "*" }
}

/// What the marks are, and where their values were printed.
fn key(context: &Context<'_>, pairs: &Pairs<'_>) -> Markup {
    let Context { data, lang, .. } = *context;
    let table = |base| data.lq.table(base);
    let period = |base| table(base).map_or("", |table: &LqTable| &table.city_period);
    let values = [
        ("employees_period", period(Base::Employees)),
        ("output_period", period(Base::Output)),
        ("near", &own::near_one(lang, &data.lq)),
    ];
    let sections = [Base::Output, Base::Employees].into_iter().filter_map(table).map(|table| &*table.source.section);
    html! {
        caption {
            (lang.fill(Key::HeroKey, &values)) " "
            @if pairs.rows.iter().any(|pair| !pair.is_exact) { (lang.text(Key::HeroApart)) " " }
            (lang.text(Key::Crosswalk)) " "
            b { (lang.text(Key::Source)) } " " (sections.collect::<Vec<_>>().join(lang.text(Key::ListComma)))
        }
    }
}

/// A place along the axis, as SVG has it.
fn place(place: f64) -> String {
    format!("{}%", fixed(place / WIDTH * 100.0, 1))
}

/// The axis's words, under the name of what its middle stands for.
fn axis(lang: Lang, reference: &str, layout: &Layout) -> Markup {
    html! {
        svg aria-hidden="true" {
            @for word in &layout.words {
                @if word.says == AxisMark::Quotient(1.0) { text x=(place(word.at.x)) y="40%" { (ruby::words(reference)) } }
                text x=(place(word.at.x)) y="88%" { (axis_word(lang, word.says)) }
            }
        }
    }
}

/// One industry's marks over the lines of the axis.
fn row(layout: &Layout, (employees, output): (f64, f64)) -> Markup {
    let (from, to) = layout.near;
    html! {
        svg aria-hidden="true" {
            rect x=(place(from)) width=(place(to - from)) height="100%" {}
            @for (tick, x) in layout.ticks() {
                line class=[(side(*tick) == Side::Near).then_some("one")] x1=(place(*x)) x2=(place(*x)) y2="100%" {}
            }
            line class="gap" x1=(place(employees)) x2=(place(output)) y1="50%" y2="50%" {}
            circle cx=(place(employees)) cy="50%" r="5" {}
            circle class="output" cx=(place(output)) cy="50%" r="6" {}
        }
    }
}
