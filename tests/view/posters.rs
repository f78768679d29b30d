//! The kiosk's posters: true of the numbers they draw, in every language, whatever the numbers.

use crate::common::{languages, ours, source, town, with_quotients as with};

use proptest::prelude::*;
use shigoto_widgets::data::Dataset;
use shigoto_widgets::data::lq::Labels;
use shigoto_widgets::data::quotient::Quotient;
use shigoto_widgets::locale::poster::{headline, name, value};
use shigoto_widgets::locale::{fixed, ruby};
use shigoto_widgets::markup::kiosk::facts;
use shigoto_widgets::model::posters::{Bar, MOST_ROWS, MOST_TILES, Name, Poster, poster};
use shigoto_widgets::model::scenes::Fact;

fn bars<'a>(data: &'a Dataset, name: &str) -> Option<(String, Vec<Bar<'a>>)> {
    let fact = facts(data).into_iter().find(|fact| fact.name() == name)?;
    let title = headline(source(), data, &fact).title;
    match poster(data, &fact)? {
        Poster::Bars { bars, .. } => Some((title, bars)),
        Poster::Tiles(_) => None,
    }
}

fn piles(data: &Dataset, name: &str) -> Option<(String, Vec<usize>)> {
    let fact = facts(data).into_iter().find(|fact| fact.name() == name)?;
    let title = headline(source(), data, &fact).title;
    match poster(data, &fact)? {
        Poster::Tiles(piles) => Some((title, piles.iter().map(|pile| pile.count).collect())),
        Poster::Bars { .. } => None,
    }
}

