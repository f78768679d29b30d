//! What crosses in a strategy of the matrix, in signs and codes, and the key issues it leads to: our links.

use crate::data::Dataset;
use crate::data::swot::Issue;
use crate::id::StrategyCode;

/// The factors that cross in a strategy, `●S-2 × ▲O-1`: those within the city first. Empty where no link says so.
pub fn crossed(data: &Dataset, strategy: StrategyCode) -> String {
    let factors = || data.links.factor_strategy.iter().filter(|link| link.to == strategy).map(|link| link.from);
    let side = |is_within: bool| {
        let own = factors().filter(|factor| is_within == factor.kind.is_within());
        own.map(|factor| factor.kind.sign().to_owned() + &factor.to_string()).collect::<Vec<_>>().join(" ")
    };
    let sides: Vec<String> = [true, false].map(side).into_iter().filter(|side| !side.is_empty()).collect();
    sides.join(" × ")
}

/// The key issues a strategy leads to, each with its place in the data.
pub fn led_to(data: &Dataset, strategy: StrategyCode) -> Vec<(usize, &Issue)> {
    let leads =
        |issue: &Issue| data.links.strategy_issue.iter().any(|link| link.from == strategy && link.to == issue.code);
    data.swot.issues.iter().enumerate().filter(|(_, issue)| leads(issue)).collect()
}
