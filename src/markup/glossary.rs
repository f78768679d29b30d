//! The glossary's page: every term of the strategy with its explanation, and a location quotient worked out. Native only.

use maud::{Markup, html};

use super::bar::Page;
use super::frame;
use super::leaf::Leaf;
use crate::data::Dataset;
use crate::data::glossary::{GlossaryData, Term};
use crate::locale::names::our_base;
use crate::locale::{Key, Lang, fixed, grouped};

pub use super::terms::{QUOTIENT, file_of};

/// What the page is written from.
pub struct Glossary<'a> {
    /// Language of the page.
    pub lang: Lang,
    /// The terms in that language.
    pub terms: &'a GlossaryData,
    /// The terms as the strategy says them, in the same order.
    pub originals: &'a GlossaryData,
    /// The data in that language.
    pub data: &'a Dataset,
    /// Name of the stylesheet.
    pub css: &'a str,
}

impl Glossary<'_> {
    /// The whole page.
    pub fn document(&self) -> Markup {
        let (lang, lead) = (self.lang, self.lead());
        let (page, name) = (Page::Glossary, lang.text(Key::Glossary));
        let sheet =
            Leaf { strategy: &self.data.outline.title, lead: &lead, css: self.css, ..Leaf::of(lang, page, name) };
        let head = html! {
            div {
            h1 { (name) }
            p class="lead" { (lead) }
            @if !lang.is_source() { p { (frame::editorial(lang)) " " (lang.text(Key::GlossaryTranslated)) } }
            (self.index())
            }
        };
        let main = html! { (self.quotient()) @for group in self.groups() { (self.group(&group)) } };
        sheet.document(&head, &main, &html! {})
    }

    fn lead(&self) -> String {
        let source = &self.terms.source;
        let page = source.page.map(|page| page.to_string()).unwrap_or_default();
        let values = [
            ("title", self.data.outline.title.as_str()),
            ("count", &self.terms.terms.len().to_string()),
            ("section", &source.section),
            ("page", &page),
        ];
        self.lang.fill(Key::GlossaryLead, &values)
    }

    /// Headings the terms stand under, in order.
    fn groups(&self) -> Vec<String> {
        let mut groups: Vec<String> = self.originals.terms.iter().map(|term| term.group.clone()).collect();
        groups.dedup();
        groups
    }

    /// Each term with the original of it that stands under a heading.
    fn pairs(&self) -> impl Iterator<Item = (&Term, &Term)> {
        self.terms.terms.iter().zip(&self.originals.terms)
    }

    fn index(&self) -> Markup {
        html! {
            nav class="index" aria-label=(self.lang.text(Key::PageContents)) {
                ul {
                    li { a href=(format!("#{QUOTIENT}")) { (self.lang.text(Key::Quotient)) } }
                    @for (term, original) in self.pairs() { li { a href=(format!("#{}", original.anchor())) { (term.term) } } }
                }
            }
        }
    }

    fn group(&self, group: &str) -> Markup {
        html! {
            section {
                h2 lang="ja" { (group) }
                dl {
                    @for (term, original) in self.pairs().filter(|(_, original)| original.group == group) {
                        div id=(original.anchor()) { (self.entry(term, original)) }
                    }
                }
            }
        }
    }

    fn entry(&self, term: &Term, original: &Term) -> Markup {
        let lang = self.lang;
        html! {
            dt { (term.term) @if !lang.is_source() { " " small lang="ja" { (original.term) } } }
            dd {
                @for paragraph in term.text.split('\n') { p { (paragraph) } }
                @if !lang.is_source() {
                    details { summary { (lang.text(Key::GlossaryOriginal)) } p lang="ja" { (original.text) } }
                }
                @if let Some(note) = &term.note { p class="note" { (frame::editorial(lang)) " " (note) } }
                @if let Some(printed) = &original.printed {
                    details { summary { (lang.text(Key::GlossaryPrinted)) } p lang="ja" { (printed) } }
                }
            }
        }
    }

    /// What a location quotient is, with numbers from the strategy.
    fn quotient(&self) -> Markup {
        let (lang, lq) = (self.lang, &self.data.lq);
        let formula = lq.table(self.terms.example.base).map_or("", |table| table.formula.as_str());
        html! {
            section id=(QUOTIENT) {
                h2 { (lang.text(Key::Quotient)) @if !lang.is_source() { " " small lang="ja" { (QUOTIENT) } } }
                p { (lang.fill(Key::LqWhat, &[("reference", &lq.reference_area)])) }
                p class="formula" { (formula) }
                (self.example().unwrap_or_default())
            }
        }
    }

    fn example(&self) -> Option<Markup> {
        let (lang, lq, example) = (self.lang, &self.data.lq, &self.terms.example);
        let table = lq.table(example.base)?;
        let row = table.rows.iter().find(|row| row.industry == example.industry)?;
        let value = row.value(lq.column(&lq.focus_city)?)?;
        let city = lq.cities.iter().find(|city| city.id == lq.focus_city)?;
        let values = [
            ("city", city.name.clone()),
            ("industry", lang.name(example.industry.as_str()).to_owned()),
            ("base", our_base(lang, example.base).to_owned()),
            ("reference", lq.reference_area.clone()),
            ("part", grouped(example.part, 0)),
            ("whole", grouped(example.whole, 0)),
            ("share", fixed(example.share_percent, 1)),
            ("value", fixed(value, lq.decimals)),
            ("national", fixed(example.share_percent / value, 1)),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        Some(html! {
            h3 { (lang.fill(Key::QuotientExample, &values)) }
            ol {
                @for key in [Key::QuotientShare, Key::QuotientValue] { li { (lang.fill(key, &values)) } }
                li { (lang.fill(Key::QuotientBack, &values)) " " (frame::editorial(lang)) }
            }
            p class="note" {
                b { (lang.text(Key::Source)) } " "
                (lang.fill(Key::PrintedIn, &[("title", &self.data.outline.title), ("section", &example.source.section)]))
            }
        })
    }
}
