//! Lists of objects with a choice and numbers.

use super::facts::Reading;
use super::members::Names;
use super::report::join;
use crate::error::Code;
use crate::model::{Choice, FactType, Node, NodeValue, Record};
use crate::source::Words;
use std::collections::HashSet;

/// The key, its choices, the numbers.
type Shape<'v> = (&'v String, &'v Vec<Choice>, &'v Vec<(String, Words, FactType)>);

/// A member of a record.
#[derive(Clone, Copy, PartialEq)]
enum Member {
    Key,
    Field(usize),
}

impl Reading<'_> {
    /// Records in the order of the choices, so that the order of the list means nothing.
    pub(super) fn records(&mut self, shape: Shape<'_>, node: &Node, path: &str) -> Option<Vec<Record>> {
        let (key, choices, fields) = shape;
        let field_names = fields.iter().enumerate().map(|(place, (name, _, _))| (name.as_str(), Member::Field(place)));
        let names = Names::new(std::iter::once((key.as_str(), Member::Key)).chain(field_names));
        let items = self.items(node, path)?;
        let mut records = Vec::with_capacity(items.len());
        let mut seen = HashSet::new();
        for (place, item) in items.iter().enumerate() {
            let path = format!("{path}[{place}]");
            let Some(members) = names.of(item, &path, self.report) else { continue };
            let member = |wanted| {
                let found = members.iter().find(|(member, _)| *member == wanted).map(|(_, node)| *node);
                found.filter(|node| node.value != NodeValue::Null)
            };
            let numbers = fields.iter().enumerate().map(|(place, (name, _, kind))| {
                member(Member::Field(place)).and_then(|node| self.number(kind, node, &join(&path, name)))
            });
            let numbers = numbers.collect();
            let key_path = join(&path, key);
            let Some(chosen) = member(Member::Key) else {
                self.not_an_option(choices, item, &key_path, "");
                continue;
            };
            let Some(choice) = self.choice(choices, chosen, &key_path) else { continue };
            if !seen.insert(choice) {
                let found = choices.get(choice).map_or("", |choice| choice.id.as_str());
                self.report.add(chosen.offset, Code::DuplicateKey, &key_path, found, "");
            }
            records.push(Record { choice, numbers });
        }
        records.sort_by_key(|record| record.choice);
        // Where an object has a fault there is no case.
        Some(records)
    }
}
