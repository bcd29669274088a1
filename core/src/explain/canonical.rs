//! Canonical JSON: names sorted by their bytes in every object, no white space. Digests are of it.

use crate::model::Form;
use crate::source::{Words, hexadecimal};
use crate::value::Month;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Display;
use std::io::Write;
use std::sync::Arc;

/// What has canonical JSON.
pub(crate) trait Canonical {
    /// Writes it.
    fn write(&self, text: &mut Text);
}

/// A member of an object: its name in quotes with a colon, and its value.
pub(super) type Member<'v> = (&'static str, &'v dyn Canonical);

/// The members of an object from variables of their names, in the order of the names, which the compiler holds.
macro_rules! members {
    ($($name:ident),* $(,)?) => {{
        const { assert!($crate::explain::canonical::in_order(&[$(stringify!($name)),*]), "names stand in order") };
        [$((concat!("\"", stringify!($name), "\":"), $name as &dyn $crate::explain::canonical::Canonical)),*]
    }};
}

/// Gives a report canonical JSON. Every field is named, or it does not compile.
macro_rules! canonical {
    ($report:ident { $($name:ident),* $(,)? }) => {
        impl $report {
            pub(in $crate::explain) fn members(&self) -> [$crate::explain::canonical::Member<'_>; [$(stringify!($name)),*].len()] {
                let Self { $($name),* } = self;
                $crate::explain::canonical::members!($($name),*)
            }
        }

        impl $crate::explain::canonical::Canonical for $report {
            fn write(&self, text: &mut $crate::explain::canonical::Text) {
                text.object(&self.members());
            }
        }
    };
}

pub(super) use {canonical, members};

/// Whether names are sorted by their bytes, each once.
pub(super) const fn in_order(names: &[&str]) -> bool {
    match names {
        [first, rest @ ..] => match rest {
            [next, ..] => is_before(first.as_bytes(), next.as_bytes()) && in_order(rest),
            [] => true,
        },
        [] => true,
    }
}

const fn is_before(one: &[u8], other: &[u8]) -> bool {
    match (one, other) {
        ([], [_, ..]) => true,
        (_, []) => false,
        ([a, one @ ..], [b, other @ ..]) => *a < *b || (*a == *b && is_before(one, other)),
    }
}

/// So many bytes are digested at once.
pub(super) const FULL: usize = 1 << 12;

/// Canonical JSON as it is written; what has been digested is not kept.
pub(crate) struct Text {
    digest: Sha256,
    bytes: Vec<u8>,
}

impl Default for Text {
    fn default() -> Self {
        // Room for what is written until an object ends.
        Self { digest: Sha256::new(), bytes: Vec::with_capacity(FULL + FULL / 2) }
    }
}

impl Text {
    /// SHA-256 of what has canonical JSON.
    pub(super) fn digest(&mut self, of: &impl Canonical) -> String {
        of.write(self);
        self.digest.update(&self.bytes);
        self.bytes.clear();
        hexadecimal(&self.digest.finalize_reset())
    }

    /// What was written and not yet digested.
    #[cfg(test)]
    pub(super) fn rest(&self) -> &[u8] {
        &self.bytes
    }

    fn plain(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// An object of members that stand in order.
    pub(super) fn object(&mut self, members: &[Member<'_>]) {
        self.merged(members, &[]);
    }

    /// An object of the members of two that stand in order.
    pub(super) fn merged<'v>(&mut self, mut one: &'v [Member<'v>], mut other: &'v [Member<'v>]) {
        let mut sign = b'{';
        loop {
            // A quote is before every sign of a name, so that names in quotes stand as they do without.
            let from_one = match (one, other) {
                ([(a, _), ..], [(b, _), ..]) => a < b,
                ([_, ..], []) => true,
                ([], _) => false,
            };
            let from = if from_one { &mut one } else { &mut other };
            let Some(((name, value), rest)) = from.split_first() else { break };
            self.bytes.push(sign);
            self.plain(name.as_bytes());
            value.write(self);
            *from = rest;
            sign = b',';
        }
        self.end(sign, b"{}", b'}');
    }

    /// A list.
    pub(super) fn list<'v>(&mut self, values: impl Iterator<Item = &'v (impl Canonical + 'v)>) {
        let mut sign = b'[';
        for value in values {
            self.bytes.push(sign);
            value.write(self);
            sign = b',';
        }
        self.end(sign, b"[]", b']');
    }

    /// An object of names that are put in order.
    pub(super) fn named<'v>(&mut self, entries: impl Iterator<Item = (&'v str, &'v (impl Canonical + 'v))>) {
        let mut entries: Vec<_> = entries.collect();
        entries.sort_by_key(|(name, _)| *name);
        let mut sign = b'{';
        for (name, value) in entries {
            self.bytes.push(sign);
            name.write(self);
            self.bytes.push(b':');
            value.write(self);
            sign = b',';
        }
        self.end(sign, b"{}", b'}');
    }

