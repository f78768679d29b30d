//! KPIs as a table for each pillar.

use maud::{Markup, html};

use super::{Page, Plain, head};
use crate::data::kpi::Kpi;
use crate::data::strategy::PillarName;
use crate::locale::amount::Amounts;
use crate::locale::{Key, Lang, period};
use crate::model::pace::reading;
use crate::widget::kpi::span;

/// All pillars, and each by itself.
pub fn pages(plain: &Plain<'_>) -> Vec<Page> {
    let (lang, outline) = (plain.context.lang, &plain.context.data.outline);
    let one = |pillar: &PillarName| Page {
        part: Some(pillar.id.to_string()),
        title: pillar_name(lang, pillar),
        body: plain.kpi(Some(pillar.id)),
    };
    let all = Page { part: None, title: lang.text(Key::KpiTitle).to_owned(), body: plain.kpi(None) };
    std::iter::once(all).chain(outline.pillars.iter().map(one)).collect()
}

impl Plain<'_> {
    fn kpi(&self, pillar: Option<u8>) -> Markup {
        let (lang, outline) = (self.context.lang, &self.context.data.outline);
        let hash = pillar.map_or_else(|| "#kpi".to_owned(), |id| format!("#kpi?pillar={id}"));
        html! {
            @for shown in outline.pillars.iter().filter(|shown| pillar.is_none_or(|id| id == shown.id)) {
                table {
                    caption { (pillar_name(lang, shown)) }
                    (head(&[lang.text(Key::SheetMeasure), &self.texts.kpi, lang.text(Key::Baseline), lang.text(Key::Target), &self.texts.actual, &self.texts.detail]))
                    tbody {
                        @for kpi in self.context.data.kpi.kpis.iter().filter(|kpi| kpi.home().is_some_and(|home| home.pillar() == shown.id)) {
                            (self.kpi_row(kpi))
                        }
                    }
                }
            }
            (self.cited(&self.context.data.kpi.source.section, &hash))
        }
    }

    fn kpi_row(&self, kpi: &Kpi) -> Markup {
        let (lang, data) = (self.context.lang, self.context.data);
        let measure = kpi.home().and_then(|id| data.outline.measure(id));
        let amounts = Amounts::of(lang, kpi, &[kpi.baseline.value, kpi.target.value]);
        let latest = reading(kpi, &data.actuals, span(data), self.context.year);
        html! {
            tr {
                td { @if let Some(measure) = measure { (measure.id) "　" (measure.name) } }
                th scope="row" { (kpi.name) }
                td { (amounts.whole(kpi.baseline.value)) (lang.fill(Key::BaselinePeriod, &[("period", &period(lang, &kpi.baseline.period))])) }
                td { (amounts.whole(kpi.target.value)) }
                td {
                    @if let Some(actual) = latest {
                        (Amounts::of(lang, kpi, &[actual.value, kpi.target.value]).whole(actual.value))
                        (lang.fill(Key::ReadingOrigin, &[("period", &period(lang, &actual.period)), ("source", &actual.source)]))
                    } @else { (lang.text(Key::StatusNone)) }
                }
                td { (kpi.definition) @for note in &kpi.notes { (self.ours(note)) } }
            }
        }
    }
}

fn pillar_name(lang: Lang, pillar: &PillarName) -> String {
    format!("{} {} {}　{}", lang.text(Key::KpiTitle), lang.text(Key::Pillar), pillar.id, pillar.name)
}
