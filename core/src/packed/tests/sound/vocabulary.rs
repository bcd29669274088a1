//! Things and facts.

use super::{Break, fact, hold};
use crate::model::{Fact, FactType, ThingIndex};
use crate::rulebook::Rulebook;
use crate::value::{Decimal, Unit};

fn at<'b>(book: &'b mut Rulebook, id: &str) -> &'b mut Fact {
    let index = fact(book, id);
    &mut book.vocabulary.facts[index.0]
}

/// The bounds of a fact that is a number.
fn numbers(
    book: &mut Rulebook,
    id: &str,
    change: impl FnOnce(&mut u8, (&mut i64, &mut i64), &mut Vec<i64>, &mut Unit),
) {
    let FactType::Number { scale, minimum, maximum, allowed, unit } = &mut at(book, id).kind else {
        panic!("{id} is a number")
    };
    change(scale, (minimum, maximum), allowed, unit);
}

pub(super) const BREAKS: &[Break] = &[
    ("thing", |book| book.vocabulary.things[1].id = book.vocabulary.things[0].id.clone(), "", "things: id ≠ id"),
    ("holder", |book| book.vocabulary.things[0].holder = Some(ThingIndex(0)), "things[0]", "holder < thing"),
    ("fact", |book| book.vocabulary.facts[1].id = book.vocabulary.facts[0].id.clone(), "", "facts: id ≠ id"),
    ("fact's thing", |book| book.vocabulary.facts[0].thing = ThingIndex(99), "facts[0]", "thing"),
    ("key", |book| book.vocabulary.things[3].key = book.vocabulary.things[1].key.clone(), "", "things: key ≠ key"),
    ("no key", |book| book.vocabulary.things[0].key.clear(), "things[0]", "id, key"),
    ("member", |book| at(book, "institution.filed").member = "registered".to_owned(), "", "facts: member ≠ member"),
    ("day that changes", |book| at(book, "child.birth_date").changes = true, "facts[*]", "changes = false"),
    (
        "number without end",
        |book| at(book, "child.birth_order").absent_is_without_end = true,
        "facts[*]",
        "absent: date",
    ),
    (
        "after itself",
        |book| at(book, "enrolment.to").after = Some(fact(book, "enrolment.to")),
        "facts[*]",
        "after: date",
    ),
    (
        "implied by what another holds",
        |book| at(book, "parent.employed").implied_by = vec![fact(book, "child.birth_order")],
        "facts[*]",
        "implied_by",
    ),
    (
        "contradicted by nothing",
        |book| at(book, "institution.filed").contradicts_no = true,
        "facts[*]",
        "contradicts_no: implied_by",
    ),
    (
        "sum of days",
        |book| at(book, "child.birth_date").sum_at_most = Some((Decimal::new(1, 0), ThingIndex(0))),
        "facts[*]",
        "sum_at_most: number",
    ),
    (
        "sum with too many decimals",
        |book| at(book, "parent.deduction_share").sum_at_most.as_mut().unwrap().0 = Decimal::new(1, 9),
        "facts[*]",
        "sum_at_most",
    ),
    (
        "sum over no holder",
        |book| at(book, "parent.deduction_share").sum_at_most.as_mut().unwrap().1 = ThingIndex(0),
        "facts[*]",
        "over: holder",
    ),
    ("decimals", |book| numbers(book, "child.birth_order", |scale, _, _, _| *scale = 19), "facts[*]", "scale ≤ 18"),
    (
        "bounds",
        |book| numbers(book, "child.birth_order", |_, (minimum, maximum), _, _| *minimum = *maximum + 1),
        "facts[*]",
        "minimum ≤ maximum",
    ),
    (
        "value out of bounds",
        |book| numbers(book, "child.birth_order", |_, _, allowed, _| allowed.push(21)),
        "facts[*]",
        "allowed",
    ),
    (
        "value twice",
        |book| numbers(book, "child.birth_order", |_, _, allowed, _| allowed.extend([2, 2])),
        "facts[*]",
        "allowed ≠ allowed",
    ),
    (
        "money without fen",
        |book| numbers(book, "child.birth_order", |_, _, _, unit| *unit = Unit::Cny),
        "facts[*]",
        "money: scale ≥ 2",
    ),
    ("days", |book| numbers(book, "child.birth_order", |_, _, _, unit| *unit = Unit::Days), "facts[*]", "unit"),
    ("no options", |book| at(book, "family.county").kind = FactType::Options(Vec::new()), "facts[*]", "options"),
    (
        "link to what has no id",
        |book| {
            let unnamed = book.vocabulary.things.iter().position(|thing| !thing.named).unwrap();
            at(book, "enrolment.class").kind = FactType::Link(ThingIndex(unnamed));
        },
        "facts[*]",
        "to: named",
    ),
    (
        "records without numbers",
        |book| {
            let FactType::Records { fields, .. } = &mut at(book, "institution.utilities").kind else {
                panic!("records")
            };
            fields.clear();
        },
        "facts[*]",
        "fields",
    ),
    (
        "number of no records",
        |book| at(book, "institution.utilities.water.quantity").part.as_mut().unwrap().choice = 4,
        "facts[*]",
        "part: records",
    ),
];

#[test]
fn broken_invariants_are_told() {
    hold(BREAKS);
}
