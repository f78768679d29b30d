//! What is wrong with the heading of a CSV: what of it is recognised, what differs, and the smallest right beginning.

use super::letters::folded;
use crate::error::{FaultKind, OtherHeader, Words};

/// Column names of a form.
pub type Columns = &'static [&'static str];

/// Rows looked through for a heading: titles, dates and units stand above it.
pub const MOST_ROWS: usize = 20;
/// Cells looked at in each.
const MOST_CELLS: usize = 200;
/// Cells named in a message.
const MOST_NAMED: usize = 4;

/// A row of each form that is right, by its header line: in English, which is ASCII, and in Japanese. A form that is not
/// here is read, but nobody is told to write it.
const ROWS: [(&str, [&str; 2]); 6] = [
    ("base,industry,city,lq", ["output,Manufacturing,Town A,1.25", "output,製造業,A市,1.25"]),
    ("base,industry,city,lq,prefecture", ["output,Manufacturing,Town A,1.25,B", "output,製造業,A市,1.25,B県"]),
    (
        "id,pillar,measure,name,unit,kind,baseline,baseline_period,target",
        ["jobs,1,1-1,Start-ups,,raise,80,FY2023,120", "jobs,1,1-1,新しい会社の数,社,raise,80,2023年度,120"],
    ),
    (
        "id,pillar,measure,name,unit,kind,baseline,baseline_period,target,direction",
        ["jobs,1,1-1,Start-ups,,raise,80,FY2023,120,raise", "jobs,1,1-1,新しい会社の数,社,raise,80,2023年度,120,raise"],
    ),
    ("id,period,value,source,note", ["jobs,FY2024,85,Town A,", "jobs,2024年度,85,A市,"]),
    ("code,kind,text", ["S-1,strength,Good water", "S-1,strength,豊かな水"]),
];

/// Words of other headings, in lower case and ordinary width, and the column or the counts that they stand for; the
/// first that a cell holds.
const SYNONYMS: &[(&str, &str)] = &[
    ("コード", CODE),
    ("code", CODE),
    ("fips", CODE),
    ("番号", CODE),
    ("特化係数", "lq"),
    ("立地係数", "lq"),
    ("location quotient", "lq"),
    ("構成比", SHARES),
    ("割合", SHARES),
    ("share", SHARES),
    ("percent", SHARES),
    ("従業", COUNTS),
    ("就業者", COUNTS),
    ("雇用者", COUNTS),
    ("事業所", COUNTS),
    ("企業数", COUNTS),
    ("生産額", COUNTS),
    ("総生産", COUNTS),
    ("付加価値", COUNTS),
    ("出荷額", COUNTS),
    ("売上", COUNTS),
    ("販売額", COUNTS),
    ("人数", COUNTS),
    ("empl", COUNTS),
    ("emp_", COUNTS),
    ("jobs", COUNTS),
    ("workers", COUNTS),
    ("persons engaged", COUNTS),
    ("estab", COUNTS),
    ("firms", COUNTS),
    ("gva", COUNTS),
    ("gdp", COUNTS),
    ("output", COUNTS),
    ("turnover", COUNTS),
    ("指標名", "name"),
    ("成果指標", "name"),
    ("業績評価指標", "name"),
    ("(指標)", "name"),
    ("指標", "name"),
    ("kpi", "name"),
    ("indicator", "name"),
    ("単位", "unit"),
    ("units", "unit"),
    ("目標年", "target_period"),
    ("target year", "target_period"),
    ("target_period", "target_period"),
    ("基準年", "baseline_period"),
    ("現状年", "baseline_period"),
    ("基準", "baseline"),
    ("現状", "baseline"),
    ("baseline_period", "baseline_period"),
    ("baseline year", "baseline_period"),
    ("baseline", "baseline"),
    ("目標", "target"),
    ("target", "target"),
    ("方向", "direction"),
    ("施策", "measure"),
    ("柱", "pillar"),
    ("pillar", "pillar"),
    ("産業", "industry"),
    ("業種", "industry"),
    ("industry", "industry"),
    ("ind_name", "industry"),
    ("sic", "industry"),
    ("nace", "industry"),
    ("naics", "industry"),
    ("sector", "industry"),
    ("市区町村", "city"),
    ("市町村", "city"),
    ("都道府県", "prefecture"),
    ("地域", "city"),
    ("region", "city"),
    ("municipality", "city"),
    ("place", "city"),
    ("area name", "city"),
    ("自治体", "city"),
    ("市", "city"),
    ("県", "prefecture"),
    ("時期", "period"),
    ("年度", "period"),
    ("年次", "period"),
    ("時点", "period"),
    ("year", "period"),
    ("年", "period"),
    ("実績", "value"),
    ("値", "value"),
    ("出典", "source"),
    ("備考", "note"),
    ("記号", "code"),
    ("区分", "kind"),
    ("内容", "text"),
    ("項目", "text"),
];
/// What tells the rows apart for machines.
pub const CODE: &str = "codes";
/// Parts of a hundred.
pub const SHARES: &str = "shares";
/// What is counted, no quotient.
pub const COUNTS: &str = "counts";

