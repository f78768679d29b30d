//! Letters are joined and folded as Unicode does it, held against a library that knows all of Unicode.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization as _;

use shigoto_widgets::data::letters::{folded, has_controls, is_control, tidy};

#[test]
fn every_kana_is_joined_as_unicode_joins_it() {
    // Marks and ligatures that stand for several letters are left as they are.
    for code in (0x3041..=0x309a).chain(0x309d..=0x309e).chain(0x30a0..=0x30fe).chain(0xff01..=0xff9f) {
        let Some(letter) = char::from_u32(code) else { continue };
        for mark in ["", "\u{3099}", "\u{309a}", "ﾞ", "ﾟ"] {
            let text = format!("{letter}{mark}");
            assert_eq!(folded(&text), text.nfkc().collect::<String>(), "{text}");
            // Marks that stand alone are letters of their own in NFC.
            assert_eq!(tidy(&text), text.nfc().collect::<String>(), "{text}");
        }
    }
}

proptest! {
    #[test]
    fn names_are_folded_as_unicode_folds_them(text in "[ -~あ-んア-ヴ一-丏！-ﾟ　\u{3099}\u{309a}]{0,12}") {
        prop_assert_eq!(folded(&text), text.nfkc().collect::<String>());
        prop_assert_eq!(tidy(&text), text.nfc().collect::<String>());
        let once = folded(&text);
        prop_assert_eq!(folded(&once), once.as_ref());
    }
}

#[test]
fn tabs_line_ends_and_letters_are_no_controls() {
    assert!(!"\t\r\n \u{7f}\u{feff}\u{2028}あ".contains(is_control));
    assert!(!has_controls("\t\r\n \u{7f}\u{a0}\u{feff}\u{2028}あ"));
    for letter in "\0\u{1}\u{b}\u{c}\u{1b}\u{1f}\u{80}\u{9f}\u{fffe}\u{ffff}".chars() {
        assert!(has_controls(&format!("あ{letter}い")), "{letter:?}");
    }
    assert!("\0\u{1}\u{b}\u{c}\u{1b}\u{1f}\u{85}\u{fffe}\u{ffff}".chars().all(is_control));
}
