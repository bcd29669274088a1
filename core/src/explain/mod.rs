//! Outcomes and the plan → what people and other systems read: reasons, totals, a receipt, as the contract's JSON.
//!
//! Imports `evaluate`, `compile`, `check` (whose types the plan carries), `model` and the leaves. It decides nothing.

mod assessment;
mod canonical;
mod cited;
mod described;
mod digest;
mod figure;
mod outcome;
mod own;
mod question;
mod reason;
mod receipt;
mod span;
mod speech;
mod subject;
mod terms;
mod tokens;
mod told;
mod total;
mod tree;
mod wording;
mod words;

pub(crate) use assessment::Frame;
pub use assessment::{Assessment, assessment};
pub use cited::SourceReport;
pub use described::{
    DocumentReport, FACT_TYPES, FactReport, ForceReport, PackReport, ParameterReport, ReadingReport, RuleReport,
    ThingReport, VersionReport, described,
};
pub(crate) use digest::digest;
pub use digest::json;
pub use figure::{figure_in_words, is_share};
pub use outcome::{ChosenReadings, FactName, Opening, OutcomeReport};
pub use own::{
    AMOUNT_UNITS, AnswerLine, ClaimReport, EntitlementReport, Found, IndicatorReport, KeyedWords, LimitReport,
    LookupReport, MonthsReport, Own, PartReport, ProcedureReport, QuantityReport, RequirementReport, StatesReport,
    StepReport,
};
pub use question::{Answer, AskedBy, Consequence, OptionWords, Question, Try, Values, ask, tries};
pub use reason::{FoundReport, ReasonReport};
pub use receipt::{PackIdentity, Receipt};
pub use span::WindowReport;
pub use speech::{
    admissible_in_words, ask_in_words, day_in_words, month_in_words, months_in_words, percent, thousands,
};
pub use terms::{
    form_words, is_key_said, is_read, key_words, kind_words, party_words, standing_words, state_words, who_words,
};
pub use tokens::{Held, STATES, StepState, state_token, states};
pub use told::Told;
pub use total::Total;
pub use tree::{Mark, Part, Tree, TreeLine, explanation};
pub(crate) use wording::state_code;
#[cfg(feature = "authoring")]
pub(crate) use words::number_of;
pub use words::{
    calendar_in_words, days_in_words, number_in_words, parameter_in_words, quantity_in_words, reading_in_words,
    rule_in_words, truth_in_words, value_in_words, window_in_words,
};

#[cfg(test)]
mod tests;