fn levels(bars: &[Bar<'_>]) -> Vec<f64> {
    bars.iter().filter_map(|bar| bar.value).collect()
}

#[test]
fn of_the_print_each_draws_what_is_printed() {
    let data = ours();
    assert_eq!(levels(&bars(&data, "alone").unwrap().1), [1.50, 0.92, 0.75, 0.65, 0.58, 0.34, 0.33]);
    assert_eq!(levels(&bars(&data, "split").unwrap().1), [1.50, 0.63]);
    assert_eq!(levels(&bars(&data, "furthest").unwrap().1), [102_569.0, 263_000.0]);
    assert_eq!(levels(&bars(&data, "maintain").unwrap().1), [99.0, 80.0, 80.0]);
    assert_eq!(piles(&data, "directions").unwrap().1, [5, 3, 3, 2]);
    assert_eq!(piles(&data, "works").unwrap().1, [12, 11, 5, 7, 13]);
}

#[test]
fn every_poster_has_few_marks_each_named_and_numbered() {
    for own in [ours(), town().dataset] {
        for lang in languages().all() {
            let data = lang.translated(&own);
            let posters: Vec<_> = facts(&data).iter().filter_map(|fact| poster(&data, fact)).collect();
            assert!(!posters.is_empty());
            for poster in posters {
                assert!((1..=MOST_ROWS).contains(&poster.rows()));
                let texts: Vec<[String; 2]> = match &poster {
                    Poster::Bars { bars, .. } => {
                        bars.iter().map(|bar| [name(lang, bar.name), value(lang, &data, bars, bar)]).collect()
                    }
                    Poster::Tiles(piles) => {
                        assert!(piles.iter().all(|pile| pile.count <= MOST_TILES));
                        piles.iter().map(|pile| [name(lang, pile.name), pile.count.to_string()]).collect()
                    }
                };
                assert!(texts.iter().flatten().all(|text| !text.is_empty() && !text.contains("{count")), "{texts:?}");
            }
        }
    }
}

#[test]
fn what_has_no_kpi_no_city_or_no_links_still_has_a_poster() {
    let mut data = ours();
    data.kpi.kpis.clear();
    data.kpi.earlier.clear();
    data.lq.cities.truncate(1);
    for row in data.lq.tables.iter_mut().flat_map(|table| &mut table.rows) {
        row.values.truncate(1);
    }
    assert!(facts(&data).iter().any(|fact| poster(&data, fact).is_some()));
    data.lq.tables.clear();
    data.links.strategy_issue.clear();
    data.outline.pillars.iter_mut().for_each(|pillar| pillar.works = 0);
    let all = facts(&data);
    let last = all.iter().find(|fact| matches!(fact, Fact::Measures { measures: 13, pillars: 5 })).unwrap();
    assert!(matches!(poster(&data, last), Some(Poster::Tiles(piles)) if piles.len() == 5));
}

#[test]
fn more_than_there_is_room_for_is_no_poster() {
    let mut data = ours();
    data.outline.pillars[0].works = MOST_TILES + 1;
    assert!(piles(&data, "works").is_none());
}

#[test]
fn of_many_cities_the_subject_and_the_largest_are_shown_and_that_is_said() {
    let mut data = ours();
    let mut other = data.lq.cities[1].clone();
    for number in 0..5 {
        other.id = format!("other-{number}").parse().unwrap();
        data.lq.cities.push(other.clone());
    }
    for row in data.lq.tables.iter_mut().flat_map(|table| &mut table.rows) {
        row.values.extend([Quotient::from(0.9); 5]);
    }
    let all = facts(&data);
    let zero = all.iter().find(|fact| fact.name() == "zero").unwrap();
    let Some(found @ Poster::Bars { .. }) = poster(&data, zero) else { panic!() };
    let Poster::Bars { bars, .. } = &found else { unreachable!() };
    assert_eq!(bars.len(), MOST_ROWS);
    assert!(bars.last().unwrap().is_subject && bars.last().unwrap().value == Some(0.0));
    let note = shigoto_widgets::locale::poster::shown(source(), &data, &found).unwrap();
    assert!(note.contains("12") && note.contains('7'), "{note}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// The city that is alone above is so in the table, and its bar is the first and the only one beyond the line.
    #[test]
    fn who_is_alone_above_is_alone_above(values in proptest::collection::vec(0.0..1.6_f64, 7..60)) {
        let values: Vec<f64> = values.into_iter().map(|value| (value * value * 100.0).round() / 100.0).collect();
        let data = with(&values);
        if let Some((title, bars)) = bars(&data, "alone") {
            let Name::City(city) = bars[0].name else { panic!() };
            prop_assert!(city.id == data.lq.focus_city && title.contains(&city.name), "{title}");
            let levels = levels(&bars);
            prop_assert!(levels[0] > 1.1 && levels[1..].iter().all(|level| *level <= 1.0), "{levels:?}");
            prop_assert!(levels.is_sorted_by(|one, other| one >= other));
            // The row is in a sound table under the industry that the headline names.
            let mut rows = data.lq.tables.iter().filter(|table| table.labels == Labels::Sound).flat_map(|table| &table.rows);
            let is_found = rows.any(|row| {
                let mut own: Vec<f64> = row.values.iter().filter_map(|value| value.published()).collect();
                own.sort_by(|one, other| other.total_cmp(one));
                own == levels && title.contains(row.industry.as_str())
            });
            prop_assert!(is_found);
        }
    }

    /// Both numbers of a split are said as they are drawn, and lie on two sides of 1.
    #[test]
    fn a_split_says_the_two_numbers_it_draws(values in proptest::collection::vec(0.0..3.0_f64, 5..60)) {
        let values: Vec<f64> = values.into_iter().map(|value| (value * 100.0).round() / 100.0).collect();
        let data = with(&values);
        if let Some((title, bars)) = bars(&data, "split") {
            let levels = levels(&bars);
            prop_assert!((levels[0] > 1.0) != (levels[1] > 1.0), "{levels:?}");
            for level in levels {
                let said = [fixed(level, 1), fixed(level, 2)];
                prop_assert!(said.iter().any(|said| title.contains(said.as_str())), "{title}: {level}");
            }
        }
    }

    /// A fall is called a fall, a rise a rise, and what is not known is not told.
    #[test]
    fn a_level_that_is_held_fell_or_rose_as_its_numbers_say(earlier in 0_u16..200) {
        let mut data = ours();
        data.kpi.earlier[0].value = f64::from(earlier);
        let (title, bars) = bars(&data, "maintain").unwrap();
        let numbers = [&format!("{earlier}件から80件")];
        prop_assert_eq!(title.contains("減った"), earlier > 80, "{}", title);
        prop_assert_eq!(title.contains("増えた"), earlier < 80, "{}", title);
        prop_assert_eq!(title.contains(numbers[0].as_str()), earlier != 80, "{}", title);
        prop_assert_eq!(bars.len(), if earlier == 80 { 2 } else { 3 });
        prop_assert!(title.contains("80件"), "{title}");
    }

    /// The multiple that is said is the one drawn.
    #[test]
    fn the_furthest_target_is_that_many_times_its_baseline(baseline in 1_u32..5000, target in 1_u32..20_000) {
        let mut data = ours();
        data.kpi.kpis.retain(|kpi| kpi.id.as_str() == "foreign-guests" || kpi.name.contains("外国人"));
        prop_assert_eq!(data.kpi.kpis.len(), 1);
        (data.kpi.kpis[0].baseline.value, data.kpi.kpis[0].target.value) = (baseline.into(), (baseline + target).into());
        let (title, bars) = bars(&data, "furthest").unwrap();
        let levels = levels(&bars);
        let ratio = levels[1] / levels[0];
        if let Some((_, said)) = title.rsplit_once('を') && let Some(said) = said.strip_suffix("倍に") {
            let said: f64 = said.replace(',', "").parse().unwrap();
            prop_assert!((said - ratio).abs() <= 0.5 + ratio * 0.005, "{title}: {ratio}");
        } else {
            prop_assert!(title.contains('→'), "{title}");
        }
    }

    /// As many tiles lie in the piles as links lead to key issues, and the one that is named is the largest.
    #[test]
    fn directions_lie_where_their_links_lead(kept in proptest::collection::vec(any::<bool>(), 13)) {
        let mut data = ours();
        let mut keep = kept.iter();
        data.links.strategy_issue.retain(|_| *keep.next().unwrap_or(&true));
        for lang in languages().all() {
            let data = lang.translated(&data);
            let all = facts(&data);
            let Some(fact @ Fact::Directions { most, count, .. }) = all.iter().find(|fact| fact.name() == "directions") else { panic!() };
            let Some(Poster::Tiles(piles)) = poster(&data, fact) else {
                prop_assert!(data.links.strategy_issue.is_empty());
                continue;
            };
            prop_assert_eq!(piles.iter().map(|pile| pile.count).sum::<usize>(), data.links.strategy_issue.len());
            let subject = piles.iter().find(|pile| pile.is_subject);
            prop_assert_eq!(subject.map(|pile| pile.count), most.map(|_| *count));
            if let Some(issue) = most {
                prop_assert!(piles.iter().filter(|pile| !pile.is_subject).all(|pile| pile.count < *count));
                let title = ruby::words(&headline(lang, &data, fact).title);
                prop_assert!(title.contains(&ruby::words(&issue.name)) && title.contains(&count.to_string()), "{title}");
            }
        }
    }
}
