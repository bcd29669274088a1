//! What schemas are built of.

use crate::model::Choice;
use crate::source::Words;
use serde_json::{Map, Value, json};

/// The draft that every schema is written in.
const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A member of an object: its name and its schema.
pub(super) type Field = (String, Value);

/// A whole schema: what it describes, and the definitions that it refers to.
pub(super) fn document(schema: Value, definitions: Vec<Field>) -> Value {
    let mut document = schema;
    put(&mut document, "$schema", json!(DRAFT));
    put(&mut document, "$defs", Value::Object(definitions.into_iter().collect()));
    document
}

/// A schema with a title in Chinese and a description in English.
pub(super) fn titled(mut schema: Value, zh: &str, en: &str) -> Value {
    put(&mut schema, "title", json!(zh));
    put(&mut schema, "description", json!(en));
    schema
}

/// A schema with a description in both languages. It has no title: generators of code name types by titles, and in their
/// languages a name has no Chinese characters.
pub(super) fn noted(schema: Value, zh: &str, en: &str) -> Value {
    // Beside a reference they would make a second type of the same.
    let mut schema = if schema.get("$ref").is_some() { json!({ "allOf": [schema] }) } else { schema };
    put(&mut schema, "description", json!(format!("{zh}\n{en}")));
    schema
}

/// Sets a keyword of a schema.
pub(super) fn put(schema: &mut Value, keyword: &str, value: Value) {
    if let Value::Object(keywords) = schema {
        keywords.insert(keyword.to_owned(), value);
    }
}

/// A member, or a definition, with its description.
pub(super) fn field(name: &str, zh: &str, en: &str, schema: Value) -> Field {
    (name.to_owned(), noted(schema, zh, en))
}

/// An object that has all of these members and no others.
pub(super) fn object(fields: impl IntoIterator<Item = Field>) -> Value {
    let properties: Map<String, Value> = fields.into_iter().collect();
    let required: Vec<&String> = properties.keys().collect();
    json!({ "type": "object", "required": required, "properties": properties, "additionalProperties": false })
}

/// The same object, with members that it may have or not.
pub(super) fn with_optional(mut object: Value, fields: impl IntoIterator<Item = Field>) -> Value {
    if let Some(properties) = object.get_mut("properties").and_then(Value::as_object_mut) {
        properties.extend(fields);
    }
    object
}

/// An object that may have any of these members and has no others.
pub(super) fn partial(fields: impl IntoIterator<Item = Field>) -> Value {
    let properties: Map<String, Value> = fields.into_iter().collect();
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

pub(super) fn list(items: Value) -> Value {
    json!({ "type": "array", "items": items })
}

/// A definition of the same document.
pub(super) fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

pub(super) fn text() -> Value {
    json!({ "type": "string" })
}

/// A text that says something.
pub(super) fn name() -> Value {
    json!({ "type": "string", "minLength": 1 })
}

/// A text of a form.
pub(super) fn matching(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": format!("^({pattern})$") })
}

pub(super) fn truth() -> Value {
    json!({ "type": "boolean" })
}

/// One of some words.
pub(super) fn tokens(words: impl IntoIterator<Item = &'static str>) -> Value {
    json!({ "type": "string", "enum": words.into_iter().collect::<Vec<_>>() })
}

/// One of some options, each with its label in both languages.
pub(super) fn choices(choices: &[Choice]) -> Value {
    let one = |choice: &Choice| {
        let Words { zh, en } = &choice.words;
        titled(json!({ "const": choice.id }), zh, en)
    };
    json!({ "oneOf": choices.iter().map(one).collect::<Vec<_>>() })
}

/// What a schema takes, or null.
pub(super) fn or_null(schema: Value) -> Value {
    // Each of these keywords but `enum` says nothing of null; `not` stands for texts alone.
    const SIMPLE: [&str; 11] = [
        "type",
        "enum",
        "pattern",
        "not",
        "minLength",
        "minimum",
        "maximum",
        "items",
        "minItems",
        "maxItems",
        "format",
    ];
    let Value::Object(mut keywords) = schema else { return schema };
    let types = match keywords.get("type") {
        Some(Value::String(one)) => Some(vec![one.clone()]),
        Some(Value::Array(all)) => Some(all.iter().filter_map(Value::as_str).map(str::to_owned).collect()),
        _ => None,
    };
    let is_simple = keywords.keys().all(|keyword| SIMPLE.contains(&keyword.as_str()));
    let Some(mut types) = types.filter(|_| is_simple) else {
        return json!({ "anyOf": [keywords, { "type": "null" }] });
    };
    types.push("null".to_owned());
    keywords.insert("type".to_owned(), json!(types));
    if let Some(Value::Array(words)) = keywords.get_mut("enum") {
        words.push(Value::Null);
    }
    Value::Object(keywords)
}
