//! A recorded answer and the same question asked again → what differs.
//!
//! Imports `explain`, `evaluate`, `compile`, `model` and the leaves. It evaluates nothing: [`Rules::replay`] asks again.
//!
//! [`Rules::replay`]: crate::Rules::replay

mod compare;
mod difference;
mod found;
mod outcomes;
mod question;
mod recorded;
mod strict;
mod tree;
mod words;

pub(crate) use compare::compare;
pub use difference::{Compared, Difference, Differs, Replay, Replayed};
pub(crate) use question::again;
pub use recorded::{Recorded, RecordedAnswer, RecordedReceipt};
