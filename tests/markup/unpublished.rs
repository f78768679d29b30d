//! A value that is not published is told as such wherever it would stand: never a zero, never nothing, never counted.

use crate::common::{at_work, languages, library, source};

use proptest::prelude::*;
use shigoto_widgets::data::library::Library;
use shigoto_widgets::data::lq::LqTable;
use shigoto_widgets::data::{Dataset, own};
use shigoto_widgets::error::FaultLang;
use shigoto_widgets::id::{Base, IndustryId};
use shigoto_widgets::locale::compared::{self, Cities};
use shigoto_widgets::locale::ruby;
use shigoto_widgets::locale::sentence;
use shigoto_widgets::markup::industry::{Question, detail, standing};
use shigoto_widgets::markup::kiosk;
use shigoto_widgets::model::comparison::{pairs, tally};
use shigoto_widgets::model::fiscal::Day;
use shigoto_widgets::model::{crosswalk, insight, scenes};
use shigoto_widgets::picture::Look;
use shigoto_widgets::takeaway::open_data::lq as lq_csv;
use shigoto_widgets::takeaway::{Occasion, Takeaway as _, table};
use shigoto_widgets::widget::Kind;
use shigoto_widgets::widget::lq::{Action, State, View};
use shigoto_widgets::widget::lq_many::{By, Ranking, Selection};

const HEADER: &str = "base,industry,city,lq\n";

/// Two cities; what one of them keeps back is marked in two ways, and one row is left out.
const TOWN: &str = "base,industry,city,lq
output,農業,青森市,2.50
output,農業,弘前市,X
output,製造業,青森市,…
output,製造業,弘前市,3.00
output,情報通信業,青森市,0.50
output,情報通信業,弘前市,0.70
employees,農業,青森市,1.20
employees,農業,弘前市,1.10
employees,製造業,青森市,0.90
employees,製造業,弘前市,0.80
employees,情報通信業,青森市,1.40
";

fn ours() -> Dataset {
    library().dataset
}

fn read(text: &str) -> Dataset {
    own::read("own.csv", text, &ours()).unwrap_or_else(|faults| panic!("{}", faults[0]))
}

fn output(data: &Dataset) -> &LqTable {
    data.lq.table(Base::Output).unwrap()
}

fn said(data: &Dataset, base: Base, city: usize) -> String {
    sentence::lq(source(), data, data.lq.table(base).unwrap(), &data.lq.cities[city].id, false)
}

fn state(data: &Dataset, view: View) -> State {
    let mut state = State::new(&data.lq);
    state.update(Action::Base(Base::Output));
    state.update(Action::View(view));
    state
}

#[test]
fn however_it_is_written_it_is_read() {
    let marks = "-|－|‐|–|—|―|…|...|．．．|X|x|Ｘ|χ|*|***|＊＊＊|N|n|N/A|NA|Ｎ／Ａ|秘匿|非公表||\u{3000}";
    for mark in marks.split('|') {
        let data = read(&format!("{HEADER}output,農業,青森市,{mark}\noutput,農業,弘前市,1.25\n"));
        let row = &output(&data).rows[0];
        assert_eq!((row.value(0), row.value(1), data.lq.decimals), (None, Some(1.25), 2), "{mark}");
    }
    for text in ["なし", "XX", "0X", "--", "N.A.", "約1.2"] {
        let faults = own::read("own.csv", &format!("{HEADER}output,農業,青森市,{text}\n"), &ours()).unwrap_err();
        let [en, ja] = [FaultLang::En, FaultLang::Ja].map(|lang| faults[0].line(lang));
        assert!(
            faults.len() == 1 && en.starts_with("own.csv:2:4 (lq) — ") && en.contains("leave the cell empty"),
            "{en}"
        );
        assert!(ja.contains("公表されていない値は、空欄か「-」に"), "{ja}");
    }
}

