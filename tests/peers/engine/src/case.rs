//! One warm case, in nanoseconds: from a row without reasons to a tree down to the law's sentences.

use std::hint::black_box;
use std::time::{Duration, Instant};
use tuoyu::evaluate::evaluate;
use tuoyu::{AnswerBuffer, Answers, Ask, Batch, Pack, Rules, Wanted, Workspace};

/// Tells each as a name and nanoseconds: of a row, its heading above it, and of a case.
pub fn tell(row: &str, json: &[u8]) {
    let rules = Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).expect("the embedded pack");
    let ask = Ask::window("2026-01", "2026-12").reading("fourth-child", "as-third").rule("jining/*");
    let one = Ask::window("2026-01", "2026-12").rule("jining/family-subsidy");
    let (headings, cells) = row.trim_end().split_once('\n').expect("a heading and a row");
    println!("row-rules {}", alone(&rules, &ask, headings, cells, "row"));
    // The same where nobody knows what the institution uses: twelve numbers of which each may be anything.
    let used = |heading: &str| heading.starts_with("institution.utilities");
    let (headings, cells): (Vec<&str>, Vec<&str>) =
        headings.split(',').zip(cells.split(',')).filter(|(heading, _)| !used(heading)).unzip();
    alone(&rules, &ask, &headings.join(","), &cells.join(","), "row-open");
    let case = rules.read_json(json).expect("a sound case");
    let question = rules.question(&ask).expect("a sound question");
    let answer = rules.assess(&case, &one).expect("an answer");
    let outcome = answer.outcomes.first().expect("an outcome");
    say("read", || rules.read_json(black_box(json)));
    let (ready, one_ready) = (rules.assessor(&ask), rules.assessor(&one));
    let (ready, one_ready) = (ready.expect("a sound question"), one_ready.expect("a sound question"));
    say("evaluate", || evaluate(rules.plan(), black_box(&case), &question));
    say("assess-anew", || rules.assess(black_box(&case), &ask));
    say("assess", || ready.assess(black_box(&case)));
    say("assess-one", || one_ready.assess(black_box(&case)));
    say("explain", || rules.explain(black_box(outcome)));
}

/// Answers a case again and again, with reasons or without, to be watched by a profiler.
pub fn again(json: &[u8], times: usize, reasons: bool) {
    let rules = Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).expect("the embedded pack");
    let ask = Ask::window("2026-01", "2026-12").reading("fourth-child", "as-third").rule("jining/*");
    let case = rules.read_json(json).expect("a sound case");
    let question = rules.question(&ask).expect("a sound question");
    let ready = rules.assessor(&ask).expect("a sound question");
    for _ in 0..times {
        if reasons {
            black_box(ready.assess(black_box(&case)).expect("an answer"));
        } else {
            black_box(evaluate(rules.plan(), black_box(&case), &question));
        }
    }
}

/// Answers a row again and again, to be watched by a profiler.
pub fn row_again(row: &str, times: usize) {
    let rules = Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).expect("the embedded pack");
    let ask = Ask::window("2026-01", "2026-12").reading("fourth-child", "as-third").rule("jining/*");
    let (headings, cells) = row.trim_end().split_once('\n').expect("a heading and a row");
    let headings = rules.headings(headings.split(','), None).expect("facts of the vocabulary");
    let batch = rules.batch(&headings, &ask).expect("rules of enrolments");
    asked(&batch, cells, |run| (0..times).for_each(|_| run()));
}

/// A row through the door for rows: amounts and states of every rule that a row can state everything for. Gives how many.
fn alone(rules: &Rules, ask: &Ask, headings: &str, row: &str, name: &str) -> usize {
    let headings = rules.headings(headings.split(','), None).expect("facts of the vocabulary");
    let batch = rules.batch(&headings, ask).expect("rules of enrolments");
    asked(&batch, row, |run| say(name, run));
    batch.rules().len()
}

/// Reads a row, and hands over what answers it.
fn asked(batch: &Batch<'_>, row: &str, run: impl FnOnce(&mut dyn FnMut())) {
    let mut cells = batch.cells();
    batch.read(&mut cells, row.split(','));
    assert!(cells.faults().is_empty(), "a sound row");
    let columns = cells.columns();
    let rows = cells.rows(&columns);
    let wanted = Wanted { amount: true, state: true, ..Wanted::default() };
    let mut buffers = vec![AnswerBuffer::new(wanted); batch.rules().len()];
    let mut workspace = Workspace::default();
    run(&mut || {
        let mut answers: Vec<Answers<'_>> = buffers.iter_mut().map(|buffer| buffer.room(1)).collect();
        let faults = batch.answer_in(&mut workspace, black_box(&rows), 0..1, &mut answers);
        assert!(black_box(faults).is_ok_and(|faults| faults.is_empty()), "a sound row");
    });
}

/// The median of many runs, each long enough for the clock.
fn say<T>(name: &str, mut run: impl FnMut() -> T) {
    let mut timed = |times: u32| {
        let start = Instant::now();
        for _ in 0..times {
            black_box(run());
        }
        start.elapsed()
    };
    let once = timed(100).as_nanos() / 100;
    let times = u32::try_from(Duration::from_millis(2).as_nanos() / once.max(1)).unwrap_or(1).max(1);
    let mut each: Vec<u128> = (0..101).map(|_| timed(times).as_nanos() / u128::from(times)).collect();
    each.sort_unstable();
    println!("{name} {}", each[each.len() / 2]);
}
