//! The engine's side of the work: five amounts of a year, into buffers that are filled again and again.

use crate::rows::FACTS;
use tuoyu::{Amounts, Answers, Ask, Batch, Filled, Pack, Rules};

/// The rules whose amounts are asked for.
pub const RULES: [&str; 5] = [
    "jining/operating-subsidy",
    "jining/city-award",
    "jining/family-subsidy",
    "jining/employer-reimbursement",
    "bench/net",
];

/// The layer that says what is left to pay.
const NET: (&str, &str) = ("bench/net.md", include_str!("net.md"));

/// The shipped pack, with the layer.
pub fn rules() -> Rules {
    let files = tuoyu_rules::jining().iter().copied().chain([NET]);
    Rules::from_pack(&Pack::new(files)).expect("the embedded pack is right, and so is the layer")
}

/// Rules and question made ready once, as a caller would keep them.
pub fn batch(rules: &Rules) -> Batch<'_> {
    let ask = Ask::window("2026-01", "2026-12").reading("fourth-child", "as-third");
    let ask = RULES.iter().fold(ask, |ask, rule| ask.rule(rule));
    let headings = rules.headings(FACTS, None).expect("facts of the vocabulary");
    rules.batch(&headings, &ask).expect("rules of enrolments")
}

/// The amounts of one rule, and which are settled.
pub struct Output {
    pub values: Vec<i64>,
    pub known: Vec<bool>,
}

impl Output {
    /// Room for the amounts of every rule.
    pub fn of_all(rows: usize) -> Vec<Self> {
        RULES.iter().map(|_| Self { values: vec![0; rows], known: vec![false; rows] }).collect()
    }

    /// Amounts, and nothing else.
    pub fn answers(&mut self) -> Answers<'_> {
        let Self { values, known } = self;
        Answers { amount: Some(Amounts::Narrow(Filled { values, known })), ..Answers::default() }
    }
}
