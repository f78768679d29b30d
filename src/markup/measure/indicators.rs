//! The KPIs of a measure, each with its gauge, which follows the colours of the page.

use maud::{Markup, PreEscaped, html};

use super::super::body::Body;
use super::super::frame::editorial;
use super::super::kpi::status;
use crate::data::kpi::Kpi;
use crate::data::strategy::Measure;
use crate::id::MeasureId;
use crate::locale::aim::Aim;
use crate::locale::amount::Amounts;
use crate::locale::{Key, period};
use crate::model::gaps::{measures_of, of_measure};
use crate::model::pace::{Reading, reading as latest};
use crate::widget::Kind;
use crate::widget::kpi::span;

/// Every KPI that is printed for the measure; nothing where there is none.
pub fn section(body: &Body<'_>, measure: &Measure) -> Markup {
    let (lang, goals) = (body.lang, Kind::Kpi);
    let page = lang.file(goals.offer().page);
    html! {
        @if of_measure(body.kpis(), &measure.id).next().is_some() {
            section id="kpis" {
                h2 { (lang.text(Key::KpiTitle)) }
                p class="note" { (lang.text(Key::MeasureKpiHow)) }
                ul class="gauges" { @for kpi in of_measure(body.kpis(), &measure.id) { (card(body, measure, kpi)) } }
                p { a href=(format!("{page}#{}?pillar={}", goals.name(), measure.id.pillar())) { (lang.fill(Key::PageFurther, &[("page", lang.text(goals.face().button))])) } }
            }
        }
    }
}

fn card(body: &Body<'_>, measure: &Measure, kpi: &Kpi) -> Markup {
    let (lang, data, span) = (body.lang, body.data, span(body.data));
    let year = body.year;
    let reading = Reading::of(kpi, &data.actuals, span, (year, false));
    let amounts = Amounts::beside(lang, kpi, &reading);
    let aim = Aim::of(lang, kpi);
    html! {
        li class="kpi" id=(kpi.id) {
            div class="dial" {
                div class="face" { ((body.gauge)(&reading)) }
                p class="level" aria-hidden="true" { b { (amounts.number(reading.level())) } (amounts.unit(reading.level())) }
            }
            div class="told" {
                h3 { (kpi.name) }
                p class="aim" { b { (aim.levels) } " " b { (aim.change) } @if let Some(kind) = aim.kind { " " span { (kind) } } }
                dl {
                    div { dt { (lang.text(Key::Baseline)) (lang.fill(Key::BaselinePeriod, &[("period", &period(lang, &kpi.baseline.period))])) } dd { (amounts.whole(kpi.baseline.value)) } }
                    div { dt { (lang.text(Key::Target)) } dd { (amounts.whole(kpi.target.value)) } }
                }
                (status(lang, kpi, &reading, latest(kpi, &data.actuals, span, year)))
                p { (kpi.definition) }
                @for note in &kpi.notes { p class="note" { (editorial(lang)) " " (note) } }
                (shared(body, measure, kpi))
            }
        }
    }
}

/// The other measures that a KPI is printed for.
fn shared(body: &Body<'_>, measure: &Measure, kpi: &Kpi) -> Markup {
    let others: Vec<&MeasureId> = measures_of(kpi).into_iter().filter(|id| **id != measure.id).collect();
    let links = body.numbers(others.iter().copied()).into_string();
    html! { @if !others.is_empty() { p class="note" { (PreEscaped(body.lang.fill(Key::MeasureShared, &[("measures", &links)]))) } } }
}
