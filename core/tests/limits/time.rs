//! Eight times the input takes about eight times the time; a square would take 64 times.

use crate::made::{case, expression, facts, lets, pack, rules, rules_of_facts, table, with_vocabulary};
use std::time::{Duration, Instant};
use tuoyu::{Ask, Pack, Rules};

/// Generous: what is linear stays far below it on a busy machine, and a square far above.
const MOST: u32 = 24;
const TIMES: usize = 8;
/// The best of several runs is compared, so that a pause of the machine is no fault of the code.
const RUNS: usize = 3;

fn best(run: &dyn Fn()) -> Duration {
    let each = (0..RUNS).map(|_| {
        let start = Instant::now();
        run();
        start.elapsed()
    });
    each.min().unwrap()
}

/// Compares an input of a size with one of eight times that size; `make` gives what is run.
#[track_caller]
fn linear(size: usize, make: impl Fn(usize) -> Box<dyn Fn()>) {
    let (small, large) = (best(&*make(size)), best(&*make(TIMES * size)));
    assert!(large < small * MOST, "{small:?} for {size}, {large:?} for {TIMES} times as much");
}

fn check(pack: Pack) -> Box<dyn Fn()> {
    Box::new(move || assert!(pack.check().plan.is_some()))
}

#[test]
fn many_rules() {
    linear(200, |count| check(pack(&rules(count))));
}

#[test]
fn a_long_table() {
    linear(250, |count| check(pack(&table(count))));
}

#[test]
fn a_long_expression() {
    linear(1_000, |count| check(pack(&expression(count))));
}

#[test]
fn many_names() {
    linear(250, |count| check(pack(&lets(count))));
}

#[test]
fn many_facts() {
    linear(200, |count| check(with_vocabulary(&facts(count), &rules_of_facts(count))));
}

#[test]
fn many_things_are_read() {
    let law = std::rc::Rc::new(Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap());
    linear(100, |count| {
        let (law, text) = (law.clone(), case(count));
        Box::new(move || drop(law.read_json(text.as_bytes()).unwrap()))
    });
}

#[test]
fn many_things_are_assessed() {
    let law = std::rc::Rc::new(Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap());
    // A class of its own for each: one thing, one that shares months with others, a pair, a sum over all.
    let rules = ["operating-subsidy", "family-subsidy", "employer-reimbursement", "target-public-share"];
    for rule in rules {
        let ask = Ask::window("2026-01", "2026-01").rule(&format!("jining/{rule}"));
        linear(40, |count| {
            let (law, ask) = (law.clone(), ask.clone());
            let facts = law.read_json(case(count).as_bytes()).unwrap();
            Box::new(move || assert!(law.assess(&facts, &ask).is_ok()))
        });
    }
}
