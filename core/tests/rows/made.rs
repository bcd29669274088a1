//! Made rows of enrolments, as cells of text and as the case that says the same.

use super::house::RULES;
use serde_json::{Map, Value, json};
use tuoyu::model::{Fact, FactType};
use tuoyu::value::{Date, Decimal};

/// SplitMix64: the same rows for the same seed.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(bound.max(1)).unwrap()).unwrap()
    }

    pub fn pick<'t, T>(&mut self, items: &'t [T]) -> &'t T {
        &items[self.below(items.len())]
    }
}

/// The facts that a row of enrolments can state, lists left out.
pub fn facts() -> Vec<&'static Fact> {
    let vocabulary = RULES.vocabulary();
    let things = ["institution", "class", "family", "parent", "employer", "child", "birth", "enrolment"];
    let is_cell = |fact: &&Fact| {
        let thing = vocabulary.thing_at(fact.thing).unwrap();
        things.contains(&thing.id.as_str())
            && !matches!(
                fact.kind,
                FactType::Text | FactType::Link(_) | FactType::Records { .. } | FactType::Set { .. }
            )
    };
    vocabulary.facts.iter().filter(is_cell).collect()
}

/// The cells of a row, each empty in so many of a hundred. In nine of ten the last day is not before the first, and a
/// rule for kindergartens goes with a ratio.
pub fn row(facts: &[&Fact], unknown: usize, random: &mut Random) -> Vec<String> {
    let mut cells: Vec<String> = facts.iter().map(|fact| cell(fact, unknown, random)).collect();
    if random.below(10) != 0 {
        let place = |id: &str| facts.iter().position(|fact| fact.id == id).unwrap();
        let (from, to) = (place("enrolment.from"), place("enrolment.to"));
        if !cells[to].is_empty() && cells[to] < cells[from] {
            cells.swap(from, to);
        }
        if !cells[place("employer.kindergarten_ratio")].is_empty() {
            cells[place("employer.kindergarten_rule")].clear();
        }
    }
    cells
}

/// A cell: empty in so many of a hundred, else at an edge or anywhere between.
fn cell(fact: &Fact, unknown: usize, random: &mut Random) -> String {
    if random.below(100) < unknown {
        return String::new();
    }
    match &fact.kind {
        FactType::YesNo => (*random.pick(&["true", "true", "false", "是", "1", "0"])).to_owned(),
        FactType::Options(choices) => random.pick(choices).id.clone(),
        FactType::Date => day(fact, random),
        FactType::Number { scale, minimum, maximum, allowed, .. } => {
            let any = minimum + i64::try_from(random.below(usize::try_from(maximum - minimum).unwrap())).unwrap();
            let small = (minimum + i64::try_from(random.below(6)).unwrap()).min(*maximum);
            let units = if allowed.is_empty() {
                *random.pick(&[*minimum, *maximum, any, small, small])
            } else {
                *random.pick(allowed)
            };
            Decimal::new(units.into(), *scale).to_string()
        }
        _ => String::new(),
    }
}

fn day(fact: &Fact, random: &mut Random) -> String {
    const EDGES: [&str; 8] = [
        "1900-01-01",
        "2100-12-31",
        "2024-02-29",
        "2025-12-31",
        "2026-01-01",
        "2023-01-31",
        "2026-06-30",
        "2022-01-01",
    ];
    let first = Date::parse("2022-01-01").unwrap().number();
    let offset = if fact.id.starts_with("enrolment") { 1_200 } else { 0 };
    match random.below(5) {
        0 => (*random.pick(&EDGES)).to_owned(),
        _ => Date::from_number(first + offset + i32::try_from(random.below(1_500)).unwrap()).to_string(),
    }
}

/// The case of a row: one of each thing, linked, with the facts that its cells state.
pub fn case(facts: &[&Fact], cells: &[String]) -> Value {
    let of = |thing: &str| -> Map<String, Value> {
        let index = RULES.vocabulary().thing(thing).unwrap();
        let own = facts
            .iter()
            .zip(cells)
            .filter(|(fact, cell)| fact.thing == index && fact.part.is_none() && !cell.is_empty());
        own.map(|(fact, cell)| (fact.member.clone(), value(fact, cell))).collect()
    };
    let mut class = of("class");
    class.insert("id".to_owned(), json!("c1"));
    let mut institution = of("institution");
    institution.insert("id".to_owned(), json!("n1"));
    institution.insert("classes".to_owned(), json!([class]));
    let utilities = records(facts, cells);
    if !utilities.is_empty() {
        institution.insert("utilities".to_owned(), json!(utilities));
    }
    let mut enrolment = of("enrolment");
    enrolment.insert("class".to_owned(), json!("c1"));
    let mut child = of("child");
    child.insert("birth".to_owned(), Value::Object(of("birth")));
    child.insert("enrolments".to_owned(), json!([enrolment]));
    let mut parent = of("parent");
    parent.insert("employer".to_owned(), Value::Object(of("employer")));
    let mut family = of("family");
    family.insert("parents".to_owned(), json!([parent]));
    family.insert("children".to_owned(), json!([child]));
    json!({ "institutions": [institution], "families": [family] })
}

fn value(fact: &Fact, cell: &str) -> Value {
    match fact.kind {
        FactType::YesNo => json!(["true", "1", "是"].contains(&cell)),
        _ => json!(cell),
    }
}

/// Every kind of record, with the numbers that are known: an empty cell is unknown, and not nothing.
fn records(facts: &[&Fact], cells: &[String]) -> Vec<Value> {
    let vocabulary = RULES.vocabulary();
    let of = vocabulary.facts.iter().find(|fact| matches!(fact.kind, FactType::Records { .. })).unwrap();
    let FactType::Records { key, choices, fields } = &of.kind else { return Vec::new() };
    let stated = |choice: usize, field: usize| {
        let is_part = |fact: &Fact| fact.part.is_some_and(|part| (part.choice, part.field) == (choice, field));
        facts.iter().zip(cells).find(|(fact, cell)| is_part(fact) && !cell.is_empty()).map(|(_, cell)| cell.clone())
    };
    let each = choices.iter().enumerate().map(|(choice, data)| {
        let mut record = Map::from_iter([(key.clone(), json!(data.id))]);
        let numbers = fields
            .iter()
            .enumerate()
            .filter_map(|(field, (name, ..))| Some((name.clone(), json!(stated(choice, field)?))));
        record.extend(numbers);
        record
    });
    let each: Vec<Map<String, Value>> = each.collect();
    if each.iter().all(|record| record.len() == 1) { Vec::new() } else { each.into_iter().map(Value::Object).collect() }
}
