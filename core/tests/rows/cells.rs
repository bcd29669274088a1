//! How cells of text are read, and what is wrong with rows.

use super::house::{answered, batch, year};

const HEADING: &str = "enrolment.id,出生日期,孩次,入托日期,离托日期";
const RULE: &str = "jining/family-subsidy";

#[test]
fn cells_are_read_by_the_type_of_their_fact() {
    let heading = "class.kind,institution.registered,institution.filed,institution.inclusive,enrolment.from";
    let rows = [
        "infant,true,1,是,2025-09-10",
        " 乳儿班 ,TRUE,True,1, 2025-09-10 ",
        "other,true,1,是,2025-09-10",
        "托大班,是,1,否,2025-09-10",
        "托大班,yes,1,否,2025-09-10",
    ];
    let (answers, faults) = answered(heading, &rows, &year("jining/operating-subsidy"));
    let amounts: Vec<Option<i64>> = (0..5).map(|row| answers[0].amount(row)).collect();
    assert_eq!(amounts, [Some(300_000), Some(300_000), None, Some(0), None]);
    let states: Vec<Option<&str>> = (0..5).map(|row| answers[0].state(row)).collect();
    assert_eq!(states, [Some("granted"), Some("granted"), None, Some("refused"), None]);
    let expected = [
        "3 class.kind: not-an-option other (infant, toddler-junior, toddler-senior, mixed-age)",
        "5 institution.registered: not-yes-no yes ()",
    ];
    assert_eq!(faults, expected);
}

#[test]
fn a_bad_row_is_told_and_the_others_are_answered() {
    let rows = [
        "e1,2025-03-10,2,2025-09-10,",
        "e2,2025-13-10,2,2025-09-10,",
        "e3,2025-03-10,2.5,2025/09/10,",
        "e4,2025-03-10,21,2025-09-10,",
        "e5,2025-03-10,3,2026-03-15,2026-03-14",
        "e6,2025-03-10,3,2026-03-15,2026-03-15",
        "e7,1899-12-31,3,2026-03-15,2026-03-15",
        "e8,2025-03-10,2",
    ];
    let (answers, faults) = answered(HEADING, &rows, &year(RULE));
    let amounts: Vec<Option<i64>> = (0..8).map(|row| answers[0].amount(row)).collect();
    // e6 is not there on the last day of March; e8 is not enrolled on a day that is known.
    assert_eq!(amounts, [Some(360_000), None, None, None, None, Some(0), None, None]);
    assert_eq!((answers[0].state(4), answers[0].state(7)), (None, Some("undetermined")));
    let expected = [
        "2 出生日期: no-such-day 2025-13-10 ()",
        "3 孩次: too-many-decimals 2.5 (0)",
        "3 入托日期: not-a-date 2025/09/10 ()",
        "4 孩次: out-of-range 21 (1 .. 20)",
        "7 出生日期: out-of-range 1899-12-31 (1900-01-01 .. 2100-12-31)",
        "5 离托日期: end-before-start 2026-03-14 (2026-03-15)",
    ];
    assert_eq!(faults, expected);
}

