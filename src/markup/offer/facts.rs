//! How `<shigoto-facts>` is declared. It has no wasm and so no state here: `www/facts.js` puts the page's tree to work.

use super::super::api::{Declared, Own, Values, words};

/// Its name after `shigoto-`, and that of its place on its page.
pub const NAME: &str = "facts";

/// Its figures. A place that prints no such table has neither of the first two.
pub const FIGURES: [&str; 4] = ["circulation", "ec", "series", "list"];

/// The numbers that the strategy states.
pub static DECLARED: Declared = Declared {
    name: NAME,
    noun: "Facts",
    about: "The numbers that the strategy states: the regional circulation, the market by year, short series, and all of them with \
            search. Of its site alone: it does not take data of a reader's own.",
    attributes: &ATTRIBUTES,
    parts: &["toolbar", "figure", "table", "footer"],
};

static ATTRIBUTES: [Own; 4] = [
    Own {
        name: "figure",
        about: "Which figure is shown, of those that the place has; on its own page, which one comes into view. Without it \
                `series` where a series is chosen, `list` where there are words, else the first that there is.",
        values: |_| words(FIGURES),
        default: |_| String::new(),
        types: &[],
        is_optional: false,
    },
    Own {
        name: "series",
        about: "The series that is shown, by its id.",
        values: |_| Values::Pattern("string"),
        default: |_| String::new(),
        types: &[],
        is_optional: true,
    },
    Own {
        name: "year",
        about: "The year that is shown, of those that the figure has; without it the latest.",
        values: |_| Values::Pattern("`${number}`"),
        default: |_| String::new(),
        types: &[],
        is_optional: true,
    },
    Own {
        name: "q",
        about: "Words that the listed numbers have, all of them: in their sentence, its place, name, value or time.",
        values: |_| Values::Pattern("string"),
        default: |_| String::new(),
        types: &[],
        is_optional: true,
    },
];
