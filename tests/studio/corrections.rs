//! Words: found by a part of them, corrected where they stand, with their translations.

use shigoto_widgets::studio::find::{Hit, corrected, hits};

use crate::{changed, common, desk, text};

#[test]
fn a_text_is_found_by_a_part_of_it_in_any_width() {
    let library = common::library();
    let found = hits(&library, "創業件数");
    let hit = found.iter().find(|hit| hit.file == "kpi.json" && hit.path.ends_with("/name")).unwrap();
    assert_eq!(hit.text, "創業件数");
    assert_eq!(hit.translations.len(), 2);
    assert!(hit.translations.iter().all(|(_, said)| !said.is_empty()), "{hit:?}");
    assert_eq!(hits(&library, "ｋｐｉ").len(), hits(&library, "KPI").len());
    assert!(hits(&library, "創").is_empty() && hits(&library, "そんな言葉はない").is_empty());
}

#[test]
fn a_correction_goes_where_the_text_stands_and_takes_its_translations_along() {
    let mut desk = desk();
    let hit = hits(desk.now(), "創業件数").into_iter().find(|hit| hit.path.ends_with("/name")).unwrap();
    let translations = vec![
        ("ja-easy".to_owned(), "{新|あたら}しい{店|みせ}".to_owned()),
        ("en".to_owned(), "New \"firms\"".to_owned()),
    ];
    let fixed = Hit { text: "創業の件数".to_owned(), translations, ..hit };
    let content = corrected(desk.now(), &fixed).unwrap();
    desk.put(&content).unwrap();
    assert!(changed(&desk).iter().eq(["kpi.json", "words/en.json", "words/ja-easy.json"]), "{:?}", changed(&desk));
    assert!(text(&desk, "kpi.json").contains("\"name\": \"創業の件数\""));
    assert!(text(&desk, "words/en.json").contains("\"創業の件数\": \"New \\\"firms\\\"\""));
    let again = hits(desk.now(), "創業の件数");
    assert_eq!(again[0].translations, fixed.translations);
}

#[test]
fn nothing_changes_where_nothing_is_corrected() {
    let library = common::library();
    for hit in hits(&library, "青森") {
        assert_eq!(corrected(&library, &hit).as_ref(), Some(&library.files), "{hit:?}");
    }
}
