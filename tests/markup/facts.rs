//! The pages of the numbers and of how the strategy was made: whole in every language, every way within them leads
//! somewhere, and what they compute follows from what is printed.

use crate::common::{languages, library, town};
use std::collections::BTreeSet;

use shigoto_widgets::data::change::Part;
use shigoto_widgets::data::library::{Facts, Library};
use shigoto_widgets::data::strategy::Pillar;
use shigoto_widgets::locale::facts::{amount, heading, market_key, stated, when};
use shigoto_widgets::locale::{Lang, Languages, ruby};
use shigoto_widgets::markup::ways;
use shigoto_widgets::model::tally::Tally;
use shigoto_widgets::publish::facts::{figures, translated, tree, write};
use shigoto_widgets::publish::kit::{ContentFolder, Kit};
use shigoto_widgets::publish::sink::Files;

fn pages(library: &Library) -> Files {
    let (languages, mut files) = (Languages::new(library.languages.clone()).unwrap(), Files::default());
    let folder = ContentFolder { name: "content".to_owned(), languages: Vec::new(), rare: Vec::new() };
    write(library, &languages, &Kit::default(), &folder, &mut files).unwrap();
    files
}

fn page(files: &Files, lang: Lang, stem: &str) -> String {
    String::from_utf8(files.get(&lang.file(stem)).to_vec()).unwrap()
}

fn values<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    html.split(name).skip(1).filter_map(|rest| rest.split_once('"')).map(|(value, _)| value).collect()
}

/// What is read of a page, without its marks.
fn words(html: &str) -> String {
    let shown = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    shown.collect::<String>().replace("&amp;", "&").replace("&quot;", "\"")
}

#[test]
fn every_number_stands_on_the_page_with_its_sentence_in_every_language() {
    let library = library();
    let files = pages(&library);
    for lang in languages().all().filter(|lang| !lang.has_readings()) {
        let (html, facts) = (page(&files, lang, "facts"), translated(lang, &library.facts));
        let text = words(&html);
        for (fact, original) in facts.prose.facts.iter().zip(&library.facts.prose.facts) {
            let row = html.split_once(&format!("id=\"{}\"", fact.id)).unwrap_or_else(|| panic!("{}", fact.id)).1;
            let row = words(row.split_once("</tr>").unwrap().0);
            assert!(row.contains(&stated(lang, fact)), "{}: {row}", fact.id);
            assert!(fact.period.as_ref().is_none_or(|period| row.contains(&when(lang, period))), "{}: {row}", fact.id);
            assert!(text.contains(&fact.quote) && text.contains(&original.quote), "{}: no sentence", fact.id);
            assert!(fact.note.as_ref().is_none_or(|note| text.contains(note)), "{}: no note", fact.id);
        }
    }
}

#[test]
fn every_way_within_the_pages_leads_somewhere_and_no_id_stands_twice() {
    for library in [library(), town()] {
        let files = pages(&library);
        for (name, bytes) in files.iter() {
            let html = String::from_utf8_lossy(bytes);
            let ids = values(&html, " id=\"");
            let unique: BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(ids.len(), unique.len(), "{name}");
            for target in values(&html, "href=\"#") {
                assert!(unique.contains(target), "{name}: #{target}");
            }
        }
    }
}

#[test]
fn the_working_names_what_is_divided_by_what() {
    let library = library();
    let files = pages(&library);
    let working = [
        ("ja", "支出による生産への還流 9,693億円 ÷ 所得からの支出 10,408億円 ＝ 地域経済循環率 93.1%"),
        ("en", "Returned to production ¥969.3 billion ÷ Spent from income ¥1,040.8 billion = Circulation rate 93.1%"),
    ];
    for (tag, expected) in working {
        let html = page(&files, languages().find(tag).unwrap(), "facts");
        let formula = html.split_once("<p class=\"formula\">").unwrap().1;
        assert_eq!(formula.split_once("</p>").unwrap().0, expected);
    }
    let html = page(&files, languages().source(), "facts");
    assert!(html.contains("割る数（分母）は、「所得からの支出」の10,408億円です。"));
}

#[test]
fn the_heading_says_whether_money_leaves_or_comes_in() {
    let (lang, library, town) = (languages().source(), library(), town());
    assert_eq!(heading(lang, &library.facts), "支出の93.1%が域内の生産に戻り、715億円は域外へ");
    assert_eq!(heading(lang, &town.facts), "支出の105.0%が域内の生産に戻り、20億円は域外から");
    let mut even = town.facts.clone();
    even.circulation.as_mut().unwrap().areas[0].balance = 0.0;
    assert!(heading(lang, &even).contains("同じ額"));
    let without = Facts { circulation: None, ..town.facts };
    assert_eq!(heading(lang, &without), "文に書かれた2の数値");
}

