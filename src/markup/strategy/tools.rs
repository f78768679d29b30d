//! What filters the map and says what fits. Scripts put it to work; without them it is not shown.

use maud::{Markup, html};

use super::super::body::Body;
use super::super::offer::map::VIEWS;
use crate::data::strategy::Actor;
use crate::locale::body::actor as name_of;
use crate::locale::{Key, Lang};

/// What its views are called.
const VIEW_NAMES: [Key; 3] = [Key::MapColumns, Key::MapList, Key::MapGaps];

/// Numbers that sentences of the map tell: how many fit, and of how many.
const COUNTS: [&str; 8] = ["projects", "projects_all", "works", "works_all", "texts", "texts_all", "kpis", "kpis_all"];
/// Stands around the name of a number while its sentence is put together.
const MARK: char = '\u{1}';

/// Who acts, and words.
pub fn filters(body: &Body<'_>) -> Markup {
    let lang = body.lang;
    html! {
        div class="tools" part="toolbar" role="search" aria-label=(lang.text(Key::MapTitle)) {
            fieldset class="choice" {
                legend { (lang.text(Key::MapWho)) }
                @for actor in Actor::ALL {
                    label { input type="checkbox" name="actor" value=(actor); span { (name_of(lang, actor)) } }
                }
            }
            label class="find" { span { (lang.text(Key::MapFind)) } " " input type="search" name="q" autocomplete="off"; }
        }
    }
}

/// How the map is shown.
pub fn views(body: &Body<'_>) -> Markup {
    let lang = body.lang;
    html! {
        div class="tools how" part="toolbar" {
            fieldset class="choice" {
                legend { (lang.text(Key::MapView)) }
                @for (view, name) in VIEWS.into_iter().zip(VIEW_NAMES) {
                    label { input type="radio" name="view" value=(view); span { (lang.text(name)) } }
                }
            }
        }
    }
}

/// Where one is, what fits, and the way back; with the sentences that tell it.
pub fn told(body: &Body<'_>) -> Markup {
    let lang = body.lang;
    html! {
        div class="told" {
            nav class="crumbs" aria-label=(lang.text(Key::MapTitle)) hidden { ol { li { a href="#map" data-pick="" { (lang.text(Key::MapTitle)) } } } }
            p class="fits" role="status" {}
            button type="button" name="clear" hidden { (lang.text(Key::MapClear)) }
        }
        template data-say="told" { (sentence(lang, Key::MapTold)) }
        template data-say="texts" { (sentence(lang, Key::MapToldTexts)) }
        template data-say="shown" { (sentence(lang, Key::MapShown)) }
        template data-say="nothing" { (lang.text(Key::MapNothing)) }
    }
}

/// A sentence with a place for each of its numbers.
fn sentence(lang: Lang, key: Key) -> Markup {
    let values = COUNTS.map(|name| (name, format!("{MARK}{name}{MARK}")));
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let text = lang.fill(key, &values);
    html! {
        @for (index, part) in text.split(MARK).enumerate() {
            @if index % 2 == 0 { (part) } @else { b data-count=(part) {} }
        }
    }
}
