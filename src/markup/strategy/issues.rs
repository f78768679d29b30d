//! From each key issue of the matrix down to the measures that serve it, and up to the directions that lead there.

use maud::{Markup, html};

use super::super::body::Body;
use super::super::frame::editorial;
use crate::data::strategy::Measure;
use crate::data::swot::Issue;
use crate::locale::Key;
use crate::locale::body::fill;
use crate::locale::names::things;
use crate::model::leads::{directions, from_issue, to_measure};
use crate::widget::Kind;

/// Every key issue, then the measures that none leads to.
pub fn section(body: &Body<'_>) -> Markup {
    let lang = body.lang;
    let without: Vec<&Measure> =
        body.strategy.measures().filter(|measure| to_measure(body.data, &measure.id).is_empty()).collect();
    let values = [("of", body.strategy.measures().count().to_string()), ("count", things(lang, without.len()))];
    html! {
        section id="issues" {
            h2 { (lang.text(Key::IssueTitle)) }
            p { (editorial(lang)) " " (lang.text(Key::IssueLead)) }
            div class="issues" {
                @for (place, issue) in body.data.swot.issues.iter().enumerate() { (one(body, place, issue)) }
            }
            @if !without.is_empty() {
                p { (fill(lang, Key::IssueWithout, &values)) }
                ul {
                    @for measure in without {
                        li { a href=(body.file(&measure.id)) { (measure.id) " " (body.say(&measure.name)) } }
                    }
                }
            }
        }
    }
}

fn one(body: &Body<'_>, place: usize, issue: &Issue) -> Markup {
    let (lang, data) = (body.lang, body.data);
    let there = format!("{}#{}?select={}", lang.file(Kind::Swot.offer().page), Kind::Swot.name(), issue.code);
    let measures = from_issue(data, issue);
    html! {
        section class=(format!("issue k{}", place % 4)) id=(format!("issue-{}", issue.code)) {
            h3 { a href=(there) { (issue.name.trim()) } }
            h4 { (lang.text(Key::IssueDirections)) }
            ul {
                @for (strategy, reason, _) in directions(data, issue) {
                    li { b { (strategy.code) } " " (strategy.text) " " small { (reason) } }
                }
            }
            h4 { (lang.text(Key::IssueMeasures)) }
            ul {
                @for (id, reason) in measures {
                    @let name = data.outline.measure(id).map_or("", |measure| measure.name.as_str());
                    li { a href=(body.file(id)) { (id) " " (name) } " " small { (reason) } }
                }
            }
        }
    }
}
