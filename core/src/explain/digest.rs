//! Digests of what went in and what came out.

use crate::model::{Node, NodeValue};
use crate::source::hexadecimal;
use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{CharEscape, CompactFormatter, Formatter};
use sha2::{Digest, Sha256};
use std::cell::RefCell;
use std::cmp::Ordering;
use std::io::{self, Write};

/// SHA-256 of canonical JSON.
pub(crate) fn digest(value: &impl Serialize) -> String {
    hexadecimal(&Sha256::digest(canonical(value)))
}

/// The JSON text of a report, its members as they stand. It is the writer of digests, so that a program that needs both
/// holds one.
#[must_use]
pub fn json(value: &impl Serialize) -> String {
    String::from_utf8(written(value, false)).unwrap_or_default()
}

/// Canonical JSON: names sorted by their bytes in every object, no white space. It is written once, and the members of
/// an object change places where they were not written in order: no tree of values is made of what is digested.
fn canonical(value: &impl Serialize) -> Vec<u8> {
    written(value, true)
}

fn written(value: &impl Serialize, sorts: bool) -> Vec<u8> {
    let text = Text(RefCell::new(Vec::with_capacity(USUAL)));
    let (objects, members, moved) = (Vec::new(), Vec::new(), Vec::new());
    let sorted = Sorted { text: &text, sorts, objects, members, moved, is_escaped: false };
    // Reports are made of texts, numbers and lists alone, so they always have a JSON text.
    match value.serialize(&mut Serializer::with_formatter(&text, sorted)) {
        Ok(()) => text.0.into_inner(),
        Err(_) => b"null".to_vec(),
    }
}

/// The outcomes of a case with a family fit in so many bytes; far more would cost the allocator a search.
const USUAL: usize = 1 << 15;

/// What is written, seen by the writer and by whoever sorts.
struct Text(RefCell<Vec<u8>>);

impl Text {
    fn length(&self) -> usize {
        self.0.borrow().len()
    }
}

impl Write for &Text {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A member of an object: its name in quotes, a colon, its value, as places in the text.
#[derive(Clone, Copy)]
struct Member {
    /// The first bytes of its name, by which most names are in order.
    head: u64,
    start: usize,
    name_end: usize,
    end: usize,
}

/// Sorts the members of every object as it ends.
struct Sorted<'t> {
    text: &'t Text,
    /// Whether they are, or stay as they were written.
    sorts: bool,
    /// For each object that has not ended how many members stood before it.
    objects: Vec<usize>,
    /// The members of the objects that have not ended.
    members: Vec<Member>,
    /// Room for members that change places.
    moved: Vec<u8>,
    /// Whether a sign has been escaped in the text that is being written.
    is_escaped: bool,
}

impl Sorted<'_> {
    fn sort(&mut self, first: usize) {
        if !self.sorts {
            return;
        }
        let Some(members) = self.members.get_mut(first..) else { return };
        let mut text = self.text.0.borrow_mut();
        let name = |member: &Member| text.get(member.start..member.name_end).unwrap_or_default();
        let order =
            |one: &Member, other: &Member| one.head.cmp(&other.head).then_with(|| order(name(one), name(other)));
        if members.is_sorted_by(|one, next| order(one, next).is_lt()) {
            return;
        }
        let Some(start) = members.first().map(|member| member.start) else { return };
        members.sort_by(order);
        self.moved.clear();
        for (place, member) in members.iter().enumerate() {
            if place > 0 {
                self.moved.push(b',');
            }
            self.moved.extend_from_slice(text.get(member.start..member.end).unwrap_or_default());
        }
        text.truncate(start);
        text.extend_from_slice(&self.moved);
    }
}

