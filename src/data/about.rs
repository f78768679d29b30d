//! `about.json`: how the strategy was made and who carries it: council, meetings, members, the rule that set it up.

use std::fmt;
use std::str::FromStr;

use super::provenance::{Sentence, Source};
use super::record::{records, text_values};
use crate::error::{Expected, IdError};

records! {
    /// How the strategy was made.
    pub struct AboutData {
        /// The years it is for.
        pub period: Sentence,
        /// Where that was printed.
        pub period_source: Source,
        /// Who carries it out, by paragraph.
        pub organisation: Vec<Sentence>,
        /// Where that was printed.
        pub organisation_source: Source,
        /// What the council was for.
        pub council: Sentence,
        /// Where that and the meetings were printed.
        pub council_source: Source,
        /// Its meetings in order.
        pub meetings: Vec<Meeting>,
        /// Where the members were printed.
        pub members_source: Source,
        /// Its members in printed order.
        pub members: Vec<Member>,
        /// Members who left before its end.
        pub former: Vec<Former> = <Vec<Former>>::default(),
        /// Those who sat with it.
        pub observers: Vec<Observer> = <Vec<Observer>>::default(),
        /// The rule that set it up.
        pub rule: Option<Rule>,
    }
}

records! {
    /// A meeting of the council.
    pub struct Meeting {
        /// From 1.
        pub number: u8,
        /// The day.
        pub date: Date,
        /// What it was about.
        pub agenda: Vec<Item>,
    }
}

records! {
    /// An item of an agenda.
    pub struct Item {
        /// What it is called.
        pub title: String,
        /// Title of the talk that was given.
        pub talk: Option<String>,
        /// Who gave it, or was heard.
        pub expert: Option<Member>,
        /// What has to be said beside it.
        pub note: Option<String>,
    }
}

records! {
    /// A person, as printed.
    pub struct Member {
        /// Name.
        pub name: String,
        /// What they were then.
        pub affiliation: String,
    }
}

records! {
    /// A member who left.
    pub struct Former {
        /// Name.
        pub name: String,
        /// What they were when they became a member.
        pub affiliation: String,
        /// Last day.
        pub until: Date,
    }
}

records! {
    /// Someone who sat with the council.
    pub struct Observer {
        /// Name.
        pub name: String,
        /// What they were when they began.
        pub affiliation: String,
        /// Affiliation as printed, where completed.
        pub printed: Option<String>,
        /// First meeting.
        pub first: u8,
        /// Last meeting.
        pub last: u8,
    }
}

records! {
    /// The rule that set the council up.
    pub struct Rule {
        /// What it is called.
        pub title: String,
        /// Where it was printed.
        pub source: Source,
        /// Its articles in order.
        pub articles: Vec<Article>,
        /// Supplementary provisions (附則), the oldest first.
        pub supplements: Vec<Supplement> = <Vec<Supplement>>::default(),
    }
}

records! {
    /// An article of the rule.
    pub struct Article {
        /// From 1.
        pub number: u8,
        /// What it is about.
        pub heading: String,
        /// Its paragraphs in order.
        pub paragraphs: Vec<Clause>,
    }
}

records! {
    /// A paragraph of an article.
    pub struct Clause {
        /// Its text.
        pub text: String,
        /// What it lists.
        pub items: Vec<String> = <Vec<String>>::default(),
    }
}

records! {
    /// One set of supplementary provisions.
    pub struct Supplement {
        /// Its paragraphs in order.
        pub paragraphs: Vec<Provision>,
    }
}

records! {
    /// A supplementary provision.
    pub struct Provision {
        /// What it is about.
        pub heading: String,
        /// Its text.
        pub text: String,
    }
}

/// A day, `2023-08-29`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year.
    pub year: u16,
    /// Month, from 1.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

impl FromStr for Date {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        let mut parts = text.split('-');
        let mut part = |digits: usize| {
            let is_number = |part: &&str| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
            parts.next().filter(is_number)?.parse::<u16>().ok()
        };
        let date = (part(4), part(2), part(2));
        let (Some(year), Some(month @ 1..=12), Some(day @ 1..=31)) = date else {
            return Err(IdError::new(text, Expected::Date));
        };
        match (u8::try_from(month), u8::try_from(day), parts.next()) {
            (Ok(month), Ok(day), None) => Ok(Self { year, month, day }),
            _ => Err(IdError::new(text, Expected::Date)),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

text_values!(Date, Date { year: 0, month: 1, day: 1 };);
