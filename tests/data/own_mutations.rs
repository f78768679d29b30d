//! Whatever happens to a reader's file, it is read or refused with a place in it: never a panic, never a long wait.

use cpu_time::ThreadTime;
use std::time::Duration;

use proptest::prelude::*;
use shigoto_widgets::data::csv::{Reader, Record};
use shigoto_widgets::data::library::Library;
use shigoto_widgets::data::{Dataset, amount, own};
use shigoto_widgets::error::{Fault, FaultLang, Place};
use shigoto_widgets::publish::open_data;

/// Mutations of each file.
const SEEDS: u64 = 300;

fn library() -> Library {
    let library = crate::common::library();
    let readings =
        "id,period,value,source,note\nvisitors,2024年,\"5,000\",\"市, 課\",\"二\n行\"\nstartups,2024年度,81,市,\n";
    Library { dataset: own::read("r.csv", readings, &library.dataset).unwrap(), ..library }
}

fn files(library: &Library) -> Vec<(String, String)> {
    let json = ["lq.json", "kpi.json", "swot.json"].map(|name| (name.to_owned(), crate::common::file(name)));
    let csv = open_data::all(&library.dataset).into_iter().map(|(name, text)| (name.to_owned(), text));
    json.into_iter().chain(csv).collect()
}

/// Always the same numbers for the same seed (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }
}

/// What is put into a file.
fn inserted(dice: &mut Dice) -> String {
    let lone = [
        "\0",
        "\"",
        "\\uD83D",
        "\\uDE00\\uD83D",
        "\u{202e}",
        "\u{2066}",
        "=HYPERLINK(\"x\")",
        "<script>",
        "\r",
        "\n",
        "\t",
        ",",
        "，",
        ";",
        "null",
        "…",
        "",
    ];
    match dice.below(lone.len() + 6) {
        0 => "9".repeat(400),
        1 => "1e999".to_owned(),
        2 => "[".repeat(5000),
        3 => "{\"a\":".repeat(5000),
        4 => "長".repeat(10_001),
        5 => "-０，０００．０".to_owned(),
        other => lone[other - 6].to_owned(),
    }
}

/// The bytes of a file after one accident.
fn mutated(text: &str, dice: &mut Dice) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    let at = dice.below(bytes.len());
    match dice.below(9) {
        0 => bytes[at] ^= 1 << dice.below(8),
        1 => bytes.truncate(at),
        2 => drop(bytes.drain(..at)),
        3 => drop(bytes.splice(at..at, inserted(dice).into_bytes())),
        4 => {
            let quotes: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at] == b'"').collect();
            if quotes.is_empty() {
                bytes.insert(at, b'"');
            } else {
                bytes.remove(quotes[dice.below(quotes.len())]);
            }
        }
        5 | 6 => {
            let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
            let (one, other) = (dice.below(lines.len()), dice.below(lines.len()));
            match dice.below(3) {
                0 => lines.swap(one, other),
                1 => lines.insert(one, lines[other]),
                _ => drop(lines.remove(one)),
            }
            bytes = lines.concat().into_bytes();
        }
        7 => {
            let mut fields: Vec<&str> = text.split(',').collect();
            let (one, other) = (dice.below(fields.len()), dice.below(fields.len()));
            fields.swap(one, other);
            bytes = fields.join(",").into_bytes();
        }
        _ => {
            let digits: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()).collect();
            if let Some(at) = digits.get(dice.below(digits.len())) {
                bytes.splice(at..at, inserted(dice).into_bytes());
            }
        }
    }
    bytes
}

/// The fault is told in both languages at a place that the file has.
fn check_fault(fault: &Fault, name: &str, text: &str) {
    let lines = text.replace("\r\n", "\n").split(['\r', '\n']).count();
    match &fault.place {
        Place::Text { line, column, .. } => {
            let widest = text.split(['\r', '\n']).map(|line| line.chars().count() + 1).max().unwrap_or(1);
            assert!((1..=lines).contains(line) && (1..=widest).contains(column), "{fault}");
            assert_eq!((fault.line_number(), fault.column()), (Some(*line), Some(*column)));
        }
        Place::File => {}
        Place::Path(path) => panic!("no line for {path}: {fault}"),
    }
    for lang in [FaultLang::En, FaultLang::Ja] {
        let (line, message) = (fault.line(lang), fault.message(lang));
        assert!(line.starts_with(name) && line.ends_with(&message), "{line}");
        assert!(message.contains(" — ") && message.chars().count() < 500, "{message}");
        assert!(!line.contains(|letter: char| letter.is_control() || letter == '\u{202e}'), "{line:?}");
    }
}

fn read_within(patience: Duration, name: &str, text: &str, dataset: &Dataset) -> Result<Dataset, Vec<Fault>> {
    let start = ThreadTime::now();
    let read = own::read(name, text, dataset);
    assert!(start.elapsed() < patience, "{name}: {:?}", start.elapsed());
    read
}

#[test]
fn no_accident_to_a_file_is_a_panic() {
    let library = library();
    for (name, text) in files(&library) {
        let (mut taken, mut refused) = (0, 0);
        for seed in 1..=SEEDS {
            let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
            let mut bytes = mutated(&text, &mut dice);
            if dice.below(4) == 0 {
                bytes = mutated(&String::from_utf8_lossy(&bytes), &mut dice);
            }
            // As a browser decodes it.
            let text = String::from_utf8_lossy(&bytes);
            match read_within(Duration::from_secs(1), &name, &text, &library.dataset) {
                Ok(_) => taken += 1,
                Err(faults) => {
                    refused += 1;
                    assert!(!faults.is_empty(), "{name}, {seed}: refused without a reason");
                    for fault in &faults {
                        check_fault(fault, &name, &text);
                    }
                }
            }
        }
        println!("{name}: {taken} taken, {refused} refused");
        assert!(taken >= 5 && refused >= 100, "{name}: {taken} taken, {refused} refused");
    }
}

