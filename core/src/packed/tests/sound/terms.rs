//! Truths and numbers.

use super::{Break, FAMILY, OPERATING, ask, compare, fact, hold, number, rate, rule, set_rate};
use crate::model::FactIndex;
use crate::rulebook::{Age, Comparison, Number, NumberKind, ParameterIndex, RuleIndex, Shift, TableIndex, Truth};
use crate::value::{Decimal, Unit};

const FIRST_CONDITION: &str = "rules[*].versions[0].when[0]";

/// A rule over a calendar year.
const SAVED: &str = "china/infant-care-tax-saved";

pub(super) const BREAKS: &[Break] = &[
    (
        "divisor that may be nought",
        |book| {
            let nought = number(NumberKind::Constant(0));
            let one = number(NumberKind::Constant(1));
            compare(book, number(NumberKind::Ceiling(Box::new(one), Box::new(nought))));
        },
        FIRST_CONDITION,
        "ceil(a / b): b > 0",
    ),
    (
        "whole number with decimals",
        |book| {
            let one = || Box::new(number(NumberKind::Constant(1)));
            compare(book, Number { scale: 2, ..number(NumberKind::Ceiling(one(), one())) });
        },
        FIRST_CONDITION,
        "ceil(a / b): unit, scale",
    ),
    (
        "months between numbers that are no days",
        |book| {
            let one = || Box::new(number(NumberKind::Constant(1)));
            compare(book, Number { unit: Unit::Months, ..number(NumberKind::CompletedMonths(one(), one())) });
        },
        FIRST_CONDITION,
        "completed-months: unit, scale",
    ),
    (
        "start of what is no link",
        |book| {
            let from = fact(book, "enrolment.from");
            compare(book, Number { unit: Unit::Days, ..number(NumberKind::Since(from)) });
        },
        FIRST_CONDITION,
        "start: link",
    ),
    (
        "closed list with a choice that is none",
        |book| {
            let items = fact(book, "enrolment.fee_items");
            compare(book, number(NumberKind::Outside(items, vec![8])));
        },
        FIRST_CONDITION,
        "in: set, choices",
    ),
    (
        "sum over things of another holder",
        |book| {
            let child = book.vocabulary.thing("child").unwrap();
            let one = Box::new(number(NumberKind::Constant(1)));
            rule(book, "china/family-home").versions[0].applies[0].truth = Truth::Compare(
                Comparison::AtMost,
                number(NumberKind::SumHeld(child, one)),
                number(NumberKind::Constant(0)),
            );
        },
        "rules[*].versions[0].applies[0]",
        "sum: things of the subject",
    ),
    (
        "fact out of reach",
        |book| {
            let role = fact(book, "parent.employed");
            ask(book, Truth::Is(role, vec![1]));
        },
        "rules[*].versions[0].when[0]",
        "is: option",
    ),
    (
        "option that is none",
        |book| {
            let kind = fact(book, "class.kind");
            ask(book, Truth::Is(kind, vec![4]));
        },
        "rules[*].versions[0].when[0]",
        "is: option",
    ),
    (
        "two units compared",
        |book| {
            let truth = Truth::Compare(
                Comparison::Less,
                Number { kind: NumberKind::Constant(1), unit: Unit::Cny, scale: 2 },
                Number { kind: NumberKind::Constant(1), unit: Unit::One, scale: 2 },
            );
            ask(book, truth);
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
    ("unknown fact", |book| ask(book, Truth::Known(FactIndex(9_999))), FIRST_CONDITION, "known: fact"),
    (
        "day of what is no day",
        |book| ask(book, Truth::Aged { fact: fact(book, "child.birth_order"), age: Age::of(1) }),
        FIRST_CONDITION,
        "date",
    ),
    (
        "a year of a rule that pays no month",
        |book| {
            let rate = rate(book, SAVED);
            let own = book.rules.iter().position(|rule| rule.id == SAVED).unwrap();
            let kind = NumberKind::Total(RuleIndex(own), book.vocabulary.thing("child").unwrap());
            set_rate(book, SAVED, Number { kind, ..rate });
        },
        "rules[*].versions[0]",
        "total: rule, thing",
    ),
    (
        "a table that is not there",
        |book| {
            let rate = rate(book, SAVED);
            let kind = NumberKind::Brackets(TableIndex(99), Box::new(rate.clone()));
            set_rate(book, SAVED, Number { kind, ..rate });
        },
        "rules[*].versions[0]",
        "table: unit, scale",
    ),
    ("no month of the year", |book| ask(book, Truth::OfYear(1 << 12)), FIRST_CONDITION, "months of a year"),
    (
        "once of another unit",
        |book| {
            let whole = rate(book, FAMILY);
            let inner = Number { unit: Unit::Days, ..whole.clone() };
            set_rate(book, FAMILY, Number { kind: NumberKind::Once(Box::new(inner)), ..whole });
        },
        "rules[*].versions[0]",
        "once: unit, scale",
    ),
    (
        "once in a condition",
        |book| {
            let one = number(NumberKind::Constant(1));
            compare(book, number(NumberKind::Once(Box::new(one))));
        },
        FIRST_CONDITION,
        "once: cell of a rate",
    ),
    (
        "age beyond every age",
        |book| ask(book, Truth::Aged { fact: fact(book, "child.birth_date"), age: Age::of(i32::MIN) }),
        FIRST_CONDITION,
        "months ≤ 100000",
    ),
    (
        "period beyond every day",
        |book| {
            let shift = Shift { days: 100_001, ..Shift::default() };
            ask(book, Truth::Reached { fact: fact(book, "child.birth_date"), shift, after: false });
        },
        FIRST_CONDITION,
        "period ≤ 100000",
    ),
    (
        "period of yuan",
        |book| {
            let money = book.parameters.iter().position(|parameter| parameter.unit.is_money()).unwrap();
            let shift = Shift { parameter: Some((ParameterIndex(money), 1)), ..Shift::default() };
            ask(book, Truth::Reached { fact: fact(book, "child.birth_date"), shift, after: false });
        },
        FIRST_CONDITION,
        "period: parameter",
    ),
    (
        "fact in another unit",
        |book| compare(book, Number { unit: Unit::Cny, ..number(NumberKind::Fact(fact(book, "child.birth_order"))) }),
        FIRST_CONDITION,
        "fact: unit, scale",
    ),
    (
        "sum of two scales",
        |book| {
            let tenth = Number { scale: 1, ..number(NumberKind::Constant(1)) };
            compare(book, number(NumberKind::Add(Box::new(tenth), Box::new(number(NumberKind::Constant(1))))));
        },
        FIRST_CONDITION,
        "a, b: unit, scale",
    ),
    (
        "product that lost its decimals",
        |book| {
            let tenth = Number { scale: 1, ..number(NumberKind::Constant(1)) };
            compare(book, number(NumberKind::Multiply(Box::new(tenth.clone()), Box::new(tenth))));
        },
        FIRST_CONDITION,
        "a × b: scale",
    ),
    (
        "yuan times yuan",
        |book| {
            let yuan = Number { unit: Unit::Cny, ..number(NumberKind::Constant(1)) };
            let kind = NumberKind::Multiply(Box::new(yuan.clone()), Box::new(yuan.clone()));
            compare(book, Number { kind, ..yuan });
        },
        FIRST_CONDITION,
        "a × b: unit",
    ),
    (
        "more decimals than fit",
        |book| compare(book, Number { scale: 19, ..number(NumberKind::Constant(1)) }),
        FIRST_CONDITION,
        "scale ≤ 18",
    ),
    (
        "amount of what pays nothing",
        |book| {
            let fee = book.rules.iter().position(|rule| rule.id == "jining/inclusive-fee").unwrap();
            let kind = NumberKind::Rule(RuleIndex(fee));
            compare(book, Number { kind, unit: Unit::CnyPerMonth, scale: 2 });
        },
        FIRST_CONDITION,
        "rule: by month",
    ),
    (
        "count of what months change",
        |book| {
            let known = Truth::Known(fact(book, "child.birth_order"));
            compare(book, number(NumberKind::Holds(Box::new(known))));
        },
        FIRST_CONDITION,
        "where: facts",
    ),
    (
        "sum over what a family holds",
        |book| {
            let child = book.vocabulary.thing("child").unwrap();
            compare(book, number(NumberKind::Sum(child, Box::new(number(NumberKind::Constant(1))))));
        },
        FIRST_CONDITION,
        "sum: things of the case",
    ),
    (
        "sum in another unit",
        |book| {
            let family = book.vocabulary.thing("family").unwrap();
            let yuan = Number { unit: Unit::Cny, ..number(NumberKind::Constant(1)) };
            compare(book, number(NumberKind::Sum(family, Box::new(yuan))));
        },
        FIRST_CONDITION,
        "sum: unit, scale",
    ),
    (
        "refusal that is compared",
        |book| {
            let cells = [None, Some(number(NumberKind::Constant(1)))];
            compare(book, number(NumberKind::Choose(Box::new(Truth::Constant(true)), Box::new(cells))));
        },
        FIRST_CONDITION,
        "cell",
    ),
    (
        "refusals alone",
        |book| {
            let number = rate(book, OPERATING);
            let kind = NumberKind::Choose(Box::new(Truth::Constant(true)), Box::new([None, None]));
            set_rate(book, OPERATING, Number { kind, ..number });
        },
        "rules[*].versions[0]",
        "cells",
    ),
    (
        "cells of two units",
        |book| {
            let cells = [None, Some(number(NumberKind::Constant(1)))];
            let number = rate(book, OPERATING);
            let kind = NumberKind::Choose(Box::new(Truth::Constant(true)), Box::new(cells));
            set_rate(book, OPERATING, Number { kind, ..number });
        },
        "rules[*].versions[0]",
        "cell: unit, scale",
    ),
];

#[test]
fn broken_invariants_are_told() {
    hold(BREAKS);
}
