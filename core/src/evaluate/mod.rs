//! [`Plan`](crate::compile::Plan) and tables → outcomes. One evaluator: a case is a batch with few rows.
//!
//! Imports `compile`, `check` (whose types the plan carries), `model` and the leaves. A case is cut at the
//! door into rows in which every fact is constant (`table`); the kernel runs steps over columns of rows in
//! the lane `Known`, or `Range` where facts are unknown; a subject that `Range` leaves open is expanded into its
//! completions, run as `Known` and folded.

mod answer;
mod assess;
mod beneath;
mod bind;
mod calendar;
mod columns;
mod completions;
mod conjunction;
mod fold;
mod integer;
mod job;
mod kernel;
mod kin;
mod lane;
mod lookup;
mod mask;
mod outcome;
mod place;
mod points;
mod prepared;
mod program;
mod quantity;
mod reach;
mod reads;
mod round;
mod rows;
mod sheet;
mod slots;
mod table;
mod terms;
mod trace;
mod used;
mod verdict;
mod view;

pub use crate::model::WITHOUT_END;
pub use answer::{MonthAnswer, MonthState, State};
pub(crate) use assess::CasePlan;
pub use assess::evaluate;
pub use calendar::ReferenceDay;
pub use columns::{Column, Columns, FactOf, Groups, OTHER, One, Values, bounds_of, set_of};
pub use outcome::{Outcome, Part, Question, StepAnswer};
pub use program::Choices;
pub use reads::facts_read;
pub(crate) use round::window_of;
pub use rows::{Amounts, Answers, Filled, NO_STATE, Workspace};
pub(crate) use rows::{Roster, RowPlan};
pub use table::Subject;
pub use trace::{ConditionKind, Found, Reason, Stretch};
pub use view::QUOTIENT_DECIMALS;

#[cfg(test)]
mod tests;
