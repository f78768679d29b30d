//! What a site offers of `<shigoto-swot>`.

use super::super::api::{ContentType, Own, printed};
use super::super::plain;
use super::{Offer, Picture, loaded};
use crate::data::Dataset;
use crate::id::{FactorKind, Quadrant};
use crate::takeaway::open_data;
use crate::widget::swot::State;

/// Cross-SWOT matrix.
pub static OFFER: Offer = Offer {
    noun: "Swot",
    about: "Cross-SWOT matrix: factors, strategies and key issues, and how they connect.",
    page: "strengths",
    attributes: &[Own {
        name: "select",
        about: "What is chosen; everything connected with it lights up.",
        values: |data| {
            let swot = &data.swot;
            let factors = swot.factors.iter().map(|factor| (factor.code.to_string(), &factor.name));
            let strategies = swot.quadrants.iter().flat_map(|quadrant| &quadrant.strategies);
            let strategies = strategies.map(|strategy| (strategy.code.to_string(), &strategy.text));
            let issues = swot.issues.iter().map(|issue| (issue.code.to_string(), &issue.name));
            printed(factors.chain(strategies).chain(issues))
        },
        default: |_| String::new(),
        types: &[&FACTOR, &STRATEGY, &ISSUE],
        is_optional: true,
    }],
    parts: &["header", "toolbar", "figure", "footer"],
    example: Some(("select", 0)),
    plain: plain::swot::pages,
    part: None,
    state: loaded::<State>,
    pictures,
    tables: &[&open_data::SWOT],
};

static FACTOR: ContentType = ContentType {
    name: "SwotFactor",
    about: "A strength, weakness, opportunity or threat.",
    values: |data| {
        let of = |kind| data.swot.factors.iter().filter(move |factor| factor.code.kind == kind);
        FactorKind::ALL.into_iter().flat_map(of).map(|factor| factor.code.to_string()).collect()
    },
};

static STRATEGY: ContentType = ContentType {
    name: "SwotStrategy",
    about: "A strategy of the matrix.",
    values: |data| {
        let of = |code| data.swot.quadrants.iter().filter(move |quadrant| quadrant.code == code);
        let strategies = Quadrant::ALL.into_iter().flat_map(of).flat_map(|quadrant| &quadrant.strategies);
        strategies.map(|strategy| strategy.code.to_string()).collect()
    },
};

static ISSUE: ContentType = ContentType {
    name: "SwotIssue",
    about: "A key issue (重要課題).",
    values: |data| data.swot.issues.iter().map(|issue| issue.code.to_string()).collect(),
};

/// Nothing chosen, then each key issue.
fn pictures(data: &Dataset) -> Vec<Picture> {
    let codes = data.swot.issues.iter().map(|issue| issue.code.to_string());
    let issues = codes.map(|code| Picture::new(format!("swot-{code}.svg"), vec![("select", code)]));
    std::iter::once(Picture::new("swot-overview.svg", Vec::new())).chain(issues).collect()
}
