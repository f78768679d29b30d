//! Controls of elements whose trees need no wasm, and the sentences that their scripts fill in. Scripts put them to work;
//! without scripts they are not shown.

use std::fmt::Display;

use maud::{Markup, html};

use crate::locale::{Key, Lang};

/// Classes of the root of such a tree in its page, and in a shadow tree, which has its type and ground from `www/host.css`.
pub const TREE: &str = "explore";
/// See above.
pub const SHADOW_TREE: &str = "explore widget";

/// Stands around the name of a number while its sentence is put together.
const MARK: char = '\u{1}';

/// A choice of values, each with what it is called: of one (`radio`) or of several (`checkbox`).
pub fn choice<V: Display>(
    legend: &str,
    (input, name): (&str, &str),
    options: impl IntoIterator<Item = (V, impl Display)>,
) -> Markup {
    html! {
        fieldset class="choice" {
            legend { (legend) }
            @for (value, label) in options {
                label { input type=(input) name=(name) value=(value); span { (label) } }
            }
        }
    }
}

/// A field for words.
pub fn find(lang: Lang) -> Markup {
    html! { label class="find" { span { (lang.text(Key::MapFind)) } " " input type="search" name="q" autocomplete="off"; } }
}

/// A sentence with a place for each of the numbers that `counts` names.
pub fn sentence(lang: Lang, key: Key, counts: &[&str]) -> Markup {
    let values: Vec<_> = counts.iter().map(|name| (*name, format!("{MARK}{name}{MARK}"))).collect();
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let text = lang.fill(key, &values);
    html! {
        @for (index, part) in text.split(MARK).enumerate() {
            @if index % 2 == 0 { (part) } @else { b data-count=(part) {} }
        }
    }
}
