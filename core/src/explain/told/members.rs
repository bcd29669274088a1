//! The members of a JSON object, taken one by one; the first that is missing or of another kind is kept as the fault.

use crate::model::{Node, NodeValue};
use crate::source::Words;
use serde_json::Value;

/// An object that is being read. What cannot be read is empty, so that a reader need not stop at it.
pub(super) struct Members<'v, 'f> {
    object: &'v Node,
    fault: &'f mut Option<String>,
}

impl<'v, 'f> Members<'v, 'f> {
    pub(super) fn of(object: &'v Node, fault: &'f mut Option<String>) -> Self {
        if !matches!(object.value, NodeValue::Object(_)) {
            fault.get_or_insert_with(|| "expected an object".to_owned());
        }
        Self { object, fault }
    }

    /// A member that may be absent or null.
    pub(super) fn given(&self, name: &str) -> Option<&'v NodeValue> {
        self.stated(name).filter(|value| !matches!(value, NodeValue::Null))
    }

    fn stated(&self, name: &str) -> Option<&'v NodeValue> {
        self.object.member(name).map(|member| &member.value)
    }

    fn missing(&mut self, name: &str) {
        self.fault.get_or_insert_with(|| format!("missing field `{name}`"));
    }

    fn other(&mut self, name: &str, expected: &str) {
        self.fault.get_or_insert_with(|| format!("`{name}`: expected {expected}"));
    }

    fn as_text(&mut self, name: &str, value: &NodeValue) -> String {
        if let NodeValue::Text(text) = value {
            return text.clone();
        }
        self.other(name, "a text");
        String::new()
    }

    /// A text that must be there.
    pub(super) fn text(&mut self, name: &str) -> String {
        let text = self.optional(name);
        if text.is_none() {
            self.missing(name);
        }
        text.unwrap_or_default()
    }

    /// A text that may be absent or null.
    pub(super) fn optional(&mut self, name: &str) -> Option<String> {
        let value = self.given(name)?;
        Some(self.as_text(name, value))
    }

    /// A truth that may be absent or null.
    pub(super) fn truth(&mut self, name: &str) -> Option<bool> {
        if let NodeValue::Truth(truth) = self.given(name)? {
            return Some(*truth);
        }
        self.other(name, "true or false");
        None
    }

    /// A place in a list, which must be there.
    pub(super) fn place(&mut self, name: &str) -> usize {
        match self.given(name) {
            None => self.missing(name),
            Some(NodeValue::Number(place)) if place.parse::<usize>().is_ok() => {
                return place.parse().unwrap_or_default();
            }
            Some(_) => self.other(name, "a whole number"),
        }
        0
    }

    /// Texts; none where the list is absent.
    pub(super) fn texts(&mut self, name: &str) -> Vec<String> {
        let all = self.items(name);
        all.iter().map(|item| self.as_text(name, &item.value)).collect()
    }

    /// A smallest and a largest, which may be absent or null.
    pub(super) fn ends(&mut self, name: &str) -> Option<[String; 2]> {
        if let NodeValue::List(ends) = self.given(name)?
            && let [low, high] = ends.as_slice()
        {
            return Some([self.as_text(name, &low.value), self.as_text(name, &high.value)]);
        }
        self.other(name, "two texts");
        None
    }

    /// A smallest and a largest that must be there.
    pub(super) fn both_ends(&mut self, name: &str) -> [String; 2] {
        let ends = self.ends(name);
        if ends.is_none() {
            self.missing(name);
        }
        ends.unwrap_or_default()
    }

    /// The entries of a list; none where it is absent.
    fn items(&mut self, name: &str) -> &'v [Node] {
        match self.stated(name) {
            None => &[],
            Some(NodeValue::List(items)) => items,
            Some(_) => {
                self.other(name, "a list");
                &[]
            }
        }
    }

    /// Objects; none where the list is absent.
    pub(super) fn list<T>(&mut self, name: &str, read: fn(&mut Members<'_, '_>) -> T) -> Vec<T> {
        self.items(name).iter().map(|item| read(&mut Members::of(item, self.fault))).collect()
    }

    /// Members that are texts or null, in their order.
    pub(super) fn named(&mut self, name: &str) -> Vec<(String, Option<String>)> {
        let Some(node) = self.object.member(name) else { return Vec::new() };
        let mut inner = Members::of(node, self.fault);
        let NodeValue::Object(members) = &node.value else { return Vec::new() };
        members.iter().map(|(id, _)| (id.clone(), inner.optional(id))).collect()
    }

    /// A text in both languages, which may be absent or null.
    pub(super) fn words(&mut self, name: &str) -> Option<Words> {
        let node = self.object.member(name)?;
        (!matches!(node.value, NodeValue::Null)).then(|| words(&mut Members::of(node, self.fault)))
    }

    /// A value of any kind; null where it is absent.
    pub(super) fn any(&self, name: &str) -> Value {
        self.object.member(name).map(value).unwrap_or_default()
    }
}

/// The same value as reports carry it; their numbers are whole, and others remain the texts that they are.
fn value(node: &Node) -> Value {
    match &node.value {
        NodeValue::Null => Value::Null,
        NodeValue::Truth(truth) => Value::Bool(*truth),
        NodeValue::Number(number) => number.parse::<i64>().map_or_else(|_| Value::String(number.clone()), Value::from),
        NodeValue::Text(text) => Value::String(text.clone()),
        NodeValue::List(items) => items.iter().map(value).collect(),
        NodeValue::Object(members) => {
            Value::Object(members.iter().map(|(name, member)| (name.clone(), value(member))).collect())
        }
    }
}

/// A text in both languages.
pub(super) fn words(members: &mut Members<'_, '_>) -> Words {
    Words { zh: members.text("zh"), en: members.text("en") }
}
