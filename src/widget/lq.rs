//! State of `<shigoto-lq>`.

#[cfg(not(small))]
use super::lq_many::{By, Ranking, is_many};
use super::{Attributes, Dirty, Taken, Widget, take};
use crate::data::Dataset;
use crate::data::lq::{Labels, LqData, LqRow, LqTable};
use crate::data::quotient::Quotient;
use crate::id::{Base, CityId, IndustryId};
use crate::model::location_quotient::{heat_step, order};
use crate::model::pairs;

/// Width below which pairs are shown by default, CSS px.
pub const NARROW_PX: f64 = 600.0;
/// The order by sector, as the attribute writes it.
const BY_SECTOR: &str = "sector";
/// Orders that the attribute knows.
const SORTS: &str = "<city>:desc, <city>:asc, sector";

/// How quotients are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Sortable heat table.
    Table,
    /// Output against employees, an industry a row.
    Pairs,
    /// Dot rows on a log axis.
    Dots,
    /// Output against employees quotients of one city.
    Quadrant,
    /// Two cities, industry by industry.
    Compare,
}

impl View {
    /// All views.
    pub const ALL: [Self; 5] = [Self::Table, Self::Pairs, Self::Dots, Self::Quadrant, Self::Compare];

    /// The attribute's value.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Pairs => "pairs",
            Self::Dots => "dots",
            Self::Quadrant => "quadrant",
            Self::Compare => "compare",
        }
    }
}

/// Under which headings the establishments table is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headings {
    /// As printed.
    Printed,
    /// The presumed ones.
    Reread,
}

impl Headings {
    /// Both readings.
    pub const ALL: [Self; 2] = [Self::Printed, Self::Reread];

    /// The attribute's value.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Printed => "printed",
            Self::Reread => "reread",
        }
    }
}

/// Rows by one city's column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sort {
    /// Whose column.
    pub city: CityId,
    /// Largest first.
    pub is_descending: bool,
}

impl Sort {
    fn text(&self) -> String {
        [self.city.as_str(), if self.is_descending { ":desc" } else { ":asc" }].concat()
    }
}

/// What the widget shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Which table.
    pub base: Base,
    /// Whose column is chosen.
    pub city: CityId,
    /// The view asked for; without one the width decides.
    pub view: Option<View>,
    /// Row order; printed without one.
    pub sort: Option<Sort>,
    /// Rows by sector, under a heading each, which only the complete module shows.
    pub is_grouped: bool,
    /// Order of very many cities, which then are the rows.
    #[cfg(not(small))]
    pub ranking: Option<Ranking>,
    /// Headings of a doubtful table.
    pub headings: Headings,
    /// The industry whose detail is open, by its printed name.
    pub industry: Option<IndustryId>,
    /// The other city of a comparison, where one was chosen.
    #[cfg(not(small))]
    pub with: Option<CityId>,
    /// Narrower than [`NARROW_PX`].
    pub is_narrow: bool,
    /// Industries of two tables can be paired, and the cities are few. Every visit's can: see `publish::enough`.
    pub has_pairs: bool,
}

/// Whether cities are few enough to be columns of a table; those of a visit are.
fn is_few(data: &LqData) -> bool {
    #[cfg(not(small))]
    return !is_many(data);
    #[cfg(small)]
    return !data.cities.is_empty();
}

/// What can happen to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Another table.
    Base(Base),
    /// Another city.
    City(CityId),
    /// Another view.
    View(View),
    /// A column's heading was pressed: descending, then ascending, then printed order.
    SortBy(CityId),
    /// The heading of an industry or of the names of very many cities was pressed.
    #[cfg(not(small))]
    Rank(By),
    /// Back to printed order.
    Unsort,
    /// By sector, or no longer.
    Group,
    /// Other headings.
    Headings(Headings),
    /// Another industry's detail, or none.
    Industry(Option<IndustryId>),
    /// Another city to compare with.
    #[cfg(not(small))]
    With(CityId),
    /// The widget became narrow or wide.
    Width {
        /// Below [`NARROW_PX`].
        is_narrow: bool,
    },
}

impl State {
    /// The state of a page as loaded, before anything is known of pairs.
    pub fn new(data: &LqData) -> Self {
        Self {
            base: data.tables.first().map_or(Base::Output, |table| table.base),
            city: data.focus_city.clone(),
            view: None,
            sort: None,
            is_grouped: false,
            #[cfg(not(small))]
            ranking: None,
            headings: Headings::Printed,
            industry: None,
            #[cfg(not(small))]
            with: None,
            is_narrow: false,
            has_pairs: false,
        }
    }

