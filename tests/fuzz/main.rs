//! Hostile inputs by the million: `cargo xtask fuzz`.
//!
//! The bodies take bytes, as those of cargo-fuzz would; what fails is kept in `target/fuzz-failures/` with the command to see it again.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "a test may fail loudly"
)]

mod attributes;
mod csv;
mod fault;
mod json;
mod lines;
mod mutate;
mod own;
mod workbook;

use std::hash::Hasher as _;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::process::{self, ExitCode};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use fnv::FnvHasher;
use mutate::{Dice, mutated, shrunk};
use shigoto_widgets::data::library::CITY;

/// A body: checks what must hold of any bytes, and tells whether they were accepted as data.
type Body = fn(&[u8]) -> bool;

const TARGETS: [(&str, Body); 5] = [
    ("json", json::body),
    ("csv", csv::body),
    ("own", own::body),
    ("workbook", workbook::body),
    ("attributes", attributes::body),
];

/// Inputs grown so far from which more grow.
const MOST_GROWN: usize = 200;
const MOST_BYTES: usize = 64 * 1024;
/// An input that takes longer has hung.
const HANG: Duration = Duration::from_secs(30);

struct Options {
    targets: Vec<String>,
    cases: u64,
    seconds: Option<u64>,
    seed: u64,
    replay: Option<PathBuf>,
}

fn main() -> ExitCode {
    let options = options();
    if let Some(file) = &options.replay {
        return replay(file, &options.targets);
    }
    let chosen: Vec<(&str, Body)> = TARGETS
        .into_iter()
        .filter(|(name, _)| options.targets.is_empty() || options.targets.iter().any(|own| own == name))
        .collect();
    assert!(!chosen.is_empty(), "no such target; there are json, csv, own, workbook, attributes");
    panic::set_hook(Box::new(|_| {}));
    let results: Vec<bool> = thread::scope(|scope| {
        let runs: Vec<_> =
            chosen.iter().map(|(name, body)| scope.spawn(|| Run::new(name, *body).go(&options))).collect();
        runs.into_iter().map(|run| run.join().unwrap_or(false)).collect()
    });
    let failed = results.iter().filter(|passed| !**passed).count();
    let word = if failed == 0 { "ok" } else { "FAILED" };
    println!("test result: {word}. {} passed; {failed} failed; of cargo xtask fuzz", results.len() - failed);
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn options() -> Options {
    let mut options = Options { targets: Vec::new(), cases: 100_000, seconds: None, seed: 1, replay: None };
    let mut words = env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().unwrap_or_else(|| panic!("{word} takes a value"));
        match word.as_str() {
            "--cases" => options.cases = value().parse().expect("--cases takes a number"),
            "--seconds" => options.seconds = Some(value().parse().expect("--seconds takes a number")),
            "--seed" => options.seed = value().parse().expect("--seed takes a number"),
            "--target" => options.targets.push(value()),
            "--replay" => options.replay = Some(value().into()),
            _ => panic!("no option `{word}`; there are --cases, --seconds, --seed, --target and --replay"),
        }
    }
    options
}

/// Shows one kept input again, panic and all.
fn replay(file: &Path, targets: &[String]) -> ExitCode {
    let bytes = fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    for (target, body) in TARGETS {
        if targets.iter().any(|own| own == target) || (targets.is_empty() && name.starts_with(target)) {
            println!("{target}: {}", if body(&bytes) { "accepted" } else { "refused" });
        }
    }
    ExitCode::SUCCESS
}

/// An input, and since when it has been tried.
type Current = Option<(Instant, Vec<u8>)>;

/// One target being run.
struct Run {
    name: String,
    body: Body,
    seeds: Vec<Vec<u8>>,
    /// What is being tried, and since when: for the watch over inputs that never end.
    current: Arc<Mutex<Current>>,
}

impl Run {
    fn new(name: &str, body: Body) -> Self {
        Self { name: name.to_owned(), body, seeds: seeds(name), current: Arc::default() }
    }

    fn go(&self, options: &Options) -> bool {
        self.watch();
        let start = Instant::now();
        let is_over = |case: u64| match options.seconds {
            Some(seconds) => start.elapsed().as_secs() >= seconds,
            None => case >= options.cases,
        };
        let mut pool = self.seeds.clone();
        let (mut case, mut accepted, mut slowest) = (0, 0_u64, Duration::ZERO);
        while !is_over(case) {
            let mut dice = Dice::new(options.seed.wrapping_mul(1 << 32).wrapping_add(case));
            // The seeds themselves come first.
            let seed = usize::try_from(case).ok().and_then(|case| self.seeds.get(case)).cloned();
            let mut bytes = seed.unwrap_or_else(|| mutated(&pool, &mut dice));
            bytes.truncate(MOST_BYTES);
            case += 1;
            match self.tried(&bytes) {
                Ok((is_accepted, took)) => {
                    slowest = slowest.max(took);
                    accepted += u64::from(is_accepted);
                    self.grow(&mut pool, bytes, is_accepted, &mut dice);
                }
                Err(why) => return self.failed(bytes, &why),
            }
        }
        *self.current.lock().unwrap() = None;
        let seconds = start.elapsed().as_secs_f64();
        println!("{:>10}: {case} cases, {accepted} accepted, slowest {slowest:.1?}, {seconds:.0} s", self.name);
        // Where nothing is accepted, or nothing refused, the properties hold of nothing.
        accepted > 0 && accepted < case
    }

