//! What a caller keeps answers as what is made anew: workspaces, and batches that outlive the question.

use super::house::{ALL, RULES, year};
use super::made::{Random, facts, row};
use std::sync::Arc;
use std::thread;
use tuoyu::model::RowCells;
use tuoyu::{AnswerBuffer, Answers, Ask, Batch, Pack, Rules, Wanted, Workspace};

/// What every rule says of every row.
type Said = Vec<Vec<(Option<i64>, Option<&'static str>, Option<u16>)>>;

/// Without the ends of ranges, which only completions tell.
const QUICK: Wanted = Wanted { min: false, max: false, ..ALL };

fn said(batch: &Batch<'_>, cells: &RowCells, workspace: Option<&mut Workspace>) -> (Said, usize) {
    let columns = cells.columns();
    let rows = cells.rows(&columns);
    let mut buffers = vec![AnswerBuffer::new(QUICK); batch.rules().len()];
    let mut out: Vec<Answers<'_>> = buffers.iter_mut().map(|buffer| buffer.room(rows.length)).collect();
    let faults = match workspace {
        Some(workspace) => batch.answer_in(workspace, &rows, 0..rows.length, &mut out),
        None => batch.answer(&rows, 0..rows.length, &mut out),
    };
    let of = |buffer: &AnswerBuffer, row| (buffer.amount(row), buffer.state(row), buffer.months(row));
    let rows = 0..rows.length;
    (buffers.iter().map(|buffer| rows.clone().map(|row| of(buffer, row)).collect()).collect(), faults.unwrap().len())
}

#[test]
fn a_workspace_answers_as_a_new_one_whatever_it_answered_before() {
    let facts = facts();
    let names: Vec<&str> = facts.iter().map(|fact| fact.id.as_str()).collect();
    let headings = RULES.headings(names.iter().copied(), Some("enrolment")).unwrap();
    let asks = [
        Ask::window("2026-01", "2026-12").rule("jining/*subsidy").reading("fourth-child", "as-third"),
        Ask::window("2026-01", "2026-12").rule("jining/employer-reimbursement").rule("jining/city-award"),
        Ask::window("2025-02", "2027-09").rule("bench/net").rule("jining/family-subsidy"),
        // So long that it is cut, and counted in the wide lane.
        Ask::window("2020-01", "2029-12").rule("jining/*subsidy"),
    ];
    let batches = asks.map(|ask| RULES.batch(&headings, &ask).unwrap());
    let mut random = Random(20_261_129);
    let mut workspace = Workspace::default();
    let mut settled = 0;
    for _ in 0..60 {
        let batch = random.pick(&batches);
        let mut cells = batch.cells();
        let unknown = *random.pick(&[0, 0, 5, 40]);
        for _ in 0..*random.pick(&[0, 1, 1, 2, 30, 513]) {
            batch.read(&mut cells, row(&facts, unknown, &mut random).iter().map(String::as_str));
        }
        let kept = said(batch, &cells, Some(&mut workspace));
        settled += kept.0.iter().flatten().filter(|(amount, ..)| amount.is_some()).count();
        assert_eq!(kept, said(batch, &cells, None));
    }
    assert!(settled > 1_000, "{settled}");
}

#[test]
fn what_a_workspace_held_of_other_rows_is_not_seen() {
    let batch =
        RULES.batch(&RULES.headings(["孩次", "出生日期", "入托日期"], None).unwrap(), &year("jining/family-subsidy"));
    let batch = batch.unwrap();
    let mut workspace = Workspace::default();
    let mut answer = |rows: &[[&str; 3]]| {
        let mut cells = batch.cells();
        rows.iter().for_each(|row| batch.read(&mut cells, *row));
        said(&batch, &cells, Some(&mut workspace)).0.remove(0)
    };
    let (third, open) = (["3", "2025-03-10", "2025-09-10"], ["", "2025-03-10", "2025-09-10"]);
    let paid = (Some(600_000), Some("granted"), Some(12));
    assert_eq!(answer(&[third, third]), [paid, paid]);
    assert_eq!(answer(&[open, third]), [(None, Some("undetermined"), None), paid]);
    // To the end of April, when the child is three.
    assert_eq!(answer(&[["2", "2023-05-31", "2025-09-10"]]), [(Some(120_000), Some("granted"), Some(4))]);
    assert_eq!(answer(&[["2", "2023-02-30", "2025-09-10"], third]), [(None, None, None), paid]);
    assert_eq!(answer(&[]), []);
}

/// A batch that its question, its headings and whoever made it do not outlive.
fn kept(new_rate: Option<&str>) -> Batch<'static> {
    let rules = Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap();
    let rules = rules.reform(new_rate.map(|rate| ("jining/family-subsidy.third-child", rate))).unwrap();
    let headings = rules.headings(["孩次", "出生日期", "入托日期"], None).unwrap();
    Arc::new(rules).shared_batch(&headings, &year("jining/family-subsidy")).unwrap()
}

#[test]
fn a_batch_is_kept_with_the_law_that_it_was_made_of_and_shared_by_threads() {
    let batches = [kept(None), kept(Some("800"))];
    let amounts = |order: &str| {
        let mut workspace = Workspace::default();
        batches.each_ref().map(|batch| {
            let mut cells = batch.cells();
            batch.read(&mut cells, [order, "2025-03-10", "2025-09-10"]);
            let first = said(batch, &cells, Some(&mut workspace)).0[0][0].0;
            assert_eq!(first, said(batch, &cells, None).0[0][0].0);
            first
        })
    };
    thread::scope(|scope| {
        for _ in 0..50 {
            let threads = ["2", "3"].map(|order| scope.spawn(move || amounts(order)));
            let told = threads.map(|thread| thread.join().unwrap());
            // Twelve months at 300; at 500 by law, and at 800.
            assert_eq!(told, [[Some(360_000), Some(360_000)], [Some(600_000), Some(960_000)]]);
        }
    });
}

#[test]
fn headings_of_some_columns_say_the_same_of_them() {
    let headings = RULES.headings(["出生日期", "班主任", "enrolment.id", "孩次", "孩次数"], None).unwrap();
    let some = headings.only(&[3, 1]);
    assert_eq!(some.names(), ["孩次", "班主任"]);
    assert_eq!(some.columns(), [headings.columns()[3], headings.columns()[1]]);
    assert_eq!((some.thing(), some.things()), (headings.thing(), headings.things()));
    // By itself, the order of birth would be that of a child.
    assert_ne!(RULES.headings(["孩次"], None).unwrap().thing(), some.thing());
}