impl Formatter for Sorted<'_> {
    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.objects.push(self.members.len());
        writer.write_all(b"{")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if !first {
            writer.write_all(b",")?;
        }
        self.is_escaped = false;
        let start = self.text.length();
        self.members.push(Member { head: 0, start, name_end: start, end: start });
        Ok(())
    }

    fn write_char_escape<W: ?Sized + Write>(&mut self, writer: &mut W, sign: CharEscape) -> io::Result<()> {
        self.is_escaped = true;
        CompactFormatter.write_char_escape(writer, sign)
    }

    fn end_object_key<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        if let Some(member) = self.members.last_mut() {
            let text = self.text.0.borrow();
            member.name_end = text.len();
            let name = text.get(member.start..).unwrap_or_default();
            member.head = if self.is_escaped { head(read(name).as_bytes()) } else { head(bare(name)) };
        }
        Ok(())
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        // Those of an object within are gone with it.
        if let Some(member) = self.members.last_mut() {
            member.end = self.text.length();
        }
        Ok(())
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        let first = self.objects.pop().unwrap_or_default();
        self.sort(first);
        self.members.truncate(first);
        writer.write_all(b"}")
    }
}

/// The order of two names in quotes, by the bytes that they stand for.
fn order(one: &[u8], other: &[u8]) -> Ordering {
    // A sign that is escaped is another byte than it stands for.
    if one.contains(&b'\\') || other.contains(&b'\\') {
        return read(one).cmp(&read(other));
    }
    bare(one).cmp(bare(other))
}

/// The first eight bytes of a name, nothing being before every sign.
fn head(name: &[u8]) -> u64 {
    match name.first_chunk() {
        Some(head) => u64::from_be_bytes(*head),
        None => (0..8).fold(0, |head, place| head << 8 | name.get(place).map_or(0, |byte| u64::from(*byte))),
    }
}

/// A name without its quotes.
fn bare(name: &[u8]) -> &[u8] {
    name.strip_prefix(b"\"").and_then(|name| name.strip_suffix(b"\"")).unwrap_or_default()
}

/// The name that stands in quotes.
fn read(name: &[u8]) -> String {
    match Node::from_json(name).map(|node| node.value) {
        Ok(NodeValue::Text(name)) => name,
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{canonical, digest};
    use serde_json::{Value, json};
    use std::collections::BTreeMap;

    fn text(value: &impl serde::Serialize) -> String {
        String::from_utf8(canonical(value)).unwrap()
    }

    /// An object whose members stand as they are written, as those of a report do.
    struct Written(Vec<(&'static str, Value)>);

    impl serde::Serialize for Written {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
        }
    }

    #[test]
    fn names_are_sorted_in_every_depth_whatever_the_order_of_writing() {
        #[derive(serde::Serialize)]
        struct Outer {
            b: (Inner, Option<u8>),
            a: BTreeMap<&'static str, Value>,
        }
        #[derive(serde::Serialize)]
        struct Inner {
            z: i64,
            a: &'static str,
        }
        let a = BTreeMap::from([("d", json!({"2": true, "10": "\u{e9}"})), ("c", json!("\n\""))]);
        let outer = Outer { b: (Inner { z: -1, a: "x y" }, None), a };
        assert_eq!(text(&outer), r#"{"a":{"c":"\n\"","d":{"10":"é","2":true}},"b":[{"a":"x y","z":-1},null]}"#);
        assert_eq!(
            text(&Written(vec![("b", json!([])), ("a", json!({})), ("c", json!(1))])),
            r#"{"a":{},"b":[],"c":1}"#
        );
        assert_eq!(text(&Written(Vec::new())), "{}");
    }

    #[test]
    fn names_are_in_the_order_of_their_bytes_and_not_of_what_is_written_for_them() {
        // A prefix first; a quote (22) stands before a sharp (23), whose escape begins with 5c; an é is c3 a9.
        let names = ["é", "a#", "a\"", "ab", "a", "a b", "twelve hours", "twelve honours", "twelve h\\", ""];
        let written = Written(names.iter().map(|name| (*name, Value::Null)).collect());
        let expected = [
            r#"{"":null,"a":null,"a b":null,"a\"":null,"a#":null,"ab":null,"#,
            r#""twelve h\\":null,"twelve honours":null,"twelve hours":null,"é":null}"#,
        ];
        assert_eq!(text(&written), expected.concat());
    }

    #[test]
    fn a_digest_is_that_of_the_canonical_text() {
        // printf '%s' '{"a":1,"b":{"c":[],"d":{}}}' | sha256sum
        let value = Written(vec![("b", json!({"d": {}, "c": []})), ("a", json!(1))]);
        assert_eq!(digest(&value), "3520cac224af9b9f74be569f1a23ed6327121df0e96f07dc4380c94aa9f1d31f");
    }
}
