//! `data/interface/report/accessibility.json`: every WCAG 2.2 criterion of levels A and AA, its result, and what holds it. Only the
//! prerenderer shows it.

use super::record::records;

records! {
    /// The whole report.
    pub struct AccessibilityData {
        /// Day on which a person judged, `2026-11-29`.
        pub judged: String,
        /// What the page says besides, a language each; the first is Japanese.
        pub texts: Vec<ReportTexts>,
        /// The criteria in the standard's order.
        pub criteria: Vec<Criterion>,
    }
}

records! {
    /// Texts of the page in one language.
    pub struct ReportTexts {
        /// Tag of the language.
        pub tag: String,
        /// Title of the page.
        pub title: String,
        /// What it is.
        pub lead: String,
        /// Link to the page of the widgets.
        pub back: String,
        /// The other language by its own name.
        pub other: String,
        /// Link past the head.
        pub skip: String,
        /// What was tested and what was not.
        pub scope: String,
        /// What the tests cannot say; `{judged}`.
        pub limits: String,
        /// `{version}`, `{build}`.
        pub version: String,
        /// Heading of the counts.
        pub summary: String,
        /// Result `met`.
        pub met: String,
        /// Result `not-met`.
        pub unmet: String,
        /// Result `none`.
        pub none: String,
        /// How many, `{count}`.
        pub count: String,
        /// Out of how many, `{of}`.
        pub of: String,
        /// Head of the first column.
        pub criterion: String,
        /// Head of the second.
        pub result: String,
        /// Head of the third.
        pub how: String,
        /// Held by the tests that follow.
        pub automatic: String,
        /// Judged by a person, `{judged}`.
        pub person: String,
        /// The four principles.
        pub principles: Vec<String>,
    }
}

records! {
    /// One criterion.
    pub struct Criterion {
        /// Its number, `1.4.3`.
        pub id: String,
        /// `A` or `AA`.
        pub level: String,
        /// Whether JIS X 8341-3:2016, that is WCAG 2.0, has it too.
        pub is_jis: bool,
        /// `met`, `not-met` or `none`: does not apply.
        pub result: String,
        /// Whether a person judged it, beside the tests or without any.
        pub is_judged: bool,
        /// Tests that hold it, `file › name`, the name as it stands in the file.
        pub tests: Vec<String>,
        /// What is said of it, in the order of `texts`.
        pub said: Vec<Said>,
    }
}

records! {
    /// A criterion in one language.
    pub struct Said {
        /// What it is called.
        pub name: String,
        /// What was found.
        pub how: String,
    }
}
