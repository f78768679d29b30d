//! Each widget as undecorated HTML for pages that allow neither scripts nor iframes: tables, source, link. Native only.

use maud::{DOCTYPE, Markup, html};

use super::lq::{quotient, unpublished_note};
use super::{Context, Kind, page};
use crate::data::guide::PlainTexts;
use crate::data::kpi::Kpi;
use crate::data::lq::{Labels, LqTable};
use crate::data::strategy::{PillarName, StrategyData};
use crate::data::swot::{Issue, SwotData};
use crate::id::Base;
use crate::locale::amount::Amounts;
use crate::locale::sentence::{base_name, kind_name};
use crate::locale::{Key, Lang, own, period};
use crate::model::pace::reading;
use crate::widget::kpi::span;

/// What the plain HTML is written from.
#[derive(Clone, Copy)]
pub struct Plain<'a> {
    /// Data, language and year.
    pub context: Context<'a>,
    /// Whose strategy.
    pub strategy: &'a StrategyData,
    /// Headings and the link.
    pub texts: &'a PlainTexts,
}

impl Plain<'_> {
    /// Every file by name: each widget whole, and its parts by the value of the attribute that chooses them.
    pub fn files(&self) -> Vec<(String, String)> {
        let (lang, data) = (self.context.lang, self.context.data);
        let tables = &data.lq.tables;
        let all: Vec<&LqTable> = tables.iter().collect();
        let mut files = vec![
            ("swot".to_owned(), self.document(title(lang, Kind::Swot), &self.swot(&data.swot))),
            ("lq".to_owned(), self.document(title(lang, Kind::Lq), &self.lq(&all))),
            ("kpi".to_owned(), self.document(title(lang, Kind::Kpi), &self.kpi(None))),
        ];
        for table in tables {
            let name = format!("{} {}", title(lang, Kind::Lq), base_name(lang, table.base));
            files.push((format!("lq-{}", table.base.as_str()), self.document(&name, &self.lq(&[table]))));
        }
        for pillar in &data.outline.pillars {
            let name = pillar_name(lang, pillar);
            files.push((format!("kpi-{}", pillar.id), self.document(&name, &self.kpi(Some(pillar.id)))));
        }
        // As the pages are named: the language stands before the ending, Japanese goes without.
        files.into_iter().map(|(name, text)| (lang.file(&name), text)).collect()
    }

    /// A page that shows the HTML by itself. What is to be copied stands between `<body>` and `</body>`.
    fn document(&self, title: &str, body: &Markup) -> String {
        let lang = self.context.lang;
        let page = html! {
            (DOCTYPE)
            html lang=(lang.code()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (title) }
                    link rel="icon" href=(page::ICON);
                }
                body { (body) }
            }
        };
        super::text(lang, page)
    }

    /// Where it was printed, and where it can be explored. The address is relative to the file's folder.
    fn cited(&self, section: &str, hash: &str) -> Markup {
        let lang = self.context.lang;
        html! {
            p {
                (lang.text(Key::Source)) "：" (page::cited(lang, self.strategy)) " " (section) " "
                a href=(format!("../{}{hash}", page::file_of(lang))) { (self.texts.link) }
            }
        }
    }

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

    fn lq(&self, tables: &[&LqTable]) -> Markup {
        let (lang, lq) = (self.context.lang, &self.context.data.lq);
        html! {
            p { (lang.fill(Key::LqWhat, &[("reference", own::reference(lang, lq))])) }
            @for table in tables {
                table {
                    caption { (own::title(lang, self.context.data, table)) }
                    (head(&[lang.text(Key::Industry)].into_iter().chain(lq.cities.iter().map(|city| city.name.as_str())).collect::<Vec<_>>()))
                    tbody {
                        @for row in &table.rows {
                            tr {
                                th scope="row" { (lang.name(row.industry.as_str())) }
                                @for value in &row.values { td { (quotient(&self.context, *value)) } }
                            }
                        }
                    }
                }
                (unpublished_note(lang, table.unpublished()))
                @if table.labels == Labels::Doubtful { (self.doubts(table)) }
                p { (lang.fill(Key::LqFormula, &[("formula", own::formula(lang, table))])) @if let Some(note) = &table.note { (self.ours(note)) } }
                (self.cited(&table.source.section, &lq_hash(table.base)))
            }
        }
    }

    /// Why the headings of a table are not to be trusted.
    fn doubts(&self, table: &LqTable) -> Markup {
        let lang = self.context.lang;
        html! {
            p { (lang.text(Key::DataNote)) "：" (self.ours(table.warning.as_deref().unwrap_or_default())) }
            @if let Some(reason) = &table.reread_reason { p { (lang.text(Key::RereadReason)) "：" (self.ours(reason)) } }
        }
    }

    /// What is said by us and not by the strategy.
    fn ours(&self, text: &str) -> Markup {
        html! { " " (text) "（" (self.context.lang.text(Key::Editorial)) "）" }
    }

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

/// What a widget is called.
pub fn title(lang: Lang, kind: Kind) -> &'static str {
    lang.text(match kind {
        Kind::Swot => Key::SwotTitle,
        Kind::Lq => Key::LqTitle,
        Kind::Kpi => Key::KpiTitle,
    })
}

fn lq_hash(base: Base) -> String {
    format!("#lq?base={}", base.as_str())
}

fn head(names: &[&str]) -> Markup {
    html! { thead { tr { @for name in names { th scope="col" { (name) } } } } }
}
