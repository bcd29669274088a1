//! Digests of what went in and what came out.

use crate::source::hexadecimal;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// SHA-256 of canonical JSON.
pub(crate) fn digest(value: &Value) -> String {
    hexadecimal(&Sha256::digest(canonical(value).as_bytes()))
}

/// Canonical JSON: names sorted by their bytes in every object, no white space. A build in which objects keep the
/// order of their writing gives the same text.
fn canonical(value: &Value) -> String {
    match value {
        Value::Object(members) => format!("{{{}}}", sorted(members).join(",")),
        Value::Array(items) => format!("[{}]", items.iter().map(canonical).collect::<Vec<_>>().join(",")),
        scalar => scalar.to_string(),
    }
}

fn sorted(members: &Map<String, Value>) -> Vec<String> {
    let mut named: Vec<(&String, &Value)> = members.iter().collect();
    named.sort_by_key(|(name, _)| *name);
    named.into_iter().map(|(name, value)| format!("{}:{}", Value::from(name.as_str()), canonical(value))).collect()
}

#[cfg(test)]
mod tests {
    use super::{canonical, digest};
    use serde_json::{Value, json};

    #[test]
    fn names_are_sorted_in_every_depth_whatever_the_order_of_writing() {
        let one = r#"{"b": [{"z": 1, "a": "x y"}, null], "a": {"d": {"2": true, "10": "\u00e9"}, "c": "\n\""}}"#;
        let other = r#"{"a":{"c":"\n\"","d":{"10":"é","2":true}},"b":[{"a":"x y","z":1},null]}"#;
        let read = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_default();
        assert_eq!(canonical(&read(one)), other);
        assert_eq!(canonical(&read(other)), other);
    }

    #[test]
    fn a_digest_is_that_of_the_canonical_text() {
        // printf '%s' '{"a":1,"b":{"c":[],"d":{}}}' | sha256sum
        let value = json!({"b": {"d": {}, "c": []}, "a": 1});
        assert_eq!(digest(&value), "3520cac224af9b9f74be569f1a23ed6327121df0e96f07dc4380c94aa9f1d31f");
    }
}
