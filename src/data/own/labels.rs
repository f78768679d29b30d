//! What labels of statistical tables stand for: places, industries, years, sexes, kinds of counts.

use super::super::heading::{COUNTS, SHARES, meaning};
use super::super::letters::folded;
use super::super::periods::loose_year;
use crate::id::Base;

/// What a row of headings or a column of labels says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Cities, regions, countries.
    Place,
    /// Industries.
    Industry,
    /// Periods.
    Year,
    /// Men and women.
    Sex,
    /// What is counted.
    Measure,
    /// What only machines read.
    Code,
    /// Something else.
    Other,
}

/// Parts of words by which an industry is known, in lower case.
const INDUSTRIES: [&str; 58] = [
    "業",
    "農林",
    "鉱",
    "建設",
    "製造",
    "卸",
    "小売",
    "運輸",
    "郵便",
    "通信",
    "金融",
    "保険",
    "不動産",
    "宿泊",
    "飲食",
    "医療",
    "福祉",
    "教育",
    "学術",
    "サービス",
    "公務",
    "電気",
    "ガス",
    "水道",
    "分類不能",
    "agricultur",
    "farming",
    "forest",
    "fishing",
    "fisher",
    "mining",
    "quarry",
    "manufact",
    "construction",
    "wholesale",
    "retail",
    "trade",
    "transport",
    "storage",
    "accommodation",
    "hospitality",
    "communication",
    "financ",
    "insur",
    "real estate",
    "professional",
    "administrat",
    "education",
    "health",
    "social work",
    "entertainment",
    "recreation",
    "utilities",
    "electricity",
    "water supply",
    "services",
    "gewerbe",
    "verkehr",
];

/// Whole names by which an area that others are compared with is known, without spaces and in lower case.
const REFERENCES: [&str; 17] = [
    "全国",
    "日本",
    "日本全国",
    "国",
    "全県",
    "全道",
    "全域",
    "uk",
    "unitedkingdom",
    "unitedstates",
    "usa",
    "japan",
    "germany",
    "deutschland",
    "national",
    "nation",
    "country",
];

/// Words for all of something, without spaces and in lower case.
const TOTALS: [&str; 12] =
    ["総数", "総計", "合計", "計", "全体", "全産業", "産業計", "男女計", "total", "all", "allindustries", "alltypes"];

/// Words of statistics that are neither places nor industries, in lower case.
const STATISTICS: [&str; 22] = [
    "率", "比", "指数", "増減", "平均", "順位", "estimate", "rate", "ratio", "index", "per ", "percent", "%", "lower",
    "upper", "change", "growth", "average", "mean", "value", "rank", "effect",
];

/// A label as labels are compared: in ordinary width and lower case, without spaces and what stands in parentheses.
fn plain(label: &str) -> String {
    let folded = folded(label);
    let head = folded.split_once('(').map_or(&*folded, |(head, _)| if head.trim().is_empty() { &folded } else { head });
    head.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_lowercase()
}

/// Whether a label means all of its kind.
///
/// ```
/// use shigoto_widgets::data::own::labels::is_total;
/// assert!(["総数", "県　計", "全産業計", "A～R 全産業（S公務を除く）", "Total", "総数(単独・本所)"].into_iter().all(is_total));
/// assert!(!["計量業", "設計", "Totals Ltd", ""].into_iter().any(is_total));
/// ```
pub fn is_total(label: &str) -> bool {
    let plain = plain(label);
    let ends = |end: &str| {
        plain
            .strip_suffix(end)
            .is_some_and(|rest| rest.ends_with(['県', '都', '道', '府', '国', '市', '業', '部', '村']))
    };
    TOTALS.contains(&&*plain) || ends("計") || plain.contains("全産業")
}

/// Whether a label names an area that others are compared with.
pub fn is_reference(label: &str) -> bool {
    is_total(label) || REFERENCES.contains(&&*plain(label))
}

/// Whether a label is a place by its look.
fn is_place(label: &str) -> bool {
    const ENDS: [char; 9] = ['市', '町', '村', '区', '県', '都', '府', '郡', '道'];
    let plain = plain(label);
    (plain.chars().count() > 1 && plain.ends_with(ENDS)) || REFERENCES.contains(&&*plain)
}

/// Whether a label is an industry by its look.
pub fn is_industry(label: &str) -> bool {
    let plain = folded(label).to_lowercase();
    INDUSTRIES.iter().any(|part| plain.contains(part)) && meaning(label) != COUNTS && !is_statistic(label)
}

