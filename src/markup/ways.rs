//! Pictures in small beside the front page's ways to its other pages. They say no more than the finding under them. Native
//! only.

use maud::{Markup, html};

use crate::data::library::Facts;
use crate::data::strategy::StrategyData;
use crate::model::tally::Tally;

/// Distance of two dots, and thickness of every mark, in units of a drawing.
const STEP: usize = 8;
const THICKNESS: usize = 6;
/// Length of the longer of two amounts, in units of a drawing.
const WHOLE: f64 = 416.0;

/// A dot for each current work, once however often it is printed, with a gap between pillars.
pub fn works(strategy: &StrategyData) -> Markup {
    let (mut path, mut width) = (Vec::new(), 0);
    for count in strategy.pillars.iter().map(|pillar| Tally::of_all(&pillar.measures, &[]).works.own) {
        for dot in 0..count {
            let step = if dot == 0 && width > 0 { 2 * STEP } else { STEP };
            path.push(if width == 0 { format!("M{0} {0}h0", THICKNESS / 2) } else { format!("m{step} 0h0") });
            width += if width == 0 { THICKNESS } else { step };
        }
    }
    html! {
        @if width > 0 {
            svg viewBox=(format!("0 0 {width} {THICKNESS}")) stroke="var(--ink-2)" stroke-width=(THICKNESS) aria-hidden="true" { path stroke-linecap="round" d=(path.concat()) {} }
        }
    }
}

/// What returns of what an area spends, and what leaves it or comes in; nothing where the place prints no circulation.
pub fn returned(facts: &Facts) -> Markup {
    let flow = facts.circulation.as_ref().and_then(|data| data.focused());
    let ends = flow.map(|flow| {
        let longer = flow.returned.max(flow.expenditure);
        [flow.returned.min(flow.expenditure), longer].map(|amount| (amount / longer * WHOLE).round())
    });
    html! {
        @if let Some([shorter, longer]) = ends.filter(|ends| ends.iter().all(|end| end.is_finite())) {
            svg viewBox=(format!("0 0 {WHOLE} {THICKNESS}")) stroke="var(--ink-2)" stroke-width=(THICKNESS) aria-hidden="true" {
                path d=(format!("M0 {}h{shorter}", THICKNESS / 2)) {}
                @if longer > shorter { path stroke="var(--counter)" d=(format!("M{shorter} {}H{longer}", THICKNESS / 2)) {} }
            }
        }
    }
}
