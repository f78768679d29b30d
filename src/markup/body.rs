//! What the pages of the strategy's body share: what they are written from, their frame, and how they name and reach an
//! item. Native only.

use maud::{Markup, html};

use super::bar::Page;
use super::crumbs::Crumb;
use super::frame;
use super::leaf::{Leaf, foot};
use crate::data::Dataset;
use crate::data::glossary::GlossaryData;
use crate::data::items::Item;
use crate::data::kpi::Kpi;
use crate::data::strategy::{Measure, Pillar, StrategyData};
use crate::id::MeasureId;
use crate::locale::body::again;
use crate::locale::{Key, Lang};
use crate::model::pace::Reading;

/// What the pages are written from.
#[derive(Clone, Copy)]
pub struct Body<'a> {
    /// Language of the pages.
    pub lang: Lang,
    /// The strategy in its own words: who acts, and what is printed again, is read off these.
    pub strategy: &'a StrategyData,
    /// The glossary in its own words.
    pub glossary: &'a GlossaryData,
    /// What the widgets draw from, in the language of the pages.
    pub data: &'a Dataset,
    /// Name of the stylesheet.
    pub css: &'a str,
    /// Name of the script that defines the map's element.
    pub elements: &'a str,
    /// Fiscal year of the day.
    pub year: u16,
    /// Draws a gauge into the page.
    pub gauge: fn(&Reading) -> Markup,
}

/// What a page is called, which file it is, and what stands in it.
pub struct Sheet<'s> {
    /// Its title.
    pub title: &'s str,
    /// What it is about.
    pub about: &'s str,
    /// Its file without language and type.
    pub stem: &'s str,
    /// The pages over it.
    pub trail: &'s [Crumb],
    /// What stands over its content.
    pub head: Markup,
    /// Its content.
    pub main: Markup,
    /// Name of the script that defines the elements on it; `None` where it has none.
    pub elements: Option<&'s str>,
    /// Its data, offered for download.
    pub files: &'s [(&'s str, Key)],
}

impl<'a> Body<'a> {
    /// A text of the strategy in the language of the pages.
    pub fn say(&self, text: &'a str) -> &'a str {
        self.lang.name(text)
    }

    /// The KPIs.
    pub fn kpis(&self) -> &'a [Kpi] {
        &self.data.kpi.kpis
    }

    /// Each measure with its pillar, in printed order.
    pub fn measures(&self) -> impl Iterator<Item = (&'a Pillar, &'a Measure)> + use<'a> {
        self.strategy.pillars.iter().flat_map(|pillar| pillar.measures.iter().map(move |measure| (pillar, measure)))
    }

    /// The page of a measure.
    pub fn file(&self, measure: &MeasureId) -> String {
        self.lang.file(&stem(measure))
    }

    /// Where an item is told in full.
    pub fn address(&self, item: &Item<'_>) -> String {
        format!("{}#{}", self.file(item.measure), item.id())
    }

    /// What says that an item is printed again, and leads to its first place; nothing of one that is not.
    pub fn again(&self, item: &Item<'_>) -> Markup {
        let first = self.strategy.first(item).filter(|_| item.is_repeated);
        html! {
            @if let Some(first) = first { " " a class="again" href=(self.address(&first)) { (again(self.lang, &first)) } }
        }
    }

    /// Several measures by their numbers, each leading to its page.
    pub fn numbers<'m>(&self, measures: impl IntoIterator<Item = &'m MeasureId>) -> Markup {
        html! {
            @for (index, id) in measures.into_iter().enumerate() {
                @if index > 0 { (self.lang.text(Key::ListComma)) }
                a href=(self.file(id)) { (id) }
            }
        }
    }

    /// A whole page.
    pub fn document(&self, sheet: &Sheet<'_>) -> Markup {
        let (lang, strategy) = (self.lang, &self.data.outline.title);
        let Sheet { title: name, about: lead, stem, elements, .. } = *sheet;
        let trail = sheet.trail.to_vec();
        let page = Leaf { lang, page: Page::Map, stem, name, strategy, trail, lead, css: self.css, elements };
        page.document(&sheet.head, &sheet.main, &foot(lang, &lang_strategy(lang, self.strategy), sheet.files))
    }

    /// That the texts are translations of ours, and the way to the page in the strategy's own language.
    pub fn translated(&self, stem: &str) -> Markup {
        let lang = self.lang;
        let source = lang.elsewhere(stem).next().filter(|_| !lang.is_source());
        html! {
            @if let Some((source, file)) = source {
                p class="note" {
                    (frame::editorial(lang)) " " (lang.text(Key::GlossaryTranslated)) " "
                    a href=(file) hreflang=(source.code) { (lang.text(Key::GlossaryOriginal)) }
                }
            }
        }
    }
}

/// The strategy's title, publisher and city in a language: the head of its data alone.
fn lang_strategy(lang: Lang, strategy: &StrategyData) -> StrategyData {
    lang.translated(&StrategyData { purpose: Vec::new(), pillars: Vec::new(), ..strategy.clone() })
}

/// The file of a measure's page without language and type.
pub fn stem(measure: &MeasureId) -> String {
    format!("measure-{measure}")
}
