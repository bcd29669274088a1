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
use tuoyu::model::{Facts, RowCells, Rows as TypedRows};
use tuoyu::{AnswerBuffer, Answers, Ask, Assessor, Batch, Pack, Rules, Wanted, Workspace};

/// A case with an institution, a family and an employer, in which everything is known.
const CASE: &[u8] = include_bytes!("../../../case.json");

fn ask() -> Ask {
    Ask::window("2026-01", "2026-12").reading("fourth-child", "as-third").rule("jining/*")
}

fn packed() -> Vec<u8> {
    Pack::new(tuoyu_rules::jining().iter().copied()).compile().expect("the embedded pack is right")
}

/// Rules that are never dropped, so that dropping them is not counted.
fn rules() -> &'static Rules {
    Box::leak(Box::new(batch::rules()))
}

fn asked() -> (&'static Rules, Facts) {
    let rules = rules();
    (rules, rules.read_json(CASE).expect("a sound case"))
}

fn answered() -> (&'static Rules, Assessment) {
    let (rules, facts) = asked();
    (rules, rules.assess(&facts, &ask()).expect("an answer"))
}

/// The same facts as a row, asked for by every rule that a row can state everything for.
const ROW: &str = include_str!("../../../row.csv");

/// A row with room for its answers, in a workspace that has answered it before.
struct OneRow {
    batch: Batch<'static>,
    cells: RowCells,
    out: Vec<AnswerBuffer>,
    workspace: Workspace,
}

fn warm_row() -> OneRow {
    let rules = Box::leak(Box::new(
        Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).expect("the embedded pack"),
    ));
    let (names, row) = ROW.trim_end().split_once('\n').expect("a heading and a row");
    let headings = rules.headings(names.split(','), None).expect("facts of the vocabulary");
    let batch = rules.batch(&headings, &ask()).expect("rules of enrolments");
    let mut cells = batch.cells();
    batch.read(&mut cells, row.split(','));
    let wanted = Wanted { amount: true, state: true, ..Wanted::default() };
    let out = vec![AnswerBuffer::new(wanted); batch.rules().len()];
    answer_one_row(OneRow { batch, cells, out, workspace: Workspace::default() })
}

fn answer_one_row(mut row: OneRow) -> OneRow {
    let columns = row.cells.columns();
    let rows = row.cells.rows(&columns);
    let mut answers: Vec<Answers<'_>> = row.out.iter_mut().map(|buffer| buffer.room(1)).collect();
    row.batch.answer_in(&mut row.workspace, black_box(&rows), 0..1, &mut answers).expect("room for the row");
    drop(answers);
    drop(columns);
    row
}

/// Rows with room for their answers, and the question made ready.
struct Roster {
    rules: &'static Rules,
    batch: Batch<'static>,
    data: Rows,
    out: Vec<Output>,
}

fn known(rows: usize) -> Roster {
    let rules = rules();
    let data = Rows::synthetic(rows, 20_260_101);
    Roster { rules, batch: batch::batch(rules), data, out: Output::of_all(rows) }
}

fn open(rows: usize) -> Roster {
    let roster = known(rows);
    Roster { data: roster.data.with_unknowns(20_260_102), ..roster }
}

#[library_benchmark]
#[bench::shipped(packed())]
fn load(pack: Vec<u8>) -> Rules {
    Rules::load(black_box(&pack)).expect("a sound pack")
}

#[library_benchmark]
#[bench::case(rules())]
fn read(rules: &'static Rules) -> Facts {
    rules.read_json(black_box(CASE)).expect("a sound case")
}

#[library_benchmark]
#[bench::case(asked())]
fn evaluate_case((rules, facts): (&'static Rules, Facts)) -> (Facts, Vec<Outcome>) {
    let question = rules.question(&ask()).expect("a sound question");
    let outcomes = evaluate(rules.plan(), black_box(&facts), &question);
    (facts, outcomes)
}

#[library_benchmark]
#[bench::case(asked())]
fn assess((rules, facts): (&'static Rules, Facts)) -> (Facts, Assessment) {
    let answer = rules.assess(black_box(&facts), &ask()).expect("an answer");
    (facts, answer)
}

fn assessor() -> (Assessor<'static>, Facts) {
    let (rules, facts) = asked();
    (rules.assessor(&ask()).expect("a sound question"), facts)
}

#[library_benchmark]
#[bench::case(assessor())]
fn assess_ready((assessor, facts): (Assessor<'static>, Facts)) -> (Assessor<'static>, Facts, Assessment) {
    let answer = assessor.assess(black_box(&facts)).expect("an answer");
    (assessor, facts, answer)
}

#[library_benchmark]
#[bench::every_outcome(answered())]
fn explain((rules, answer): (&'static Rules, Assessment)) -> (Assessment, Vec<Tree>) {
    let each = answer.outcomes.iter();
    let trees = each.map(|outcome| rules.explain(black_box(outcome)).expect("a tree")).collect();
    (answer, trees)
}

#[library_benchmark]
#[bench::question(rules())]
fn make_ready(rules: &'static Rules) -> Batch<'static> {
    batch::batch(black_box(rules))
}

#[library_benchmark]
#[bench::one(known(1))]
#[bench::known(known(16_384))]
#[bench::with_unknowns(open(16_384))]
fn answer_rows(mut roster: Roster) -> Roster {
    let columns = roster.data.columns(roster.rules);
    let rows = TypedRows::new(roster.data.birth.len(), &columns);
    let mut answers: Vec<Answers<'_>> = roster.out.iter_mut().map(Output::answers).collect();
    roster.batch.answer(black_box(&rows), 0..rows.length, &mut answers).expect("room for every row");
    drop(answers);
    drop(columns);
    roster
}

#[library_benchmark]
#[bench::warm(warm_row())]
fn answer_row(row: OneRow) -> OneRow {
    answer_one_row(row)
}

library_benchmark_group!(name = phases, benchmarks = [load, read, evaluate_case, assess, assess_ready, explain]);
library_benchmark_group!(name = over_rows, benchmarks = [make_ready, answer_rows, answer_row]);
main!(library_benchmark_groups = [phases, over_rows]);
