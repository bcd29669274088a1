//! Items of quantities.

use super::{Break, compare, number, rule};
use crate::model::ThingIndex;
use crate::rulebook::{Counted, Item, Number, NumberKind, RuleIndex, Rulebook, Says};
use crate::value::Unit;

const ITEM: &str = "rules[*].versions[*].items[*]";
const WHEN: &str = "rules[*].versions[*].when[*]";

fn items_of<'b>(book: &'b mut Rulebook, id: &str) -> &'b mut Vec<Item> {
    let Says::Items(items) = &mut rule(book, id).versions[0].says else { panic!("{id} has items") };
    items
}

fn family(book: &mut Rulebook) -> &mut Vec<Item> {
    items_of(book, "family/statement")
}

fn thing(book: &Rulebook, id: &str) -> ThingIndex {
    book.vocabulary.thing(id).unwrap()
}

fn index(book: &Rulebook, id: &str) -> RuleIndex {
    RuleIndex(book.rules.iter().position(|rule| rule.id == id).unwrap())
}

/// The last item of the family's statement comes from a number instead.
fn left(book: &mut Rulebook, kind: NumberKind) {
    let number = Number { kind, unit: Unit::Cny, scale: 2 };
    family(book).last_mut().unwrap().counted = Counted::Amounts(number);
}

pub(super) const BREAKS: &[Break] = &[
    (
        "an item by things of another",
        |book| {
            let other = thing(book, "institution");
            family(book)[0].by = Some(other);
        },
        ITEM,
        "by: thing",
    ),
    (
        "a rate of things of another",
        |book| {
            let other = thing(book, "institution");
            let Counted::Rate(rate) = &mut family(book)[0].counted else { panic!("fees are a rate") };
            rate.of = other;
        },
        ITEM,
        "for: thing",
    ),
    (
        "a rate with too few decimals",
        |book| {
            let Counted::Rate(rate) = &mut family(book)[0].counted else { panic!("fees are a rate") };
            rate.rate.scale = 1;
        },
        ITEM,
        "rate: unit, scale ≥ 2",
    ),
    (
        "an amount of half a fen",
        |book| {
            let Counted::Amounts(number) = &mut family(book)[1].counted else { panic!("an amount") };
            number.scale = 3;
        },
        ITEM,
        "amount: fen",
    ),
    (
        "an amount of a limit",
        |book| {
            let limit = index(book, "jining/inclusive-fee");
            left(book, NumberKind::Rule(limit));
        },
        ITEM,
        "amount: entitlement",
    ),
    (
        "an item made of itself",
        |book| {
            let last = family(book).len() - 1;
            left(book, NumberKind::Item(last));
        },
        ITEM,
        "amount: item above",
    ),
    (
        "an amount of a fact",
        |book| {
            let fee = book.vocabulary.fact("enrolment.monthly_fee").unwrap();
            left(book, NumberKind::Fact(fee));
        },
        ITEM,
        "amount",
    ),
    ("two items of one name", |book| family(book)[1].id = "fees".to_owned(), "rules[*].versions[*]", "items: id ≠ id"),
    (
        "an amount that another text sets",
        |book| {
            let elsewhere = index(book, "jining/training-subsidy");
            left(book, NumberKind::Rule(elsewhere));
        },
        "rules[*]",
        "items: money",
    ),
    (
        "a rate that is taken in a condition",
        |book| {
            let taken = index(book, "jining/city-award");
            compare(book, number(NumberKind::RateOf(taken)));
        },
        WHEN,
        "rate of a rule",
    ),
    ("an item in a condition", |book| compare(book, number(NumberKind::Item(0))), WHEN, "an item"),
];

#[test]
fn items() {
    super::hold(BREAKS);
}
