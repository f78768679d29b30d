//! The embed guide: a form with a preview, code to copy, explanations. Native only. Complete without scripts: then
//! the code of every widget shows as an example, with relative addresses.

use maud::{DOCTYPE, Markup, html};

use super::api::{self, Element};
use super::crumbs;
use super::inline::inline;
use super::site;
use super::snippet::{self, Picture};
use crate::data::Dataset;
use crate::data::guide::{Block, GuideTexts, Section};
use crate::data::strategy::StrategyData;
use crate::locale::{Key, Lang, filled, fixed};
use crate::widget::Kind;

/// What the guide is written from.
#[derive(Clone, Copy)]
pub struct Guide<'a> {
    /// Its language.
    pub lang: Lang,
    /// The language of the other guide.
    pub other: Lang,
    /// What it says.
    pub texts: &'a GuideTexts,
    /// What can be chosen.
    pub data: &'a Dataset,
    /// Whose strategy it is.
    pub strategy: &'a StrategyData,
    /// Its stylesheet.
    pub css: &'a str,
    /// The Content-Security-Policy.
    pub policy: &'a str,
    /// The pictures on offer.
    pub pictures: &'a [Picture],
}

impl Guide<'_> {
    /// The whole page.
    pub fn document(&self) -> Markup {
        let texts = self.texts;
        let (other, file) = (self.other.tag(), site::guide_of(self.other));
        html! {
            (DOCTYPE)
            html lang=(self.lang.code()) {
                head {
                    (site::head(&site::title(&texts.title, &self.data.outline.title), &self.say(&texts.lead)))
                    link rel="alternate" hreflang=(other) href=(file);
                    link rel="stylesheet" href=(self.css);
                    // Not a module: those do not run on file://, where the guide still has to say so.
                    script defer src="./guide.js" {}
                }
                body {
                    a class="skip" href="#main" { (texts.skip) }
                    header class="guide-head" {
                        (crumbs::nav(self.lang, &crumbs::under_front(self.lang, texts.title.as_str())))
                        p class="ways" {
                            a href=(site::file_of(self.lang)) { (texts.to_page) } " "
                            a href=(super::accessibility::file_of(self.lang)) { (self.lang.text(Key::Accessibility)) } " "
                            a href=(file) hreflang=(other) lang=(other) { (texts.to_other) }
                        }
                        h1 { (texts.title) }
                        p class="lead" { (self.say(&texts.lead)) }
                        (self.contents())
                    }
                    main id="main" {
                        (self.choose())
                        (self.copy())
                        @for section in &texts.sections { (self.section(section)) }
                    }
                }
            }
        }
    }

    fn contents(&self) -> Markup {
        let texts = self.texts;
        let first = [("choose", &texts.choose.title), ("copy", &texts.copy.title)];
        let others = texts.sections.iter().map(|section| (section.id.as_str(), &section.title));
        html! {
            nav aria-label=(texts.contents) {
                ul { @for (id, title) in first.into_iter().chain(others) { li { a href=(format!("#{id}")) { (title) } } } }
            }
        }
    }

    fn copy(&self) -> Markup {
        let copy = &self.texts.copy;
        html! {
            section id="copy" aria-labelledby="copy-title" {
                h2 id="copy-title" { (copy.title) }
                p { (inline(&copy.lead)) }
                p class="unknown-address" hidden { (copy.unknown_address) }
                @for element in api::elements(self.data) { (self.example(&element)) }
            }
        }
    }

    fn example(&self, element: &Element) -> Markup {
        let name = element.kind.name();
        let widget = self.texts.widgets.iter().find(|widget| widget.name == name);
        let title = widget.map_or("", |widget| widget.title.as_str());
        let copy = &self.texts.copy;
        let example = snippet::example(element);
        let pairs: Vec<(&str, &str)> = example.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let code = |template: &str| {
            html! { pre { code data-template=(template) { (snippet::fill(template, "", element.kind, &pairs)) } } }
        };
        html! {
            section class="example" data-widget=(name) {
                h3 { (title) }
                (self.snippet("element", &copy.element.title, &copy.element.text, &code(&snippet::element(element.kind, title, &site::file_of(self.lang)))))
                (self.snippet("frame", &copy.frame.title, &copy.frame.text, &code(&snippet::frame(element.kind, title))))
                (self.snippet("picture", &copy.picture.title, &copy.picture.text, &self.pictures_of(element.kind)))
                (self.snippet("plain", &copy.plain.title, &copy.plain.text, &self.plain(element, title)))
            }
        }
    }

    fn snippet(&self, kind: &str, title: &str, text: &str, code: &Markup) -> Markup {
        let copy = &self.texts.copy;
        html! {
            section class="snippet" data-snippet=(kind) {
                h4 { (title) }
                p { (inline(text)) }
                (code)
                p class="act" {
                    button type="button" data-copy hidden { (copy.button) }
                    span role="status" data-copied=(copy.copied) data-selected=(copy.selected) data-failed=(copy.plain_failed) {}
                }
            }
        }
    }

    /// One piece of code a picture; the first shows, until the script knows better.
    fn pictures_of(&self, kind: Kind) -> Markup {
        html! {
            @for (index, picture) in self.pictures.iter().filter(|picture| picture.kind == kind).enumerate() {
                @let template = snippet::picture(picture);
                pre hidden[index > 0] {
                    code data-template=(template) data-when=(picture.when) { (snippet::fill(&template, "", kind, &[])) }
                }
            }
        }
    }

    /// The link to the plain HTML; the script brings it into the text area.
    fn plain(&self, element: &Element, title: &str) -> Markup {
        let copy = &self.texts.copy;
        let name = element.kind.name();
        let ending = self.lang.file("");
        html! {
            p class="act" {
                a data-plain=(ending) data-part=[element.kind.offer().part] href=(format!("plain/{name}{ending}")) { (copy.plain_file) }
                button type="button" data-show hidden { (copy.plain_show) }
            }
            textarea readonly hidden rows="12" spellcheck="false" autocomplete="off" aria-label=(format!("{} {title}", copy.plain.title)) {}
        }
    }

    fn section(&self, section: &Section) -> Markup {
        let title_id = format!("{}-title", section.id);
        html! {
            section id=(section.id) aria-labelledby=(title_id) {
                h2 id=(title_id) { (section.title) }
                @for block in &section.body { (self.block(block)) }
            }
        }
    }

    /// A text with the place's own names in it: `{city}`, `{title}`, and `{reading}`, a row of the readings' table.
    fn say(&self, text: &str) -> String {
        let reading = self.data.kpi.kpis.first().map(|kpi| {
            let value = fixed(kpi.target.value, kpi.decimals);
            format!("{},{}年度,{value},{},", kpi.id, self.strategy.first_fiscal_year, self.strategy.publisher)
        });
        let values = [
            ("city", self.strategy.city.as_str()),
            ("title", &self.strategy.title),
            ("reading", reading.as_deref().unwrap_or_default()),
        ];
        filled(text, &values)
    }

    fn block(&self, block: &Block) -> Markup {
        html! {
            @match block.kind.as_str() {
                "list" => ul { @for item in &block.items { li { (inline(&self.say(item))) } } },
                "steps" => ol { @for item in &block.items { li { (inline(&self.say(item))) } } },
                "code" => pre { code { (self.say(&block.items.join("\n"))) } },
                "policy" => (self.policy()),
                "attributes" => (self.attributes()),
                _ => @for item in &block.items { p { (inline(&self.say(item))) } },
            }
        }
    }

    fn policy(&self) -> Markup {
        let texts = &self.texts.policy;
        html! {
            section class="snippet" {
                h3 { (texts.header) }
                pre { code { "Content-Security-Policy: " (self.policy) } }
                p class="act" {
                    button type="button" data-copy hidden { (self.texts.copy.button) }
                    span role="status" data-copied=(self.texts.copy.copied) data-selected=(self.texts.copy.selected) {}
                }
            }
            dl class="directives" {
                @for directive in &texts.directives {
                    dt { code { (directive.name) } }
                    dd { (inline(&directive.why)) }
                    dd class="without" { b { (texts.without) } "　" (inline(&directive.without)) }
                }
            }
        }
    }

    /// Every attribute of every element with its values.
    fn attributes(&self) -> Markup {
        let elements = api::elements(self.data);
        let own = elements.iter().map(|element| (element.tag(), element.kind.name(), element.own.clone()));
        let all = std::iter::once(("shigoto-*".to_owned(), "all", api::common(self.lang.choices())));
        html! {
            @for (tag, on, attributes) in own.chain(all) {
                h3 { code { (tag) } }
                dl class="attributes" {
                    @for attribute in &attributes {
                        dt { code { (attribute.name) } @if let Some(text) = self.attribute_text(on, attribute.name) { " " (text.label) } }
                        dd { code { (attribute.type_text().replace('"', "")) } }
                    }
                }
            }
        }
    }
}
