//! One value, by the type of its fact.

use super::facts::Reading;
use crate::error::Code;
use crate::model::{Choice, Content, FactType, Node, NodeValue, ThingIndex};
use std::collections::HashSet;

impl Reading<'_> {
    /// A value that is given; `None` is a fault.
    pub(super) fn content(&mut self, kind: &FactType, node: &Node, path: &str) -> Option<Content> {
        match kind {
            FactType::Text => self.text(node, path).map(|text| Content::Text(text.to_owned())),
            FactType::Number { .. } => self.number(kind, node, path).map(Content::Number),
            FactType::YesNo => self.truth(node, path).map(|truth| Content::Number(i64::from(truth))),
            FactType::Options(choices) => {
                let choice = self.choice(choices, node, path)?;
                i64::try_from(choice).ok().map(Content::Number)
            }
            FactType::Set { choices, open } => self.set(choices, *open, node, path).map(Content::Texts),
            FactType::Date => self.date(node, path).map(|date| Content::Number(i64::from(date.number()))),
            FactType::Link(to) => self.link(*to, node, path),
            FactType::Records { key, choices, fields } => {
                self.records((key, choices, fields), node, path).map(Content::Records)
            }
        }
    }

    fn text<'n>(&mut self, node: &'n Node, path: &str) -> Option<&'n str> {
        let NodeValue::Text(text) = &node.value else {
            self.report.add(node.offset, Code::NotText, path, node.written(), "");
            return None;
        };
        Some(text)
    }

    fn truth(&mut self, node: &Node, path: &str) -> Option<bool> {
        let NodeValue::Truth(truth) = node.value else {
            self.report.add(node.offset, Code::NotYesNo, path, node.written(), "");
            return None;
        };
        Some(truth)
    }

    /// The place of an option in its list.
    pub(super) fn choice(&mut self, choices: &[Choice], node: &Node, path: &str) -> Option<usize> {
        let text = self.text(node, path)?;
        let place = choices.iter().position(|choice| choice.id == text);
        if place.is_none() {
            self.not_an_option(choices, node, path, text);
        }
        place
    }

    pub(super) fn not_an_option(&mut self, choices: &[Choice], node: &Node, path: &str, found: &str) {
        let options: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
        self.report.add(node.offset, Code::NotAnOption, path, found, options.join(", "));
    }

    /// Each text once, in the order in which they stand.
    fn set(&mut self, choices: &[Choice], open: bool, node: &Node, path: &str) -> Option<Vec<String>> {
        let items = self.items(node, path)?;
        let mut texts: Vec<String> = Vec::with_capacity(items.len());
        let mut seen = HashSet::new();
        let mut sound = true;
        for (place, item) in items.iter().enumerate() {
            // A path is written only where it is told: a list may be long.
            let known = |text: &str| open || choices.iter().any(|choice| choice.id == text);
            match &item.value {
                NodeValue::Text(text) if known(text) => {
                    texts.extend(seen.insert(text.as_str()).then(|| text.clone()));
                    continue;
                }
                NodeValue::Text(text) => self.not_an_option(choices, item, &format!("{path}[{place}]"), text),
                _ => _ = self.text(item, &format!("{path}[{place}]")),
            }
            sound = false;
        }
        sound.then_some(texts)
    }

    pub(super) fn items<'n>(&mut self, node: &'n Node, path: &str) -> Option<&'n [Node]> {
        let NodeValue::List(items) = &node.value else {
            self.report.add(node.offset, Code::NotAList, path, node.written(), "");
            return None;
        };
        Some(items)
    }

    fn link(&mut self, to: ThingIndex, node: &Node, path: &str) -> Option<Content> {
        let id = self.text(node, path)?;
        let index = self.ids.of(id, self.instances, to);
        if index.is_none() {
            let listed = self.ids.listed(id, self.instances, to);
            self.report.add(node.offset, Code::UnknownId, path, id, listed);
        }
        index.map(Content::Link)
    }
}
