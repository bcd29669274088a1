//! A well-typed case of a vocabulary, as JSON.

mod line;
mod repair;
mod spoil;
mod things;
mod value;
mod write;

use crate::draw::Draw;
use arbitrary::Unstructured;
use serde_json::Value;
use tuoyu::model::{FactIndex, FactType, ThingIndex, Vocabulary};
use tuoyu::value::Date;

/// A case that the vocabulary alone makes: any nesting, ids, links, unknowns, lines in time. It is nearly always valid.
///
/// ```
/// use tuoyu::Rules;
///
/// let rules = Rules::from_pack(&tuoyu::Pack::new(tuoyu_rules::jining().iter().copied()))?;
/// let text = tuoyu_generate::case(&mut arbitrary::Unstructured::new(&[200; 900]), rules.vocabulary());
/// assert!(rules.read_json(text.as_bytes()).is_ok());
/// # Ok::<(), tuoyu::error::Diagnostics>(())
/// ```
#[must_use]
pub fn case(bytes: &mut Unstructured<'_>, vocabulary: &Vocabulary) -> String {
    tree(&mut Draw::new(bytes), vocabulary).to_string()
}

/// A case with one thing wrong with it, or nearly always one.
#[must_use]
pub fn spoilt_case(bytes: &mut Unstructured<'_>, vocabulary: &Vocabulary) -> String {
    let mut draw = Draw::new(bytes);
    let case = tree(&mut draw, vocabulary);
    spoil::spoil(&mut draw, case)
}

/// An admissible value of a type, counted as the reader counts it: in its own scale, options by their place, days by
/// their number. None for texts, lists and links.
#[must_use]
pub fn number(bytes: &mut Unstructured<'_>, kind: &FactType) -> Option<i64> {
    value::counted(&mut Draw::new(bytes), kind)
}

fn tree(draw: &mut Draw<'_, '_>, vocabulary: &Vocabulary) -> Value {
    let mut items = things::things(draw, vocabulary);
    things::state(draw, vocabulary, &mut items);
    repair::repair(draw, vocabulary, &mut items);
    write::write(draw, vocabulary, &items)
}

/// One thing of the case.
struct Item {
    thing: ThingIndex,
    id: Option<String>,
    /// The place of the thing that holds it.
    holder: Option<usize>,
    facts: Vec<(FactIndex, Stated)>,
}

/// What the case says of a fact.
enum Stated {
    /// `null`: unknown.
    Null,
    /// One value for every day.
    Always(Value),
    /// A line in time.
    Line(Vec<Stretch>),
}

/// A stretch of a line; without a value it is unknown.
struct Stretch {
    from: Option<Date>,
    to: Option<Date>,
    value: Value,
}
