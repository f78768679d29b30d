//! The KPIs shown as cells: level, target, pace of the year and how they stand.

use std::io;

use super::{Pictured, Table, Takeaway, source};
use crate::data::Dataset;
use crate::data::kpi::{Kpi, KpiKind, Period};
use crate::locale::{self, Key, Lang, decimals_of, fixed, listed, own, period, sentence};
use crate::model::groups::groups;
use crate::model::insight;
use crate::model::pace::{Reading, has_pace, reading as reading_of};
use crate::model::report::years as years_of;
use crate::picture::{self, Look};
use crate::widget::kpi::{State, View, span};

impl Takeaway for State {
    fn cells(&self, data: &Dataset, lang: Lang) -> Table {
        let shown: Vec<&Kpi> = data.kpi.kpis.iter().filter(|kpi| self.shows(kpi)).collect();
        let mut table = if self.view() == View::Report { report(data, lang, self) } else { table(data, lang, self) };
        notes(&mut table, (data, lang), self, &shown);
        table
    }

    fn svg(&self, data: &Dataset, look: &Look) -> io::Result<String> {
        match self.view() {
            View::Gauge => picture::kpi_gauges(look, data, self),
            View::Bullet => picture::kpi_bullets(look, data, self),
            View::Report => picture::kpi_report(look, data, self),
            View::Trajectory => picture::kpi_trajectories(look, data, self),
        }
    }
}

impl Pictured for State {
    fn says(&self, data: &Dataset, lang: Lang) -> String {
        let readings = self.readings(data);
        let shown = data.kpi.kpis.iter().zip(&readings).filter(|(kpi, _)| self.shows(kpi));
        sentence::goals(lang, data, insight::kpi(shown.map(|(_, reading)| reading)), self.year)
    }
}

/// The view's cells with what they rest on.
fn table(data: &Dataset, lang: Lang, state: &State) -> Table {
    let year = state.year.to_string();
    let is_listed = own::is_listed(data);
    let has_sections = is_listed && !data.outline.pillars.is_empty();
    let places = match (is_listed, has_sections) {
        (false, _) => vec![lang.text(Key::Pillar), lang.text(Key::SheetMeasure)],
        (true, true) => vec![own::pillar_word(lang, data)],
        (true, false) => Vec::new(),
    };
    let due = is_listed.then(|| lang.text(Key::SheetTargetPeriod));
    let pace = lang.fill(Key::PaceLabel, &[("year", &year)]);
    let numbers = [
        lang.text(Key::SheetKpi),
        lang.text(Key::SheetUnit),
        lang.text(Key::Baseline),
        lang.text(Key::SheetBaselinePeriod),
        lang.text(Key::Target),
    ];
    let standing = [
        &*pace,
        lang.text(Key::SheetActual),
        lang.text(Key::SheetActualPeriod),
        lang.text(Key::SheetActualSource),
        lang.text(Key::SheetStatus),
    ];
    let mut table = Table::new(places.into_iter().chain(numbers).chain(due).chain(standing));
    let readings = state.readings(data);
    let shown: Vec<(&Kpi, &Reading)> =
        data.kpi.kpis.iter().zip(&readings).filter(|(kpi, _)| state.shows(kpi)).collect();
    for (kpi, reading) in &shown {
        table.row(row(data, lang, (kpi, reading), state));
    }
    for kpi in listed::worded(data).unwrap_or_default() {
        let section = has_sections.then(|| kpi.section.clone().unwrap_or_default());
        let cells = [&kpi.name, &kpi.unit, &kpi.baseline, "", &kpi.target].map(str::to_owned);
        table.row(section.into_iter().chain(cells));
    }
    table
}

