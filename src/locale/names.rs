//! What bases, kinds of factors, numbers of things and levels to hold are called.

use super::{Key, Lang};
use crate::data::Dataset;
use crate::data::kpi::Direction;
use crate::id::{Base, FactorKind, digits};

/// Name of a base: what a reader's own file calls what it counts, or that it does not say.
pub fn base_name(lang: Lang, data: &Dataset, base: Base) -> &str {
    #[cfg(not(small))]
    if let Some(label) = data.origin.seen.base(base) {
        return label.unwrap_or_else(|| lang.text(Key::BaseUnknown));
    }
    let _ = data;
    our_base(lang, base)
}

/// Our own name of a base.
pub fn our_base(lang: Lang, base: Base) -> &'static str {
    lang.text(match base {
        Base::Output => Key::BaseOutput,
        Base::Establishments => Key::BaseEstablishments,
        Base::Employees => Key::BaseEmployees,
    })
}

/// Name of a factor's kind.
pub fn kind_name(lang: Lang, kind: FactorKind) -> &'static str {
    lang.text(match kind {
        FactorKind::Strength => Key::Strength,
        FactorKind::Weakness => Key::Weakness,
        FactorKind::Opportunity => Key::Opportunity,
        FactorKind::Threat => Key::Threat,
    })
}

/// A number of things; in Japanese, up to nine of them are counted with a word.
pub(crate) fn things(lang: Lang, count: usize) -> String {
    let word = if (1..10).contains(&count) { lang.text(Key::Things) } else { "" };
    digits(count as u64) + word
}

/// A level to hold, by the direction that it may move in.
pub fn to_hold(lang: Lang, direction: Option<Direction>, target: &str) -> String {
    let key = match direction {
        Some(Direction::Raise) => Key::MaintainNote,
        Some(Direction::Lower) => Key::MaintainMost,
        None => Key::MaintainLevel,
    };
    lang.fill(key, &[("target", target)])
}
