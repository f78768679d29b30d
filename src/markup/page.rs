//! The page around the widgets: what the strategy is, where it comes from, where to go on. Native only.

use maud::{DOCTYPE, Markup, html};

use super::{Context, Kind, widget};
use crate::data::strategy::StrategyData;
use crate::locale::{Key, Lang};

/// Files the page names, as URLs relative to it.
pub struct Assets {
    /// Stylesheet of page and widgets.
    pub stylesheet: String,
    /// Start script.
    pub embed: String,
    /// wasm-bindgen's module.
    pub glue: String,
    /// The wasm itself.
    pub wasm: String,
}

/// The whole of `index.html`.
pub fn index(context: &Context<'_>, strategy: &StrategyData, assets: &Assets) -> Markup {
    let lang = context.lang;
    html! {
        (DOCTYPE)
        html lang=(lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (strategy.title) }
                meta name="description" content=(lead(lang, strategy));
                meta name="color-scheme" content="light dark";
                link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Cpath fill='%230A5C8A' d='M0 0h3v8H0z'/%3E%3Cpath fill='%23B3262E' d='M4 3h3v5H4z'/%3E%3C/svg%3E";
                link rel="stylesheet" href=(assets.stylesheet);
                script type="module" src=(assets.embed) {}
                link rel="modulepreload" href=(assets.glue);
                link rel="preload" href=(assets.wasm) as="fetch" type="application/wasm" crossorigin="anonymous";
            }
            body {
                a class="skip" href="#main" { (lang.text(Key::PageSkip)) }
                (head(context, strategy))
                main id="main" {
                    @for kind in Kind::ALL { (place(kind, context)) }
                }
                (foot(lang, strategy))
            }
        }
    }
}

/// A custom element with its shadow tree already in it.
fn place(kind: Kind, context: &Context<'_>) -> Markup {
    let shadow = widget(kind, context);
    html! {
        div class="place" id=(kind.name()) {
            @match kind {
                Kind::Swot => { shigoto-swot { template shadowrootmode="open" { (shadow) } } }
                Kind::Lq => { shigoto-lq { template shadowrootmode="open" { (shadow) } } }
                Kind::Kpi => { shigoto-kpi { template shadowrootmode="open" { (shadow) } } }
            }
        }
    }
}

fn published(lang: Lang, strategy: &StrategyData) -> String {
    let (year, month) = strategy.published.split_once('-').unwrap_or((&strategy.published, ""));
    lang.fill(Key::PublishedMonth, &[("year", year), ("month", month.trim_start_matches('0'))])
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

fn head(context: &Context<'_>, strategy: &StrategyData) -> Markup {
    let lang = context.lang;
    let contents = [
        (Kind::Swot, Key::SwotTitle, Key::PageSwotLead),
        (Kind::Lq, Key::LqTitle, Key::PageLqLead),
        (Kind::Kpi, Key::KpiTitle, Key::PageKpiLead),
    ];
    html! {
        header class="page-head" {
            div {
                p class="city" { (strategy.city) }
                h1 { (strategy.title) }
                p class="subtitle" { (strategy.subtitle) }
                p class="lead" { (lead(lang, strategy)) }
            }
            nav aria-label=(lang.text(Key::PageContents)) {
                ol {
                    @for (kind, title, lead) in contents {
                        li { a href=(format!("#{}", kind.name())) { b { (lang.text(title)) } span { (lang.text(lead)) } } }
                    }
                }
            }
        }
    }
}

fn foot(lang: Lang, strategy: &StrategyData) -> Markup {
    let files = [
        ("data/lq.csv", Key::DataLq),
        ("data/kpi.csv", Key::DataKpi),
        ("data/kpi_actuals.csv", Key::DataActuals),
        ("data/swot.csv", Key::DataSwot),
    ];
    let values = [
        ("publisher", strategy.publisher.as_str()),
        ("title", &strategy.title),
        ("published", &published(lang, strategy)),
    ];
    html! {
        footer class="page-foot" {
            h2 { (lang.text(Key::PageLinks)) }
            ul { @for (file, key) in files { li { a href=(format!("./{file}")) download { (lang.text(key)) } } } }
            p { b { (lang.text(Key::Source)) } " " (lang.fill(Key::PageSource, &values)) }
            p { (lang.fill(Key::PageRights, &[("city", &strategy.city)])) }
            p { (lang.text(Key::PageOffline)) }
        }
    }
}
