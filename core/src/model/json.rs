//! JSON → [`Node`], every number as the text that it is.

use super::input::{excerpt, text, too_deep};
use super::{Node, NodeValue};
use crate::error::{Code, Diagnostic, Diagnostics};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
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
        if let Some(at) = first_too_deep(whole) {
            return Err(too_deep("", at).into());
        }
        let raw = serde_json::from_str(json).map_err(|fault| invalid(whole, json, &fault))?;
        node(whole, raw).map_err(Diagnostics::from)
    }
}

/// The bracket that nests too deep. It looks at each byte once, so that no reader has to recurse to find out.
fn first_too_deep(json: &str) -> Option<usize> {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, byte) in json.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > Node::MAX_DEPTH {
            return Some(at);
        }
    }
    None
}

fn node(whole: &str, raw: &RawValue) -> Result<Node, Diagnostic> {
    let json = raw.get();
    let fault = |fault: serde_json::Error| invalid(whole, json, &fault);
    let value = match json.bytes().next() {
        Some(b'{') => {
            let Members(members) = serde_json::from_str(json).map_err(fault)?;
            let nodes = members.into_iter().map(|(name, raw)| Ok((name, node(whole, raw)?)));
            NodeValue::Object(nodes.collect::<Result<_, Diagnostic>>()?)
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(json).map_err(fault)?;
            NodeValue::List(items.into_iter().map(|raw| node(whole, raw)).collect::<Result<_, _>>()?)
        }
        Some(b'"') => NodeValue::Text(serde_json::from_str(json).map_err(fault)?),
        Some(b't') => NodeValue::Truth(true),
        Some(b'f') => NodeValue::Truth(false),
        Some(b'n') => NodeValue::Null,
        _ => NodeValue::Number(json.to_owned()),
    };
    Ok(Node { value, offset: place(whole, json) })
}

/// Where a part of a text begins in it.
fn place(whole: &str, part: &str) -> usize {
    part.as_ptr().addr().saturating_sub(whole.as_ptr().addr())
}

fn invalid(whole: &str, part: &str, fault: &serde_json::Error) -> Diagnostic {
    let lines = part.split_inclusive('\n').map(str::len);
    let line_start: usize = lines.take(fault.line().saturating_sub(1)).sum();
    let at = if fault.is_eof() { part.len() } else { (line_start + fault.column()).saturating_sub(1) };
    let (found, span) = excerpt(whole, place(whole, part) + at);
    let words = fault.to_string();
    let expected = words.rsplit_once(" at line ").map_or(words.as_str(), |(words, _)| words);
    Diagnostic::in_text(Code::InvalidJson, "", span, found, expected)
}

/// An object's members, those of one name all kept.
struct Members<'j>(Vec<(String, &'j RawValue)>);

impl<'de: 'j, 'j> Deserialize<'de> for Members<'j> {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_map(MembersVisitor)
    }
}

struct MembersVisitor;

impl<'de> Visitor<'de> for MembersVisitor {
    type Value = Members<'de>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = object.next_entry()? {
            members.push(member);
        }
        Ok(Members(members))
    }
}