#[test]
fn a_row_left_out_and_null_say_the_same() {
    let data = read(TOWN);
    let employees = data.lq.table(Base::Employees).unwrap();
    assert_eq!(employees.rows[2].value(1), None, "the row is not there");
    assert_eq!((output(&data).unpublished(), employees.unpublished()), (2, 1));
    let text = crate::common::file("lq.json");
    let null = own::read("own.json", &text.replacen("[0.68,", "[null,", 1), &ours()).unwrap();
    assert_eq!((null.lq.tables[0].rows[0].value(0), null.lq.tables[0].unpublished()), (None, 1));
    let nothing = format!("{HEADER}output,農業,青森市,X\n");
    assert!(own::read("own.csv", &nothing, &ours()).unwrap_err()[0].to_string().contains("holds no data"));
}

#[test]
fn what_is_published_of_it_is_read_back_whole() {
    let data = read(TOWN);
    let library = Library { dataset: data.clone(), ..library() };
    let text = lq_csv(&library.dataset);
    assert!(text.contains("output,製造業,青森市,,,\r\n"), "{text}");
    let again = own::read("own.csv", &text, &data).unwrap();
    assert!(again.lq == data.lq);
}

#[test]
fn sentences_count_what_is_published() {
    let data = read(TOWN);
    let aomori = said(&data, Base::Output, 0);
    assert!(
        aomori.contains("2産業のうち、基準の地域を上回るのは1産業、基準の地域を下回るのは1産業です。")
            && aomori.contains("ほかの1産業の値は公表されていません"),
        "{aomori}"
    );
    // Hirosaki's may be above 1 as well.
    assert!(!aomori.contains("だけが"), "{aomori}");
    let facts = insight::lq(&data.lq, output(&data), &data.lq.cities[0].id, false).unwrap();
    assert_eq!((facts.sides.of(), facts.unpublished, facts.alone_above.len()), (2, 1, 0));
    let nothing = read(&format!("{HEADER}output,農業,青森市,\noutput,農業,弘前市,2\n"));
    assert_eq!(said(&nothing, Base::Output, 0), "生産額で見た青森市の値は、公表されていません。");
    for lang in languages().all() {
        let data = lang.translated(&nothing);
        let told = ruby::words(&sentence::lq(lang, &data, output(&data), &data.lq.cities[0].id, false));
        assert!(!told.contains(['{', '}', '0']), "{told}");
    }
}

#[test]
fn a_comparison_tells_no_ratio_and_counts_none() {
    let data = read(TOWN);
    let told = pairs(output(&data), 0, 1, false).unwrap();
    let ratios: Vec<_> = told.iter().map(|pair| pair.ratio().map(|ratio| ratio < 1.0)).collect();
    assert_eq!(ratios, [Some(true), None, None], "what cannot be told stands last");
    let tally = tally(&told);
    assert_eq!((tally.higher, tally.lower, tally.equal, tally.unpublished), (0, 1, 0, 2));
    let cities = Cities::find(&data.lq, &data.lq.cities[0].id, &data.lq.cities[1].id).unwrap();
    let text = compared::sentence(source(), &data, output(&data), cities, false);
    let none = read(&TOWN.replace("output,情報通信業,弘前市,0.70\n", ""));
    let nothing = compared::sentence(source(), &none, output(&none), cities, false);
    assert_eq!(nothing, "どの産業も、どちらかの値が公表されていないので比べません。");
    assert!(text.contains("1産業のうち") && text.contains("ほかの2産業は、どちらかの値が公表されていない"), "{text}");
}

