//! Instructions of the hot paths, counted by valgrind: `cargo bench -p tuoyu-peers --bench instructions`.
//!
//! A busy machine counts the same, so one percent is seen. What is made ready beforehand is not counted.

#![expect(clippy::expect_used, reason = "a bench may stop where it stands")]
#![expect(unused_qualifications, missing_docs, reason = "the macros of benches write modules")]

#[path = "../../../../../core/benches/work/batch.rs"]
mod batch;
#[path = "../../../../../core/benches/work/rows.rs"]
mod rows;
#[path = "../../../../../core/benches/work/synthetic.rs"]
mod synthetic;

use batch::Output;
use gungraun::{library_benchmark, library_benchmark_group, main};
use rows::Rows;
use std::hint::black_box;
use tuoyu::evaluate::{Outcome, evaluate};
use tuoyu::explain::{Assessment, Tree};
use tuoyu::model::{Facts, Rows as TypedRows};
use tuoyu::{Answers, Ask, Pack, Rules};

/// A case with an institution, a family and an employer, in which everything is known.
const CASE: &[u8] = include_bytes!("../../../case.json");

fn ask() -> Ask {
    Ask::window("2026-01", "2026-12").reading("fourth-child", "as-third").rule("jining/*")
}

fn packed() -> Vec<u8> {
    Pack::new(tuoyu_rules::jining().iter().copied()).compile().expect("the embedded pack is right")
}

fn asked() -> (Rules, Facts) {
    let rules = batch::rules();
    let facts = rules.read_json(CASE).expect("a sound case");
    (rules, facts)
}

fn answered() -> (Rules, Assessment) {
    let (rules, facts) = asked();
    let answer = rules.assess(&facts, &ask()).expect("an answer");
    (rules, answer)
}

fn known(rows: usize) -> (Rules, Rows) {
    (batch::rules(), Rows::synthetic(rows, 20_260_101))
}

fn open(rows: usize) -> (Rules, Rows) {
    (batch::rules(), Rows::synthetic(rows, 20_260_101).with_unknowns(20_260_102))
}

#[library_benchmark]
#[bench::shipped(packed())]
fn load(pack: Vec<u8>) -> Rules {
    Rules::load(black_box(&pack)).expect("a sound pack")
}

#[library_benchmark]
#[bench::case(asked())]
fn read((rules, _): (Rules, Facts)) -> Facts {
    rules.read_json(black_box(CASE)).expect("a sound case")
}

#[library_benchmark]
#[bench::case(asked())]
fn evaluate_case((rules, facts): (Rules, Facts)) -> Vec<Outcome> {
    let question = rules.question(&ask()).expect("a sound question");
    evaluate(rules.plan(), black_box(&facts), &question)
}

#[library_benchmark]
#[bench::case(asked())]
fn assess((rules, facts): (Rules, Facts)) -> Assessment {
    rules.assess(black_box(&facts), &ask()).expect("an answer")
}

#[library_benchmark]
#[bench::every_outcome(answered())]
fn explain((rules, answer): (Rules, Assessment)) -> Vec<Tree> {
    answer.outcomes.iter().map(|outcome| rules.explain(black_box(outcome)).expect("a tree")).collect()
}

// Makes the question ready and answers the rows: the first with one row is what making ready takes.
#[library_benchmark]
#[bench::one(known(1))]
#[bench::known(known(16_384))]
#[bench::with_unknowns(open(16_384))]
fn columns((rules, data): (Rules, Rows)) -> Vec<Output> {
    let batch = batch::batch(&rules);
    let columns = data.columns(&rules);
    let rows = TypedRows::new(data.birth.len(), &columns);
    let mut out = Output::of_all(rows.length);
    let mut answers: Vec<Answers<'_>> = out.iter_mut().map(Output::answers).collect();
    batch.answer(black_box(&rows), 0..rows.length, &mut answers).expect("room for every row");
    drop(answers);
    out
}

library_benchmark_group!(name = phases, benchmarks = [load, read, evaluate_case, assess, explain]);
library_benchmark_group!(name = over_rows, benchmarks = [columns]);
main!(library_benchmark_groups = [phases, over_rows]);
