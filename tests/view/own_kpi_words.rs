//! Words over a list of KPIs of another plan: its own sections, times and words; nothing of the city's print, nothing
//! that the list does not say.

use crate::common::{languages, library};
use crate::own_words::{everything, plain};
use std::sync::LazyLock;

use shigoto_widgets::data::kpi::Kpi;
use shigoto_widgets::data::{Dataset, own};
use shigoto_widgets::locale::{Key, Lang, listed, period, ruby};
use shigoto_widgets::markup;
use shigoto_widgets::widget::Kind;

static OURS: LazyLock<Dataset> = LazyLock::new(|| library().dataset);

fn read(text: &str) -> Dataset {
    own::read("plan.csv", text, &OURS).unwrap_or_else(|faults| panic!("{text}: {}", faults[0]))
}

/// What is said in a language: the page, the sheet and the picture, without marks and readings.
fn said(data: &Dataset, lang: Lang) -> [String; 3] {
    everything(Kind::Kpi, data, lang).map(|text| plain(&text))
}

fn words(text: &str) -> String {
    plain(&ruby::words(text))
}

/// Undated baselines, targets of one year, no sections, one in words.
const DATED: &str = "目標（指標）名,単位,現状,目標（平成31年度）\n待つ人,人,0,0\n園,カ所,10,30\n条例,,なし,制定\n";

#[test]
fn a_list_without_sections_or_times_is_said_to_have_none() {
    let data = read(DATED);
    for lang in languages().all() {
        let tag = lang.tag();
        let [page, sheet, picture] = said(&data, lang);
        for text in [&page, &sheet, &picture] {
            for told in ["待つ人", "園", "条例", "なし", "制定", "plan.csv"] {
                assert!(text.contains(told), "{tag}: {told}: {text}");
            }
            // Neither the city's plan nor its years, and no pillars.
            for other in [
                &OURS.outline.title,
                "2033",
                "2026年度",
                "FY2026",
                lang.text(Key::GroupNoPillar),
                &lang.translated(&*OURS).outline.title,
            ] {
                assert!(!text.contains(&words(other)), "{tag}: {other}: {text}");
            }
            assert!(
                text.contains(&words(lang.text(Key::PaceListed))) && text.contains(&words(lang.text(Key::PaceUndated))),
                "{tag}: {text}"
            );
            assert!(!text.contains(&words(lang.text(Key::PaceNote))), "{tag}");
        }
        for text in [&page, &picture] {
            assert!(text.contains(&words(lang.text(Key::PeriodUnstated))), "{tag}: {text}");
        }
        for text in [&page, &sheet] {
            let due = data.kpi.kpis[1].due.stated.as_ref().unwrap();
            assert!(text.contains(&words(&period(lang, due))), "{tag}: {text}");
        }
        assert!(!page.contains(&words(&lang.fill(Key::Pillar, &[]))) || tag == "en", "{tag}: {page}");
        let besides = lang.fill(Key::KpiWorded, &[("count", "1")]);
        assert!([&page, &sheet, &picture].iter().all(|text| text.contains(&words(&besides))), "{tag}: {page}");
        assert!(page.contains(&words(&lang.fill(Key::SeenKpis, &[("count", "3")]))), "{tag}: {page}");
    }
}

#[test]
fn a_target_of_no_year_is_assumed_at_the_plans_end_and_that_is_said() {
    let data = read("指標,単位,基準値（2020年）,目標値,目標年度\n甲,人,100,200,2030年度\n乙,人,100,200,\n");
    for lang in languages().all() {
        let title = &lang.translated(&*OURS).outline.title;
        let some = lang.fill(Key::PaceListedSome, &[("count", "1"), ("last", "2033"), ("title", title)]);
        let calendar = lang.text(Key::PaceCalendar);
        for text in said(&data, lang) {
            assert!(text.contains(&words(&some)) && text.contains(&words(calendar)), "{}: {text}", lang.tag());
        }
    }
}

