//! The kiosk's scenes: facts that a reader of the print would name, each in words and in a state of its widget.

use crate::common::{languages, library, source};

use shigoto_widgets::data::lq::Labels;
use shigoto_widgets::locale::headline::Headline;
use shigoto_widgets::locale::poster::{headline, sections};
use shigoto_widgets::markup::kiosk::facts;
use shigoto_widgets::model::scenes::Fact;
use shigoto_widgets::widget::kiosk::staging::stage;

#[test]
fn every_kind_of_fact_is_found_once_in_its_order() {
    let data = library().dataset;
    let names: Vec<&str> = facts(&data).iter().map(Fact::name).collect();
    assert_eq!(names, Fact::NAMES);
}

#[test]
fn nothing_rests_on_doubtful_labels() {
    let data = library().dataset;
    for fact in facts(&data) {
        if let Fact::AloneAbove(cell) | Fact::Top(cell, ..) | Fact::Largest(cell) | Fact::Zero(cell) = fact {
            assert_eq!(data.lq.table(cell.base).unwrap().labels, Labels::Sound, "{cell:?}");
        }
    }
}

#[test]
fn the_facts_are_those_a_reader_of_the_print_would_name() {
    let data = library().dataset;
    let all = facts(&data);
    let find = |name: &str| all.iter().find(|fact| fact.name() == name).unwrap();
    let Fact::AloneAbove(alone) = find("alone") else { panic!() };
    assert_eq!((alone.industry.as_str(), alone.value), ("情報通信業", 1.50));
    let Fact::Maintain(kpi) = find("maintain") else { panic!() };
    assert_eq!((kpi.id.as_str(), kpi.baseline.value, kpi.target.value), ("startups", 80.0, 80.0));
    let Fact::Largest(largest) = find("largest") else { panic!() };
    assert_eq!((largest.city.id.as_str(), largest.value), ("hachinohe", 9.44));
    let Fact::Zero(zero) = find("zero") else { panic!() };
    assert_eq!((zero.city.id.as_str(), zero.industry.as_str()), ("hirosaki", "水産業"));
    assert_eq!(*find("goals"), Fact::Goals { raise: 11, lower: 0, maintain: 5 });
}

#[test]
fn data_without_anything_to_say_give_fewer_facts_and_no_panic() {
    let mut data = library().dataset;
    (data.lq.tables, data.kpi.kpis, data.links.factor_strategy) = (Vec::new(), Vec::new(), Vec::new());
    data.lq.cities.clear();
    assert!(facts(&data).len() < 3);
    (data.swot.quadrants, data.swot.issues) = (Vec::new(), Vec::new());
    let left: Vec<&str> = facts(&data).iter().map(Fact::name).collect();
    assert_eq!(left, ["works"], "something is always shown");
}

#[test]
fn every_headline_is_whole_in_every_language() {
    let data = library().dataset;
    for lang in languages().all() {
        let data = lang.translated(&data);
        for fact in facts(&data) {
            let Headline { title, sub } = headline(lang, &data, &fact);
            for text in [&title, &sub] {
                let left = text.split('{').skip(1).any(|rest| !rest.split('}').next().unwrap().contains('|'));
                assert!(!text.is_empty() && !left, "{} {}: {text}", lang.tag(), fact.name());
            }
            // Works are counted over the whole strategy.
            assert_eq!(
                sections(lang, &data, &fact).is_empty(),
                fact.name() == "works",
                "{} {}",
                lang.tag(),
                fact.name()
            );
        }
    }
}

#[test]
fn headlines_say_what_is_printed() {
    let data = library().dataset;
    let titles: Vec<String> = facts(&data).iter().map(|fact| headline(source(), &data, fact).title).collect();
    assert!(titles.contains(&"情報通信業で全国を上回るのは、7市で青森市だけ".to_owned()), "{titles:#?}");
    for title in [
        "創業件数は99件から80件に減った。目標は80件",
        "情報通信業、稼ぎは全国の1.5倍、人は0.6倍",
        "11の方向のうち、5つがDX分野へ",
        "主要宿泊施設外国人宿泊客数（延べ人数）を2.6倍に",
        "5つの柱に、48の事業",
    ] {
        assert!(titles.contains(&title.to_owned()), "{title}: {titles:#?}");
    }
}

#[test]
fn every_scene_is_a_state_its_widget_knows() {
    let data = library().dataset;
    for fact in facts(&data) {
        let staging = stage(&data, &fact);
        for (name, value) in staging.parts.iter().flatten() {
            let mut state = (staging.widget.offer().state)(&data, 2024);
            let taken = state.set_attribute(&data, name, Some(value));
            assert_eq!(taken.fault, None, "{}", fact.name());
        }
    }
}

#[test]
fn the_years_pass_one_by_one() {
    let data = library().dataset;
    let staging = stage(&data, &Fact::Years);
    let years: Vec<&str> = staging.parts.iter().map(|part| part.last().unwrap().1.as_str()).collect();
    assert_eq!((years.len(), years.first(), years.last()), (10, Some(&"2024"), Some(&"2033")));
}

#[test]
fn the_row_told_is_the_industry_of_the_headline() {
    let data = library().dataset;
    let facts = facts(&data);
    let alone = facts.iter().find(|fact| fact.name() == "alone").unwrap();
    let (row, Fact::AloneAbove(cell)) = (stage(&data, alone).row.unwrap(), alone) else { unreachable!() };
    assert_eq!(data.lq.table(cell.base).unwrap().rows[row].industry.as_str(), "情報通信業");
    assert_eq!(stage(&data, &Fact::Years).row, None);
}
