//! What is wrong in Japanese, and what to do about it in both languages.

use std::borrow::Cow;

use super::{FaultKind, FaultLang, QuoteFault, Words};

/// Enough of a cell to find it by.
const MOST_QUOTED: usize = 40;

/// The beginning of a long text.
pub(super) fn short(text: &str) -> String {
    if text.chars().nth(MOST_QUOTED).is_none() {
        return text.to_owned();
    }
    text.chars().take(MOST_QUOTED).chain(['…']).collect()
}

impl FaultKind {
    /// What is wrong.
    pub fn message(&self, lang: FaultLang) -> String {
        match lang {
            FaultLang::En => self.to_string(),
            FaultLang::Ja => self.message_ja(),
        }
    }

    fn message_ja(&self) -> String {
        match self {
            Self::Missing => "ファイルがありません".to_owned(),
            Self::Encoding => "文字コードがUTF-8ではありません".to_owned(),
            Self::Empty => "データがありません".to_owned(),
            Self::NoRecords => "1件も書かれていません".to_owned(),
            Self::WebPage => "データではなく、ウェブページです".to_owned(),
            Self::Workbook => "CSVではなく、Excelなどのブック（「.xlsx」など）です".to_owned(),
            Self::Archive => "データではなく、圧縮ファイル（「.zip」など）です".to_owned(),
            Self::Pdf => "データではなく、PDFです".to_owned(),
            Self::Control(letter) => format!("制御文字（U+{:04X}）が入っています", u32::from(*letter)),
            Self::TooLarge { bytes, most } => format!("{bytes}バイトあります（上限は{most}バイト）"),
            Self::UnknownForm(found) => format!("表示できるファイルのどれでもありません（{}）", found.ja),
            Self::Unrecognised(refusal) => refusal.found.ja.clone(),
            Self::Syntax(expected) => format!("ここには{}が必要です", syntax_ja(expected)),
            Self::Expected(expected) => format!("ここには{}が必要です", expected.words(FaultLang::Ja)),
            Self::NotA(error) => {
                format!("「{}」は{}ではありません", short(&error.found), error.expected.words(FaultLang::Ja))
            }
            Self::UnknownField { name, known } => {
                format!("「{}」という項目はありません（使える項目：「{known}」）", short(name))
            }
            Self::RepeatedField(name) => format!("項目「{}」が二度書かれています", short(name)),
            Self::MissingField(name) => format!("項目「{name}」がありません"),
            Self::Header(header) => format!("見出しの行が違います：{}", header.found.ja),
            Self::Separator(mark) => format!("区切りがコンマではなく「{mark}」です"),
            Self::FieldCount { found, expected } => format!("{expected}列のはずが{found}列です"),
            Self::Quote(QuoteFault::Inside) => "\" で始まらない欄の途中に \" があります".to_owned(),
            Self::Quote(QuoteFault::After) => "閉じる \" とコンマの間に余分な文字があります".to_owned(),
            Self::Quote(QuoteFault::Unclosed) => "開いた \" が閉じられていません".to_owned(),
            Self::Blank => "空欄です".to_owned(),
            Self::NotNumber(text) | Self::NotValue(text) => format!("「{}」は数値ではありません", short(text)),
            Self::AmbiguousNumber(text) => format!("「{}」は二通りの数値に読めます", short(text)),
            Self::LongNumber { text, .. } => format!("「{}」は桁が多すぎます", short(text)),
            Self::BelowZero(value) => format!("{value} は0より小さく、0から始まるゲージでは表せません"),
            Self::Spelling { found, meant } => format!("「{}」は「{meant}」と書きます", short(found)),
            Self::Dated(text) => format!("「{}」は、1-1 のような番号をExcelが変えた日付です", short(text)),
            Self::OpenPeriod { found, fiscal, calendar } => {
                format!("「{}」は{fiscal}年度（4月から3月）とも{calendar}年（1月から12月）とも読めます", short(found))
            }
            Self::Repeated { count, first } => {
                format!("{count}行が、上にある行と重複しています（最初は「{}」）", short(first))
            }
            Self::TooLong { found, most } => format!("{found}文字あります（上限は{most}文字）"),
            Self::TooMany { found, most } => format!("{found}件あります（上限は{most}件）"),
            Self::Duplicate(id) => format!("「{}」が重複しています", short(id)),
            Self::Dangling(id) => format!("「{}」は存在しません", short(id)),
            Self::OutOfRange { value, range } => format!("{value} は範囲外です（{range}）"),
            Self::Length { found, expected } => format!("市が{expected}あるのに、値が{found}個です"),
            Self::MissingQuadrant(code) => format!("{code}の枠がありません"),
            Self::Contradiction(why) => why.ja.clone(),
            Self::More(count) => format!("ほかに{count}件の誤りがあります"),
        }
    }

