//! The record of changes: every edition with its date, its reason and what it changed, the newest first.

use maud::{Markup, html};

use super::About;
use crate::data::change::{Change, ChangeKind, Part};
use crate::data::editions::Edition;
use crate::data::library::EDITIONS;
use crate::id::digits;
use crate::locale::changes::{date, is_long, of_record, sentence, sentences, sum, value, what};
use crate::locale::{Key, Lang, grouped};
use crate::model::changes::{RecordChange, by_record};

impl About<'_> {
    pub(super) fn editions(&self) -> Markup {
        let (lang, history) = (self.lang, self.history);
        let Some(newest) = history.editions.last() else { return html! {} };
        // What is mended is said where it stands.
        let undated = history.unrecorded.iter().filter(|change| change.part == Part::Reading).cloned();
        let undated: Vec<Change> = undated.collect();
        let is_alone = history.editions.len() == 1 && undated.is_empty();
        html! {
            section id="editions" {
                h2 { (lang.text(Key::Editions)) }
                p { (lang.fill(Key::EditionsLead, &[("date", &date(lang, newest.date))])) }
                ol class="editions" reversed {
                    @for (place, edition) in history.editions.iter().enumerate().rev() { (self.edition(place, edition)) }
                }
                @if is_alone { p { (lang.text(Key::EditionAlone)) } }
                @if !undated.is_empty() {
                    h3 { (lang.text(Key::EditionUnrecorded)) }
                    ul { @for sentence in sentences(lang, &undated) { li { (sentence) } } }
                }
            }
        }
    }

    fn edition(&self, place: usize, edition: &Edition) -> Markup {
        let lang = self.lang;
        let number = digits(place as u64 + 1);
        html! {
            li id=(format!("edition-{}", edition.id)) {
                h3 {
                    (lang.fill(Key::EditionName, &[("number", &number)])) " "
                    time datetime=(edition.date) { (date(lang, edition.date)) }
                }
                @if let Some(title) = &edition.title { p { (lang.name(title)) } }
                @for (key, text) in [(Key::SheetReason, &edition.reason), (Key::Source, &edition.source)] {
                    @if let Some(text) = text { p { b { (lang.text(key)) } " " (lang.name(text)) } }
                }
                @if place == 0 {
                    @let count = grouped(edition.changes.len() as f64, 0);
                    p { (lang.fill(Key::EditionFirst, &[("count", &count)])) " " (file(lang)) }
                } @else {
                    p { (sum(lang, &edition.changes)) }
                    ul { @for record in by_record(&edition.changes) { (self.record(edition, &record)) } }
                }
            }
        }
    }

    fn record(&self, edition: &Edition, record: &RecordChange<'_>) -> Markup {
        html! {
            @if record.kind == ChangeKind::Corrected {
                @for change in &record.changes { li { (self.change(change)) (self.own_reason(edition, change)) } }
            } @else {
                @for sentence in of_record(self.lang, record) { li { (sentence) } }
            }
        }
    }

    /// A change in a sentence; texts too long for one stand whole under what is changed.
    fn change(&self, change: &Change) -> Markup {
        let lang = self.lang;
        let versions = [(Key::EditionBefore, &change.old), (Key::EditionAfter, &change.new)];
        if !is_long(lang, change) {
            return html! { (sentence(lang, change)) };
        }
        html! {
            (what(lang, change))
            dl class="versions" {
                @for (key, text) in versions {
                    @if let Some(text) = text { div { dt { (lang.text(key)) } dd { (value(lang, change, text)) } } }
                }
            }
        }
    }

    /// Why a change was made, where the edition gives another reason for the rest.
    fn own_reason(&self, edition: &Edition, change: &Change) -> Markup {
        let own = change.reason.as_ref().filter(|reason| Some(*reason) != edition.reason.as_ref());
        html! { @if let Some(reason) = own { p { b { (self.lang.text(Key::SheetReason)) } " " (self.lang.name(reason)) } } }
    }
}

/// The way to the whole record.
fn file(lang: Lang) -> Markup {
    html! { a href=(format!("./data/{EDITIONS}")) download=(EDITIONS) { (lang.text(Key::DataEditions)) } }
}
