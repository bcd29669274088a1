//! The fields of records as they are stored: numbers alone, so that no stored type holds itself.

use super::FactType;
use crate::source::Words;
use crate::value::Unit;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Name, words, decimals, smallest, largest, unit, admissible values.
type Stored = (String, Words, u8, i64, i64, Unit, Vec<i64>);

pub(super) fn serialize<S: Serializer>(fields: &[(String, Words, FactType)], serializer: S) -> Result<S::Ok, S::Error> {
    let stored = fields.iter().filter_map(|(name, words, kind)| match kind {
        FactType::Number { scale, minimum, maximum, unit, allowed } => {
            Some((name.clone(), words.clone(), *scale, *minimum, *maximum, *unit, allowed.clone()))
        }
        _ => None,
    });
    stored.collect::<Vec<Stored>>().serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<(String, Words, FactType)>, D::Error> {
    let stored: Vec<Stored> = Vec::deserialize(deserializer)?;
    let fields = stored.into_iter().map(|(name, words, scale, minimum, maximum, unit, allowed)| {
        (name, words, FactType::Number { scale, minimum, maximum, unit, allowed })
    });
    Ok(fields.collect())
}
