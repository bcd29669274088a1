//! Facts that a pack's own vocabulary adds.

use super::Timed;
use super::written::{Member, Written};
use crate::model::NodeValue;
use crate::value::{Date, Decimal};
use std::collections::BTreeMap;

/// A pack's own facts by the member's name: `[("waiting_list".to_owned(), 12.into())].into()`.
///
/// The pack's vocabulary gives each its meaning; a name that it does not know is `unknown-field`, and one that the
/// struct states already is `duplicate-key`. Things that a pack adds are lists of objects.
pub type Extra = BTreeMap<String, NodeValue>;

/// The values that a fact may have, as the tree holds them.
macro_rules! values {
    ($($(#[$doc:meta])* $type:ty,)*) => { $(
        $(#[$doc])*
        impl From<$type> for NodeValue {
            fn from(value: $type) -> Self {
                value.written()
            }
        }

        /// A line in time of such values.
        impl From<Timed<$type>> for NodeValue {
            fn from(line: Timed<$type>) -> Self {
                line.member().unwrap_or(Self::Null)
            }
        }
    )* };
}

values! {
    /// Yes or no.
    bool,
    /// A count.
    u32,
    /// Money, a ratio, a price, a quantity, an area.
    Decimal,
    /// A day.
    Date,
    /// An option, an id, a text.
    String,
    /// Several options.
    Vec<String>,
}

/// An option, an id, a text.
impl From<&str> for NodeValue {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}
