//! Location quotients as cells: a base's table as sorted, both axes of the quadrants, or one industry on all bases.

use std::io;

use super::{Pictured, Table, Takeaway, source};
use crate::data::Dataset;
use crate::data::lq::{Labels, LqRow, LqTable};
use crate::figure::lq_quadrant::Standing;
use crate::id::Base;
use crate::locale::compared::{self, Cities};
use crate::locale::names::base_name;
use crate::locale::partial::sector_name;
use crate::locale::sentence;
use crate::locale::{Key, Lang, finding, fixed, own, printed, unpublished};
use crate::model::comparison::{pairs as compared_pairs, tally};
use crate::model::{crosswalk, pairs};
use crate::picture::quadrant_words::{lead, list, name, notes, title};
use crate::picture::{self, Look};
use crate::widget::lq::{Headings, State, View};
use crate::widget::lq_many::Selection;

impl Takeaway for State {
    fn cells(&self, data: &Dataset, lang: Lang) -> Table {
        table(data, lang, self)
    }

    fn svg(&self, data: &Dataset, look: &Look) -> io::Result<String> {
        let table = data.lq.table(self.base).ok_or(io::ErrorKind::NotFound)?;
        match self.view() {
            View::Table => picture::published_heat(look, data, table, self),
            View::Dots => picture::published_dots(look, data, table, self),
            View::Pairs => picture::published_pairs(look, data, self),
            // Where nothing may be compared, both cities stand among all.
            View::Compare => picture::published_compare(look, data, table, self)
                .unwrap_or_else(|| picture::published_dots(look, data, table, self)),
            View::Quadrant => picture::published_quadrant(look, data, self),
        }
    }
}

impl Pictured for State {
    fn says(&self, data: &Dataset, lang: Lang) -> String {
        let is_reread = self.headings == Headings::Reread;
        let table = data.lq.table(self.base_shown());
        table.map(|table| sentence::lq(lang, data, table, &self.city, is_reread)).unwrap_or_default()
    }
}

/// The quotients of very many cities, and which of them.
#[derive(Clone, Copy, Debug)]
pub struct Many<'a> {
    /// The widget's state.
    pub state: &'a State,
    /// The cities looked at.
    pub selection: &'a Selection,
}

impl Takeaway for Many<'_> {
    fn cells(&self, data: &Dataset, lang: Lang) -> Table {
        many(data, lang, self.state, self.selection)
    }

    /// A picture holds no thousand columns: there the cities are dots.
    fn svg(&self, data: &Dataset, look: &Look) -> io::Result<String> {
        let state = self.state;
        if state.view() == View::Quadrant {
            return picture::published_quadrant(look, data, state);
        }
        picture::published_dots(look, data, data.lq.table(state.base).ok_or(io::ErrorKind::NotFound)?, state)
    }
}

/// The view's cells with what they rest on.
fn table(data: &Dataset, lang: Lang, state: &State) -> Table {
    let Some(chosen) = data.lq.table(state.base_shown()) else { return Table::default() };
    // As in the widget: an industry of another table has no detail here.
    let open = state.industry.as_ref().and_then(|own| chosen.rows.iter().find(|row| row.industry == *own));
    match open {
        Some(row) => detail(data, lang, (chosen, state), row),
        None if state.view() == View::Quadrant => quadrant(data, lang, state),
        None if state.view() == View::Pairs => paired(data, lang, state),
        None if state.view() == View::Compare => {
            comparison(data, lang, chosen, state).unwrap_or_else(|| heat(data, lang, chosen, state))
        }
        None => heat(data, lang, chosen, state),
    }
}

/// The cities as found, a row each, where no view of its own is asked for.
fn many(data: &Dataset, lang: Lang, state: &State, selection: &Selection) -> Table {
    let Some(chosen) = data.lq.table(state.base) else { return Table::default() };
    if state.industry.is_some() || !matches!(state.view(), View::Table | View::Dots) {
        return table(data, lang, state);
    }
    let columns = state.row_order(&data.lq, chosen).into_iter().filter_map(|row| chosen.rows.get(row));
    let columns: Vec<_> = columns.collect();
    let names = columns.iter().map(|row| lang.name(state.heading(row).as_str()));
    let mut table = Table::new([lang.text(Key::City), lang.text(Key::ManyPrefecture)].into_iter().chain(names));
    for (index, city) in selection
        .rows(&data.lq, chosen, state.ranking.as_ref())
        .into_iter()
        .filter_map(|row| data.lq.cities.get(row).map(|city| (row, city)))
    {
        let values = columns.iter().map(|row| printed(row.value(index), data.lq.decimals));
        table.row([city.name.clone(), city.prefecture.clone().unwrap_or_default()].into_iter().chain(values));
    }
    table.note(lang.text(Key::SheetTitle), &own::title(lang, data, chosen));
    note_unpublished(&mut table, data, lang, chosen.unpublished());
    rests_on(&mut table, data, lang, chosen);
    table
}

