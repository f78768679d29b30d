//! `facts.html`: the numbers that the strategy states, as pictures where several belong together, and each in its
//! sentence: the tree of `<shigoto-facts>`. Native only.

mod circulation;
mod list;
mod market;
mod tools;

use maud::{Markup, PreEscaped, html};

use super::bar::{Page, neighbours};
use super::leaf::{Leaf, foot};
use super::offer::facts::{FIGURES, NAME};
use super::tools::{SHADOW_TREE, TREE};
use super::{frame, page, site};
use crate::data::Dataset;
use crate::data::facts::{Fact, Series};
use crate::data::library::Facts;
use crate::data::provenance::Source;
use crate::data::strategy::StrategyData;
use crate::locale::facts::{heading, stated, when};
use crate::locale::{Key, Lang};
use crate::takeaway::facts::{CIRCULATION, MARKET, PROSE};
use crate::takeaway::open_data::OpenData;

/// The pictures of the page, in its language.
#[derive(Clone, Debug, Default)]
pub struct Pictures {
    /// Of the circulation, where the place has it.
    pub circulation: Option<String>,
    /// Of the market, one for each of its years, where the place has it.
    pub market: Vec<String>,
    /// Of each series.
    pub series: Vec<String>,
}

/// What the page is written from; all but `originals` in its language.
pub struct FactsPage<'a> {
    /// Language of the page.
    pub lang: Lang,
    /// The numbers.
    pub facts: &'a Facts,
    /// The numbers as the strategy says them, in the same order.
    pub originals: &'a Facts,
    /// What the widgets draw from.
    pub data: &'a Dataset,
    /// The strategy's body.
    pub strategy: &'a StrategyData,
    /// The pictures.
    pub pictures: &'a Pictures,
    /// Name of the stylesheet.
    pub css: &'a str,
    /// Name of the script that defines the elements.
    pub elements: &'a str,
}

