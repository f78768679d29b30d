//! Joins the industries of the output table with those of the employees table (editorial).

use super::location_quotient::is_split;
use crate::data::links::{CrosswalkLink, LinkData};
use crate::data::lq::LqData;
use crate::data::quotient::Quotient;
use crate::id::{Base, IndustryId};

/// The crosswalk entry an industry belongs to on a base. The establishments table has no trustworthy labels and
/// takes no part.
pub fn entry<'a>(links: &'a LinkData, base: Base, industry: &IndustryId) -> Option<&'a CrosswalkLink> {
    links.crosswalk.iter().find(|link| match base {
        Base::Output => link.output.contains(industry),
        Base::Employees => link.employees.contains(industry),
        Base::Establishments => false,
    })
}

/// The one industry of another base that corresponds to one of this; `None` where there are more, or none.
pub fn counterpart<'a>(links: &'a LinkData, base: Base, industry: &IndustryId, other: Base) -> Option<&'a IndustryId> {
    let link = entry(links, base, industry)?;
    match (other, link.output.as_slice(), link.employees.as_slice()) {
        (Base::Output, [only], [_]) | (Base::Employees, [_], [only]) => Some(only),
        _ => None,
    }
}

/// One industry measured on both trustworthy bases.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair<'a> {
    /// Industry of the output table.
    pub output: (&'a IndustryId, f64),
    /// Industry of the employees table.
    pub employees: (&'a IndustryId, f64),
    /// Whether both cover the same activity.
    pub is_exact: bool,
}

impl Pair<'_> {
    /// Whether output and employees contradict each other about the same activity.
    pub fn is_split(&self) -> bool {
        self.is_exact && is_split(&[self.output.1, self.employees.1])
    }

    /// How far both quotients lie apart: the logarithm of the larger one over the other.
    pub fn apart(&self) -> f64 {
        (self.output.1 / self.employees.1).ln().abs()
    }
}

/// Industries that stand one to one in both tables, for the city in `column`. One-to-many entries are left out: a
/// quotient cannot be added up without the shares behind it; and so is what is not published.
pub fn pairs<'a>(lq: &'a LqData, links: &'a LinkData, column: usize) -> Vec<Pair<'a>> {
    let pair = |(link, [output, employees]): (&CrosswalkLink, [(&'a IndustryId, Quotient); 2])| {
        let value = |(industry, quotient): (&'a IndustryId, Quotient)| Some((industry, quotient.published()?));
        Some(Pair { output: value(output)?, employees: value(employees)?, is_exact: link.exact })
    };
    matched(lq, links, column).filter_map(pair).collect()
}

/// Whether any industry stands one to one in both tables.
pub fn has_any(lq: &LqData, links: &LinkData) -> bool {
    matched(lq, links, 0).next().is_some()
}

/// Whether two industries that are paired differ in what they cover.
pub fn is_any_inexact(links: &LinkData) -> bool {
    links.crosswalk.iter().any(|link| !link.exact && link.output.len() == 1 && link.employees.len() == 1)
}

/// Industries of the output table that stand one to one in both tables, but without a published value in one of them.
pub fn unpublished<'a>(lq: &'a LqData, links: &'a LinkData, column: usize) -> Vec<&'a IndustryId> {
    let is_missing = |sides: &[(&IndustryId, Quotient); 2]| sides.iter().any(|(_, value)| value.published().is_none());
    matched(lq, links, column).filter(|(_, sides)| is_missing(sides)).map(|(_, [output, _])| output.0).collect()
}

/// Industries of the output table that do not stand one to one in both tables: no city has a pair of theirs.
pub fn apart<'a>(lq: &'a LqData, links: &'a LinkData) -> Vec<&'a IndustryId> {
    let matched: Vec<&IndustryId> = matched(lq, links, 0).map(|(_, [output, _])| output.0).collect();
    let all = lq.table(Base::Output).map_or(&[][..], |table| &table.rows).iter().map(|row| &row.industry);
    all.filter(|industry| !matched.contains(industry)).collect()
}

/// What stands one to one in both tables: output, then employees.
fn matched<'a>(
    lq: &'a LqData,
    links: &'a LinkData,
    column: usize,
) -> impl Iterator<Item = (&'a CrosswalkLink, [(&'a IndustryId, Quotient); 2])> {
    let quotient = move |base, industry: &'a IndustryId| {
        let row = lq.table(base)?.rows.iter().find(|row| row.industry == *industry)?;
        Some((industry, *row.values.get(column)?))
    };
    links.crosswalk.iter().filter_map(move |link| match (link.output.as_slice(), link.employees.as_slice()) {
        ([output], [employees]) => {
            Some((link, [quotient(Base::Output, output)?, quotient(Base::Employees, employees)?]))
        }
        _ => None,
    })
}
