//! What a cell means that is no id or word of ours: another spelling of one, or the date a spreadsheet made of it.

use std::fmt::Display;
use std::str::FromStr;

use super::letters::folded;

/// Words of others, by how they begin.
const WORDS: [(&str, &str); 18] = [
    ("従業", "employees"),
    ("就業", "employees"),
    ("事業所", "establishments"),
    ("生産額", "output"),
    ("総生産", "output"),
    ("強み", "strength"),
    ("弱み", "weakness"),
    ("機会", "opportunity"),
    ("脅威", "threat"),
    ("戦略", "strategy"),
    ("重要課題", "issue"),
    ("増加", "raise"),
    ("向上", "raise"),
    ("上昇", "raise"),
    ("減少", "lower"),
    ("累計", "cumulative"),
    ("維持", "maintain"),
    ("割合", "percentage"),
];

/// The word of ours that a cell means.
pub fn word(cell: &str) -> Option<&'static str> {
    WORDS.iter().find(|(begin, _)| cell.starts_with(begin)).map(|(_, word)| *word)
}

/// How a cell that does not parse would: in ordinary width, in lower or upper case, with its hyphen, in our word.
pub fn meant<T: FromStr + Display>(cell: &str) -> Option<String> {
    let plain = folded(cell).replace(['−', '‐', '–', 'ー', '_', ' '], "-");
    let hyphened = || {
        plain.find(|letter: char| letter.is_ascii_digit()).map(|at| {
            let (letters, digits) = plain.split_at(at);
            [letters, "-", digits].concat()
        })
    };
    let forms = [Some(plain.clone()), Some(plain.to_lowercase()), Some(plain.to_uppercase()), hyphened()];
    let upper = hyphened().map(|text| text.to_uppercase());
    let forms = forms.into_iter().chain([upper, word(cell).map(str::to_owned)]).flatten();
    forms.filter_map(|form| form.parse::<T>().ok()).map(|value| value.to_string()).next()
}

/// Month and day of a date without a time: `1月1日`, `1-Jan`, `Jan-1`, `1/1`, `2026/1/1`, `2026-01-01`, `2026年1月1日`.
///
/// Excel makes such a date of `1-1`.
pub fn month_and_day(cell: &str) -> Option<(u8, u8)> {
    let plain = folded(cell).trim().to_ascii_lowercase();
    let plain = plain.strip_suffix('日').unwrap_or(&plain);
    let parts: Vec<&str> = plain.split(['/', '-', '年', '月']).collect();
    let parts = match parts.as_slice() {
        [year, month, day] if year.len() == 4 && is_year(year) => [*month, *day],
        [first, second] => [*first, *second],
        // `1-Jan-26`
        [day, month, year] if month_named(month).is_some() && is_year(year) => [*day, *month],
        _ => return None,
    };
    let has_name = |text: &str| month_named(text).is_some();
    let [month, day] = if has_name(parts[1]) { [parts[1], parts[0]] } else { parts };
    // `1-1` as it is typed is no date.
    let is_written = !plain.contains('-') || has_name(month) || plain.len() > 5;
    let month = month_named(month).or_else(|| number(month)).filter(|month| (1..=12).contains(month))?;
    Some((month, number(day)?)).filter(|(_, day)| is_written && *day > 0)
}

fn number(text: &str) -> Option<u8> {
    text.parse().ok().filter(|_| text.len() < 3 && text.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_year(text: &str) -> bool {
    matches!(text.len(), 2 | 4) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn month_named(text: &str) -> Option<u8> {
    const NAMES: &str = "janfebmaraprmayjunjulaugsepoctnovdec";
    let at = NAMES.find(text.get(..3)?).filter(|at| at % 3 == 0 && text.len() == 3)?;
    u8::try_from(at / 3 + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::{meant, month_and_day};
    use crate::data::kpi::KpiKind;
    use crate::id::{Base, KpiId, MeasureId, NodeCode};

    #[test]
    fn dates_that_excel_makes_are_known() {
        for cell in [
            "3月2日",
            "３月２日",
            "2-Mar",
            "02-mar",
            "Mar-2",
            "3/2",
            "2026/3/2",
            "2026-03-02",
            "2026年3月2日",
            "2-Mar-26",
        ] {
            assert_eq!(month_and_day(cell), Some((3, 2)), "{cell}");
        }
        assert_eq!(month_and_day("Jan-32"), Some((1, 32)));
        for cell in [
            "",
            "3-2",
            "03-02",
            "13月1日",
            "3月",
            "Mar",
            "2-Mai",
            "1-2-3-4",
            "3/",
            "x/2",
            "3月0日",
            "2026/3",
            "年月日",
            "日",
        ] {
            assert_eq!(month_and_day(cell), None, "{cell}");
        }
    }

    #[test]
    fn other_spellings_are_told_by_the_right_one() {
        for (cell, right) in
            [("S1", "S-1"), ("Ｓ－１", "S-1"), ("s-1", "S-1"), ("ＳＯ１", "SO-1"), ("so1", "SO-1"), ("ＤＸ", "DX")]
        {
            assert_eq!(meant::<NodeCode>(cell).as_deref(), Some(right), "{cell}");
        }
        assert_eq!(meant::<NodeCode>("X-1"), None);
        assert_eq!(meant::<MeasureId>("１－１").as_deref(), Some("1-1"));
        assert_eq!(meant::<KpiId>("Start_Ups").as_deref(), Some("start-ups"));
        assert_eq!(meant::<KpiId>("創業"), None);
        assert_eq!(meant::<Base>("従業者数").as_deref(), Some("employees"));
        assert_eq!(meant::<KpiKind>("Raise").as_deref(), Some("raise"));
    }
}