    /// The view shown: the one asked for, where there is such a view. The module of every visit has the first two alone:
    /// until the other is there, the default stays.
    pub fn view(&self) -> View {
        let narrow = if self.has_pairs { View::Pairs } else { View::Dots };
        let is_there = |view: &View| match view {
            View::Table => true,
            View::Pairs => self.has_pairs,
            _ => !cfg!(small),
        };
        let default = if self.is_narrow { narrow } else { View::Table };
        self.view.filter(is_there).unwrap_or(default)
    }

    /// The base whose table the view is read from. Two views show two bases: an industry of theirs has its name in the
    /// output table.
    pub fn base_shown(&self) -> Base {
        if matches!(self.view(), View::Pairs | View::Quadrant) { Base::Output } else { self.base }
    }

    /// Applies an action.
    pub fn update(&mut self, action: Action) -> Dirty {
        let before = self.clone();
        match action {
            Action::Base(base) => self.base = base,
            Action::City(city) => self.city = city,
            Action::View(view) => self.view = Some(view),
            Action::SortBy(city) => (self.sort, self.is_grouped) = (self.next_sort(city), false),
            #[cfg(not(small))]
            Action::Rank(by) => {
                let ranking = Ranking::next(self.ranking.as_ref(), by);
                self.unsort();
                self.ranking = ranking;
            }
            Action::Unsort => self.unsort(),
            Action::Group => {
                self.unsort();
                self.is_grouped = !before.is_grouped;
            }
            Action::Headings(headings) => self.headings = headings,
            Action::Industry(industry) => self.industry = industry,
            #[cfg(not(small))]
            Action::With(city) => self.with = Some(city),
            Action::Width { is_narrow } => self.is_narrow = is_narrow,
        }
        self.dirt_since(&before)
    }

    fn unsort(&mut self) {
        (self.sort, self.is_grouped) = (None, false);
        #[cfg(not(small))]
        {
            self.ranking = None;
        }
    }

    fn next_sort(&self, city: CityId) -> Option<Sort> {
        match &self.sort {
            Some(sort) if sort.city == city => sort.is_descending.then_some(Sort { city, is_descending: false }),
            _ => Some(Sort { city, is_descending: true }),
        }
    }

    fn dirt_since(&self, before: &Self) -> Dirty {
        let mut dirty = Dirty::NONE;
        if (&self.sort, self.is_grouped) != (&before.sort, before.is_grouped) {
            dirty |= Dirty::ROWS | Dirty::WORDS | Dirty::FIGURE;
        }
        #[cfg(not(small))]
        if self.ranking != before.ranking {
            dirty |= Dirty::ROWS | Dirty::WORDS | Dirty::FIGURE;
        }
        if (self.base, &self.city, self.view(), self.headings, &self.industry)
            != (before.base, &before.city, before.view(), before.headings, &before.industry)
        {
            dirty |= Dirty::WORDS | Dirty::FIGURE;
        }
        #[cfg(not(small))]
        if self.with != before.with {
            dirty |= Dirty::WORDS | Dirty::FIGURE;
        }
        let is_public = self.attributes() != before.attributes() || self.view() != before.view();
        if is_public { dirty.and_state() } else { dirty }
    }

    /// Step of a quotient's heat: none of what is not published, nor under headings that may not be its own.
    pub fn heat_step(&self, table: &LqTable, quotient: Quotient) -> Option<usize> {
        if self.is_doubted(table) { None } else { quotient.published().map(heat_step) }
    }

    /// Whether a table is shown under headings that may not belong to its values.
    pub fn is_doubted(&self, table: &LqTable) -> bool {
        table.labels == Labels::Doubtful && self.headings == Headings::Printed
    }

    /// The heading under which a row is read.
    pub fn heading<'a>(&self, row: &'a LqRow) -> &'a IndustryId {
        row.presumed.as_ref().filter(|_| self.headings == Headings::Reread).unwrap_or(&row.industry)
    }

    /// The city compared with: the one asked for, else the first that is not the chosen one.
    #[cfg(not(small))]
    pub fn other<'a>(&'a self, data: &'a LqData) -> Option<&'a CityId> {
        let asked = self.with.as_ref().filter(|city| **city != self.city && data.column(city).is_some());
        asked.or_else(|| data.cities.iter().map(|city| &city.id).find(|city| **city != self.city))
    }

    fn sort_text(&self) -> String {
        let grouped = || self.is_grouped.then(|| BY_SECTOR.to_owned());
        let sort = self.sort.as_ref().map(Sort::text).or_else(grouped);
        #[cfg(not(small))]
        let sort = self.ranking.as_ref().map(Ranking::text).or(sort);
        sort.unwrap_or_default()
    }

    /// The order of rows by a column: the one asked for, else among the dots of a few cities the chosen city's largest first;
    /// `None` where they stand as printed, or by sector.
    pub fn order(&self, data: &LqData) -> Option<Sort> {
        let by_chosen = self.view() == View::Dots && !self.is_grouped && is_few(data);
        self.sort.clone().or_else(|| by_chosen.then(|| Sort { city: self.city.clone(), is_descending: true }))
    }

    /// Row order of a table: printed row numbers from top to bottom.
    pub fn row_order(&self, data: &LqData, table: &LqTable) -> Vec<usize> {
        #[cfg(not(small))]
        if self.is_grouped {
            let groups = self.groups(data, table);
            if !groups.is_empty() {
                return groups.into_iter().flat_map(|group| group.rows).collect();
            }
        }
        let column = self.order(data).and_then(|sort| Some((data.column(&sort.city)?, sort.is_descending)));
        let Some((column, is_descending)) = column else { return (0..table.rows.len()).collect() };
        let quotients: Vec<_> =
            table.rows.iter().map(|row| row.values.get(column).copied().unwrap_or_default()).collect();
        order(&quotients, is_descending)
    }
}

