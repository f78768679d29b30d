//! What was recognised in a reader's own file, and how its quotients were reckoned.

use super::names::base_name;
use super::partial::few;
use super::{Key, Lang};
use crate::data::Dataset;
use crate::data::lq::LqTable;
use crate::data::seen::{Counts, Industries, Layout};

/// How quotients of a table were reckoned from counts; `reference` is what the area compared with is called.
pub fn formula(lang: Lang, data: &Dataset, table: &LqTable, counts: &Counts, reference: &str) -> String {
    let period = data.origin.seen.lq.as_ref().and_then(|seen| seen.period.as_deref());
    let values = [
        ("base", base_name(lang, data, table.base)),
        ("reference", reference),
        ("whole", lang.text(if counts.has_totals { Key::WholeGiven } else { Key::WholeSummed })),
        ("period", period.unwrap_or_else(|| lang.text(Key::CountsUndated))),
    ];
    lang.fill(Key::FormulaCounts, &values)
}

/// What was recognised in a file of quotients or counts; nothing of one in our own form.
pub fn quotients(lang: Lang, data: &Dataset) -> String {
    let Some(seen) = &data.origin.seen.lq else { return String::new() };
    let layout = lang.text(match seen.layout {
        Layout::Long => Key::LayoutLong,
        Layout::PlacesInRows => Key::LayoutPlaces,
        Layout::IndustriesInRows => Key::LayoutIndustries,
    });
    let is_reckoned = seen.counts.is_some();
    let kind = if is_reckoned { Key::SeenCounts } else { Key::SeenQuotients };
    let told = [
        vec![lang.fill(kind, &[("layout", layout)])],
        counted(lang, seen),
        period(lang, seen),
        seen.counts.iter().flat_map(|counts| reckoned(lang, data, counts)).collect(),
        left_out(lang, seen).into_iter().collect(),
    ];
    let told: Vec<String> = told.into_iter().flatten().collect();
    told.join(if lang.is_japanese() { "" } else { " " })
}

/// What is counted, in the file's own words.
fn counted(lang: Lang, seen: &Industries) -> Vec<String> {
    let names: Vec<&str> = seen.bases.iter().filter_map(|(_, label)| label.as_deref()).collect();
    if seen.bases.is_empty() {
        return Vec::new();
    }
    if names.is_empty() {
        return vec![lang.text(Key::SeenBaseUnknown).to_owned()];
    }
    vec![lang.fill(Key::SeenBases, &[("names", &few(lang, &names))])]
}

fn period(lang: Lang, seen: &Industries) -> Vec<String> {
    let count = seen.periods.to_string();
    vec![match &seen.period {
        None => lang.text(Key::SeenNoPeriod).to_owned(),
        Some(period) => {
            let key = if seen.periods > 1 { Key::SeenNewest } else { Key::SeenPeriod };
            lang.fill(key, &[("period", period), ("count", &count)])
        }
    }]
}

/// What was divided by what.
fn reckoned(lang: Lang, data: &Dataset, counts: &Counts) -> Vec<String> {
    let places = data.lq.cities.len().to_string();
    let reference = match &counts.reference {
        Some(reference) => lang.fill(Key::SeenReference, &[("reference", reference)]),
        None => lang.fill(Key::SeenReferenceSum, &[("count", &places)]),
    };
    let total = lang.text(if counts.has_totals { Key::SeenTotals } else { Key::SeenNoTotals }).to_owned();
    let below =
        (counts.below_zero > 0).then(|| lang.fill(Key::SeenBelowZero, &[("count", &counts.below_zero.to_string())]));
    [reference, total].into_iter().chain(below).collect()
}

fn left_out(lang: Lang, seen: &Industries) -> Option<String> {
    (!seen.left_out.is_empty()).then(|| lang.fill(Key::SeenLeftOut, &[("names", &few(lang, &seen.left_out))]))
}
