//! What a site offers of `<shigoto-lq>`.

use super::super::api::{ContentType, Own, Values, printed, words};
use super::super::plain;
use super::{Offer, Picture, loaded};
use crate::data::Dataset;
use crate::id::Base;
use crate::takeaway::open_data;
use crate::widget::lq::{Headings, State, View};

/// Location quotients.
pub static OFFER: Offer = Offer {
    noun: "Lq",
    about: "Location quotients of industries in cities, as pairs, as dots or as a heat table.",
    page: "industries",
    attributes: &ATTRIBUTES,
    parts: &["header", "toolbar", "figure", "table", "footer"],
    example: Some(("base", 2)),
    plain: plain::lq::pages,
    part: Some("base"),
    state: loaded::<State>,
    pictures,
    tables: &[&open_data::LQ],
};

static ATTRIBUTES: [Own; 7] = [
    Own {
        name: "base",
        about: "What the quotients are computed on.",
        values: |_| words(Base::ALL.map(Base::as_str)),
        default: |_| Base::Output.as_str().to_owned(),
        types: &[],
        is_optional: false,
    },
    Own {
        name: "city",
        about: "Whose values are emphasised.",
        values: cities,
        default: |data| data.lq.focus_city.to_string(),
        types: &[&CITY],
        is_optional: false,
    },
    Own {
        name: "view",
        about: "How they are shown; without it pairs below 600 px.",
        values: |_| words(View::ALL.map(View::as_str)),
        default: |_| String::new(),
        types: &[],
        is_optional: false,
    },
    Own {
        name: "sort",
        about: "Order of rows by a city's column, or `sector` for groups; as printed without it. With more than 24 cities these are the rows: then \
                `<city>:desc` orders the industries, which are the columns, and `<industry>:desc` or `name:asc` the cities.",
        values: |_| Values::Pattern("\"sector\" | `${LqCity}:${\"desc\" | \"asc\"}`"),
        default: |_| String::new(),
        types: &[&CITY],
        is_optional: true,
    },
    Own {
        name: "industry",
        about: "Printed name of the industry whose detail is open.",
        values: |_| Values::Pattern("string"),
        default: |_| String::new(),
        types: &[],
        is_optional: false,
    },
    Own {
        name: "reading",
        about: "Headings of the doubtful table.",
        values: |_| words(Headings::ALL.map(Headings::as_str)),
        default: |_| Headings::Printed.as_str().to_owned(),
        types: &[],
        is_optional: false,
    },
    Own {
        name: "with",
        about: "Whom the city is compared with in the view `compare`.",
        values: cities,
        default: |_| String::new(),
        types: &[&CITY],
        is_optional: true,
    },
];

static CITY: ContentType = ContentType {
    name: "LqCity",
    about: "A city of the tables.",
    values: |data| data.lq.cities.iter().map(|city| city.id.to_string()).collect(),
};

fn cities(data: &Dataset) -> Values {
    printed(data.lq.cities.iter().map(|city| (city.id.to_string(), &city.name)))
}

/// Each base as a table and as dots; the quadrants of the two that meet there.
fn pictures(data: &Dataset) -> Vec<Picture> {
    let bases = Base::ALL.into_iter().filter(|base| data.lq.table(*base).is_some()).map(Base::as_str);
    let view = |view: View| ("view", view.as_str().to_owned());
    let of_base = |base: &str| {
        let own = ("base", base.to_owned());
        let table = Picture::new(format!("lq-{base}.svg"), vec![own.clone()]);
        [table, Picture::new(format!("lq-{base}-dots.svg"), vec![own, view(View::Dots)])]
    };
    let quadrant = Picture::new("lq-quadrant.svg", vec![view(View::Quadrant)]).apart();
    bases.flat_map(of_base).chain([quadrant]).collect()
}
