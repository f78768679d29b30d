//! Headlines to be read from three metres: facts from `model::scenes` put into words.

use super::amount::Amounts;
use super::{Key, Lang, fixed, own, period};
use crate::data::Dataset;
use crate::data::kpi::Kpi;
use crate::locale::sentence::{base_name, kind_name, lq_sides, things};
use crate::model::scenes::{Fact, Quotient};

/// The words of a scene.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The headline.
    pub title: String,
    /// What it means.
    pub sub: String,
}

/// Puts a fact into words. `data` and the fact are in the language already, see [`Lang::translated`].
pub fn headline(lang: Lang, data: &Dataset, fact: &Fact<'_>) -> Headline {
    let outline = &data.outline;
    match fact {
        Fact::AloneAbove(cell) => quotient(lang, data, cell, (Key::KioskAlone, Key::KioskAloneSub)),
        Fact::Largest(cell) => quotient(lang, data, cell, (Key::KioskLargest, Key::KioskLargestSub)),
        Fact::Zero(cell) => quotient(lang, data, cell, (Key::KioskZero, Key::KioskZeroSub)),
        Fact::Top(cell, sides) => {
            let sub = lq_sides(lang, data, cell.base, &cell.city.name, *sides);
            Headline { title: filled(lang, Key::KioskTop, &values(lang, data, cell)), sub }
        }
        Fact::Split(city, pair) => {
            let value = |value| fixed(value, data.lq.decimals);
            let values = [
                ("industry", lang.name(pair.output.0.as_str()).to_owned()),
                ("city", city.name.clone()),
                ("output", value(pair.output.1)),
                ("employees", value(pair.employees.1)),
            ];
            fill(lang, (Key::KioskSplit, Key::KioskSplitSub), &values)
        }
        Fact::Goals { raise, lower, maintain } => {
            let kinds = [(Key::KioskRaise, raise), (Key::KioskLower, lower), (Key::KioskHold, maintain)];
            let parts = kinds.into_iter().filter(|(_, count)| **count > 0);
            let parts: Vec<String> =
                parts.map(|(key, count)| lang.fill(key, &[("count", &count.to_string())])).collect();
            let values = [
                ("of", (raise + lower + maintain).to_string()),
                ("parts", parts.join(lang.text(Key::ListComma))),
                ("first", outline.first_fiscal_year.to_string()),
                ("last", outline.last_fiscal_year.to_string()),
            ];
            fill(lang, (Key::KioskGoals, Key::KioskGoalsSub), &values)
        }
        Fact::Years => {
            let values = [
                ("of", data.kpi.kpis.len().to_string()),
                ("first", outline.first_fiscal_year.to_string()),
                ("last", outline.last_fiscal_year.to_string()),
            ];
            fill(lang, (Key::KioskYears, Key::KioskYearsSub), &values)
        }
        Fact::Maintain(kpi) => indicator(lang, kpi, (Key::KioskMaintain, Key::KioskMaintainSub)),
        Fact::Furthest(kpi) => indicator(lang, kpi, (Key::KioskFurthest, Key::KioskFurthestSub)),
        Fact::Factor(factor, reach) => {
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
        Fact::Issue(issue, reach) => {
            let values = [
                ("name", issue.name.clone()),
                ("measures", things(lang, reach.measures.len())),
                ("factors", things(lang, reach.factors().count())),
                ("strategies", things(lang, reach.strategies().count())),
            ];
            fill(lang, (Key::KioskIssue, Key::KioskIssueSub), &values)
        }
    }
}

/// The section a fact was printed in.
pub fn section<'a>(data: &'a Dataset, fact: &Fact<'_>) -> &'a str {
    let table = |base| data.lq.table(base).map_or("", |table| table.source.section.as_str());
    match fact {
        Fact::AloneAbove(cell) | Fact::Largest(cell) | Fact::Zero(cell) | Fact::Top(cell, ..) => table(cell.base),
        Fact::Split(..) => table(crate::id::Base::Employees),
        Fact::Goals { .. } | Fact::Years | Fact::Maintain(_) | Fact::Furthest(_) => &data.kpi.source.section,
        Fact::Factor(..) | Fact::Issue(..) => &data.swot.source.section,
    }
}

fn quotient(lang: Lang, data: &Dataset, cell: &Quotient<'_>, keys: (Key, Key)) -> Headline {
    fill(lang, keys, &values(lang, data, cell))
}

fn values(lang: Lang, data: &Dataset, cell: &Quotient<'_>) -> [(&'static str, String); 6] {
    [
        ("base", base_name(lang, cell.base).to_owned()),
        ("industry", lang.name(cell.industry.as_str()).to_owned()),
        ("city", cell.city.name.clone()),
        ("cities", data.lq.cities.len().to_string()),
        ("reference", own::reference(lang, &data.lq).to_owned()),
        ("value", fixed(cell.value, data.lq.decimals)),
    ]
}

fn indicator(lang: Lang, kpi: &Kpi, keys: (Key, Key)) -> Headline {
    let amounts = Amounts::of(lang, kpi, &[kpi.baseline.value, kpi.target.value]);
    let values = [
        ("name", kpi.name.clone()),
        ("baseline", amounts.whole(kpi.baseline.value)),
        ("target", amounts.whole(kpi.target.value)),
        ("period", period(lang, &kpi.baseline.period)),
    ];
    fill(lang, keys, &values)
}

fn fill(lang: Lang, (title, sub): (Key, Key), values: &[(&'static str, String)]) -> Headline {
    Headline { title: filled(lang, title, values), sub: filled(lang, sub, values) }
}

fn filled(lang: Lang, key: Key, values: &[(&'static str, String)]) -> String {
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    lang.fill(key, &values)
}
