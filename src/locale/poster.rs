//! The kiosk's words, to be read from three metres: headlines of the facts that `model::scenes` finds, names and numbers of
//! the rows that `model::posters` draws.

use super::amount::Amounts;
use super::finding::{directions, times};
use super::headline::{Headline, fill, goals, top, values};
use super::names::{kind_name, our_base, things, to_hold};
use super::{Key, Lang, UNPUBLISHED, fixed, own, period, short_name};
use crate::data::Dataset;
use crate::data::kpi::Kpi;
use crate::data::lq::City;
use crate::data::swot::{Factor, Issue};
use crate::id::{Base, digits};
use crate::model::ambition::Ambition;
use crate::model::cross_swot::Reach;
use crate::model::crosswalk::Pair;
use crate::model::posters::{Bar, Name, Poster, earlier, shared};
use crate::model::scenes::{Fact, Quotient};

/// Puts a fact into words. `data` and the fact are in the language already, see [`Lang::translated`].
pub fn headline(lang: Lang, data: &Dataset, fact: &Fact<'_>) -> Headline {
    let count = |count: usize| digits(count as u64);
    match fact {
        Fact::AloneAbove(cell) => quotient(lang, data, cell, (Key::KioskAlone, Key::KioskAloneSub)),
        Fact::Largest(cell) => quotient(lang, data, cell, (Key::KioskLargest, Key::KioskLargestSub)),
        Fact::Zero(cell) => quotient(lang, data, cell, (Key::KioskZero, Key::KioskZeroSub)),
        Fact::Top(cell, sides) => top(lang, data, cell, *sides),
        Fact::Split(city, pair) => split(lang, data, city, pair),
        Fact::Goals { raise, lower, maintain } => goals(lang, data, [*raise, *lower, *maintain]),
        Fact::Years => years(lang, data),
        Fact::Maintain(kpi) => held(lang, data, kpi),
        Fact::Furthest(kpi) => furthest(lang, kpi),
        Fact::Factor(one, reach) => factor(lang, data, one, reach),
        Fact::Issue(one, reach) => issue(lang, one, reach),
        Fact::Directions { .. } => {
            let title = directions(lang, data).unwrap_or_default();
            let shared = shared(data);
            let note =
                (shared > 0).then(|| lang.fill(Key::KioskDirectionsShared, &[("shared", &things(lang, shared))]));
            let space = if lang.is_japanese() { "" } else { " " };
            let parts = [note.unwrap_or_default(), lang.text(Key::KioskDirectionsSub).to_owned()];
            Headline { title, sub: parts.join(space).trim_start().to_owned() }
        }
        Fact::Works { works, pillars } => {
            let values = [("works", count(*works)), ("pillars", things(lang, *pillars))];
            fill(lang, (Key::KioskWorks, Key::KioskWorksSub), &values)
        }
        Fact::Measures { measures, pillars } => {
            let values = [("measures", things(lang, *measures)), ("pillars", things(lang, *pillars))];
            fill(lang, (Key::KioskMeasures, Key::KioskMeasuresSub), &values)
        }
    }
}

/// The sections that a fact was printed in; none where the strategy as a whole is meant.
pub fn sections(lang: Lang, data: &Dataset, fact: &Fact<'_>) -> String {
    let table = |base| data.lq.table(base).map_or("", |table| table.source.section.as_str());
    let kpis = data.kpi.source.section.as_str();
    let sections = match fact {
        Fact::AloneAbove(cell) | Fact::Largest(cell) | Fact::Zero(cell) | Fact::Top(cell, ..) => vec![table(cell.base)],
        Fact::Split(..) => vec![table(Base::Output), table(Base::Employees)],
        Fact::Maintain(kpi) => {
            let before = earlier(data, kpi).map(|earlier| earlier.source.section.as_str());
            [kpis].into_iter().chain(before).collect()
        }
        Fact::Goals { .. } | Fact::Years | Fact::Furthest(_) => vec![kpis],
        Fact::Factor(..) | Fact::Issue(..) | Fact::Directions { .. } => vec![data.swot.source.section.as_str()],
        Fact::Works { .. } | Fact::Measures { .. } => Vec::new(),
    };
    sections.join(lang.text(Key::ListComma))
}

