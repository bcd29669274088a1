//! Months that go to the first of several, over windows longer than a slice of 64 months.

use super::kinds::{ask, small};
use crate::Ask;
use crate::evaluate::{MonthState, Outcome};

const LAW: &str = "每月补贴300元，同一儿童只补贴一处。";

const RULE: &str = r#"entitlement subsidy for enrolment
  title   补贴 | Subsidy
  pay     county -> family
  single  child
  when    running "在托 | Enrolled": day in enrolment.from .. enrolment.to
  rate    per month 300 CNY"#;

/// The months that each of the enrolments of a child is granted, by their places.
fn granted(others: &str, to: &str) -> Vec<Vec<usize>> {
    let case = format!(
        r#"{{"families":[{{"children":[{{"enrolments":[
            {{"id":"e1","from":"2026-01-01","to":"2026-12-31"}},{others}]}}]}}]}}"#
    );
    let places = |outcome: &Outcome| {
        let months = outcome.months.iter().enumerate();
        months.filter(|(_, month)| month.state == MonthState::Granted).map(|(place, _)| place).collect()
    };
    ask(&small(LAW, RULE), &case, &Ask::window("2026-01", to)).iter().map(places).collect()
}

#[test]
fn what_the_first_took_of_one_slice_it_did_not_take_of_the_next() {
    // The first takes the year 2026; from 2027 on there is but the second, up to 2034 and beyond the first 64 months.
    let second = r#"{"id":"e2","from":"2026-01-01","to":"2034-12-31"}"#;
    for (to, months) in [("2031-04", 64), ("2031-05", 65), ("2034-12", 108), ("2036-12", 108)] {
        let expected = [(0..12).collect::<Vec<usize>>(), (12..months).collect()];
        assert_eq!(granted(second, to), expected, "{to}");
    }
    // The same where something is unknown: the second leaves the third nothing, whenever it began.
    let unknown = format!(r#"{second},{{"id":"e3","to":"2034-12-31"}}"#);
    let all = granted(&unknown, "2034-12");
    assert_eq!(all, [(0..12).collect::<Vec<usize>>(), (12..108).collect(), Vec::new()]);
}