#[test]
fn sections_are_called_what_the_list_calls_them() {
    let data = read(
        "基本目標,指標名,単位,現状値（R5年度）,目標値（R10年度）\nひと,甲,人,100,200\nまち,乙,人,100,50\n,丙,,少ない,多い\n",
    );
    for lang in languages().all() {
        let [page, sheet, _] = said(&data, lang);
        for text in [&page, &sheet] {
            for told in ["基本目標", "ひと", "まち", "丙", "少ない"] {
                assert!(text.contains(told), "{}: {told}: {text}", lang.tag());
            }
            for pillar in &lang.translated(&*OURS).outline.pillars {
                assert!(!text.contains(&words(&pillar.name)), "{}", lang.tag());
            }
        }
        assert!(!page.contains("戦略の柱") && !sheet.contains("戦略の柱"), "{page}");
    }
}

#[test]
fn a_scale_that_begins_below_zero_is_said_to() {
    let data = read("指標名,単位,現状値（R5年度）,目標値（R10年度）\n社会増減,人,△512,△300\n");
    for lang in languages().all() {
        let [page, _, picture] = said(&data, lang);
        for text in [page, picture] {
            assert!(text.contains(&words(lang.text(Key::LegendScaleBelow))), "{}: {text}", lang.tag());
        }
    }
}

#[test]
fn what_was_recognised_is_said_by_its_columns() {
    let data = read("分野,指標名,H12年度,H13年度,5年後の目標,担当課\nひと,甲,1人,2人,3人,乙課\n");
    for lang in languages().all() {
        let told = words(&listed::indicators(lang, &data));
        for part in ["5年後の目標", "分野", "担当課", &words(lang.text(Key::SeenBaselineFirst))] {
            assert!(told.contains(part), "{}: {part}: {told}", lang.tag());
        }
    }
}

/// The table of a list is itself such a list, in each language.
#[test]
fn the_sheet_of_a_list_is_read_back() {
    for text in [
        DATED,
        "基本目標,指標名,単位,現状値（R5年度）,目標値（R10年度）,R6年度\nひと,甲,人,\"1,000\",200.5,900\nまち,乙,%,98.5,99,\n,丙,,少ない,多い,\n",
    ] {
        let data = read(text);
        for lang in languages().all() {
            let [_, sheet, _] = everything(Kind::Kpi, &data, lang);
            let again = own::read("again.csv", &sheet, &OURS)
                .unwrap_or_else(|faults| panic!("{}: {sheet}: {}", lang.tag(), faults[0]));
            let told = |data: &Dataset| -> Vec<_> {
                let one = |kpi: &Kpi| {
                    (
                        kpi.name.clone(),
                        ruby::words(kpi.unit.trim()),
                        kpi.baseline.clone(),
                        kpi.target.clone(),
                        kpi.due.clone(),
                    )
                };
                data.kpi.kpis.iter().map(one).collect()
            };
            assert_eq!(told(&again), told(&lang.translated(&data)), "{}: {sheet}", lang.tag());
            let seen = |data: &Dataset| data.origin.seen.kpi.as_ref().unwrap().worded.clone();
            assert_eq!(seen(&again), seen(&data), "{}: {sheet}", lang.tag());
            let readings =
                |data: &Dataset| data.actuals.iter().map(|own| (own.period.clone(), own.value)).collect::<Vec<_>>();
            assert_eq!(readings(&again), readings(&data), "{}: {sheet}", lang.tag());
            assert_eq!(again.outline.pillars, data.outline.pillars, "{}: {sheet}", lang.tag());
        }
    }
}

#[test]
fn a_refusal_is_told_in_the_readers_language() {
    let faults = own::read("plan.csv", "指標名,単位,現状値,目標値\n甲,人,1,2\n,人,3,4\n", &OURS).unwrap_err();
    for (tag, told) in [
        ("ja", "plan.csv:3:1 (A3 指標名) — 空欄です — 記入してください"),
        ("ja-easy", "plan.csv（A3）：何も書いてありません。書いてください。"),
        ("en", "plan.csv:3:1 (A3 指標名) — is empty — fill it in"),
    ] {
        let lang = languages().all().find(|lang| lang.tag() == tag).unwrap();
        let text = markup::notice::refused(lang, None, &faults).into_string();
        assert!(ruby::words(&text).contains(told), "{text}");
    }
}
