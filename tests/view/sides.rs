//! On which side of the reference area industries stand: of each side in words, of none where there is none.

use super::sentences::numbers;
use crate::common::{languages, library};
use shigoto_widgets::id::Base;
use shigoto_widgets::locale::partial::both_above;
use shigoto_widgets::locale::ruby::words;
use shigoto_widgets::locale::sentence::lq_sides;
use shigoto_widgets::model::insight::Sides;

#[test]
fn whatever_stands_on_no_side_is_not_told() {
    let data = library().dataset;
    for (above, near, below) in (0..27).map(|n| (n / 9, n / 3 % 3, n % 3)) {
        let sides = Sides { above, near, below };
        for lang in languages().all() {
            let told = words(&lq_sides(lang, &data, Base::Output, "X", sides));
            if sides.of() < 2 {
                assert!(told.is_empty(), "{told}");
                continue;
            }
            let there: Vec<_> = [above, near, below].into_iter().filter(|count| *count > 0).collect();
            let mut expected = vec![sides.of().to_string()];
            // All of one kind are not counted twice.
            expected.extend(there.iter().filter(|_| there.len() > 1).map(ToString::to_string));
            expected.extend(["0.9", "1.1"].into_iter().filter(|_| near > 0).map(str::to_owned));
            expected.sort();
            assert_eq!(numbers(&told), expected, "{told}");
            assert!(told.contains('X') && !told.contains(['{', '}']), "{told}");
        }
    }
}

#[test]
fn no_count_of_none_is_told_of_both_bases() {
    for lang in languages().all() {
        for (of, both) in [(0, 0), (1, 0), (1, 1), (15, 0), (15, 4)] {
            let told = words(&both_above(lang, "X", of, both));
            let counts = [of, both].into_iter().filter(|count| *count > 0).map(|count| count.to_string());
            let one = (of > 0).then(|| "1".to_owned());
            let mut expected: Vec<String> = counts.chain(one).collect();
            expected.sort();
            assert_eq!(numbers(&told), expected, "{told}");
        }
    }
}