#[test]
fn hostile_sizes_are_met_without_a_wait() {
    let library = library();
    // All grow with the text and no faster; without optimisation ten times as slowly.
    let patience = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 1 });
    let rows = |row: &dyn Fn(usize) -> String| (0..150_000).map(row).collect::<String>();
    for text in [
        "base,industry,city,lq\n".to_owned() + &rows(&|n| format!("output,i{n},c{n},1\n")),
        "base,industry,city,lq\n".to_owned() + &rows(&|n| format!("output,i{},c{},1\n", n % 200, n % 2003)),
        "base,industry,city,lq\n".to_owned() + &rows(&|_| "output,i,c,1\n".to_owned()),
        "id,period,value,source,note\n".to_owned() + &rows(&|n| format!("visitors,{}年,x,,\n", n % 3000)),
        "code,kind,text\n".to_owned() + &rows(&|n| format!("{},issue,x\n", letters(n))),
        "code,kind,text\nS-1,strength,\"".to_owned() + &"\"\"".repeat(2_000_000) + "\"\n",
        "code,kind,text\n".to_owned() + &"\"".repeat(4_000_001),
        "a,".repeat(2_000_000),
        "{\"kpis\": [".to_owned() + &"{},".repeat(500_000) + "{}]}",
        "{\"tables\": [".to_owned() + &"[],".repeat(500_000) + "[]]}",
        "{".to_owned() + &rows(&|n| format!("\"f{n}\": 1,")) + "\"kpis\": []}",
        "\n".repeat(4_000_000),
    ] {
        let start: String = text.chars().take(40).collect();
        let faults = read_within(patience, "own", &text, &library.dataset).expect_err(&start);
        assert!(faults.len() <= 51, "{start}");
        for fault in faults.iter().take(2) {
            check_fault(fault, "own", &text);
        }
    }
}

#[test]
fn a_table_with_more_gaps_than_values_is_read_without_a_wait() {
    let library = library();
    let patience = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 1 });
    let rows: Vec<String> = (0..150_000).map(|n| format!("output,i{},c{},1\n", n % 200, n % 1999)).collect();
    let read = read_within(patience, "own", &("base,industry,city,lq\n".to_owned() + &rows.concat()), &library.dataset)
        .unwrap();
    assert_eq!(read.lq.tables[0].unpublished(), 200 * 1999 - 150_000);
}

/// A key issue's code for each number.
fn letters(number: usize) -> String {
    number.to_string().bytes().map(|digit| char::from(digit - b'0' + b'a')).collect()
}

proptest! {
    #[test]
    fn numbers_are_read_as_written(units in -999_999_999_999_i64..=999_999_999_999, decimals in 0_usize..=3) {
        let text = if decimals == 0 {
            units.to_string()
        } else {
            let (whole, rest) = (units.abs() / 1000, units.abs() % 1000);
            format!("{}{whole}.{}", if units < 0 { "-" } else { "" }, &format!("{rest:03}")[..decimals])
        };
        let expected: f64 = text.parse().unwrap();
        let (whole, rest) = text.split_once('.').map_or((text.as_str(), ""), |(whole, rest)| (whole, rest));
        let digits = whole.trim_start_matches('-');
        let first = digits.len() % 3;
        let groups = std::iter::once(&digits[..first]).filter(|group| !group.is_empty())
            .chain((first..digits.len()).step_by(3).map(|at| &digits[at..at + 3]));
        let mut grouped = if units < 0 { "-" } else { "" }.to_owned() + &groups.collect::<Vec<_>>().join(",");
        if decimals > 0 {
            grouped = grouped + "." + rest;
        }
        let wide: String = grouped.chars().map(|letter| match letter {
            '-' => '－',
            letter => char::from_u32(letter as u32 + 0xfee0).unwrap(),
        }).collect();
        for text in [&text, &grouped, &wide] {
            let read = amount::read(text, 6).unwrap_or_else(|kind| panic!("{text}: {kind:?}"));
            prop_assert_eq!((read.value.to_bits(), read.decimals), (expected.to_bits(), decimals), "{}", text);
        }
    }

    #[test]
    fn what_is_read_as_a_number_is_that_number(text in "[-+0-9０-９.,．，eE ]{0,12}") {
        if let Ok(read) = amount::read(&text, 6) {
            let plain: String = text.chars().map(amount::half_width).filter(|letter| *letter != ',').collect();
            prop_assert_eq!(read.value.to_bits(), plain.parse::<f64>().unwrap().to_bits(), "{}", text);
        }
    }

    #[test]
    fn records_are_split_as_another_reader_splits_them(
        rows in prop::collection::vec(prop::collection::vec("[a,\"\r\n 青=\t]{0,6}", 1..5), 1..5),
    ) {
        let mut writer = csv::WriterBuilder::new().flexible(true).quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let (mut reader, mut record, mut read) = (Reader::new(&text, ','), Record::default(), Vec::new());
        while reader.read(&mut record) {
            prop_assert!(record.faults.is_empty());
            read.push(record.fields.iter().map(ToString::to_string).collect::<Vec<_>>());
        }
        prop_assert_eq!(read, rows);
    }
}
