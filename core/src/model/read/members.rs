//! The members of an object, against the names that are known there.

use super::report::{Report, join};
use crate::error::Code;
use crate::model::{Node, NodeValue};
use crate::value::Map;
use std::collections::HashSet;

/// The names that are known at a place, and what each means.
pub(super) struct Names<'v, T> {
    list: Vec<&'v str>,
    meaning: Map<&'v str, T>,
}

impl<'v, T: Copy> Names<'v, T> {
    pub(super) fn new(names: impl IntoIterator<Item = (&'v str, T)>) -> Self {
        let names: Vec<(&str, T)> = names.into_iter().collect();
        Self { list: names.iter().map(|(name, _)| *name).collect(), meaning: names.into_iter().collect() }
    }

    /// The members that are known, each once; `None` if there is no object.
    pub(super) fn of<'n>(&self, node: &'n Node, path: &str, report: &mut Report) -> Option<Vec<(T, &'n Node)>> {
        let NodeValue::Object(members) = &node.value else {
            report.add(node.offset, Code::NotAnObject, path, node.written(), "");
            return None;
        };
        let mut seen = HashSet::new();
        let mut known = Vec::new();
        for (name, member) in members {
            let name = name.as_str();
            if !seen.insert(name) {
                report.add(member.offset, Code::DuplicateKey, &join(path, name), name, "");
            } else if let Some(meaning) = self.meaning.get(&name) {
                known.push((*meaning, member));
            } else {
                let expected = report.known(name, &self.list);
                report.add(member.offset, Code::UnknownField, &join(path, name), name, expected);
            }
        }
        Some(known)
    }
}
