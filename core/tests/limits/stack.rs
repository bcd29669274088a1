//! What stands at the limits of depth is worked out on the stack of a common thread.

use crate::made::{chain, entitlement, pack, references};
use std::fmt::Write as _;
use tuoyu::limits::{STEP_LEVELS, TERM_LEVELS};
use tuoyu::{Ask, Pack, Rules};

/// The stack that Rust gives a thread.
const STACK: usize = 2 * 1024 * 1024;

/// Assesses an enrolment of which nothing is known, explains every answer, and asks its questions.
fn walked(pack: Pack) {
    let walk = move || {
        let rules = Rules::from_pack(&pack).unwrap();
        let case = rules.read_json(br#"{"families":[{"children":[{"enrolments":[{"id":"e1"}]}]}]}"#).unwrap();
        let ask = Ask::window("2026-01", "2026-02");
        let answer = rules.assess(&case, &ask).unwrap();
        assert!(!answer.outcomes.is_empty());
        for outcome in &answer.outcomes {
            assert!(rules.explain(outcome).is_ok());
        }
        assert!(!pack.check().sheets().is_empty());
    };
    std::thread::Builder::new().stack_size(STACK).spawn(walk).unwrap().join().unwrap();
}

#[test]
fn conditions_up_to_the_highest_step() {
    let mut lines = "  when\n".to_owned();
    for number in 2..STEP_LEVELS {
        writeln!(lines, "    c{number} \"多 | Many\":  institution.places > {number}").unwrap();
    }
    let law: String = (2..STEP_LEVELS).map(|number| format!("{number}个、")).collect();
    let rule = entitlement("e", &format!("{lines}  rate   per month 3 CNY"));
    walked(pack(&[(format!("每人每月3元，{law}"), rule)]));
}

#[test]
fn terms_up_to_the_deepest() {
    let mut lines = "  let\n    a0 = institution.places\n".to_owned();
    let each = 50;
    let names = (TERM_LEVELS - 2) / each;
    (0..names).for_each(|number| writeln!(lines, "    a{} = a{number}{}", number + 1, " + 1".repeat(each)).unwrap());
    let condition = format!("  when   many \"多 | Many\":  a{names} > 3\n  rate   per month 3 CNY");
    walked(pack(&[("每人每月3元。".to_owned(), entitlement("e", &format!("{lines}{condition}")))]));
}

#[test]
fn rules_that_refer_to_one_another() {
    walked(pack(&chain(60)));
    walked(pack(&references(6)));
}