/// The report card: a row for each KPI in the order of its groups, a column for each year, empty where nothing is published.
fn report(data: &Dataset, lang: Lang, state: &State) -> Table {
    let span = span(data);
    let head =
        [Key::SheetKpi, Key::SheetUnit, Key::Baseline, Key::SheetBaselinePeriod].map(|key| lang.text(key).to_owned());
    let years = (span.first..=span.last).map(|year| lang.fill(Key::YearPlain, &[("year", &year.to_string())]));
    let mut table = Table::new(head.into_iter().chain(years).chain([lang.text(Key::Target).to_owned()]));
    let groups = groups(&data.kpi.kpis, &data.outline, state.group);
    for kpi in groups.iter().flat_map(|group| &group.kpis).filter(|kpi| state.shows(kpi)) {
        let number = |value: f64| fixed(value, decimals_of(value, kpi.decimals));
        let (baseline, target) = (number(kpi.baseline.value), number(kpi.target.value));
        let head = [kpi.name.clone(), kpi.unit.trim().to_owned(), baseline, stated(lang, &kpi.baseline.period)];
        let told = years_of(kpi, &data.actuals, span).into_iter();
        let years = told.map(|year| year.told.map(|(actual, _)| number(actual.value)).unwrap_or_default());
        table.row(head.into_iter().chain(years).chain([target]));
    }
    for kpi in listed::worded(data).unwrap_or_default() {
        let cells = [&kpi.name, &kpi.unit, &kpi.baseline, ""].map(str::to_owned);
        let years = span.years().map(|_| String::new());
        table.row(cells.into_iter().chain(years).chain([kpi.target.clone()]));
    }
    table
}

/// What belongs to all rows.
fn notes(table: &mut Table, (data, lang): (&Dataset, Lang), state: &State, shown: &[&Kpi]) {
    table.note(lang.text(Key::SheetTitle), lang.text(Key::KpiTitle));
    table.note(lang.text(Key::SheetSays), &state.says(data, lang));
    table.note(lang.text(Key::SheetNote), &sentence::pace_note(lang, data));
    for kpi in shown {
        for note in &kpi.notes {
            table.note(&[lang.text(Key::SheetNote), "　", &kpi.name].concat(), note);
        }
    }
    let place = source(data, lang, &data.kpi.source.section, data.origin.kpi.as_deref());
    table.note(lang.text(Key::Source), &place);
    if let Some(file) = &data.origin.actuals {
        table.note(lang.text(Key::SheetActualSource), file);
    }
}

fn row(data: &Dataset, lang: Lang, (kpi, reading): (&Kpi, &Reading), state: &State) -> Vec<String> {
    let measure = kpi.home().and_then(|id| data.outline.measure(id));
    let within = measure.map(|one| lang.fill(Key::MeasurePlace, &[("id", one.id.as_str()), ("name", &one.name)]));
    let pillar = kpi.home().map(|home| home.pillar().to_string()).unwrap_or_default();
    let number = |value: f64| fixed(value, decimals_of(value, kpi.decimals));
    let actual = reading_of(kpi, &data.actuals, span(data), state.year);
    let pace = match kpi.kind {
        KpiKind::Maintain => number(kpi.target.value),
        _ if has_pace(kpi) => number(reading.pace),
        _ => String::new(),
    };
    let places = match own::is_listed(data) {
        false => vec![pillar, within.unwrap_or_default()],
        true if data.outline.pillars.is_empty() => Vec::new(),
        true => {
            let section = data.outline.pillars.iter().find(|own| own.id.to_string() == pillar);
            vec![section.map(|own| own.name.clone()).unwrap_or_default()]
        }
    };
    let due = own::is_listed(data).then(|| kpi.due.stated.as_ref().map(|due| period(lang, due)).unwrap_or_default());
    let numbers = [
        kpi.name.clone(),
        kpi.unit.trim().to_owned(),
        number(kpi.baseline.value),
        stated(lang, &kpi.baseline.period),
        number(kpi.target.value),
    ];
    let standing = [
        pace,
        actual.map(|actual| number(actual.value)).unwrap_or_default(),
        actual.map(|actual| period(lang, &actual.period)).unwrap_or_default(),
        actual.map(|actual| actual.source.clone()).unwrap_or_default(),
        locale::standing(lang, kpi, reading),
    ];
    places.into_iter().chain(numbers).chain(due).chain(standing).collect()
}

/// A period; an empty cell where none is stated.
fn stated(lang: Lang, of: &Period) -> String {
    if of.is_stated() { period(lang, of) } else { String::new() }
}
