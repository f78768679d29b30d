//! The market by category: picture and table.

use maud::{Markup, PreEscaped, html};

use super::FactsPage;
use crate::data::market::{Category, MarketData, MarketYear};
use crate::locale::facts::{amount, market, market_key};
use crate::locale::{Key, fixed};
use crate::takeaway::facts::MARKET;

impl FactsPage<'_> {
    pub(super) fn market(&self) -> Markup {
        let (lang, pictures) = (self.lang, self.pictures);
        let Some(data) = &self.facts.market else { return html! {} };
        html! {
            section id="ec" {
                h2 { (data.name) }
                p class="lead" { (market(lang, data)) }
                div class="beside" {
                    @if let Some(picture) = &pictures.market {
                        figure { (PreEscaped(picture)) figcaption { p class="note" { (market_key(lang, data)) } } }
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
            table class="market" {
                thead { tr { @for head in heads { th scope="col" { (lang.text(head)) } } } }
                @for Category { category, years } in data.categories.iter().chain([&data.total]) {
                    tbody {
                        tr { th scope="rowgroup" colspan="4" { (category) } }
                        @for year in years { tr { (self.year(year, data)) } }
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
