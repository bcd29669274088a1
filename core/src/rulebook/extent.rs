//! How large a typed term is.

use super::truth::{Number, NumberKind, Truth};

/// The size of a term.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Extent {
    /// Numbers and truths, itself among them; a row of a table is one.
    pub terms: usize,
    /// Numbers and truths on the longest way down.
    pub levels: usize,
}

impl Extent {
    fn over(parts: impl Iterator<Item = Self>, own: usize) -> Self {
        let beneath = parts.fold(Self::default(), |so_far, part| Self {
            terms: so_far.terms.saturating_add(part.terms),
            levels: so_far.levels.max(part.levels),
        });
        Self { terms: beneath.terms.saturating_add(own), levels: beneath.levels + 1 }
    }
}

impl Number {
    /// How large it is.
    #[must_use]
    pub fn extent(&self) -> Extent {
        let (truth, rows) = match &self.kind {
            NumberKind::Choose(truth, cells) => (Some(truth), cells.len()),
            NumberKind::Holds(truth) => (Some(truth), 0),
            NumberKind::Table(_, arms) => (None, arms.len()),
            NumberKind::Reading(_, cells) => (None, cells.len()),
            _ => (None, 0),
        };
        let parts = self.parts().into_iter().map(Self::extent);
        Extent::over(parts.chain(truth.map(|truth| truth.extent())), 1 + rows)
    }
}

impl Truth {
    /// How large it is.
    #[must_use]
    pub fn extent(&self) -> Extent {
        let numbers = match self {
            Self::Compare(_, a, b) => vec![a, b],
            _ => Vec::new(),
        };
        let parts = self.parts().into_iter().map(Self::extent);
        Extent::over(parts.chain(numbers.into_iter().map(Number::extent)), 1)
    }
}
