//! What the quadrants are called, what they say of a city, and what must be said beside them.

use super::{Look, source};
use crate::data::Dataset;
use crate::figure::lq_quadrant::Standing;
use crate::id::{Base, IndustryId};
use crate::locale::partial::{both_above, few};
use crate::locale::{Key, Lang, own};
use crate::model::crosswalk::{self, Pair};

/// What the picture shows.
pub fn title(lang: Lang, city: &str) -> String {
    lang.fill(Key::QuadrantTitle, &[("city", city)])
}

/// Name of a quadrant.
pub fn name(lang: Lang, standing: Standing) -> &'static str {
    lang.text(match standing {
        Standing::Both => Key::QuadrantBoth,
        Standing::Output => Key::QuadrantOutput,
        Standing::Employees => Key::QuadrantEmployees,
        Standing::Neither => Key::QuadrantNeither,
    })
}

/// Industries that something keeps out, by name; `None` where there are none.
pub fn list(lang: Lang, why: Key, industries: &[&IndustryId]) -> Option<String> {
    let names: Vec<&str> = industries.iter().map(|industry| lang.name(industry.as_str())).collect();
    (!names.is_empty()).then(|| [lang.text(why), &names.join(lang.text(Key::ListSeparator))].concat())
}

/// Industries of the output table without one counterpart among the employees; `None` where all have one.
pub fn apart(lang: Lang, data: &Dataset) -> Option<String> {
    let industries = crosswalk::apart(&data.lq, &data.links);
    let names: Vec<&str> = industries.into_iter().map(|industry| lang.name(industry.as_str())).collect();
    let names = names.join(lang.text(Key::ListSeparator));
    (!names.is_empty()).then(|| lang.fill(Key::QuadrantApart, &[("industries", &names)]))
}

/// How many industries stand where; the mixed ones by name.
pub fn lead(lang: Lang, pairs: &[Pair<'_>], city: &str) -> String {
    let names = |standing: Standing| -> Vec<&str> {
        let own = pairs.iter().filter(|pair| Standing::of(pair.output.1, pair.employees.1) == standing);
        own.map(|pair| lang.name(pair.output.0.as_str())).collect()
    };
    let list = |standing: Standing| {
        let names = names(standing);
        if names.is_empty() { lang.text(Key::Nothing).to_owned() } else { few(lang, &names) }
    };
    let both = both_above(lang, city, pairs.len(), names(Standing::Both).len());
    if pairs.is_empty() {
        return both;
    }
    let mixed = [
        ("one", name(lang, Standing::Output)),
        ("ones", &list(Standing::Output)),
        ("other", name(lang, Standing::Employees)),
        ("others", &list(Standing::Employees)),
    ];
    both + &lang.fill(Key::QuadrantMixed, &mixed)
}

/// What a quotient is, whose the pairing is, what is left out, where it was printed.
pub fn notes(look: &Look, data: &Dataset) -> Vec<String> {
    let lang = look.lang;
    let what = lang.fill(Key::LqWhat, &[("reference", own::reference(lang, data))]);
    let separator = lang.text(Key::ListSeparator);
    let mut pairing = vec![lang.text(Key::Crosswalk).to_owned(), lang.text(Key::QuadrantHollow).to_owned()];
    pairing.extend(apart(lang, data));
    // Sentences are set apart by a space where letters are.
    let space = if lang.tag().starts_with("ja") { "" } else { " " };
    let tables = [Base::Output, Base::Employees].into_iter().filter_map(|base| data.lq.table(base));
    let sections: Vec<&str> = tables.map(|table| table.source.section.as_str()).collect();
    vec![what, pairing.join(space), source(look, data, &sections.join(separator), data.origin.lq.as_deref())]
}