fn heat(data: &Dataset, lang: Lang, chosen: &LqTable, state: &State) -> Table {
    let cities = data.lq.cities.iter().map(|city| city.name.as_str());
    let is_grouped = !state.groups(&data.lq, chosen).is_empty();
    let sector = is_grouped.then_some(lang.text(Key::Sector));
    let mut table = Table::new(sector.into_iter().chain([lang.text(Key::Industry)]).chain(cities));
    for row in state.row_order(&data.lq, chosen).into_iter().filter_map(|row| chosen.rows.get(row)) {
        let sector = is_grouped.then(|| sector_name(lang, state.sector(&data.lq, chosen, row)).to_owned());
        let values = row.values.iter().map(|value| printed(value.published(), data.lq.decimals));
        let name = lang.name(state.heading(row).as_str()).to_owned();
        table.row(sector.into_iter().chain([name]).chain(values));
    }
    table.note(lang.text(Key::SheetTitle), &own::title(lang, data, chosen));
    table.note(lang.text(Key::SheetSays), &state.says(data, lang));
    table.note(lang.text(Key::SheetNote), if is_grouped { &data.lq.sector_note } else { "" });
    note_unpublished(&mut table, data, lang, chosen.unpublished());
    rests_on(&mut table, data, lang, chosen);
    table
}

/// Two cities side by side; `None` where nothing may be compared.
fn comparison(data: &Dataset, lang: Lang, chosen: &LqTable, state: &State) -> Option<Table> {
    let (lq, is_reread) = (&data.lq, state.headings == Headings::Reread);
    let cities = Cities::find(lq, &state.city, state.other(lq)?)?;
    let values = [("city", cities.own.1), ("other", cities.other.1), ("base", base_name(lang, data, chosen.base))];
    let ratio = lang.fill(Key::CompareRatio, &values);
    let mut table = Table::new([lang.text(Key::Industry), cities.own.1, cities.other.1, &ratio]);
    let pairs = compared_pairs(chosen, cities.own.0, cities.other.0, is_reread)?;
    for pair in &pairs {
        let shown = [pair.own, pair.other].map(|value| printed(value.published(), lq.decimals));
        let name = lang.name(pair.industry.as_str()).to_owned();
        table.row([name].into_iter().chain(shown).chain([printed(pair.ratio(), lq.decimals)]));
    }
    table.note(lang.text(Key::SheetTitle), &lang.fill(Key::CompareTitle, &values));
    table.note(lang.text(Key::SheetSays), &compared::sentence(lang, data, chosen, cities, is_reread));
    table.note(lang.text(Key::SheetNote), lang.text(Key::CompareNote));
    note_unpublished(&mut table, data, lang, tally(&pairs).unpublished);
    rests_on(&mut table, data, lang, chosen);
    Some(table)
}

/// What the sign for what is not published means, where it stands.
fn note_unpublished(table: &mut Table, data: &Dataset, lang: Lang, count: usize) {
    table.note(lang.text(Key::SheetNote), unpublished::note(lang, data, count).unwrap_or_default());
}

/// Formula, warning, note and source of a printed table.
fn rests_on(table: &mut Table, data: &Dataset, lang: Lang, chosen: &LqTable) {
    table.note(lang.text(Key::SheetFormula), &own::formula(lang, data, chosen));
    table.note(lang.text(Key::DataNote), chosen.warning.as_deref().unwrap_or_default());
    table.note(lang.text(Key::SheetNote), chosen.note.as_deref().unwrap_or_default());
    let file = data.origin.lq.as_deref();
    table.note(lang.text(Key::Source), &source(data, lang, &chosen.source.section, file));
}

fn city_name<'a>(data: &'a Dataset, state: &State) -> (usize, &'a str) {
    let column = data.lq.column(&state.city).unwrap_or_default();
    (column, data.lq.cities.get(column).map_or("", |city| city.name.as_str()))
}

