//! One industry in one city: the sentence, the bases side by side, the cities, how it is computed.

use maud::{Markup, html};

use super::{Context, frame, lq_many, quotients, strips};
use crate::data::lq::{Labels, LqRow, LqTable};
use crate::id::{Base, CityId, IndustryId};
use crate::locale::names::base_name;
use crate::locale::{Key, fixed, own, unpublished};
use crate::model::crosswalk;
use crate::model::location_quotient::{is_split, published, rank, spread};
use crate::widget::Kind;
use crate::widget::lq_many::is_many;

/// Cities named that share the highest value.
const MOST_TOPS: usize = 7;

/// What is asked about.
#[derive(Clone, Copy)]
pub struct Question<'a> {
    /// In which table.
    pub table: &'a LqTable,
    /// Which row.
    pub row: &'a LqRow,
    /// In which city.
    pub city: &'a CityId,
    /// Whether a doubtful row is read under its presumed heading.
    pub is_reread: bool,
}

impl<'a> Question<'a> {
    /// The heading in force; `None` where it is doubtful and nothing may be concluded from it.
    fn industry(&self) -> Option<&'a IndustryId> {
        match self.table.labels {
            Labels::Sound => Some(&self.row.industry),
            Labels::Doubtful => self.row.presumed.as_ref().filter(|_| self.is_reread),
        }
    }
}

/// The detail.
pub fn detail(context: &Context<'_>, question: Question<'_>) -> Markup {
    let (lang, data) = (context.lang, context.data);
    let (Some(column), table) = (data.lq.column(question.city), question.table) else { return html! {} };
    let city = data.lq.cities.get(column).map_or("", |city| city.name.as_str());
    let Some(industry) = question.industry() else { return doubtful(context, question, (city, column)) };
    let name = lang.name(industry.as_str());
    let formula = lang.fill(Key::LqFormula, &[("formula", &own::formula(lang, data, table))]);
    html! {
        (close(context))
        h3 tabindex="-1" { (lang.fill(Key::DetailTitle, &[("city", city), ("industry", name)])) }
        p { (standing(context, question, column)) }
        h4 { (lang.text(Key::DetailBases)) }
        (bases(context, industry, (table.base, question.row), column))
        @if is_many(&data.lq) {
            h4 { (lang.text(Key::ManyTop)) }
            (lq_many::standings(context, question.row, Some(column)))
        } @else {
            h4 { (lang.text(Key::DetailCities)) }
            (quotients::row_detail(context, question.row, Some(column)))
        }
        (quotients::unpublished_note(context, question.row.unpublished()))
        h4 { (lang.text(Key::DetailWhat)) }
        p { (formula) }
        p { (frame::source(context, Kind::Lq, &table.source.section)) }
    }
}

/// A row whose heading may not be its own: what is printed beside it, without colour and without a conclusion.
fn doubtful(context: &Context<'_>, Question { table, row, .. }: Question<'_>, (city, column): (&str, usize)) -> Markup {
    let lang = context.lang;
    let name = ["? ", lang.name(row.industry.as_str())].concat();
    html! {
        (close(context))
        h3 tabindex="-1" { (lang.fill(Key::DetailTitle, &[("city", city), ("industry", &name)])) }
        p { (lang.text(Key::LqDoubtful)) }
        (strips::axis(context))
        dl class="bases" { div class="doubted" { (base(context, table, None)) dd { (strips::strip(context, row, column)) } } }
    }
}

/// A base, the period of its values, and the industry's other name there.
fn base(context: &Context<'_>, table: &LqTable, name: Option<&IndustryId>) -> Markup {
    let lang = context.lang;
    html! {
        dt {
            (base_name(lang, context.data, table.base)) " " small { (table.city_period) }
            @if let Some(name) = name { " " small { (lang.name(name.as_str())) } }
        }
    }
}

fn close(context: &Context<'_>) -> Markup {
    html! { button type="button" class="plain" data-shut { (context.lang.text(Key::Close)) } }
}

/// Its place among the cities.
pub fn standing(context: &Context<'_>, Question { table, row, .. }: Question<'_>, column: usize) -> String {
    let (lang, lq) = (context.lang, &context.data.lq);
    let base = base_name(lang, context.data, table.base);
    let (Some(rank), Some(own)) = (rank(&row.values, column), row.value(column)) else {
        return lang.fill(unpublished::key(context.data, Key::DetailUnpublished), &[("base", base)]);
    };
    let shown = |value: f64| fixed(value, lq.decimals);
    let top = spread(&row.values).map_or(own, |spread| spread.most);
    let is_top = |value: f64| value.total_cmp(&top).is_eq();
    let tops = published(&row.values).filter(|(_, value)| is_top(*value)).filter_map(|(at, _)| lq.cities.get(at));
    let tops: Vec<&str> = tops.map(|city| &*city.name).collect();
    let (first, others) = tops.split_at(tops.len().min(MOST_TOPS));
    let mut top_names = first.join(lang.text(Key::Dot));
    if !others.is_empty() {
        top_names = lang.fill(Key::DetailTops, &[("top", &top_names), ("count", &others.len().to_string())]);
    }
    let values = [
        ("base", base),
        ("value", &shown(own)),
        ("of", &rank.of.to_string()),
        ("place", &rank.place.to_string()),
        ("top", &top_names),
        ("top_value", &shown(top)),
    ];
    let unpublished = unpublished::without_rank(lang, context.data, row.unpublished());
    if rank.of == 1 {
        return lang.fill(Key::DetailOnly, &values) + &unpublished;
    }
    let tied =
        if rank.tied > 0 { lang.fill(Key::DetailTied, &[("count", &rank.tied.to_string())]) } else { String::new() };
    lang.fill(Key::DetailRank, &values) + &tied + &unpublished
}

/// The same industry on every base; where they disagree is the story.
fn bases(context: &Context<'_>, industry: &IndustryId, (own_base, own): (Base, &LqRow), column: usize) -> Markup {
    let (lang, data) = (context.lang, context.data);
    let row = |base: Base| {
        if base == own_base {
            return Some(own);
        }
        let name = crosswalk::counterpart(&data.links, own_base, industry, base)?;
        data.lq.table(base)?.rows.iter().find(|row| row.industry == *name)
    };
    let found: Vec<f64> = Base::ALL.into_iter().filter_map(row).filter_map(|row| row.value(column)).collect();
    html! {
        (strips::axis(context))
        dl class="bases" {
            @for table in &data.lq.tables {
                div class=[(table.base == own_base).then_some("on")] {
                    @let row = row(table.base);
                    (base(context, table, row.map(|row| &row.industry).filter(|name| table.base != own_base && *name != industry)))
                    dd {
                        @match row {
                            Some(row) => { (strips::strip(context, row, column)) }
                            None if table.labels == Labels::Doubtful => { small { (lang.text(Key::DetailDoubtful)) } }
                            None => { small { (lang.text(Key::DetailNone)) } }
                        }
                    }
                }
            }
        }
        @if is_split(&found) { p { b { (lang.text(Key::DetailSplit)) } } }
        p class="src" { (lang.text(Key::Crosswalk)) " " (frame::editorial(lang)) }
    }
}
