//! The quadrants are never silent about what they do not draw, and their marks mean nothing of the matrix.

use crate::common::{languages, library};

use proptest::prelude::*;
use shigoto_widgets::id::{Base, IndustryId};
use shigoto_widgets::locale::ruby::words;
use shigoto_widgets::model::crosswalk::{apart, pairs, unpublished};
use shigoto_widgets::picture::Look;
use shigoto_widgets::takeaway::Takeaway as _;
use shigoto_widgets::widget::Widget as _;
use shigoto_widgets::widget::lq::{Action, State, View};

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn each_industry_is_drawn_or_told_why_not(kept_back in prop::collection::vec((0..40usize, 0..7usize), 0..60)) {
        let mut data = library().dataset;
        for (row, city) in &kept_back {
            let mut rows = data.lq.tables.iter_mut().filter(|table| table.base != Base::Establishments).flat_map(|table| &mut table.rows);
            if let Some(row) = rows.nth(*row) {
                row.values[*city] = None.into();
            }
        }
        for city in 0..data.lq.cities.len() {
            let drawn = pairs(&data.lq, &data.links, city);
            let mut found: Vec<&str> = drawn.iter().map(|pair| pair.output.0.as_str()).collect();
            found.extend(unpublished(&data.lq, &data.links, city).into_iter().map(IndustryId::as_str));
            found.extend(apart(&data.lq, &data.links).into_iter().map(IndustryId::as_str));
            found.sort_unstable();
            let mut all: Vec<&str> = data.lq.table(Base::Output).unwrap().rows.iter().map(|row| row.industry.as_str()).collect();
            all.sort_unstable();
            prop_assert_eq!(found, all);
        }
    }
}

#[test]
fn a_saved_picture_names_who_is_missing_and_has_no_shape_of_the_matrix() {
    for lang in languages().all() {
        let data = lang.translated(&library().dataset);
        let mut state = State::loaded(&data, 2026);
        state.update(Action::View(View::Quadrant));
        let svg = state.svg(&data, &Look::published(lang)).unwrap();
        assert!(!svg.contains(['●', '■', '▲', '◆']) && !svg.contains("<polygon"), "{}", lang.tag());
        let text: String =
            svg.split('>').filter_map(|part| part.split('<').next()).collect::<String>().split_whitespace().collect();
        for industry in apart(&data.lq, &data.links) {
            let name: String = words(lang.name(industry.as_str())).split_whitespace().collect();
            assert!(text.contains(&name), "{name}: {text}");
        }
    }
    assert_eq!(apart(&library().dataset.lq, &library().dataset.links).len(), 3, "as printed");
}