fn quadrant(data: &Dataset, lang: Lang, state: &State) -> Table {
    let (column, city) = city_name(data, state);
    let quotient = |base| lang.fill(Key::SheetQuotient, &[("base", base_name(lang, data, base))]);
    let mut table = Table::new([
        lang.text(Key::Industry).to_owned(),
        quotient(Base::Output),
        lang.text(Key::SheetCounterpart).to_owned(),
        quotient(Base::Employees),
        lang.text(Key::SheetQuadrant).to_owned(),
        lang.text(Key::SheetPairing).to_owned(),
    ]);
    let pairs = crosswalk::pairs(&data.lq, &data.links, column);
    for pair in &pairs {
        let shown = |value: f64| fixed(value, data.lq.decimals);
        table.row([
            lang.name(pair.output.0.as_str()),
            &shown(pair.output.1),
            lang.name(pair.employees.0.as_str()),
            &shown(pair.employees.1),
            name(lang, Standing::of(pair.output.1, pair.employees.1)),
            lang.text(if pair.is_exact { Key::PairingExact } else { Key::PairingPartly }),
        ]);
    }
    table.note(lang.text(Key::SheetTitle), &title(lang, city));
    table.note(lang.text(Key::SheetSays), &lead(lang, &pairs, city));
    rests_on_both(&mut table, data, lang, column);
    table
}

/// Each industry by employees and by output, in the order of the view.
fn paired(data: &Dataset, lang: Lang, state: &State) -> Table {
    let (column, city) = city_name(data, state);
    let [output, employees] = [Base::Output, Base::Employees]
        .map(|base| lang.fill(Key::SheetQuotient, &[("base", base_name(lang, data, base))]));
    let (industry, counterpart) = (lang.text(Key::Industry), lang.text(Key::SheetCounterpart));
    let mut table = Table::new([industry, &output, counterpart, &employees, lang.text(Key::SheetPairing)]);
    let found = pairs::of(data, &state.city);
    for pair in found.iter().flat_map(|found| &found.rows) {
        table.row([
            lang.name(pair.output.0.as_str()),
            &fixed(pair.output.1, data.lq.decimals),
            lang.name(pair.employees.0.as_str()),
            &fixed(pair.employees.1, data.lq.decimals),
            lang.text(if pair.is_exact { Key::PairingExact } else { Key::PairingPartly }),
        ]);
    }
    let told = finding::pairs(lang, data, city, found.as_ref());
    table.note(lang.text(Key::SheetTitle), &told.title);
    table.note(lang.text(Key::SheetSays), &told.sub);
    rests_on_both(&mut table, data, lang, column);
    table
}

/// What two tables side by side rest on: the pairing, what is left out, where they stand.
fn rests_on_both(table: &mut Table, data: &Dataset, lang: Lang, column: usize) {
    let mut notes = notes(&Look::published(lang), data);
    // The source comes last, with its own name before it.
    notes.pop();
    for note in notes {
        table.note(lang.text(Key::SheetNote), &note);
    }
    let left_out = crosswalk::unpublished(&data.lq, &data.links, column);
    table.note(
        lang.text(Key::SheetNote),
        &list(lang, unpublished::key(data, Key::QuadrantUnpublished), &left_out).unwrap_or_default(),
    );
    for chosen in [Base::Output, Base::Employees].into_iter().filter_map(|base| data.lq.table(base)) {
        let place = source(data, lang, &chosen.source.section, data.origin.lq.as_deref());
        table.note(lang.text(Key::Source), &place);
    }
}

/// One industry in every city on every base where it has one counterpart. Nothing is set beside doubtful headings.
fn detail(data: &Dataset, lang: Lang, (chosen, state): (&LqTable, &State), own: &LqRow) -> Table {
    let heading = state.heading(own);
    let is_doubtful = chosen.labels == Labels::Doubtful && state.headings == Headings::Printed;
    let found = data.lq.tables.iter().filter_map(|table| {
        if table.base == chosen.base {
            return Some((table, own));
        }
        let name = crosswalk::counterpart(&data.links, chosen.base, heading, table.base).filter(|_| !is_doubtful)?;
        Some((table, table.rows.iter().find(|row| row.industry == *name)?))
    });
    let found: Vec<_> = found.collect();
    let head = found.iter().map(|(table, row)| {
        let base = lang.fill(Key::SheetQuotient, &[("base", base_name(lang, data, table.base))]);
        let name = if table.base == chosen.base { heading } else { &row.industry };
        base + &lang.fill(Key::Bracketed, &[("text", lang.name(name.as_str()))])
    });
    let mut table = Table::new(std::iter::once(lang.text(Key::City).to_owned()).chain(head));
    for (column, city) in data.lq.cities.iter().enumerate() {
        let values = found.iter().map(|(_, row)| printed(row.value(column), data.lq.decimals));
        table.row(std::iter::once(city.name.clone()).chain(values));
    }
    table.note(lang.text(Key::SheetTitle), &[lang.text(Key::LqTitle), "　", lang.name(heading.as_str())].concat());
    note_unpublished(&mut table, data, lang, found.iter().map(|(_, row)| row.unpublished()).sum());
    if found.len() > 1 {
        table.note(lang.text(Key::SheetNote), lang.text(Key::Crosswalk));
    }
    for (chosen, _) in &found {
        rests_on(&mut table, data, lang, chosen);
    }
    table
}
