//! One thing wrong with a case: in its tree, or in its text.

use crate::draw::Draw;
use serde_json::{Value, json};

/// Values that some fact or other refuses.
fn wrong(draw: &mut Draw<'_, '_>) -> Value {
    let values = [
        json!("2026-02-30"),
        json!("1899-12-31"),
        json!("+1"),
        json!("1e3"),
        json!("0.123456789"),
        json!("99999999999999999999999999999999999999999"),
        json!("-1"),
        json!(-1),
        json!(2.5),
        json!(i64::MAX),
        json!(u64::MAX),
        json!(true),
        json!("yes"),
        json!("x"),
        json!([]),
        json!({}),
        json!([[]]),
        json!([{ "from": "2026-01-01", "to": "2025-01-01", "value": true }]),
        json!([{ "value": true }, { "value": false }]),
        json!([{ "from": "2026-01-01", "value": 1, "x": 1 }]),
    ];
    draw.pick(&values).cloned().unwrap_or_default()
}

/// The text of a case with a change.
pub(super) fn spoil(draw: &mut Draw<'_, '_>, mut case: Value) -> String {
    if draw.chance(75) {
        let mut places = Vec::new();
        paths(&case, &mut String::new(), &mut places);
        let place = draw.pick(&places).cloned().unwrap_or_default();
        if let Some(value) = case.pointer_mut(&place) {
            change(draw, value);
        }
        return case.to_string();
    }
    spoil_text(draw, &case.to_string())
}

fn paths(value: &Value, at: &mut String, places: &mut Vec<String>) {
    places.push(at.clone());
    let length = at.len();
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(place, value)| (place.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    for (name, value) in inner {
        at.push('/');
        at.push_str(&name.replace('~', "~0").replace('/', "~1"));
        paths(value, at, places);
        at.truncate(length);
    }
}

fn change(draw: &mut Draw<'_, '_>, value: &mut Value) {
    match value {
        Value::Object(members) if draw.chance(60) => {
            let name = draw.word(&["x", "id", "birth_dat", "from", "value", "children", "name"]);
            members.insert(name.to_owned(), wrong(draw));
        }
        Value::Array(items) if draw.chance(60) => match items.first().cloned() {
            // Twice the same: two ids, two records, two stretches of the same days.
            Some(first) => items.push(first),
            None => items.push(wrong(draw)),
        },
        other => *other = wrong(draw),
    }
}

fn spoil_text(draw: &mut Draw<'_, '_>, text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let at = draw.below(characters.len());
    let (before, after) = characters.split_at_checked(at).unwrap_or((&characters, &[]));
    let (mut spoilt, after): (String, &[char]) = (before.iter().collect(), after);
    match draw.between(0, 4) {
        // Cut off.
        0 => {}
        // Without one character.
        1 => spoilt.extend(after.iter().skip(1)),
        // With one that stands there twice.
        2 => spoilt.extend(after.first().into_iter().chain(after)),
        3 => {
            spoilt
                .push_str(draw.word(&["{", "}", "[", "]", "\"", ",", ":", "\\u0000", "\u{FEFF}", "1e9999", "//", "0"]));
            spoilt.extend(after);
        }
        _ => {
            // The same members once more, inside the first object.
            let again = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or(text);
            spoilt = format!("{{{again},{again}}}");
        }
    }
    spoilt
}
