//! One rule over one table: what every later step of its evaluation needs.

use super::calendar::{ReferenceDay, Slice};
use super::kin::Around;
use super::program::{Choices, Program, RuleSlots};
use super::table::Table;
use super::terms::Terms;
use crate::compile::Plan;
use crate::model::{Facts, Vocabulary};
use crate::value::Window;

/// One rule over one table.
pub(super) struct Job<'a> {
    pub(super) plan: &'a Plan,
    pub(super) case: &'a Facts,
    pub(super) around: Around<'a>,
    pub(super) choices: &'a Choices,
    pub(super) table: &'a Table,
    pub(super) slices: &'a [Slice],
    pub(super) program: &'a Program,
    pub(super) slots: &'a RuleSlots,
    pub(super) terms: Terms,
    pub(super) reference: ReferenceDay,
    pub(super) window: Window,
}

impl Job<'_> {
    pub(super) const fn vocabulary(&self) -> &Vocabulary {
        &self.plan.book.vocabulary
    }
}
