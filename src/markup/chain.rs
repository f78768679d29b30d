//! Where the matrix leads on to: from a measure to its KPIs, from a factor to the quotients behind it.

use maud::{Markup, html};

use super::Context;
use super::frame::editorial;
use super::industry::{Question, standing};
use crate::data::links::Evidence;
use crate::id::MeasureId;
use crate::locale::{Key, Lang};
use crate::widget::Kind;
use crate::widget::address::encoded;

/// The mark of what the strategy prints.
pub fn printed(lang: Lang) -> Markup {
    html! { span class="editorial printed" { (lang.text(Key::Printed)) } }
}

/// What is printed and what is ours, at a glance. The focus comes here from the button that asked for more.
pub fn legend(lang: Lang) -> Markup {
    html! {
        p class="key" data-more tabindex="-1" {
            (printed(lang)) " " (lang.text(Key::ChainPrinted)) " "
            (editorial(lang)) " " (lang.text(Key::ChainEditorial))
        }
    }
}

/// The KPIs of a measure, each a way into the KPI widget.
pub fn kpis(context: &Context<'_>, measure: &MeasureId) -> Markup {
    let (lang, pillar) = (context.lang, measure.pillar());
    let kpis = context.data.kpi.kpis.iter().filter(|kpi| kpi.places.iter().any(|place| place.measure == *measure));
    html! {
        "KPI " (printed(lang)) " "
        @for (index, kpi) in kpis.enumerate() {
            @if index > 0 { (lang.text(Key::ListSeparator)) }
            @let home = kpi.home().map_or(pillar, MeasureId::pillar);
            a href=(format!("#{}?pillar={home}&kpi={}", Kind::Kpi.name(), kpi.id)) { (kpi.name) }
        }
    }
}

/// What the quotients say of a factor, each a way into the table.
pub fn evidence(context: &Context<'_>) -> Markup {
    let lang = context.lang;
    html! {
        h3 { (lang.text(Key::ChainEvidence)) }
        ul { @for link in &context.data.links.evidence { (proof(context, link).unwrap_or_default()) } }
    }
}

fn proof(context: &Context<'_>, link: &Evidence) -> Option<Markup> {
    let (lang, lq) = (context.lang, &context.data.lq);
    let Evidence { base, industry, .. } = link;
    let table = lq.table(*base)?;
    let row = table.rows.iter().find(|row| row.industry == *industry)?;
    let city = &lq.focus_city;
    let question = Question { table, row, city, is_reread: false };
    let name = lang.name(industry.as_str());
    let place = lq.cities.iter().find(|known| known.id == *city).map_or("", |known| known.name.as_str());
    let hash =
        format!("#{}?base={}&city={city}&industry={}", Kind::Lq.name(), base.as_str(), encoded(industry.as_str()));
    Some(html! {
        li data-of=(link.factor) {
            b { (super::node::named(context, &link.factor.to_string())) " → " a href=(hash) { (lang.fill(Key::DetailTitle, &[("city", place), ("industry", name)])) } } " "
            (standing(context, question, lq.column(city)?)) " " (link.reason) " " (editorial(lang))
        }
    })
}
