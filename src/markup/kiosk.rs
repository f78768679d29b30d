//! The kiosk's shell: headline, stage, bar, and what opens over them. Words change with the language, nodes never do.

use maud::{Markup, html};

use super::Context;
use crate::data::Dataset;
use crate::locale::{Key, Lang, Languages};
use crate::model::scenes::{self, Fact};
use crate::widget::Kind;

/// Where words stand, and which; those of the widgets' buttons stand in their faces.
pub const WORDS: [(&str, Key); 14] = [
    ("[data-act=touch]", Key::KioskTouch),
    ("[data-act=larger]", Key::KioskLarger),
    ("[data-act=leave]", Key::KioskLeave),
    ("[data-act=take]", Key::KioskTake),
    (".idle h2", Key::KioskIdleTitle),
    ("[data-act=stay]", Key::KioskStay),
    (".take h2", Key::KioskTake),
    (".take .hint", Key::KioskTakeHint),
    (".take [data-act=close]", Key::Close),
    (".staff .ask h2", Key::KioskPin),
    (".staff .told h2", Key::KioskLog),
    (".staff .ask [data-act=close]", Key::Close),
    (".staff .told [data-act=close]", Key::Close),
    ("[data-act=restart]", Key::KioskRestart),
];

/// Names for assistive technology, and whose.
pub const NAMES: [(&str, Key); 2] = [(".kinds", Key::KioskNav), (".languages", Key::Language)];

/// The shell around the widgets, which `place` puts on the stage.
pub fn shell(context: &Context<'_>, languages: &Languages, place: impl Fn(Kind) -> Markup) -> Markup {
    let lang = context.lang;
    let text = |selector: &str| {
        let found = WORDS.iter().find(|(known, _)| *known == selector);
        found.map_or("", |(_, key)| lang.text(*key))
    };
    html! {
        header class="headline" {
            h1 { (context.data.outline.title) }
            div class="small" {
                p class="sub" {}
                p class="source" {}
            }
        }
        main class="stage" tabindex="-1" { section class="poster" hidden {} @for kind in Kind::ALL { (place(kind)) } }
        footer class="bar" {
            button type="button" data-act="touch" { (text("[data-act=touch]")) }
            nav class="kinds" aria-label=(lang.text(Key::KioskNav)) {
                @for kind in Kind::ALL {
                    button type="button" data-open=(kind.name()) aria-pressed="false" {
                        (lang.text(kind.face().button))
                    }
                }
            }
            div class="languages" role="group" aria-label=(lang.text(Key::Language)) {
                @for own in languages.all() {
                    button type="button" data-lang=(own.tag()) lang=(own.code()) aria-pressed=((own == lang).to_string()) {
                        (own.text(Key::OwnName))
                    }
                }
            }
            button type="button" data-act="larger" aria-pressed="false" { (text("[data-act=larger]")) }
            button type="button" data-act="take" hidden { (text("[data-act=take]")) }
            button type="button" data-act="leave" { (text("[data-act=leave]")) }
            button type="button" data-act="pause" { (lang.text(Key::KioskPause)) }
        }
        div class="corner" data-corner {}
        (dialogs(lang, &text))
    }
}

fn dialogs(lang: Lang, text: &impl Fn(&str) -> &'static str) -> Markup {
    html! {
        dialog class="idle" aria-labelledby="idle-title" {
            h2 id="idle-title" { (text(".idle h2")) }
            p class="left" role="timer" {}
            button type="button" data-act="stay" { (text("[data-act=stay]")) }
        }
        dialog class="take" aria-labelledby="take-title" {
            h2 id="take-title" { (text(".take h2")) }
            canvas role="img" {}
            p class="hint" { (text(".take .hint")) }
            p class="url" {}
            button type="button" data-act="close" { (lang.text(Key::Close)) }
        }
        dialog class="staff" aria-labelledby="staff-title" {
            div class="ask" {
                h2 id="staff-title" { (lang.text(Key::KioskPin)) }
                output class="pin" {}
                div class="keys" { @for digit in [1, 2, 3, 4, 5, 6, 7, 8, 9, 0] { button type="button" data-digit=(digit) { (digit) } } }
                button type="button" data-act="close" { (lang.text(Key::Close)) }
            }
            div class="told" hidden {
                h2 { (lang.text(Key::KioskLog)) }
                pre class="log" tabindex="0" {}
                button type="button" data-act="restart" { (lang.text(Key::KioskRestart)) }
                button type="button" data-act="close" { (lang.text(Key::Close)) }
            }
        }
    }
}

/// Every fact the data hold, in the order of [`Fact::NAMES`]: first those that make the best posters.
pub fn facts(data: &Dataset) -> Vec<Fact<'_>> {
    let mut facts: Vec<Fact<'_>> = Kind::ALL.into_iter().flat_map(|kind| (kind.face().facts)(data)).collect();
    facts.extend(scenes::outline(data));
    facts.sort_by_key(|fact| Fact::NAMES.iter().position(|name| *name == fact.name()));
    facts
}
