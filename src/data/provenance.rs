//! Where in the strategy a record was printed.

use super::record::records;
use super::seen::Seen;

records! {
    /// A place in the printed strategy.
    pub struct Source {
        /// Section heading, as in `資料1(1)`.
        pub section: String,
        /// Page on which that section starts, where the table of contents tells it.
        pub page: Option<u16>,
    }
}

records! {
    /// A sentence of the strategy.
    pub struct Sentence {
        /// Wording, with certain slips of print or conversion mended.
        pub text: String,
        /// Printed elsewhere before (再掲).
        pub repeated: bool = <bool>::default(),
        /// Wording as printed, where it was mended.
        pub printed: Option<String>,
        /// Why it was mended, or what is doubtful.
        pub note: Option<String>,
    }
}

records! {
    /// Names of the files that a reader has put in place of ours; `None` where the values are the strategy's.
    pub struct Origin {
        /// Of the cross-SWOT matrix.
        pub swot: Option<String>,
        /// Of the location quotients.
        pub lq: Option<String>,
        /// Of the KPIs.
        pub kpi: Option<String>,
        /// Of the readings.
        pub actuals: Option<String>,
        /// Rows of the file of readings that are left out, for their value is not published.
        pub unpublished: usize,
        /// What was recognised in these files.
        pub seen: Seen = <Seen>::default(),
    }
}

#[cfg(not(small))]
impl Origin {
    /// The same, and where it names nothing what another names.
    #[must_use]
    pub fn over(self, other: &Self) -> Self {
        let Self { swot, lq, kpi, actuals, unpublished, seen } = other.clone();
        let seen = Seen {
            lq: if self.lq.is_some() { self.seen.lq } else { seen.lq },
            kpi: if self.kpi.is_some() { self.seen.kpi } else { seen.kpi },
        };
        Self {
            seen,
            swot: self.swot.or(swot),
            lq: self.lq.or(lq),
            kpi: self.kpi.or(kpi),
            unpublished: if self.actuals.is_some() { self.unpublished } else { unpublished },
            actuals: self.actuals.or(actuals),
        }
    }
}

impl Default for Origin {
    /// All ours.
    fn default() -> Self {
        Self { swot: None, lq: None, kpi: None, actuals: None, unpublished: 0, seen: Seen::default() }
    }
}
