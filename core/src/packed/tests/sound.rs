//! Every invariant, broken.

use super::{Packed, published, read, told, write};
use crate::model::{FactIndex, FactType, ThingIndex};
use crate::rulebook::{
    Number, NumberKind, Origin, ParameterIndex, ReadingIndex, Rule, RuleIndex, Rulebook, Says, Truth,
};
use crate::value::{Date, Days, Decimal, Unit};

/// What is told of a pack that was broken in one place.
fn broken(name: &str, break_it: impl FnOnce(&mut Rulebook)) -> Vec<(String, String)> {
    let mut packed: Packed = published().clone();
    break_it(&mut packed.book);
    let faults = read(&write(&packed).0).expect_err(name);
    let told = told(&faults).into_iter().map(|(code, found, wanted)| {
        assert_eq!(code, "pack-unsound", "{name}");
        (found.to_owned(), wanted.to_owned())
    });
    told.collect()
}

fn place(book: &Rulebook, id: &str) -> usize {
    book.rules.iter().position(|rule| rule.id == id).unwrap()
}

fn rule<'b>(book: &'b mut Rulebook, id: &str) -> &'b mut Rule {
    let place = place(book, id);
    &mut book.rules[place]
}

fn fact(book: &Rulebook, id: &str) -> FactIndex {
    book.vocabulary.fact(id).unwrap()
}

fn rate(book: &mut Rulebook, id: &str) -> Number {
    let Says::Rate(rate) = &rule(book, id).versions[0].says else { panic!("{id} has a rate") };
    rate.clone()
}

fn set_rate(book: &mut Rulebook, id: &str, new: Number) {
    rule(book, id).versions[0].says = Says::Rate(new);
}

const OPERATING: &str = "jining/operating-subsidy";
const FAMILY: &str = "jining/family-subsidy";

