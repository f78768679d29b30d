//! What is said of a reader's own list of KPIs: what was recognised in it, its sections, its times, what is not in numbers.

use super::partial::few;
use super::{Key, Lang, period};
use crate::data::Dataset;
use crate::data::kpi::Kpi;
use crate::data::seen::{Indicators, Worded};

/// What was recognised in a list of KPIs; nothing of one in our own form.
pub fn indicators(lang: Lang, data: &Dataset) -> String {
    let Some(seen) = &data.origin.seen.kpi else { return String::new() };
    let count = (data.kpi.kpis.len() + seen.worded.len()).to_string();
    let sections = data.outline.pillars.len().to_string();
    let baseline = match &seen.baseline {
        Some(column) => lang.fill(Key::SeenBaseline, &[("column", column)]),
        None => lang.text(Key::SeenBaselineFirst).to_owned(),
    };
    let section = seen.sections.as_ref().map(|name| {
        let key = if name.is_empty() { Key::SeenSectionRows } else { Key::SeenSections };
        lang.fill(key, &[("name", name), ("count", &sections)])
    });
    let undated = seen.has_undated.then(|| lang.text(Key::SeenUndated).to_owned());
    let left_out = Some(&seen.left_out).filter(|names| !names.is_empty());
    let left_out = left_out.map(|names| lang.fill(Key::SeenLeftOut, &[("names", &few(lang, names))]));
    let told = [
        lang.fill(Key::SeenKpis, &[("count", &count)]),
        lang.fill(Key::SeenTarget, &[("column", &seen.target)]),
        baseline,
    ];
    let told: Vec<String> = told.into_iter().chain(section).chain(undated).chain(left_out).collect();
    told.join(if lang.is_japanese() { "" } else { " " })
}

/// The KPIs of a list that are not in numbers; `None` where there are none.
pub fn worded(data: &Dataset) -> Option<&[Worded]> {
    let worded = &data.origin.seen.kpi.as_ref()?.worded;
    (!worded.is_empty()).then_some(worded)
}

/// How many there are of them: besides `of` in numbers, or alone.
pub fn besides(lang: Lang, of: usize, worded: &[Worded]) -> String {
    let key = if of == 0 { Key::KpiWordedOnly } else { Key::KpiWorded };
    lang.fill(key, &[("count", &worded.len().to_string())])
}

/// What pace means for the targets of a list.
pub fn pace_note(lang: Lang, data: &Dataset, seen: &Indicators) -> String {
    let (stated, assumed) = seen.dues;
    let (count, last) = (assumed.to_string(), data.outline.last_fiscal_year.to_string());
    let values = [("count", &*count), ("last", &last), ("title", &data.outline.title)];
    let some = (stated > 0 && assumed > 0).then(|| lang.fill(Key::PaceListedSome, &values));
    let undated = seen.has_undated.then(|| lang.text(Key::PaceUndated).to_owned());
    let told = match (stated, assumed) {
        (0, 0) => return String::new(),
        (0, _) => lang.fill(Key::PaceListedNone, &values),
        _ => lang.text(Key::PaceListed).to_owned(),
    };
    let calendar =
        data.kpi.kpis.iter().map(|kpi| &kpi.baseline.period).any(|period| period.is_stated() && !period.is_fiscal);
    let calendar = calendar.then(|| lang.text(Key::PaceCalendar).to_owned());
    let told = [told].into_iter().chain(some).chain(undated).chain(calendar).collect::<String>();
    told.trim_end().to_owned()
}

/// What the sections of a list are called; `None` of what is in our own form.
pub fn section_word(lang: Lang, data: &Dataset) -> Option<&str> {
    let seen = data.origin.seen.kpi.as_ref()?;
    Some(match seen.sections.as_deref().unwrap_or_default() {
        "" => lang.text(Key::Sections),
        // Headings of our own form.
        "pillar" => lang.text(Key::Pillar),
        "measure" => lang.text(Key::SheetMeasure),
        own => own,
    })
}

/// The KPIs that are not in numbers, in a line.
pub fn in_words(lang: Lang, data: &Dataset) -> String {
    let Some(worded) = worded(data) else { return String::new() };
    let one = |kpi: &Worded| {
        let [from, to] = [&kpi.baseline, &kpi.target];
        let way: Vec<&str> = [from, to].into_iter().filter(|text| !text.is_empty()).map(String::as_str).collect();
        kpi.name.clone() + &lang.fill(Key::Bracketed, &[("text", &way.join(" → "))])
    };
    let names: Vec<String> = worded.iter().map(one).collect();
    let stop = if lang.is_japanese() { "：" } else { ": " };
    [lang.text(Key::WordedTitle), stop, &few(lang, &names)].concat()
}

/// When a target of a list is due, in brackets; nothing where the list does not state it.
pub fn due(lang: Lang, kpi: &Kpi) -> String {
    let stated = kpi.due.stated.as_ref();
    stated.map(|stated| lang.fill(Key::BaselinePeriod, &[("period", &period(lang, stated))])).unwrap_or_default()
}
