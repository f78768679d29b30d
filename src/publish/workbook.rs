//! A workbook of a reader's own as the files that its sheets in sight are, for the reader of tables ([`crate::data::own`]).

use workbook::{Limits, Refusal, Sheet};

use crate::data::own::grid::place;
use crate::error::{self, Fault, FaultKind, Place, Words};

/// The sheets in sight, by name and as CSV whose lines and columns are the sheet's, and what is not read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    /// Name and text of each sheet that holds something; the name is the file's where there is but one.
    pub files: Vec<(String, String)>,
    /// Names of hidden sheets.
    pub hidden_sheets: Vec<String>,
    /// Hidden rows of the sheets in sight.
    pub hidden_rows: usize,
}

/// Reads a workbook.
///
/// # Errors
/// Why it is not read, in one fault: the cell of a formula without a result, or of the whole file.
pub fn read(name: &str, bytes: &[u8]) -> Result<Book, Vec<Fault>> {
    let sheets = workbook::sheets(bytes, Limits::default()).map_err(|refusal| vec![refused(name, &refusal)])?;
    let (hidden, shown): (Vec<Sheet>, Vec<Sheet>) = sheets.into_iter().partition(|sheet| sheet.is_hidden);
    let shown: Vec<Sheet> = shown.into_iter().filter(|sheet| !sheet.rows.is_empty()).collect();
    if shown.is_empty() {
        return Err(vec![Fault { file: name.to_owned(), place: whole(), kind: FaultKind::Empty }]);
    }
    let named = |sheet: &Sheet| if shown.len() == 1 { name.to_owned() } else { [name, " › ", &sheet.name].concat() };
    if let Some((sheet, (row, column))) = shown.iter().find_map(|sheet| Some((sheet, sheet.uncalculated()?))) {
        return Err(vec![Fault { file: named(sheet), place: place(row, row, column, ""), kind: uncalculated() }]);
    }
    let is_far = |sheet: &&Sheet| sheet.fields() > MOST_FIELDS;
    if let Some(sheet) = shown.iter().find(is_far) {
        return Err(vec![refused(&named(sheet), &Refusal::TooManyCells)]);
    }
    Ok(Book {
        files: shown.iter().map(|sheet| (named(sheet), sheet.csv())).collect(),
        hidden_sheets: hidden.into_iter().map(|sheet| sheet.name).collect(),
        hidden_rows: shown.iter().map(Sheet::hidden_rows).sum(),
    })
}

/// Fields of a sheet's CSV: as many as the reader of tables takes.
const MOST_FIELDS: usize = 1_000_000;

fn whole() -> Place {
    Place::Text { line: 1, column: 1, path: String::new() }
}

fn uncalculated() -> FaultKind {
    told(
        ("holds a formula whose result is not stored", "計算式の結果が保存されていません"),
        (
            "open the workbook in Excel, save it and choose it again",
            "ブックをExcelで開いて保存し直してから、もう一度選んでください",
        ),
    )
}

fn told((en, ja): (&str, &str), (needed_en, needed_ja): (&str, &str)) -> FaultKind {
    let (found, needed) = (Words::new(en, ja), Words::new(needed_en, needed_ja));
    FaultKind::Unrecognised(Box::new(error::Refusal { found, needed }))
}

/// What is wrong with a workbook, and what to do.
fn refused(name: &str, refusal: &Refusal) -> Fault {
    let again = (
        "save it once more as an .xlsx workbook, or as CSV",
        "「Excel ブック（.xlsx）」か「CSV UTF-8」で保存し直してください",
    );
    let kind = match refusal {
        Refusal::TooLarge => told(
            ("is a workbook of more than 5 MB", "5 MBを超えるブックです"),
            ("keep only the sheet of the table", "表のあるシートだけを残してください"),
        ),
        Refusal::Unpacked => told(
            ("is a workbook that unpacks to more than is read", "展開すると読み取れる大きさを超えるブックです"),
            ("copy the table into a new workbook", "表だけを新しいブックにコピーしてください"),
        ),
        Refusal::TooManyCells => told(
            ("has more cells, or cells further down, than are read", "セルが多すぎるか、下に離れすぎているブックです"),
            ("copy the table into a new workbook", "表だけを新しいブックにコピーしてください"),
        ),
        Refusal::OldOrLocked => told(
            (
                "is a workbook of before 2007 (.xls), or locked with a password",
                "古い形式（.xls）か、パスワードのかかったブックです",
            ),
            (
                "open it and save it as an .xlsx workbook without a password",
                "開いて、パスワードのない「Excel ブック（.xlsx）」で保存し直してください",
            ),
        ),
        Refusal::NoWorkbook => told(("is no .xlsx workbook", ".xlsxのブックではありません"), again),
        Refusal::Macros => told(
            ("is a workbook with macros", "マクロの入ったブックです"),
            (
                "save it as an .xlsx workbook, which holds none",
                "マクロを含まない「Excel ブック（.xlsx）」で保存し直してください",
            ),
        ),
        Refusal::Missing(part) | Refusal::Broken(part) => told(
            (
                &format!("is a broken workbook (its part `{part}`)"),
                &format!("壊れたブックです（「{part}」を読めません）"),
            ),
            again,
        ),
    };
    Fault { file: name.to_owned(), place: whole(), kind }
}
