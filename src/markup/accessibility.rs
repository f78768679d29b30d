//! `accessibility.html`: every criterion of WCAG 2.2 A and AA with its result and what holds it. Native only.

use maud::{DOCTYPE, Markup, html};

use super::{crumbs, site};
use crate::data::accessibility::{AccessibilityData, Criterion, ReportTexts};
use crate::locale::Lang;

/// The page in one language.
pub struct Report<'a> {
    /// Its language.
    pub lang: Lang,
    /// Everything there is to say.
    pub data: &'a AccessibilityData,
    /// Which of the texts.
    pub index: usize,
    /// The other languages it is written in.
    pub others: &'a [Lang],
    /// Title of the strategy.
    pub strategy: &'a str,
    /// Name of the stylesheet.
    pub css: &'a str,
}

/// File of the report that readers of a language are led to. It is written in Japanese and in English.
pub fn file_of(lang: Lang) -> &'static str {
    if lang.is_japanese() { "accessibility.html" } else { "accessibility.en.html" }
}

/// The results there may be.
pub const RESULTS: [&str; 3] = ["met", "not-met", "none"];

impl Report<'_> {
    /// The whole page; nothing where the language has no texts.
    pub fn document(&self) -> Markup {
        let Some(texts) = self.data.texts.get(self.index) else { return html! {} };
        html! {
            (DOCTYPE)
            html lang=(self.lang.code()) {
                head {
                    (site::head(&site::title(&texts.title, self.strategy), &texts.lead))
                    link rel="stylesheet" href=(self.css);
                }
                body class="report" {
                    a class="skip" href="#main" { (texts.skip) }
                    header class="guide-head" {
                        (crumbs::nav(self.lang, &crumbs::under_front(self.lang, texts.title.as_str())))
                        p class="ways" {
                            a href=(site::file_of(self.lang)) { (texts.back) } " "
                            @for other in self.others {
                                a href=(file_of(*other)) hreflang=(other.code()) lang=(other.code()) { (texts.other) }
                            }
                        }
                        h1 { (texts.title) }
                        p class="lead" { (texts.lead) }
                        p { (texts.scope) }
                        p { (texts.limits.replace("{judged}", &self.data.judged)) }
                        p { (texts.version.replace("{version}", env!("CARGO_PKG_VERSION")).replace("{build}", site::BUILD)) }
                    }
                    main id="main" {
                        (self.summary(texts))
                        @for (number, principle) in texts.principles.iter().enumerate() { (self.part(texts, number + 1, principle)) }
                    }
                }
            }
        }
    }

    /// How many criteria met, not met, without application: counted, never written.
    fn summary(&self, texts: &ReportTexts) -> Markup {
        let criteria = &self.data.criteria;
        let count = |result: &str| criteria.iter().filter(|criterion| criterion.result == result).count();
        let of = texts.of.replace("{of}", &criteria.len().to_string());
        html! {
            section {
                h2 { (texts.summary) " " small { (of) } }
                dl class="counts" {
                    @for result in RESULTS {
                        div { dt { (word(texts, result)) } dd { (texts.count.replace("{count}", &count(result).to_string())) } }
                    }
                }
                ul {
                    @for criterion in criteria.iter().filter(|criterion| criterion.result == "not-met") {
                        li { a href=(format!("#sc-{}", criterion.id)) { (criterion.id) " " (self.said(criterion).0) } }
                    }
                }
            }
        }
    }

    fn part(&self, texts: &ReportTexts, number: usize, principle: &str) -> Markup {
        let start = format!("{number}.");
        html! {
            section {
                h2 { (number) " " (principle) }
                table {
                    thead { tr { @for head in [&texts.criterion, &texts.result, &texts.how] { th scope="col" { (head) } } } }
                    tbody {
                        @for criterion in self.data.criteria.iter().filter(|criterion| criterion.id.starts_with(&start)) {
                            (self.row(texts, criterion))
                        }
                    }
                }
            }
        }
    }

    fn row(&self, texts: &ReportTexts, criterion: &Criterion) -> Markup {
        let (name, how) = self.said(criterion);
        html! {
            tr id=(format!("sc-{}", criterion.id)) data-result=(criterion.result) {
                th scope="row" { b { (criterion.id) } " " (name) " " span { (criterion.level) @if criterion.is_jis { " JIS" } } }
                td { (word(texts, &criterion.result)) }
                td {
                    (how)
                    @if criterion.is_judged { p { b { (texts.person.replace("{judged}", &self.data.judged)) } } }
                    @if !criterion.tests.is_empty() {
                        details {
                            summary { (texts.automatic) " " (criterion.tests.len()) span class="unseen" { " " (criterion.id) } }
                            ul { @for test in &criterion.tests { li { code lang="en" { (test) } } } }
                        }
                    }
                }
            }
        }
    }

    fn said<'a>(&self, criterion: &'a Criterion) -> (&'a str, &'a str) {
        criterion.said.get(self.index).map_or(("", ""), |said| (&said.name, &said.how))
    }
}

fn word<'a>(texts: &'a ReportTexts, result: &str) -> &'a str {
    match result {
        "met" => &texts.met,
        "not-met" => &texts.unmet,
        _ => &texts.none,
    }
}
