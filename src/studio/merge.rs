//! What a table says, put into the content's own files where they hold the same records. What it does not mention stays.

use super::content::{Content, Seen};
use crate::data::Dataset;
use crate::data::actuals::Actual;
use crate::data::kpi::Kpi;
use crate::data::library::Library;
use crate::data::lq::{LqData, LqTable};
use crate::data::splice::Splice;
use crate::data::splice::Step::{self, Field, Item};
use crate::locale::fixed;
use crate::takeaway::open_data;

/// The content with what `own` has read from a table; `None` where it speaks of what is not published here.
pub fn merged(now: &Library, own: &Dataset) -> Option<(Content, Seen)> {
    let origin = &own.origin;
    // A list of any plan: its indicators are numbered by themselves, and its years are readings of these.
    if origin.seen.kpi.is_some() {
        return None;
    }
    let (file, text, seen) = if origin.actuals.is_some() {
        let rows = own.actuals.len();
        let data = Dataset { actuals: readings(&now.dataset.actuals, &own.actuals), ..now.dataset.clone() };
        let text = if data.actuals == now.dataset.actuals { None } else { Some(open_data::actuals(&data)) };
        ("kpi_actuals.csv", text, Seen::Readings(rows))
    } else if origin.lq.is_some() {
        let (text, count) = changed(now, "lq.json", |splice| quotients(splice, &now.dataset.lq, &own.lq))?;
        ("lq.json", text, Seen::Quotients(count))
    } else if origin.kpi.is_some() {
        let (text, count) = changed(now, "kpi.json", |splice| kpis(splice, &now.dataset, own))?;
        ("kpi.json", text, Seen::Kpis(count))
    } else {
        let (text, count) = changed(now, "swot.json", |splice| matrix(splice, &now.dataset, own))?;
        ("swot.json", text, Seen::Matrix(count))
    };
    let mut content = now.files.clone();
    if let Some(text) = text {
        content.insert(file.to_owned(), text.into_bytes());
    }
    Some((content, seen))
}

