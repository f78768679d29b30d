//! `shigoto-widgets.d.ts` for one content: names that any content has as `string` become the names this one has.

use crate::data::Dataset;
use crate::id::{FactorKind, Quadrant};
use crate::locale::Languages;
use crate::widget::kpi::span;

/// File of the types.
pub const FILE: &str = "shigoto-widgets.d.ts";

/// The types, each line `export type Name = string;` narrowed to what the content has under that name.
pub fn narrowed(types: &str, data: &Dataset, languages: &Languages) -> String {
    names(data, languages).into_iter().filter(|(_, names)| !names.is_empty()).fold(
        types.to_owned(),
        |types, (name, names)| {
            let union: Vec<String> = names.iter().map(|name| format!("{name:?}")).collect();
            types.replace(
                &format!("export type {name} = string;"),
                &format!("export type {name} = {};", union.join(" | ")),
            )
        },
    )
}

/// The names of the content by the type they are of.
fn names(data: &Dataset, languages: &Languages) -> [(&'static str, Vec<String>); 7] {
    let (swot, span) = (&data.swot, span(data));
    let factors = FactorKind::ALL.into_iter().flat_map(|kind| swot.factors.iter().filter(move |f| f.code.kind == kind));
    let quadrants = Quadrant::ALL.into_iter().flat_map(|code| swot.quadrants.iter().filter(move |q| q.code == code));
    [
        ("ShigotoLang", languages.all().map(|lang| lang.tag().to_owned()).collect()),
        ("SwotFactor", factors.map(|factor| factor.code.to_string()).collect()),
        ("SwotStrategy", quadrants.flat_map(|q| &q.strategies).map(|strategy| strategy.code.to_string()).collect()),
        ("SwotIssue", swot.issues.iter().map(|issue| issue.code.to_string()).collect()),
        ("LqCity", data.lq.cities.iter().map(|city| city.id.to_string()).collect()),
        ("KpiPillar", data.outline.pillars.iter().map(|pillar| pillar.id.to_string()).collect()),
        ("KpiYear", (span.first..=span.last).map(|year| year.to_string()).collect()),
    ]
}
