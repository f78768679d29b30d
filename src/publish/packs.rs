//! The packs of a site: for each language what a visit carries, and what the complete module works with.

use maud::{Markup, html};

use crate::data::Dataset;
use crate::data::library::Library;
use crate::data::pack::CompletePack;
use crate::data::packed::pack;
use crate::data::slim;
use crate::locale::{COMPLETE, LIVE, Lang};

/// File name of a visit's pack.
pub fn visit_name(lang: Lang) -> String {
    format!("visit.{}.pack", lang.tag())
}

/// File name of the complete module's pack.
pub fn complete_name(lang: Lang) -> String {
    format!("complete.{}.pack", lang.tag())
}

/// A visit's pack; `data` are in its language.
pub fn visit(lang: Lang, data: &Dataset) -> String {
    pack(&slim::visit(lang.language(), data, LIVE))
}

/// The complete module's pack, without what only pages say.
pub fn complete(lang: Lang, library: &Library) -> String {
    let (mut language, data, glossary) = (lang.language().clone(), library.dataset.clone(), library.glossary.clone());
    language.texts.truncate(COMPLETE);
    language.names.retain(|name| !library.page_texts.contains(&name.original));
    pack(&CompletePack { language, data, glossary })
}

/// A page with packs in it, by their file names: as text that no browser shows or runs, at the end, where the page's own
/// words compress it.
pub fn within(page: &str, packs: &[(String, String)]) -> String {
    at_end(page, &html! { @for (name, text) in packs { template data-pack=(name) { (text) } } })
}

/// A page with something more at its end.
pub fn at_end(page: &str, more: &Markup) -> String {
    let (before, after) = page.split_at(page.rfind("</body>").unwrap_or(page.len()));
    [before, &more.0, after].concat()
}
