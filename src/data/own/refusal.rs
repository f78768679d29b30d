//! Why a table is not shown: what was recognised in it, what is missing, and the smallest one that works.

use super::cube::{Cube, Missing};
use super::grid::place;
use super::labels::Sort;
use crate::error::{Fault, FaultKind, Refusal, Words};

/// A table of industries and places from which no quotients follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearest {
    /// It holds parts of a hundred.
    Shares,
    /// It holds whole numbers under a heading for quotients.
    Counts,
    /// One place, and none to compare it with.
    NothingToCompare,
    /// One industry, and no total.
    OneIndustry,
    /// The industries of no place can be added up, for some are not published.
    NoTotals,
    /// From none of its counts a quotient follows.
    NoQuotient,
}

/// Labels named of each kind.
const MOST_NAMED: usize = 3;

/// The smallest table of counts, row by row, in English and in Japanese.
pub const COUNTS: [[&str; 3]; 2] = [
    ["Industry,UK,Town A", "Total,1000,100", "Manufacturing,200,30"],
    ["産業,全国,A市", "総数,1000,100", "製造業,200,30"],
];

/// A table in which something is not there.
pub fn without(file: &str, cube: &Cube, missing: Missing) -> Fault {
    let (en, ja) = match missing {
        Missing::Numbers => ("no row for all of them, such as a total", "「総数」などの行や列がありません"),
        Missing::Industries => (
            "nothing names industries, as quotients need, and no column is a target, as KPIs need",
            "特化係数に要る産業の名前も、KPIに要る目標値の列もありません",
        ),
        Missing::Places => ("nothing names places", "市町村などの地域の名前がありません"),
    };
    told(file, cube, &Words::new(en, ja), example())
}

/// A table from which no quotients follow.
pub fn of(file: &str, cube: &Cube, nearest: Nearest) -> Fault {
    told(file, cube, &why(nearest), example())
}

/// A table in our own form whose numbers are no quotients; `line` is that of its heading.
pub fn doubted(file: &str, line: usize, nearest: Nearest) -> Fault {
    let found = why(nearest);
    Fault {
        file: file.to_owned(),
        place: place(line, line, 0, ""),
        kind: FaultKind::Unrecognised(Box::new(Refusal { found, needed: example() })),
    }
}

/// Why no quotients follow.
fn why(nearest: Nearest) -> Words {
    let (en, ja) = match nearest {
        Nearest::Counts => (
            "its numbers are counts, no quotients, though they stand under `lq`",
            "「lq」の列の数値が実数で、特化係数ではありません",
        ),
        Nearest::Shares => {
            ("its numbers are shares, no quotients and no counts", "数値が構成比で、特化係数でも実数でもありません")
        }
        Nearest::NothingToCompare => (
            "there is one place and nothing to compare it with",
            "地域が一つだけで、比べる相手（全国や県計）がありません",
        ),
        Nearest::OneIndustry => ("there is one industry and no total", "産業が一つだけで、「総数」がありません"),
        Nearest::NoTotals => (
            "no quotient can be reckoned: for every place some industry is not published, and there is no total",
            "どの地域にも公表されていない産業があり、「総数」もないため、特化係数を計算できません",
        ),
        Nearest::NoQuotient => {
            ("no quotient can be reckoned from its counts", "この実数からは、特化係数を一つも計算できません")
        }
    };
    Words::new(en, ja)
}

/// How the smallest tables are written.
fn example() -> Words {
    let [en, ja] = COUNTS;
    Words::new(
        format!(
            "give counts of industries in places with a total and an area to compare with, such as the lines {}",
            lines(&en, "`", "`", ", ")
        ),
        format!(
            "産業と地域ごとの実数を、総数と比べる地域（全国など）も入れて、次の行のように書いてください：{}",
            lines(&ja, "「", "」", "")
        ),
    )
}

fn lines(rows: &[&str], open: &str, close: &str, separator: &str) -> String {
    rows.iter().map(|row| [open, row, close].concat()).collect::<Vec<_>>().join(separator)
}

fn told(file: &str, cube: &Cube, missing: &Words, needed: Words) -> Fault {
    let (mut en, mut ja) = (Vec::new(), Vec::new());
    for (sort, labels) in cube.recognised() {
        let (name_en, name_ja) = match sort {
            Sort::Place => ("places", "地域"),
            Sort::Industry => ("industries", "産業"),
            Sort::Year => ("periods", "時期"),
            Sort::Sex => ("sexes", "男女"),
            Sort::Measure => ("what is counted", "数えたもの"),
            Sort::Code | Sort::Other => continue,
        };
        let named = |open: &str, close: &str, separator: &str| {
            let more = if labels.len() > MOST_NAMED { "…" } else { "" };
            let few: Vec<String> = labels.iter().take(MOST_NAMED).map(|label| short(label)).collect();
            lines(&few.iter().map(String::as_str).collect::<Vec<_>>(), open, close, separator) + more
        };
        en.push(format!("{name_en} {}", named("`", "`", ", ")));
        ja.push(format!("{name_ja}{}", named("「", "」", "")));
    }
    let seen = if en.is_empty() {
        Words::new("a table of numbers", "数値の表")
    } else {
        Words::new(format!("a table of numbers with {}", en.join("; ")), format!("数値の表（{}）", ja.join("、")))
    };
    let found = Words::new(
        format!("recognised {}; {}", seen.en, missing.en),
        format!("{}と読み取りましたが、{}", seen.ja, missing.ja),
    );
    let (line, row) = cube.headed();
    Fault {
        file: file.to_owned(),
        place: place(line, row, 0, ""),
        kind: FaultKind::Unrecognised(Box::new(Refusal { found, needed })),
    }
}

/// Enough of a label to know it by.
fn short(label: &str) -> String {
    const MOST: usize = 16;
    if label.chars().nth(MOST).is_none() { label.to_owned() } else { label.chars().take(MOST).chain(['…']).collect() }
}
