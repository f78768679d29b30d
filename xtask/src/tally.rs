//! Reading test counts out of what cargo's and Node's test runners print.

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: u32,
    /// Tests that failed or were cancelled.
    pub failed: u32,
}

/// Sums every `test result:` line of `cargo test`.
///
/// ```
/// use xtask::tally::{Tally, cargo};
/// let output = "test result: ok. 7 passed; 0 failed; 1 ignored\ntest result: FAILED. 1 passed; 2 failed;";
/// assert_eq!(cargo(output), Tally { passed: 8, failed: 2 });
/// ```
pub fn cargo(output: &str) -> Tally {
    let mut tally = Tally::default();
    for line in output.lines().filter(|line| line.starts_with("test result:")) {
        tally.passed += number_before(line, "passed");
        tally.failed += number_before(line, "failed");
    }
    tally
}

/// Reads the closing lines of `node --test`, in its spec or TAP form. A cancelled test counts as failed.
///
/// ```
/// use xtask::tally::{Tally, node};
/// assert_eq!(node("ℹ tests 4\nℹ pass 2\nℹ fail 1\nℹ cancelled 1\n"), Tally { passed: 2, failed: 2 });
/// ```
pub fn node(output: &str) -> Tally {
    let mut tally = Tally::default();
    for line in output.lines() {
        let mut words = line.split_whitespace();
        if !matches!(words.next(), Some("ℹ" | "#")) {
            continue;
        }
        let (word, number, rest) = (words.next(), words.next().and_then(|word| word.parse::<u32>().ok()), words.next());
        match (word, number, rest) {
            (Some("pass"), Some(number), None) => tally.passed += number,
            (Some("fail" | "cancelled"), Some(number), None) => tally.failed += number,
            _ => {}
        }
    }
    tally
}

fn number_before(line: &str, unit: &str) -> u32 {
    let words: Vec<&str> = line.split([' ', ';']).filter(|word| !word.is_empty()).collect();
    let numbers = words.iter().zip(words.iter().skip(1)).filter(|(_, after)| **after == unit);
    numbers.filter_map(|(number, _)| number.parse::<u32>().ok()).sum()
}

#[cfg(test)]
mod tests {
    use super::{Tally, cargo, node};

    #[test]
    fn only_result_lines_count() {
        let output = "running 2 tests\n9 passed\n\
            test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 3 filtered out; finished in 0.00s\n";
        assert_eq!(cargo(output), Tally { passed: 2, failed: 0 });
        assert_eq!(cargo("error: could not compile"), Tally::default());
    }

    #[test]
    fn both_forms_of_node_are_read() {
        assert_eq!(node("# tests 3\n# suites 0\n# pass 3\n# fail 0\n# skipped 0"), Tally { passed: 3, failed: 0 });
        assert_eq!(node("✔ pass 7 (1ms)\nℹ pass 1 of many"), Tally::default());
    }
}
