//! The door for rows: each stands alone. All rows run as if every fact were known; those in which one is not, or which
//! lead to an open reading, wait until they are many and run once more between bounds. What is then still open is shown to
//! be undetermined by two completions that differ, or is settled by every completion of the one unknown fact, or is asked
//! as a case.

mod answers;
mod block;
mod every;
mod group;
mod known;
mod load;
mod open;
mod plan;
mod sum;
mod verdict;
mod waiting;

pub use answers::{Amounts, Answers, Filled, NO_STATE};
pub use plan::Workspace;
pub(crate) use plan::{Roster, RowPlan};
