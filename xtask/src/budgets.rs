//! What each artefact weighed when it was last accepted, and the most it may weigh: a committed table of plain text.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::sizes::{self, Weight};

/// Digits of the hash in a file's name.
const HASH_DIGITS: usize = 16;

const HEAD: &str = "\
# Bytes of what is built: at the last `cargo xtask bench --sizes --accept`, and at most (CONTRACT §5, and room to grow).
# `*` stands for the hash in a name; `visit` is all that a visit to index.html loads, `visit-en` to index.en.html. Budgets
# are changed by hand.
";

/// How an artefact is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Bytes as they are.
    Raw,
    /// Bytes in brotli.
    Brotli,
    /// Number of files.
    Files,
}

impl Measure {
    const ALL: [(Self, &str); 3] = [(Self::Raw, "raw"), (Self::Brotli, "brotli"), (Self::Files, "files")];

    fn name(self) -> &'static str {
        Self::ALL.iter().find(|(measure, _)| *measure == self).map_or("", |(_, name)| name)
    }

    fn of(self, weights: &[Weight]) -> usize {
        match self {
            Self::Raw => weights.iter().map(|weight| weight.raw).sum(),
            Self::Brotli => weights.iter().map(|weight| weight.brotli).sum(),
            Self::Files => weights.len(),
        }
    }
}

/// One line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget {
    /// The file in `dist/`, its hash as `*`; or a visit.
    pub artefact: String,
    /// What is counted of it.
    pub measure: Measure,
    /// The count last accepted.
    pub last: usize,
    /// The most it may be.
    pub most: usize,
}

/// A budget and what is counted now; `None` when there is no such file.
pub type Held = (Budget, Option<usize>);

/// Reads the table's text. Errors name the line.
///
/// ```
/// let budgets = xtask::budgets::parse("# why\nartefact measure last budget\nembed.js raw 2970 3072\n")?;
/// assert_eq!((budgets[0].last, budgets[0].most), (2970, 3072));
/// assert!(xtask::budgets::parse("artefact measure last budget\nembed.js zip 1 2\n").is_err());
/// # anyhow::Ok(())
/// ```
pub fn parse(text: &str) -> Result<Vec<Budget>> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty());
    let budget = |(at, line): (usize, &str)| line_of(line).with_context(|| format!("line {}: {line}", at + 1));
    lines.skip(1).map(budget).collect()
}

fn line_of(line: &str) -> Result<Budget> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [artefact, measure, last, most] = words.as_slice() else { bail!("four words, please") };
    let known = Measure::ALL.iter().find(|(_, name)| name == measure);
    let (measure, _) = known.with_context(|| format!("`{measure}` is not raw, brotli or files"))?;
    Ok(Budget { artefact: (*artefact).to_owned(), measure: *measure, last: last.parse()?, most: most.parse()? })
}

/// Counts what `dist` holds of each budget now. `visits` are by name the files a visit loads.
pub fn hold(dist: &Path, visits: &[(String, Vec<Weight>)], budgets: Vec<Budget>) -> Result<Vec<Held>> {
    let names = file_names(dist)?;
    let count = |budget: Budget| {
        let weights = if let Some((_, files)) = visits.iter().find(|(name, _)| *name == budget.artefact) {
            files.clone()
        } else {
            let own = names.iter().filter(|name| without_hash(name) == budget.artefact);
            own.map(|name| sizes::weigh_file(dist, name.clone())).collect::<Result<_>>()?
        };
        let now = (!weights.is_empty()).then(|| budget.measure.of(&weights));
        Ok((budget, now))
    };
    budgets.into_iter().map(count).collect()
}

fn file_names(dist: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dist).with_context(|| dist.display().to_string())? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// ```
/// assert_eq!(xtask::budgets::without_hash("style-c14edfe4e0bdcda5.css"), "style-*.css");
/// assert_eq!(xtask::budgets::without_hash("embed-host.js"), "embed-host.js");
/// ```
pub fn without_hash(name: &str) -> String {
    let is_hash = |text: &str| text.len() == HASH_DIGITS && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let parts = name.rsplit_once('-').zip(name.rsplit_once('.'));
    let cut = parts.and_then(|((start, rest), (_, end))| is_hash(rest.split('.').next()?).then_some((start, end)));
    cut.map_or_else(|| name.to_owned(), |(start, end)| format!("{start}-*.{end}"))
}

