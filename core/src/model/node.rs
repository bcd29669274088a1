//! A neutral tree: what JSON and TOML both can say, before the vocabulary gives it a meaning.

/// A value of an input, and where it stands.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Node {
    /// The value.
    pub value: NodeValue,
    /// Its first byte in the input, or its number where no text was read. Faults are reported in this order.
    pub offset: usize,
}

/// What a value is. No number is ever converted: a number is its text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum NodeValue {
    /// Nothing is stated.
    Null,
    /// True or false.
    Truth(bool),
    /// A number as it was written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Members in their order; a name may stand more than once.
    Object(Vec<(String, Node)>),
}

impl Node {
    /// The value at a path as diagnostics carry it, such as `families[0].children[1]`; where the tree ends
    /// before the path does, the last value on the way, so that every diagnostic has a place in the input.
    #[must_use]
    pub fn at(&self, path: &str) -> &Self {
        let (mut node, mut rest) = (self, path);
        while let Some((next, remaining)) = node.step(rest) {
            (node, rest) = (next, remaining);
        }
        node
    }

    /// The first member of a name, if it is an object and has one.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<&Self> {
        let NodeValue::Object(members) = &self.value else { return None };
        members.iter().find(|(member, _)| member == name).map(|(_, node)| node)
    }

    /// As a message repeats it: scalars as they are written in JSON, the rest in short.
    pub(crate) fn written(&self) -> String {
        match &self.value {
            NodeValue::Null => "null".to_owned(),
            NodeValue::Truth(truth) => truth.to_string(),
            NodeValue::Number(number) => number.clone(),
            NodeValue::Text(text) => format!("\"{text}\""),
            NodeValue::List(_) => "[…]".to_owned(),
            NodeValue::Object(_) => "{…}".to_owned(),
        }
    }

    fn step<'p>(&self, path: &'p str) -> Option<(&Self, &'p str)> {
        if path.is_empty() {
            return None;
        }
        match &self.value {
            NodeValue::List(items) => {
                let (place, rest) = path.strip_prefix('[')?.split_once(']')?;
                Some((items.get(place.parse::<usize>().ok()?)?, rest))
            }
            NodeValue::Object(members) => {
                let path = path.strip_prefix('.').unwrap_or(path);
                let follow =
                    |name: &str| path.strip_prefix(name).filter(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
                // A name may itself hold a point, so the longest that fits is meant.
                let fits = members.iter().filter_map(|(name, node)| Some((name.len(), node, follow(name)?)));
                fits.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, node, rest)| (node, rest))
            }
            _ => None,
        }
    }
}

/// A value that no text was read for, at place 0.
impl From<NodeValue> for Node {
    fn from(value: NodeValue) -> Self {
        Self { value, offset: 0 }
    }
}