fn quotient(lang: Lang, data: &Dataset, cell: &Quotient<'_>, keys: (Key, Key)) -> Headline {
    fill(lang, keys, &values(lang, data, cell))
}

fn split(lang: Lang, data: &Dataset, city: &City, pair: &Pair<'_>) -> Headline {
    let values = [
        ("industry", lang.name(pair.output.0.as_str()).to_owned()),
        ("city", city.name.clone()),
        ("reference", own::reference(lang, data).to_owned()),
        ("output", times(pair.output.1)),
        ("employees", times(pair.employees.1)),
    ];
    fill(lang, (Key::HeroSplit, Key::KioskSplitSub), &values)
}

fn years(lang: Lang, data: &Dataset) -> Headline {
    let values = [
        ("of", data.kpi.kpis.len().to_string()),
        ("first", data.outline.first_fiscal_year.to_string()),
        ("last", data.outline.last_fiscal_year.to_string()),
    ];
    fill(lang, (Key::KioskYears, Key::KioskYearsSub), &values)
}

/// A factor with the key issues it leads to.
fn factor(lang: Lang, data: &Dataset, factor: &Factor, reach: &Reach<'_>) -> Headline {
    let names = data.swot.issues.iter().filter(|issue| reach.issues().any(|code| *code == issue.code));
    let issues: Vec<String> = names.map(|issue| lang.fill(Key::Quoted, &[("text", &issue.name)])).collect();
    let values = [
        ("kind", kind_name(lang, factor.code.kind).to_owned()),
        ("name", factor.name.clone()),
        ("issues", issues.join(lang.text(Key::Dot))),
        ("strategies", things(lang, reach.strategies().count())),
    ];
    fill(lang, (Key::KioskFactor, Key::KioskFactorSub), &values)
}

/// A key issue with what serves it.
fn issue(lang: Lang, issue: &Issue, reach: &Reach<'_>) -> Headline {
    let values = [
        ("name", issue.name.clone()),
        ("measures", things(lang, reach.measures.len())),
        ("factors", things(lang, reach.factors().count())),
        ("strategies", things(lang, reach.strategies().count())),
    ];
    fill(lang, (Key::KioskIssue, Key::KioskIssueSub), &values)
}

/// The target as a multiple of the baseline, else both.
fn furthest(lang: Lang, kpi: &Kpi) -> Headline {
    let amounts = Amounts::of(lang, kpi, &[kpi.baseline.value, kpi.target.value]);
    let aim = super::aim::Aim::of(lang, kpi);
    let values = [
        ("name", kpi.name.clone()),
        ("times", aim.change),
        ("baseline", amounts.whole(kpi.baseline.value)),
        ("target", amounts.whole(kpi.target.value)),
        ("period", period(lang, &kpi.baseline.period)),
    ];
    let is_multiple = matches!(crate::model::ambition::ambition(kpi), Ambition::Times(..));
    let title = if is_multiple { Key::KioskFurthestTimes } else { Key::KioskFurthest };
    fill(lang, (title, Key::KioskFurthestSub), &values)
}

/// A level to be held, and how it came to be where an earlier value is known.
fn held(lang: Lang, data: &Dataset, kpi: &Kpi) -> Headline {
    let before = earlier(data, kpi);
    let shown = [Some(kpi.baseline.value), before.map(|earlier| earlier.value)];
    let amounts = Amounts::of(lang, kpi, &shown.into_iter().flatten().collect::<Vec<_>>());
    let values = [
        ("name", kpi.name.clone()),
        ("earlier", before.map(|earlier| amounts.whole(earlier.value)).unwrap_or_default()),
        ("before", before.map(|earlier| period(lang, &earlier.period)).unwrap_or_default()),
        ("baseline", amounts.whole(kpi.baseline.value)),
        ("period", period(lang, &kpi.baseline.period)),
        ("target", amounts.whole(kpi.target.value)),
        ("hold", to_hold(lang, kpi.direction(), &amounts.whole(kpi.target.value))),
    ];
    let keys = match before {
        Some(earlier) if earlier.value > kpi.baseline.value => (Key::KioskFell, Key::KioskMovedSub),
        Some(_) => (Key::KioskRose, Key::KioskMovedSub),
        None => (Key::KioskHeld, Key::KioskMaintainSub),
    };
    fill(lang, keys, &values)
}

