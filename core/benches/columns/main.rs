//! Four money rules and what is left to pay over columns, beside a hand-written loop over the same columns.
//!
//! `cargo bench -p tuoyu --bench columns` runs both in turn, compares every cell, and prints ratios; absolute
//! times mean nothing on a shared machine. Synthetic rows, seeded; every fact known; readings as they stand, with
//! `fourth-child=as-third`; window 2026-01 to 2026-12; one thread; buffers reused.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a bench may stop where it stands")]

mod by_hand;
mod rows;

use rows::Rows;
use std::hint::black_box;
use std::time::{Duration, Instant};
use tuoyu::compile::RuleIndex;
use tuoyu::evaluate::{Batch, BatchAmounts, Column, Columns, Values};
use tuoyu::value::{Month, Window};
use tuoyu::{Ask, Pack, Rules};

const RULES: [&str; 5] = [
    "jining/operating-subsidy",
    "jining/city-award",
    "jining/family-subsidy",
    "jining/employer-reimbursement",
    "bench/net",
];

/// The layer that says what is left to pay.
const NET: (&str, &str) = ("bench/net.md", include_str!("net.md"));

fn main() {
    let files = tuoyu_rules::jining().iter().copied().chain([NET]);
    let rules = Rules::from_pack(&Pack::new(files)).expect("the embedded pack is right, and so is the layer");
    println!("{:>10}  {:>10}  {:>10}  {:>7}  {:>11}", "rows", "by hand ns", "engine ns", "ratio", "wrong cells");
    for size in [10_000, 100_000, 1_000_000] {
        let rows = Rows::synthetic(size, 20_260_101);
        let mut hand: Vec<BatchAmounts> = vec![vec![0; size]; RULES.len()];
        let mut engine = hand.clone();
        let repeats = (4_000_000 / size).max(1);
        let mut ratios = Vec::new();
        let (mut by_hand, mut by_engine) = (Duration::MAX, Duration::MAX);
        for _ in 0..15 {
            let first = timed(repeats, || by_hand::amounts(black_box(&rows), &mut hand));
            let second = timed(repeats, || evaluate(&rules, black_box(&rows), &mut engine));
            ratios.push((second.as_nanos() * 100 / first.as_nanos().max(1), first));
            (by_hand, by_engine) = (by_hand.min(first), by_engine.min(second));
        }
        ratios.sort_unstable();
        let (median, _) = ratios[ratios.len() / 2];
        let cells = hand.iter().flatten().zip(engine.iter().flatten());
        let wrong = cells.filter(|(a, b)| a != b).count();
        let each = |time: Duration| time.as_nanos() * 10 / u128::try_from(size * repeats).unwrap_or(u128::MAX);
        let (a, b) = (each(by_hand), each(by_engine));
        println!(
            "{size:>10}  {:>8}.{}  {:>8}.{}  {:>4}.{:02}  {wrong:>11}",
            a / 10,
            a % 10,
            b / 10,
            b % 10,
            median / 100,
            median % 100
        );
    }
}

fn timed(repeats: usize, mut run: impl FnMut()) -> Duration {
    let start = Instant::now();
    for _ in 0..repeats {
        run();
    }
    start.elapsed()
}

/// The whole way from a question to amounts, as a caller would go it.
fn evaluate(rules: &Rules, rows: &Rows, out: &mut [BatchAmounts]) {
    let ask = Ask::window("2026-01", "2026-12").reading("fourth-child", "as-third");
    let choices = rules.question(&ask).expect("a fair question").choices;
    let book = &rules.plan().book;
    let index = |id: &str| RuleIndex(book.rules.iter().position(|rule| rule.id == id).expect("a rule of the pack"));
    let window = Window::new(Month::new(2026, 1).expect("a month"), Month::new(2026, 12).expect("a month"));
    let asked: Vec<RuleIndex> = RULES.iter().map(|id| index(id)).collect();
    let batch = Batch::new(rules.plan(), &asked, &choices, window.expect("a window")).expect("no head count");
    let column =
        |id: &str, values| Column { fact: rules.vocabulary().fact(id).expect("a fact").into(), values, known: None };
    let columns = [
        column("child.birth_date", Values::Narrow(&rows.birth)),
        column("child.birth_order", Values::Narrow(&rows.order)),
        column("class.kind", Values::Code(&rows.kind)),
        column("institution.registered", Values::Code(&rows.registered)),
        column("institution.filed", Values::Code(&rows.filed)),
        column("institution.inclusive", Values::Code(&rows.inclusive)),
        column("enrolment.from", Values::Narrow(&rows.from)),
        column("enrolment.to", Values::Narrow(&rows.to)),
        column("enrolment.monthly_fee", Values::Wide(&rows.fee)),
        column("employer.childcare_ratio", Values::Narrow(&rows.childcare)),
        column("employer.kindergarten_ratio", Values::Narrow(&rows.kindergarten)),
        column("parent.employed", Values::Code(&rows.yes)),
        column("employer.kindergarten_rule", Values::Code(&rows.yes)),
    ];
    let unsettled =
        batch.amounts(&Columns { rows: rows.birth.len(), columns: &columns, groups: &[], spans: None }, out);
    assert!(unsettled.is_empty(), "every row is known");
}
