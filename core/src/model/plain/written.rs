//! Plain values → the tree that every case is read from.

use super::{Birth, During, Employer, Extra, Timed};
use crate::model::{Node, NodeValue};
use crate::value::{Date, Decimal};

/// The days that four digits of a year can write: 0000-01-01 and 9999-12-31, counted from 1970-01-01.
const WRITABLE_DAYS: [i32; 2] = [-719_528, 2_932_896];

/// What has a place in the tree.
pub(super) trait Written {
    fn written(&self) -> NodeValue;
}

/// What may be left out of an object: an unknown fact, an empty list of things.
pub(super) trait Member {
    fn member(&self) -> Option<NodeValue>;
}

/// An object of its members that are stated, then of what a pack adds.
pub(super) fn object<const N: usize>(own: [(&str, Option<NodeValue>); N], extra: &Extra) -> NodeValue {
    let own = own.into_iter().filter_map(|(name, value)| Some((name.to_owned(), Node::from(value?))));
    let added = extra.iter().map(|(name, value)| (name.clone(), Node::from(value.clone())));
    NodeValue::Object(own.chain(added).collect())
}

impl Written for bool {
    fn written(&self) -> NodeValue {
        NodeValue::Truth(*self)
    }
}

impl Written for u32 {
    fn written(&self) -> NodeValue {
        NodeValue::Number(self.to_string())
    }
}

impl Written for String {
    fn written(&self) -> NodeValue {
        NodeValue::Text(self.clone())
    }
}

impl Written for Decimal {
    fn written(&self) -> NodeValue {
        NodeValue::Text(self.to_string())
    }
}

impl Written for Date {
    fn written(&self) -> NodeValue {
        let [first, last] = WRITABLE_DAYS;
        // A day outside 1900 to 2100 is refused by the reader; it must only have a form.
        NodeValue::Text(Self::from_number(self.number().clamp(first, last)).to_string())
    }
}

impl<T: Written> Written for Vec<T> {
    fn written(&self) -> NodeValue {
        NodeValue::List(self.iter().map(|item| item.written().into()).collect())
    }
}

impl<T: Written> Written for During<T> {
    fn written(&self) -> NodeValue {
        let value = Some(self.value.written());
        object([("from", self.from.member()), ("to", self.to.member()), ("value", value)], &Extra::new())
    }
}

impl<T: Written> Member for Option<T> {
    fn member(&self) -> Option<NodeValue> {
        self.as_ref().map(Written::written)
    }
}

impl<T: Written> Member for Timed<T> {
    fn member(&self) -> Option<NodeValue> {
        match self {
            Self::Unknown => None,
            Self::Always(value) => Some(value.written()),
            // Without a stretch nothing is stated; an empty list would state that there is none.
            Self::Line(stretches) => (!stretches.is_empty()).then(|| stretches.written()),
        }
    }
}

/// Things.
impl<T: Written> Member for Vec<T> {
    fn member(&self) -> Option<NodeValue> {
        (!self.is_empty()).then(|| self.written())
    }
}

impl Member for Employer {
    fn member(&self) -> Option<NodeValue> {
        (*self != Self::default()).then(|| self.written())
    }
}

impl Member for Birth {
    fn member(&self) -> Option<NodeValue> {
        (*self != Self::default()).then(|| self.written())
    }
}
