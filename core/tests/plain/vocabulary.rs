//! The structs are the published vocabulary: every thing, every fact, every option, in its order, and no other.

use super::filled::filled;
use super::rules;
use tuoyu::model::{Choice, FactType, Node, NodeValue, Thing, ThingIndex};
use tuoyu::{Case, ClassKind, County, FeeItem, LegalForm, Ownership, Role, Service, Setting, UtilityKind};

fn members(node: &Node) -> Vec<String> {
    let NodeValue::Object(members) = &node.value else {
        return vec![format!("no object: {node:?}")];
    };
    members.iter().map(|(name, _)| name.clone()).collect()
}

/// Where the one thing of a kind stands in the case that states everything.
fn path(thing: &Thing) -> String {
    let place = if thing.many { format!("{}[0]", thing.key) } else { thing.key.clone() };
    let holder = thing.holder.map(|holder| path(rules().vocabulary().thing_at(holder).unwrap()));
    holder.map_or_else(|| place.clone(), |holder| format!("{holder}.{place}"))
}

fn held(holder: Option<ThingIndex>) -> impl Iterator<Item = String> {
    rules().vocabulary().things.iter().filter(move |thing| thing.holder == holder).map(|thing| thing.key.clone())
}

#[test]
fn every_thing_has_exactly_the_members_of_the_vocabulary() {
    let (case, vocabulary) = (Node::from(&filled()), rules().vocabulary());
    assert_eq!(members(&case), held(None).collect::<Vec<_>>());
    for (place, thing) in vocabulary.things.iter().enumerate() {
        let index = ThingIndex(place);
        let facts = vocabulary.facts_of(index).filter(|(_, fact)| fact.part.is_none());
        let facts = facts.map(|(_, fact)| fact.member.clone());
        let id = thing.named.then(|| "id".to_owned());
        let expected: Vec<String> = id.into_iter().chain(facts).chain(held(Some(index))).collect();
        assert_eq!(members(case.at(&path(thing))), expected, "{}", thing.id);
    }
}

#[test]
fn the_fields_that_take_a_line_are_the_facts_that_change() {
    let (case, vocabulary) = (Node::from(&filled()), rules().vocabulary());
    for fact in vocabulary.facts.iter().filter(|fact| fact.part.is_none()) {
        let thing = path(&vocabulary.things[fact.thing.0]);
        let first = case.at(&format!("{thing}.{}", fact.member));
        let is_line = matches!(&first.value, NodeValue::List(items) if items[0].member("value").is_some());
        assert_eq!(is_line, fact.changes, "{}", fact.id);
    }
    // And the reader takes each: the types are those of the facts.
    let facts = rules().read(&filled()).unwrap();
    let stated: usize = facts.instances.iter().map(|instance| instance.facts.len()).sum();
    assert_eq!(stated, vocabulary.facts.iter().filter(|fact| fact.part.is_none()).count());
}

#[test]
fn a_utility_has_the_members_of_the_records() {
    let kind = &fact("institution.utilities");
    let FactType::Records { key, fields, .. } = kind else { panic!("{kind:?}") };
    let expected: Vec<String> = std::iter::once(key).chain(fields.iter().map(|(name, ..)| name)).cloned().collect();
    assert_eq!(members(Node::from(&filled()).at("institutions[0].utilities[0].value[0]")), expected);
}

fn fact(id: &str) -> FactType {
    let vocabulary = rules().vocabulary();
    vocabulary.fact_at(vocabulary.fact(id).unwrap()).unwrap().kind.clone()
}

fn tokens(id: &str) -> Vec<String> {
    let kind = fact(id);
    let (FactType::Options(choices) | FactType::Set { choices, .. } | FactType::Records { choices, .. }) = kind else {
        return vec![format!("no options: {kind:?}")];
    };
    choices.into_iter().map(|Choice { id, .. }| id).collect()
}

#[test]
fn options_are_those_of_the_vocabulary_in_its_order() {
    macro_rules! same {
        ($($fact:literal $options:ident,)*) => { $(
            assert_eq!($options::ALL.iter().map($options::id).collect::<Vec<_>>(), tokens($fact), $fact);
            assert!($options::ALL.iter().all(|option| $options::from(option.id()) == *option), $fact);
        )* };
    }
    same! {
        "institution.county" County, "family.county" County, "institution.legal_form" LegalForm,
        "institution.ownership" Ownership, "institution.setting" Setting, "class.kind" ClassKind,
        "parent.role" Role, "enrolment.service" Service, "enrolment.fee_items" FeeItem,
        "institution.utilities" UtilityKind,
    }
}

/// The file of a thing's struct.
fn source(thing: &str) -> &'static str {
    match thing {
        "jurisdiction" => include_str!("../../src/model/plain/jurisdiction.rs"),
        "institution" | "class" => include_str!("../../src/model/plain/institution.rs"),
        "family" | "parent" | "employer" => include_str!("../../src/model/plain/family.rs"),
        _ => include_str!("../../src/model/plain/child.rs"),
    }
}

#[test]
fn the_documentation_of_a_field_has_the_chinese_term_of_its_fact() {
    let vocabulary = rules().vocabulary();
    for fact in vocabulary.facts.iter().filter(|fact| fact.part.is_none()) {
        let thing = vocabulary.things[fact.thing.0].id.to_ascii_lowercase();
        let fields = source(&thing).to_ascii_lowercase();
        let of_struct = fields.split_once(&format!("\n    {thing} {{")).unwrap().1;
        let before = of_struct.split_once(&format!("\n        {}: ", fact.member)).unwrap().0;
        let documentation = before.lines().last().unwrap();
        assert!(documentation.contains(&fact.words.zh.to_ascii_lowercase()), "{}: {documentation}", fact.id);
    }
}

#[test]
fn the_chinese_term_of_an_option_is_what_its_documentation_says() {
    let text = include_str!("../../src/model/plain/options.rs");
    let vocabulary = rules().vocabulary();
    let choices = vocabulary.facts.iter().flat_map(|fact| match &fact.kind {
        FactType::Options(choices) | FactType::Set { choices, .. } => choices.as_slice(),
        _ => &[],
    });
    let mut seen = 0;
    for Choice { id, words } in choices {
        seen += 1;
        assert!(text.contains(&format!("/// {}\n", words.zh)), "{id}: {}", words.zh);
    }
    // Fourteen counties twice, and 4, 3, 5, 4, 3, 4, 8 options.
    assert_eq!(seen, 59);
}

#[test]
fn a_case_of_which_nothing_is_known_states_nothing() {
    assert_eq!(members(&Node::from(&Case::default())), [""; 0]);
}