impl Widget for State {
    fn loaded(data: &Dataset, _: u16) -> Self {
        Self { has_pairs: is_few(&data.lq) && pairs::has_any(data), ..Self::new(&data.lq) }
    }

    fn set_attribute(&mut self, data: &Dataset, name: &str, value: Option<&str>) -> Taken {
        let data = &data.lq;
        let (before, start) = (self.clone(), Self::new(data));
        let cities = || data.cities.iter().map(|c| c.id.as_str()).collect::<Vec<_>>().join(", ");
        let city = |text: &str| data.cities.iter().map(|c| &c.id).find(|id| id.as_str() == text).cloned();
        let known = |all: &[&str]| all.join(", ");
        let mut fault = None;
        match name {
            "base" => {
                let allowed = || known(&Base::ALL.map(Base::as_str));
                let read = |text: &str| text.parse().ok().filter(|base| data.table(*base).is_some());
                self.base = take("base", value, start.base, &mut fault, allowed, read);
            }
            "city" => self.city = take("city", value, start.city, &mut fault, cities, city),
            #[cfg(not(small))]
            "with" => self.with = take("with", value, None, &mut fault, cities, |text| city(text).map(Some)),
            "view" => {
                let read = |text: &str| View::ALL.into_iter().find(|view| view.as_str() == text).map(Some);
                self.view = take("view", value, None, &mut fault, || known(&View::ALL.map(View::as_str)), read);
            }
            "reading" => {
                let read = |text: &str| Headings::ALL.into_iter().find(|headings| headings.as_str() == text);
                let allowed = || known(&Headings::ALL.map(Headings::as_str));
                self.headings = take("reading", value, start.headings, &mut fault, allowed, read);
            }
            "industry" => {
                let mut industries = data.tables.iter().flat_map(|table| &table.rows).map(|row| &row.industry);
                let read = |text: &str| industries.find(|industry| industry.as_str() == text).cloned().map(Some);
                let allowed = || "the printed name of an industry".to_owned();
                self.industry = take("industry", value, None, &mut fault, allowed, read);
            }
            "sort" => {
                self.is_grouped = value == Some(BY_SECTOR);
                let value = value.filter(|_| !self.is_grouped);
                #[cfg(not(small))]
                let value = {
                    let ranking = value.filter(|text| text.split_once(':').is_none_or(|(id, _)| city(id).is_none()));
                    let ranking = ranking.and_then(|text| Ranking::read(data, text));
                    // With few cities it means nothing, but it is not wrong: other data may stand here next.
                    let value = value.filter(|_| ranking.is_none());
                    self.ranking = ranking.filter(|_| is_many(data));
                    value
                };
                let read = |text: &str| {
                    let (id, direction) = text.split_once(':')?;
                    let is_descending = ["asc", "desc"].iter().position(|known| *known == direction)? == 1;
                    Some(Some(Sort { city: city(id)?, is_descending }))
                };
                self.sort = take("sort", value, None, &mut fault, || SORTS.to_owned(), read);
            }
            _ => {}
        }
        Taken { dirty: self.dirt_since(&before), fault }
    }

    fn attributes(&self) -> Attributes {
        vec![
            ("base", self.base.as_str().to_owned()),
            ("city", self.city.as_str().to_owned()),
            ("view", self.view.map(|view| view.as_str().to_owned()).unwrap_or_default()),
            ("sort", self.sort_text()),
            ("industry", self.industry.as_ref().map_or("", IndustryId::as_str).to_owned()),
            ("reading", self.headings.as_str().to_owned()),
            #[cfg(not(small))]
            ("with", self.with.as_ref().map_or("", CityId::as_str).to_owned()),
        ]
    }
}
