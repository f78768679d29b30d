//! `strategy.json`: pillars, measures, their bullets, projects and current works.

use std::str::FromStr;

use super::provenance::{Sentence, Source};
use super::record::{records, text_values};
use crate::error::{Expected, IdError};
use crate::id::MeasureId;

records! {
    /// The strategy's body.
    pub struct StrategyData {
        /// Title, mended.
        pub title: String,
        /// Subtitle as printed.
        pub subtitle: String,
        /// Title as printed on the cover.
        pub printed_title: String,
        /// The city whose strategy it is.
        pub city: String,
        /// Year and month of publication, `2025-02`.
        pub published: String,
        /// Who published it.
        pub publisher: String,
        /// First fiscal year of the plan.
        pub first_fiscal_year: u16,
        /// Last fiscal year of the plan.
        pub last_fiscal_year: u16,
        /// 趣旨.
        pub purpose: Vec<Sentence>,
        /// Pillars (戦略の柱).
        pub pillars: Vec<Pillar>,
    }
}

records! {
    /// One pillar.
    pub struct Pillar {
        /// 1-based number.
        pub id: u8,
        /// Name.
        pub name: String,
        /// Name as printed, where mended.
        pub printed: Option<String>,
        /// Why it was mended.
        pub note: Option<String>,
        /// What the strategy says of a pillar that is a view common to all others; none of any other.
        pub common: Option<String>,
        /// Introductory sentences.
        pub summary: Vec<Sentence>,
        /// Where it was printed.
        pub source: Source,
        /// Measures (施策).
        pub measures: Vec<Measure>,
    }
}

records! {
    /// One measure.
    pub struct Measure {
        /// `pillar-number`.
        pub id: MeasureId,
        /// Name.
        pub name: String,
        /// Where it was printed.
        pub source: Source,
        /// 現状と課題.
        pub situation: Vec<Sentence>,
        /// 施策の展開.
        pub actions: Vec<Sentence>,
        /// Projects taken on together.
        pub projects: Vec<Project>,
        /// 現在の主な事業.
        pub works: Vec<Work>,
    }
}

/// The kinds of actor a project names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Actor {
    /// 産業.
    Industry,
    /// 学術.
    Academia,
    /// 金融.
    Finance,
    /// 行政.
    Government,
}

records! {
    /// One co-creation project.
    pub struct Project {
        /// 1-based number within the measure.
        pub number: u8,
        /// Name.
        pub name: String,
        /// What it sets out to do.
        pub text: String,
        /// 取組主体 in printed order.
        pub actors: Vec<Actor>,
        /// Printed before (再掲).
        pub repeated: bool,
        /// The string as printed, where one was mended.
        pub printed: Option<String>,
        /// Why it was mended.
        pub note: Option<String>,
    }
}

records! {
    /// One current work.
    pub struct Work {
        /// 1-based number within the measure.
        pub number: u8,
        /// Name.
        pub name: String,
        /// Who carries it out, as printed.
        pub operator: String,
        /// What is done.
        pub text: Vec<String>,
        /// Printed before (再掲).
        pub repeated: bool,
        /// The string as printed, where one was mended.
        pub printed: Option<String>,
        /// Why it was mended.
        pub note: Option<String>,
    }
}

records! {
    /// The part of the strategy the widgets need: names and numbers.
    pub struct Outline {
        /// Title, mended.
        pub title: String,
        /// First fiscal year of the plan.
        pub first_fiscal_year: u16,
        /// Last fiscal year of the plan.
        pub last_fiscal_year: u16,
        /// Pillars in order.
        pub pillars: Vec<PillarName>,
    }
}

records! {
    /// A pillar's number, name and measures.
    pub struct PillarName {
        /// 1-based number.
        pub id: u8,
        /// Name.
        pub name: String,
        /// Introductory paragraphs.
        pub summary: Vec<String>,
        /// Its measures in order.
        pub measures: Vec<MeasureName>,
        /// How many current works its measures list, each counted where it is printed first.
        pub works: usize,
    }
}

records! {
    /// A measure's id and name.
    pub struct MeasureName {
        /// `pillar-number`.
        pub id: MeasureId,
        /// Name.
        pub name: String,
    }
}

impl FromStr for Actor {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        match text {
            "industry" => Ok(Self::Industry),
            "academia" => Ok(Self::Academia),
            "finance" => Ok(Self::Finance),
            "government" => Ok(Self::Government),
            _ => Err(IdError::new(text, Expected::Actor)),
        }
    }
}

text_values!(Actor, Actor::Industry;);

impl std::fmt::Display for Actor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Industry => "industry",
            Self::Academia => "academia",
            Self::Finance => "finance",
            Self::Government => "government",
        })
    }
}

#[cfg(not(small))]
impl Actor {
    /// Every kind, in printed order.
    pub const ALL: [Self; 4] = [Self::Industry, Self::Academia, Self::Finance, Self::Government];

    /// The word that the strategy prints for it.
    pub fn printed(self) -> &'static str {
        match self {
            Self::Industry => "産業",
            Self::Academia => "学術",
            Self::Finance => "金融",
            Self::Government => "行政",
        }
    }
}

#[cfg(not(small))]
impl Work {
    /// What stands in 【】 in the name of whoever carries it out.
    pub fn marks(&self) -> impl Iterator<Item = &str> {
        self.operator.split('【').skip(1).filter_map(|rest| Some(rest.split_once('】')?.0))
    }

    /// The kinds of actor who carry it out, each once, in printed order.
    pub fn actors(&self) -> Vec<Actor> {
        let marked: Vec<&str> = self.marks().collect();
        Actor::ALL.into_iter().filter(|actor| marked.contains(&actor.printed())).collect()
    }
}

impl StrategyData {
    /// Every measure, in printed order.
    pub fn measures(&self) -> impl Iterator<Item = &Measure> {
        self.pillars.iter().flat_map(|pillar| &pillar.measures)
    }

    /// The names and numbers alone.
    pub fn outline(&self) -> Outline {
        let works = |pillar: &Pillar| {
            pillar.measures.iter().flat_map(|measure| &measure.works).filter(|work| !work.repeated).count()
        };
        let measures = |pillar: &Pillar| {
            pillar.measures.iter().map(|m| MeasureName { id: m.id.clone(), name: m.name.clone() }).collect()
        };
        Outline {
            title: self.title.clone(),
            first_fiscal_year: self.first_fiscal_year,
            last_fiscal_year: self.last_fiscal_year,
            pillars: self
                .pillars
                .iter()
                .map(|pillar| PillarName {
                    id: pillar.id,
                    name: pillar.name.clone(),
                    summary: pillar.summary.iter().map(|sentence| sentence.text.clone()).collect(),
                    measures: measures(pillar),
                    works: works(pillar),
                })
                .collect(),
        }
    }
}

impl Outline {
    /// Name of a measure.
    pub fn measure(&self, id: &MeasureId) -> Option<&MeasureName> {
        self.pillars.iter().flat_map(|pillar| &pillar.measures).find(|measure| measure.id == *id)
    }
}
