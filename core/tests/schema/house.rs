//! The embedded rules, the schemas with their validators, and the cases of the repository.

use jsonschema::Validator;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use tuoyu::model::{Node, NodeValue};
use tuoyu::{Pack, Rules, schema};

pub static RULES: LazyLock<Rules> =
    LazyLock::new(|| Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap());

/// Every schema, with its name.
pub fn schemas() -> [(&'static str, Value); 4] {
    [
        ("case", schema::case(RULES.vocabulary())),
        ("row", schema::row(RULES.vocabulary())),
        ("outcome", schema::outcome()),
        ("pack", schema::pack()),
    ]
}

pub static CASE: LazyLock<Validator> = LazyLock::new(|| validator(&schema::case(RULES.vocabulary())));

pub fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::new(schema).unwrap()
}

/// Why a value does not fit, each fault with its place.
pub fn faults(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// The codes of what the reader finds wrong with a case.
pub fn codes(case: &str) -> Vec<&'static str> {
    match RULES.read_json(case.as_bytes()) {
        Ok(_) => Vec::new(),
        Err(told) => told.0.iter().map(|fault| fault.code.id()).collect(),
    }
}

fn folder(name: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

pub fn vectors() -> Vec<Value> {
    let read = |file| serde_json::from_str::<Vec<Value>>(&fs::read_to_string(file).unwrap()).unwrap();
    folder("tests/vectors").into_iter().flat_map(read).collect()
}

/// The examples that are cases, each as JSON: TOML says the same things.
pub fn examples() -> Vec<(PathBuf, Value)> {
    let read = |file: PathBuf| {
        let bytes = || fs::read(&file).unwrap();
        let node = match file.extension()?.to_str()? {
            "json" => Node::from_json(&bytes()).unwrap(),
            "toml" => Node::from_toml(&bytes()).unwrap(),
            _ => return None,
        };
        Some((file, json(&node)))
    };
    folder("examples").into_iter().filter_map(read).collect()
}

fn json(node: &Node) -> Value {
    match &node.value {
        NodeValue::Null => Value::Null,
        NodeValue::Truth(truth) => Value::Bool(*truth),
        NodeValue::Number(number) => serde_json::from_str(number).unwrap(),
        NodeValue::Text(text) => Value::String(text.clone()),
        NodeValue::List(items) => items.iter().map(json).collect(),
        NodeValue::Object(members) => members.iter().map(|(name, member)| (name.clone(), json(member))).collect(),
    }
}
