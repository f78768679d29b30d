//! Groups of KPIs: a section each, with what its cards have in common over them and how many they are.

use maud::{Markup, html};

use super::Context;
use crate::data::kpi::Kpi;
use crate::id::digits;
use crate::locale::group::name;
use crate::locale::own::{is_listed, pillar_word};
use crate::model::groups::{Common, Group, Grouping, groups};

/// The groups of all KPIs.
pub fn of<'a>(context: &Context<'a>, grouping: Grouping) -> Vec<Group<'a>> {
    groups(&context.data.kpi.kpis, &context.data.outline, grouping)
}

/// A group with the cards of its KPIs.
pub fn section(context: &Context<'_>, group: &Group<'_>, card: impl Fn(&Kpi) -> Markup) -> Markup {
    html! {
        section class="group" data-count=(group.kpis.len()) {
            (head(context, group))
            ul class="cards" { @for kpi in &group.kpis { (card(kpi)) } }
        }
    }
}

/// What stands over a group.
pub fn head(context: &Context<'_>, group: &Group<'_>) -> Markup {
    let Context { lang, data, .. } = *context;
    let count = digits(group.kpis.len() as u64);
    let pillar = match group.common {
        Common::Pillar(Some(id)) => data.outline.pillars.iter().find(|pillar| pillar.id == id),
        Common::Pillar(None) | Common::Kind(..) => None,
    };
    html! {
        div class="group-head" {
            h3 {
                @if let Some(pillar) = pillar { (pillar_word(lang, data)) " " @if !is_listed(data) { (pillar.id) " " } }
                strong { (name(lang, data, group.common)) } " " span { (count) }
            }
            // What the strategy says of its own indicators is not said of a reader's.
            @if let Some(pillar) = pillar.filter(|_| data.origin.kpi.is_none()) {
                @for sentence in &pillar.summary { p { (sentence) } }
            }
        }
    }
}
