//! The pages around the widgets: what the strategy is, where it comes from, where to go on. Native only.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::Context;
use super::bar::{Page, bar, bar_within, neighbours};
use super::crumbs;
use super::hero::hero;
use super::site::{self, BUILD, cited, guide_of, published, topic};
use super::ways;
use crate::data::Dataset;
use crate::data::library::Facts;
use crate::data::strategy::StrategyData;
use crate::locale::facts::heading as facts_heading;
use crate::locale::{Key, Lang, body, finding};
use crate::model::pairs;
use crate::widget::Kind;

/// Where a page's scripts come from.
pub enum Scripts<'a> {
    /// Files beside the page, as URLs relative to it.
    Linked {
        /// Start scripts.
        starts: &'a [&'a str],
        /// wasm-bindgen's module.
        glue: &'a str,
        /// The wasm, where a visit begins with it.
        wasm: Option<&'a str>,
    },
    /// All within the page.
    Inlined {
        /// The whole script, free of `</script`.
        script: &'a str,
        /// The wasm in base64.
        wasm: &'a str,
        /// The kiosk's shell, which takes the page's place when it is asked for.
        shell: &'a Markup,
        /// What scripts are told of the content.
        content: &'a str,
    },
}

/// A file a page offers for download.
pub struct Download {
    /// Where it is: a relative or a data URL.
    pub url: String,
    /// Its file name.
    pub file: &'static str,
    /// What it is called.
    pub name: Key,
}

/// The page with head, all widgets and foot: `index.html` and `standalone.html`.
pub fn full(
    context: &Context<'_>,
    (strategy, facts): (&StrategyData, &Facts),
    scripts: &Scripts<'_>,
    files: &[Download],
) -> Markup {
    let lang = context.lang;
    let is_linked = matches!(scripts, Scripts::Linked { .. });
    let body = html! {
        a class="skip" href="#main" { (lang.text(Key::PageSkip)) }
        @if is_linked { (bar(lang, Page::Front)) } @else { (bar_within(lang)) }
        (head(context, strategy, facts, is_linked))
        main id="main" data-deep-links data-build=[is_linked.then_some(BUILD)] data-style=[context.style.file()] {
            @for kind in Kind::ALL {
                (place(kind, context, is_linked))
                @if is_linked { p class="further" { a href=(Page::Widget(kind).file(lang)) { (lang.fill(Key::PageFurther, &[("page", Page::Widget(kind).name(lang))])) } } }
            }
        }
        (foot(lang, strategy, files, is_linked))
    };
    document(context, scripts, &Titled { title: strategy.title.clone(), lead: lead(lang, strategy) }, &body)
}

/// The page of one widget: what it finds, the widget, its files, and the ways to the other pages.
pub fn own(
    context: &Context<'_>,
    (strategy, facts): (&StrategyData, &Facts),
    scripts: &Scripts<'_>,
    kind: Kind,
    files: &[Download],
) -> Markup {
    let Context { data, lang, .. } = *context;
    let (page, lead) = (Page::Widget(kind), lang.text(kind.face().question));
    let body = html! {
        a class="skip" href="#main" { (lang.text(Key::PageSkip)) }
        (bar(lang, page))
        header class="page-head" {
            div class="own" {
                (crumbs::nav(lang, &crumbs::under_front(lang, page.name(lang))))
                p class="topic" { (topic(lang, strategy)) }
                h1 { (page.name(lang)) }
                p class="lead" { (lead) }
            }
        }
        main id="main" data-deep-links data-build=(BUILD) data-style=[context.style.file()] { (place(kind, context, true)) }
        (neighbours(lang, page, |other| found(lang, data, (strategy, facts), other)))
        (foot(lang, strategy, files, true))
    };
    let title = site::title(page.name(lang), &strategy.title);
    document(context, scripts, &Titled { title, lead: lead.to_owned() }, &body)
}

/// What a page finds; `None` where it looks nothing up but words.
pub fn found(lang: Lang, data: &Dataset, (strategy, facts): (&StrategyData, &Facts), page: Page) -> Option<String> {
    match page {
        Page::Front => Some(finding::hero(lang, data, pairs::of(data, &data.lq.focus_city).as_ref()).title),
        Page::Widget(kind) => Some(kind.face().heading(lang, data)),
        Page::Map => Some(body::finding(lang, strategy, &data.kpi.kpis)),
        Page::Facts => Some(facts_heading(lang, facts)),
        Page::Glossary | Page::About | Page::Search => None,
    }
}

