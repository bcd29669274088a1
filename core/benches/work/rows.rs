//! Enrolments as columns, as every bench and the loop by hand have them.

use tuoyu::Rules;
use tuoyu::model::{Known, RowColumn, Values};

/// Columns of enrolments.
#[derive(Clone, Default)]
pub struct Rows {
    pub birth: Vec<i32>,
    pub order: Vec<i32>,
    pub kind: Vec<u8>,
    pub registered: Vec<u8>,
    pub filed: Vec<u8>,
    pub inclusive: Vec<u8>,
    pub from: Vec<i32>,
    pub to: Vec<i32>,
    /// Fen.
    pub fee: Vec<i64>,
    /// Ten-thousandths.
    pub childcare: Vec<i32>,
    pub kindergarten: Vec<i32>,
    /// For each fact which cells are known; empty: all.
    pub known: [Vec<bool>; 11],
}

/// The facts of a row, in the order of [`Rows::columns`].
pub const FACTS: [&str; 11] = [
    "child.birth_date",
    "child.birth_order",
    "class.kind",
    "institution.registered",
    "institution.filed",
    "institution.inclusive",
    "enrolment.from",
    "enrolment.to",
    "enrolment.monthly_fee",
    "employer.childcare_ratio",
    "employer.kindergarten_ratio",
];

impl Rows {
    /// The rows as typed columns.
    pub fn columns<'a>(&'a self, rules: &Rules) -> Vec<RowColumn<'a>> {
        let values = [
            Values::Narrow(&self.birth),
            Values::Narrow(&self.order),
            Values::Code(&self.kind),
            Values::Code(&self.registered),
            Values::Code(&self.filed),
            Values::Code(&self.inclusive),
            Values::Narrow(&self.from),
            Values::Narrow(&self.to),
            Values::Wide(&self.fee),
            Values::Narrow(&self.childcare),
            Values::Narrow(&self.kindergarten),
        ];
        let known = self.known.iter().map(|known| if known.is_empty() { Known::All } else { Known::Each(known) });
        let each = FACTS.iter().zip(values).zip(known);
        let fact = |id: &str| rules.vocabulary().fact(id).expect("a fact");
        each.map(|((id, values), known)| RowColumn { fact: fact(id), values, known }).collect()
    }
}
