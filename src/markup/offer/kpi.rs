//! What a site offers of `<shigoto-kpi>`.

use super::super::api::{ContentType, Naming, Own, Value, Values, join, printed, words};
use super::super::plain;
use super::{Offer, Picture, loaded};
use crate::data::Dataset;
use crate::model::groups::Grouping;
use crate::takeaway::open_data;
use crate::widget::kpi::{State, View, span};

/// KPI gauges.
pub static OFFER: Offer = Offer {
    noun: "Kpi",
    about: "Key performance indicators with baseline, target and the pace of a fiscal year.",
    page: "goals",
    attributes: &ATTRIBUTES,
    parts: &["header", "toolbar", "figure", "footer"],
    example: Some(("pillar", 1)),
    plain: plain::kpi::pages,
    part: Some("pillar"),
    state: loaded::<State>,
    pictures,
    tables: &[&open_data::KPI, &open_data::ACTUALS],
};

static ATTRIBUTES: [Own; 5] = [
    Own {
        name: "view",
        about: "How they are shown.",
        values: |_| words(View::ALL.map(View::as_str)),
        default: |_| View::Gauge.as_str().to_owned(),
        types: &[],
        is_optional: false,
    },
    Own {
        name: "group",
        about: "What they are grouped by.",
        values: |_| words(Grouping::ALL.map(Grouping::as_str)),
        default: |_| Grouping::Kind.as_str().to_owned(),
        types: &[],
        is_optional: false,
    },
    Own {
        name: "pillar",
        about: "Whose indicators are shown.",
        values: |data| {
            join(
                words(["all"]),
                printed(data.outline.pillars.iter().map(|pillar| (pillar.id.to_string(), &pillar.name))),
            )
        },
        default: |_| "all".to_owned(),
        types: &[&PILLAR],
        is_optional: false,
    },
    Own {
        name: "kpi",
        about: "Id of the indicator whose details are open.",
        values: |_| Values::Pattern("string"),
        default: |_| String::new(),
        types: &[],
        is_optional: false,
    },
    Own {
        name: "year",
        about: "Fiscal year of the pace marks; without it the current one.",
        values: |data| {
            let year = |text: String| Value { text, naming: Naming::Year };
            Values::Listed(years(data).into_iter().map(year).collect())
        },
        default: |_| String::new(),
        types: &[&YEAR],
        is_optional: false,
    },
];

static PILLAR: ContentType = ContentType {
    name: "KpiPillar",
    about: "A pillar of the strategy, by its number.",
    values: |data| data.outline.pillars.iter().map(|pillar| pillar.id.to_string()).collect(),
};

static YEAR: ContentType = ContentType { name: "KpiYear", about: "A fiscal year of the plan.", values: years };

fn years(data: &Dataset) -> Vec<String> {
    let span = span(data);
    (span.first..=span.last).map(|year| year.to_string()).collect()
}

/// Every view of all pillars.
fn pictures(_: &Dataset) -> Vec<Picture> {
    let view = |view: View| vec![("view", view.as_str().to_owned())];
    vec![
        Picture::new("kpi-gauges.svg", Vec::new()),
        Picture::new("kpi-report.svg", view(View::Report)).apart(),
        Picture::new("kpi-bullets.svg", view(View::Bullet)).apart(),
        Picture::new("kpi-trajectories.svg", view(View::Trajectory)).apart(),
    ]
}
