//! JSON → [`Node`], every number as the text that it is.

mod starts;

use super::input::{excerpt, text, too_deep};
use super::{Node, NodeValue};
use crate::error::{Code, Diagnostic, Diagnostics};
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

impl Node {
    /// Reads a JSON text.
    ///
    /// # Errors
    /// [`Code::TooLarge`], [`Code::InvalidUtf8`], [`Code::TooDeep`] or [`Code::InvalidJson`].
    pub fn from_json(bytes: &[u8]) -> Result<Self, Diagnostics> {
        let whole = text(bytes)?;
        // Windows editors write a byte order mark.
        let json = whole.strip_prefix('\u{feff}').unwrap_or(whole);
        let mark = whole.len() - json.len();
        let starts = starts::of(json).map_err(|at| too_deep("", mark + at))?;
        let mut values = Values { json, mark, starts: starts.into_iter() };
        let mut reader = serde_json::Deserializer::from_str(json);
        let node = Next(&mut values).deserialize(&mut reader).and_then(|node| reader.end().map(|()| node));
        node.map_err(|fault| invalid(whole, mark, &fault).into())
    }
}

/// The values of a text in their order, of which the first byte says what each is. A reader of numbers
/// as text has to be told so before it reads.
struct Values<'j> {
    json: &'j str,
    mark: usize,
    starts: std::vec::IntoIter<u32>,
}

impl Values<'_> {
    /// Where the next value stands, and its first byte.
    fn next(&mut self) -> (usize, Option<u8>) {
        let start = self.starts.next().and_then(|start| usize::try_from(start).ok());
        let at = start.unwrap_or(self.json.len());
        (self.mark + at, self.json.as_bytes().get(at).copied())
    }
}

/// Reads the next value.
struct Next<'v, 'j>(&'v mut Values<'j>);

impl<'de> DeserializeSeed<'de> for Next<'_, '_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Node, D::Error> {
        let (offset, first) = self.0.next();
        let value = match first {
            Some(b'{' | b'[') => reader.deserialize_any(self)?,
            Some(b'"') => NodeValue::Text(String::deserialize(reader)?),
            _ => match <&RawValue>::deserialize(reader)?.get() {
                "null" => NodeValue::Null,
                "true" => NodeValue::Truth(true),
                "false" => NodeValue::Truth(false),
                number => NodeValue::Number(number.to_owned()),
            },
        };
        Ok(Node { value, offset })
    }
}

impl<'de> Visitor<'de> for Next<'_, '_> {
    type Value = NodeValue;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list or an object")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<NodeValue, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(Next(self.0))? {
            items.push(item);
        }
        Ok(NodeValue::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<NodeValue, A::Error> {
        let mut members = Vec::new();
        while let Some(name) = object.next_key()? {
            // The name is a text of its own.
            self.0.next();
            members.push((name, object.next_value_seed(Next(self.0))?));
        }
        Ok(NodeValue::Object(members))
    }
}

fn invalid(whole: &str, mark: usize, fault: &serde_json::Error) -> Diagnostic {
    let lines = whole.get(mark..).unwrap_or_default().split_inclusive('\n').map(str::len);
    let line_start: usize = lines.take(fault.line().saturating_sub(1)).sum();
    let at = if fault.is_eof() { whole.len() } else { (mark + line_start + fault.column()).saturating_sub(1) };
    let (found, span) = excerpt(whole, at);
    let words = fault.to_string();
    let expected = words.rsplit_once(" at line ").map_or(words.as_str(), |(words, _)| words);
    Diagnostic::in_text(Code::InvalidJson, "", span, found, expected)
}
