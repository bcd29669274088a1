//! Outcomes and whole assessments, in the shape that reports are written in.
//!
//! Words come from the lists that reports take them from. That the members are those of the reports is held by a test
//! over every vector: an object that a schema describes has no member that it does not name, and lacks none.

mod every;
mod kinds;
mod measured;
mod quantity;
mod reason;
mod whole;

pub(super) use every::{decimal, source, standing, words};
pub(super) use kinds::party;
pub(super) use whole::digest;

use super::day::{DAY, MONTH, day, month};
use super::shape::{Field, document, noted, reference};
use crate::rulebook::Kind;
use serde_json::{Value, json};

pub(super) fn schema() -> Value {
    let mut definitions: Vec<Field> = vec![(DAY.to_owned(), day()), (MONTH.to_owned(), month())];
    definitions.extend(every::definitions());
    definitions.extend(reason::definitions());
    definitions.extend(kinds::definitions());
    definitions.extend(whole::definitions());
    let kinds: Vec<Value> = Kind::ALL.into_iter().map(|kind| reference(kinds::name(kind))).collect();
    let outcome = noted(
        json!({ "oneOf": kinds }),
        "一条规则对一个对象的结论；字段随规则种类而定。完整的测算结果见 Assessment。",
        "What one rule says of one subject; which members it has depends on its kind. Assessment is the whole answer.",
    );
    definitions.push(("Outcome".to_owned(), outcome));
    document(reference("Outcome"), definitions)
}