/// The widgets alone, for an iframe: `embed.html`. Without scripts all of them show. `titles` are the page's titles by
/// language and widget, in JSON.
pub fn frame(context: &Context<'_>, strategy: &StrategyData, scripts: &Scripts<'_>, titles: &str) -> Markup {
    let body = html! { main id="main" data-titles=(titles) data-style=[context.style.file()] { @for kind in Kind::ALL { (place(kind, context, false)) } } };
    let lead = lead(context.lang, strategy);
    document(context, scripts, &Titled { title: strategy.title.clone(), lead }, &body)
}

/// What a page is called, and what it is about.
struct Titled {
    title: String,
    lead: String,
}

fn document(context: &Context<'_>, scripts: &Scripts<'_>, titled: &Titled, body: &Markup) -> Markup {
    let lang = context.lang;
    html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                (site::head(&titled.title, &titled.lead))
                (context.style.render(None))
                @if let Scripts::Linked { starts, .. } = scripts {
                    @for start in *starts { script type="module" src=(start) {} }
                }
            }
            body {
                (body)
                // Asked for once all that is read has come.
                @if let Scripts::Linked { glue, wasm, .. } = scripts {
                    link rel="modulepreload" href=(glue);
                    @if let Some(wasm) = wasm { link rel="preload" href=(wasm) as="fetch" type="application/wasm" crossorigin="anonymous"; }
                }
                @if let Scripts::Inlined { script, wasm, shell, content } = scripts {
                    template id="kiosk" { (shell) }
                    script type="application/wasm" id="wasm" data-content=(content) { (PreEscaped(wasm)) }
                    script type="module" { (PreEscaped(script)) }
                }
            }
        }
    }
}

/// A custom element with its shadow tree already in it. On a page of the site the page's bar
/// chooses the language.
pub fn place(kind: Kind, context: &Context<'_>, is_under_bar: bool) -> Markup {
    let (name, tree) = (kind.name(), kind.face().tree);
    let mark = if is_under_bar { " data-page" } else { "" };
    html! {
        div class="place" id=(name) {
            (PreEscaped(format!("<shigoto-{name}{mark}>")))
            template shadowrootmode="open" { (tree(context)) }
            (PreEscaped(format!("</shigoto-{name}>")))
        }
    }
}

fn lead(lang: Lang, strategy: &StrategyData) -> String {
    let (first, last) = (strategy.first_fiscal_year, strategy.last_fiscal_year);
    let values = [
        ("city", strategy.city.as_str()),
        ("title", &strategy.title),
        ("published", &published(lang, strategy)),
        ("first", &first.to_string()),
        ("last", &last.to_string()),
        ("years", &(last + 1 - first).to_string()),
    ];
    lang.fill(Key::PageLead, &values)
}

/// The finding, and the ways on: to the widgets, and from a page of a site to what it has beside them.
fn head(context: &Context<'_>, strategy: &StrategyData, facts: &Facts, has_pages: bool) -> Markup {
    let Context { data, lang, .. } = *context;
    html! {
        header class="page-head" {
            div class="hero" {
                (hero(context, strategy))
                ol class="ways" {
                    @for kind in Kind::ALL {
                        @let title = lang.text(kind.face().title);
                        li {
                            a href=(format!("#{}", kind.name())) {
                                b { (kind.face().heading(lang, data)) }
                                span { (title) }
                            }
                        }
                    }
                    @if has_pages {
                        li { a href=(Page::Map.file(lang)) { (ways::works(strategy)) b { (body::finding(lang, strategy, &data.kpi.kpis)) } span { (lang.text(Key::MapTitle)) } } }
                        li { a href=(Page::Facts.file(lang)) { (ways::returned(facts)) b { (facts_heading(lang, facts)) } span { (Page::Facts.name(lang)) } } }
                    }
                }
                p class="byline" { (lead(lang, strategy)) }
            }
        }
    }
}

fn foot(lang: Lang, strategy: &StrategyData, files: &[Download], has_guide: bool) -> Markup {
    html! {
        footer class="page-foot" {
            h2 { (lang.text(Key::PageLinks)) }
            ul {
                @for file in files { li { a href=(file.url) download=(file.file) { (lang.text(file.name)) } } }
                @if has_guide {
                    li { a href=(super::glossary::file_of(lang)) { (lang.text(Key::Glossary)) } }
                    li { a href=(guide_of(lang)) { (lang.text(Key::EmbedLink)) } }
                    li { a href=(super::accessibility::file_of(lang)) { (lang.text(Key::Accessibility)) } }
                }
            }
            p { b { (lang.text(Key::Source)) } " " (cited(lang, strategy)) }
            p { (lang.fill(Key::PageRights, &[("city", &strategy.city)])) }
            p { (lang.text(Key::PageOffline)) }
        }
    }
}
