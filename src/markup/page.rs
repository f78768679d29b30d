//! The pages around the widgets: what the strategy is, where it comes from, where to go on. Native only.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::Context;
use super::hero::hero;
use crate::data::strategy::StrategyData;
use crate::locale::{Key, Lang};
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

/// Stands for the name of the build, which is known only when everything is written.
pub const BUILD: &str = "{build}";

/// File of the page in a language.
pub fn file_of(lang: Lang) -> String {
    lang.file("index")
}

/// The file of the embed guide that readers of a language are led to. It is written in Japanese and in English.
pub fn guide_of(lang: Lang) -> &'static str {
    if lang.tag() == "en" { "embed-guide.en.html" } else { "embed-guide.html" }
}

/// The page with head, all widgets and foot: `index.html` and `standalone.html`.
pub fn full(context: &Context<'_>, strategy: &StrategyData, scripts: &Scripts<'_>, files: &[Download]) -> Markup {
    let lang = context.lang;
    let is_linked = matches!(scripts, Scripts::Linked { .. });
    let body = html! {
        a class="skip" href="#main" { (lang.text(Key::PageSkip)) }
        (head(context, strategy, is_linked))
        main id="main" data-deep-links data-build=[is_linked.then_some(BUILD)] { @for kind in Kind::ALL { (place(kind, context)) } }
        (foot(lang, strategy, files, is_linked))
    };
    document(context, strategy, scripts, &body)
}

/// The widgets alone, for an iframe: `embed.html`. Without scripts all of them show. `titles` are the page's titles by
/// language and widget, in JSON.
pub fn frame(context: &Context<'_>, strategy: &StrategyData, scripts: &Scripts<'_>, titles: &str) -> Markup {
    let body = html! { main id="main" data-titles=(titles) { @for kind in Kind::ALL { (place(kind, context)) } } };
    document(context, strategy, scripts, &body)
}

/// Two bars in the strategy's two colours.
pub const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Cpath \
    fill='%230A5C8A' d='M0 0h3v8H0z'/%3E%3Cpath fill='%23B3262E' d='M4 3h3v5H4z'/%3E%3C/svg%3E";

fn document(context: &Context<'_>, strategy: &StrategyData, scripts: &Scripts<'_>, body: &Markup) -> Markup {
    let lang = context.lang;
    html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (strategy.title) }
                meta name="description" content=(lead(lang, strategy));
                meta name="color-scheme" content="light dark";
                link rel="icon" href=(ICON);
                (context.style.render())
                @if let Scripts::Linked { starts, glue, wasm } = scripts {
                    @for start in *starts { script type="module" src=(start) {} }
                    link rel="modulepreload" href=(glue);
                    @if let Some(wasm) = wasm { link rel="preload" href=(wasm) as="fetch" type="application/wasm" crossorigin="anonymous"; }
                }
            }
            body {
                (body)
                @if let Scripts::Inlined { script, wasm, shell, content } = scripts {
                    template id="kiosk" { (shell) }
                    script type="application/wasm" id="wasm" data-content=(content) { (PreEscaped(wasm)) }
                    script type="module" { (PreEscaped(script)) }
                }
            }
        }
    }
}

/// A custom element with its shadow tree already in it.
pub fn place(kind: Kind, context: &Context<'_>) -> Markup {
    let (name, tree) = (kind.name(), kind.face().tree);
    html! {
        div class="place" id=(name) {
            (PreEscaped(format!("<shigoto-{name}>")))
            template shadowrootmode="open" { (tree(context)) }
            (PreEscaped(format!("</shigoto-{name}>")))
        }
    }
}

fn published(lang: Lang, strategy: &StrategyData) -> String {
    let (year, month) = strategy.published.split_once('-').unwrap_or((&strategy.published, ""));
    let number = month.trim_start_matches('0');
    let name =
        number.parse::<usize>().ok().and_then(|place| lang.text(Key::Months).split(',').nth(place.checked_sub(1)?));
    let month = name.filter(|name| !name.is_empty()).unwrap_or(number);
    lang.fill(Key::PublishedMonth, &[("year", year), ("month", month)])
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

/// The bar over the page: its parts, the glossary, and the other languages. `has_files` where there are pages beside it.
fn bar(lang: Lang, has_files: bool) -> Markup {
    html! {
        div class="page-bar" {
            nav aria-label=(lang.text(Key::PageContents)) {
                @for kind in Kind::ALL { a href=(format!("#{}", kind.name())) { (lang.text(kind.face().button)) } }
                @if has_files { a class="more" href=(super::glossary::file_of(lang)) { (lang.text(Key::Glossary)) } }
            }
            details class="languages" {
                summary { (lang.text(Key::OwnName)) }
                nav aria-label=(lang.text(Key::Language)) {
                    @for (other, file) in lang.elsewhere("index") {
                        a href=(file) hreflang=(other.code) lang=(other.code) { (other.name) }
                    }
                }
            }
        }
    }
}

fn head(context: &Context<'_>, strategy: &StrategyData, has_files: bool) -> Markup {
    let Context { data, lang, .. } = *context;
    html! {
        header class="page-head" {
            (bar(lang, has_files))
            div class="hero" {
                (hero(context, strategy))
                ol class="ways" {
                    @for kind in Kind::ALL {
                        @let title = lang.text(kind.face().title);
                        @let finding = (kind.offer().finding)(lang, data);
                        li {
                            a href=(format!("#{}", kind.name())) {
                                b { (finding.as_deref().unwrap_or(lang.text(kind.offer().lead))) }
                                span { (title) }
                            }
                        }
                    }
                }
                p class="byline" { (lead(lang, strategy)) }
            }
        }
    }
}

/// Who published the strategy, and when.
pub fn cited(lang: Lang, strategy: &StrategyData) -> String {
    let values = [
        ("publisher", strategy.publisher.as_str()),
        ("title", &strategy.title),
        ("published", &published(lang, strategy)),
    ];
    lang.fill(Key::PageSource, &values)
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