/// What is wrong with a heading, and in which of `rows` it stands: the first in which most columns of a form are found.
pub fn fault(rows: &[Vec<String>], forms: &[Columns]) -> (usize, FaultKind) {
    let rows: Vec<Heading> = rows.iter().take(MOST_ROWS).map(|cells| Heading::new(cells)).collect();
    let mut best: Option<(usize, usize, Columns)> = None;
    for (index, row) in rows.iter().enumerate() {
        for columns in forms.iter().filter(|columns| example(columns).is_some()) {
            let found = columns.iter().filter(|column| row.has(column)).count();
            // Of forms that fit alike the smaller one asks for less.
            if found > best.map_or(usize::from(forms.len() > 1), |(most, ..)| most) {
                best = Some((found, index, columns));
            }
        }
    }
    let best = best.map(|(_, index, columns)| (index, columns)).or(match forms {
        [columns] => Some((0, *columns)),
        _ => None,
    });
    match best.and_then(|(index, columns)| Some((index, rows.get(index)?.differs(index, columns)))) {
        Some((index, kind)) => (index, kind),
        None => (0, unknown(&rows)),
    }
}

/// A row that may be a heading.
struct Heading<'r> {
    cells: &'r [String],
    /// The column that each cell stands for.
    meanings: Vec<String>,
}

/// The column that a cell stands for, or the cell as it is compared.
pub fn meaning(cell: &str) -> String {
    let plain = folded(cell).trim().to_lowercase();
    if ROWS.iter().any(|(header, _)| header.split(',').any(|column| column == plain)) {
        return plain;
    }
    let known = SYNONYMS.iter().find(|(word, _)| match word.chars().nth(1) {
        Some(_) => plain.contains(word),
        // One letter is found in many words.
        None => plain == **word || plain == format!("{word}名"),
    });
    known.map_or(plain.clone(), |(_, column)| (*column).to_owned())
}

/// Whether a meaning is a column of some form, or of what others write.
pub fn is_known(meaning: &str) -> bool {
    SYNONYMS.iter().any(|(_, column)| *column == meaning)
        || ROWS.iter().any(|(header, _)| header.split(',').any(|column| column == meaning))
}

impl<'r> Heading<'r> {
    fn new(cells: &'r [String]) -> Self {
        let cells = cells.get(..MOST_CELLS).unwrap_or(cells);
        Self { cells, meanings: cells.iter().map(|cell| meaning(cell)).collect() }
    }

    fn has(&self, column: &str) -> bool {
        self.meanings.iter().any(|meaning| meaning == column)
    }

