//! What is wrong with an application, under the names of the county's form.

use serde_json::{Value, json};
use tuoyu::error::{Diagnostic, Place};
use tuoyu::source::Language::Chinese;

/// Where the core's paths lead in the form.
const PATHS: [(&str, &str); 5] = [
    ("families[0].children[0].enrolments", "stays"),
    ("families[0].children[0].birth_date", "born"),
    ("families[0].children[0].birth_order", "order"),
    ("families[0].county", "home_county"),
    ("institutions[0]", "nursery"),
];

/// A code that programs go by, and words for people.
pub fn fault(one: &Diagnostic) -> Value {
    let (Place::Path(path) | Place::Argument(path) | Place::Text { file: path, .. } | Place::Cell { column: path, .. }) =
        &one.place;
    let own = PATHS.iter().find_map(|(case, form)| Some(format!("{form}{}", path.strip_prefix(case)?)));
    let path = own.as_ref().unwrap_or(path);
    json!({ "code": one.code.id(), "path": path, "message": one.message(Chinese), "help": one.help(Chinese) })
}