/// Whether a label says what is counted.
pub fn is_counted(label: &str) -> bool {
    meaning(label) == COUNTS
}

/// Whether a label is a word of statistics that says neither who nor where.
pub fn is_statistic(label: &str) -> bool {
    let plain = folded(label).to_lowercase();
    matches!(&*meaning(label), COUNTS | SHARES | "lq" | "value" | "target" | "baseline" | "unit")
        || STATISTICS.iter().any(|word| plain.contains(word))
        || matches!(&*plain, "cv" | "ci")
}

/// Whether a label tells one sex.
fn is_sex(label: &str) -> bool {
    matches!(&*plain(label), "男" | "女" | "男性" | "女性" | "男子" | "女子" | "male" | "female" | "men" | "women")
}

/// Whether a label is for machines: no letters but ASCII ones, no space, and a digit.
fn is_code(label: &str) -> bool {
    label.is_ascii() && !label.contains(' ') && label.bytes().any(|byte| byte.is_ascii_digit())
}

/// What most of some labels are. Totals and blanks say nothing.
pub fn sort<'l>(labels: impl Iterator<Item = &'l str>) -> Sort {
    // Enough to judge by, of very many.
    const MOST: usize = 400;
    let labels: Vec<&str> = labels.filter(|label| !label.is_empty() && !is_total(label)).take(MOST).collect();
    let count = |is: &dyn Fn(&str) -> bool| labels.iter().filter(|label| is(label)).count();
    let is_all = |is: &dyn Fn(&str) -> bool| !labels.is_empty() && count(is) == labels.len();
    if is_all(&|label| loose_year(label).is_some()) {
        Sort::Year
    } else if is_all(&is_sex) {
        Sort::Sex
    } else if is_all(&|label| is_statistic(label) || base(label).is_some()) {
        Sort::Measure
    } else if count(&is_place) * 2 > labels.len() {
        Sort::Place
    } else if count(&is_industry) * 3 >= labels.len().max(1) {
        Sort::Industry
    } else if count(&is_statistic) * 2 >= labels.len().max(1) {
        Sort::Measure
    } else if is_all(&is_code) {
        Sort::Code
    } else {
        Sort::Other
    }
}

/// Whether a row is a note below a table.
pub fn is_note(cell: &str) -> bool {
    let cell = cell.trim_start_matches(['(', '（', '*', '＊', '※', '「']).to_lowercase();
    ["注", "資料", "出典", "備考", "note", "source"].iter().any(|word| cell.starts_with(word))
}

/// The base that a word for what is counted belongs to.
pub fn base(label: &str) -> Option<Base> {
    const WORDS: [(&str, Base); 22] = [
        ("従業", Base::Employees),
        ("就業", Base::Employees),
        ("雇用", Base::Employees),
        ("人数", Base::Employees),
        ("empl", Base::Employees),
        ("emp_", Base::Employees),
        ("jobs", Base::Employees),
        ("workers", Base::Employees),
        ("persons engaged", Base::Employees),
        ("事業所", Base::Establishments),
        ("企業数", Base::Establishments),
        ("estab", Base::Establishments),
        ("firms", Base::Establishments),
        ("生産額", Base::Output),
        ("総生産", Base::Output),
        ("付加価値", Base::Output),
        ("出荷額", Base::Output),
        ("売上", Base::Output),
        ("gva", Base::Output),
        ("gdp", Base::Output),
        ("output", Base::Output),
        ("turnover", Base::Output),
    ];
    let plain = folded(label).to_lowercase();
    WORDS.iter().find(|(word, _)| plain.contains(word)).map(|(_, base)| *base)
}

/// A name as it is shown: spaces that only spread its letters are left out (`青 森 市`), others are one each.
///
/// ```
/// use shigoto_widgets::data::own::labels::closed;
/// assert_eq!(closed("架 空 市"), "架空市");
/// assert_eq!(closed("県   計"), "県計");
/// assert_eq!(closed(" North  East "), "North East");
/// ```
pub fn closed(name: &str) -> String {
    let mut letters: Vec<char> = Vec::new();
    let mut is_apart = false;
    for letter in name.trim().chars() {
        if letter.is_whitespace() {
            is_apart = true;
            continue;
        }
        let spreads = letters.last().is_none_or(|before| !before.is_ascii() && !letter.is_ascii());
        if is_apart && !spreads {
            letters.push(' ');
        }
        is_apart = false;
        letters.push(letter);
    }
    letters.into_iter().collect()
}