#[test]
fn quadrants_leave_it_out_by_name() {
    let data = read(TOWN);
    assert!(data.links.crosswalk.len() > 1, "{:?}", data.links.crosswalk);
    for (column, left_out) in [(0, vec!["製造業"]), (1, vec!["農業", "情報通信業"])] {
        let shown = crosswalk::pairs(&data.lq, &data.links, column);
        let missing: Vec<&str> =
            crosswalk::unpublished(&data.lq, &data.links, column).into_iter().map(IndustryId::as_str).collect();
        let known: Vec<&str> = left_out.into_iter().filter(|name| missing.contains(name)).collect();
        assert!(
            !known.is_empty() && shown.iter().all(|pair| !missing.contains(&pair.output.0.as_str())),
            "{missing:?}"
        );
    }
    let state = state(&data, View::Quadrant);
    let svg = state.svg(&data, &Look::published(source())).unwrap();
    assert!(svg.contains("載せていない産業"), "{svg}");
}

#[test]
fn a_detail_says_so_and_ranks_the_others() {
    let data = read(TOWN);
    let (table, city) = (output(&data), &data.lq.cities[0].id);
    let question = |row: usize| Question { table, row: &table.rows[row], city, is_reread: false };
    let context = at_work(&data, source(), 2026);
    assert_eq!(standing(&context, question(1), 0), "生産額で見た特化係数は、公表されていません。");
    assert!(standing(&context, question(0), 0).ends_with("（ほかに公表されていない値が1）"));
    let html = detail(&context, question(1)).into_string();
    assert!(
        html.contains("aria-label=\"公表されていません\">–</span>")
            && html.contains("「–」は、公表されていない値です。")
    );
    assert!(!html.contains("0.00"), "{html}");
}

