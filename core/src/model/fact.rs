//! Facts: what may be stated of a thing.

use super::ThingIndex;
use crate::source::Words;
use crate::value::{Decimal, Unit};

/// The place of a fact in the vocabulary; its order is the order of missing facts.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, serde::Deserialize, serde::Serialize)]
pub struct FactIndex(pub usize);

/// The most options of a set that rules tell apart.
pub const SET_CHOICES: usize = 32;

/// Who can know or change a fact.
pub const WHO: [&str; 4] = ["parent", "institution", "employer", "government"];

/// One admissible value of an option fact.
#[derive(Clone, Debug, Eq, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct Choice {
    /// The token that cases carry.
    pub id: String,
    /// What people read.
    pub words: Words,
}

/// The type of a fact's values.
#[derive(Clone, Debug, Eq, PartialEq, serde::Deserialize, serde::Serialize)]
pub enum FactType {
    /// Any text; rules cannot read it.
    Text,
    /// An exact decimal, counted in `10^-scale`, between two bounds (in the same units).
    Number {
        /// Decimals.
        scale: u8,
        /// The smallest admissible value.
        minimum: i64,
        /// The largest.
        maximum: i64,
        /// What it counts.
        unit: Unit,
        /// If not empty, the only admissible values.
        allowed: Vec<i64>,
    },
    /// Yes or no.
    YesNo,
    /// One of a list.
    Options(Vec<Choice>),
    /// Any of a list; where `open`, other texts too, as findings.
    Set {
        /// The list.
        choices: Vec<Choice>,
        /// Whether other texts are taken.
        open: bool,
    },
    /// A civil day of 1900 to 2100.
    Date,
    /// The id of a thing of that kind.
    Link(ThingIndex),
    /// A list of objects, at most one for each choice of the key, with numbers.
    Records {
        /// The member that names the choice.
        key: String,
        /// The choices.
        choices: Vec<Choice>,
        /// The numbers: name, words, type.
        #[serde(with = "super::number_fields")]
        fields: Vec<(String, Words, FactType)>,
    },
}

/// A number of a list of records as a fact of its own, such as `institution.utilities.water.quantity`.
#[derive(Clone, Copy, Debug, Eq, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct Part {
    /// The fact that holds the records.
    pub of: FactIndex,
    /// The place of the key's choice.
    pub choice: usize,
    /// The place of the field.
    pub field: usize,
}

/// One fact of the vocabulary.
#[derive(Clone, Debug, Eq, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct Fact {
    /// The dotted name, such as `child.birth_date`.
    pub id: String,
    /// The thing that it is a fact of.
    pub thing: ThingIndex,
    /// The member's name in the thing's object, such as `birth_date`.
    pub member: String,
    /// The type of its values.
    pub kind: FactType,
    /// Which number of which records it is; cases state the records, rules read their numbers.
    pub part: Option<Part>,
    /// Whether it may be given as a line in time.
    pub changes: bool,
    /// Whether an absent value means “without end” and is not unknown.
    pub absent_is_without_end: bool,
    /// A date fact that this one must not lie before.
    pub after: Option<FactIndex>,
    /// Facts which, given on a day, say yes to this one where it is unknown.
    pub implied_by: Vec<FactIndex>,
    /// Whether one of those facts, given on a day on which this one is no, is a contradiction.
    pub contradicts_no: bool,
    /// The largest sum over the facts of one holder's things, with that holder.
    pub sum_at_most: Option<(Decimal, ThingIndex)>,
    /// The label.
    pub words: Words,
    /// The question that a form asks.
    pub ask: Words,
    /// One sentence of help, where there is one.
    pub help: Option<Words>,
    /// Column headings; the first is the one written.
    pub headings: Vec<String>,
    /// Who can know or change it: `parent`, `institution`, `employer` or `government`.
    pub who: String,
}
