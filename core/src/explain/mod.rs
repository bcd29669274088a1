//! Outcomes and the plan → what people and other systems read: reasons, totals, a receipt, as the contract's JSON.
//!
//! Imports `evaluate`, `compile`, `check` (whose types the plan carries), `model` and the leaves. It decides nothing.

mod assessment;
mod cited;
mod outcome;
mod own;
mod reason;
mod receipt;
mod span;
mod terms;
mod total;
mod wording;
mod words;

pub use assessment::{Assessment, assessment};
pub use cited::SourceReport;
pub use outcome::{ChosenReadings, FactName, Opening, OutcomeReport};
pub use own::{
    Answer, AnswerLine, EntitlementReport, IndicatorReport, KeyedWords, LimitReport, LookupReport, MonthsReport, Own,
    ProcedureReport, RequirementReport, StatesReport, StepReport,
};
pub use reason::ReasonReport;
pub use receipt::{Receipt, SEMANTICS};
pub use span::WindowReport;
pub use terms::{form_words, party_words, standing_words, state_words};
pub use total::Total;
pub use words::{
    days_in_words, number_in_words, quantity_in_words, reading_in_words, rule_in_words, truth_in_words, value_in_words,
    window_in_words,
};

#[cfg(test)]
mod tests;
