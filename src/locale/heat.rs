//! The steps of the heat in words, and with which area they compare.

use super::{Key, Lang, own, short};
use crate::data::Dataset;
use crate::model::location_quotient::HEAT_BORDERS;

/// What a quotient of each step is, from half of the reference area's share or less to twice or more.
pub fn steps(lang: Lang) -> [String; 7] {
    let [_, _, from, to, half_more, _] = HEAT_BORDERS.map(short);
    let values = [("from", &*from), ("to", &to), ("half_more", &half_more)];
    [Key::HeatHalf, Key::HeatTwoThirds, Key::HeatLess, Key::HeatSame, Key::HeatMore, Key::HeatHalfMore, Key::HeatTwice]
        .map(|key| lang.fill(key, &values))
}

/// What all of them compare with.
pub fn compared(lang: Lang, data: &Dataset) -> String {
    lang.fill(Key::HeatCompared, &[("reference", own::reference(lang, data))])
}
