//! A node of the matrix as others speak of it.

use super::Context;
use crate::locale::Key;

/// A factor or a strategy by its code, in a widget at work with its words: who hears the list has not the matrix in view.
pub(super) fn named(context: &Context<'_>, code: &str) -> String {
    let swot = &context.data.swot;
    let factor = swot.factors.iter().find(|factor| factor.code.to_string() == code).map(|factor| &factor.name);
    let strategies = || swot.quadrants.iter().flat_map(|quadrant| &quadrant.strategies);
    let words = factor.or_else(|| strategies().find(|own| own.code.to_string() == code).map(|own| &own.text));
    match words.filter(|_| context.is_live) {
        Some(words) => code.to_owned() + &context.lang.fill(Key::Quoted, &[("text", words)]),
        None => code.to_owned(),
    }
}
