//! The law as typed, in sentences: what a rule, a condition, a number or a reading says.
//!
//! Everything is said from the typed form alone, so that who reads the sentences reads what is computed. Labels,
//! options, questions and numbers are those of the rulebook. `phrase` joins words in both languages at once; `value`
//! says values, `number` and `fold` numbers, `table` what a fact or a reading selects (`content`), `truth`, `time` and
//! `span` conditions; `rule` puts together `head`, `conditions`, what each kind says (`benefit`, `measure`, `steps`,
//! `answer`) and where numbers stand (`cited`).

mod answer;
mod benefit;
mod calendar;
mod cited;
mod conditions;
mod content;
mod fold;
mod head;
mod items;
mod measure;
mod number;
mod phrase;
mod reading;
mod rule;
mod span;
mod speaker;
mod steps;
mod table;
mod time;
mod truth;
mod value;

pub use calendar::calendar_in_words;
pub use cited::parameter_in_words;
pub use phrase::{days_in_words, window_in_words};
pub use reading::reading_in_words;
pub use rule::rule_in_words;
#[cfg(feature = "authoring")]
pub(crate) use value::number_of;
pub use value::{quantity_in_words, value_in_words};

use crate::compile::{Number, Rulebook, Truth};
use crate::source::Words;
use content::Content;
use speaker::Speaker;

/// What must hold, in one phrase of each language, without a full stop.
///
/// A table within it is named by a letter, and said after it.
#[must_use]
pub fn truth_in_words(book: &Rulebook, truth: &Truth) -> Words {
    let mut speaker = Speaker::new(book);
    let said = speaker.truth(truth).words;
    speaker.with_definitions(said)
}

/// How a number comes about, in one phrase of each language, without a full stop.
///
/// A table is a list of its rows; `none` is 不予, refused. A table within a sum or a product is named by a letter,
/// and said after it.
#[must_use]
pub fn number_in_words(book: &Rulebook, number: &Number) -> Words {
    let mut speaker = Speaker::new(book);
    let said = speaker.body(Content::number(number), None);
    speaker.with_definitions(said)
}

#[cfg(test)]
mod tests;
