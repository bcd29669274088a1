//! Numbers of an object of the host. They are doubles, and a double that happens to be whole is still one: where a fact
//! has decimals, only a text is exact.

use tuoyu::error::{Code, Diagnostic};
use tuoyu::model::{Fact, FactType, Node, NodeValue, ThingIndex, Vocabulary};

/// Every whole number that stands for a fact with decimals. The reader itself refuses those with a fraction.
pub fn faults(case: &Node, vocabulary: &Vocabulary) -> Vec<Diagnostic> {
    let mut walk = Walk { vocabulary, found: Vec::new() };
    walk.holder(case, None, "");
    walk.found
}

struct Walk<'v> {
    vocabulary: &'v Vocabulary,
    found: Vec<Diagnostic>,
}

impl Walk<'_> {
    /// The members of a thing: things that it holds, and facts. The depth is that of the vocabulary.
    fn holder(&mut self, node: &Node, holder: Option<ThingIndex>, path: &str) {
        let NodeValue::Object(members) = &node.value else { return };
        for (name, member) in members {
            let at = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            let things = &self.vocabulary.things;
            let held = things.iter().position(|thing| thing.holder == holder && thing.key == *name).map(ThingIndex);
            match (held, &member.value) {
                (Some(thing), NodeValue::List(items)) => {
                    for (place, item) in items.iter().enumerate() {
                        self.holder(item, Some(thing), &format!("{at}[{place}]"));
                    }
                }
                (Some(thing), _) => self.holder(member, Some(thing), &at),
                (None, _) => {
                    let facts = &self.vocabulary.facts;
                    let is_meant = |fact: &&Fact| Some(fact.thing) == holder && fact.member == *name;
                    if let Some(fact) = facts.iter().find(is_meant) {
                        self.value(member, &fact.kind, &at);
                    }
                }
            }
        }
    }

    /// A value, or a line in time of values.
    fn value(&mut self, node: &Node, kind: &FactType, path: &str) {
        match (kind, &node.value) {
            (FactType::Number { scale: 1.., .. }, NodeValue::Number(number)) => self.number(number, path),
            (FactType::Number { .. } | FactType::Records { .. }, NodeValue::List(items)) => {
                for (place, item) in items.iter().enumerate() {
                    let at = format!("{path}[{place}]");
                    if let Some(value) = item.member("value") {
                        self.value(value, kind, &format!("{at}.value"));
                    }
                    self.record(item, kind, &at);
                }
            }
            _ => {}
        }
    }

    fn record(&mut self, item: &Node, kind: &FactType, path: &str) {
        let FactType::Records { fields, .. } = kind else { return };
        for (name, _, kind) in fields {
            if let Some(number) = item.member(name) {
                self.value(number, kind, &format!("{path}.{name}"));
            }
        }
    }

    fn number(&mut self, number: &str, path: &str) {
        if number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
            self.found.push(Diagnostic::in_case(Code::NotText, path, number, ""));
        }
    }
}
