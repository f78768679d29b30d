//! `<shigoto-swot>`: the cross-SWOT matrix, key issues, and the reasons of every link.

use maud::{Markup, html};

use super::frame::{Frame, editorial, picture, source, toolbar_of};
use super::{Context, Kind};
use crate::data::Dataset;
use crate::data::swot::{Factor, Issue, QuadrantText};
use crate::id::{FactorKind, IssueCode, MeasureId};
use crate::locale::sentence::{self, kind_name};
use crate::locale::{Key, Lang};
use crate::model::cross_swot::Reach;

/// The widget with nothing selected.
pub fn widget(context: &Context<'_>) -> Markup {
    let (lang, data) = (context.lang, context.data);
    let clear = html! { button type="button" class="plain" data-clear hidden { (lang.text(Key::SwotClear)) } };
    let frame = Frame {
        kind: Kind::Swot,
        title: lang.text(Key::SwotTitle),
        sentence: &sentence::swot(lang, &data.swot, None, &Reach::default()),
        toolbar: None,
        body: html! {
            div class="matrix" part="figure" data-keys=".node" {
                canvas aria-hidden="true" {}
                div class="corner" {
                    p { (lang.text(Key::SwotHow)) }
                    p class="hint" { (lang.text(Key::SwotHint)) }
                    (toolbar_of(lang, &clear))
                }
                @for kind in FactorKind::ALL { (side(context, kind)) }
                @for quadrant in &data.swot.quadrants { (quadrant_box(lang, quadrant)) }
                (issues(lang, &data.swot.issues))
            }
            (picture(context, "swot-overview.svg", lang.text(Key::SwotReasons)))
            (links(context))
        },
        footer: html! {
            p { (source(context, Kind::Swot, &data.swot.source.section)) }
            p { (editorial(lang)) " " (data.links.note) }
        },
    };
    frame.render(context)
}

fn side(context: &Context<'_>, kind: FactorKind) -> Markup {
    let factors = context.data.swot.factors.iter().filter(|factor| factor.code.kind == kind);
    html! {
        section class="side" data-side=(kind.letter()) {
            h3 { i aria-hidden="true" {} (kind_name(context.lang, kind)) " " span { (kind.letter()) } }
            ul { @for factor in factors { li { (factor_button(context.lang, factor)) } } }
        }
    }
}

fn factor_button(lang: Lang, factor: &Factor) -> Markup {
    html! {
        button type="button" class="node" data-code=(factor.code) aria-pressed="false" {
            b { (factor.code) } " " span { (factor.name) @if let Some(note) = &factor.matrix_note { small { (lang.fill(Key::Bracketed, &[("text", note)])) } } }
        }
        @if let Some(detail) = &factor.detail { p class="detail" { (detail) } }
    }
}

fn quadrant_box(lang: Lang, quadrant: &QuadrantText) -> Markup {
    html! {
        section class="quadrant" data-quadrant=(quadrant.code.letters()) {
            h3 { (quadrant.heading) }
            ul {
                @for strategy in &quadrant.strategies {
                    li {
                        button type="button" class="node" data-code=(strategy.code) aria-pressed="false" {
                            b { (strategy.code) } " " span { (strategy.text) }
                        }
                        @if let Some(note) = &strategy.note { p class="detail" { (note) " " (editorial(lang)) } }
                    }
                }
            }
        }
    }
}

fn issues(lang: Lang, issues: &[Issue]) -> Markup {
    html! {
        section class="issues" {
            h3 { (lang.text(Key::KeyIssues)) }
            ul {
                @for issue in issues {
                    li {
                        button type="button" class="node" data-code=(issue.code) aria-pressed="false" {
                            b { (issue.name) } " " span { (issue.text) }
                        }
                    }
                }
            }
        }
    }
}

/// Every editorial link with its reason, each once. When something is selected, the widget opens this list and hides
/// what does not belong to the selection.
fn links(context: &Context<'_>) -> Markup {
    let (lang, data) = (context.lang, context.data);
    let links = &data.links;
    html! {
        details class="links" {
            summary { (lang.text(Key::SwotReasons)) " " (editorial(lang)) }
            div class="steps" {
                h3 { (lang.text(Key::SwotFactors)) }
                ul {
                    @for link in &links.factor_strategy {
                        (step(&link.from.to_string(), &link.to.to_string(), &[&link.from.to_string(), &link.to.to_string()], &link.reason))
                    }
                }
                h3 { (lang.text(Key::KeyIssues)) }
                ul {
                    @for link in &links.strategy_issue {
                        (step(&link.from.to_string(), link.to.as_str(), &[&link.from.to_string(), issue_name(data, &link.to)], &link.reason))
                    }
                }
                h3 { (lang.text(Key::SwotMeasures)) }
                ul {
                    @for link in &links.issue_measure {
                        li data-from=(link.from) data-to=(link.to) {
                            b { (issue_name(data, &link.from)) " → " (measure_text(lang, data, &link.to)) } " " (link.reason)
                            span class="kpis" { (kpi_names(lang, data, &link.to)) }
                        }
                    }
                }
            }
        }
    }
}

fn step(from: &str, to: &str, names: &[&str; 2], reason: &str) -> Markup {
    let [start, end] = names;
    html! { li data-from=(from) data-to=(to) { b { (start) " → " (end) } " " (reason) } }
}

/// A key issue is known by its name, everything else by its code.
fn issue_name<'a>(data: &'a Dataset, code: &IssueCode) -> &'a str {
    data.swot.issues.iter().find(|issue| issue.code == *code).map_or("", |issue| &issue.name)
}

fn measure_text(lang: Lang, data: &Dataset, id: &MeasureId) -> String {
    let name = data.outline.measure(id).map_or("", |measure| measure.name.as_str());
    lang.fill(Key::MeasurePlace, &[("id", id.as_str()), ("name", name)])
}

fn kpi_names(lang: Lang, data: &Dataset, measure: &MeasureId) -> String {
    let kpis = data.kpi.kpis.iter().filter(|kpi| kpi.places.iter().any(|place| place.measure == *measure));
    let names: Vec<&str> = kpis.map(|kpi| kpi.name.as_str()).collect();
    format!("KPI: {}", names.join(lang.text(Key::ListSeparator)))
}
