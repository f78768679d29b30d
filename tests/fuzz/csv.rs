//! CSV: no record is lost or shifted, what is sound comes back as it was, and its header is known or refused.

use shigoto_widgets::data::csv::{Reader, Record};
use shigoto_widgets::data::own::{kpi, lq, swot};
use shigoto_widgets::data::sheet::Sheet;
use shigoto_widgets::data::{actuals, amount};

use crate::fault;

/// Whether every record of it is sound.
pub fn body(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let separator = if text.contains('\t') { '\t' } else { ',' };
    let lines = text.replace("\r\n", "\n").split(['\r', '\n']).count();
    let (mut reader, mut record) = (Reader::new(&text, separator), Record::default());
    let (mut before, mut letters, mut is_sound) = (0, 0, true);
    let mut records: Vec<Vec<String>> = Vec::new();
    while reader.read(&mut record) {
        assert!(record.line > before && record.line <= lines, "line {} after {before} of {lines}", record.line);
        before = record.line;
        assert!(!record.fields.is_empty());
        for (line, index, _) in &record.faults {
            assert!((record.line..=lines).contains(line) && *index < record.fields.len(), "{record:?}");
        }
        letters += record.fields.iter().map(|field| field.len()).sum::<usize>();
        is_sound &= record.faults.is_empty();
        records.push(record.fields.iter().map(ToString::to_string).collect());
    }
    assert!(letters <= text.len(), "more read than there was");
    if is_sound {
        comes_back(&records);
    }
    sheet(&text);
    for field in records.iter().flatten() {
        if let Ok(period) = actuals::read_period(field, None) {
            assert_eq!(actuals::read_period(&period.to_string(), None), Ok(period), "{field}");
        }
        if let Ok(read) = amount::read(field, 6) {
            let plain: String = field.trim().chars().map(amount::half_width).filter(|letter| *letter != ',').collect();
            assert_eq!(read.value.to_bits(), plain.trim().parse::<f64>().unwrap().to_bits(), "{field}");
        }
    }
    is_sound && !records.is_empty()
}

/// Written with every field quoted by another program, the records are read as they were.
fn comes_back(records: &[Vec<String>]) {
    let quoted = ::csv::QuoteStyle::Always;
    let mut writer = ::csv::WriterBuilder::new().flexible(true).quote_style(quoted).from_writer(Vec::new());
    for record in records {
        writer.write_record(record).unwrap();
    }
    let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    let (mut reader, mut record) = (Reader::new(&text, ','), Record::default());
    for expected in records {
        assert!(reader.read(&mut record) && record.faults.is_empty(), "{text}");
        assert_eq!(record.fields, *expected, "{text}");
    }
    assert!(!reader.read(&mut record));
}

/// A sheet hands out rows of its header's length, on lines that the text has.
fn sheet(text: &str) {
    let forms = [&lq::COLUMNS[..], &kpi::COLUMNS[..], &actuals::COLUMNS[..], &swot::COLUMNS[..]];
    let mut sheet = match Sheet::open("own.csv", text, &forms) {
        Ok(sheet) => sheet,
        Err(faults) => {
            assert!(!faults.is_empty());
            for one in &faults {
                fault::check(one, text);
            }
            return;
        }
    };
    let mut before = 0;
    while sheet.advance() {
        assert!(sheet.line() > before);
        before = sheet.line();
        for column in 1..=sheet.columns().len() {
            sheet.text(column);
            sheet.amount(column, 6);
        }
    }
    if let Err(faults) = sheet.finish(()) {
        assert!(!faults.is_empty() && faults.len() <= 51);
        for one in &faults {
            fault::check(one, text);
        }
    }
}
