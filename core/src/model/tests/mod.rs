//! Tests of the model, one file for each thought.

mod canonical;
mod codes;
mod depth;
mod implied;
mod json;
mod json_by_two;
mod lines;
mod links;
mod numbers;
mod parts;
mod random;
mod shares;
mod suppose;
mod things;
mod values;

mod toml_cases;
mod vocabulary;
mod vocabulary_faults;

use crate::error::{Diagnostics, Place};
use crate::model::{Facts, Instance, Line, Node, Vocabulary};
use crate::source::SourceText;
use std::sync::LazyLock;

/// A vocabulary of another world, so that nothing of childcare can be in the code.
const SMALL: &str = include_str!("library.toml");
/// The one that is published.
const REAL: &str = include_str!("../../../../rules-data/vocabulary.toml");

fn file(text: &str) -> SourceText {
    SourceText { name: "vocabulary.toml".to_owned(), text: text.to_owned() }
}

fn small() -> Vocabulary {
    static READ: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::from_toml(&file(SMALL)).unwrap());
    READ.clone()
}

fn real() -> Vocabulary {
    static READ: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::from_toml(&file(REAL)).unwrap());
    READ.clone()
}

fn read_with(vocabulary: &Vocabulary, json: &str) -> Result<Facts, Diagnostics> {
    Facts::read(&Node::from_json(json.as_bytes()).unwrap(), vocabulary)
}

/// A case of the published vocabulary.
fn read(json: &str) -> Facts {
    read_with(&real(), json).unwrap()
}

/// What is wrong, each as `code path: found; expected`.
fn told(faults: &Diagnostics) -> Vec<String> {
    let place = |place: &Place| match place {
        Place::Path(path) => path.clone(),
        Place::Text { file, span } => format!("{file}[{}..{}]", span.start, span.end),
        Place::Argument(name) => name.clone(),
        Place::Cell { row, column } => format!("row {row}, {column}"),
    };
    let told = faults.0.iter();
    told.map(|fault| format!("{} {}: {}; {}", fault.code, place(&fault.place), fault.found, fault.expected)).collect()
}

fn wrong_with(vocabulary: &Vocabulary, json: &str) -> Vec<String> {
    told(&read_with(vocabulary, json).unwrap_err())
}

/// What is wrong with a case of the published vocabulary.
fn wrong(json: &str) -> Vec<String> {
    wrong_with(&real(), json)
}

fn named<'c>(case: &'c Facts, vocabulary: &Vocabulary, thing: &str, name: &str) -> &'c Instance {
    let thing = vocabulary.thing(thing).unwrap();
    case.of(thing).map(|(_, instance)| instance).find(|instance| instance.name == name).unwrap()
}

/// A line as `from..to=content` for each stretch, numbers in the fact's scale, links by name.
fn shown(case: &Facts, vocabulary: &Vocabulary, fact: &str, name: &str) -> Vec<String> {
    let index = vocabulary.fact(fact).unwrap();
    let thing = &vocabulary.things[vocabulary.facts[index.0].thing.0].id;
    let nothing = Line::default();
    let line = named(case, vocabulary, thing, name).line(index).unwrap_or(&nothing);
    let day = |day: Option<crate::value::Date>| day.map_or_else(String::new, |day| day.to_string());
    let content = |content: &crate::model::Content| match content {
        crate::model::Content::Number(number) => number.to_string(),
        crate::model::Content::Link(to) => case.get(*to).unwrap().name.clone(),
        crate::model::Content::Text(text) => text.clone(),
        crate::model::Content::Texts(texts) => texts.join("+"),
        crate::model::Content::Records(records) => format!("{records:?}"),
    };
    let stretches = line.0.iter();
    stretches
        .map(|stretch| {
            format!("{}..{}={}", day(stretch.days.from()), day(stretch.days.to()), content(&stretch.content))
        })
        .collect()
}
