//! What is wrong in easy Japanese, with readings as `{漢字|かんじ}`: what it is and what to do, without terms of computing.

use super::words::short;
use super::{Fault, FaultKind, Place};

impl Fault {
    /// Where, what and what to do, in easy Japanese with readings.
    ///
    /// ```
    /// use shigoto_widgets::error::{Fault, FaultKind, Place};
    /// let place = Place::Text { line: 3, column: 1, path: "A3 指標名".into() };
    /// let fault = Fault { file: "kpi.csv".into(), place, kind: FaultKind::Blank };
    /// assert_eq!(fault.easy(), "kpi.csv（A3）：{何|なに}も{書|か}いてありません。{書|か}いてください。");
    /// ```
    pub fn easy(&self) -> String {
        let place = match &self.place {
            Place::Text { line: 1, column: 1, path } if path.is_empty() => String::new(),
            Place::Text { line, column, path } => match path.split(' ').next().filter(|name| is_cell(name)) {
                Some(cell) => format!("（{cell}）"),
                None => format!("（{line}{{行目|ぎょうめ}}、{{左|ひだり}}から{column}{{番目|ばんめ}}）"),
            },
            Place::Path(path) => format!("（{path}）"),
            Place::File => String::new(),
        };
        super::on_one_line(&[&*self.file, &place, "：", &self.kind.easy()].concat())
    }
}

/// Whether a spreadsheet calls a cell so.
fn is_cell(name: &str) -> bool {
    let letters = name.bytes().take_while(u8::is_ascii_uppercase).count();
    letters > 0 && name.len() > letters && name.bytes().skip(letters).all(|digit| digit.is_ascii_digit())
}

impl FaultKind {
    /// What is wrong and what to do, in easy Japanese with readings.
    fn easy(&self) -> String {
        let quoted = |text: &str, rest: &str| ["「", &short(text), "」", rest].concat();
        match self {
            Self::Encoding => "{文字|もじ}が{読|よ}めません。Excelで「CSV UTF-8」をえらんで{保存|ほぞん}してください。",
            Self::Empty | Self::NoRecords => "{中|なか}に{何|なに}も{書|か}いてありません。ほかのファイルを{選|えら}んでください。",
            Self::WebPage => "{表|ひょう}のファイルではなく、ホームページです。アドレスを{見|み}なおしてください。",
            Self::Workbook => "Excelのファイルです。Excelで{開|ひら}いて、「CSV UTF-8」で{保存|ほぞん}してください。",
            Self::Archive => "いくつかのファイルを1つにまとめたものです（ZIPなど）。{開|ひら}いて、{中|なか}の{表|ひょう}を{選|えら}んでください。",
            Self::Pdf => "PDFは{読|よ}めません。{同|おな}じ{表|ひょう}のExcelかCSVをさがしてください。",
            Self::Control(_) => "{目|め}に{見|み}えない{文字|もじ}が{入|はい}っています。{書|か}きなおしてください。",
            Self::TooLarge { .. } | Self::TooMany { .. } | Self::TooLong { .. } => {
                "{多|おお}すぎます。{見|み}せなくてよいものを{消|け}してください。"
            }
            Self::UnknownForm(_) | Self::Unrecognised(_) | Self::Header(_) => return self.easy_table(),
            Self::Separator(_) => "コンマ（,）で{分|わ}けてありません。Excelで「CSV UTF-8」をえらんで{保存|ほぞん}してください。",
            Self::FieldCount { found, expected } => {
                return format!("この{{行|ぎょう}}は{found}{{列|れつ}}です。{expected}{{列|れつ}}にしてください。");
            }
            Self::Quote(_) => "「\"」の{使|つか}い{方|かた}が{違|ちが}います。「\"」を{消|け}すか、{言葉|ことば}のはじめと{終|お}わりにつけてください。",
            Self::Blank => "{何|なに}も{書|か}いてありません。{書|か}いてください。",
            Self::NotNumber(text) | Self::NotValue(text) => {
                return quoted(text, "は{数字|すうじ}ではありません。{数字|すうじ}だけを{書|か}いてください。");
            }
            Self::AmbiguousNumber(text) => {
                return quoted(text, "は、2つの{読|よ}み{方|かた}があります。コンマ（,）を{使|つか}わないでください。");
            }
            Self::LongNumber { text, .. } => return quoted(text, "は{長|なが}すぎます。{数|かず}を{短|みじか}くしてください。"),
            Self::BelowZero(value) => {
                return quoted(value, "は0より{小|ちい}さい{数|かず}です。0より{小|ちい}さい{数|かず}は、ここでは{使|つか}えません。");
            }
            Self::Spelling { found, meant } => {
                return quoted(found, &["は「", meant, "」と{書|か}いてください。"].concat());
            }
            Self::Dated(text) => {
                return quoted(text, "は、Excelが{日付|ひづけ}に{変|か}えたものです。1-1のような{番号|ばんごう}を{書|か}きなおしてください。");
            }
            Self::OpenPeriod { found, fiscal, calendar } => {
                let rest = format!("がいつのことか、わかりません。「{fiscal}年度」か「{calendar}年」と{{書|か}}いてください。");
                return quoted(found, &rest);
            }
            Self::Duplicate(text) | Self::Repeated { first: text, .. } => {
                return quoted(text, "が2{回|かい}{以上|いじょう}あります。1つにしてください。");
            }
            Self::Dangling(text) => return quoted(text, "はありません。{名前|なまえ}を{見|み}なおしてください。"),
            Self::OutOfRange { value, range } => {
                return quoted(value, &["は、", range, "の{中|なか}にありません。{数|かず}を{見|み}なおしてください。"].concat());
            }
            Self::NotA(error) => return quoted(&error.found, "は、ここには{書|か}けません。{見|み}なおしてください。"),
            Self::Contradiction(_) => "この{行|ぎょう}に{書|か}いてあることが、{合|あ}っていません。{見|み}なおしてください。",
            Self::More(count) => return format!("ほかに{count}の{{間違|まちが}}いがあります。"),
            Self::Missing
            | Self::Syntax(_)
            | Self::Expected(_)
            | Self::UnknownField { .. }
            | Self::RepeatedField(_)
            | Self::MissingField(_)
            | Self::Length { .. }
            | Self::MissingQuadrant(_) => {
                "ファイルの{書|か}き{方|かた}が{違|ちが}います。このファイルを{作|つく}った{人|ひと}に{聞|き}いてください。"
            }
        }
        .to_owned()
    }

    /// Of a table that no widget shows: what can be shown.
    fn easy_table(&self) -> String {
        let shown = "{見|み}せられるのは、{産業|さんぎょう}と{地域|ちいき}の{表|ひょう}、{目標|もくひょう}の{表|ひょう}（{名前|なまえ}・{今|いま}の{数|かず}・{目標|もくひょう}の{数|かず}）、{強|つよ}みと{弱|よわ}みの{表|ひょう}です。";
        let asked = match self {
            Self::Header(header) => {
                let [_, row] = header.row;
                let form = &header.form;
                format!(
                    "はじめの{{行|ぎょう}}に「{form}」と{{書|か}}いて、{{下|した}}に「{row}」のように{{書|か}}いてください。"
                )
            }
            // An example, as it is written.
            Self::Unrecognised(refusal) => ["{詳|くわ}しいことは、「", &refusal.needed.ja, "」"].concat(),
            _ => String::new(),
        };
        ["このままでは{見|み}せられません。", shown, &asked].concat()
    }
}
