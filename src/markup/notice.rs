//! What a widget says about a file of the reader's own: that it shows one, or why it does not.

use maud::{Markup, html};

use super::Context;
use crate::data::provenance::Origin;
use crate::error::{Fault, FaultLang};
use crate::locale::{Key, Lang};
use crate::widget::Kind;

/// Faults shown at once; the event tells them all.
const MOST_SHOWN: usize = 12;

/// The language faults are told in.
pub fn fault_lang(lang: Lang) -> FaultLang {
    if lang.is_japanese() { FaultLang::Ja } else { FaultLang::En }
}

/// The files whose values a widget shows, where they are not the city's own.
pub fn files_of(kind: Kind, origin: &Origin) -> Vec<&str> {
    let mut files: Vec<&str> = (kind.face().files)(origin).into_iter().flatten().collect();
    // A list may bring its readings.
    files.dedup();
    files
}

/// That files are shown, and the way back.
pub fn shown(kind: Kind, context: &Context<'_>) -> Markup {
    let (lang, files) = (context.lang, files_of(kind, &context.data.origin));
    html! {
        @if !files.is_empty() {
            div class="own" {
                p { (lang.fill(Key::OwnData, &[("file", &files.join(lang.text(Key::ListSeparator)))])) ((kind.face().unpublished)(lang, context.data)) }
                @for told in [(kind.face().recognised)(lang, context.data)] { @if !told.is_empty() { p class="recognised" { (told) } } }
                button type="button" class="plain" data-reset { (lang.text(Key::Reset)) }
            }
        }
    }
}

/// That a widget stopped, and the button that starts it again.
pub fn broken(lang: Lang) -> Markup {
    html! {
        p { (lang.text(Key::Broken)) }
        button type="button" class="plain" data-reload { (lang.text(Key::Reload)) }
    }
}

/// Why a file was refused: one reason for the whole, or a list by line and column.
pub fn refused(lang: Lang, why: Option<&str>, faults: &[Fault]) -> Markup {
    let told_in = fault_lang(lang);
    html! {
        p { b { (lang.text(Key::LoadFailed)) } }
        @if let Some(why) = why { p { (why) } }
        @if !faults.is_empty() {
            ul {
                @for fault in faults.iter().take(MOST_SHOWN) {
                    li { @if lang.has_readings() { (fault.easy()) } @else { (fault.line(told_in)) } }
                }
            }
        }
        @if let Some(count) = faults.len().checked_sub(MOST_SHOWN).filter(|count| *count > 0) {
            p { (lang.fill(Key::FaultMore, &[("count", &count.to_string())])) }
        }
        button type="button" class="plain" data-close { (lang.text(Key::Close)) }
    }
}
