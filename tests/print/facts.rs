//! The numbers of prose and tables are those that the strategy prints; each stands in its own sentence.

use std::collections::BTreeMap;

use shigoto_widgets::data::circulation::CirculationData;
use shigoto_widgets::data::facts::{Fact, FactsData};
use shigoto_widgets::publish::open_data;

use crate::common::library;

fn prose() -> FactsData {
    library().facts.prose
}

fn circulation() -> CirculationData {
    library().facts.circulation.unwrap()
}

/// The ways in which a number is printed in prose.
fn spellings(fact: &Fact) -> Vec<String> {
    let size = fact.value.abs();
    let (whole, decimals) = (size as u64, usize::from(fact.decimals));
    let mut spellings = vec![format!("{size:.decimals$}")];
    let parts = |by: u64| (whole / by, whole % by);
    match (fact.unit.as_str(), parts(10_000)) {
        ("億円", (1.., _)) => spellings = vec![format!("{}兆{}億円", parts(10_000).0, parts(10_000).1)],
        ("人", (1.., _)) => spellings = vec![format!("{}万{}人", parts(10_000).0, parts(10_000).1)],
        // A year of the era.
        ("年", _) if whole > 2018 => spellings.push(format!("令和{}年", whole - 2018)),
        _ => {}
    }
    spellings
}

/// Whether a number stands in a text, and is no part of another one.
fn holds(text: &str, number: &str) -> bool {
    let is_part = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit() || letter == '.');
    text.match_indices(number).any(|(start, _)| {
        let ends_in_digit = number.ends_with(|letter: char| letter.is_ascii_digit());
        let goes_on = ends_in_digit && is_part(text[start + number.len()..].chars().next());
        !is_part(text[..start].chars().next_back()) && !goes_on
    })
}

#[test]
fn every_number_stands_in_its_sentence() {
    for fact in &prose().facts {
        let sentence = fact.quote.replace(',', "");
        let found = spellings(fact).iter().any(|number| holds(&sentence, number));
        assert!(found, "{}: none of {:?} in {sentence}", fact.id, spellings(fact));
        let falls = ["△", "低下"].iter().any(|word| fact.quote.contains(word)) && fact.value < 0.0;
        assert!(fact.value >= 0.0 || falls, "{}: nothing falls in {}", fact.id, fact.quote);
    }
}

#[test]
fn what_is_said_to_be_about_is_approximate() {
    for fact in prose().facts.iter().filter(|fact| fact.approximate) {
        let words = ["約", "程度", "規模", "以上", "前後", "超える"];
        assert!(words.iter().any(|word| fact.quote.contains(word)), "{}: {}", fact.id, fact.quote);
    }
}

#[test]
fn numbers_stand_as_printed() {
    // Copied by hand from the source.
    let printed = "output-2011 9412億円 2011年度|output-2019 10197億円 2019年度|output-change 8.3% 2011年度～2019年度
        purpose-primary 78億円 2019年度|purpose-secondary 942億円 2019年度|purpose-tertiary 9177億円 2019年度
        purpose-tertiary-share 90.0% 2019年度|ict-change 43.5% 2011年度～2019年度|trade-change -1.8% 2011年度～2019年度
        workers-2005 142993人 2005年|workers-2020 127394人 2020年|population-2000 318千人 2000年
        population-2045 183528人 2045年|purpose-migration-young -723人 2022年|purpose-migration-all -768人 2022年
        trade-output-share 15.6% 2019年度|trade-workers-share 18.5% 2020年|trade-value-share 22.2% 2021年
        value-added 4742億円 2021年|wages-change 14.1% 2011年度～|property-change 21.4% 2011年度～
        business-change 13.6% 2011年度～|openings-all 1.17倍 2023年3月|openings-without-service 0.98倍 2023年3月
        circulation-rate 93.1% 2018年|other-spending-leak 990億円 2018年|ict-gdp-2000 33.9兆円 2000年|ict-gdp-now 54兆円 –
        founders-2022 99件 2022年度|founders-2023 80件 2023年度|cruise-calls 36隻 2024年|convention-city 53番目 2015年7月";
    let facts = prose().facts;
    let told: BTreeMap<String, String> = (facts.iter())
        .map(|fact| {
            let (decimals, unit) = (usize::from(fact.decimals), &fact.unit);
            let period = fact.period.as_ref().map_or("–".to_owned(), ToString::to_string);
            (fact.id.to_string(), format!("{:.decimals$}{unit} {period}", fact.value))
        })
        .collect();
    for row in printed.split(['|', '\n']).map(str::trim) {
        let (id, expected) = row.split_once(' ').unwrap();
        assert_eq!(told.get(id).map(String::as_str), Some(expected), "{id}");
    }
}