#[test]
fn amounts_are_written_as_each_language_writes_them() {
    let (ja, en) = (languages().source(), languages().find("en").unwrap());
    let told = |lang: Lang, value: f64, unit: &str| amount(lang, value, &unit.parse().unwrap(), 0);
    let written = [
        (10197.0, "億円", "10,197億円", "¥1,019.7 billion"),
        (33.9, "兆円", "33.9兆円", "¥33.9 trillion"),
        (5000.0, "万円", "5,000万円", "¥50 million"),
        (318.0, "千人", "318千人", "318,000 people"),
        (600.0, "万人", "600万人", "6 million people"),
        (-723.0, "人", "−723人", "−723 people"),
        (-715.0, "億円", "−715億円", "−¥71.5 billion"),
        (139_997.0, "億円", "139,997億円", "¥13,999.7 billion"),
        (2050.0, "年", "2050年", "2050"),
        (9.0, "割", "9割", "9 in 10"),
        (53.0, "番目", "53番目", "no. 53"),
        (1.0, "", "1", "1"),
    ];
    for (value, unit, japanese, english) in written {
        assert_eq!((told(ja, value, unit).as_str(), told(en, value, unit).as_str()), (japanese, english));
    }
}

#[test]
fn a_place_shows_the_tables_that_it_has() {
    let town = town();
    let files = pages(&town);
    let lang = Languages::new(town.languages.clone()).unwrap().source();
    let html = page(&files, lang, "facts");
    assert!(html.contains("id=\"circulation\"") && !html.contains("id=\"ec\""), "the town prints no market");
    let names: Vec<String> = figures(lang, &town.facts).unwrap().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["circulation.svg"]);
    assert!(!page(&files, lang, "about").contains("id=\"rule\""));
}

#[test]
fn the_market_is_told_for_each_of_its_years_and_shown_for_the_latest() {
    let library = library();
    let files = pages(&library);
    let html = page(&files, languages().source(), "facts");
    let part = |year: &str| {
        let rest = html.split_once(&format!("<p class=\"lead\" data-year=\"{year}\"")).unwrap().1;
        rest.split_once("</p>").unwrap().0.to_owned()
    };
    assert!(part("2022").starts_with('>') && part("2021").starts_with(" hidden"), "the latest year is seen");
    // The numbers of ec.csv in 2021; the categories with the greatest and the least share.
    let told = "2021年は合わせて132,865億円で、販売全体の8.78%。割合が最も高いのは「書籍、映像・音楽ソフト」の46.20%、最も低いのは「その他」の1.96%。";
    assert!(part("2021").ends_with(told), "{}", part("2021"));
    let keys: Vec<&str> = html.match_indices("棒は2021年、縦の線は2022年。").map(|(_, key)| key).collect();
    assert_eq!(keys.len(), 1);
    let picture = html.split_once("<figure part=\"figure\" data-year=\"2021\" hidden>").unwrap().1;
    let picture = words(picture.split_once("</svg>").unwrap().0);
    let market = library.facts.market.as_ref().unwrap();
    for category in &market.categories {
        let size = amount(languages().source(), category.in_year(2021).unwrap().market_size, &market.unit, 0);
        assert!(picture.contains(&category.category) && picture.contains(&size), "{}", category.category);
    }
}

#[test]
fn a_market_of_one_year_is_compared_with_none() {
    let lang = languages().source();
    let mut market = library().facts.market.unwrap();
    for category in market.categories.iter_mut().chain([&mut market.total]) {
        category.years.truncate(1);
    }
    assert_eq!((market.latest(), market.other(2021)), (Some(2021), None));
    assert!(market_key(lang, &market, 2021).ends_with("棒は2021年。"));
}

#[test]
fn the_tree_for_pages_of_others_offers_the_figures_that_there_are_and_passes_the_policy() {
    let (library, town) = (library(), town());
    let own: Vec<Lang> = languages().all().collect();
    let languages = Languages::new(town.languages.clone()).unwrap();
    let towns: Vec<Lang> = languages.all().collect();
    for (library, langs, figures) in [
        (&library, own, &["circulation", "ec", "series", "list"][..]),
        (&town, towns, &["circulation", "series", "list"]),
    ] {
        for lang in langs {
            let html = tree(library, lang).unwrap();
            let offered: Vec<&str> = values(&html, "name=\"figure\" value=\"");
            assert_eq!(offered, figures, "{}", lang.tag());
            assert_eq!(values(&html, " data-figure=\""), figures, "{}", lang.tag());
            let series: Vec<&str> = values(&html, "<option value=\"").into_iter().filter(|id| !id.is_empty()).collect();
            assert_eq!(series, library.facts.prose.series.iter().map(|one| one.id.as_str()).collect::<Vec<_>>());
            // What www/policy.js refuses.
            assert!(!html.contains("/>") && !html.contains(" style=") && !html.contains(" xml:"), "{}", lang.tag());
        }
    }
}

