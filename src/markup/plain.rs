//! Each widget as undecorated HTML for pages that allow neither scripts nor iframes: tables, source, link. Native only.

pub mod kpi;
pub mod lq;
pub mod swot;

use maud::{DOCTYPE, Markup, html};

use super::{Context, site};
use crate::data::guide::PlainTexts;
use crate::data::strategy::StrategyData;
use crate::locale::Key;
use crate::widget::Kind;

/// What the plain HTML is written from.
#[derive(Clone, Copy)]
pub struct Plain<'a> {
    /// Data, language and year.
    pub context: Context<'a>,
    /// Whose strategy.
    pub strategy: &'a StrategyData,
    /// Headings and the link.
    pub texts: &'a PlainTexts,
}

/// One page of a widget.
pub struct Page {
    /// The part it shows, as the attribute that chooses among parts has it; `None` shows all.
    pub part: Option<String>,
    /// What it is called.
    pub title: String,
    /// What is to be copied.
    pub body: Markup,
}

impl Plain<'_> {
    /// Every file by name: each widget whole, and its parts by the value of the attribute that chooses them.
    pub fn files(&self) -> Vec<(String, String)> {
        let of = |kind: Kind| (kind.offer().plain)(self).into_iter().map(move |page| (kind.name(), page));
        let file = |(name, Page { part, title, body }): (&str, Page)| {
            let name = part.map_or_else(|| name.to_owned(), |part| format!("{name}-{part}"));
            // As the pages are named: the language stands before the ending, Japanese goes without.
            (self.context.lang.file(&name), self.document(&title, &body))
        };
        Kind::ALL.into_iter().flat_map(of).map(file).collect()
    }

    /// A page that shows the HTML by itself. What is to be copied stands between `<body>` and `</body>`.
    fn document(&self, title: &str, body: &Markup) -> String {
        let lang = self.context.lang;
        let page = html! {
            (DOCTYPE)
            html lang=(lang.code()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (title) }
                    link rel="icon" href=(site::ICON);
                }
                body { (body) }
            }
        };
        super::text(lang, page)
    }

    /// Where it was printed, and where it can be explored. The address is relative to the file's folder.
    fn cited(&self, section: &str, hash: &str) -> Markup {
        let lang = self.context.lang;
        html! {
            p {
                (lang.text(Key::Source)) "：" (site::cited(lang, self.strategy)) " " (section) " "
                a href=(format!("../{}{hash}", site::file_of(lang))) { (self.texts.link) }
            }
        }
    }

    /// What is said by us and not by the strategy.
    fn ours(&self, text: &str) -> Markup {
        html! { " " (text) "（" (self.context.lang.text(Key::Editorial)) "）" }
    }
}

fn head(names: &[&str]) -> Markup {
    html! { thead { tr { @for name in names { th scope="col" { (name) } } } } }
}
