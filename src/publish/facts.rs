//! Renders the pages of the numbers and of how the strategy was made in every language, and their published pictures.

use std::io;

use super::kit::{ContentFolder, Kit};
use super::sink::Files;
use crate::data::editions::written;
use crate::data::library::{EDITIONS, Facts, Library};
use crate::data::market::MarketData;
use crate::locale::{Lang, Languages};
use crate::markup::about::About;
use crate::markup::bar::Page;
use crate::markup::facts::{FactsPage, Pictures};
use crate::markup::text;
use crate::model::history::history;
use crate::picture::{self, Look, themed};

/// Widths of the pictures in the page, CSS px: those of circulation and market, and of a series. They grow with their room.
const WIDTHS_PX: (f64, f64) = (340.0, 300.0);

/// Renders every page of them, and the record of what was published when.
///
/// # Errors
/// As [`crate::picture::picture`].
pub fn write(
    library: &Library,
    languages: &Languages,
    kit: &Kit,
    folder: &ContentFolder,
    files: &mut Files,
) -> io::Result<()> {
    let history = history(library);
    files.add(format!("data/{EDITIONS}"), written(&history, true));
    let elements = &*format!("./{}", kit.elements_name(folder));
    for lang in languages.all() {
        let (data, strategy) = (lang.translated(&library.dataset), lang.translated(&library.strategy));
        let facts = translated(lang, &library.facts);
        let (css, pictures) = (&*kit.facts_css, &pictures(lang, &facts)?);
        let originals = &library.facts;
        let page =
            FactsPage { lang, facts: &facts, originals, data: &data, strategy: &strategy, pictures, css, elements };
        files.add(Page::Facts.file(lang), text(lang, page.document()));
        let about = lang.translated(&library.about);
        let original = (&library.about, &library.strategy);
        let history = &history;
        let page =
            About { lang, about: &about, original, strategy: &strategy, data: &data, facts: &facts, history, css };
        files.add(Page::About.file(lang), text(lang, page.document()));
    }
    Ok(())
}

/// The tree of `<shigoto-facts>` in a language.
///
/// # Errors
/// As [`crate::picture::picture`].
pub fn tree(library: &Library, lang: Lang) -> io::Result<String> {
    let (data, strategy) = (lang.translated(&library.dataset), lang.translated(&library.strategy));
    let facts = &translated(lang, &library.facts);
    let (originals, pictures) = (&library.facts, &pictures(lang, facts)?);
    let (css, elements) = ("", "");
    let page = FactsPage { lang, facts, originals, data: &data, strategy: &strategy, pictures, css, elements };
    Ok(text(lang, page.tree(None)))
}

/// The numbers in a language.
pub fn translated(lang: Lang, facts: &Facts) -> Facts {
    Facts {
        prose: lang.translated(&facts.prose),
        market: lang.translated(&facts.market),
        circulation: lang.translated(&facts.circulation),
    }
}

/// The pictures of a page; `facts` are in its language.
fn pictures(lang: Lang, facts: &Facts) -> io::Result<Pictures> {
    let (look, (wide_px, narrow_px)) = (Look::published(lang), WIDTHS_PX);
    let themed = |svg: io::Result<String>| svg.map(|svg| themed(&svg));
    let circulation = facts.circulation.as_ref().and_then(|data| picture::circulation(&look, data, wide_px));
    let of_market = |data: &MarketData| {
        data.years().map(|year| themed(picture::market_sizes(&look, data, year, wide_px))).collect::<io::Result<_>>()
    };
    let prose = &facts.prose;
    let series = prose.series.iter().map(|series| themed(picture::series(&look, prose, series, narrow_px)));
    Ok(Pictures {
        circulation: circulation.map(themed).transpose()?,
        market: facts.market.as_ref().map_or_else(|| Ok(Vec::new()), of_market)?,
        series: series.collect::<io::Result<_>>()?,
    })
}

/// The published pictures by file name.
///
/// # Errors
/// As [`crate::picture::picture`].
pub fn figures(lang: Lang, facts: &Facts) -> io::Result<Vec<(String, String)>> {
    let look = Look::published(lang);
    let circulation = facts.circulation.as_ref().and_then(|data| picture::published_circulation(&look, data));
    let market = facts.market.as_ref().map(|data| picture::published_market(&look, data));
    let named = |name: &str, svg: Option<io::Result<String>>| svg.map(|svg| Ok((format!("{name}.svg"), svg?)));
    [named("circulation", circulation), named("ec", market)].into_iter().flatten().collect()
}