type Break = (&'static str, fn(&mut Rulebook), &'static str, &'static str);

/// A name, what is broken, where it is told, what would be right.
const BREAKS: &[Break] = &[
    ("thing", |book| book.vocabulary.things[1].id = book.vocabulary.things[0].id.clone(), "", "things: id ≠ id"),
    ("holder", |book| book.vocabulary.things[0].holder = Some(ThingIndex(0)), "things[0]", "holder < thing"),
    ("fact", |book| book.vocabulary.facts[1].id = book.vocabulary.facts[0].id.clone(), "", "facts: id ≠ id"),
    ("fact's thing", |book| book.vocabulary.facts[0].thing = ThingIndex(99), "facts[0]", "thing"),
    (
        "options",
        |book| {
            let county = fact(book, "family.county");
            book.vocabulary.facts[county.0].kind = FactType::Options(Vec::new());
        },
        "facts[*]",
        "options",
    ),
    ("reading's default", |book| book.readings[0].default = Some(9), "readings[0]", "default < options"),
    ("parameter", |book| book.parameters[1].id = book.parameters[0].id.clone(), "", "parameters: id ≠ id"),
    (
        "source",
        |book| book.parameters[0].source = Origin::Law { document: 0, pieces: vec![100_000] },
        "parameters[0]",
        "source: document, pieces",
    ),
    ("layer", |book| book.rules[0].layer = "shandong".to_owned(), "rules[0]", "layer"),
    ("subject", |book| rule(book, OPERATING).subject = vec![ThingIndex(99)], "rules[*]", "for: thing, thing x thing"),
    ("benefit", |book| rule(book, OPERATING).benefit = None, "rules[*]", "entitlement: benefit"),
    ("due", |book| rule(book, OPERATING).due = Some(Date::MIN), "rules[*]", "due: indicator"),
    (
        "unit of the rate",
        |book| rule(book, OPERATING).benefit.as_mut().unwrap().unit = Unit::CnyPerMonth,
        "rules[*]",
        "unit",
    ),
    ("no version", |book| rule(book, OPERATING).versions.clear(), "rules[*]", "versions"),
    (
        "two versions at once",
        |book| {
            let version = rule(book, OPERATING).versions[0].clone();
            rule(book, OPERATING).versions.push(version);
        },
        "rules[*]",
        "force, force",
    ),
    (
        "fact out of reach",
        |book| {
            let role = fact(book, "parent.employed");
            rule(book, OPERATING).versions[0].when[0].truth = Truth::Is(role, vec![1]);
        },
        "rules[*].versions[0].when[0]",
        "is: option",
    ),
    (
        "option that is none",
        |book| {
            let kind = fact(book, "class.kind");
            rule(book, OPERATING).versions[0].when[0].truth = Truth::Is(kind, vec![4]);
        },
        "rules[*].versions[0].when[0]",
        "is: option",
    ),
    (
        "two units compared",
        |book| {
            let truth = Truth::Compare(
                crate::rulebook::Comparison::Less,
                Number { kind: NumberKind::Constant(1), unit: Unit::Cny, scale: 2 },
                Number { kind: NumberKind::Constant(1), unit: Unit::One, scale: 2 },
            );
            rule(book, OPERATING).versions[0].when[0].truth = truth;
        },
        "rules[*].versions[0].when[0]",
        "a, b: unit, scale",
    ),
    (
        "unknown parameter",
        |book| {
            let number = rate(book, OPERATING);
            set_rate(book, OPERATING, Number { kind: NumberKind::Parameter(ParameterIndex(999)), ..number });
        },
        "rules[*].versions[0]",
        "parameter: unit, scale",
    ),
    (
        "decimals of a parameter",
        |book| {
            for parameter in book.parameters.iter_mut().filter(|parameter| parameter.id.starts_with(OPERATING)) {
                parameter.value = Decimal::new(3_000_001, 3);
            }
        },
        "rules[*].versions[0]",
        "parameter: unit, scale",
    ),
    (
        "table with a gap",
        |book| {
            let mut number = rate(book, OPERATING);
            let NumberKind::Table(_, arms) = &mut number.kind else { panic!("a table") };
            arms.remove(0);
            set_rate(book, OPERATING, number);
        },
        "rules[*].versions[0]",
        "table: every value once",
    ),
    (
        "table in disorder",
        |book| {
            let mut number = rate(book, OPERATING);
            let NumberKind::Table(_, arms) = &mut number.kind else { panic!("a table") };
            arms.reverse();
            set_rate(book, OPERATING, number);
        },
        "rules[*].versions[0]",
        "table: every value once",
    ),
    (
        "reading with too few cells",
        |book| {
            let mut number = rate(book, FAMILY);
            let NumberKind::Reading(_, cells) = &mut number.kind else { panic!("a table by a reading") };
            cells.pop();
            set_rate(book, FAMILY, number);
        },
        "rules[*].versions[0]",
        "reading: every option",
    ),
    (
        "readings that are not named",
        |book| rule(book, OPERATING).readings.push(ReadingIndex(3)),
        "rules[*]",
        "readings",
    ),
    ("rules that are not named", |book| rule(book, OPERATING).refers.push(RuleIndex(0)), "rules[*]", "refers"),
    (
        "what another kind says",
        |book| rule(book, OPERATING).versions[0].says = Says::Conditions,
        "rules[*].versions[0]",
        "kind",
    ),
    (
        "what is explained is not what is computed",
        |book| {
            let Says::Measure(measure) = &mut rule(book, "jining/inclusive-fee").versions[0].says else {
                panic!("a measure")
            };
            measure.need.truth = Truth::Constant(true);
        },
        "rules[*].versions[0]",
        "need: value, relation, bound",
    ),
    (
        "way that is lost",
        |book| {
            let Says::Steps(steps) = &mut rule(book, "jining/kindergarten-registration").versions[0].says else {
                panic!("steps")
            };
            let step = steps.iter_mut().find(|step| step.selector.is_some()).unwrap();
            step.ways.pop();
        },
        "rules[*].versions[0].steps[*]",
        "ways: every option once",
    ),
    (
        "place among the words",
        |book| {
            let Says::Words(_, words) = &mut rule(book, "jining/lead-department").versions[0].says else {
                panic!("words")
            };
            words.pop();
        },
        "rules[*].versions[0]",
        "words: table of places",
    ),
    ("rule before what it refers to", |book| book.order.reverse(), "order[*]", "refers < rule"),
    ("order without a rule", |book| book.order.truncate(1), "", "order: every rule"),
    (
        "days in force the other way round",
        |book| {
            let version = &mut rule(book, OPERATING).versions[0];
            let later = Days::new(version.force.to(), None).unwrap();
            let mut second = version.clone();
            second.force = later;
            rule(book, OPERATING).versions.insert(0, second);
        },
        "rules[*]",
        "force, force",
    ),
];

/// Whether a path fits one in which `*` stands for any place.
fn fits(path: &str, wanted: &str) -> bool {
    let plain: String = path.chars().filter(|c| !c.is_ascii_digit()).collect();
    path == wanted || plain == wanted.chars().filter(|c| !c.is_ascii_digit() && *c != '*').collect::<String>()
}

#[test]
fn every_broken_invariant_is_told_where_it_is() {
    for (name, break_it, at, wanted) in BREAKS {
        let told = broken(name, break_it);
        assert!(told.iter().any(|(path, what)| fits(path, at) && what == wanted), "{name}: {told:?}");
    }
}
