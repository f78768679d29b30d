//! How `<shigoto-map>` is declared. It has no wasm and so no state here: `www/map.js` puts the page's tree to work.

use super::super::api::{ContentType, Declared, Own, Values, printed, words};
use crate::data::strategy::Actor;

/// Its name after `shigoto-`, and that of its place on its page.
pub const NAME: &str = "map";

/// Its views, the default first.
pub const VIEWS: [&str; 3] = ["columns", "list", "gaps"];

/// The map of the strategy.
pub static DECLARED: Declared = Declared {
    name: NAME,
    noun: "Map",
    about: "The map of the strategy: pillars, measures, projects and programmes, by who acts and by words. Of its site alone: it does \
            not take data of a reader's own.",
    attributes: &ATTRIBUTES,
    parts: &["toolbar", "figure", "table"],
};

static ATTRIBUTES: [Own; 6] = [
    Own {
        name: "view",
        about: "How it is shown; without it `columns`, and `list` where it is narrower than 600 px.",
        values: |_| words(VIEWS),
        default: |_| String::new(),
        types: &[],
        is_optional: false,
    },
    Own {
        name: "pillar",
        about: "The pillar that is open.",
        values: |data| printed(data.outline.pillars.iter().map(|pillar| (pillar.id.to_string(), &pillar.name))),
        default: |_| String::new(),
        types: &[&PILLAR],
        is_optional: true,
    },
    Own {
        name: "measure",
        about: "The measure that is open; its pillar is open, too.",
        values: |data| {
            let measures = data.outline.pillars.iter().flat_map(|pillar| &pillar.measures);
            printed(measures.map(|measure| (measure.id.to_string(), &measure.name)))
        },
        default: |_| String::new(),
        types: &[&MEASURE],
        is_optional: true,
    },
    Own {
        name: "project",
        about: "The project that is open, by its measure and its number in it; its measure is open, too.",
        values: |_| Values::Pattern("`${number}-${number}-${number}`"),
        default: |_| String::new(),
        types: &[],
        is_optional: true,
    },
    Own {
        name: "actor",
        about: "Who acts: any of industry, academia, finance and government, with spaces between.",
        values: |_| Values::Pattern("string"),
        default: |_| String::new(),
        types: &[&ACTOR],
        is_optional: true,
    },
    Own {
        name: "q",
        about: "Words that what is shown has, all of them.",
        values: |_| Values::Pattern("string"),
        default: |_| String::new(),
        types: &[],
        is_optional: true,
    },
];

static PILLAR: ContentType = ContentType {
    name: "MapPillar",
    about: "A pillar of the strategy, by its number.",
    values: |data| data.outline.pillars.iter().map(|pillar| pillar.id.to_string()).collect(),
};

static MEASURE: ContentType = ContentType {
    name: "MapMeasure",
    about: "A measure of the strategy, by its number.",
    values: |data| {
        let measures = data.outline.pillars.iter().flat_map(|pillar| &pillar.measures);
        measures.map(|measure| measure.id.to_string()).collect()
    },
};

static ACTOR: ContentType = ContentType {
    name: "MapActor",
    about: "Who acts; an attribute may name several.",
    values: |_| Actor::ALL.map(|actor| actor.to_string()).into(),
};
