//! The market by category: picture and table.

use maud::{Markup, PreEscaped, html};

use super::FactsPage;
use crate::data::market::{Category, MarketData, MarketYear};
use crate::locale::facts::{amount, market, market_key};
use crate::locale::{Key, fixed};
use crate::takeaway::facts::MARKET;

impl FactsPage<'_> {
    pub(super) fn market(&self) -> Markup {
        let lang = self.lang;
        let Some(data) = &self.facts.market else { return html! {} };
        let years: Vec<String> = data.years().map(|year| year.to_string()).collect();
        // Scripts show another year.
        let is_hidden = |year: u16| Some(year) != data.latest();
        html! {
            section id="ec" data-figure="ec" data-years=(years.join(" ")) {
                h2 { (data.name) }
                div aria-live="polite" {
                    @for year in data.years() { p class="lead" data-year=(year) hidden[is_hidden(year)] { (market(lang, data, year)) } }
                }
                (self.years(data))
                div class="beside" {
                    div {
                        @for (year, picture) in data.years().zip(&self.pictures.market) {
                            figure part="figure" data-year=(year) hidden[is_hidden(year)] {
                                (PreEscaped(picture))
                                figcaption { p class="note" { (market_key(lang, data, year)) } }
                            }
                        }
                    }
                    div { (self.categories(data)) (self.notes(&data.notes)) }
                }
                (self.source(&data.origin, &data.source, &MARKET))
            }
        }
    }

    /// Each category, then a row for each of its years.
    fn categories(&self, data: &MarketData) -> Markup {
        let lang = self.lang;
        let heads = [Key::FactsWhen, Key::FactsSize, Key::FactsChange, Key::FactsEcRate];
        html! {
            table class="market" part="table" {
                thead { tr { @for head in heads { th scope="col" { (lang.text(head)) } } } }
                @for Category { category, years } in data.categories.iter().chain([&data.total]) {
                    tbody {
                        tr { th scope="rowgroup" colspan="4" { (category) } }
                        @for year in years { tr data-row=(year.year) { (self.year(year, data)) } }
                    }
                }
            }
        }
    }

    fn year(&self, year: &MarketYear, data: &MarketData) -> Markup {
        let (lang, change) = (self.lang, year.change_percent);
        let key = if change < 0.0 { Key::FactsLess } else { Key::FactsMore };
        html! {
            th scope="row" { (year.year) }
            td { (amount(lang, year.market_size, &data.unit, 0)) }
            td { (lang.fill(key, &[("value", &fixed(change.abs(), data.decimals))])) }
            td { (fixed(year.ec_rate_percent, data.decimals)) "%" }
        }
    }
}
