//! `tuoyu` (托育, childcare): a childcare policy as rules that can be computed, explained and checked.
//!
//! One law text, one set of rules, and one exact answer, month by month, with the sentence of law behind every
//! number. Unknown, not applicable, not in force and zero are four different answers.
//!
//! # A tour
//!
//! **A case in, an outcome out.** [`Rules`] are loaded once and then shared: every verb takes `&self`. A [`Case`] is
//! made of structs in which everything is optional; what is not said is unknown.
//!
//! ```
//! use tuoyu::{Ask, Case, Child, Class, ClassKind, Enrolment, Family, Institution, Pack, Rules};
//!
//! let rules = Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied()))?;
//! let institution = Institution {
//!     registered: true.into(),
//!     filed: true.into(),
//!     inclusive: true.into(),
//!     classes: vec![Class { id: Some("c1".into()), kind: ClassKind::Infant.into(), ..Default::default() }],
//!     ..Default::default()
//! };
//! let enrolment = Enrolment {
//!     class: "c1".into(),
//!     from: Some("2025-09-10".parse()?),
//!     to: Some("2026-03-09".parse()?),
//!     ..Default::default()
//! };
//! let child = Child { enrolments: vec![enrolment], ..Default::default() };
//! let family = Family { children: vec![child], ..Default::default() };
//! let case = Case { institutions: vec![institution], families: vec![family], ..Default::default() };
//!
//! let facts = rules.read(&case)?;
//! let answer = rules.assess(&facts, &Ask::window("2026-01", "2026-12").rule("jining/operating-subsidy"))?;
//! // January and February at a twelfth of 3000 yuan: the last day of March lies after the enrolment.
//! assert_eq!((answer.outcomes[0].state, answer.outcomes[0].amount()), ("granted", Some("500.00")));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`Rules::read_json`] and `Rules::read_toml` take the same case as a text. Whatever is wrong with it comes at once, as
//! [`error::Diagnostics`]: each with a code, a path, what was found and what would be right.
//!
//! **Why.** An outcome carries a reason for each condition and stretch of months; [`Rules::explain`] tells them as a
//! tree, in Chinese and English, down to the law's own sentence.
//!
//! ```
//! # let rules = tuoyu::Rules::from_pack(&tuoyu::Pack::new(tuoyu_rules::jining().iter().copied()))?;
//! # use tuoyu::{Ask, source::Language};
//! let case = rules.read_json(br#"{"families": [{"children": [{"id": "k1", "birth_date": "2023-05-31",
//!     "birth_order": 2, "enrolments": [{"id": "e1", "from": "2025-09-10"}]}]}]}"#)?;
//! let answer = rules.assess(&case, &Ask::window("2026-01", "2026-12").rule("jining/family-subsidy"))?;
//! let outcome = &answer.outcomes[0];
//! // January to April at 300 yuan: on the last day of May the child is three.
//! assert_eq!(outcome.amount(), Some("1200.00"));
//! let failing = outcome.reasons.iter().find(|reason| reason.holds == Some(false)).unwrap();
//! assert_eq!((failing.condition.as_str(), failing.from.to_string()), ("under-three", "2026-05".to_owned()));
//! let tree = rules.explain(outcome)?;
//! assert!(tree.text(Language::Chinese).contains("2026年5月至12月：不予，不符合“未满三周岁”"));
//! # Ok::<(), tuoyu::error::Diagnostics>(())
//! ```
//!
//! **What is missing.** Where the facts do not settle it, an outcome has a range, names the facts that can still change
//! it, and [`Rules::questions`] asks for them, with what each answer would lead to.
//!
//! ```
//! # let rules = tuoyu::Rules::from_pack(&tuoyu::Pack::new(tuoyu_rules::jining().iter().copied()))?;
//! # use tuoyu::Ask;
//! let case = rules.read_json(br#"{"families": [{"children": [{"id": "k1", "birth_date": "2025-03-10",
//!     "enrolments": [{"id": "e1", "from": "2025-09-10"}]}]}]}"#)?;
//! let ask = Ask::window("2026-01", "2026-12").rule("jining/family-subsidy");
//! let outcome = &rules.assess(&case, &ask)?.outcomes[0];
//! assert_eq!((outcome.state, outcome.amount()), ("undetermined", None));
//! let range = outcome.entitlement().and_then(|own| own.range.as_ref());
//! assert_eq!(range, Some(&["0.00".to_owned(), "6000.00".to_owned()]));
//! let questions = rules.questions(&case, &ask)?;
//! assert_eq!((questions[0].fact.as_str(), questions[0].ask.zh.as_str()), ("child.birth_order", "这是第几个孩子？"));
//! # Ok::<(), tuoyu::error::Diagnostics>(())
//! ```
//!
//! **Totals, readings, reforms.** An assessment adds up by who pays whom. Where the text can be read in two ways, the
//! question chooses, or [`Rules::with_readings`] does for every question. [`Rules::reform`] is the same law with other
//! numbers.
//!
//! ```
//! # let rules = tuoyu::Rules::from_pack(&tuoyu::Pack::new(tuoyu_rules::jining().iter().copied()))?;
//! # use tuoyu::Ask;
//! let case = rules.read_json(br#"{"families": [{"children": [
//!     {"birth_date": "2024-12-01", "birth_order": 3, "enrolments": [{"id": "e1", "from": "2025-09-10"}]},
//!     {"birth_date": "2025-11-05", "birth_order": 4, "enrolments": [{"id": "e2", "from": "2026-05-06"}]}]}]}"#)?;
//! let ask = Ask::window("2026-01", "2026-12").rule("jining/family-subsidy");
//! // Twelve months at 500; whether a fourth child is paid as a third is open.
//! let total = &rules.assess(&case, &ask)?.totals[0];
//! assert_eq!((total.payer.as_deref(), total.payee.as_str()), (Some("county"), "family"));
//! assert_eq!((total.amount.as_deref(), total.range[1].as_str()), (None, "10000.00"));
//! // As a third: May to December, 8 × 500 more.
//! let chosen = ask.clone().reading("fourth-child", "as-third");
//! assert_eq!(rules.assess(&case, &chosen)?.totals[0].amount.as_deref(), Some("10000.00"));
//! let more = rules.with_readings([("fourth-child", "none")])?.reform([("jining/family-subsidy.third-child", "800")])?;
//! assert_eq!(more.assess(&case, &ask)?.totals[0].amount.as_deref(), Some("9600.00"));
//! # Ok::<(), tuoyu::error::Diagnostics>(())
//! ```
//!
//! **Compiled packs, and answering for a decision.** `Pack::compile` or `tuoyu pack` writes one file; [`Rules::load`]
//! proves it anew and needs no more. The receipt of an assessment names the pack by its digest, and [`Rules::replay`]
//! asks again what was asked.
//!
//! ```
//! # use tuoyu::{Ask, Pack, Rules, replay::Recorded};
//! let bytes = Pack::new(tuoyu_rules::jining().iter().copied()).compile()?;
//! let rules = Rules::load(&bytes)?;
//! let case = rules.read_json(br#"{"families": [{"children": [{"birth_date": "2025-03-10", "birth_order": 1,
//!     "enrolments": [{"id": "e1", "from": "2025-09-10"}]}]}]}"#)?;
//! let answer = rules.assess(&case, &Ask::window("2026-01", "2026-12").rule("jining/family-subsidy"))?;
//! assert_eq!((answer.outcomes[0].state, answer.outcomes[0].amount()), ("refused", Some("0.00")));
//! assert_eq!(answer.receipt.pack_hash, rules.hash());
//! assert!(rules.replay(&Recorded::of(&answer)?, &case)?.holds());
//! # Ok::<(), tuoyu::error::Diagnostics>(())
//! ```
//!
//! # The street
//!
//! Each folder is a phase; each phase makes one type and knows only what stands before it.
//!
//! ```text
//! text ──parse──▶ Document ──check──▶ Rulebook ──compile──▶ Plan ─┐
//!                                        ▲                        ├─evaluate──▶ Outcome ──explain──▶ Assessment
//! compiled pack ◀──packed────────────────┘                        │
//! JSON, TOML, structs ──model──▶ Facts ───────────────────────────┘
//! Assessment ──replay──▶ what differs        vocabulary and reports ──schema──▶ JSON Schema
//!
//! leaves, known to all: value (numbers, days, months), source (texts, citations), error (codes), limits
//! ```
//!
//! The core is pure: no files, clock, environment, threads or globals, no floating-point number, no panic.
//! [`Pack`] and [`Rules`] walk the street for callers; [`Sheet`] is a pack to be reviewed, its examples beside its rules.
//! Without the feature `authoring` the street begins at the compiled pack.

mod answers;
mod ask;
mod assessor;
#[cfg(feature = "authoring")]
mod authored;
mod batch;
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
mod held;
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

pub use answers::{AnswerBuffer, Wanted};
pub use ask::Ask;
pub use assessor::Assessor;
pub use batch::{Batch, BatchRule};
pub use evaluate::{Amounts, Answers, Filled, NO_STATE, Workspace};
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

/// So do those of the page on rows and columns.
#[cfg(doctest)]
#[doc = include_str!("../../docs/columns.md")]
pub struct RowsAndColumns;

/// So do those of the page on linking.
#[cfg(doctest)]
#[doc = include_str!("../../docs/linking.md")]
pub struct Linking;
