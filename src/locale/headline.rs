//! Headlines with what they mean: those that stand over pictures and widgets as well as in the kiosk.

use super::{Key, Lang, fixed, own};
use crate::data::Dataset;
use crate::locale::names::base_name;
use crate::locale::sentence::lq_sides;
use crate::model::insight::Sides;
use crate::model::scenes::Quotient;

/// A headline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The headline.
    pub title: String,
    /// What it means.
    pub sub: String,
}

/// The city's most specialised industry, and on which side its industries stand.
pub fn top(lang: Lang, data: &Dataset, cell: &Quotient<'_>, sides: Sides) -> Headline {
    let sub = lq_sides(lang, data, cell.base, &cell.city.name, sides);
    Headline { title: filled(lang, Key::LqHighest, &values(lang, data, cell)), sub }
}

/// How many KPIs there are to raise, to lower and to maintain.
pub fn goals(lang: Lang, data: &Dataset, [raise, lower, maintain]: [usize; 3]) -> Headline {
    let kinds = [(Key::KioskRaise, raise), (Key::KioskLower, lower), (Key::KioskHold, maintain)];
    let parts = kinds.into_iter().filter(|(_, count)| *count > 0);
    let parts: Vec<String> = parts.map(|(key, count)| lang.fill(key, &[("count", &count.to_string())])).collect();
    let values = [
        ("of", (raise + lower + maintain).to_string()),
        ("parts", parts.join(lang.text(Key::ListComma))),
        ("first", data.outline.first_fiscal_year.to_string()),
        ("last", data.outline.last_fiscal_year.to_string()),
    ];
    fill(lang, (Key::KioskGoals, Key::KioskGoalsSub), &values)
}

/// What is said of a quotient.
pub(super) fn values(lang: Lang, data: &Dataset, cell: &Quotient<'_>) -> [(&'static str, String); 6] {
    [
        ("base", base_name(lang, data, cell.base).to_owned()),
        ("industry", lang.name(cell.industry.as_str()).to_owned()),
        ("city", cell.city.name.clone()),
        ("cities", data.lq.cities.len().to_string()),
        ("reference", own::reference(lang, data).to_owned()),
        ("value", fixed(cell.value, data.lq.decimals)),
    ]
}

pub(super) fn fill(lang: Lang, (title, sub): (Key, Key), values: &[(&'static str, String)]) -> Headline {
    Headline { title: filled(lang, title, values), sub: filled(lang, sub, values) }
}

fn filled(lang: Lang, key: Key, values: &[(&'static str, String)]) -> String {
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    lang.fill(key, &values)
}
