//! Which widgets there are: the one list of their names. What else is known of one stands in its `Face` and its `Offer`,
//! in `markup`.

/// Makes [`Kind`] of the list, so that no variant can be left out of it.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal,)*) => {
        /// One of the widgets that can be embedded.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Kind {
            $($(#[$doc])* $kind,)*
        }

        impl Kind {
            /// All widgets, in page order.
            pub const ALL: [Self; [$($name),*].len()] = [$(Self::$kind),*];

            /// Short name, used in tags (`shigoto-lq`), events and marks.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)*
                }
            }
        }
    };
}

kinds! {
    /// Cross-SWOT matrix.
    Swot = "swot",
    /// Location quotients.
    Lq = "lq",
    /// KPI gauges.
    Kpi = "kpi",
}

impl Kind {
    /// The kind of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}
