//! The reader of JSON against a second one: what is JSON, and what it says.

use crate::limits::CASE_LEVELS;
use crate::model::{Node, NodeValue};
use proptest::prelude::*;
use serde_json::{Map, Value};

/// What makes a text, or breaks one.
const FRAGMENTS: [&str; 36] = [
    "{", "}", "[", "]", ":", ",", "\"", "\\", "/", "\\\"", "\\n", "\\u", "00e9", "d83d", "\\ud83d", "\\ude00", "D800",
    "0", "1", "9", "-", "+", ".", "e", "E", " ", "\n", "\t", "null", "true", "false", "nul", "a", "育", "\u{1}",
    "\u{7f}",
];

fn value_of(node: &Node) -> Value {
    match &node.value {
        NodeValue::Null => Value::Null,
        NodeValue::Truth(truth) => Value::Bool(*truth),
        NodeValue::Number(number) => serde_json::from_str(number).unwrap(),
        NodeValue::Text(text) => Value::String(text.clone()),
        NodeValue::List(items) => Value::Array(items.iter().map(value_of).collect()),
        NodeValue::Object(members) => {
            Value::Object(members.iter().map(|(name, node)| (name.clone(), value_of(node))).collect::<Map<_, _>>())
        }
    }
}

fn same(text: &str) -> Result<(), TestCaseError> {
    let own = Node::from_json(text.as_bytes());
    match serde_json::from_str::<Value>(text) {
        Ok(value) => prop_assert_eq!(own.as_ref().map(value_of).ok(), Some(value), "{:?}", text),
        // Numbers that no float can hold are read as they stand.
        Err(error) if error.to_string().starts_with("number out of range") => {}
        Err(error) => prop_assert!(own.is_err(), "{text:?}: {error}"),
    }
    Ok(())
}

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[\"\\\\/a育\u{1F600}\n\u{1}\u{7f}]{0,4}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec(("[a育\"\\\\]{0,3}", inner), 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn fragments_are_json_to_both_or_to_neither(places in prop::collection::vec(0..FRAGMENTS.len(), 0..10)) {
        let text: String = places.iter().filter_map(|place| FRAGMENTS.get(*place)).copied().collect();
        same(&text)?;
        same(&format!("\"{text}\""))?;
        same(&format!("[{text}]"))?;
        same(&format!("{{\"a\":{text}}}"))?;
    }

    #[test]
    fn what_is_written_is_read(value in json(), is_wide in any::<bool>()) {
        let text = if is_wide { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) }.unwrap();
        prop_assert_eq!(Node::from_json(text.as_bytes()).map(|node| value_of(&node)), Ok(value));
    }

    #[test]
    fn a_character_more_or_less_breaks_both_or_neither(
        value in json(), at in any::<prop::sample::Index>(), fragment in prop::sample::select(&FRAGMENTS[..]), cut in any::<bool>(),
    ) {
        let text = serde_json::to_string(&value).unwrap();
        let characters: Vec<char> = text.chars().collect();
        let at = at.index(characters.len());
        let (before, after): (String, String) =
            (characters[..at].iter().collect(), characters[at + usize::from(cut)..].iter().collect());
        same(&format!("{before}{fragment}{after}"))?;
        same(&format!("{before}{after}"))?;
    }
}

// Beyond 128 levels the second reader would refuse what is JSON.
const _: () = assert!(CASE_LEVELS < 128);