impl FactsPage<'_> {
    /// The whole page.
    pub fn document(&self) -> Markup {
        let (lang, title) = (self.lang, &*self.strategy.title);
        let (page, lead) = (Page::Facts, lang.fill(Key::FactsLead, &[("title", title)]));
        let name = page.name(lang);
        let sheet = Leaf {
            strategy: title,
            lead: &lead,
            css: self.css,
            elements: Some(self.elements),
            ..Leaf::of(lang, page, name)
        };
        let head = html! {
            p class="topic" { (site::topic(lang, self.strategy)) " " (name) }
            h1 { (heading(lang, self.facts)) }
        };
        let main = html! {
            // Not in a shadow tree: every number keeps its address without scripts.
            (PreEscaped(format!("<shigoto-{NAME} id=\"{NAME}\">")))
            (self.tree(Some(&html! { p class="lead" { (lead) } (self.translated()) (self.index()) })))
            (PreEscaped(format!("</shigoto-{NAME}>")))
        };
        let places = (self.strategy, self.facts);
        let rest = html! {
            (neighbours(lang, page, |other| page::found(lang, self.data, places, other)))
            (foot(lang, self.strategy, &self.files()))
        };
        sheet.document(&head, &main, &rest)
    }

    /// The tree of the element: every figure below the other. `ways` lead to them on the page that shows all of them;
    /// in a shadow tree one is chosen.
    pub fn tree(&self, ways: Option<&Markup>) -> Markup {
        html! {
            div class=(if ways.is_some() { TREE } else { SHADOW_TREE }) lang=(self.lang.code()) {
                @if ways.is_none() { (self.figures()) }
                // The picture that the page's heading speaks of comes first.
                (self.circulation())
                @if let Some(ways) = ways { (ways) }
                (self.market())
                (self.series(ways.is_none()))
                (self.list())
                @if ways.is_none() { (self.translated()) }
            }
        }
    }

    fn translated(&self) -> Markup {
        let lang = self.lang;
        html! {
            @if !lang.is_source() { p class="note" { (frame::editorial(lang)) " " (lang.text(Key::GlossaryTranslated)) } }
        }
    }

    /// Its data.
    fn files(&self) -> Vec<(&'static str, Key)> {
        let facts = self.facts;
        let market = facts.market.as_ref().map(|_| (MARKET.file, MARKET.name));
        let circulation = facts.circulation.as_ref().map(|_| (CIRCULATION.file, CIRCULATION.name));
        [Some((PROSE.file, PROSE.name)), market, circulation].into_iter().flatten().collect()
    }

    /// The figures that there are, each with its id and what it is called.
    fn sections(&self) -> impl Iterator<Item = (&'static str, String)> {
        let (lang, facts) = (self.lang, self.facts);
        let name = |key: Key| lang.text(key).to_owned();
        let names = [
            facts.circulation.as_ref().map(|_| name(Key::FactsCirculation)),
            facts.market.as_ref().map(|market| market.name.clone()),
            (!facts.prose.series.is_empty()).then(|| name(Key::FactsSeries)),
            Some(name(Key::FactsList)),
        ];
        FIGURES.into_iter().zip(names).filter_map(|(id, name)| Some((id, name?)))
    }

    fn index(&self) -> Markup {
        html! {
            nav class="index" aria-label=(self.lang.text(Key::PageContents)) {
                ul { @for (id, name) in self.sections() { li { a href=(format!("#{id}")) { (name) } } } }
            }
        }
    }

    fn series(&self, is_chosen: bool) -> Markup {
        let (lang, prose) = (self.lang, &self.facts.prose);
        html! {
            @if !prose.series.is_empty() {
                section id="series" data-figure="series" {
                    h2 { (lang.text(Key::FactsSeries)) }
                    p class="lead" { (lang.text(Key::FactsSeriesLead)) }
                    @if is_chosen { (self.choice_of_series()) }
                    div class="wall" {
                        @for (series, picture) in prose.series.iter().zip(&self.pictures.series) { (self.card(series, picture)) }
                    }
                }
            }
        }
    }

    /// A series with its picture; each number leads to its sentence.
    fn card(&self, series: &Series, picture: &str) -> Markup {
        let lang = self.lang;
        let told = |fact: &Fact| {
            let time = fact.period.as_ref().map(|period| format!("（{}）", when(lang, period))).unwrap_or_default();
            stated(lang, fact) + &time
        };
        html! {
            figure id=(series.id.as_str()) part="figure" data-series {
                h3 { (series.name) }
                (PreEscaped(picture))
                figcaption {
                    @if let Some(note) = &series.note { p class="note" { (frame::editorial(lang)) " " (note) } }
                    ul {
                        @for fact in self.facts.prose.points(series) {
                            li { a href=(format!("#{}", fact.id)) { (told(fact)) } @if fact.what != series.name { " " (fact.what) } }
                        }
                    }
                }
            }
        }
    }

    /// Whose numbers, where they stand, and the file of them.
    fn source<T>(&self, origin: &str, source: &Source, table: &OpenData<T>) -> Markup {
        let lang = self.lang;
        html! {
            p class="source" part="footer" {
                b { (lang.text(Key::Source)) } " " (origin) "　" (place(lang, source)) " " (file(lang, table))
            }
        }
    }

    fn notes(&self, notes: &[String]) -> Markup {
        html! { @for note in notes { p class="note" { (frame::editorial(self.lang)) " " (note) } } }
    }
}

/// A place in the strategy.
pub(super) fn place(lang: Lang, source: &Source) -> String {
    let page = source.page.map(|page| page.to_string());
    page.map_or_else(
        || source.section.clone(),
        |page| lang.fill(Key::FactsPlace, &[("section", &source.section), ("page", &page)]),
    )
}

/// The way to a file of open data.
fn file<T>(lang: Lang, table: &OpenData<T>) -> Markup {
    html! { a href=(format!("./data/{}", table.file)) download=(table.file) { (lang.text(table.name)) } }
}