    /// How it differs from a form.
    fn differs(&self, index: usize, columns: Columns) -> FaultKind {
        let Self { cells, meanings } = self;
        let is_column = |meaning: &String| columns.contains(&meaning.as_str());
        let (mut en, mut ja) = (Vec::new(), Vec::new());
        if index > 0 {
            en.push(format!("it stands below {index} other lines"));
            ja.push(format!("上に見出しでない行が{index}行あります"));
        }
        let renamed = cells.iter().zip(meanings).filter(|(cell, meaning)| is_column(meaning) && cell != meaning);
        let renamed: Vec<(&String, &String)> = renamed.take(MOST_NAMED).collect();
        if !renamed.is_empty() {
            en.push(listed(renamed.iter().map(|(cell, meaning)| format!("`{}` is {meaning}", short(cell))), ", "));
            ja.push(listed(renamed.iter().map(|(cell, meaning)| format!("「{}」は「{meaning}」", short(cell))), "、"));
        }
        let missing: Vec<&str> = columns.iter().copied().filter(|column| !self.has(column)).collect();
        if !missing.is_empty() {
            en.push(format!("no column {}", missing.join(", ")));
            ja.push(format!("「{}」の列がありません", missing.join(",")));
        }
        let seen = |at: usize, meaning: &String| meanings.iter().take(at).any(|earlier| earlier == meaning);
        let surplus = cells.iter().zip(meanings).enumerate();
        let surplus = surplus.filter(|(at, (_, meaning))| !is_column(meaning) || seen(*at, meaning));
        let surplus: Vec<&String> = surplus.map(|(_, (cell, _))| cell).filter(|cell| !cell.is_empty()).collect();
        if !surplus.is_empty() {
            let named = || surplus.iter().take(MOST_NAMED).map(|cell| short(cell));
            let (more_en, more_ja) = if surplus.len() > MOST_NAMED { (" …", "…") } else { ("", "") };
            en.push(format!("not needed: {}{more_en}", listed(named().map(|cell| format!("`{cell}`")), ", ")));
            ja.push(format!("使わない列：{}{more_ja}", listed(named().map(|cell| format!("「{cell}」")), "")));
        }
        if missing.contains(&"lq") && self.has(COUNTS) {
            en.push("counts and shares are no quotients".to_owned());
            ja.push("実数や構成比は特化係数ではありません".to_owned());
        }
        if en.is_empty() {
            en.push("the order differs".to_owned());
            ja.push("列の順が違います".to_owned());
        }
        let (form, row) = (columns.join(","), example(columns).unwrap_or_default());
        FaultKind::Header(Box::new(OtherHeader { found: Words::new(en.join("; "), ja.join("。")), form, row }))
    }
}

/// A right row of a form.
fn example(columns: Columns) -> Option<[&'static str; 2]> {
    ROWS.iter().find(|(header, _)| header.split(',').eq(columns.iter().copied())).map(|(_, row)| *row)
}

/// A heading in which no two columns of any form are found.
fn unknown(rows: &[Heading]) -> FaultKind {
    let first = rows.first().into_iter().flat_map(|row| row.cells.iter().zip(&row.meanings));
    let is_known = |column: &String| {
        ![COUNTS, CODE, SHARES].contains(&column.as_str()) && SYNONYMS.iter().any(|(_, own)| own == column)
    };
    let known = |cell: &String, column: &String| Some(column.clone()).filter(|_| column != cell && is_known(column));
    let named: Vec<(String, Option<String>)> = first
        .filter(|(cell, _)| !cell.is_empty())
        .take(MOST_NAMED)
        .map(|(cell, column)| (short(cell), known(cell, column)))
        .collect();
    let tell = |quote: [&str; 2], open: &str, close: &str, separator: &str| {
        let one = |(cell, column): &(String, Option<String>)| {
            let column = column.as_deref().map(|column| [open, column, close].concat()).unwrap_or_default();
            [quote[0], cell, quote[1], &column].concat()
        };
        listed(named.iter().map(one), separator)
    };
    let mut found = Words::new(
        format!("its first line has {}", tell(["`", "`"], " = ", "", ", ")),
        format!("1行目は{}", tell(["「", "」"], "＝「", "」", "")),
    );
    let mut cells = rows.iter().flat_map(|row| row.cells.iter().zip(&row.meanings));
    if let Some(cell) = cells.find(|(_, meaning)| *meaning == COUNTS).map(|(cell, _)| short(cell)) {
        found.en.extend(["; `", &cell, "` are counts or shares, no quotients"]);
        found.ja.extend(["。「", &cell, "」は実数や構成比で、特化係数ではありません"]);
    }
    FaultKind::UnknownForm(found)
}

fn listed(items: impl Iterator<Item = String>, separator: &str) -> String {
    items.collect::<Vec<_>>().join(separator)
}

/// Enough of a cell to know it by: several stand in one message.
fn short(cell: &str) -> String {
    const MOST: usize = 12;
    if cell.chars().nth(MOST).is_none() { cell.to_owned() } else { cell.chars().take(MOST).chain(['…']).collect() }
}

#[cfg(test)]
mod tests {
    use super::meaning;

    #[test]
    fn other_words_are_recognised() {
        for (cell, column) in [
            ("Base", "base"),
            ("ＬＱ", "lq"),
            ("市町村名", "city"),
            ("市", "city"),
            ("産業大分類", "industry"),
            ("目標（指標）名", "name"),
            ("目標値（令和9年度）", "target"),
            ("従業者数", "counts"),
            ("日の出市", "日の出市"),
        ] {
            assert_eq!(meaning(cell), column, "{cell}");
        }
    }
}