#[test]
fn a_fall_is_no_growth() {
    let data = prose();
    let series = data.series.iter().find(|series| series.id.as_str() == "founders").unwrap();
    let values: Vec<f64> = data.points(series).iter().map(|fact| fact.value).collect();
    assert_eq!(values, [99.0, 80.0]);
    assert!(series.note.as_ref().unwrap().contains("減少"), "the sentence says that they grew");
}

#[test]
fn the_rate_of_circulation_is_of_what_is_spent() {
    let printed = [(43217.0, 50017.0, 43217.0, -6800.0, 86.4), (9693.0, 10408.0, 9693.0, -715.0, 93.1)];
    let data = circulation();
    let found: Vec<_> = (data.areas.iter())
        .map(|flow| (flow.distribution, flow.expenditure, flow.returned, flow.balance, flow.circulation_percent))
        .collect();
    assert_eq!(found, printed);
    assert_eq!(data.focused().map(|flow| flow.circulation_percent), Some(93.1));
}

#[test]
fn the_market_stands_as_printed() {
    // Copied by hand from the source: sizes, changes and rates of both years.
    let printed = "25199 14.10 3.77 27505 9.15 4.16|24584 4.66 38.13 25528 3.84 42.01|17518 7.88 46.20 18222 4.02 52.16
        8552 9.82 7.52 9191 7.48 8.24|22752 6.71 28.25 23541 3.47 29.59|24279 9.35 21.15 25499 5.02 21.56
        3016 8.33 3.86 3183 5.55 3.98|6964 8.42 1.96 7327 5.22 1.89|132865 8.61 8.78 139997 5.37 9.13";
    let market = library().facts.market.unwrap();
    let found = market.categories.iter().chain([&market.total]).map(|category| {
        let year = |year: &shigoto_widgets::data::market::MarketYear| {
            format!("{} {:.2} {:.2}", year.market_size, year.change_percent, year.ec_rate_percent)
        };
        category.years.iter().map(year).collect::<Vec<_>>().join(" ")
    });
    assert_eq!(found.collect::<Vec<_>>(), printed.split(['|', '\n']).map(str::trim).collect::<Vec<_>>());
    let parts: f64 = market.categories.iter().map(|category| category.years[1].market_size).sum();
    assert_eq!(market.total.years[1].market_size - parts, 1.0, "what the note says of the total");
}

#[test]
fn open_data_have_the_columns_that_others_rely_on() {
    let files: BTreeMap<&str, String> = open_data::of_pages(&library()).into_iter().collect();
    let row = |file: &str, start: &str| {
        let text = files[file].strip_prefix('\u{feff}').unwrap();
        text.split("\r\n").find(|row| row.starts_with(start)).unwrap_or_else(|| panic!("{file}: {start}")).to_owned()
    };
    assert_eq!(row("facts.csv", "id"), "id,what,value,unit,period,approximate,section,quote");
    assert!(row("facts.csv", "purpose-tertiary-share").contains(",90.0,%,2019年度,false,1(1) 趣旨,"));
    assert!(row("facts.csv", "ict-gdp-2000").contains(",339000,億円,2000年,false,"), "money is in 億円");
    assert!(row("facts.csv", "semi-affluent-from").contains(",0.5,億円,,false,"), "money is in 億円");
    assert!(row("facts.csv", "purpose-circulation").contains(",9,割,,true,"));
    assert_eq!(row("ec.csv", "category"), "category,year,market_size,change_percent,ec_rate_percent");
    assert_eq!(row("ec.csv", "合計,2022"), "合計,2022,139997,5.37,9.13");
    assert_eq!(row("ec.csv", "食品、飲料、酒類,2021"), "食品、飲料、酒類,2021,25199,14.10,3.77");
    let head = "area,distribution,expenditure,return,balance,circulation_percent";
    assert_eq!(row("circulation.csv", "area"), head);
    assert_eq!(row("circulation.csv", "青森市"), "青森市,9693,10408,9693,-715,93.1");
    for (file, rows) in [("facts.csv", 91), ("ec.csv", 19), ("circulation.csv", 3)] {
        assert_eq!(files[file].trim_end().split("\r\n").count(), rows, "{file}");
    }
}
