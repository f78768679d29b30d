//! What filters the map and says what fits.

use maud::{Markup, html};

use super::super::body::Body;
use super::super::offer::map::VIEWS;
use super::super::tools::{choice, find, sentence};
use crate::data::strategy::Actor;
use crate::locale::Key;
use crate::locale::body::actor as name_of;

/// What its views are called.
const VIEW_NAMES: [Key; 3] = [Key::MapColumns, Key::MapList, Key::MapGaps];

/// Numbers that sentences of the map tell: how many fit, and of how many.
const COUNTS: [&str; 8] = ["projects", "projects_all", "works", "works_all", "texts", "texts_all", "kpis", "kpis_all"];

/// Who acts, and words.
pub fn filters(body: &Body<'_>) -> Markup {
    let lang = body.lang;
    html! {
        div class="tools" part="toolbar" role="search" aria-label=(lang.text(Key::MapTitle)) {
            (choice(lang.text(Key::MapWho), ("checkbox", "actor"), Actor::ALL.map(|actor| (actor, name_of(lang, actor)))))
            (find(lang))
        }
    }
}

/// How the map is shown.
pub fn views(body: &Body<'_>) -> Markup {
    let lang = body.lang;
    let names = VIEW_NAMES.map(|name| lang.text(name));
    html! {
        div class="tools how" part="toolbar" {
            (choice(lang.text(Key::MapView), ("radio", "view"), VIEWS.into_iter().zip(names)))
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
        template data-say="told" { (sentence(lang, Key::MapTold, &COUNTS)) }
        template data-say="texts" { (sentence(lang, Key::MapToldTexts, &COUNTS)) }
        template data-say="shown" { (sentence(lang, Key::MapShown, &COUNTS)) }
        template data-say="nothing" { (lang.text(Key::MapNothing)) }
    }
}
