//! The plain sentence that opens each view: facts from `model::insight` put into words.

use super::{Key, Lang, fixed};
use crate::data::Dataset;
use crate::data::lq::{Labels, LqTable};
use crate::data::strategy::Outline;
use crate::data::swot::SwotData;
use crate::id::{Base, CityId, FactorKind, NodeCode};
use crate::model::cross_swot::Reach;
use crate::model::insight::{self, KpiInsight, LqInsight};

/// Name of a base.
pub fn base_name(lang: Lang, base: Base) -> &'static str {
    lang.text(match base {
        Base::Output => Key::BaseOutput,
        Base::Establishments => Key::BaseEstablishments,
        Base::Employees => Key::BaseEmployees,
    })
}

/// Name of a factor's kind.
pub fn kind_name(lang: Lang, kind: FactorKind) -> &'static str {
    lang.text(match kind {
        FactorKind::Strength => Key::Strength,
        FactorKind::Weakness => Key::Weakness,
        FactorKind::Opportunity => Key::Opportunity,
        FactorKind::Threat => Key::Threat,
    })
}

/// A fiscal year with its era.
pub fn year_text(lang: Lang, year: u16) -> String {
    let Some(number) = super::era_year(year) else { return lang.fill(Key::YearPlain, &[("year", &year.to_string())]) };
    let era = lang.fill(Key::Era, &[("number", &number.to_string())]);
    lang.fill(Key::YearValue, &[("year", &year.to_string()), ("era", &era)])
}

/// What a city's column of a table says. Nothing is concluded from doubtful headings.
pub fn lq(lang: Lang, data: &Dataset, table: &LqTable, city: &CityId, is_reread: bool) -> String {
    if table.labels == Labels::Doubtful && !is_reread {
        return lang.text(Key::LqDoubtful).to_owned();
    }
    let Some(facts) = insight::lq(&data.lq, table, city, is_reread) else { return String::new() };
    let city_name = data.lq.cities.iter().find(|c| c.id == *city).map_or("", |c| c.name.as_str());
    let mut sentence = String::new();
    if table.labels == Labels::Doubtful {
        sentence.push_str(lang.text(Key::LqReread));
    }
    sentence.push_str(&lq_main(lang, table, &facts, city_name, data.lq.decimals));
    if !facts.alone_above.is_empty() {
        let names: Vec<String> = facts
            .alone_above
            .iter()
            .map(|(industry, value)| {
                let value = lang.fill(Key::Bracketed, &[("text", &fixed(*value, data.lq.decimals))]);
                [lang.name(industry.as_str()), &value].concat()
            })
            .collect();
        let industries = names.join(lang.text(Key::ListSeparator));
        let values = [("industries", industries.as_str()), ("cities", &facts.cities.to_string()), ("city", city_name)];
        sentence.push_str(&lang.fill(Key::LqAlone, &values));
    }
    sentence.push_str(&lq_split(lang, data, table.base, city, &facts));
    sentence
}

fn lq_main(lang: Lang, table: &LqTable, facts: &LqInsight<'_>, city: &str, decimals: u8) -> String {
    let (top, top_value) = facts.top.map_or(("", 0.0), |(industry, value)| (lang.name(industry.as_str()), value));
    let key = if facts.above == 0 { Key::LqNoneAbove } else { Key::LqSentence };
    let values = [
        ("base", base_name(lang, table.base)),
        ("city", city),
        ("of", &facts.of.to_string()),
        ("above", &facts.above.to_string()),
        ("top", top),
        ("top_value", &fixed(top_value, decimals)),
    ];
    lang.fill(key, &values)
}

/// Where the other base contradicts a claim of the sentence, it says so.
fn lq_split(lang: Lang, data: &Dataset, base: Base, city: &CityId, facts: &LqInsight<'_>) -> String {
    let splits = insight::splits(&data.lq, &data.links, city);
    let told = |industry| facts.alone_above.iter().any(|(own, _)| *own == industry);
    let found = splits.iter().find(|pair| match base {
        Base::Output => told(pair.output.0),
        Base::Employees => told(pair.employees.0),
        Base::Establishments => false,
    });
    let Some(pair) = found else { return String::new() };
    let (key, (industry, value)) =
        if base == Base::Output { (Key::LqSplit, pair.employees) } else { (Key::LqSplitOutput, pair.output) };
    let value = fixed(value, data.lq.decimals);
    lang.fill(key, &[("industry", lang.name(industry.as_str())), ("value", &value)])
}

