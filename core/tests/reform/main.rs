//! The same rules with other numbers and other readings; every amount worked out by hand.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod numbers;
mod readings;

use serde_json::Value;
use std::sync::LazyLock;
use tuoyu::error::Diagnostics;
use tuoyu::{Ask, Pack, Rules};

static LAW: LazyLock<Rules> =
    LazyLock::new(|| Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap());

const THIRD: &str = "jining/family-subsidy.third-child";

/// A child enrolled from 2025-09-10 without end.
fn child(birth_date: &str, birth_order: u8) -> String {
    format!(
        r#"{{"families":[{{"children":[{{"birth_date":"{birth_date}","birth_order":{birth_order},
        "enrolments":[{{"id":"e1","from":"2025-09-10"}}]}}]}}]}}"#
    )
}

/// The whole answer of one rule for 2026.
fn answer(rules: &Rules, case: &str, rule: &str) -> Value {
    let ask = Ask::window("2026-01", "2026-12").rule(rule);
    serde_json::to_value(rules.assess(&rules.read_json(case.as_bytes()).unwrap(), &ask).unwrap()).unwrap()
}

fn told(result: Result<Rules, Diagnostics>) -> Vec<(&'static str, String, String)> {
    let Diagnostics(faults) = result.unwrap_err();
    faults.into_iter().map(|fault| (fault.code.id(), fault.found, fault.expected)).collect()
}
