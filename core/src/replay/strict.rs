//! Strict reading: nothing is guessed, nothing unknown is passed over, and all faults come at once.

use crate::error::{Code, Diagnostic, Diagnostics};
use crate::model::{Node, NodeValue};
use crate::value::{Month, Window};
use serde_json::{Map, Number, Value};
use std::collections::BTreeSet;

/// What stands in messages where nothing stands.
const NOTHING: &str = "—";
/// A text.
const TEXT: &str = "\"…\"";
/// An object.
pub(super) const OBJECT: &str = "{…}";
const LIST: &str = "[…]";
const MONTH: &str = "\"YYYY-MM\"";
const DIGEST: &str = "SHA-256: 64 × [0-9a-f]";
const DIGEST_DIGITS: usize = 64;

/// Reads members and gathers faults. Every reader gives `None` after it has told why.
#[derive(Default)]
pub(super) struct Strict(Diagnostics);

/// A value and its path.
#[derive(Clone)]
pub(super) struct At<'n> {
    pub(super) path: String,
    pub(super) node: &'n Node,
}

impl<'n> At<'n> {
    /// The member of a name, if it is an object and has one.
    pub(super) fn member(&self, name: &str) -> Option<Self> {
        self.node.member(name).map(|node| At { path: below(&self.path, name), node })
    }
}

impl Strict {
    /// What was read, unless a fault was told.
    pub(super) fn finish<T>(self, read: Option<T>) -> Result<T, Diagnostics> {
        match read {
            Some(read) => self.0.unless_errors(read),
            None => Err(self.0),
        }
    }

    /// Something else stands here than what is expected.
    pub(super) fn refuse<T>(&mut self, at: &At<'_>, expected: &str) -> Option<T> {
        self.0.0.push(Diagnostic::in_case(Code::NotAReceipt, &at.path, at.node.written(), expected));
        None
    }

    /// The members of an object, each name once.
    pub(super) fn object<'n>(&mut self, at: &At<'n>) -> Option<Vec<(&'n str, At<'n>)>> {
        let NodeValue::Object(members) = &at.node.value else { return self.refuse(at, OBJECT) };
        let mut seen = BTreeSet::new();
        for (name, _) in members {
            if !seen.insert(name) {
                self.0.0.push(Diagnostic::in_case(Code::DuplicateKey, below(&at.path, name), name, ""));
            }
        }
        let each = members.iter().map(|(name, node)| (name.as_str(), At { path: below(&at.path, name), node }));
        Some(each.collect())
    }

    /// An object that may have these members and no others.
    pub(super) fn known(&mut self, at: &At<'_>, names: &[&str]) -> Option<()> {
        for (name, member) in self.object(at)? {
            if !names.contains(&name) {
                self.0.0.push(Diagnostic::in_case(Code::UnknownField, &member.path, name, names.join(", ")));
            }
        }
        Some(())
    }

    /// A member that must be there.
    pub(super) fn needed<'n>(&mut self, at: &At<'n>, name: &str, expected: &str) -> Option<At<'n>> {
        let member = at.member(name);
        if member.is_none() && matches!(at.node.value, NodeValue::Object(_)) {
            self.0.0.push(Diagnostic::in_case(Code::NotAReceipt, below(&at.path, name), NOTHING, expected));
        }
        member
    }

    pub(super) fn text(&mut self, at: &At<'_>) -> Option<String> {
        match &at.node.value {
            NodeValue::Text(text) => Some(text.clone()),
            _ => self.refuse(at, TEXT),
        }
    }

    pub(super) fn member_text(&mut self, at: &At<'_>, name: &str) -> Option<String> {
        let member = self.needed(at, name, TEXT)?;
        self.text(&member)
    }

    pub(super) fn member_digest(&mut self, at: &At<'_>, name: &str) -> Option<String> {
        let member = self.needed(at, name, DIGEST)?;
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        match &member.node.value {
            NodeValue::Text(text) if text.len() == DIGEST_DIGITS && text.bytes().all(is_digit) => Some(text.clone()),
            _ => self.refuse(&member, DIGEST),
        }
    }

    pub(super) fn member_number(&mut self, at: &At<'_>, name: &str) -> Option<u32> {
        let member = self.needed(at, name, "1, 2, 3 …")?;
        let number = match &member.node.value {
            NodeValue::Number(number) => number.parse().ok(),
            _ => None,
        };
        number.or_else(|| self.refuse(&member, "1, 2, 3 …"))
    }

    /// The items of a list.
    pub(super) fn member_list<'n>(&mut self, at: &At<'n>, name: &str) -> Option<Vec<At<'n>>> {
        let member = self.needed(at, name, LIST)?;
        let NodeValue::List(items) = &member.node.value else { return self.refuse(&member, LIST) };
        let each = items.iter().enumerate();
        Some(each.map(|(place, node)| At { path: format!("{}[{place}]", member.path), node }).collect())
    }

    pub(super) fn member_texts(&mut self, at: &At<'_>, name: &str) -> Option<Vec<String>> {
        let items = self.member_list(at, name)?;
        // Every item is read before one is given up, so that all faults come at once.
        let texts: Vec<Option<String>> = items.iter().map(|item| self.text(item)).collect();
        texts.into_iter().collect()
    }

    pub(super) fn member_window(&mut self, at: &At<'_>, name: &str) -> Option<Window> {
        let window = self.needed(at, name, OBJECT)?;
        self.known(&window, &["from", "to"])?;
        let (from, to) = (self.member_month(&window, "from"), self.member_month(&window, "to"));
        let (from, to) = (from?, to?);
        let last = window.member("to").unwrap_or(window);
        Window::new(from, to).ok().or_else(|| self.refuse(&last, &format!("{from} ..")))
    }

    fn member_month(&mut self, at: &At<'_>, name: &str) -> Option<Month> {
        let member = self.needed(at, name, MONTH)?;
        match &member.node.value {
            NodeValue::Text(text) => Month::parse(text).or_else(|| self.refuse(&member, MONTH)),
            _ => self.refuse(&member, MONTH),
        }
    }

    /// The same as a JSON value. No assessment holds a fraction: decimals are texts.
    pub(super) fn value(&mut self, at: &At<'_>) -> Option<Value> {
        Some(match &at.node.value {
            NodeValue::Null => Value::Null,
            NodeValue::Truth(truth) => Value::from(*truth),
            NodeValue::Text(text) => Value::from(text.as_str()),
            NodeValue::Number(number) => match number.parse::<i64>() {
                Ok(number) => Value::Number(Number::from(number)),
                Err(_) => return self.refuse(at, &format!("\"{number}\"")),
            },
            NodeValue::List(items) => {
                let items = items.iter().enumerate();
                let items: Vec<Option<Value>> = items
                    .map(|(place, node)| self.value(&At { path: format!("{}[{place}]", at.path), node }))
                    .collect();
                Value::Array(items.into_iter().collect::<Option<_>>()?)
            }
            NodeValue::Object(_) => {
                let members = self.object(at)?;
                let members: Vec<Option<(String, Value)>> =
                    members.into_iter().map(|(name, member)| Some((name.to_owned(), self.value(&member)?))).collect();
                Value::Object(members.into_iter().collect::<Option<Map<String, Value>>>()?)
            }
        })
    }
}

fn below(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}
