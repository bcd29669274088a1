//! A recorded question, asked of rules that may have changed since.

use super::difference::{Difference, Differs};
use super::recorded::RecordedReceipt;
use super::words;
use crate::compile::{Reading, RuleIndex, Rulebook};
use crate::evaluate::{Choices, Question};
use serde_json::Value;

/// The question, and what of it cannot be asked any more.
pub(crate) fn again(book: &Rulebook, receipt: &RecordedReceipt) -> (Question, Vec<Difference>) {
    let mut differences = Vec::new();
    for id in receipt.rules.iter().filter(|id| book.rules.iter().all(|rule| rule.id != **id)) {
        let recorded = Value::from(id.as_str());
        differences.push(Difference::new(Differs::Rule, recorded, Value::Null, words::rule_gone(id)).by(id));
    }
    let choices = choices(book, receipt, &mut differences);
    let asked = book.rules.iter().enumerate().filter(|(_, rule)| receipt.rules.contains(&rule.id));
    let rules = asked.map(|(place, _)| RuleIndex(place)).collect();
    (Question { window: receipt.window, rules, choices }, differences)
}

/// The recorded options. A reading that the receipt does not know, or whose option is gone, takes its default.
fn choices(book: &Rulebook, receipt: &RecordedReceipt, differences: &mut Vec<Difference>) -> Choices {
    for (id, option) in &receipt.readings {
        if book.readings.iter().all(|reading| reading.id != *id) {
            let difference =
                Difference::new(Differs::Reading, text(option.as_deref()), Value::Null, words::reading_gone(id));
            differences.push(difference.named(id));
        }
    }
    let chosen = book.readings.iter().map(|reading| {
        let default = || text(reading.default.and_then(|place| option(reading, place)));
        let Some((id, recorded)) = receipt.readings.iter().find(|(id, _)| *id == reading.id) else {
            let words = words::reading_new(&reading.id);
            differences.push(Difference::new(Differs::Reading, Value::Null, default(), words).named(&reading.id));
            return reading.default;
        };
        let recorded = recorded.as_deref()?;
        let found = reading.options.iter().position(|option| option.id == recorded);
        if found.is_none() {
            let words = words::option_gone(id, recorded);
            differences.push(Difference::new(Differs::Reading, Value::from(recorded), default(), words).named(id));
        }
        found.or(reading.default)
    });
    chosen.collect()
}

fn option(reading: &Reading, place: usize) -> Option<&str> {
    reading.options.get(place).map(|option| option.id.as_str())
}

fn text(option: Option<&str>) -> Value {
    option.map_or(Value::Null, Value::from)
}
