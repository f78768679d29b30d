//! Several files of a reader's own at once, as an officer drops them: definitions first, whatever their order.

use super::super::Dataset;
use super::super::provenance::Origin;
use super::read_over;
use crate::error::Fault;

/// What came of them.
#[derive(Debug)]
pub struct Several {
    /// The data with every file taken in its place; `None` where none was.
    pub data: Option<Dataset>,
    /// Names of the files taken.
    pub taken: Vec<String>,
    /// Names of the others, and what is wrong with each; nothing is where it holds the data of another widget.
    pub refused: Vec<(String, Vec<Fault>)>,
}

/// Reads files by name and text, each on top of the others; `print` is the city's own data. `is_wanted` tells by what a file gives whether it is shown.
///
/// Readings belong to the KPIs of a list that may come with them, and go with those of a list that comes after them: so
/// they are read last.
pub fn read_all(
    files: &[(String, &str)],
    current: &Dataset,
    print: &Dataset,
    is_wanted: impl Fn(&Origin) -> bool,
) -> Several {
    let mut all = Several { data: None, taken: Vec::new(), refused: Vec::new() };
    let mut readings = Vec::new();
    for file in files {
        match all.give(file, current, print) {
            // What a list may yet make right.
            Err(_) if files.len() > 1 => readings.push(file),
            Ok(own) if own.origin.actuals.is_some() && own.origin.kpi.is_none() && files.len() > 1 => {
                readings.push(file);
            }
            given => all.take(&file.0, given, current, &is_wanted),
        }
    }
    for file in readings {
        let given = all.give(file, current, print);
        all.take(&file.0, given, current, &is_wanted);
    }
    all
}

impl Several {
    /// What a file makes of the data so far; as origin only that it gives.
    fn give(&self, (name, text): &(String, &str), current: &Dataset, print: &Dataset) -> Result<Dataset, Vec<Fault>> {
        let mut before = self.data.as_ref().unwrap_or(current).clone();
        before.origin = Origin::default();
        read_over(name, text, &before, print)
    }

    fn take(
        &mut self,
        name: &str,
        given: Result<Dataset, Vec<Fault>>,
        current: &Dataset,
        is_wanted: impl Fn(&Origin) -> bool,
    ) {
        match given {
            Ok(mut own) if is_wanted(&own.origin) => {
                let before = self.data.as_ref().unwrap_or(current);
                let is_list = own.origin.kpi.is_some();
                own.origin = own.origin.over(&before.origin);
                // Readings of other KPIs have gone with these.
                if is_list && own.actuals.is_empty() {
                    (own.origin.actuals, own.origin.unpublished) = (None, 0);
                }
                self.data = Some(own);
                self.taken.push(name.to_owned());
            }
            Ok(_) => self.refused.push((name.to_owned(), Vec::new())),
            Err(faults) => self.refused.push((name.to_owned(), faults)),
        }
    }
}
