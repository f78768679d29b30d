//! Words over other numbers: nothing of our print is said of a reader's own file, and no sentence claims what the
//! numbers do not bear out, however few, equal or round they are.

use crate::common::{at_work, languages, library, source};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::OnceLock;

use proptest::prelude::*;
use shigoto_widgets::data::{Dataset, own};
use shigoto_widgets::id::Base;
use shigoto_widgets::locale::compared::{self, Cities};
use shigoto_widgets::locale::ruby;
use shigoto_widgets::locale::{Key, Lang, fixed, sentence};
use shigoto_widgets::markup;
use shigoto_widgets::model::cross_swot::{Reach, reach};
use shigoto_widgets::model::fiscal::Day;
use shigoto_widgets::model::insight;
use shigoto_widgets::picture::Look;
use shigoto_widgets::publish::open_data;
use shigoto_widgets::takeaway::{Occasion, table};
use shigoto_widgets::widget::Kind;
use shigoto_widgets::widget::kpi;

fn ours() -> Dataset {
    static OURS: OnceLock<Dataset> = OnceLock::new();
    OURS.get_or_init(|| library().dataset).clone()
}

fn read(name: &str, text: &str, ours: &Dataset) -> Dataset {
    own::read(name, text, ours).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// A widget's words, its sheet and its picture, one after the other.
pub(crate) fn everything(kind: Kind, data: &Dataset, lang: Lang) -> [String; 3] {
    let data = if lang == source() { data.clone() } else { lang.translated(data) };
    let context = at_work(&data, lang, 2026);
    let html = markup::text(lang, (kind.face().tree)(&context));
    let shown = (kind.offer().state)(&data, 2026);
    let day = Day { year: 2026, month: 11, day: 29 };
    let sheet = table(&*shown, &data, lang, Occasion { day, link: "https://example.jp/" }).csv();
    let picture = shown.svg(&data, &Look::published(lang)).unwrap();
    // A reading in a page stands between the words.
    let html = html.split("<rp>（</rp>").map(|part| part.rsplit("<rp>）</rp>").next().unwrap()).collect::<String>();
    [html, sheet, read_down(&picture)]
}

/// The words of a picture from top to bottom: lines are not drawn in their order.
fn read_down(picture: &str) -> String {
    let number = |tag: &str, name: &str| -> i32 {
        let value = tag.split_once(&format!("{name}=\"")).unwrap().1;
        value.split_once('"').unwrap().0.parse().unwrap()
    };
    let texts = picture.split("<text ").skip(1).map(|part| part.split_once("</text>").unwrap().0);
    let parts = texts.map(|part| part.split_once('>').unwrap());
    let mut lines: Vec<_> = parts.map(|(tag, words)| (number(tag, "y"), number(tag, "x"), words)).collect();
    lines.sort_unstable();
    lines.into_iter().map(|(_, _, words)| words.to_owned() + "\n").collect()
}

/// Without marks and line breaks, so that a text is found wherever it was broken.
pub(crate) fn plain(text: &str) -> String {
    let mut inside = false;
    let letters = text.chars().filter(|letter| {
        let was = inside;
        inside = *letter == '<' || (inside && *letter != '>');
        !inside && !was && !letter.is_whitespace()
    });
    letters.collect()
}

const TOWN: &str = "base,industry,city,lq\nemployees,農業,町,1.5\nemployees,製造業,町,0.5\n";

#[test]
fn nothing_of_the_print_is_said_of_a_readers_own_quotients() {
    let ours = ours();
    let own = read("town.csv", TOWN, &ours);
    for lang in languages().all() {
        for text in everything(Kind::Lq, &own, lang) {
            let text = plain(&text);
            let has = |part: &str| text.contains(&plain(&ruby::words(part)));
            for printed in &lang.translated(&ours).lq.tables {
                let said =
                    [Some(&printed.title), Some(&printed.formula), printed.note.as_ref(), printed.warning.as_ref()];
                for said in said.into_iter().flatten().chain([&printed.source.section, &ours.lq.reference_area]) {
                    assert!(!has(said), "{}: {said}", lang.tag());
                }
            }
            assert!(has("town.csv") && has(lang.text(Key::FormulaUnknown)), "{}: {text}", lang.tag());
            assert!(!text.contains("。。") && !text.contains(">。"), "{text}");
        }
    }
}

#[test]
fn a_period_that_a_file_tells_is_not_said_to_be_unknown() {
    let ours = ours();
    let town = |periods: &str| {
        let row = |industry: &str, value: &str| format!("employees,{industry},町,{value},{periods}\n");
        let text =
            "base,industry,city,lq,period,reference_period\n".to_owned() + &row("農業", "1.5") + &row("製造業", "0.5");
        read("town.csv", &text, &ours)
    };
    for lang in languages().all() {
        for (periods, own, reference) in
            [("2031年,2032年", "2031年", "2032年"), ("2031年,", "2031年", lang.text(Key::PeriodUnknown))]
        {
            let said = lang.fill(Key::FormulaDated, &[("period", own), ("reference", reference)]);
            for text in everything(Kind::Lq, &town(periods), lang) {
                let text = plain(&text);
                let has = |part: &str| text.contains(&plain(&ruby::words(part)));
                assert!(has(&said) && !has(lang.text(Key::FormulaUnknown)), "{}: {text}", lang.tag());
            }
        }
        for text in everything(Kind::Lq, &town(","), lang) {
            assert!(plain(&text).contains(&plain(&ruby::words(lang.text(Key::FormulaUnknown)))), "{}", lang.tag());
        }
    }
}

#[test]
fn what_was_read_before_makes_no_difference() {
    let ours = ours();
    let other = "base,industry,city,lq\noutput,鉱業,村,2\n";
    let json = crate::common::file("lq.json").replace("\"全国\"", "\"県\"");
    for before in [TOWN, other, &json] {
        let before = read("before", before, &ours);
        for text in [TOWN, other, &json] {
            let (alone, after) =
                (read("own.csv", text, &ours), own::read_over("own.csv", text, &before, &ours).unwrap());
            assert!(alone == after, "{text:.60}");
        }
    }
    let library = library();
    let published = open_data::all(&library.dataset).into_iter().find(|(name, _)| *name == "lq.csv").unwrap().1;
    let after = own::read_over("lq.csv", &published, &read("town.csv", TOWN, &ours), &ours).unwrap();
    assert!(after.lq == ours.lq && after.links == ours.links, "the print is the print again");
}

#[test]
fn a_table_with_one_printed_column_keeps_its_doubts_and_not_its_formula() {
    let ours = ours();
    let mut text = "base,industry,city,lq\n".to_owned();
    for row in &ours.lq.table(Base::Establishments).unwrap().rows {
        let industry = &row.industry;
        writeln!(text, "establishments,{industry},青森市,{}\nestablishments,{industry},町,1.01", row.value(0).unwrap())
            .unwrap();
    }
    let own = read("own.csv", &text, &ours);
    let table = own.lq.table(Base::Establishments).unwrap();
    assert_eq!((table.labels, table.warning.is_some()), (ours.lq.tables[1].labels, true));
    assert!(table.formula.is_empty() && table.title.is_empty() && table.note.is_none());
}

#[test]
fn what_is_shown_as_one_is_about_the_same() {
    let ours = ours();
    let text = "base,industry,city,lq\noutput,農業,A市,1.00412\noutput,農業,B市,0.98765\noutput,林業,A市,1.00000\n\
                output,林業,B市,1.49999\noutput,鉱業,A市,1.00399\noutput,鉱業,B市,1.50001\n";
    let own = read("own.csv", text, &ours);
    let table = own.lq.table(Base::Output).unwrap();
    let told = |city: usize| sentence::lq(source(), &own, table, &own.lq.cities[city].id, false);
    let of_a = "A市の3産業は、すべて基準の地域とほぼ同じ（0.9～1.1）です。最も高いのは農業、林業、鉱業（1.00）です。";
    assert_eq!(told(0), format!("生産額で見ると、{of_a}"));
    let of_b = "B市の3産業のうち、基準の地域を上回るのは2産業、基準の地域とほぼ同じ（0.9～1.1）なのは1産業です。";
    let alone = "林業（1.50）、鉱業（1.50）は、2市のうちB市だけが基準の地域を上回ります。";
    assert_eq!(told(1), format!("生産額で見ると、{of_b}最も高いのは林業、鉱業（1.50）です。{alone}"));
    let exact = text.replace("output", "employees");
    let links = read("own.csv", &(text.to_owned() + exact.split_once('\n').unwrap().1), &ours);
    assert!(insight::splits(&links.lq, &links.links, &links.lq.cities[0].id).is_empty(), "1.00 is on no side");
}

/// An own indicator to maintain, and its reading of 2025.
fn maintained(direction: Option<&str>, level: i32, actual: i32) -> Dataset {
    let (head, cell) = match direction {
        Some(direction) => (",direction", format!(",{direction}")),
        None => ("", String::new()),
    };
    let text = format!(
        "id,pillar,measure,name,unit,kind,baseline,baseline_period,target{head}\n\
         waiting,1,1-1,待機児童数,人,maintain,{level},2023年度,{level}{cell}\n"
    );
    let kpis = read("kpi.csv", &text, &ours());
    read("actuals.csv", &format!("id,period,value,source,note\nwaiting,2025年度,{actual},市,\n"), &kpis)
}

#[test]
fn floor_ceiling_and_neither_are_told_apart_everywhere() {
    let cases = [
        (None, 0, 5, "目標値0人に対し5人", "目標値と異なる", "0人を保つ"),
        (Some(""), 0, 5, "目標値0人に対し5人", "目標値と異なる", "0人を保つ"),
        (None, 7, 7, "水準を維持", "水準を維持", "7人を保つ"),
        (Some("lower"), 0, 5, "水準を上回る", "水準を上回る", "0人以下を保つ"),
        (Some("lower"), 9, 5, "水準を維持", "水準を維持", "9人以下を保つ"),
        (Some("raise"), 9, 5, "水準を下回る", "水準を下回る", "9人以上を保つ"),
        (Some("raise"), 0, 5, "水準を維持", "水準を維持", "0人以上を保つ"),
    ];
    for (direction, level, actual, told, counted, goal) in cases {
        let data = maintained(direction, level, actual);
        let [html, sheet, picture] = everything(Kind::Kpi, &data, source());
        for text in [&html, &sheet, &picture] {
            assert!(text.contains(told), "{direction:?} {level} {actual}: {text}");
            for other in ["水準を維持", "水準を上回る", "水準を下回る"].iter().filter(|other| **other != counted)
            {
                assert!(!text.contains(other), "{direction:?} {level} {actual}: {other}");
            }
        }
        assert!(html.contains(goal), "{html}");
        let sentence = format!("2026年度までに公表された実績では、「{counted}」です。");
        assert!(html.contains(&sentence) && sheet.contains(&sentence), "{html}");
    }
}

#[test]
fn a_direction_that_points_away_from_the_target_is_refused() {
    let head = "id,pillar,measure,name,unit,kind,baseline,baseline_period,target,direction\n";
    for (row, place) in [("100,2023年度,50,raise", 10), ("50,2023年度,100,lower", 10), ("50,2023年度,100,down", 10)]
    {
        let text = format!("{head}a,1,1-1,名,件,raise,{row}\n");
        let faults = own::read("own.csv", &text, &ours()).expect_err(row);
        assert!(faults.len() == 1 && faults[0].to_string().contains(&format!(":2:{place}")), "{faults:#?}");
    }
    let fine = read("own.csv", &format!("{head}a,1,1-1,名,件,raise,100,2023年度,50,\n"), &ours());
    let told = sentence::kpi(source(), insight::kpi(kpi::State::new(&fine, 2026).readings(&fine).iter()), 2026);
    assert!(told.starts_with("指標は1つ、引き下げるものです。"), "{told}");
}

#[test]
fn a_corrected_target_keeps_which_way_is_better() {
    let library = library();
    let published = open_data::all(&library.dataset).into_iter().find(|(name, _)| *name == "kpi.csv").unwrap().1;
    let line = published.lines().find(|line| line.starts_with("startups,")).unwrap();
    let edited = published.replace(line, &line.replace("80", "90"));
    let own = read("kpi.csv", &edited, &library.dataset);
    let kpi = own.kpi.kpis.iter().find(|kpi| kpi.id.as_str() == "startups").unwrap();
    assert_eq!((kpi.target.value, kpi.direction), (90.0, library.dataset.kpi.kpis[2].direction));
    assert!(kpi.direction.is_some());
}

#[test]
fn the_plan_is_not_taken_for_the_readers_own() {
    let data = maintained(None, 7, 7);
    for lang in languages().all() {
        let note = sentence::pace_note(lang, &lang.translated(&data));
        for text in everything(Kind::Kpi, &data, lang) {
            let text = plain(&text.replace("\"\"", "\""));
            assert!(text.contains(&plain(&ruby::words(&note))), "{}: {text}", lang.tag());
            for pillar in &lang.translated(&data).outline.pillars {
                assert!(
                    pillar.summary.iter().all(|said| !text.contains(&plain(said))),
                    "what pillars say is the city's"
                );
            }
        }
        assert!(!note.contains("戦略に印刷") && note.contains("2033"), "{note}");
    }
}

#[test]
fn english_writes_money_and_visitors_as_its_readers_do() {
    let lang = languages().find("en").unwrap();
    let [html, sheet, picture] = everything(Kind::Kpi, &ours(), lang);
    for told in ["¥117.5 billion", "¥166.9 billion", "¥37.4 million", "4.62 million visitors", "8.4%"] {
        assert!(plain(&html).contains(&plain(told)), "{told}");
        assert!(picture.contains(told), "{told}");
    }
    for odd in
        ["hundred million yen<", "thousand yen<", "thousand visitors<", "0 cases", "(number)<", "not published ("]
    {
        assert!(!html.contains(odd), "{odd}");
    }
    for exact in ["1175", "37356", "4616", "hundred million yen"] {
        assert!(sheet.contains(exact), "{exact}: the sheet has the printed value");
    }
    assert!(html.contains("As printed: 1,175 → 1,669 (hundred million yen)"));
    assert!(html.contains("Of 16 KPIs, 11 are to be raised and 5 are to be kept at today’s level."), "{html}");
    let swot = sentence::swot(lang, &lang.translated(&ours()).swot, None, &Reach::default());
    assert_eq!(
        swot,
        "3 strengths, 3 weaknesses, 4 opportunities and 4 threats are crossed to find 11 directions, drawn together \
         into 4 key issues."
    );
}

#[test]
fn amounts_that_differ_are_not_rounded_to_the_same() {
    let lang = languages().find("en").unwrap();
    let mut data = ours();
    let kpi = data.kpi.kpis.iter_mut().find(|kpi| kpi.id.as_str() == "aomolink-sales").unwrap();
    kpi.target.value = 37_360.0;
    let html = plain(&everything(Kind::Kpi, &data, lang)[0]);
    assert!(html.contains("¥37.356million") && html.contains("¥37.360million"), "told apart");
}

/// What no sentence may hold, whatever the data.
fn check_words(text: &str) {
    let text = &ruby::words(text);
    let odd = [
        "。。",
        "、、",
        "、。",
        "「」",
        "（）",
        " ,",
        " .",
        "..",
        ",,",
        "()",
        "“”",
        "  ",
        "{",
        "}",
        "10つ",
        "すべて「」",
    ];
    for odd in odd {
        assert!(!text.contains(odd), "“{odd}” in: {text}");
    }
    for counted in ["つ", "の方向", "の要素", "の重要", "産業のうち", " directions", " factors", " measures"]
    {
        for (start, _) in text.match_indices(&format!("0{counted}")) {
            assert!(text[..start].ends_with(|letter: char| letter.is_ascii_digit()), "0{counted} in: {text}");
        }
    }
    for one in ["1 industries", "1 directions", "1 factors", "1 are ", "1市のうち", "1産業のうち"] {
        for (start, _) in text.match_indices(one) {
            assert!(text[..start].ends_with(|letter: char| letter.is_ascii_digit()), "{one} in: {text}");
        }
    }
}

/// Quotients near 0.9, 1 and 1.1, zeros and ties; one place or some; one base or two.
fn quotients() -> impl Strategy<Value = (Vec<Vec<usize>>, bool)> {
    (1usize..5, 1usize..6).prop_flat_map(|(cities, industries)| {
        (prop::collection::vec(prop::collection::vec(0usize..VALUES.len(), cities), industries), any::<bool>())
    })
}

const VALUES: [&str; 15] = [
    "0", "0.004", "0.5", "0.89", "0.8951", "0.9", "0.996", "1", "1.00412", "1.006", "1.1", "1.1049", "1.106",
    "1.50001", "1.5",
];
const INDUSTRIES: [&str; 5] = ["農業", "林業", "製造業", "建設業", "情報通信業"];

fn own_quotients(rows: &[Vec<usize>], has_employees: bool, ours: &Dataset) -> Dataset {
    let mut text = "base,industry,city,lq\n".to_owned();
    for base in ["output", "employees"].into_iter().take(1 + usize::from(has_employees)) {
        for (industry, row) in INDUSTRIES.iter().zip(rows) {
            for (city, value) in row.iter().enumerate() {
                // The other base tells another story.
                let value = VALUES[if base == "output" { *value } else { VALUES.len() - 1 - value }];
                writeln!(text, "{base},{industry},町{city},{value}").unwrap();
            }
        }
    }
    read("own.csv", &text, ours)
}

fn shown(value: f64, decimals: u8) -> f64 {
    format!("{value:.*}", usize::from(decimals)).parse().unwrap()
}

/// What is said of the quotients of a city, as they are shown, counted the simple way.
fn sides(city: &str, quotients: impl Iterator<Item = f64>) -> String {
    let (mut above, mut near, mut below) = (0, 0, 0);
    for quotient in quotients {
        match (quotient * 10_000.0).round() as u32 {
            11_001.. => above += 1,
            9_000..=11_000 => near += 1,
            _ => below += 1,
        }
    }
    let (of, area) = (above + near + below, "基準の地域");
    if above == of {
        return format!("{city}の{of}産業は、すべて{area}を上回ります。");
    }
    if near == of {
        return format!("{city}の{of}産業は、すべて{area}とほぼ同じ（0.9～1.1）です。");
    }
    if below == of {
        return format!("{city}の{of}産業は、すべて{area}を下回ります。");
    }
    let (is_above, is_near) =
        (format!("{area}を上回るのは{above}産業"), format!("{area}とほぼ同じ（0.9～1.1）なのは{near}産業"));
    let is_below = format!("{area}を下回るのは{below}産業");
    let two = match (above, near, below) {
        (0, ..) => [is_near, is_below],
        (_, 0, _) => [is_above, is_below],
        (.., 0) => [is_above, is_near],
        _ => {
            return format!(
                "{city}は{of}産業のうち{above}産業が{area}を上回り、{near}産業がほぼ同じ（0.9～1.1）、{below}産業が下回ります。"
            );
        }
    };
    format!("{city}の{of}産業のうち、{}です。", two.join("、"))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn every_claim_about_quotients_is_borne_out((rows, has_employees) in quotients()) {
        let ours = ours();
        let data = own_quotients(&rows, has_employees, &ours);
        let decimals = data.lq.decimals;
        for table in &data.lq.tables {
            for (column, city) in data.lq.cities.iter().enumerate() {
                for lang in languages().all() {
                    check_words(&sentence::lq(lang, &data, table, &city.id, false));
                }
                let told = sentence::lq(source(), &data, table, &city.id, false);
                let rows: Vec<(&str, Vec<f64>)> = table.rows.iter()
                    .map(|row| (row.industry.as_str(), row.values.iter().map(|value| shown(value.published().unwrap(), decimals)).collect()))
                    .collect();
                let most = rows.iter().map(|(_, row)| row[column]).fold(0.0, f64::max);
                let tops: Vec<&str> =
                    rows.iter().filter(|(_, row)| row[column] >= most).map(|(name, _)| *name).collect();
                let top = format!("{}（{}）です。", tops.join("、"), fixed(most, decimals));
                if let [(name, _)] = rows[..] {
                    let only = format!("{}の{name}は{}です。", city.name, fixed(most, decimals));
                    prop_assert!(told.contains(&only) && !told.contains("産業"), "{}", told);
                } else {
                    let sides = sides(&city.name, rows.iter().map(|(_, row)| row[column]));
                    prop_assert!(told.contains(&format!("で見ると、{sides}最も高いのは{top}")), "{told}: {sides}{top}");
                }
                let alone: Vec<String> = rows.iter()
                    .filter(|(_, row)| row.len() > 1 && row[column] > 1.1 && row.iter().filter(|other| **other > 1.0).count() == 1)
                    .map(|(name, row)| format!("{name}（{}）", fixed(row[column], decimals)))
                    .collect();
                let claim = format!("{}は、{}市のうち{}だけが基準の地域を上回ります。", alone.join("、"), data.lq.cities.len(), city.name);
                prop_assert_eq!(told.contains("だけが"), !alone.is_empty());
                prop_assert!(alone.is_empty() || told.contains(&claim), "{}: {}", told, claim);
            }
            if let [one, other, ..] = &data.lq.cities[..] {
                let cities = Cities::find(&data.lq, &one.id, &other.id).unwrap();
                let told = compared::sentence(source(), &data, table, cities, false);
                let apart = |row: &shigoto_widgets::data::lq::LqRow| shown(row.value(0).unwrap(), decimals) - shown(row.value(1).unwrap(), decimals);
                let higher = table.rows.iter().filter(|row| apart(row) > 0.0).count();
                let equal = table.rows.iter().filter(|row| apart(row) == 0.0).count();
                prop_assert!(told.contains(&format!("{}が高いのは{higher}、", one.name)), "{}", told);
                prop_assert!(told.contains(&format!("同じ値は{equal}です。")), "{}", told);
            }
        }
        if has_employees {
            for (column, city) in data.lq.cities.iter().enumerate() {
                for pair in insight::splits(&data.lq, &data.links, &city.id) {
                    let sides = [pair.output.1, pair.employees.1].map(|value| shown(value, decimals));
                    let [least, most] = [sides[0].min(sides[1]), sides[0].max(sides[1])];
                    prop_assert!(least < 0.9 && most > 1.1, "{column}: {sides:?}");
                }
            }
        }
    }

    #[test]
    fn every_claim_about_a_matrix_is_borne_out(kept in prop::collection::vec(any::<bool>(), 40), linked in prop::collection::vec(any::<bool>(), 80)) {
        let mut data = ours();
        let mut kept = kept.into_iter().cycle();
        let mut keep = || kept.next().unwrap();
        data.swot.factors.retain(|_| keep());
        data.swot.quadrants.iter_mut().for_each(|quadrant| quadrant.strategies.retain(|_| keep()));
        data.swot.issues.retain(|_| keep());
        let codes: BTreeSet<String> = data.swot.factors.iter().map(|factor| factor.code.to_string())
            .chain(data.swot.quadrants.iter().flat_map(|q| &q.strategies).map(|strategy| strategy.code.to_string()))
            .chain(data.swot.issues.iter().map(|issue| issue.code.to_string()))
            .collect();
        let mut linked = linked.into_iter().cycle();
        let mut is_there = |ends: [&dyn ToString; 2]| ends.iter().all(|end| codes.contains(&end.to_string())) && linked.next().unwrap();
        data.links.factor_strategy.retain(|link| is_there([&link.from, &link.to]));
        data.links.strategy_issue.retain(|link| is_there([&link.from, &link.to]));
        data.links.issue_measure.retain(|link| is_there([&link.from, &link.from]));
        let nodes = data.swot.factors.iter().map(|factor| factor.code.to_string())
            .chain(data.swot.quadrants.iter().flat_map(|q| &q.strategies).map(|strategy| strategy.code.to_string()))
            .chain(data.swot.issues.iter().map(|issue| issue.code.to_string()));
        for node in nodes {
            let node = node.parse().unwrap();
            for lang in languages().all() {
                let told = sentence::swot(lang, &lang.translated(&data.swot), Some(&node), &reach(&data.links, &node));
                check_words(&told);
                prop_assert!(!told.is_empty());
            }
        }
        for lang in languages().all() {
            let told = sentence::swot(lang, &data.swot, None, &Reach::default());
            check_words(&told);
            prop_assert_eq!(told.is_empty(), codes.is_empty());
        }
    }

    #[test]
    fn every_count_of_kpis_is_borne_out(kept in prop::collection::vec(any::<bool>(), 16), levels in prop::collection::vec(0usize..4, 16), pillar in 0u8..=5) {
        let mut data = ours();
        let mut kept = kept.into_iter();
        data.kpi.kpis.retain(|_| kept.next().unwrap());
        let mut rows = "id,period,value,source,note\n".to_owned();
        for (kpi, level) in data.kpi.kpis.iter().zip(&levels).filter(|(_, level)| **level > 0) {
            let value = [kpi.target.value, kpi.baseline.value, kpi.target.value * 1.1][level - 1];
            writeln!(rows, "{},2025年度,{},市,", kpi.id, fixed(value, 1)).unwrap();
        }
        let data = read("actuals.csv", &rows, &data);
        let mut state = kpi::State::new(&data, 2026);
        state.update(kpi::Action::Pillar((pillar > 0).then_some(pillar)));
        let shown: Vec<_> =
            data.kpi.kpis.iter().zip(state.readings(&data)).filter(|(kpi, _)| state.shows(kpi)).map(|(_, reading)| reading).collect();
        for lang in languages().all() {
            let told = sentence::kpi(lang, insight::kpi(shown.iter()), 2026);
            check_words(&told);
            prop_assert!(!told.is_empty());
            prop_assert_eq!(shown.is_empty(), told == lang.text(Key::KpiNone));
        }
        let told = sentence::kpi(source(), insight::kpi(shown.iter()), 2026);
        let achieved = shown.iter().filter(|r| r.target > r.baseline && r.actual.is_some_and(|level| level >= r.target)).count();
        let of = shown.len();
        if achieved > 0 && achieved < of {
            prop_assert!(told.contains(&format!("目標を達成{achieved}")), "{}", told);
        }
        prop_assert_eq!(achieved == 0, !told.contains("目標を達成"), "{}", told);
    }
}

#[test]
fn counts_say_what_they_are_divided_by_and_nothing_of_our_print() {
    let text = "従業者数（平成26年）\n市町村,産業,従業者数(人)\nB県,総数,1000\nB県,農業,100\nB県,製造業,300\n\
        A市,総数,100\nA市,農業,20\nA市,製造業,30\nC市,総数,200\nC市,農業,-\nC市,製造業,50\n";
    let data = read("counts.csv", text, &ours());
    for lang in languages().all() {
        let [html, sheet, picture] = everything(Kind::Lq, &data, lang);
        for part in [&html, &sheet, &picture] {
            for told in ["counts.csv", "従業者数(人)", "B県", "平成26年"] {
                assert!(part.contains(told), "{told}: {part}");
            }
            for ours in &ours().lq.tables {
                assert!(!part.contains(&*lang.translated(ours).formula), "our formula: {part}");
            }
        }
        let seen = markup::notice::shown(Kind::Lq, &at_work(&data, lang, 2026)).into_string();
        let told = ruby::words(&seen);
        assert!(told.contains("B県") && told.contains("平成26年") && told.contains('1'), "{told}");
    }
    let said = shigoto_widgets::locale::recognised::quotients(source(), &data);
    assert_eq!(
        said,
        "実数の表（1行に1産業1地域）と読み取り、特化係数を計算しました。数えたもの：従業者数(人)。時期：平成26年。\
         基準：B県。分母は、ファイルにある総数です。"
    );
    let summed = read("sum.csv", "産業,A市,C市\n農業,20,10\n製造業,30,50\n", &ours());
    let english = languages().all().into_iter().find(|lang| lang.code() == "en").unwrap();
    assert_eq!(
        shigoto_widgets::locale::recognised::quotients(english, &summed),
        "Recognised as a table of counts (industries in rows, places in columns); location quotients were reckoned from it. \
         The file does not say what is counted. The file does not say of when the numbers are. \
         The file names no area to compare with: places are compared with the sum of all 2. \
         The file has no totals: divided by the sum of its industries."
    );
    let [html, ..] = everything(Kind::Lq, &summed, source());
    assert!(
        html.contains("ファイルの数値")
            && html.contains("ファイルの地域の合計")
            && html.contains("ファイルの数値の特化係数（sum.csv）"),
        "{html}"
    );
}

#[test]
fn a_quotient_that_cannot_be_reckoned_is_not_called_unpublished() {
    use shigoto_widgets::locale::unpublished::{industries, not_compared, without_rank};
    let counts = "産業,全国,A市,C市\n総数,1000,100,200\n農業,100,20,-5\n製造業,300,30,50\n";
    let quotients =
        "base,industry,city,lq\noutput,農業,A市,1.2\noutput,農業,C市,-\noutput,製造業,A市,1.0\noutput,製造業,C市,0.8\n";
    for (text, is_reckoned) in [(counts, true), (quotients, false)] {
        let data = read("own.csv", text, &ours());
        let lang = source();
        let row = data.lq.tables[0].rows.iter().find(|row| row.industry.as_str() == "農業").unwrap();
        let mut told = vec![industries(lang, &data, 1), not_compared(lang, &data, 1), without_rank(lang, &data, 1)];
        let context = at_work(&data, lang, 2026);
        let question = markup::industry::Question {
            table: &data.lq.tables[0],
            row,
            city: &data.lq.cities[1].id,
            is_reread: false,
        };
        told.push(markup::industry::standing(&context, question, data.lq.column(&data.lq.cities[1].id).unwrap()));
        told.push(markup::quotients::quotient(&context, row.values[1]).into_string());
        for told in told {
            assert_eq!(told.contains("計算できない") || told.contains("計算できません"), is_reckoned, "{told}");
            assert_eq!(told.contains("公表されてい"), !is_reckoned, "{told}");
        }
    }
}

#[test]
fn counts_from_which_nothing_follows_say_why() {
    let told = |rows: &str| {
        let text = format!("産業,全国,A市,C市\n{rows}");
        own::read("own.csv", &text, &ours()).unwrap_err()[0].to_string()
    };
    let below_zero = told("総数,1000,100,200\n農業,100,-1,-5\n製造業,300,-2,-50\n");
    assert!(below_zero.contains("no quotient can be reckoned from its counts"), "{below_zero}");
    let kept_back = told("農業,100,-,5\n製造業,300,30,X\n");
    assert!(kept_back.contains("for every place some industry is not published"), "{kept_back}");
}