/// What grew and what room is left, a line a budget.
pub fn table(held: &[Held]) -> String {
    let mut text = format!("{:>9} {:>9} {:>8} {:>9} {:>8}  artefact\n", "now", "last", "change", "budget", "left");
    for (Budget { artefact, measure, last, most }, now) in held {
        let (shown, change, left) = match now {
            None => ("gone".to_owned(), String::new(), String::new()),
            Some(now) => (now.to_string(), difference(*now, *last), left(*now, *most)),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{shown:>9} {last:>9} {change:>8} {most:>9} {left:>8}  {artefact}, {}", measure.name());
    }
    text
}

fn left(now: usize, most: usize) -> String {
    most.checked_sub(now).map_or_else(|| "OVER".to_owned(), |left| left.to_string())
}

fn difference(one: usize, other: usize) -> String {
    match (one.checked_sub(other), other.checked_sub(one)) {
        (Some(0), _) => "=".to_owned(),
        (Some(more), _) => format!("+{more}"),
        (None, less) => format!("-{}", less.unwrap_or_default()),
    }
}

/// Everything over its budget, without one, or gone; one error for all.
pub fn verdict(held: &[Held], visit: &[Weight]) -> Result<()> {
    let over = held.iter().filter_map(|(Budget { artefact, measure, most, .. }, now)| match now {
        None => Some(format!("{artefact} is not there")),
        Some(now) if now > most => Some(format!("{artefact}: {now} {}, budget {most}", measure.name())),
        Some(_) => None,
    });
    let is_held = |name: &str| held.iter().any(|(budget, _)| budget.artefact == without_hash(name));
    let bare = visit.iter().filter(|weight| !is_held(&weight.name));
    let bare = bare.map(|weight| format!("{} is loaded by a visit and has no budget", without_hash(&weight.name)));
    let faults: Vec<String> = over.chain(bare).collect();
    if !faults.is_empty() {
        bail!("budgets of tests/bench/sizes.txt: {}", faults.join("; "));
    }
    Ok(())
}

/// The table's text with what is counted now as the last accepted.
pub fn accepted(held: &[Held]) -> String {
    let line = |artefact: &str, measure: &str, last: &str, most: &str| {
        format!("{artefact:<28} {measure:<8} {last:>9} {most:>9}\n")
    };
    let rows = held.iter().map(|(budget, now)| {
        let last = now.unwrap_or(budget.last).to_string();
        line(&budget.artefact, budget.measure.name(), &last, &budget.most.to_string())
    });
    let rows: String = rows.collect();
    format!("{HEAD}{}{rows}", line("artefact", "measure", "last", "budget"))
}

#[cfg(test)]
mod tests {
    use super::{Budget, Measure, accepted, parse, table, verdict};
    use crate::sizes::Weight;

    fn budget(artefact: &str, measure: Measure, last: usize, most: usize) -> Budget {
        Budget { artefact: artefact.into(), measure, last, most }
    }

    fn weight(name: &str, brotli: usize) -> Weight {
        Weight { name: name.into(), raw: 0, gzip: 0, brotli }
    }

    #[test]
    fn over_gone_and_unheld_are_told_together() {
        let visit = [weight("a-0123456789abcdef.js", 9), weight("new.js", 1)];
        let held = [
            (budget("a-*.js", Measure::Brotli, 8, 8), Some(9)),
            (budget("old.js", Measure::Raw, 1, 1), None),
            (budget("visit", Measure::Files, 2, 2), Some(2)),
        ];
        let told = verdict(&held, &visit).map_err(|error| error.to_string()).err().unwrap_or_default();
        for fault in ["a-*.js: 9 brotli, budget 8", "old.js is not there", "new.js is loaded by a visit"] {
            assert!(told.contains(fault), "{fault} in {told}");
        }
        assert!(!told.contains("visit: "), "{told}");
    }

    #[test]
    fn at_its_budget_is_within_it() {
        let held = [(budget("a.js", Measure::Brotli, 8, 9), Some(9))];
        assert!(verdict(&held, &[weight("a.js", 9)]).is_ok());
    }

    #[test]
    fn what_grew_is_shown_and_accepted() -> anyhow::Result<()> {
        let held = [(budget("a.js", Measure::Brotli, 8, 12), Some(9)), (budget("b.js", Measure::Raw, 8, 12), Some(7))];
        let text = table(&held);
        assert!(text.contains("9         8       +1        12        3  a.js, brotli"), "{text}");
        assert!(text.contains("7         8       -1        12        5  b.js, raw"), "{text}");
        let again = parse(&accepted(&held))?;
        assert_eq!(again, [budget("a.js", Measure::Brotli, 9, 12), budget("b.js", Measure::Raw, 7, 12)]);
        Ok(())
    }
}