#[test]
fn decimals_are_exact() {
    let heading = "入托日期,月保育费,单位托育费报销比例,单位幼儿园报销比例";
    let rows = [
        "2025-09-10,1999.99,0.85,0.3",
        "2025-09-10,2100,1,0.5000",
        "2025-09-10,100000.01,1,0.5",
        "2025-09-10,1e3,1,0.5",
        "2025-09-10,\"2,100\",1,0.5",
        "2025-09-10,2100.,1,0.5",
        "2025-09-10,+1,.5,0.50000",
        "2025-09-10,99999999999999999999999999999999,1,-0",
    ];
    let (answers, faults) = answered(heading, &rows, &year("jining/employer-reimbursement"));
    // 12 × 1999.99 × 0.6 = 14399.928.
    assert_eq!((answers[0].amount(0), answers[0].amount(1)), (Some(1_439_993), Some(2_520_000)));
    let expected = [
        "3 月保育费: out-of-range 100000.01 (0 .. 100000)",
        "4 月保育费: not-a-decimal 1e3 ()",
        "5 月保育费: not-a-decimal \"2 ()",
        "5 单位托育费报销比例: not-a-decimal 100\" ()",
        "5 单位幼儿园报销比例: out-of-range 1 (0 .. 1)",
    ];
    // A quoted comma is the reader's work; here it is two cells.
    assert_eq!(&faults[..4], &expected[..4]);
    assert!(faults.contains(&"6 月保育费: not-a-decimal 2100. ()".to_owned()), "{faults:?}");
    assert!(faults.contains(&"7 单位托育费报销比例: not-a-decimal .5 ()".to_owned()), "{faults:?}");
    assert!(faults.contains(&"7 单位幼儿园报销比例: too-many-decimals 0.50000 (4)".to_owned()), "{faults:?}");
    assert!(faults.iter().any(|fault| fault.starts_with("8 月保育费: out-of-range 999")), "{faults:?}");
}

#[test]
fn facts_of_one_row_imply_and_contradict_as_those_of_a_case() {
    let heading = "入托日期,月保育费,单位托育费报销比例,单位幼儿园报销比例,单位职工,employer.kindergarten_rule";
    let rows = [
        // The ratios say that there is an employer and a rule for kindergartens.
        "2025-09-10,1000,0.5,0.25,,",
        "2025-09-10,1000,0.5,,,否",
        "2025-09-10,1000,0.5,0.25,,否",
        "2025-09-10,1000,0.5,0.25,否,",
    ];
    let (answers, faults) = answered(heading, &rows, &year("jining/employer-reimbursement"));
    assert_eq!((answers[0].state(0), answers[0].amount(0)), (Some("granted"), Some(600_000)));
    assert_eq!((answers[0].state(1), answers[0].amount(1)), (Some("undetermined"), None));
    assert_eq!(faults, ["3 employer.kindergarten_rule: contradiction false (employer.kindergarten_ratio)"]);
    assert_eq!(answers[0].state(3), Some("not-applicable"));
}

#[test]
fn buffers_are_reused_and_rows_counted_on() {
    let batch = batch(HEADING, &year(RULE));
    let mut cells = batch.cells();
    batch.read(&mut cells, ["e1", "2025-03-10", "2", "2025-09-10", ""]);
    batch.read(&mut cells, ["e2", "x", "2", "2025-09-10", ""]);
    cells.clear();
    assert!(cells.is_empty() && cells.faults().is_empty());
    batch.read(&mut cells, ["e3", "2025-03-10", "x", "2025-09-10", ""]);
    cells.push_unread();
    batch.read(&mut cells, ["e5", "2025-03-10", "2", "2025-09-10", ""]);
    assert_eq!((cells.len(), super::house::told(&cells.faults()[0])), (3, "3 孩次: not-a-decimal x ()".to_owned()));
    let columns = cells.columns();
    let rows = cells.rows(&columns);
    assert!(batch.assess(&rows, 1, None).is_err());
    let answer = batch.assess(&rows, 2, None).unwrap();
    assert_eq!((answer.outcomes[0].subject.as_str(), answer.outcomes[0].amount()), ("row 5", Some("3600.00")));
    let named = batch.assess(&rows, 2, Some("e5")).unwrap();
    assert_eq!(named.outcomes[0].subject, "e5");
    assert!(!named.outcomes[0].reasons.is_empty());
}

#[test]
fn lists_are_separated_by_any_of_three_signs() {
    let batch = batch("enrolment.from,收费项目", &year(RULE));
    let mut cells = batch.cells();
    batch.read(&mut cells, ["2025-09-10", "meals; 住宿费；延时托管服务费、校服费、meals"]);
    let columns = cells.columns();
    let tuoyu::model::Values::Texts(texts) = columns[1].values else { panic!("no list") };
    assert_eq!(texts[0], ["meals", "boarding", "extended-hours", "校服费"]);
}
