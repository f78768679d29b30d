//! What is particular to very many cities: they are the rows, ranked by an industry, searched, filtered, kept on top.

use crate::data::letters::folded;
use crate::data::lq::{City, LqData, LqTable};
use crate::id::{CityId, IndustryId};

/// More cities than this stand as rows, and the industries as columns.
pub const MANY: usize = 24;
/// Cities beside the chosen one that can be kept on top: more would leave no room to scroll in.
const MOST_PINS: usize = 4;

/// Whether the cities stand as rows.
pub fn is_many(data: &LqData) -> bool {
    data.cities.len() > MANY
}

/// By what cities are ordered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// Their name, by its characters.
    Name,
    /// Their quotient in an industry, by its printed name.
    Industry(IndustryId),
}

/// Cities in an order other than the file's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    /// By what.
    pub by: By,
    /// Largest first.
    pub is_descending: bool,
}

impl Ranking {
    /// Reads `name:asc` or `<industry>:desc`; `None` for an industry that no table has.
    pub fn read(data: &LqData, text: &str) -> Option<Self> {
        let (by, direction) = text.rsplit_once(':')?;
        let is_descending = ["asc", "desc"].iter().position(|known| *known == direction)? == 1;
        if by == "name" {
            return Some(Self { by: By::Name, is_descending });
        }
        let mut industries = data.tables.iter().flat_map(|table| &table.rows).map(|row| &row.industry);
        let industry = industries.find(|industry| industry.as_str() == by)?;
        Some(Self { by: By::Industry(industry.clone()), is_descending })
    }

    /// As the attribute writes it.
    pub fn text(&self) -> String {
        let by = match &self.by {
            By::Name => "name",
            By::Industry(industry) => industry.as_str(),
        };
        [by, if self.is_descending { ":desc" } else { ":asc" }].concat()
    }

    /// After another press on the same heading: quotients largest first, names first to last, then the other way, then
    /// as printed.
    pub fn next(now: Option<&Self>, by: By) -> Option<Self> {
        let starts_descending = by != By::Name;
        match now {
            Some(ranking) if ranking.by == by => {
                (ranking.is_descending == starts_descending).then_some(Self { by, is_descending: !starts_descending })
            }
            _ => Some(Self { by, is_descending: starts_descending }),
        }
    }
}

/// Which cities are looked at. Not public state: an address with it would say nothing without the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Part of a city's or prefecture's name.
    pub query: String,
    /// A prefecture.
    pub prefecture: Option<String>,
    /// Cities kept on top, the last one last.
    pub pins: Vec<CityId>,
}

impl Selection {
    /// Keeps a city on top, or no longer. The one kept longest makes room.
    pub fn pin(&mut self, city: &CityId) {
        if let Some(place) = self.pins.iter().position(|pin| pin == city) {
            self.pins.remove(place);
            return;
        }
        if self.pins.len() == MOST_PINS {
            self.pins.remove(0);
        }
        self.pins.push(city.clone());
    }

    fn holds(&self, city: &City) -> bool {
        let prefecture = city.prefecture.as_deref().unwrap_or_default();
        let query = folded(self.query.trim());
        self.prefecture.as_deref().is_none_or(|chosen| chosen == prefecture)
            && (folded(&city.name).contains(&*query) || folded(prefecture).contains(&*query))
    }

    /// Cities on top: the chosen one, then those kept there.
    pub fn top(&self, data: &LqData, chosen: &CityId) -> Vec<usize> {
        let others = self.pins.iter().filter(|pin| *pin != chosen);
        std::iter::once(chosen).chain(others).filter_map(|city| data.column(city)).collect()
    }

    /// Cities as rows from top to bottom, those on top included: their place among the others tells something too.
    pub fn rows(&self, data: &LqData, table: &LqTable, ranking: Option<&Ranking>) -> Vec<usize> {
        let mut rows: Vec<usize> =
            data.cities.iter().enumerate().filter(|(_, city)| self.holds(city)).map(|(index, _)| index).collect();
        let Some(ranking) = ranking else { return rows };
        match &ranking.by {
            By::Name => {
                let name = |index: &usize| data.cities.get(*index).map(|city| city.name.as_str());
                sort(&mut rows, ranking.is_descending, |a, b| name(a).cmp(&name(b)));
            }
            By::Industry(industry) => {
                let Some(row) = table.rows.iter().find(|row| row.industry == *industry) else { return rows };
                // What is not published stands last either way, in the file's order.
                let (mut known, unknown): (Vec<usize>, Vec<usize>) =
                    rows.into_iter().partition(|index| row.value(*index).is_some());
                let value = |index: &usize| row.value(*index).unwrap_or_default();
                sort(&mut known, ranking.is_descending, |a, b| value(a).total_cmp(&value(b)));
                return known.into_iter().chain(unknown).collect();
            }
        }
        rows
    }
}

/// Stable both ways: equals keep the file's order.
fn sort(rows: &mut [usize], is_descending: bool, compare: impl Fn(&usize, &usize) -> std::cmp::Ordering) {
    rows.sort_by(|a, b| if is_descending { compare(b, a) } else { compare(a, b) });
}

/// The prefectures of a file, each once, in its order.
pub fn prefectures(data: &LqData) -> Vec<&str> {
    let mut known: Vec<&str> = Vec::new();
    for prefecture in data.cities.iter().filter_map(|city| city.prefecture.as_deref()) {
        // Neighbours mostly lie in the same one.
        if known.last() != Some(&prefecture) && !known.contains(&prefecture) {
            known.push(prefecture);
        }
    }
    known
}
