//! Rules that something was made ready of: borrowed, or kept with it.

use crate::rules::Rules;
use std::ops::Deref;
use std::sync::Arc;

/// The rules of what was made ready.
pub(crate) enum Held<'r> {
    Borrowed(&'r Rules),
    Shared(Arc<Rules>),
}

impl Deref for Held<'_> {
    type Target = Rules;

    fn deref(&self) -> &Rules {
        match self {
            Self::Borrowed(rules) => rules,
            Self::Shared(rules) => rules,
        }
    }
}
