//! How what is granted is claimed.

use super::declare::{line, words_of};
use super::term::Terms;
use crate::error::Code;
use crate::parse::{Line, LineBody};
use crate::rulebook::Claim;
use crate::source::Words;

impl Terms<'_> {
    /// Where it is claimed, by when and with what; the sentences above the rule say so.
    pub(super) fn claim(&mut self) -> Option<Claim> {
        let written = line(self.site.rule, "claim")?;
        let LineBody::Claim(lines) = &written.body else { return None };
        let all = |keyword: &'static str| lines.iter().filter(move |line| line.keyword.node == keyword);
        let first = |keyword| all(keyword).find_map(words_of);
        let place: Option<Words> = first("where");
        if place.is_none() && self.site.rule.complete {
            let fault = self.site.fault(Code::MissingLine, written.keyword.span, "claim", "`where`");
            self.faults.push(fault);
        }
        let documents = all("documents").filter_map(|line: &Line| words_of(line)).collect();
        Some(Claim { place: place?, by: first("by"), documents, source: self.site.origin() })
    }
}
