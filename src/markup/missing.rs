//! `404.html`: what is said where nothing is, in every language. It is shown at any address, at any depth, from where it
//! could name no stylesheet: it carries its own rules, where the site's policy lets pages do so. Native only.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::bar::Page;
use super::{site, text};
use crate::data::address::Address;
use crate::locale::{Key, Lang, Languages};

/// The page. Where the site's address is not known, the ways on are relative: to the front page beside the address asked
/// for, and to the folder over it. `css` are its rules.
pub fn document(languages: &Languages, strategy: &str, address: Option<&Address>, css: Option<&str>) -> Markup {
    let source = languages.source();
    let section = |lang: Lang| {
        let file = Page::Front.file(lang);
        let front = address.map_or_else(|| format!("./{file}"), |address| address.of(&file));
        html! {
            section lang=(lang.code()) {
                @if lang == source { h1 { (lang.text(Key::MissingTitle)) } } @else { h2 { (lang.text(Key::MissingTitle)) } }
                p { (lang.text(Key::MissingText)) }
                p { a href=(front) { (lang.fill(Key::MissingFront, &[("title", lang.name(strategy))])) } }
                @if address.is_none() { p { a href="../" { (lang.text(Key::MissingUp)) } } }
            }
        }
    };
    html! {
        (DOCTYPE)
        html lang=(source.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                meta name="color-scheme" content="light dark";
                title { (site::title(source.text(Key::MissingTitle), strategy)) }
                link rel="icon" href=(site::ICON);
                @if let Some(css) = css { style { (PreEscaped(css)) } }
            }
            body {
                main {
                    @for lang in languages.all() { (PreEscaped(text(lang, section(lang)))) }
                }
            }
        }
    }
}
