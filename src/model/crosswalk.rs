//! Joins the industries of the output table with those of the employees table (editorial).

use crate::data::links::{CrosswalkLink, LinkData};
use crate::data::lq::LqData;
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

/// Industries that stand one to one in both tables, for the city in `column`. One-to-many entries are left out: a
/// quotient cannot be added up without the shares behind it.
pub fn pairs<'a>(lq: &'a LqData, links: &'a LinkData, column: usize) -> Vec<Pair<'a>> {
    let value = |base, industry: &IndustryId| {
        lq.table(base)?.rows.iter().find(|row| row.industry == *industry)?.values.get(column).copied()
    };
    links
        .crosswalk
        .iter()
        .filter_map(|link| match (link.output.as_slice(), link.employees.as_slice()) {
            ([output], [employees]) => Some(Pair {
                output: (output, value(Base::Output, output)?),
                employees: (employees, value(Base::Employees, employees)?),
                is_exact: link.exact,
            }),
            _ => None,
        })
        .collect()
}
