//! JSON Schemas (draft 2020-12) of what goes in and what comes out: a case, a row, an outcome, a pack.
//!
//! Imports `explain`, `evaluate`, `rulebook`, `model` and the leaves. A case and a row are described from the vocabulary,
//! an outcome and a pack from the closed lists that reports take their words from. What a schema refuses, the reader
//! refuses; the reader refuses more, because a schema knows no links, sums or order of days.

mod case;
mod cell;
mod day;
mod digits;
mod fact;
mod outcome;
mod pack;
mod row;
mod shape;

use crate::model::Vocabulary;
use serde_json::Value;

/// The schema of a case (案例), as JSON or as what TOML says in JSON.
///
/// ```
/// let rules = tuoyu::Rules::from_pack(&tuoyu::Pack::new(tuoyu_rules::jining().iter().copied()))?;
/// let schema = tuoyu::schema::case(rules.vocabulary());
/// assert_eq!(schema["$defs"]["child"]["properties"]["birth_order"]["title"], "孩次");
/// # Ok::<(), tuoyu::error::Diagnostics>(())
/// ```
#[must_use]
pub fn case(vocabulary: &Vocabulary) -> Value {
    case::schema(vocabulary)
}

/// The schema of one row of a roster (名册) as an object: column names and cells.
///
/// ```
/// let rules = tuoyu::Rules::from_pack(&tuoyu::Pack::new(tuoyu_rules::jining().iter().copied()))?;
/// let schema = tuoyu::schema::row(rules.vocabulary());
/// // A fact has a column under its name, the same with underscores, and each heading.
/// let columns = ["child.birth_order", "child_birth_order", "孩次"];
/// assert!(columns.iter().all(|name| schema["properties"][name]["$ref"] == "#/$defs/child.birth_order"));
/// # Ok::<(), tuoyu::error::Diagnostics>(())
/// ```
#[must_use]
pub fn row(vocabulary: &Vocabulary) -> Value {
    row::schema(vocabulary)
}

/// The schema of one outcome (结论); `$defs` holds `Assessment`, the whole answer.
///
/// It is the same for every pack: ids are texts, because a new rule is no new shape.
///
/// ```
/// let schema = tuoyu::schema::outcome();
/// assert_eq!(schema["$defs"]["Limit"]["properties"]["kind"]["const"], "limit");
/// ```
#[must_use]
pub fn outcome() -> Value {
    outcome::schema()
}

/// The schema of the description of a pack (规则包), [`Rules::describe`](crate::Rules::describe).
///
/// ```
/// assert_eq!(tuoyu::schema::pack()["$defs"]["Rule"]["properties"]["due"]["anyOf"][0]["$ref"], "#/$defs/Day");
/// ```
#[must_use]
pub fn pack() -> Value {
    pack::schema()
}
