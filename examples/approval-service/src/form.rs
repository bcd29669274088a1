//! The county's form, member by member. Whatever is wrong is kept and left out, and the reading goes on, so that an
//! application is told everything at once.

use tuoyu::error::{Code, Diagnostic, nearest};
use tuoyu::model::{Node, NodeValue};
use tuoyu::value::{Date, Month};

/// One object of the form.
pub struct Form<'n, 'f> {
    node: &'n Node,
    path: String,
    faults: &'f mut Vec<Diagnostic>,
}

impl<'n, 'f> Form<'n, 'f> {
    /// An object that may have these members.
    pub fn new(node: &'n Node, path: &str, fields: &[&str], faults: &'f mut Vec<Diagnostic>) -> Self {
        let mut form = Self { node, path: path.to_owned(), faults };
        let NodeValue::Object(members) = &node.value else {
            form.faults.push(Diagnostic::in_case(Code::NotAnObject, path, "", ""));
            return form;
        };
        for (place, (name, _)) in members.iter().enumerate() {
            if !fields.contains(&name.as_str()) {
                let meant = nearest(name, fields.iter().copied());
                let expected = meant.map_or_else(|| fields.join("、"), str::to_owned);
                form.fault(Code::UnknownField, name, name, &expected);
            } else if members.iter().take(place).any(|(known, _)| known == name) {
                form.fault(Code::DuplicateKey, name, name, "");
            }
        }
        form
    }

    pub fn text(&mut self, name: &str) -> Option<&'n str> {
        self.get(
            name,
            Code::NotText,
            |value| if let NodeValue::Text(text) = value { Some(text.as_str()) } else { None },
        )
    }

    pub fn yes_no(&mut self, name: &str) -> Option<bool> {
        self.get(name, Code::NotYesNo, |value| if let NodeValue::Truth(truth) = value { Some(*truth) } else { None })
    }

    pub fn count(&mut self, name: &str) -> Option<u32> {
        let number = |value: &NodeValue| if let NodeValue::Number(text) = value { text.parse().ok() } else { None };
        self.get(name, Code::NotADecimal, number)
    }

    pub fn list(&mut self, name: &str) -> &'n [Node] {
        let list =
            self.get(name, Code::NotAList, |value| if let NodeValue::List(list) = value { Some(list) } else { None });
        list.map_or(&[], Vec::as_slice)
    }

    pub fn day(&mut self, name: &str) -> Option<Date> {
        let text = self.text(name)?;
        let has_month = text.rsplit_once('-').is_some_and(|(month, _)| Month::parse(month).is_some());
        let code = if has_month { Code::NoSuchDay } else { Code::NotADate };
        self.get(name, code, |_| Date::parse(text))
    }

    /// Keeps a fault of a member.
    pub fn fault(&mut self, code: Code, name: &str, found: &str, expected: &str) {
        let path = if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) };
        self.faults.push(Diagnostic::in_case(code, path, found, expected));
    }

    /// A member's value; none where it is not stated, and none with a fault where it is something else.
    fn get<T>(&mut self, name: &str, code: Code, read: impl Fn(&'n NodeValue) -> Option<T>) -> Option<T> {
        let value = self.node.member(name).map(|member| &member.value).filter(|value| **value != NodeValue::Null)?;
        let found = if let NodeValue::Text(text) | NodeValue::Number(text) = value { text } else { name };
        let read = read(value);
        if read.is_none() {
            self.fault(code, name, found, "");
        }
        read
    }
}
