//! `<shigoto-swot>`: the cross-SWOT matrix, key issues, and the reasons of every link.

use maud::{Markup, html};

use super::Context;
use super::face::Face;
use super::frame::{Frame, editorial, more, picture, source, toolbar_of};
use super::node::named;
use crate::data::Dataset;
use crate::data::swot::{Factor, Issue, QuadrantText};
use crate::id::{FactorKind, IssueCode, MeasureId, StrategyCode, digits};
use crate::locale::cross::{crossed, led_to};
use crate::locale::names::kind_name;
use crate::locale::sentence;
use crate::locale::{Key, Lang, finding};
use crate::model::cross_swot::{Reach, toward};
use crate::model::scenes;
use crate::widget::Kind;

/// The matrix as everything else sees it.
pub static FACE: Face = Face {
    title: Key::SwotTitle,
    question: Key::PageSwotLead,
    finding: finding::directions,
    tree: widget,
    files: |origin| [origin.swot.as_deref(), None],
    unpublished: |_, _| String::new(),
    recognised: |_, _| String::new(),
    button: Key::KioskSwot,
    facts: scenes::chains,
    loop_px: 600.0,
};

/// The widget with nothing selected.
pub fn widget(context: &Context<'_>) -> Markup {
    let (lang, data) = (context.lang, context.data);
    let controls = html! {
        button type="button" class="plain" data-clear hidden { (lang.text(Key::SwotClear)) }
        button type="button" class="plain" data-why hidden { (lang.text(Key::SwotWhy)) }
    };
    let frame = Frame {
        kind: Kind::Swot,
        sentence: &sentence::swot(lang, &data.swot, None, &Reach::default()),
        toolbar: None,
        body: html! {
            div class="matrix" part="figure" data-keys=".node" {
                canvas aria-hidden="true" {}
                (issues(context))
                @for kind in FactorKind::ALL { (side(context, kind)) }
                @for quadrant in &data.swot.quadrants { (quadrant_box(context, quadrant)) }
                div class="corner" {
                    p { (lang.text(Key::SwotHow)) }
                    p class="hint" { (lang.text(Key::SwotHint)) }
                    (toolbar_of(lang.text(Key::Shown), &controls))
                }
            }
            (picture(context, "swot-overview.svg", lang.text(Key::SwotReasons)))
            (links(context))
        },
        manner: None,
        footer: html! {
            p { (source(context, Kind::Swot, &data.swot.source.section)) }
            @if !data.links.note.is_empty() { p { (editorial(lang)) " " (data.links.note) } }
        },
    };
    frame.render(context)
}

fn side(context: &Context<'_>, kind: FactorKind) -> Markup {
    let factors = context.data.swot.factors.iter().filter(|factor| factor.code.kind == kind);
    html! {
        section class="side" data-side=(kind.letter()) {
            h3 { i aria-hidden="true" {} (kind_name(context.lang, kind)) " " span { (kind.letter()) } }
            ul { @for (index, factor) in factors.enumerate() { li { (factor_button(context.lang, index, factor)) } } }
        }
    }
}

/// Each list of nodes is one stop of the tab key; arrow keys lead on, once the complete module is there.
fn stop(index: usize) -> Option<&'static str> {
    (index > 0).then_some("-1")
}

fn factor_button(lang: Lang, index: usize, factor: &Factor) -> Markup {
    html! {
        button type="button" class="node" tabindex=[stop(index)] data-code=(factor.code) aria-pressed="false" {
            b { (factor.code) } " " span { (factor.name) @if let Some(note) = &factor.matrix_note { small { (lang.fill(Key::Bracketed, &[("text", note)])) } } }
        }
    }
}

fn quadrant_box(context: &Context<'_>, quadrant: &QuadrantText) -> Markup {
    html! {
        section class="quadrant" data-quadrant=(quadrant.code.letters()) {
            h3 { (quadrant.heading) }
            ul {
                @for (index, strategy) in quadrant.strategies.iter().enumerate() {
                    li {
                        button type="button" class="node" tabindex=[stop(index)] data-code=(strategy.code) aria-pressed="false" {
                            b { (strategy.code) } " " span { (strategy.text) " " (cross(context, strategy.code)) }
                        }
                    }
                }
            }
        }
    }
}

