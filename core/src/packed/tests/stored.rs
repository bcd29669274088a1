//! What is written is read again.

use super::{bytes, published, read, write};
use crate::evaluate::{Question, evaluate};
use crate::limits::TERM_LEVELS;
use crate::model::{Facts, Node};
use crate::rulebook::{Comparison, Number, NumberKind, RuleIndex, Truth};
use crate::value::{Date, Days, Decimal, Month, Unit, Window};
use crate::{Pack, compile};

fn shown(value: &impl std::fmt::Debug) -> String {
    format!("{value:?}")
}

#[test]
fn a_pack_is_the_same_after_writing_and_reading() {
    let checked = Pack::new(tuoyu_rules::jining().iter().copied()).check().plan.unwrap().book;
    assert_eq!(shown(&published().book), shown(&checked));
    let (again, hash) = write(&read(bytes()).unwrap().0);
    assert_eq!(again, bytes());
    assert_eq!(hash, read(bytes()).unwrap().1);
}

#[test]
fn a_pack_of_text_and_the_same_pack_compiled_answer_alike() {
    let case = br#"{"families":[{"children":[{"birth_date":"2023-05-31","birth_order":2,
        "enrolments":[{"id":"e1","from":"2025-09-10"}]}]}]}"#;
    let window = Window::new(Month::parse("2026-01").unwrap(), Month::parse("2026-12").unwrap()).unwrap();
    let answers =
        [Pack::new(tuoyu_rules::jining().iter().copied()).check().plan.unwrap().book, published().book.clone()].map(
            |book| {
                let plan = compile::plan(book).unwrap();
                let facts = Facts::read(&Node::from_json(case).unwrap(), &plan.book.vocabulary).unwrap();
                let choices = plan.book.readings.iter().map(|reading| reading.default).collect();
                let rules = (0..plan.book.rules.len()).map(RuleIndex).collect();
                shown(&evaluate(&plan, &facts, &Question { window, rules, choices }))
            },
        );
    assert_eq!(answers[0], answers[1]);
}

#[test]
fn the_law_is_carried_once() {
    let sentence = "二孩每人每月300元、三孩每人每月500元".as_bytes();
    let found = bytes().windows(sentence.len()).filter(|window| *window == sentence).count();
    assert_eq!(found, 1);
}

fn number(kind: NumberKind) -> Number {
    Number { kind, unit: Unit::One, scale: 0 }
}

#[test]
fn terms_are_read_as_they_were_written() {
    let one = || number(NumberKind::Constant(1));
    let two = number(NumberKind::Subtract(Box::new(number(NumberKind::Constant(5))), Box::new(one())));
    let cells = [Some(two.clone()), None];
    let chosen = number(NumberKind::Choose(Box::new(Truth::Constant(true)), Box::new(cells)));
    let term = Truth::And(
        Box::new(Truth::Not(Box::new(Truth::Compare(Comparison::Less, chosen, two)))),
        Box::new(Truth::Since(Date::parse("2025-07-21").unwrap())),
    );
    let stored = postcard::to_allocvec(&term).unwrap();
    assert_eq!(postcard::from_bytes::<Truth>(&stored).unwrap(), term);
}

#[test]
fn a_term_may_be_so_deep_and_no_deeper() {
    let deep = |levels: usize| (1..levels).fold(Truth::Constant(true), |inner, _| Truth::Not(Box::new(inner)));
    let read = |term: &Truth| postcard::from_bytes::<Truth>(&postcard::to_allocvec(term).unwrap());
    assert!(read(&deep(TERM_LEVELS)).is_ok());
    assert!(read(&deep(TERM_LEVELS + 1)).is_err());
}

#[test]
fn a_list_that_leaves_no_term_or_several_is_none() {
    let yes = postcard::to_allocvec(&Truth::Constant(true)).unwrap();
    assert_eq!(yes, [1, 0, 1], "one entry: a constant, true");
    for stored in [&[0_u8][..], &[2, 0, 1, 0, 1], &[1, 3], &[2, 0, 1, 4]] {
        assert!(postcard::from_bytes::<Truth>(stored).is_err(), "{stored:?}");
    }
    assert!(postcard::from_bytes::<Number>(&yes).is_err(), "a truth is no number");
}

#[test]
fn stored_values_keep_their_bounds() {
    let date = |days: i32| postcard::from_bytes::<Date>(&postcard::to_allocvec(&days).unwrap());
    assert_eq!(date(47_846), Ok(Date::parse("2100-12-31").unwrap()));
    assert!(date(47_848).is_err() && date(-25_568).is_err());
    let days =
        |from: i32, to: i32| postcard::from_bytes::<Days>(&postcard::to_allocvec(&(Some(from), Some(to))).unwrap());
    assert!(days(5, 5).is_ok() && days(5, 4).is_err());
    let decimal =
        |units: i128, scale: u8| postcard::from_bytes::<Decimal>(&postcard::to_allocvec(&(units, scale)).unwrap());
    assert!(decimal(10_i128.pow(28) - 1, 28).is_ok());
    assert!(decimal(10_i128.pow(28), 0).is_err() && decimal(1, 29).is_err());
}

/// `rate per month` takes an amount, and an amount per month.
#[test]
fn what_is_added_up_may_be_money_per_month() {
    let law = "本款，每月300元。";
    let vocabulary = tuoyu_rules::jining().iter().find(|(name, _)| *name == "vocabulary.toml").unwrap();
    let document = format!(
        "```document\ndocument 测试〔2025〕1号\ntitle 测试 | Test\nissuer 测试 | Test\npublished 2025-01-01\n\
         force 2025-01-01 ..\nstanding seed\nlaw sha256:{}\n```\n\n> {law}\n\n```rule\n\
         entitlement monthly for child\n  title 每月 | Monthly\n  pay state -> family\n  rate per month 300 CNY/month\n\n\
         entitlement yearly for parent\n  title 每年 | Yearly\n  pay state -> family\n  each calendar year\n  \
         when paid \"有补贴 | Paid\": sum(jining/monthly for child in family.children) > 0 CNY/year\n  rate once 300 CNY\n```\n",
        crate::check::lock_of(law)
    );
    let compiled = Pack::new([*vocabulary, ("jining/test.md", document.as_str())]).compile().unwrap();
    assert_eq!(read(&compiled).err().map(|faults| faults.0.len()), None);
}
