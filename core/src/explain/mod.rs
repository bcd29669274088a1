//! Outcomes and the plan → what people and other systems read: reasons, totals, a receipt, as the contract's JSON.
//!
//! Imports `evaluate`, `compile`, `check` (whose types the plan carries), `model` and the leaves. It decides nothing.

mod assessment;
mod outcome;
mod reason;
mod receipt;
mod total;
mod wording;

pub use assessment::{Assessment, WindowReport, assessment};
pub use outcome::{ChosenReadings, FactName, MonthsReport, Opening, OutcomeReport, SourceReport};
pub use reason::ReasonReport;
pub use receipt::{Receipt, SEMANTICS};
pub use total::Total;

#[cfg(test)]
mod tests;
