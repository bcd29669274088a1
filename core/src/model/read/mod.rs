//! [`Node`] → [`Facts`], driven by the vocabulary alone: no thing and no fact is named here.
//!
//! First every thing gets its place and its name, then every fact its content, then what facts say of one
//! another is added and checked. Whatever is wrong is reported and left out, and the reading goes on.

mod dates;
mod facts;
mod ids;
mod implied;
mod line;
mod links;
mod members;
mod number;
mod records;
mod report;
mod shares;
mod spans;
mod things;
mod value;

pub(super) use dates::day;
pub(super) use implied::imply;
pub(super) use number::{bounds, units};
pub(super) use spans::{add, uncovered};

use super::{Facts, Node, Vocabulary};
use crate::error::Diagnostics;
use crate::limits::THINGS;
use report::Report;

impl Facts {
    /// Reads a case (案例).
    ///
    /// # Errors
    /// Everything that is wrong with it, each with its path, in the order of the input (the first 10 000 faults,
    /// so that a hostile input cannot fill the memory).
    pub fn read(node: &Node, vocabulary: &Vocabulary) -> Result<Self, Diagnostics> {
        Self::read_at_most(node, vocabulary, THINGS)
    }

    /// The same of so many things.
    pub(in crate::model) fn read_at_most(
        node: &Node,
        vocabulary: &Vocabulary,
        things: usize,
    ) -> Result<Self, Diagnostics> {
        let mut report = Report::default();
        let found = things::find(node, vocabulary, things, &mut report);
        let mut case = facts::state(found, vocabulary, &mut report);
        links::complete(&mut case, vocabulary, &mut report);
        implied::complete(&mut case, vocabulary, &mut report);
        shares::check(&case, vocabulary, &mut report);
        report.finish(case)
    }
}
