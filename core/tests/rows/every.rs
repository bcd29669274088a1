//! What a quantity comes to where one fact is unknown: the same in every completion, or a range whose ends are reached.

use super::house::{ALL, answered, year};
use tuoyu::{AnswerBuffer, Ask, Pack, Rules};

const HEADING: &str = "child.birth_date,child.birth_order,class.kind,enrolment.from,enrolment.to,enrolment.monthly_fee,\
                       employer.childcare_ratio,employer.kindergarten_ratio";

/// State, amount, smallest and largest amount of what is left to pay in 2026, in fen.
fn net(row: &str) -> (Option<&'static str>, Option<i64>, Option<i64>, Option<i64>) {
    // Blocks have 512 rows: the one in question stands in the second, beside known ones.
    let known = "2025-03-10,2,infant,2025-09-10,,1999.99,0,0";
    let rows: Vec<&str> = std::iter::repeat_n(known, 600).chain([row, known]).collect();
    let (buffers, faults) = answered(HEADING, &rows, &year("bench/net"));
    assert!(faults.is_empty(), "{faults:?}");
    let said = |row: usize| {
        let buffer = &buffers[0];
        (buffer.state(row), buffer.amount(row), buffer.min(row), buffer.max(row))
    };
    // 12 × (1999.99 - 300).
    let expected = (Some("known"), Some(2_039_988), Some(2_039_988), Some(2_039_988));
    assert_eq!([said(0), said(599), said(601)], [expected; 3]);
    said(600)
}

#[test]
fn an_amount_that_every_completion_comes_to_is_known() {
    // 100.00 a month is less than the 500 of a third child, in however many months.
    assert_eq!(net("2025-03-10,3,infant,,,100,0,0"), (Some("known"), Some(0), Some(0), Some(0)));
    // From 500.01 on something is left.
    assert_eq!(net("2025-03-10,3,infant,,,500.01,0,0"), (Some("undetermined"), None, Some(0), Some(12)));
}

#[test]
fn the_ends_of_a_range_are_those_of_completions() {
    let undetermined = |low, high| (Some("undetermined"), None, Some(low), Some(high));
    // No month, or twelve.
    assert_eq!(net("2025-03-10,2,infant,,,1999.99,0,0"), undetermined(0, 2_039_988));
    // Not after the last day, and that is the reference day of June: one month at least, and six at most.
    assert_eq!(net("2025-03-10,2,infant,,2026-06-30,1999.99,0,0"), undetermined(169_999, 6 * 169_999));
    assert_eq!(net("2025-03-10,2,infant,,2026-06-29,1999.99,0,0"), undetermined(0, 5 * 169_999));
    // Under three in no month of 2026, or in each.
    assert_eq!(net(",2,infant,2025-09-10,,1999.99,0,0"), undetermined(2_039_988, 2_399_988));
}

#[test]
fn a_fact_that_nothing_reads_may_be_unknown() {
    assert_eq!(net("2025-03-10,2,,2025-09-10,,1999.99,0,0").0, Some("known"));
}

#[test]
fn a_source_that_stands_twice_counts_its_months_once() {
    // A window of two slices, 64 months and one; 100 yuan in each of them, or in none.
    let net = include_str!("../../benches/work/net.md").replace("2026-01-01 .. 2026-12-31", "2026-01-01 .. 2040-12-31");
    let net = net.replace("fees - jining/family-subsidy - jining/employer-reimbursement", "fees + fees - fees");
    let (net, _) = net.split_once("```case").unwrap();
    let files = tuoyu_rules::jining().iter().copied().chain([("bench/net.md", net)]);
    let rules = Rules::from_pack(&Pack::new(files)).unwrap();
    let headings = rules.headings(["enrolment.from", "enrolment.monthly_fee"], None).unwrap();
    let batch = rules.batch(&headings, &Ask::window("2026-01", "2031-05").rule("bench/net")).unwrap();
    let mut cells = batch.cells();
    batch.read(&mut cells, ["", "100"]);
    let columns = cells.columns();
    let mut buffer = AnswerBuffer::new(ALL);
    let faults = batch.answer(&cells.rows(&columns), 0..1, &mut [buffer.room(1)]).unwrap();
    assert!(faults.is_empty());
    assert_eq!((buffer.min(0), buffer.max(0)), (Some(0), Some(650_000)));
}