/// What crosses in a strategy, and the key issues it leads to, in signs and codes: our links, which the footer tells of.
fn cross(context: &Context<'_>, strategy: StrategyCode) -> Markup {
    let (lang, data) = (context.lang, context.data);
    let (crossed, issues) = (crossed(data, strategy), led_to(data, strategy));
    html! {
        @if !crossed.is_empty() || !issues.is_empty() {
            small class="cross" {
                (crossed)
                @if !issues.is_empty() {
                    " → "
                    @for (place, (hue, issue)) in issues.into_iter().enumerate() {
                        @if place > 0 { (lang.text(Key::Dot)) }
                        b data-hue=(hue) { (issue.name) }
                    }
                }
            }
        }
    }
}

/// Over everything else what the directions lead to: each key issue with a mark for each of them.
fn issues(context: &Context<'_>) -> Markup {
    let (lang, data) = (context.lang, context.data);
    let count = |issue: &Issue| toward(&data.links, &issue.code);
    html! {
        section class="issues" {
            h3 { (lang.text(Key::KeyIssues)) }
            ul {
                @for (index, issue) in data.swot.issues.iter().enumerate() {
                    li {
                        button type="button" class="node" tabindex=[stop(index)] data-code=(issue.code) data-hue=(index) aria-pressed="false" {
                            b { (issue.name) }
                            @if count(issue) > 0 { " " small { span class="count" aria-hidden="true" { @for _ in 0..count(issue) { i {} } } (lang.fill(Key::SwotToward, &[("count", &digits(count(issue) as u64))])) } }
                            " " span { (issue.text) }
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
                (words(context))
                h3 { (lang.text(Key::SwotFactors)) }
                ul {
                    @for link in &links.factor_strategy {
                        (step(&link.from.to_string(), &link.to.to_string(), &[&named(context, &link.from.to_string()), &named(context, &link.to.to_string())], &link.reason))
                    }
                }
                h3 { (lang.text(Key::KeyIssues)) }
                ul {
                    @for link in &links.strategy_issue {
                        (step(&link.from.to_string(), link.to.as_str(), &[&named(context, &link.from.to_string()), issue_name(data, &link.to)], &link.reason))
                    }
                }
                h3 { (lang.text(Key::SwotMeasures)) }
                ul {
                    @for link in &links.issue_measure {
                        li data-from=(link.from) data-to=(link.to) {
                            b { (issue_name(data, &link.from)) " → " (measure_text(lang, data, &link.to)) } " " (link.reason)
                            span class="kpis" { (kpis(context, &link.to)) }
                        }
                    }
                }
                (evidence(context))
                (deeper(context))
            }
        }
    }
}

/// What the strategy says of its factors, and what we say of how its strategies are printed.
fn words(context: &Context<'_>) -> Markup {
    let swot = &context.data.swot;
    let strategies = || swot.quadrants.iter().flat_map(|quadrant| &quadrant.strategies);
    html! {
        h3 { (context.lang.text(Key::SwotWords)) }
        ul {
            @for factor in &swot.factors {
                @if factor.detail.is_some() || factor.matrix_note.is_some() {
                    li data-of=(factor.code) {
                        b { (factor.code) " " (factor.name) }
                        @if let Some(note) = &factor.matrix_note { (context.lang.fill(Key::Bracketed, &[("text", note)])) }
                        " " (factor.detail.as_deref().unwrap_or_default())
                    }
                }
            }
            @for strategy in strategies() {
                @if let Some(note) = &strategy.note { li data-of=(strategy.code) { b { (strategy.code) } " " (note) " " (editorial(context.lang)) } }
            }
            @for issue in &swot.issues { li data-of=(issue.code) { b { (issue.name) } " " (issue.text) } }
        }
    }
}

/// In a widget at work what is printed and what is ours; elsewhere the way to the complete module, which knows more.
fn deeper(context: &Context<'_>) -> Markup {
    #[cfg(not(small))]
    if context.is_live {
        return super::chain::legend(context.lang);
    }
    more(context.lang)
}

fn kpis(context: &Context<'_>, measure: &MeasureId) -> Markup {
    #[cfg(not(small))]
    if context.is_live {
        return super::chain::kpis(context, measure);
    }
    html! { (kpi_names(context.lang, context.data, measure)) }
}

fn evidence(context: &Context<'_>) -> Markup {
    #[cfg(not(small))]
    if context.is_live {
        return super::chain::evidence(context);
    }
    let _ = context;
    html! {}
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
