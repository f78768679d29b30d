//! The regional circulation: picture, how its rate comes about, and the table.

use maud::{Markup, PreEscaped, html};

use super::FactsPage;
use crate::data::circulation::{CirculationData, Flow};
use crate::locale::facts::{amount, when, working};
use crate::locale::{Key, grouped};
use crate::takeaway::facts::CIRCULATION;

impl FactsPage<'_> {
    pub(super) fn circulation(&self) -> Markup {
        let (lang, pictures) = (self.lang, self.pictures);
        let Some((data, shown)) = self.facts.circulation.as_ref().and_then(|data| Some((data, data.focused()?))) else {
            return html! {};
        };
        let lead = [("area", &*shown.area), ("period", &when(lang, &data.period))];
        html! {
            section id="circulation" data-figure="circulation" data-years=[data.period.year().map(|period| period.year)] {
                h2 { (lang.text(Key::FactsCirculation)) }
                div class="beside" {
                    @if let Some(picture) = &pictures.circulation {
                        figure part="figure" {
                            (PreEscaped(picture))
                            figcaption { p class="note" { (lang.fill(Key::FactsCirculationLead, &lead)) } }
                        }
                    }
                    div { (self.working(data, shown)) }
                }
                (self.areas(data))
                @for definition in &data.definitions { p class="note" { (definition) } }
                (self.source(&data.origin, &data.source, &CIRCULATION))
            }
        }
    }

    /// What is divided by what.
    fn working(&self, data: &CirculationData, shown: &Flow) -> Markup {
        let lang = self.lang;
        let percent = grouped(shown.circulation_percent, 1);
        let whole = amount(lang, shown.expenditure, &data.unit, 0);
        let values = [("expenditure", lang.text(Key::FactsExpenditure)), ("whole", &whole)];
        html! {
            h3 id="rate" { (lang.fill(Key::FactsHow, &[("percent", &percent)])) }
            p class="formula" { (working(lang, data).unwrap_or_default()) }
            p { (lang.fill(Key::FactsDenominator, &values)) }
            (self.notes(&data.notes))
        }
    }

    fn areas(&self, data: &CirculationData) -> Markup {
        let lang = self.lang;
        let heads =
            [Key::FactsDistribution, Key::FactsExpenditure, Key::FactsReturned, Key::FactsBalance, Key::FactsRate];
        let cells = |flow: &Flow| {
            let amounts = [flow.distribution, flow.expenditure, flow.returned, flow.balance];
            let rate = grouped(flow.circulation_percent, 1) + "%";
            amounts.map(|value| amount(lang, value, &data.unit, 0)).into_iter().chain([rate]).collect::<Vec<_>>()
        };
        html! {
            table class="stacked" part="table" {
                thead { tr { th scope="col" { (lang.text(Key::FactsArea)) } @for head in heads { th scope="col" { (lang.text(head)) } } } }
                tbody {
                    @for flow in &data.areas {
                        tr {
                            th scope="row" { (flow.area) }
                            @for (head, cell) in heads.into_iter().zip(cells(flow)) {
                                td { span class="head" aria-hidden="true" { (lang.text(head)) } span { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
