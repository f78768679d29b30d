//! The faults of one file as they are found, no more of them than a person reads.

use super::{Fault, FaultKind, Place};

/// Faults of one file.
#[derive(Clone, Debug)]
pub struct FaultList {
    file: String,
    faults: Vec<Fault>,
    more: usize,
}

impl FaultList {
    /// Faults listed; the rest is counted.
    pub const MOST: usize = 50;

    /// None yet.
    pub fn new(file: &str) -> Self {
        Self { file: file.to_owned(), faults: Vec::new(), more: 0 }
    }

    /// One more.
    pub fn add(&mut self, place: Place, kind: FaultKind) {
        if self.faults.len() < Self::MOST {
            self.faults.push(Fault { file: self.file.clone(), place, kind });
        } else {
            self.more += 1;
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }

    /// `value`, or the faults in the order of their lines, closed by the number of those left out.
    ///
    /// # Errors
    /// When there is at least one fault.
    pub fn or<T>(mut self, value: T) -> Result<T, Vec<Fault>> {
        if self.faults.is_empty() {
            return Ok(value);
        }
        self.faults.sort_by_key(|fault| (fault.line_number(), fault.column()));
        if self.more > 0 {
            self.faults.push(Fault { file: self.file, place: Place::File, kind: FaultKind::More(self.more) });
        }
        Err(self.faults)
    }
}
