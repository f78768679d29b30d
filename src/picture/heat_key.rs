//! The key to the heat in a picture: a swatch for each step, with its words on its colour.

use super::{Anchor, BASELINE_PX, Inked, Label, Look, MARGIN_PX, Paper, WIDTH_PX, part, width_em};
use crate::data::Dataset;
use crate::figure::theme::Theme;
use crate::locale::heat;

/// Size of the words, and room beside them in a swatch, CSS px.
const TYPE_PX: f64 = 14.0;
const INSET_PX: f64 = 8.0;
/// Height of the swatches, CSS px.
const HEIGHT_PX: f64 = 24.0;

/// The swatches from left to right, as wide as their words ask for.
pub(super) struct HeatKey {
    compared: String,
    steps: Vec<Step>,
    top_px: f64,
}

struct Step {
    left_px: f64,
    width_px: f64,
    words: String,
}

impl HeatKey {
    /// Places the key: what the steps compare with at the margin, the swatches from `left_px` on.
    pub fn new(look: &Look, data: &Dataset, (left_px, top_px): (f64, f64)) -> Self {
        let words = heat::steps(look.lang);
        let asked = |words: &str| TYPE_PX * width_em(words) + 2.0 * INSET_PX;
        let all_px: f64 = words.iter().map(|words| asked(words)).sum();
        // Wordy languages are set smaller rather than cut off.
        let share_ratio = f64::min(1.0, (WIDTH_PX - MARGIN_PX - left_px) / all_px);
        let mut left_px = left_px;
        let mut steps = Vec::new();
        for words in words {
            let width_px = share_ratio * asked(&words);
            steps.push(Step { left_px, width_px, words });
            left_px += width_px;
        }
        Self { compared: heat::compared(look.lang, data), steps, top_px }
    }

    /// Fills the swatches.
    pub fn draw(&self, paper: &Paper<'_>, theme: &Theme) -> Inked {
        for (step, color) in self.steps.iter().zip(theme.palette.heat) {
            part(paper, (step.left_px, self.top_px), (step.width_px, HEIGHT_PX), theme).fill(&color.color())?;
        }
        Ok(())
    }

    /// The words.
    pub fn labels(&self, look: &Look) -> Vec<Label> {
        let y_px = self.top_px + HEIGHT_PX / 2.0 + BASELINE_PX;
        let compared = Label::new(MARGIN_PX, y_px, &self.compared).size(TYPE_PX).color(look.palette.ink_2);
        let word = |(step, ink): (&Step, _)| {
            let middle_px = step.left_px + step.width_px / 2.0;
            let label = Label::new(middle_px, y_px, &step.words).size(TYPE_PX).anchor(Anchor::Middle).color(ink);
            label.within(step.width_px - INSET_PX)
        };
        [compared].into_iter().chain(self.steps.iter().zip(look.palette.heat_ink).map(word)).collect()
    }
}