    /// Closes what began with a sign of its own, unless nothing stands in it.
    fn end(&mut self, sign: u8, empty: &[u8], close: u8) {
        if sign == b',' {
            self.bytes.push(close);
        } else {
            self.plain(empty);
        }
        if self.bytes.len() >= FULL {
            self.digest.update(&self.bytes);
            self.bytes.clear();
        }
    }

    /// What is told by digits and a few signs that nobody escapes.
    fn told(&mut self, plain: &impl Display) {
        // A list of bytes takes whatever is written to it.
        _ = write!(self.bytes, "\"{plain}\"");
    }

    /// The signs of a text, without its quotes.
    fn signs(&mut self, text: &str) {
        let bytes = text.as_bytes();
        // Few texts have a sign to escape: eight bytes are looked at together.
        let (eights, rest) = bytes.as_chunks::<8>();
        let any = |bytes: &[u8]| bytes.iter().fold(false, |any, byte| any | is_escaped(*byte));
        if !eights.iter().any(|eight| any(eight)) && !any(rest) {
            return self.plain(bytes);
        }
        for byte in bytes {
            match byte {
                b'"' => self.plain(b"\\\""),
                b'\\' => self.plain(b"\\\\"),
                0x08 => self.plain(b"\\b"),
                b'\t' => self.plain(b"\\t"),
                b'\n' => self.plain(b"\\n"),
                0x0c => self.plain(b"\\f"),
                b'\r' => self.plain(b"\\r"),
                0..0x20 => {
                    self.plain(b"\\u00");
                    self.plain(hexadecimal(&[*byte]).as_bytes());
                }
                _ => self.bytes.push(*byte),
            }
        }
    }
}

const fn is_escaped(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

impl Canonical for str {
    fn write(&self, text: &mut Text) {
        text.bytes.push(b'"');
        text.signs(self);
        text.bytes.push(b'"');
    }
}

impl Canonical for String {
    fn write(&self, text: &mut Text) {
        self.as_str().write(text);
    }
}

impl Canonical for bool {
    fn write(&self, text: &mut Text) {
        text.plain(if *self { b"true" } else { b"false" });
    }
}

impl Canonical for usize {
    fn write(&self, text: &mut Text) {
        Value::from(*self).write(text);
    }
}

impl Canonical for Month {
    fn write(&self, text: &mut Text) {
        match self.written() {
            Some(written) => {
                text.bytes.push(b'"');
                text.plain(&written);
                text.bytes.push(b'"');
            }
            None => text.told(self),
        }
    }
}

impl<T: Canonical + ?Sized> Canonical for &T {
    fn write(&self, text: &mut Text) {
        (**self).write(text);
    }
}

impl<T: Canonical + ?Sized> Canonical for Arc<T> {
    fn write(&self, text: &mut Text) {
        (**self).write(text);
    }
}

impl<T: Canonical> Canonical for Option<T> {
    fn write(&self, text: &mut Text) {
        match self {
            Some(value) => value.write(text),
            None => text.plain(b"null"),
        }
    }
}

impl<T: Canonical> Canonical for [T] {
    fn write(&self, text: &mut Text) {
        text.list(self.iter());
    }
}

impl<T: Canonical> Canonical for Vec<T> {
    fn write(&self, text: &mut Text) {
        text.list(self.iter());
    }
}

impl<T: Canonical, const N: usize> Canonical for [T; N] {
    fn write(&self, text: &mut Text) {
        text.list(self.iter());
    }
}

impl Canonical for Words {
    fn write(&self, text: &mut Text) {
        let Self { en, zh } = self;
        text.object(&members!(en, zh));
    }
}

impl Canonical for i64 {
    fn write(&self, text: &mut Text) {
        Value::from(*self).write(text);
    }
}

impl Canonical for Form<'_> {
    fn write(&self, text: &mut Text) {
        match self {
            Self::Null => text.plain(b"null"),
            Self::Truth(truth) => truth.write(text),
            Self::Number(number) => number.write(text),
            Self::Text(string) => string.write(text),
            Self::Decimal(decimal) => text.told(decimal),
            Self::Day(day) => text.told(day),
            Self::List(list) => list.write(text),
            Self::Object(members) => text.named(members.iter().map(|(name, value)| (*name, value))),
        }
    }
}

impl Canonical for Value {
    fn write(&self, text: &mut Text) {
        match self {
            Self::Null => text.plain(b"null"),
            Self::Bool(truth) => truth.write(text),
            // A number has but one way to be written.
            Self::Number(number) => _ = serde_json::to_writer(&mut text.bytes, number),
            Self::String(string) => string.write(text),
            Self::Array(list) => text.list(list.iter()),
            // Whoever builds serde_json decides in which order it keeps members.
            Self::Object(object) => text.named(object.iter().map(|(name, value)| (name.as_str(), value))),
        }
    }
}
