//! `about.html`: what the strategy is for, who carries it out, and how it was made. Native only.

mod council;
mod editions;

use maud::{Markup, html};

use super::bar::{Page, neighbours};
use super::facts::place;
use super::leaf::{Leaf, foot};
use super::{frame, page, site};
use crate::data::Dataset;
use crate::data::about::AboutData;
use crate::data::editions::EditionsData;
use crate::data::library::{EDITIONS, Facts};
use crate::data::provenance::{Sentence, Source};
use crate::data::strategy::StrategyData;
use crate::id::digits;
use crate::locale::{Key, Lang};

/// What the page is written from; all but `original` in its language.
pub struct About<'a> {
    /// Language of the page.
    pub lang: Lang,
    /// How the strategy was made.
    pub about: &'a AboutData,
    /// The same, and the strategy's body, as the strategy says them.
    pub original: (&'a AboutData, &'a StrategyData),
    /// The strategy's body.
    pub strategy: &'a StrategyData,
    /// What the widgets draw from.
    pub data: &'a Dataset,
    /// The numbers.
    pub facts: &'a Facts,
    /// What was published when, in the source's language.
    pub history: &'a EditionsData,
    /// Name of the stylesheet.
    pub css: &'a str,
}

impl About<'_> {
    /// The whole page.
    pub fn document(&self) -> Markup {
        let (lang, title) = (self.lang, &*self.strategy.title);
        let (page, lead) = (Page::About, lang.fill(Key::AboutLead, &[("title", title)]));
        let name = page.name(lang);
        let sheet = Leaf { strategy: title, lead: &lead, css: self.css, ..Leaf::of(lang, page, name) };
        let head = html! {
            p class="topic" { (site::topic(lang, self.strategy)) " " (name) }
            h1 { (self.heading()) }
            p class="lead" { (lead) }
            @if !lang.is_source() { p { (frame::editorial(lang)) " " (lang.text(Key::GlossaryTranslated)) } }
        };
        let main = html! { (self.purpose()) (self.organisation()) (self.meetings()) (self.people()) (self.rule()) (self.editions()) };
        let places = (self.strategy, self.facts);
        let rest = html! {
            (neighbours(lang, page, |other| page::found(lang, self.data, places, other)))
            (foot(lang, self.strategy, &[(EDITIONS, Key::DataEditions)]))
        };
        sheet.document(&head, &main, &rest)
    }

    fn heading(&self) -> String {
        let [meetings, members] =
            [self.about.meetings.len(), self.about.members.len()].map(|count| digits(count as u64));
        self.lang.fill(Key::AboutHeading, &[("meetings", &meetings), ("members", &members)])
    }

    fn purpose(&self) -> Markup {
        let (lang, about, (original, body)) = (self.lang, self.about, self.original);
        html! {
            section id="purpose" {
                h2 { (lang.text(Key::AboutPurpose)) }
                (self.prose(&self.strategy.purpose, &body.purpose))
            }
            section id="period" {
                h2 { (lang.text(Key::AboutPeriod)) }
                (self.prose(std::slice::from_ref(&about.period), std::slice::from_ref(&original.period)))
                (self.source(&about.period_source))
            }
        }
    }

    fn organisation(&self) -> Markup {
        let (lang, about) = (self.lang, self.about);
        html! {
            section id="organisation" {
                h2 { (lang.text(Key::AboutOrganisation)) }
                (self.prose(&about.organisation, &self.original.0.organisation))
                (self.source(&about.organisation_source))
            }
        }
    }

    /// Paragraphs, what was mended in them, and the original.
    fn prose(&self, sentences: &[Sentence], originals: &[Sentence]) -> Markup {
        let lang = self.lang;
        html! {
            @for sentence in sentences { p { (sentence.text) } }
            @if let Some(note) = sentences.iter().find_map(|sentence| sentence.note.as_ref()) {
                p class="note" { (frame::editorial(lang)) " " (note) }
            }
            @if !lang.is_source() {
                details {
                    summary { (lang.text(Key::GlossaryOriginal)) }
                    @for original in originals { p lang="ja" { (original.text) } }
                }
            }
            @let printed: Vec<&String> = originals.iter().filter_map(|original| original.printed.as_ref()).collect();
            @if !printed.is_empty() {
                details { summary { (lang.text(Key::GlossaryPrinted)) } @for text in printed { p lang="ja" { (text) } } }
            }
        }
    }

    fn source(&self, source: &Source) -> Markup {
        html! { p class="source" { b { (self.lang.text(Key::Source)) } " " (place(self.lang, source)) } }
    }
}
