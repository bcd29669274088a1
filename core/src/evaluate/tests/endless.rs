//! Tables by a date that may be without end: what never ends lies behind every day.

use super::kinds::{ask, small};
use crate::model::Known;
use crate::{AnswerBuffer, Ask, Rules, Wanted};

const LAW: &str = "2026年7月1日前离开的每月100元，之后离开或者不离开的每月300元。";

fn subsidy(late: &str, early: &str) -> Rules {
    small(
        LAW,
        &format!(
            "entitlement subsidy for enrolment\n  title 补贴 | Subsidy\n  pay county -> family\n  \
             rate per month by enrolment.to\n    otherwise: {early}\n    2026-07-01 ..: {late}"
        ),
    )
}

/// What an enrolment is paid in January 2026, by its end.
fn paid(rules: &Rules, to: Option<&str>) -> Option<i128> {
    let to = to.map(|to| format!(r#", "to": "{to}""#)).unwrap_or_default();
    let case = format!(r#"{{"families":[{{"children":[{{"enrolments":[{{"id":"e1"{to}}}]}}]}}]}}"#);
    ask(rules, &case, &Ask::window("2026-01", "2026-01")).remove(0).amount
}

/// The same of rows.
fn paid_in_rows(rules: &Rules, ends: &[&str]) -> Vec<Option<i64>> {
    let headings = rules.headings(["enrolment.to"], None).unwrap();
    let batch = rules.batch(&headings, &Ask::window("2026-01", "2026-01")).unwrap();
    let mut cells = batch.cells();
    ends.iter().for_each(|end| batch.read(&mut cells, [*end]));
    let columns = cells.columns();
    assert!(matches!(columns[0].known, Known::Each(_)));
    let mut buffer = AnswerBuffer::new(Wanted { amount: true, ..Wanted::default() });
    assert!(batch.answer(&cells.rows(&columns), 0..ends.len(), &mut [buffer.room(ends.len())]).unwrap().is_empty());
    (0..ends.len()).map(|row| buffer.amount(row)).collect()
}

#[test]
fn what_never_ends_is_in_the_arm_of_late_ends() {
    let rules = subsidy("300 CNY", "100 CNY");
    let ends = [Some("2026-06-30"), Some("2026-07-01"), Some("2100-12-31"), None];
    assert_eq!(ends.map(|end| paid(&rules, end)), [10_000, 30_000, 30_000, 30_000].map(Some));
    let cells = ends.map(|end| end.unwrap_or_default());
    assert_eq!(paid_in_rows(&rules, &cells), [10_000, 30_000, 30_000, 30_000].map(Some));
}

#[test]
fn without_a_number_there_it_is_refused() {
    let rules = subsidy("none", "100 CNY");
    assert_eq!([Some("2026-06-30"), Some("2026-07-01"), None].map(|end| paid(&rules, end)), [10_000, 0, 0].map(Some));
    assert_eq!(paid_in_rows(&rules, &["2026-06-30", "2026-07-01", ""]), [10_000, 0, 0].map(Some));
}
