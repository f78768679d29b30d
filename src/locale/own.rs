//! What a table says of itself. A reader's own often tells no title, formula or reference area: then that is said.

use std::borrow::Cow;

use super::names::base_name;
use super::{Key, Lang, short};
use crate::data::Dataset;
use crate::data::lq::{LqData, LqTable};
use crate::model::location_quotient::NEAR_ONE;

/// A table's heading; where it has none, what its values are and whose.
pub fn title(lang: Lang, data: &Dataset, table: &LqTable) -> String {
    if !table.title.is_empty() {
        return table.title.clone();
    }
    let file = data.origin.lq.as_deref().map(|file| lang.fill(Key::Bracketed, &[("text", file)])).unwrap_or_default();
    lang.fill(Key::SheetQuotient, &[("base", base_name(lang, table.base))]) + &file
}

/// How its quotients are reckoned, or that this is not known; then of when they are, where that is.
pub fn formula(lang: Lang, table: &LqTable) -> Cow<'_, str> {
    if !table.formula.is_empty() {
        return Cow::Borrowed(&table.formula);
    }
    // A visit shows the print alone.
    #[cfg(not(small))]
    if !(table.city_period.is_empty() && table.reference_period.is_empty()) {
        let [own, reference] = [&*table.city_period, &table.reference_period]
            .map(|period| if period.is_empty() { lang.text(Key::PeriodUnknown) } else { period });
        return Cow::Owned(lang.fill(Key::FormulaDated, &[("period", own), ("reference", reference)]));
    }
    Cow::Borrowed(lang.text(Key::FormulaUnknown))
}

/// The band round 1, in words.
pub fn near_one(lang: Lang, lq: &LqData) -> String {
    let (from, to) = (short(NEAR_ONE.0), short(NEAR_ONE.1));
    lang.fill(Key::NearOne, &[("from", &from), ("to", &to), ("reference", reference(lang, lq))])
}

/// The area whose shares the quotients are divided by.
pub fn reference(lang: Lang, lq: &LqData) -> &str {
    if lq.reference_area.is_empty() { lang.text(Key::ReferenceUnknown) } else { &lq.reference_area }
}
