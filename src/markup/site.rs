//! What all pages of a site share: names of files, icon, and how the strategy is cited. Native only.

use maud::{Markup, html};

use crate::data::strategy::StrategyData;
use crate::locale::facts::month_name;
use crate::locale::{Key, Lang, short_name};

/// Stands for the name of the build, which is known only when everything is written.
pub const BUILD: &str = "{build}";

/// Stands for the site's address, or for what leads there from any of its pages, which are all in one folder.
pub const SITE: &str = "{site}";

/// File of the page in a language.
pub fn file_of(lang: Lang) -> String {
    lang.file("index")
}

/// The file of the embed guide that readers of a language are led to. It is written in Japanese and in English.
pub fn guide_of(lang: Lang) -> &'static str {
    if lang.tag() == "en" { "embed-guide.en.html" } else { "embed-guide.html" }
}

/// What a page is called among the pages of its strategy.
pub fn title(name: &str, strategy: &str) -> String {
    format!("{name}｜{strategy}")
}

/// What the head of a page says of it, to browsers and to whoever shows a link to it: everything but its styles and scripts.
/// One element describes the page to both.
pub fn head(title: &str, lead: &str) -> Markup {
    html! {
        meta charset="utf-8";
        meta name="viewport" content="width=device-width, initial-scale=1";
        title { (title) }
        meta name="description" property="og:description" content=(lead);
        meta property="og:title" content=(title);
        meta property="og:type" content="website";
        meta name="twitter:card" content="summary";
        meta name="color-scheme" content="light dark";
        link rel="icon" href=(ICON);
    }
}

/// What the strategy is called, and its years.
pub fn topic(lang: Lang, strategy: &StrategyData) -> String {
    let values = [
        ("title", short_name(&strategy.title)),
        ("first", &strategy.first_fiscal_year.to_string()),
        ("last", &strategy.last_fiscal_year.to_string()),
    ];
    lang.fill(Key::HeroTopic, &values)
}

/// Two bars in the strategy's two colours.
pub const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Cpath \
    fill='%230A5C8A' d='M0 0h3v8H0z'/%3E%3Cpath fill='%23B3262E' d='M4 3h3v5H4z'/%3E%3C/svg%3E";

/// Month of publication in words.
pub fn published(lang: Lang, strategy: &StrategyData) -> String {
    let (year, month) = strategy.published.split_once('-').unwrap_or((&strategy.published, ""));
    let month = month.parse().map_or_else(|_| month.to_owned(), |month| month_name(lang, month));
    lang.fill(Key::PublishedMonth, &[("year", year), ("month", &month)])
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
