//! Each phase by itself: `cargo bench -p tuoyu --bench phases`; a name after `--` chooses, such as `-- evaluate`.
//!
//! Texts are those of the shipped pack; the case is that of `tests/peers`, the rows are synthetic.

#![expect(clippy::expect_used, reason = "a bench may stop where it stands")]

#[path = "../work/batch.rs"]
mod batch;
#[path = "../work/rows.rs"]
mod rows;
#[path = "../work/shipped.rs"]
mod shipped;
#[path = "../work/synthetic.rs"]
mod synthetic;

use batch::Output;
use criterion::{
    BatchSize, BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main, measurement::WallTime,
};
use rows::Rows;
use shipped::{CASE, calendars, documents, parsed, vocabulary};
use std::hint::black_box;
use tuoyu::check::rulebook;
use tuoyu::compile::plan;
use tuoyu::evaluate::evaluate;
use tuoyu::explain::Tree;
use tuoyu::model::Rows as TypedRows;
use tuoyu::{Answers, Ask, Pack, Rules};

criterion_group!(phases, text_to_plan, compiled_pack, case, columns);
criterion_main!(phases);

/// Rows in the bench of columns: some blocks of the engine.
const ROWS: usize = 16_384;

/// Parse, check, compile; and all of it with the examples of the pack, as authors run it.
fn text_to_plan(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("text");
    let bytes = documents().map(|(_, file)| file.text.len()).sum::<usize>();
    group.throughput(Throughput::Bytes(u64::try_from(bytes).expect("a size")));
    group.bench_function("parse", |bench| bench.iter(parsed));
    let (words, read, years) = (vocabulary(), parsed(), calendars());
    group.bench_function("check", |bench| bench.iter(|| rulebook(words.clone(), black_box(&read), &years)));
    let (book, _) = rulebook(words.clone(), &read, &years);
    let compile = |bench: &mut criterion::Bencher<'_>| {
        bench.iter_batched(|| book.clone(), |book| plan(book).expect("a sound book"), BatchSize::LargeInput);
    };
    group.bench_function("compile", compile);
    let pack = Pack::new(tuoyu_rules::jining().iter().copied());
    group.bench_function("all, with examples", |bench| bench.iter(|| black_box(&pack).check()));
}

/// A compiled pack, proved anew.
fn compiled_pack(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("pack");
    let bytes = Pack::new(tuoyu_rules::jining().iter().copied()).compile().expect("the embedded pack is right");
    group.throughput(Throughput::Bytes(u64::try_from(bytes.len()).expect("a size")));
    group.bench_function("load", |bench| bench.iter(|| Rules::load(black_box(&bytes)).expect("a sound pack")));
}

/// A case: read, evaluated, assessed with reasons and receipt, explained as trees.
fn case(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("case");
    let rules = batch::rules();
    let ask = Ask::window("2026-01", "2026-12").reading("fourth-child", "as-third").rule("jining/*");
    let question = rules.question(&ask).expect("a sound question");
    let facts = rules.read_json(CASE).expect("a sound case");
    group.bench_function("read", |bench| bench.iter(|| rules.read_json(black_box(CASE))));
    let outcomes = || evaluate(rules.plan(), black_box(&facts), &question);
    group.bench_function("evaluate", |bench| bench.iter(outcomes));
    group.bench_function("assess", |bench| bench.iter(|| rules.assess(black_box(&facts), &ask)));
    let answer = rules.assess(&facts, &ask).expect("an answer");
    group.throughput(Throughput::Elements(u64::try_from(answer.outcomes.len()).expect("a size")));
    let trees = || -> Vec<Tree> {
        answer.outcomes.iter().map(|outcome| rules.explain(black_box(outcome)).expect("a tree")).collect()
    };
    group.bench_function("explain every outcome", |bench| bench.iter(trees));
}

/// Rows with the engine's block loop, known and with unknowns; and one alone.
fn columns(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("rows");
    let data = Rows::synthetic(ROWS, 20_260_101);
    answered(&mut group, "known", &data, ROWS);
    answered(&mut group, "with unknowns", &data.clone().with_unknowns(20_260_102), ROWS);
    answered(&mut group, "one", &data, 1);
}

fn answered(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, data: &Rows, length: usize) {
    let rules = batch::rules();
    let batch = batch::batch(&rules);
    let columns = data.columns(&rules);
    let rows = TypedRows::new(data.birth.len(), &columns);
    let mut out = Output::of_all(length);
    group.throughput(Throughput::Elements(u64::try_from(length).expect("a size")));
    group.bench_function(name, |bench| {
        bench.iter(|| {
            let mut answers: Vec<Answers<'_>> = out.iter_mut().map(Output::answers).collect();
            batch.answer(black_box(&rows), 0..length, &mut answers).expect("room for every row")
        });
    });
}
