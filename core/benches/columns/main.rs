//! Four money rules and what is left to pay over columns, beside a hand-written loop over the same columns.
//!
//! `cargo bench -p tuoyu --bench columns` runs both in turn, compares every cell, and prints ratios; absolute
//! times mean nothing on a shared machine. Synthetic rows, seeded; every fact known; readings as they stand, with
//! `fourth-child=as-third`; window 2026-01 to 2026-12; one thread; buffers reused.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a bench may stop where it stands")]

#[path = "../work/batch.rs"]
mod batch;
#[path = "../work/by_hand.rs"]
mod by_hand;
#[path = "../work/rows.rs"]
mod rows;
#[path = "../work/synthetic.rs"]
mod synthetic;

use batch::{Output, RULES};
use rows::Rows;
use std::hint::black_box;
use std::ops::Range;
use std::time::{Duration, Instant};
use tuoyu::model::Rows as TypedRows;
use tuoyu::{Answers, Batch, Rules};

fn main() {
    let rules = batch::rules();
    let batch = batch::batch(&rules);
    let most = std::env::args().filter_map(|argument| argument.parse().ok()).next().unwrap_or(1_000_000);
    println!(
        "{:>10}  {:>10}  {:>10}  {:>7}  {:>7}  {:>11}",
        "rows", "by hand ns", "engine ns", "ratio", "open", "wrong cells"
    );
    for size in [10_000, 100_000, 1_000_000, 10_000_000].into_iter().filter(|size| *size <= most) {
        side_by_side(&rules, &batch, size);
    }
}

/// The loop by hand, the engine, and the engine over rows of which one in ten lacks a fact, in turn.
fn side_by_side(rules: &Rules, batch: &Batch<'_>, size: usize) {
    let data = Rows::synthetic(size, 20_260_101);
    let open = data.clone().with_unknowns(20_260_102);
    let (columns, open_columns) = (data.columns(rules), open.columns(rules));
    let (rows, open_rows) = (TypedRows::new(size, &columns), TypedRows::new(size, &open_columns));
    let mut hand: Vec<Vec<i64>> = vec![vec![0; size]; RULES.len()];
    let mut engine = Output::of_all(size);
    let mut engine_open = Output::of_all(size);
    let repeats = (4_000_000 / size).max(1);
    let (mut ratios, mut open_ratios) = (Vec::new(), Vec::new());
    let (mut by_hand, mut by_engine) = (Duration::MAX, Duration::MAX);
    for _ in 0..if size > 1_000_000 { 5 } else { 15 } {
        let first = timed(repeats, || by_hand::amounts(black_box(&data), &mut hand));
        let second = timed(repeats, || evaluate(batch, black_box(&rows), 0..size, &mut engine));
        let third = timed(repeats, || evaluate(batch, black_box(&open_rows), 0..size, &mut engine_open));
        ratios.push(second.as_nanos() * 100 / first.as_nanos().max(1));
        open_ratios.push(third.as_nanos() * 100 / second.as_nanos().max(1));
        (by_hand, by_engine) = (by_hand.min(first), by_engine.min(second));
    }
    let (ratio, open_ratio) = (median(ratios), median(open_ratios));
    let cells =
        hand.iter().zip(&engine).flat_map(|(hand, engine)| hand.iter().zip(engine.values.iter().zip(&engine.known)));
    let wrong = cells.filter(|(hand, (value, known))| hand != value || !**known).count();
    let each = |time: Duration| time.as_nanos() * 10 / u128::try_from(size * repeats).unwrap_or(u128::MAX);
    let (a, b) = (each(by_hand), each(by_engine));
    println!(
        "{size:>10}  {:>8}.{}  {:>8}.{}  {:>4}.{:02}  {:>4}.{:02}  {wrong:>11}",
        a / 10,
        a % 10,
        b / 10,
        b % 10,
        ratio / 100,
        ratio % 100,
        open_ratio / 100,
        open_ratio % 100
    );
}

fn median(mut values: Vec<u128>) -> u128 {
    values.sort_unstable();
    values[values.len() / 2]
}

fn timed(repeats: usize, mut run: impl FnMut()) -> Duration {
    let start = Instant::now();
    for _ in 0..repeats {
        run();
    }
    start.elapsed()
}

/// Amounts of every rule over a range of rows, into buffers that are used again.
fn evaluate(batch: &Batch<'_>, rows: &TypedRows<'_>, range: Range<usize>, out: &mut [Output]) {
    let mut answers: Vec<Answers<'_>> = out.iter_mut().map(Output::answers).collect();
    let faults = batch.answer(rows, range, &mut answers).expect("room for every row");
    assert!(faults.is_empty(), "every row is sound");
}
