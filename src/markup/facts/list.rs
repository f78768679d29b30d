//! Every number under the sentence in which it stands.

use maud::{Markup, html};

use super::{FactsPage, file, place};
use crate::data::facts::Fact;
use crate::locale::Key;
use crate::locale::facts::{stated, when};
use crate::markup::frame;
use crate::takeaway::facts::PROSE;

/// A number, and the same as the strategy says it.
type Pair<'a> = (&'a Fact, &'a Fact);

impl FactsPage<'_> {
    pub(super) fn list(&self) -> Markup {
        let (lang, facts) = (self.lang, &self.facts.prose.facts);
        let pairs: Vec<Pair<'_>> = facts.iter().zip(&self.originals.prose.facts).collect();
        let is_same = |one: &Pair<'_>, other: &Pair<'_>| one.1.quote == other.1.quote && one.1.source == other.1.source;
        let heads = [Key::FactsWhat, Key::FactsValue, Key::FactsWhen];
        html! {
            section id="list" data-figure="list" {
                h2 { (lang.text(Key::FactsList)) }
                p class="lead" { (lang.fill(Key::FactsListLead, &[("count", &facts.len().to_string())])) " " (file(lang, &PROSE)) }
                (self.filter())
                table class="facts" part="table" {
                    thead { tr { @for head in heads { th scope="col" { (lang.text(head)) } } } }
                    @for sentence in pairs.chunk_by(is_same) { (self.sentence(sentence)) }
                }
            }
        }
    }

    /// A sentence, then its numbers.
    fn sentence(&self, pairs: &[Pair<'_>]) -> Markup {
        let lang = self.lang;
        let Some((first, original)) = pairs.first() else { return html! {} };
        html! {
            tbody {
                tr {
                    th scope="rowgroup" colspan="3" {
                        q { (first.quote) } " " small { (place(lang, &first.source)) }
                        @if !lang.is_source() {
                            details { summary { (lang.text(Key::GlossaryOriginal)) } p lang="ja" { (original.quote) } }
                        }
                    }
                }
                @for (fact, _) in pairs { (self.number(fact)) }
            }
        }
    }

    fn number(&self, fact: &Fact) -> Markup {
        let lang = self.lang;
        let undated = || lang.text(Key::FactsUndated).to_owned();
        html! {
            tr id=(fact.id.as_str()) {
                th scope="row" { (fact.what) }
                td { (stated(lang, fact)) }
                td { (fact.period.as_ref().map_or_else(undated, |period| when(lang, period))) }
            }
            @if let Some(note) = &fact.note {
                tr { td colspan="3" class="note" { (frame::editorial(lang)) " " (note) } }
            }
        }
    }
}