/// What the selected node reaches, or what the matrix is.
pub fn swot(lang: Lang, data: &SwotData, selected: Option<&NodeCode>, reach: &Reach<'_>) -> String {
    let Some(selected) = selected else { return swot_overview(lang, data) };
    let issues: Vec<String> = reach
        .issues()
        .filter_map(|code| data.issues.iter().find(|issue| issue.code == *code))
        .map(|issue| lang.fill(Key::Quoted, &[("text", &issue.name)]))
        .collect();
    let issues = issues.join(lang.text(Key::Dot));
    let factors: Vec<String> = reach.factors().map(|code| code.to_string()).collect();
    let strategies = reach.strategies().count();
    match selected {
        NodeCode::Factor(code) => {
            let name = data.factors.iter().find(|factor| factor.code == *code).map_or("", |factor| &factor.name);
            if strategies == 0 {
                return lang.fill(Key::SwotUnlinked, &[("name", name)]);
            }
            let values = [
                ("kind", kind_name(lang, code.kind)),
                ("code", &code.to_string()),
                ("name", name),
                ("strategies", &strategies.to_string()),
                ("issues", &issues),
            ];
            lang.fill(Key::SwotFactor, &values)
        }
        NodeCode::Strategy(code) => {
            let mut all = data.quadrants.iter().flat_map(|quadrant| &quadrant.strategies);
            let text = all.find(|strategy| strategy.code == *code).map_or("", |strategy| &strategy.text);
            let factors = factors.join(lang.text(Key::Dot));
            let text = text.trim_end_matches(['。', '.']);
            let values =
                [("code", code.to_string()), ("text", text.to_owned()), ("factors", factors), ("issues", issues)];
            lang.fill(Key::SwotStrategy, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
        }
        NodeCode::Issue(code) => {
            let name = data.issues.iter().find(|issue| issue.code == *code).map_or("", |issue| &issue.name);
            let values = [
                ("name", name),
                ("strategies", &strategies.to_string()),
                ("factors", &factors.len().to_string()),
                ("measures", &reach.measures.len().to_string()),
            ];
            lang.fill(Key::SwotIssue, &values)
        }
    }
}

fn swot_overview(lang: Lang, data: &SwotData) -> String {
    let count = |kind| data.factors.iter().filter(|factor| factor.code.kind == kind).count().to_string();
    let strategies: usize = data.quadrants.iter().map(|quadrant| quadrant.strategies.len()).sum();
    let values = [
        ("s", count(FactorKind::Strength)),
        ("w", count(FactorKind::Weakness)),
        ("o", count(FactorKind::Opportunity)),
        ("t", count(FactorKind::Threat)),
        ("strategies", strategies.to_string()),
        ("issues", data.issues.len().to_string()),
    ];
    lang.fill(Key::SwotOverview, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// How the KPIs shown stand in a fiscal year.
pub fn kpi(lang: Lang, facts: KpiInsight, year: u16) -> String {
    let raise = facts.of - facts.to_maintain;
    let values = [
        ("of", facts.of.to_string()),
        ("raise", raise.to_string()),
        ("maintain", facts.to_maintain.to_string()),
        ("year", year.to_string()),
        ("achieved", facts.achieved.to_string()),
        ("on_pace", facts.on_pace.to_string()),
        ("behind", facts.behind.to_string()),
        ("held", facts.held.to_string()),
        ("below", facts.below_floor.to_string()),
        ("none", facts.no_reading.to_string()),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let second = if facts.no_reading == facts.of { Key::KpiNoReading } else { Key::KpiCounts };
    lang.fill(Key::KpiOverview, &values) + &lang.fill(second, &values)
}

/// What pace means, and that the target year is our assumption.
pub fn pace_note(lang: Lang, outline: &Outline) -> String {
    lang.fill(Key::PaceNote, &[("last", &outline.last_fiscal_year.to_string())])
}
