//! What only outcomes of one kind carry.

mod entitlement;
mod lines;
mod measure;
mod procedure;
mod quantity;
mod words;

pub(super) use entitlement::claim;
pub use entitlement::{AMOUNT_UNITS, ClaimReport, EntitlementReport, MonthsReport};
pub use lines::StatesReport;
pub use measure::{IndicatorReport, LimitReport, RequirementReport};
pub use procedure::{ProcedureReport, StepReport};
pub use quantity::{PartReport, QuantityReport};
pub(super) use words::answers;
pub use words::{AnswerLine, Found, KeyedWords, LookupReport};

use super::canonical::Member;
use super::outcome::Settled;
use crate::compile::{Kind, Plan, Rule};
use crate::evaluate::Outcome;

/// What only outcomes of one kind carry.
#[derive(Clone, Debug, serde::Serialize)]
#[serde(untagged)]
pub enum Own {
    /// Of an entitlement.
    Entitlement(EntitlementReport),
    /// Of a limit.
    Limit(LimitReport),
    /// Of a requirement.
    Requirement(RequirementReport),
    /// Of an indicator.
    Indicator(IndicatorReport),
    /// Of a procedure.
    Procedure(ProcedureReport),
    /// Of a lookup.
    Lookup(LookupReport),
    /// Of a quantity.
    Quantity(QuantityReport),
}

impl Own {
    /// Hands over its members, in the order of their names.
    pub(super) fn members(&self, take: impl FnOnce(&[Member<'_>])) {
        match self {
            Self::Entitlement(own) => take(&own.members()),
            Self::Limit(own) => take(&own.members()),
            Self::Requirement(own) => take(&own.members()),
            Self::Indicator(own) => take(&own.members()),
            Self::Procedure(own) => take(&own.members()),
            Self::Lookup(own) => take(&own.members()),
            Self::Quantity(own) => take(&own.members()),
        }
    }
}

/// What an outcome carries because of its kind.
pub(super) fn own(plan: &Plan, rule: &Rule, settled: &Settled, outcome: &Outcome) -> Own {
    match rule.kind {
        Kind::Limit => Own::Limit(measure::limit(plan, rule, outcome)),
        Kind::Indicator => Own::Indicator(measure::indicator(plan, rule, outcome)),
        Kind::Requirement => Own::Requirement(measure::requirement(rule, outcome)),
        Kind::Procedure => Own::Procedure(procedure::procedure(rule, outcome)),
        Kind::Lookup => Own::Lookup(words::lookup(rule, &settled.answers, outcome)),
        Kind::Quantity => Own::Quantity(quantity::quantity(plan, rule, outcome)),
        Kind::Entitlement => Own::Entitlement(entitlement::entitlement(rule, settled.claim.as_ref(), outcome)),
    }
}
