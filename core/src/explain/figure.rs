//! The numbers of limits and indicators in words.

use super::speech::{both, counted, percent, thousands};
use crate::compile::{Measure, Rule};
use crate::source::Words;
use crate::value::Unit;

/// Whether the number that a limit or an indicator is about is a share, which people read in percent.
#[must_use]
pub fn is_share(rule: &Rule) -> bool {
    let is_share = |measure: &Measure| measure.bound.unit == Unit::One && measure.value.scale > 0;
    rule.measure().is_some_and(|measure| measure.over.is_some() || is_share(measure))
}

/// A plain decimal of a limit or an indicator in words: a share in percent, a fee with its unit.
///
/// ```
/// # let rules = tuoyu::Rules::from_pack(&tuoyu::Pack::new(tuoyu_rules::jining().iter().copied()))?;
/// let rule = |id: &str| rules.plan().book.rules.iter().find(|rule| rule.id == id).unwrap();
/// let say = |id: &str, number: &str| tuoyu::explain::figure_in_words(rule(id), number).en;
/// assert_eq!(say("jining/target-price-burden", "0.3333"), "33.33%");
/// assert_eq!(say("jining/inclusive-fee", "1750"), "CNY 1,750 a month");
/// # Ok::<(), tuoyu::error::Diagnostics>(())
/// ```
#[must_use]
pub fn figure_in_words(rule: &Rule, number: &str) -> Words {
    match rule.measure() {
        Some(_) if is_share(rule) => both(&percent(number)),
        Some(measure) => counted(&both(&thousands(number)), measure.bound.unit),
        None => both(&thousands(number)),
    }
}