    /// What was accepted is worth changing further.
    fn grow(&self, pool: &mut Vec<Vec<u8>>, bytes: Vec<u8>, is_accepted: bool, dice: &mut Dice) {
        let room = self.seeds.len() + MOST_GROWN;
        if !is_accepted || bytes.len() > 4096 || dice.below(8) > 0 {
            return;
        }
        if pool.len() < room {
            pool.push(bytes);
        } else {
            let place = self.seeds.len() + dice.below(MOST_GROWN);
            pool[place] = bytes;
        }
    }

    /// Whether the input was accepted, and how long it took; why it failed otherwise.
    fn tried(&self, bytes: &[u8]) -> Result<(bool, Duration), String> {
        let mut shortest = Duration::MAX;
        // Another program may have had the processor: what is slow once is not, what is slow thrice is.
        for _ in 0..3 {
            let start = Instant::now();
            *self.current.lock().unwrap() = Some((start, bytes.to_vec()));
            let is_accepted =
                panic::catch_unwind(AssertUnwindSafe(|| (self.body)(bytes))).map_err(|panic| told(&*panic))?;
            shortest = shortest.min(start.elapsed());
            if shortest <= patience(bytes.len()) {
                return Ok((is_accepted, shortest));
            }
        }
        Err(format!("{} bytes take {shortest:?}, more than {:?}", bytes.len(), patience(bytes.len())))
    }

    fn failed(&self, bytes: Vec<u8>, why: &str) -> bool {
        let fails = |bytes: &[u8]| self.tried(bytes).is_err_and(|told| told.get(..20) == why.get(..20));
        let small = shrunk(bytes, fails);
        let why = self.tried(&small).err().unwrap_or_else(|| why.to_owned());
        println!("{:>10}: FAILED: {why}\n            {}", self.name, keep(&self.name, &small));
        false
    }

    /// Ends the program when an input does not end.
    fn watch(&self) {
        let (name, current) = (self.name.clone(), Arc::clone(&self.current));
        thread::spawn(move || {
            loop {
                thread::sleep(Duration::from_secs(1));
                let hung = current.lock().unwrap().clone().filter(|(since, _)| since.elapsed() > HANG);
                if let Some((_, bytes)) = hung {
                    println!("{name:>10}: FAILED: no end after {HANG:?}\n            {}", keep(&name, &bytes));
                    process::exit(1);
                }
            }
        });
    }
}

/// Grows with the input and no faster.
fn patience(length: usize) -> Duration {
    let slack = if cfg!(debug_assertions) { 20 } else { 1 };
    Duration::from_millis(500 * slack) + Duration::from_micros(20 * slack) * u32::try_from(length).unwrap()
}

fn told(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_else(|| "a panic".to_owned())
}

/// Keeps an input and says how to see it again.
fn keep(name: &str, bytes: &[u8]) -> String {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join("target/fuzz-failures");
    let mut hasher = FnvHasher::default();
    hasher.write(bytes);
    let file = format!("{name}-{:016x}.bin", hasher.finish());
    match fs::create_dir_all(&dir).and_then(|()| fs::write(dir.join(&file), bytes)) {
        Ok(()) => format!("cargo xtask fuzz --replay target/fuzz-failures/{file}"),
        Err(error) => format!("cannot keep the input: {error}"),
    }
}

/// The seeds of a target, small and hostile ones, and for whole files those of `data/`.
fn seeds(name: &str) -> Vec<Vec<u8>> {
    let dir = |dir: PathBuf| {
        let mut files: Vec<PathBuf> = fs::read_dir(&dir)
            .unwrap_or_else(|error| panic!("{}: {error}", dir.display()))
            .map(|entry| entry.unwrap().path())
            .collect();
        files.sort();
        files.into_iter().filter(|file| file.is_file()).map(|file| fs::read(file).unwrap()).collect::<Vec<_>>()
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut seeds = dir(root.join("tests/fuzz/seeds").join(name));
    if name == "own" {
        seeds.extend(dir(root.join("tests/fixtures/own")));
        seeds.extend(["lq.json", "kpi.json", "swot.json"].map(|name| fs::read(root.join(CITY).join(name)).unwrap()));
        seeds.extend(own::published());
    }
    seeds
}