#[test]
fn the_page_shows_a_sign_with_words_and_no_heat() {
    let data = read(TOWN);
    for lang in languages().all() {
        let data = lang.translated(&data);
        let html = (Kind::Lq.face().tree)(&at_work(&data, lang, 2026)).into_string();
        assert_eq!(html.matches(r#"<td class="z on"><span role="img""#).count(), 1, "one in the chosen city's column");
        assert_eq!(html.matches(r#"<td class="z"><span role="img""#).count(), 2);
        assert!(!html.contains("<td class=\"z\">0") && html.contains("own.csv"), "{html}");
    }
    let html = (Kind::Lq.face().tree)(&at_work(&data, source(), 2026)).into_string();
    assert!(html.contains("公表されていない値が3あり、「–」で示します。"));
}

#[test]
fn what_is_taken_home_has_the_sign_and_what_it_means() {
    let data = read(TOWN);
    let occasion = Occasion { day: Day { year: 2026, month: 4, day: 1 }, link: "" };
    for view in View::ALL {
        let state = state(&data, view);
        let sheet = table(&state, &data, source(), occasion);
        let svg = state.svg(&data, &Look::published(source())).unwrap();
        for text in [sheet.csv(), sheet.tsv(), svg] {
            assert!(text.contains("公表されていない"), "{view:?}: {text}");
            assert!(view == View::Quadrant || text.contains('–'), "{view:?}: {text}");
        }
    }
    let mut state = state(&data, View::Table);
    state.update(Action::Industry(Some("製造業".parse().unwrap())));
    let sheet = table(&state, &data, source(), occasion).csv();
    assert!(sheet.contains("青森市,–,0.90\r\n"), "{sheet}");
}

#[test]
fn scenes_of_the_kiosk_pass_over_it() {
    let nothing = read(&TOWN.replace("3.00", "-").replace("2.50", "X").replace("0.50", "").replace("0.70", "N"));
    for data in [read(TOWN), nothing] {
        for fact in kiosk::facts(&data) {
            if let scenes::Fact::Zero(cell) = fact {
                panic!("{cell:?}");
            }
        }
    }
}

#[test]
fn among_very_many_cities_it_stands_last_either_way() {
    let row = |city: usize| match city % 3 {
        0 => format!("output,農業,市{city},秘匿\n"),
        _ => format!("output,農業,市{city},{}.5\n", city % 7),
    };
    let data = read(&(HEADER.to_owned() + &(0..60).map(row).collect::<String>()));
    let html = (Kind::Lq.face().tree)(&at_work(&data, source(), 2026)).into_string();
    assert!(html.contains("「–」は、公表されていない値です。"));
    let mut state = State::new(&data.lq);
    for is_descending in [true, false] {
        state.ranking = Some(Ranking { by: By::Industry("農業".parse().unwrap()), is_descending });
        let rows = Selection::default().rows(&data.lq, output(&data), state.ranking.as_ref());
        let values: Vec<_> = rows.iter().map(|city| output(&data).rows[0].value(*city)).collect();
        assert!(values[..40].iter().all(Option::is_some) && values[40..].iter().all(Option::is_none));
        assert!(values[..40].is_sorted_by(|a, b| if is_descending { a >= b } else { a <= b }));
        assert!(rows[40..].is_sorted(), "in the file's order");
    }
}

#[test]
fn a_reading_without_a_value_is_left_out_and_told() {
    let header = "id,period,value,source,note\n";
    let text = format!(
        "{header}startups,2024年度,81,市,\nstartups,2025年度,-,市,\nvisitors,2025年,,市,まだ\nvisitors,2024年,Ｘ,市,\n"
    );
    let data = own::read("own.csv", &text, &ours()).unwrap();
    assert_eq!((data.actuals.len(), data.origin.unpublished), (1, 3));
    let html = (Kind::Kpi.face().tree)(&at_work(&data, source(), 2026)).into_string();
    assert!(html.contains("値が公表されていない実績の行3は、載せていません。"), "{html}");
    let twice = format!("{header}startups,2024年度,-,市,\nstartups,2024年度,81,市,\n");
    assert!(own::read("own.csv", &twice, &ours()).unwrap_err()[0].to_string().contains("stands twice"));
    let baseline = "id,pillar,measure,name,unit,kind,baseline,baseline_period,target\nx,1,1-1,名,件,raise,-,2023年,2\n";
    let told = own::read("own.csv", baseline, &ours()).unwrap_err()[0].to_string();
    assert!(told.starts_with("own.csv:2:7 (baseline) — `-` is not a number"), "{told}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    /// Whatever is kept back, what is said can be counted from the rest.
    #[test]
    fn no_sentence_rests_on_what_is_kept_back(
        values in prop::collection::vec(prop::option::weighted(0.7, 0u32..250), 12), columns in 1usize..4,
    ) {
        let cell = |(at, value): (usize, &Option<u32>)| {
            let text = value.map_or("X".to_owned(), |value| format!("{}.{:02}", value / 100, value % 100));
            format!("output,産業{},市{},{text}\n", at / columns, at % columns)
        };
        let rows = values.len() / columns;
        let text = HEADER.to_owned() + &values.iter().enumerate().map(cell).collect::<String>();
        let Ok(data) = own::read("own.csv", &text, &ours()) else {
            prop_assert!(values.iter().all(Option::is_none));
            return Ok(());
        };
        for column in 0..columns {
            let own: Vec<Option<u32>> = (0..rows).map(|row| values[row * columns + column]).collect();
            let facts = insight::lq(&data.lq, output(&data), &data.lq.cities[column].id, false).unwrap();
            let (mut above, mut near, mut below) = (0, 0, 0);
            for value in own.iter().flatten() {
                *(if *value > 110 { &mut above } else if *value < 90 { &mut below } else { &mut near }) += 1;
            }
            prop_assert_eq!(facts.sides, insight::Sides { above, near, below });
            prop_assert_eq!(facts.sides.of() + facts.unpublished, rows);
            let others = |row: usize| (0..columns).filter(|at| *at != column).map(move |at| row * columns + at);
            let alone = (0..rows).filter(|row| {
                columns > 1 && own[*row].is_some_and(|value| value > 110)
                    && others(*row).all(|at| values[at].is_some_and(|value| value <= 100))
            });
            prop_assert_eq!(facts.alone_above.len(), alone.count());
            let told = sentence::lq(source(), &data, output(&data), &data.lq.cities[column].id, false);
            prop_assert_eq!(told.contains("公表されていません"), facts.unpublished > 0, "{}", told);
        }
    }
}
