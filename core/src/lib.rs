//! `tuoyu` (托育, childcare): a childcare policy as rules that can be computed, explained and checked.
//!
//! One law text, one set of rules, and one exact answer, month by month, with the sentence of law behind every
//! number. Unknown, not applicable, not in force and zero are four different answers.
//!
//! ```
//! let pack = tuoyu::Pack::new(tuoyu_rules::jining().iter().copied());
//! let rules = tuoyu::Rules::from_pack(&pack)?;
//! let case = rules.read_json(br#"{
//!     "institutions": [{"id": "n1", "registered": true, "filed": true, "inclusive": true,
//!                       "classes": [{"id": "c1", "kind": "infant"}]}],
//!     "families": [{"children": [{"birth_date": "2025-03-10", "birth_order": 2,
//!                   "enrolments": [{"id": "e1", "class": "c1", "from": "2025-09-10", "to": "2026-03-09"}]}]}]}"#)?;
//! let ask = tuoyu::Ask::window("2026-01", "2026-12").rule("jining/operating-subsidy");
//! let answer = rules.assess(&case, &ask)?;
//! // January and February: the last day of March lies after the enrolment.
//! assert_eq!(answer.outcomes[0].amount(), Some("500.00"));
//! # Ok::<(), tuoyu::error::Diagnostics>(())
//! ```
//!
//! # The street
//!
//! Each folder is a phase; each phase makes one type and knows only the one before.
//!
//! ```text
//! text ──parse──▶ Document ──check──▶ Rulebook ──compile──▶ Plan ─┐
//!                                                                 ├─evaluate──▶ Outcome ──explain──▶ Assessment
//! JSON, TOML ──model──▶ Facts ────────────────────────────────────┘
//! vocabulary and reports ──schema──▶ JSON Schema
//!
//! leaves, known to all: value (numbers, days, months), source (texts, citations), error (codes), limits
//! ```
//!
//! The core is pure: no files, clock, environment, threads or globals, no floating-point number, no panic.
//! [`Pack`] and [`Rules`] walk the street for callers; [`Sheet`] is a pack to be reviewed, its examples beside its rules.

mod ask;
#[cfg(feature = "authoring")]
mod authored;
#[cfg(feature = "authoring")]
mod case_words;
#[cfg(feature = "authoring")]
mod cases;
#[cfg(feature = "authoring")]
pub mod check;
pub mod compile;
pub mod error;
pub mod evaluate;
pub mod explain;
pub mod limits;
pub mod model;
#[cfg(feature = "authoring")]
mod pack;
pub mod packed;
#[cfg(feature = "authoring")]
pub mod parse;
mod questions;
mod reform;
pub mod replay;
mod replaying;
pub mod rulebook;
mod rules;
pub mod schema;
#[cfg(feature = "authoring")]
mod sheet;
#[cfg(feature = "authoring")]
mod size;
pub mod source;
pub mod value;
#[cfg(feature = "authoring")]
mod world;

pub use ask::Ask;
pub use model::{
    Birth, Case, Child, Class, ClassKind, County, During, Employer, Enrolment, Extra, Family, FeeItem, Institution,
    Jurisdiction, LegalForm, Ownership, Parent, Role, Service, Setting, Timed, Utility, UtilityKind,
};
#[cfg(feature = "authoring")]
pub use pack::{Checked, Pack};
pub use rules::Rules;
#[cfg(feature = "authoring")]
pub use sheet::{Entry, Made, Row, Sheet};

/// The examples of the README compile and hold.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

/// The same in Chinese.
#[cfg(doctest)]
#[doc = include_str!("../../README.zh-CN.md")]
pub struct ReadmeInChinese;
