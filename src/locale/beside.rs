//! What stands beside the dots of a row of quotients.

use super::{fixed, ruby};
use crate::data::lq::LqData;
use crate::model::location_quotient::RowMark;

/// A city's name, or from which to which quotient a stack beyond the axis reaches, with its outermost city where cities are
/// named. Nothing of it is read out: an opened row says it all.
pub fn word(lq: &LqData, mark: RowMark, is_named: bool) -> String {
    let name = |city: usize| lq.cities.get(city).map(|city| ruby::words(&city.name)).unwrap_or_default();
    match mark {
        RowMark::City(city) => name(city),
        RowMark::Stack { least, most, city, is_low } => {
            let shown = |value: f64| if value > 0.0 { fixed(value, lq.decimals) } else { "0".to_owned() };
            let range = if least < most { [&*shown(least), "–", &shown(most)].concat() } else { shown(least) };
            let words = city.filter(|_| is_named).map_or_else(|| range.clone(), |city| name(city) + " " + &range);
            if is_low { ["◂ ", &words].concat() } else { words + " ▸" }
        }
    }
}
