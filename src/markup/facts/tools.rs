//! What chooses among the figures, and what filters the list and says what fits.

use maud::{Markup, html};

use super::FactsPage;
use crate::data::market::MarketData;
use crate::locale::Key;
use crate::markup::tools::{choice, find, sentence};

/// Numbers that the sentences tell: how many fit, and of how many.
const COUNTS: [&str; 2] = ["facts", "facts_all"];

impl FactsPage<'_> {
    /// Which figure is shown, where not all of them are.
    pub(super) fn figures(&self) -> Markup {
        html! {
            div class="tools" part="toolbar" {
                (choice(self.lang.text(Key::FactsFigure), ("radio", "figure"), self.sections()))
            }
        }
    }

    /// Which series is shown, where not all of them are.
    pub(super) fn choice_of_series(&self) -> Markup {
        let lang = self.lang;
        html! {
            div class="tools" part="toolbar" {
                label class="find" {
                    span { (lang.text(Key::FactsWhich)) } " "
                    select name="series" {
                        option value="" { (lang.text(Key::FactsAll)) }
                        @for series in &self.facts.prose.series { option value=(series.id) { (series.name) } }
                    }
                }
            }
        }
    }

    /// Which year of the market is shown.
    pub(super) fn years(&self, data: &MarketData) -> Markup {
        html! {
            @if data.years().count() > 1 {
                div class="tools" part="toolbar" {
                    (choice(self.lang.text(Key::FactsYear), ("radio", "year"), data.years().map(|year| (year, year))))
                }
            }
        }
    }

    /// What filters the list, what fits, and the way back; with the sentences that tell it.
    pub(super) fn filter(&self) -> Markup {
        let lang = self.lang;
        html! {
            div class="tools" part="toolbar" role="search" aria-label=(lang.text(Key::FactsList)) { (find(lang)) }
            div class="told" {
                p class="fits" role="status" {}
                button type="button" name="clear" hidden { (lang.text(Key::FactsClear)) }
            }
            template data-say="told" { (sentence(lang, Key::FactsTold, &COUNTS)) }
            template data-say="nothing" { (lang.text(Key::MapNothing)) }
        }
    }
}