#[test]
fn how_the_strategy_was_made_is_whole_in_every_language() {
    let library = library();
    let files = pages(&library);
    for lang in languages().all() {
        let (html, about) = (page(&files, lang, "about"), lang.translated(&library.about));
        let plain = |text: &str| ruby::words(text);
        let text = if lang.has_readings() { without_readings(&html) } else { words(&html) };
        for member in &about.members {
            assert!(text.contains(&member.name) && text.contains(&plain(&member.affiliation)), "{}", member.name);
        }
        for item in about.meetings.iter().flat_map(|meeting| &meeting.agenda) {
            assert!(text.contains(&plain(&item.title)), "{}: {}", lang.tag(), item.title);
            assert!(item.talk.as_ref().is_none_or(|talk| text.contains(&plain(talk))), "{:?}", item.talk);
        }
        for sentence in about.organisation.iter().chain([&about.period, &about.council]) {
            assert!(text.contains(&plain(&sentence.text)), "{}: {}", lang.tag(), sentence.text);
        }
        assert_eq!(html.matches("<time ").count(), 7 + 1, "each meeting, and the edition");
    }
}

/// The words of a page whose readings stand beside them.
fn without_readings(html: &str) -> String {
    let mut parts = html.split("<rp>（</rp><rt>");
    let first = parts.next().unwrap().to_owned();
    words(&parts.fold(first, |text, part| text + part.split_once("</rt><rp>）</rp>").unwrap().1))
}

#[test]
fn the_record_of_changes_tells_what_became_of_what_and_why() {
    let town = town();
    let (files, languages) = (pages(&town), Languages::new(town.languages.clone()).unwrap());
    let told = [
        ("ja", "KPI「海の教室の参加者」の目標値：800人を900人に", "教室の回数を増やすため"),
        (
            "en",
            "KPI “Visitors of the sea classes”, Target: 800 people becomes 900 people",
            "Because there will be more classes",
        ),
    ];
    for (tag, change, reason) in told {
        let html = page(&files, languages.find(tag).unwrap(), "about");
        let record = html.split_once("<section id=\"editions\"").unwrap().1.split_once("</section>").unwrap().0;
        assert_eq!(values(record, "<li id=\""), ["edition-2027-06-30", "edition-2026-04"], "the newest first");
        assert_eq!(values(record, "<time datetime=\""), ["2027-06-30", "2026-04"]);
        assert!(words(record).contains(change) && words(record).contains(reason), "{}", words(record));
        assert!(html.contains("href=\"./data/editions.json\""));
    }
    let easy = page(&files, languages.find("ja-easy").unwrap(), "about");
    assert!(without_readings(&easy).contains("800人を900人に変える"));
}

#[test]
fn a_text_too_long_for_a_sentence_stands_whole_before_and_after() {
    let mut town = town();
    let (old, new) = ("前の文です。".repeat(20), "新しい文です。".repeat(20));
    let change = &mut town.editions[1].changes[5];
    (change.part, change.field, change.unit) = (Part::Strategy, "text".to_owned(), String::new());
    (change.old, change.new) = (Some(old.clone()), Some(new.clone()));
    let html = page(&pages(&town), Languages::new(town.languages.clone()).unwrap().source(), "about");
    assert!(html.contains(&format!("<dd>「{old}」</dd>")) && html.contains(&format!("<dd>「{new}」</dd>")));
}

#[test]
fn the_ways_on_the_front_page_show_what_their_findings_say() {
    let dots = |html: &str| {
        let path = html.split_once(" d=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
        let pillars: Vec<usize> = path.split("m16 0").map(|group| group.matches("h0").count()).collect();
        pillars
    };
    let works = |library: &Library| dots(&ways::works(&library.strategy).into_string());
    // strategy.json without what is printed again: 48 in five pillars.
    let (library, town) = (library(), town());
    for library in [&library, &town] {
        let own = |pillar: &Pillar| Tally::of_all(&pillar.measures, &[]).works.own;
        assert_eq!(
            works(library),
            library.strategy.pillars.iter().map(own).filter(|count| *count > 0).collect::<Vec<_>>()
        );
    }
    assert_eq!((works(&library).len(), works(&library).iter().sum::<usize>()), (5, 48));
    let returned = |library: &Library| ways::returned(&library.facts).into_string();
    // 9,693 of 10,408 is 93.1 %: 387 of 416. In the town more returns than is spent.
    assert!(returned(&library).contains("d=\"M0 3h387\"") && returned(&library).contains("d=\"M387 3H416\""));
    assert!(returned(&town).contains("d=\"M0 3h396\"") && returned(&town).contains("H416\""), "{}", returned(&town));
    let without = Facts { circulation: None, ..town.facts };
    assert_eq!(ways::returned(&without).into_string(), "");
}
