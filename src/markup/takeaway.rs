//! What can be taken home: entries of a widget's menu, and the dialog with the link and its code.

use maud::{Markup, html};

use crate::locale::{Key, Lang};

/// What a place allows.
#[derive(Clone, Copy, Debug)]
pub struct Allowed {
    /// The system can hand a link on to other programs.
    pub is_shared: bool,
    /// The page has an address that others can open.
    pub is_public: bool,
}

/// Entries of the menu.
pub fn entries(lang: Lang, allowed: Allowed) -> Markup {
    let entries = [
        ("share", Key::TakeShare, allowed.is_shared && allowed.is_public),
        ("link", Key::TakeLink, true),
        ("qr", Key::TakeQr, allowed.is_public),
        ("table", Key::TakeTable, true),
        ("csv", Key::TakeCsv, true),
        ("svg", Key::TakeSvg, true),
        ("png", Key::TakePng, true),
    ];
    html! {
        @for (what, key, is_there) in entries {
            @if is_there { button type="button" class="plain" data-take=(what) { (lang.text(key)) } }
        }
    }
}

/// What is said of a link.
#[derive(Clone, Copy, Debug)]
pub struct LinkTold<'a> {
    /// The address.
    pub link: &'a str,
    /// It leads to the view, not only to the page.
    pub is_exact: bool,
    /// The view shows data of the reader's own, which the link cannot carry.
    pub is_own: bool,
    /// Copying was refused: it is to be done by hand.
    pub is_refused: bool,
    /// A code is asked for; whether there is one, and whether it holds all of the link or only its page.
    pub code: Option<Option<bool>>,
}

/// Inside of the dialog.
pub fn link(lang: Lang, told: LinkTold<'_>) -> Markup {
    html! {
        h2 id="take-title" { (lang.text(Key::LinkTitle)) }
        @if let Some(Some(is_whole)) = told.code {
            canvas role="img" aria-label=(lang.text(if is_whole { Key::LinkQr } else { Key::LinkQrPage })) {}
            p { (lang.text(if is_whole { Key::LinkScan } else { Key::LinkScanPage })) }
        }
        @if told.code == Some(None) { p { (lang.text(Key::LinkLong)) } }
        @if !told.is_exact { p { (lang.text(Key::LinkPage)) } }
        @if told.is_own { p { (lang.text(Key::LinkOwn)) } }
        p role="status" { @if told.is_refused { (lang.text(Key::TakeRefused)) } }
        label { span { (lang.text(Key::LinkAddress)) } textarea readonly rows="3" spellcheck="false" { (told.link) } }
        div {
            button type="button" class="plain" data-take="link" autofocus[!told.is_refused] { (lang.text(Key::TakeLink)) }
            button type="button" class="plain" data-shut { (lang.text(Key::Close)) }
        }
    }
}

/// That it worked.
pub fn done(lang: Lang, what: Key) -> Markup {
    html! { p class="done" { (lang.text(what)) } }
}

/// That a file was made, and what to do where a frame keeps it from being saved; `alone` is the page's own address.
pub fn saved(lang: Lang, file: &str, alone: Option<&str>) -> Markup {
    html! {
        p class="done" { (lang.fill(Key::TookFile, &[("file", file)])) }
        @if let Some(url) = alone {
            p { (lang.text(Key::TookFramed)) " " a href=(url) target="_blank" rel="noopener" { (lang.text(Key::TakeAlone)) } }
        }
    }
}
