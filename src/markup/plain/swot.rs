//! The cross-SWOT matrix as tables of factors, strategies and key issues.

use maud::{Markup, html};

use super::{Page, Plain, head};
use crate::data::swot::{Issue, SwotData};
use crate::locale::Key;
use crate::locale::names::kind_name;

/// The whole matrix.
pub fn pages(plain: &Plain<'_>) -> Vec<Page> {
    let context = &plain.context;
    let title = context.lang.text(Key::SwotTitle).to_owned();
    vec![Page { part: None, title, body: plain.swot(&context.data.swot) }]
}

impl Plain<'_> {
    fn swot(&self, swot: &SwotData) -> Markup {
        html! {
            (self.factors(swot))
            (self.strategies(swot))
            (self.issues(&swot.issues))
            (self.cited(&swot.source.section, "#swot"))
        }
    }

    fn factors(&self, swot: &SwotData) -> Markup {
        let (lang, texts) = (self.context.lang, self.texts);
        html! {
            table {
                caption { (lang.text(Key::SwotTitle)) " " (texts.factors) }
                (head(&[&texts.code, &texts.kind, &texts.text, &texts.detail]))
                tbody {
                    @for factor in &swot.factors {
                        tr {
                            th scope="row" { (factor.code) }
                            td { (kind_name(lang, factor.code.kind)) }
                            td { (factor.name) @if let Some(note) = &factor.matrix_note { "（" (note) "）" } }
                            td { (factor.detail.as_deref().unwrap_or("―")) }
                        }
                    }
                }
            }
        }
    }

    fn strategies(&self, swot: &SwotData) -> Markup {
        let (lang, texts) = (self.context.lang, self.texts);
        html! {
            table {
                caption { (lang.text(Key::SwotTitle)) " " (texts.strategies) }
                (head(&[&texts.code, &texts.kind, &texts.text]))
                tbody {
                    @for quadrant in &swot.quadrants {
                        @for strategy in &quadrant.strategies {
                            tr {
                                th scope="row" { (strategy.code) }
                                td { (quadrant.heading) }
                                td { (strategy.text) @if let Some(note) = &strategy.note { (self.ours(note)) } }
                            }
                        }
                    }
                }
            }
        }
    }

    fn issues(&self, issues: &[Issue]) -> Markup {
        let (lang, texts) = (self.context.lang, self.texts);
        html! {
            table {
                caption { (lang.text(Key::SwotTitle)) " " (lang.text(Key::KeyIssues)) }
                (head(&[&texts.issue, &texts.text]))
                tbody { @for issue in issues { tr { th scope="row" { (issue.name) } td { (issue.text) } } } }
            }
        }
    }
}
