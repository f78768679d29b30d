//! One industry's cities on the axis of the dot rows, a strip for each base: marks placed in percent, as in the pairs, so
//! that they need no canvas and stand on paper too.

use maud::{Markup, html};

use super::pairs::percent;
use super::{Context, quotients};
use crate::data::lq::LqRow;
use crate::figure::axis::{Axis as _, Log};
use crate::figure::lq_dots::{BEYOND_PX, Dot, placed, stacks};
use crate::figure::lq_pairs::WIDTH;
use crate::locale::{axis_word, beside, fixed, own, ruby};
use crate::model::location_quotient::{AxisMark, NEAR_ONE, RowMark};
use crate::widget::lq_many::is_many;

/// Near an end of the axis a word begins or ends there, as a part of the axis.
const EDGE: f64 = 0.06;

fn scale() -> Log {
    Log::of_cities((0.0, WIDTH))
}

/// The axis's words over the strips, and what 1 stands for.
pub fn axis(context: &Context<'_>) -> Markup {
    let (lang, reference) = (context.lang, own::reference(context.lang, context.data));
    html! {
        svg class="city-strip" aria-hidden="true" {
            @for (tick, x) in scale().ticks() {
                @let is_one = (tick - 1.0).abs() < f64::EPSILON;
                @if is_one { text x=(percent(*x)) y="40%" text-anchor="middle" { (ruby::words(reference)) } }
                text x=(percent(*x)) y="92%" text-anchor="middle" { (axis_word(lang, AxisMark::Quotient(*tick))) }
            }
        }
    }
}

/// The cities of a row: the chosen one filled and with its value, or the sign that it is not published; the others small.
/// Very many are left out.
pub fn strip(context: &Context<'_>, row: &LqRow, chosen: usize) -> Markup {
    let lq = &context.data.lq;
    let scale = scale();
    let dots = placed(&scale, &row.values);
    let (others, own): (Vec<Dot>, Vec<Dot>) = dots.into_iter().partition(|dot| dot.column != chosen);
    let others = if is_many(lq) { Vec::new() } else { others };
    let [from, to] = [NEAR_ONE.0, NEAR_ONE.1].map(|quotient| scale.at(quotient));
    let shown = row.value(chosen).map(|value| fixed(value, lq.decimals));
    html! {
        @if shown.is_none() { (quotients::quotient(context, None.into())) }
        @if shown.is_some() || !others.is_empty() {
            svg class="city-strip" role=[shown.is_some().then_some("img")] aria-label=[&shown] aria-hidden=[shown.is_none().then_some("true")] {
                rect x=(percent(from)) width=(percent(to - from)) height="100%" {}
                @for (tick, x) in scale.ticks() {
                    @let is_one = (tick - 1.0).abs() < f64::EPSILON;
                    line class=[is_one.then_some("one")] x1=(percent(*x)) x2=(percent(*x)) y2="100%" {}
                }
                @for dot in &others { circle cx=(percent(dot.at)) cy="52%" r="4" transform=[aside(dot)] {} }
                @for dot in &own {
                    circle class="own" cx=(percent(dot.at)) cy="52%" r="6.5" transform=[aside(dot)] {}
                    text class="own" x=(percent(dot.at)) y="28%" text-anchor=(anchor(dot.at)) transform=[aside(dot)] { (shown.as_deref().unwrap_or_default()) }
                }
                @if !others.is_empty() { @for mark in stacks(&row.values) { (stack(context, mark)) } }
            }
        }
    }
}

/// What the cities beyond an end of the axis have.
fn stack(context: &Context<'_>, mark: RowMark) -> Markup {
    let is_low = matches!(mark, RowMark::Stack { is_low: true, .. });
    let edge = BEYOND_PX - 2.0;
    let (x, anchor, aside) = if is_low { ("0%", "start", -edge) } else { ("100%", "end", edge) };
    html! {
        text x=(x) y="94%" text-anchor=(anchor) transform=(translate(aside)) { (beside::word(&context.data.lq, mark, true)) }
    }
}

fn aside(dot: &Dot) -> Option<String> {
    (dot.aside_px != 0.0).then(|| translate(dot.aside_px))
}

fn translate(x_px: f64) -> String {
    ["translate(", &fixed(x_px, 1), ")"].concat()
}

fn anchor(at: f64) -> &'static str {
    match at / WIDTH {
        share if share < EDGE => "start",
        share if share > 1.0 - EDGE => "end",
        _ => "middle",
    }
}
