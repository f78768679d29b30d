//! Periods as offices write them: read where they can mean one thing only.

use proptest::prelude::*;

use shigoto_widgets::data::periods::read_period;
use shigoto_widgets::error::FaultKind;

#[test]
fn periods_of_offices_are_read() {
    for (text, expected) in [
        ("2023年度", "2023年度"),
        ("２０２３年", "2023年"),
        ("令和5年度", "2023年度"),
        ("令和 ５ 年度", "2023年度"),
        ("令和元年度", "2019年度"),
        ("平成31年度", "2019年度"),
        ("平成26年", "2014年"),
        ("H26年度", "2014年度"),
        ("Ｒ５年度", "2023年度"),
        ("昭和64年", "1989年"),
        ("FY2014", "2014年度"),
        ("令和5（2023）年度", "2023年度"),
        ("2023年度（令和5年度）", "2023年度"),
    ] {
        let read = read_period(text, None).map(|period| period.to_string());
        assert_eq!(read, Ok(expected.to_owned()), "{text}");
    }
}

#[test]
fn what_may_be_two_periods_is_told_with_both() {
    for (text, fiscal, calendar) in [
        ("2014", 2014, 2014),
        ("R5", 2023, 2023),
        ("平成26", 2014, 2014),
        ("2014/3/31", 2013, 2014),
        ("2014-04-01", 2014, 2014),
        ("2014年3月", 2013, 2014),
        ("令和6年3月末", 2023, 2024),
        ("H26.3.31", 2013, 2014),
    ] {
        let error = FaultKind::OpenPeriod { found: text.to_owned(), fiscal, calendar };
        assert_eq!(read_period(text, None), Err(error), "{text}");
    }
    for text in [
        "",
        "年度",
        "23年度",
        "2023年度末",
        "令和0年度",
        "令和5（2024）年度",
        "元年度",
        "2023年13月",
        "20234年",
        "X5",
        "3年",
        "1-1",
    ] {
        assert!(matches!(read_period(text, None), Err(FaultKind::NotA(_))), "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_is_a_panic_and_what_is_printed_is_read(text in "[0-9年度月令和平成元RHFY()/. -]{0,10}", year in 1900_u16..=2200) {
        read_period(&text, None).ok();
        for printed in [format!("{year}年度"), format!("{year}年")] {
            prop_assert_eq!(read_period(&printed, None).map(|period| period.to_string()), Ok(printed));
        }
    }
}