    /// What to do about it.
    pub fn remedy(&self, lang: FaultLang) -> Cow<'static, str> {
        if let Some(Words { en, ja }) = self.own_remedy() {
            return Cow::Owned(if lang == FaultLang::En { en } else { ja });
        }
        let (en, ja) = self.file_remedy().or_else(|| self.csv_remedy()).unwrap_or_else(|| self.record_remedy());
        Cow::Borrowed(if lang == FaultLang::En { en } else { ja })
    }

    /// For faults that know what would be right.
    fn own_remedy(&self) -> Option<Words> {
        Some(match self {
            Self::Unrecognised(refusal) => refusal.needed.clone(),
            Self::Header(header) => {
                let (form, [en, ja]) = (&header.form, header.row);
                Words::new(
                    format!("begin the file with the line {form} and write rows such as {en} under it"),
                    format!("1行目を「{form}」とし、その下に「{ja}」のように書いてください"),
                )
            }
            Self::LongNumber { most_decimals, .. } => Words::new(
                format!("round it: {most_decimals} decimals and 15 digits in all are taken"),
                format!("小数{most_decimals}桁まで、全体で15桁までに丸めてください"),
            ),
            Self::Spelling { meant, .. } => {
                Words::new(format!("write {meant}"), format!("「{meant}」に直してください"))
            }
            Self::OpenPeriod { fiscal, calendar, .. } => {
                Words::new("write the one it is", format!("「{fiscal}年度」か「{calendar}年」と書いてください"))
            }
            _ => return None,
        })
    }

    /// For faults of a file as a whole.
    fn file_remedy(&self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::Missing => {
                ("put the file back, or let it be read", "ファイルを戻すか、読めるように権限を直してください")
            }
            Self::Encoding => (
                "save the file again as UTF-8, in Excel as CSV UTF-8",
                "UTF-8で保存し直してください（Excelでは「CSV UTF-8」）",
            ),
            Self::Empty => (
                "choose another file, or write the header (such as id,period,value,source,note) and rows below it",
                "ファイルを選び直すか、見出しの行（例：「id,period,value,source,note」）とその下の行を書いてください",
            ),
            Self::WebPage => (
                "check the address: it may lead to a login page or to an error page",
                "アドレスを確かめてください（ログイン画面やエラー画面につながっているかもしれません）",
            ),
            Self::Workbook => {
                ("open it in Excel and save it as CSV UTF-8", "Excelで開き、「CSV UTF-8」の形式で保存し直してください")
            }
            Self::Archive => {
                ("unpack it and choose the CSV or JSON in it", "展開（解凍）して、中のCSVかJSONを選んでください")
            }
            Self::Pdf => (
                "look for the table as Excel or CSV where it was published, and save it as CSV UTF-8",
                "公表元でExcelやCSVの表を探し、「CSV UTF-8」の形式で保存してください",
            ),
            Self::Control(_) => ("delete it, or write the text again", "その文字を消すか、書き直してください"),
            Self::TooLarge { .. } | Self::TooMany { .. } => {
                ("leave out what need not be shown", "表示しなくてよいものを除いてください")
            }
            Self::UnknownForm(_) => (
                "begin a CSV with base,industry,city,lq (rows such as output,Manufacturing,Town A,1.25), id,period,value,source,note, \
                 id,pillar,measure,name,unit,kind,baseline,baseline_period,target or code,kind,text",
                "CSVの1行目を「base,industry,city,lq」（行の例：「output,製造業,A市,1.25」）「id,period,value,source,note」\
                 「id,pillar,measure,name,unit,kind,baseline,baseline_period,target」「code,kind,text」のどれかにしてください",
            ),
            Self::More(_) => ("mend those listed first", "まず上に挙げたものを直してください"),
            _ => return None,
        })
    }

    /// For faults of a cell or row of a CSV.
    fn csv_remedy(&self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::Separator(_) => (
                "save the file again, separated by commas, in Excel as CSV UTF-8",
                "コンマ（半角）区切りで保存し直してください（Excelでは「CSV UTF-8」）",
            ),
            Self::FieldCount { .. } => (
                "add or remove commas, and put fields that hold commas in quotation marks",
                "コンマの数を合わせてください。コンマを含む欄は \" で囲みます",
            ),
            Self::Quote(_) => (
                "put the whole field in quotation marks, and write those inside it twice",
                "欄全体を \" で囲み、中の \" は \"\" と二つ重ねてください",
            ),
            Self::Blank => ("fill it in", "記入してください"),
            Self::NotNumber(_) => (
                "write digits alone, without a unit, such as 1234.5",
                "単位などをつけず、数字だけを書いてください（例：1234.5）",
            ),
            Self::NotValue(_) => (
                "write digits alone, such as 1234.5; where no value is published, leave the cell empty or write -",
                "数字だけを書いてください（例：1234.5）。公表されていない値は、空欄か「-」にします",
            ),
            Self::AmbiguousNumber(_) => {
                ("write it without commas, such as 1234 or 0.5", "コンマを使わずに書いてください（例：1234、0.5）")
            }
            Self::BelowZero(_) => (
                "leave this indicator out, or count what cannot fall below zero",
                "この指標を除くか、0より小さくならない数え方にしてください",
            ),
            Self::Dated(_) => (
                "in Excel format the column as text before you type 1-1, or write '1-1",
                "Excelでは、列の表示形式を「文字列」にしてから 1-1 と入力するか、先頭に ' をつけて '1-1 と入力してください",
            ),
            Self::TooLong { .. } => ("shorten the text", "文章を短くしてください"),
            _ => return None,
        })
    }

    /// For faults of a record, and between records.
    fn record_remedy(&self) -> (&'static str, &'static str) {
        match self {
            Self::NoRecords => {
                ("write at least one record, as in the published file", "公開データと同じ形で、1件以上書いてください")
            }
            Self::NotA(_) => ("write it in that form", "その形に直してください"),
            Self::Repeated { .. } => (
                "keep one year or kind where the file holds several, and one row for each",
                "複数の年や区分が入っているときは一つに絞り、同じ行を一つにしてください",
            ),
            Self::Duplicate(_) => ("remove or rename one of the two", "どちらかを消すか、別の名前にしてください"),
            Self::Dangling(_) => {
                ("correct the name or add the record it names", "名前を直すか、参照先を追加してください")
            }
            Self::OutOfRange { .. } => ("check the number against the source", "出典の数値を確かめてください"),
            Self::Length { .. } => (
                "write one value for each city, in the order of the cities",
                "市の順に、市ごとに一つずつ値を書いてください",
            ),
            Self::MissingQuadrant(_) => (
                "add it, with an empty list of strategies where there are none",
                "戦略がなければ空の並びのまま、その枠を書いてください",
            ),
            Self::Contradiction(_) => ("make the two fields agree", "二つの項目を一致させてください"),
            _ => ("compare with data/schema and mend this place", "data/schema と見比べて、この場所を直してください"),
        }
    }
}

/// What [`crate::data::json`] expected, in Japanese.
fn syntax_ja(expected: &str) -> &'static str {
    match expected {
        "the end of the file" => "ファイルの終わり",
        "less deeply nested brackets" => "もっと浅い入れ子",
        "a value" => "値",
        "`,` or `]`" => " , か ] ",
        "`,` or `}`" => " , か } ",
        "a field name in quotes" => "\" で囲んだ項目名",
        "`:`" => " : ",
        "a closing `\"`" => "閉じる \" ",
        "an escape such as \\n or \\u3042" => "「\\n」「\\u3042」のような記法",
        "a number of at most 15 digits" => "15桁までの数値",
        _ => "別の文字",
    }
}
