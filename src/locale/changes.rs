//! Changes of a place's content in words: one sentence a change, and how many there are.

use super::names::our_base;
use super::{Key, Lang, decimals_of, facts, filled, grouped, period};
use crate::data::about::Date;
use crate::data::change::{Change, ChangeKind, EditionDate, ORDER, Part, last};
use crate::data::facts::Unit;
use crate::data::kpi::Period;
use crate::id::{Base, digits};
use crate::model::changes::{RecordChange, Sum, by_record, sums};

/// Most letters of a text in a sentence; the rest is left out with an ellipsis.
const MOST_LETTERS: usize = 60;

/// What a new or lost record is told by, the first that it has.
const TELLING: [&str; 13] = [
    "value",
    "lq",
    "target.value",
    "market_size",
    "distribution",
    "text",
    "quote",
    "detail",
    "affiliation",
    "date",
    "data",
    "pages",
    "name",
];

/// A sentence for each change; a record that is new or gone has one.
pub fn sentences(lang: Lang, changes: &[Change]) -> Vec<String> {
    by_record(changes).iter().flat_map(|record| of_record(lang, record)).collect()
}

/// The sentences of one record.
pub fn of_record(lang: Lang, record: &RecordChange<'_>) -> Vec<String> {
    let is_telling = |name: &str| record.changes.iter().copied().find(|change| change.field == name);
    if record.kind == ChangeKind::Corrected {
        return record.changes.iter().map(|change| sentence(lang, change)).collect();
    }
    let telling = TELLING.into_iter().find_map(is_telling).or_else(|| record.changes.first().copied());
    telling.map(|change| sentence(lang, change)).into_iter().collect()
}

/// One change in a sentence.
pub fn sentence(lang: Lang, change: &Change) -> String {
    let what = what(lang, change);
    let value = |value: &Option<String>| value.as_ref().map(|value| shortened(lang, change, value)).unwrap_or_default();
    let key = match change.kind() {
        _ if change.field == ORDER => Key::ChangeOrder,
        ChangeKind::Added => Key::ChangeAdded,
        ChangeKind::Corrected => Key::ChangeCorrected,
        ChangeKind::Removed => Key::ChangeRemoved,
    };
    lang.fill(key, &[("what", &what), ("old", &value(&change.old)), ("new", &value(&change.new))])
}

/// What is changed: which field of which record.
pub fn what(lang: Lang, change: &Change) -> String {
    let place = place(lang, change);
    match field(lang, change) {
        Some(field) => lang.fill(Key::ChangeField, &[("place", &place), ("field", &field)]),
        None => place,
    }
}

/// Which record is changed, as readers know it.
pub fn place(lang: Lang, change: &Change) -> String {
    let names: Vec<&str> = change.names.iter().map(|name| lang.name(name)).collect();
    let name = names.join(if lang.is_japanese() { "・" } else { ", " });
    let part = if change.part == Part::Reading { Part::Kpi } else { change.part };
    let bracketed = |text: &str| lang.fill(Key::Bracketed, &[("text", text)]);
    let part = lang.text(part_key(part)).to_owned();
    // A base or a language stands behind what it is a part of; codes that readers know stand before the name.
    let part = match change.part {
        Part::Quotient => match change.id.split('/').next().and_then(|base| base.parse::<Base>().ok()) {
            Some(base) => part + &bracketed(our_base(lang, base)),
            None => part,
        },
        Part::Translation => part + &bracketed(change.id.split('/').next().unwrap_or_default()),
        Part::Swot | Part::Strategy if !change.id.is_empty() => [&part, " ", &change.id].concat(),
        _ if name.is_empty() && !change.id.is_empty() => [&part, " ", &change.id].concat(),
        _ => part,
    };
    let told =
        if name.is_empty() { part } else { lang.fill(Key::ChangePlace, &[("part", &part), ("name", &cut(&name))]) };
    match change.id.rsplit_once('/').and_then(|(_, last)| last.parse::<Period>().ok()) {
        Some(when) => told + &bracketed(&period(lang, &when)),
        None => told,
    }
}

/// What a field is called; `None` where the record says it all. A field without a word is called as in the data.
pub fn field(lang: Lang, change: &Change) -> Option<String> {
    let last = last(&change.field);
    let key = match (change.part, change.field.as_str(), last) {
        (_, ORDER, _) | (Part::Quotient, _, "lq") | (Part::Translation, ..) => return None,
        (Part::Reading, "value", _) => Key::SheetActual,
        (_, "baseline.value", _) => Key::Baseline,
        (_, "baseline.period", _) => Key::SheetBaselinePeriod,
        (_, "target.value", _) => Key::Target,
        (_, _, "value") => Key::FactsValue,
        (_, _, "name") => Key::ColumnName,
        (_, _, "definition") => Key::Definition,
        (_, _, "unit") => Key::SheetUnit,
        (_, _, "what") => Key::FactsWhat,
        (_, _, "period") => Key::FactsWhen,
        (_, _, "quote") => Key::ColumnQuote,
        (_, _, "text" | "detail") => Key::SheetText,
        (_, _, "market_size") => Key::FactsSize,
        (_, _, "change_percent") => Key::FactsChange,
        (_, _, "ec_rate_percent") => Key::FactsEcRate,
        (_, _, "distribution") => Key::FactsDistribution,
        (_, _, "expenditure") => Key::FactsExpenditure,
        (_, _, "returned") => Key::FactsReturned,
        (_, _, "balance") => Key::FactsBalance,
        (_, _, "circulation_percent") => Key::FactsRate,
        (_, _, "actors") => Key::ColumnActors,
        (_, _, "operator") => Key::ColumnOperator,
        (_, _, "reason") => Key::SheetReason,
        (_, _, "section") => Key::ColumnSection,
        (_, _, "formula") => Key::SheetFormula,
        (Part::Reading, "source", _) => Key::Source,
        (_, _, "note" | "notes" | "matrix_note") => Key::SheetNote,
        _ => return Some(change.field.clone()),
    };
    Some(lang.text(key).to_owned())
}

