//! The data hold as many records of each kind as the source prints: `counts.json` was counted by hand.

use std::collections::BTreeMap;
use std::fs;

use shigoto_widgets::data::strategy::Measure;
use shigoto_widgets::id::{FactorKind, Quadrant};

use crate::common::library;

/// How many a table holds in each of its parts.
type Counts = BTreeMap<String, serde_json::Value>;

/// All of them, and those not printed before (再掲).
fn both<'a>(measures: &[&'a Measure], flags: impl Fn(&'a Measure) -> Vec<bool>) -> serde_json::Value {
    let flags: Vec<bool> = measures.iter().flat_map(|measure| flags(measure)).collect();
    vec![flags.len(), flags.iter().filter(|is_repeated| !**is_repeated).count()].into()
}

#[test]
fn no_record_is_lost_or_added() {
    let library = library();
    let (data, strategy) = (&library.dataset, &library.strategy);
    let (about, facts) = (&library.about, &library.facts);
    let (market, circulation) = (facts.market.as_ref().unwrap(), facts.circulation.as_ref().unwrap());
    let rule = about.rule.as_ref().unwrap();
    let measures: Vec<&Measure> = strategy.measures().collect();
    let factors =
        FactorKind::ALL.map(|kind| data.swot.factors.iter().filter(|factor| factor.code.kind == kind).count());
    let strategies = Quadrant::ALL
        .map(|code| data.swot.quadrants.iter().filter(|q| q.code == code).map(|q| q.strategies.len()).sum::<usize>());
    let found = [
        ("lq_rows", data.lq.tables.iter().map(|table| table.rows.len()).collect::<Vec<_>>().into()),
        ("cities", data.lq.cities.len().into()),
        ("kpis", data.kpi.kpis.len().into()),
        ("kpi_places", data.kpi.kpis.iter().map(|kpi| kpi.places.len()).sum::<usize>().into()),
        ("factors", factors.to_vec().into()),
        ("strategies", strategies.to_vec().into()),
        ("issues", data.swot.issues.len().into()),
        ("measures", strategy.pillars.iter().map(|pillar| pillar.measures.len()).collect::<Vec<_>>().into()),
        ("situation", both(&measures, |measure| measure.situation.iter().map(|s| s.repeated).collect())),
        ("actions", measures.iter().map(|measure| measure.actions.len()).sum::<usize>().into()),
        ("projects", both(&measures, |measure| measure.projects.iter().map(|p| p.repeated).collect())),
        ("works", both(&measures, |measure| measure.works.iter().map(|w| w.repeated).collect())),
        ("terms", library.glossary.terms.len().into()),
        ("facts", library.facts.prose.facts.len().into()),
        ("series", library.facts.prose.series.len().into()),
        ("market", vec![market.categories.len(), market.total.years.len()].into()),
        ("areas", circulation.areas.len().into()),
        ("meetings", about.meetings.len().into()),
        ("council", vec![about.members.len(), about.former.len(), about.observers.len()].into()),
        ("articles", vec![rule.articles.len(), rule.supplements.len()].into()),
    ];
    let found: Counts = found.map(|(name, count)| (name.to_owned(), count)).into();
    let printed: Counts = serde_json::from_str(&fs::read_to_string("tests/print/counts.json").unwrap()).unwrap();
    assert_eq!(found, printed);
}
