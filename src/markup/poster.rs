//! A poster's picture: rows of a name, marks and a number. Marks stand in percent, so that they need neither script nor
//! canvas on any screen.

use maud::{Markup, html};

use super::{Context, frame};
use crate::locale::{Key, fixed, own, poster as words, ruby};
use crate::model::posters::{Bar, Name, Pile, Poster};
use crate::widget::Kind;

/// The picture, in elements that may stand in a button as well.
pub fn picture(context: &Context<'_>, poster: &Poster<'_>) -> Markup {
    match poster {
        Poster::Bars { bars, end, has_one } => {
            let one = has_one.then(|| One::of(context, bars, 1.0 / end));
            html! {
                span class="rows" role="list" data-form="bars" {
                    @for (index, bar) in bars.iter().enumerate() {
                        (bar_row(context, (bars, *end), bar, one.as_ref().map(|one| (one, index + 1 == bars.len()))))
                    }
                    @if let Some(one) = one.filter(|one| !one.is_beside) {
                        span class="row axis" role="listitem" {
                            span class="name" {}
                            svg { (one.label()) }
                            span class="value" {}
                        }
                    }
                }
            }
        }
        Poster::Tiles(piles) => {
            let are_many = piles.iter().any(|pile| matches!(pile.name, Name::Pillar(_)));
            html! {
                span class="rows" role="list" data-form=(if are_many { "dots" } else { "tiles" }) {
                    @for pile in piles { (pile_row(context, pile)) }
                }
            }
        }
    }
}

/// The line of the reference area, and what it is called.
struct One {
    /// Its place on the scale.
    place: f64,
    says: String,
    /// Whether its name stands beside it in the last row, whose bar ends before it; otherwise it has a row of its own.
    is_beside: bool,
}

impl One {
    /// Letters that have room beside the line.
    const SHORT: usize = 6;

    fn of(context: &Context<'_>, bars: &[Bar<'_>], place: f64) -> Self {
        let lang = context.lang;
        let reference = own::reference(lang, context.data);
        let says = ruby::words(&lang.fill(Key::KioskOne, &[("reference", reference)]));
        let ends_before = bars.last().and_then(|bar| bar.value).is_some_and(|value| value < 1.0);
        let is_beside = ends_before && place <= 0.7 && says.chars().count() <= Self::SHORT;
        Self { place, says, is_beside }
    }

    fn label(&self) -> Markup {
        let (anchor, apart) = match self.place {
            _ if self.is_beside => ("start", 0.02),
            ..0.25 => ("start", 0.0),
            0.75.. => ("end", 0.0),
            _ => ("middle", 0.0),
        };
        html! { text x=(percent(self.place + apart)) y="50%" dominant-baseline="central" text-anchor=(anchor) { (self.says) } }
    }
}

/// A bar's row. `one` is the line across it, and whether this is the last row.
fn bar_row(context: &Context<'_>, (bars, end): (&[Bar<'_>], f64), bar: &Bar<'_>, one: Option<(&One, bool)>) -> Markup {
    let (lang, share) = (context.lang, bar.value.unwrap_or_default() / end);
    html! {
        span class=(row_class(bar.is_subject)) role="listitem" {
            span class="name" { (words::name(lang, bar.name)) }
            svg aria-hidden="true" {
                rect class=(if bar.is_aim { "aim" } else { "bar" }) width=(percent(share)) y="16%" height="68%" {}
                @if let Some(other) = bar.gap {
                    @let (from, to) = (share.min(other / end), share.max(other / end));
                    rect class="gap" x=(percent(from)) width=(percent(to - from)) y="16%" height="68%" {}
                }
                @if let Some((one, is_last)) = one {
                    line x1=(percent(one.place)) x2=(percent(one.place)) y2="100%" {}
                    @if is_last && one.is_beside { (one.label()) }
                }
            }
            b class="value" { (words::value(lang, context.data, bars, bar)) }
        }
    }
}

fn pile_row(context: &Context<'_>, pile: &Pile<'_>) -> Markup {
    html! {
        span class=(row_class(pile.is_subject)) role="listitem" {
            span class="name" { (words::name(context.lang, pile.name)) }
            span class="tiles" aria-hidden="true" { @for _ in 0..pile.count { i {} } }
            b class="value" { (pile.count) }
        }
    }
}

fn row_class(is_subject: bool) -> &'static str {
    if is_subject { "row subject" } else { "row" }
}

/// A part of the scale, as SVG has it.
fn percent(share: f64) -> String {
    fixed(share * 100.0, 2) + "%"
}

/// Where a fact was printed: in some sections, or in the strategy as a whole.
pub fn source(context: &Context<'_>, kind: Kind, sections: &str) -> Markup {
    if !sections.is_empty() {
        return frame::source(context, kind, sections);
    }
    html! { b { (context.lang.text(Key::Source)) } " " (context.data.outline.title) }
}
