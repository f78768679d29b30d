//! What the quadrants are called, what they say of a city, and what must be said beside them.

use super::{LANG, source};
use crate::data::Dataset;
use crate::figure::lq_quadrant::Standing;
use crate::id::{Base, IndustryId};
use crate::locale::Key;
use crate::model::crosswalk::Pair;

// Words of the quadrants, until the widget says them too: then they move to `data/locale`.
/// What the picture shows.
pub const TITLE: &str = "稼ぐ力と雇用力";
/// Names of the axes.
pub const OUTPUT_AXIS: &str = "生産額の特化係数（稼ぐ力）";
/// See above.
pub const EMPLOYEES_AXIS: &str = "就業者の特化係数（雇用力）";
/// Before the names that found no room.
pub const MISSING: &str = "図に名前を置けなかった産業：";
const HOLLOW: &str = "白抜きは、二つの表で範囲が完全には一致しない産業です。";
const NONE: &str = "なし";

/// Name of a quadrant.
pub fn name(standing: Standing) -> &'static str {
    match standing {
        Standing::Both => "稼ぎも雇用も強い",
        Standing::Output => "稼ぎは強いが雇用は少ない",
        Standing::Employees => "雇用は多いが稼ぎは弱い",
        Standing::Neither => "どちらも全国以下",
    }
}

/// Mark of a quadrant in words.
pub fn sign(standing: Standing) -> &'static str {
    match standing {
        Standing::Both => "●",
        Standing::Output => "▲",
        Standing::Employees => "■",
        Standing::Neither => "◆",
    }
}

/// How many industries stand where; the mixed ones by name.
pub fn lead(pairs: &[Pair<'_>], city: &str) -> String {
    let names = |standing: Standing| -> Vec<&str> {
        let own = pairs.iter().filter(|pair| Standing::of(pair.output.1, pair.employees.1) == standing);
        own.map(|pair| pair.output.0.as_str()).collect()
    };
    let list = |standing: Standing| {
        let names = names(standing);
        if names.is_empty() { NONE.to_owned() } else { names.join(LANG.text(Key::ListSeparator)) }
    };
    let (of, both) = (pairs.len(), names(Standing::Both).len());
    format!(
        "{city}では、比べられる{of}産業のうち{both}産業が、稼ぎ（生産額）も雇用（就業者）も全国の割合を上回ります。\
         「{}」のは{}、「{}」のは{}です。",
        name(Standing::Output),
        list(Standing::Output),
        name(Standing::Employees),
        list(Standing::Employees),
    )
}

/// What a quotient is, whose the pairing is, what is left out, where it was printed.
pub fn notes(data: &Dataset) -> Vec<String> {
    let what = LANG.fill(Key::LqWhat, &[("reference", &data.lq.reference_area)]);
    let names = |industries: &[IndustryId]| {
        industries.iter().map(IndustryId::as_str).collect::<Vec<_>>().join(LANG.text(Key::Dot))
    };
    let apart = data.links.crosswalk.iter().filter(|link| link.output.len() != 1 || link.employees.len() != 1);
    let apart: Vec<String> = apart.map(|link| names(&link.output)).collect();
    let pairing = format!(
        "二つの表の産業の対応は{}が付けました。{HOLLOW}一対一に対応しない{}は載せていません。",
        LANG.text(Key::Editorial),
        apart.join(LANG.text(Key::ListSeparator)),
    );
    let tables = [Base::Output, Base::Employees].into_iter().filter_map(|base| data.lq.table(base));
    let sections: Vec<&str> = tables.map(|table| table.source.section.as_str()).collect();
    vec![what, pairing, source(data, &sections.join(LANG.text(Key::ListSeparator)))]
}
