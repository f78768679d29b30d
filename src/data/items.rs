//! What stands under the measures of the strategy's body, item by item, each with an id: `2-1-p3` is the third project of
//! measure 2-1.

use super::strategy::{Actor, Measure, StrategyData};
use crate::id::MeasureId;

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemKind {
    /// A bullet of 現状と課題.
    Situation,
    /// A bullet of 施策の展開.
    Action,
    /// A project taken on together.
    Project,
    /// A current work.
    Work,
}

impl ItemKind {
    /// Every kind, in printed order.
    pub const ALL: [Self; 4] = [Self::Situation, Self::Action, Self::Project, Self::Work];

    /// The word of the open data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Situation => "situation",
            Self::Action => "action",
            Self::Project => "project",
            Self::Work => "work",
        }
    }

    /// Its letter in ids.
    fn letter(self) -> &'static str {
        self.as_str().get(..1).unwrap_or_default()
    }
}

/// One item.
#[derive(Clone, Debug, PartialEq)]
pub struct Item<'a> {
    /// Under which measure it is printed.
    pub measure: &'a MeasureId,
    /// What it is.
    pub kind: ItemKind,
    /// Its number among its kind in the measure, from 1.
    pub number: usize,
    /// Its name; the wording of a bullet, which has none.
    pub name: &'a str,
    /// Who takes part, or carries it out.
    pub actors: Vec<Actor>,
    /// Printed before (再掲).
    pub is_repeated: bool,
}

impl Item<'_> {
    /// Its id, which is its address on the page of the strategy and in the open data.
    pub fn id(&self) -> String {
        format!("{}-{}{}", self.measure, self.kind.letter(), self.number)
    }
}

impl Measure {
    /// Every item under it, in printed order.
    pub fn items(&self) -> impl Iterator<Item = Item<'_>> {
        let bullets = [(ItemKind::Situation, &self.situation), (ItemKind::Action, &self.actions)];
        let bullets = bullets.into_iter().flat_map(move |(kind, sentences)| {
            sentences.iter().enumerate().map(move |(place, sentence)| {
                let (name, is_repeated) = (sentence.text.as_str(), sentence.repeated);
                self.item((kind, place + 1), name, Vec::new(), is_repeated)
            })
        });
        let projects = self.projects.iter().map(|project| {
            let place = (ItemKind::Project, project.number.into());
            self.item(place, &project.name, project.actors.clone(), project.repeated)
        });
        let works = self
            .works
            .iter()
            .map(|work| self.item((ItemKind::Work, work.number.into()), &work.name, work.actors(), work.repeated));
        bullets.chain(projects).chain(works)
    }

    fn item<'a>(
        &'a self,
        (kind, number): (ItemKind, usize),
        name: &'a str,
        actors: Vec<Actor>,
        is_repeated: bool,
    ) -> Item<'a> {
        Item { measure: &self.id, kind, number, name, actors, is_repeated }
    }
}

impl StrategyData {
    /// Every item, in printed order.
    pub fn items(&self) -> impl Iterator<Item = Item<'_>> {
        self.measures().flat_map(Measure::items)
    }

    /// Where an item is printed first: itself, unless it is a repetition; `None` where a repetition repeats nothing.
    pub fn first<'a>(&'a self, item: &Item<'a>) -> Option<Item<'a>> {
        if !item.is_repeated {
            return Some(item.clone());
        }
        let earlier = self.items().take_while(|other| other.id() != item.id());
        earlier.filter(|other| !other.is_repeated).find(|other| other.kind == item.kind && other.name == item.name)
    }
}
