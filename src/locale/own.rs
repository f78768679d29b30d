//! What a table says of itself. A reader's own often tells no title, formula or reference area: then that is said.

use std::borrow::Cow;

use super::names::base_name;
use super::{Key, Lang, short};
use crate::data::Dataset;
use crate::data::lq::LqTable;
use crate::model::location_quotient::NEAR_ONE;

/// A table's heading; where it has none, what its values are and whose.
pub fn title(lang: Lang, data: &Dataset, table: &LqTable) -> String {
    if !table.title.is_empty() {
        return table.title.clone();
    }
    let file = data.origin.lq.as_deref().map(|file| lang.fill(Key::Bracketed, &[("text", file)])).unwrap_or_default();
    lang.fill(Key::SheetQuotient, &[("base", base_name(lang, data, table.base))]) + &file
}

/// How its quotients are reckoned, or that this is not known; then of when they are, where that is.
pub fn formula<'a>(lang: Lang, data: &'a Dataset, table: &'a LqTable) -> Cow<'a, str> {
    if !table.formula.is_empty() {
        return Cow::Borrowed(&table.formula);
    }
    let _ = data;
    #[cfg(not(small))]
    if let Some(counts) = data.origin.seen.counts() {
        return Cow::Owned(super::recognised::formula(lang, data, table, counts, reference(lang, data)));
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
pub fn near_one(lang: Lang, data: &Dataset) -> String {
    let (from, to) = (short(NEAR_ONE.0), short(NEAR_ONE.1));
    lang.fill(Key::NearOne, &[("from", &from), ("to", &to), ("reference", reference(lang, data))])
}

/// The area whose shares the quotients are divided by.
pub fn reference(lang: Lang, data: &Dataset) -> &str {
    let area = &data.lq.reference_area;
    #[cfg(not(small))]
    if area.is_empty() && data.origin.seen.counts().is_some() {
        return lang.text(Key::ReferenceSum);
    }
    if area.is_empty() { lang.text(Key::ReferenceUnknown) } else { area }
}

/// What was recognised in a reader's own list of KPIs.
pub fn recognised_kpis(lang: Lang, data: &Dataset) -> String {
    #[cfg(not(small))]
    return super::listed::indicators(lang, data);
    #[cfg(small)]
    {
        let _ = (lang, data);
        String::new()
    }
}

/// What a pillar is called, or a section of a reader's own list.
pub fn pillar_word(lang: Lang, data: &Dataset) -> &str {
    #[cfg(not(small))]
    if let Some(word) = super::listed::section_word(lang, data) {
        return word;
    }
    let _ = data;
    lang.text(Key::Pillar)
}

/// Whether sections have no numbers, because they are those of a reader's own list.
pub fn is_listed(data: &Dataset) -> bool {
    #[cfg(not(small))]
    return data.origin.seen.kpi.is_some();
    #[cfg(small)]
    {
        let _ = data;
        false
    }
}

/// What was recognised in a reader's own quotients or counts.
pub fn recognised(lang: Lang, data: &Dataset) -> String {
    #[cfg(not(small))]
    return super::recognised::quotients(lang, data);
    #[cfg(small)]
    {
        let _ = (lang, data);
        String::new()
    }
}
