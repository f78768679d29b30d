//! Location quotients as a table for each base.

use maud::{Markup, html};

use super::super::quotients::{quotient, unpublished_note};
use super::{Page, Plain, head};
use crate::data::lq::{Labels, LqTable};
use crate::id::Base;
use crate::locale::names::base_name;
use crate::locale::{Key, own};

/// All tables, and each by itself.
pub fn pages(plain: &Plain<'_>) -> Vec<Page> {
    let (lang, tables) = (plain.context.lang, &plain.context.data.lq.tables);
    let title = lang.text(Key::LqTitle);
    let one = |table: &LqTable| Page {
        part: Some(table.base.as_str().to_owned()),
        title: format!("{title} {}", base_name(lang, plain.context.data, table.base)),
        body: plain.lq(&[table]),
    };
    let all = Page { part: None, title: title.to_owned(), body: plain.lq(&tables.iter().collect::<Vec<_>>()) };
    std::iter::once(all).chain(tables.iter().map(one)).collect()
}

impl Plain<'_> {
    fn lq(&self, tables: &[&LqTable]) -> Markup {
        let (lang, lq) = (self.context.lang, &self.context.data.lq);
        html! {
            p { (lang.fill(Key::LqWhat, &[("reference", own::reference(lang, self.context.data))])) }
            @for table in tables {
                table {
                    caption { (own::title(lang, self.context.data, table)) }
                    (head(&[lang.text(Key::Industry)].into_iter().chain(lq.cities.iter().map(|city| city.name.as_str())).collect::<Vec<_>>()))
                    tbody {
                        @for row in &table.rows {
                            tr {
                                th scope="row" { (lang.name(row.industry.as_str())) }
                                @for value in &row.values { td { (quotient(&self.context, *value)) } }
                            }
                        }
                    }
                }
                (unpublished_note(&self.context, table.unpublished()))
                @if table.labels == Labels::Doubtful { (self.doubts(table)) }
                p { (lang.fill(Key::LqFormula, &[("formula", &own::formula(lang, self.context.data, table))])) @if let Some(note) = &table.note { (self.ours(note)) } }
                (self.cited(&table.source.section, &lq_hash(table.base)))
            }
        }
    }

    /// Why the headings of a table are not to be trusted.
    fn doubts(&self, table: &LqTable) -> Markup {
        let lang = self.context.lang;
        html! {
            p { (lang.text(Key::DataNote)) "：" (self.ours(table.warning.as_deref().unwrap_or_default())) }
            @if let Some(reason) = &table.reread_reason { p { (lang.text(Key::RereadReason)) "：" (self.ours(reason)) } }
        }
    }
}

fn lq_hash(base: Base) -> String {
    format!("#lq?base={}", base.as_str())
}