/// A text without what explains its words in brackets, as easy Japanese does: from afar the words alone are read.
///
/// ```
/// use shigoto_widgets::locale::poster::brief;
/// assert_eq!(brief("観光（旅をすること）の分野"), "観光の分野");
/// assert_eq!(brief("（すべて）"), "（すべて）", "nothing but an explanation stays");
/// ```
pub fn brief(text: &str) -> String {
    let mut depth = 0_usize;
    let keep = |letter: &char| {
        depth += usize::from(*letter == '（');
        let is_kept = depth == 0;
        depth -= usize::from(*letter == '）' && depth > 0);
        is_kept
    };
    let kept: String = text.chars().filter(keep).collect();
    if kept.trim().is_empty() { text.to_owned() } else { kept }
}

/// As much of a text as is read from afar.
pub fn from_afar(lang: Lang, text: &str) -> String {
    if lang.has_readings() { brief(text) } else { text.to_owned() }
}

/// What a row is called.
pub fn name(lang: Lang, name: Name<'_>) -> String {
    let text = match name {
        Name::City(city) => &city.name,
        Name::Industry(industry) => short_name(lang.name(industry.as_str())),
        Name::Base(Base::Output) => lang.text(Key::HeroOutput),
        Name::Base(Base::Employees) => lang.text(Key::HeroEmployees),
        Name::Base(base) => our_base(lang, base),
        Name::Earlier(earlier) => return period(lang, &earlier.period),
        Name::Baseline(kpi) => return period(lang, &kpi.baseline.period),
        Name::Target(_) => lang.text(Key::Target),
        Name::Issue(issue) => &issue.name,
        Name::Pillar(pillar) => &pillar.name,
        Name::ToRaise => lang.text(Key::KioskRowRaise),
        Name::ToLower => lang.text(Key::KioskRowLower),
        Name::ToHold => lang.text(Key::KioskRowHold),
        Name::Factors => lang.text(Key::KioskRowFactors),
        Name::Directions => lang.text(Key::KioskRowDirections),
        Name::Measures => lang.text(Key::KioskRowMeasures),
    };
    from_afar(lang, text)
}

/// The number at a bar, with its unit.
pub fn value(lang: Lang, data: &Dataset, bars: &[Bar<'_>], bar: &Bar<'_>) -> String {
    let Some(value) = bar.value else { return UNPUBLISHED.to_owned() };
    let kpi = bars.iter().find_map(|bar| match bar.name {
        Name::Baseline(kpi) | Name::Target(kpi) => Some(kpi),
        _ => None,
    });
    let Some(kpi) = kpi else { return fixed(value, data.lq.decimals) };
    let levels: Vec<f64> = bars.iter().filter_map(|bar| bar.value).collect();
    Amounts::of(lang, kpi, &levels).whole(value)
}

/// How many of the cities are shown, where that is not all of them.
pub fn shown(lang: Lang, data: &Dataset, poster: &Poster<'_>) -> Option<String> {
    let Poster::Bars { bars, .. } = poster else { return None };
    let (shown, of) = (bars.len(), data.lq.cities.len());
    let are_cities = bars.iter().all(|bar| matches!(bar.name, Name::City(_)));
    let values = [("of", &*digits(of as u64)), ("shown", &*digits(shown as u64))];
    (are_cities && shown < of).then(|| lang.fill(Key::KioskMost, &values))
}