/// A value as the language writes it, whole: amounts with their unit, texts in their translation where there is one.
pub fn value(lang: Lang, change: &Change, value: &str) -> String {
    const NUMBERS: [&str; 7] = ["value", "lq", "market_size", "distribution", "expenditure", "returned", "balance"];
    if value.is_empty() {
        return lang.text(Key::Nothing).to_owned();
    }
    let is_number = NUMBERS.contains(&last(&change.field)) || change.field.ends_with("_percent");
    match value.parse::<f64>() {
        Ok(number) if is_number => amount(lang, change, number, decimals(value)),
        Ok(_) => value.to_owned(),
        Err(_) if ["true", "false"].contains(&value) => value.to_owned(),
        Err(_) => match value.parse::<Period>() {
            Ok(when) => period(lang, &when),
            Err(_) => lang.fill(Key::Quoted, &[("text", lang.name(value))]),
        },
    }
}

fn decimals(value: &str) -> u8 {
    value.split_once('.').map_or(0, |(_, decimals)| decimals.len() as u8)
}

fn amount(lang: Lang, change: &Change, number: f64, decimals: u8) -> String {
    if let Some((ones, text)) = lang.unit(lang.name(&change.unit)) {
        let whole = number * ones;
        let decimals = if ones > 1.0 { decimals_of(whole, 0) } else { decimals };
        return filled(text, &[("amount", &grouped(whole, decimals))]);
    }
    match change.unit.parse::<Unit>() {
        Ok(unit) => facts::amount(lang, number, &unit, decimals),
        Err(_) => grouped(number, decimals),
    }
}

/// Whether one of its texts is too long for a sentence.
pub fn is_long(lang: Lang, change: &Change) -> bool {
    let is_cut = |text: &String| cut(lang.name(text)) != lang.name(text);
    change.old.iter().chain(&change.new).any(is_cut)
}

/// When an edition was published.
pub fn date(lang: Lang, date: EditionDate) -> String {
    let EditionDate { year, month, day } = date;
    if let Some(day) = day {
        return facts::day(lang, Date { year, month, day });
    }
    let (year, month) = (digits(year.into()), facts::month_name(lang, month));
    lang.fill(Key::PublishedMonth, &[("year", &year), ("month", &month)])
}

fn shortened(lang: Lang, change: &Change, text: &str) -> String {
    let whole = lang.name(text);
    if cut(whole) == whole { value(lang, change, text) } else { lang.fill(Key::Quoted, &[("text", &cut(whole))]) }
}

/// A text that is not too long for a sentence. Readings of easy Japanese, `{漢字|かんじ}`, stay whole.
fn cut(text: &str) -> String {
    let (mut count, mut is_inside) = (0, false);
    for (place, letter) in text.char_indices() {
        if count == MOST_LETTERS && !is_inside {
            return [text.get(..place).unwrap_or_default(), "…"].concat();
        }
        match letter {
            '{' => is_inside = true,
            '}' | '|' => is_inside = false,
            _ => {}
        }
        // What stands behind the bar is read, not seen.
        count += usize::from(count < MOST_LETTERS);
    }
    text.to_owned()
}

/// How many records came, changed and went, part by part.
pub fn sum(lang: Lang, changes: &[Change]) -> String {
    let told: Vec<String> = sums(changes).iter().map(|sum| part_sum(lang, sum)).collect();
    if told.is_empty() {
        return lang.text(Key::ChangeNone).to_owned();
    }
    told.join(if lang.is_japanese() { "。" } else { "; " })
}

fn part_sum(lang: Lang, sum: &Sum) -> String {
    let counts = [sum.added, sum.corrected, sum.removed].map(|count| digits(count as u64));
    let [added, corrected, removed] = counts.each_ref().map(String::as_str);
    let values =
        [("part", part_name(lang, sum.part)), ("added", added), ("corrected", corrected), ("removed", removed)];
    lang.fill(Key::ChangeSum, &values)
}

/// What a part of the content is called.
pub fn part_name(lang: Lang, part: Part) -> &'static str {
    lang.text(part_key(part))
}

fn part_key(part: Part) -> Key {
    match part {
        Part::Reading => Key::ChangePartReading,
        Part::Kpi => Key::ChangePartKpi,
        Part::Quotient => Key::ChangePartQuotient,
        Part::Swot => Key::ChangePartSwot,
        Part::Strategy => Key::ChangePartStrategy,
        Part::Fact => Key::ChangePartFact,
        Part::Table => Key::ChangePartTable,
        Part::Term => Key::ChangePartTerm,
        Part::About => Key::ChangePartAbout,
        Part::Link => Key::ChangePartLink,
        Part::Translation => Key::ChangePartTranslation,
        Part::Site => Key::ChangePartSite,
        Part::File => Key::ChangePartFile,
    }
}
