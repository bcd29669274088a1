//! The door for rows: each stands alone. All rows run as if every fact were known; those in which one is not, or which
//! lead to an open reading, run once more between bounds; what is then still open is shown to be undetermined by two
//! completions that differ, or is asked as a case.

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

/// Rows that are run together: few enough for every slot to stay in the cache.
const BLOCK_ROWS: usize = 512;

pub use answers::{Amounts, Answers, Filled, NO_STATE};
pub use plan::Workspace;
pub(crate) use plan::{Roster, RowPlan};
