//! What leads to a measure: the key issues that it serves, the directions towards these and the factors behind them, marked
//! as ours.

use maud::{Markup, html};

use super::super::body::Body;
use super::super::frame::editorial;
use crate::data::strategy::Measure;
use crate::locale::Key;
use crate::model::leads::{Lead, to_measure};
use crate::widget::Kind;

/// Every key issue on the way to the measure; that there is none where there is none.
pub fn section(body: &Body<'_>, measure: &Measure) -> Markup {
    let (lang, leads) = (body.lang, to_measure(body.data, &measure.id));
    html! {
        section id="leads" {
            h2 { (lang.text(Key::MeasureLeads)) }
            @if leads.is_empty() { p { (lang.text(Key::MeasureLeadsNone)) " " (editorial(lang)) } } @else {
                p { (editorial(lang)) " " (lang.text(Key::IssueLead)) }
                @for lead in &leads { (one(body, lead)) }
            }
        }
    }
}

fn one(body: &Body<'_>, lead: &Lead<'_>) -> Markup {
    let lang = body.lang;
    let page = lang.file(Kind::Swot.offer().page);
    let there = |code: &str| format!("{page}#{}?select={code}", Kind::Swot.name());
    html! {
        section class=(format!("issue k{}", lead.place % 4)) {
            h3 { a href=(there(lead.issue.code.as_str())) { (lang.fill(Key::MeasureLeadsIssue, &[("issue", lead.issue.name.trim())])) } }
            p { (lead.reason) }
            h4 { (lang.text(Key::IssueDirections)) }
            ul {
                @for (strategy, reason, factors) in &lead.directions {
                    li {
                        a href=(there(&strategy.code.to_string())) { (strategy.code) } " " (strategy.text) " " small { (reason) }
                        @if !factors.is_empty() {
                            p class="factors" {
                                (lang.text(Key::MeasureFactors)) " "
                                @for (index, factor) in factors.iter().enumerate() {
                                    @if index > 0 { (lang.text(Key::ListComma)) }
                                    (factor.code) " " (factor.name)
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