/// A file changed in place, where anything is; how many records the table holds.
fn changed(
    now: &Library,
    file: &str,
    act: impl Fn(&mut Splice<'_>) -> Option<usize>,
) -> Option<(Option<String>, usize)> {
    let text = std::str::from_utf8(now.files.get(file)?).ok()?;
    let mut splice = Splice::of(text)?;
    let count = act(&mut splice)?;
    let new = splice.finish();
    Some(((new != text).then_some(new), count))
}

/// The readings there are, with these in their places or behind them. The line is that of a file, and no part of one.
fn readings(ours: &[Actual], own: &[Actual]) -> Vec<Actual> {
    let mut all = ours.to_vec();
    for reading in own {
        let same = all.iter_mut().find(|ours| ours.id == reading.id && ours.period == reading.period);
        match same {
            Some(ours) if says_less(reading, ours) => {}
            Some(ours) => *ours = Actual { line: ours.line, ..reading.clone() },
            None => all.push(reading.clone()),
        }
    }
    all
}

/// Whether a reading is one that there is, without its source and note: who says nothing of them says nothing against them.
fn says_less(reading: &Actual, ours: &Actual) -> bool {
    ours.value.total_cmp(&reading.value).is_eq() && reading.source.is_empty() && reading.note.is_empty()
}

fn quotients(splice: &mut Splice<'_>, ours: &LqData, own: &LqData) -> Option<usize> {
    let mut count = 0;
    for table in &own.tables {
        let (place, printed) = ours.tables.iter().enumerate().find(|(_, printed)| printed.base == table.base)?;
        // The reader leaves what it was not given: our own.
        if table == printed && own.cities == ours.cities {
            count += table.rows.iter().map(|row| row.values.len()).sum::<usize>();
            continue;
        }
        count += table_of(splice, (ours, own), place, (printed, table))?;
    }
    Some(count)
}

fn table_of(
    splice: &mut Splice<'_>,
    (ours, own): (&LqData, &LqData),
    place: usize,
    (printed, table): (&LqTable, &LqTable),
) -> Option<usize> {
    let mut count = 0;
    for row in &table.rows {
        let at = printed.rows.iter().position(|printed| printed.industry == row.industry)?;
        for (city, value) in own.cities.iter().zip(&row.values) {
            let column = ours.cities.iter().position(|ours| ours.name == city.name)?;
            let value = value.published().map_or_else(|| "null".to_owned(), |value| fixed(value, ours.decimals));
            let before = printed.rows.get(at)?.value(column);
            let before = before.map_or_else(|| "null".to_owned(), |value| fixed(value, ours.decimals));
            count += 1;
            if value != before {
                let path = [Field("tables"), Item(place), Field("rows"), Item(at), Field("values"), Item(column)];
                splice.write(&path, &value).then_some(())?;
            }
        }
    }
    Some(count)
}

fn kpis(splice: &mut Splice<'_>, ours: &Dataset, own: &Dataset) -> Option<usize> {
    for kpi in &own.kpi.kpis {
        let (place, printed) = ours.kpi.kpis.iter().enumerate().find(|(_, printed)| printed.id == kpi.id)?;
        if kpi.kind != printed.kind || kpi.home() != printed.home() {
            return None;
        }
        kpi_of(splice, place, printed, kpi)?;
    }
    Some(own.kpi.kpis.len())
}

fn kpi_of(splice: &mut Splice<'_>, place: usize, printed: &Kpi, kpi: &Kpi) -> Option<()> {
    let decimals = kpi.decimals.max(printed.decimals);
    let base = [Field("kpis"), Item(place)];
    let path = |rest: &[Step<'static>]| [&base[..], rest].concat();
    let texts = [("name", &kpi.name, &printed.name), ("unit", &kpi.unit, &printed.unit)];
    for (field, new, _) in texts.into_iter().filter(|(_, new, old)| new != old) {
        splice.say(&path(&[Field(field)]), new).then_some(())?;
    }
    let values =
        [("baseline", kpi.baseline.value, printed.baseline.value), ("target", kpi.target.value, printed.target.value)];
    for (field, new, old) in values {
        if fixed(new, decimals) != fixed(old, decimals) {
            splice.write(&path(&[Field(field), Field("value")]), &fixed(new, decimals)).then_some(())?;
        }
    }
    if decimals != printed.decimals {
        splice.write(&path(&[Field("decimals")]), &decimals.to_string()).then_some(())?;
    }
    if kpi.baseline.period != printed.baseline.period {
        splice.say(&path(&[Field("baseline"), Field("period")]), &kpi.baseline.period.to_string()).then_some(())?;
    }
    Some(())
}

fn matrix(splice: &mut Splice<'_>, ours: &Dataset, own: &Dataset) -> Option<usize> {
    let (ours, own) = (&ours.swot, &own.swot);
    for factor in &own.factors {
        let (place, printed) = ours.factors.iter().enumerate().find(|(_, printed)| printed.code == factor.code)?;
        let base = [Field("factors"), Item(place)];
        if factor.name != printed.name {
            splice.say(&[&base[..], &[Field("name")]].concat(), &factor.name).then_some(())?;
        }
    }
    for (place, quadrant) in ours.quadrants.iter().enumerate() {
        let own = own.quadrants.iter().find(|own| own.code == quadrant.code)?;
        for strategy in &own.strategies {
            let at = quadrant.strategies.iter().position(|printed| printed.code == strategy.code)?;
            if quadrant.strategies.get(at)?.text != strategy.text {
                let path = [Field("quadrants"), Item(place), Field("strategies"), Item(at), Field("text")];
                splice.say(&path, &strategy.text).then_some(())?;
            }
        }
    }
    let strategies: usize = own.quadrants.iter().map(|quadrant| quadrant.strategies.len()).sum();
    Some(own.factors.len() + strategies + own.issues.len())
}
