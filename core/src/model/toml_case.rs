//! TOML → [`Node`], every number as the text that it is.

use super::input::{text, too_deep};
use super::toml_text::root;
use super::{Node, NodeValue};
use crate::error::{Diagnostic, Diagnostics};
use crate::limits::CASE_LEVELS;
use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

impl Node {
    /// Reads a TOML text; a date without a time becomes the text `YYYY-MM-DD`.
    ///
    /// # Errors
    /// [`TooLarge`](crate::error::Code::TooLarge), [`InvalidUtf8`](crate::error::Code::InvalidUtf8),
    /// [`TooDeep`](crate::error::Code::TooDeep) or [`InvalidToml`](crate::error::Code::InvalidToml).
    pub fn from_toml(bytes: &[u8]) -> Result<Self, Diagnostics> {
        let root = root("", text(bytes)?)?;
        Ok(Self { value: object(&root, 1)?, offset: 0 })
    }
}

fn object(table: &DeTable<'_>, depth: usize) -> Result<NodeValue, Diagnostic> {
    let members = table.iter().map(|(name, member)| Ok((name.get_ref().to_string(), node(member, depth)?)));
    members.collect::<Result<_, _>>().map(NodeValue::Object)
}

/// A value that stands `depth` levels deep.
fn node(member: &Spanned<DeValue<'_>>, depth: usize) -> Result<Node, Diagnostic> {
    let offset = member.span().start;
    let nests = matches!(member.get_ref(), DeValue::Array(_) | DeValue::Table(_));
    // The look at the text does not see how the heads of tables stack up.
    if nests && depth == CASE_LEVELS {
        return Err(too_deep("", offset));
    }
    let value = match member.get_ref() {
        DeValue::String(text) => NodeValue::Text(text.to_string()),
        DeValue::Integer(integer) => NodeValue::Number(decimal(integer)),
        DeValue::Float(number) => NodeValue::Number(number.as_str().to_owned()),
        DeValue::Boolean(truth) => NodeValue::Truth(*truth),
        // With a time it is a text that no date fact takes.
        DeValue::Datetime(date) => NodeValue::Text(date.to_string()),
        DeValue::Array(items) => {
            NodeValue::List(items.iter().map(|item| node(item, depth + 1)).collect::<Result<_, _>>()?)
        }
        DeValue::Table(table) => object(table, depth + 1)?,
    };
    Ok(Node { value, offset })
}

/// The digits in base ten without a plus, which TOML takes and a decimal does not; past 128 bits as it was written.
fn decimal(integer: &DeInteger<'_>) -> String {
    let number = i128::from_str_radix(integer.as_str(), integer.radix());
    number.map_or_else(|_| integer.to_string(), |number| number.to_string())
}
