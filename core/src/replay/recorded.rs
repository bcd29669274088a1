//! What was kept of an answer: its receipt, or all of it.

use super::strict::{At, OBJECT, Strict};
use crate::error::{Code, Diagnostic, Diagnostics};
use crate::model::{Node, NodeValue};
use crate::value::Window;
use serde_json::Value;
use std::collections::BTreeSet;

const RECEIPT: &str = "receipt";
const OUTCOMES: &str = "outcomes";
const WINDOW: &str = "window";
const RULES: &str = "rules";
const READINGS: &str = "readings";
const KNOWN_ON: &str = "known_on";
/// Numbers of the law with the values that they were reformed to.
const REFORM: &str = "reform";
const ASSESSMENT: [&str; 5] = ["pack", WINDOW, OUTCOMES, "totals", RECEIPT];

/// A receipt, or the whole assessment that it stands in (保存的凭据).
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    /// The receipt.
    pub receipt: RecordedReceipt,
    /// The rest of the assessment, if it was kept.
    pub answer: Option<RecordedAnswer>,
}

/// A receipt as it was recorded.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RecordedReceipt {
    /// The engine and its version.
    pub engine: String,
    /// The version of what an answer means.
    pub semantics: u32,
    /// The pack's name.
    pub pack: String,
    /// SHA-256 of the compiled pack.
    pub pack_hash: String,
    /// SHA-256 of the files that the pack was compiled from.
    pub text_hash: String,
    /// The layers, in order.
    pub layers: Vec<String>,
    /// The months asked about.
    pub window: Window,
    /// The rules asked about, each once.
    pub rules: Vec<String>,
    /// Every reading with its option; none where it was open.
    pub readings: Vec<(String, Option<String>)>,
    /// Numbers of the law that were reformed, with their values.
    pub reform: Vec<(String, String)>,
    /// SHA-256 of the facts.
    pub facts_digest: String,
    /// SHA-256 of the outcomes.
    pub outcomes_digest: String,
}

/// What an assessment holds besides its receipt.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordedAnswer {
    /// The pack's name.
    pub pack: String,
    /// The months.
    pub window: Window,
    /// The outcomes as JSON: objects with the texts `subject` and `rule`, no two of which have both alike.
    pub outcomes: Vec<Value>,
    /// The totals as JSON.
    pub totals: Vec<Value>,
}

impl Recorded {
    /// Reads a receipt, or a whole assessment, from JSON.
    ///
    /// ```
    /// let fault = tuoyu::replay::Recorded::from_json(br#"{"engine": "tuoyu 0.1.0"}"#).unwrap_err();
    /// assert!(fault.to_string().starts_with("not-a-receipt at semantics: "));
    /// ```
    ///
    /// # Errors
    /// Those of a JSON text; `not-a-receipt`, `unknown-field` and `duplicate-key` for every member that is wrong.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Diagnostics> {
        let node = Node::from_json(bytes)?;
        let whole = At { path: String::new(), node: &node };
        let mut strict = Strict::default();
        let is_assessment = whole.member(RECEIPT).is_some() || whole.member(OUTCOMES).is_some();
        let read = if is_assessment { assessment(&mut strict, &whole) } else { alone(&mut strict, &whole) };
        strict.finish(read)
    }

    /// Reads what an assessment or its receipt is written as.
    ///
    /// # Errors
    /// Those of [`Recorded::from_json`].
    pub fn of(record: &impl serde::Serialize) -> Result<Self, Diagnostics> {
        let bytes = serde_json::to_vec(record);
        let bytes =
            bytes.map_err(|fault| Diagnostic::in_argument(Code::NotAReceipt, RECEIPT, fault.to_string(), OBJECT))?;
        Self::from_json(&bytes)
    }
}

fn alone(strict: &mut Strict, at: &At<'_>) -> Option<Recorded> {
    receipt(strict, at).map(|receipt| Recorded { receipt, answer: None })
}

fn assessment(strict: &mut Strict, at: &At<'_>) -> Option<Recorded> {
    strict.known(at, &ASSESSMENT)?;
    let pack = strict.member_text(at, "pack");
    let window = strict.member_window(at, WINDOW);
    let outcomes = outcomes(strict, at);
    let totals = strict.member_list(at, "totals").and_then(|items| values(strict, &items));
    let receipt = strict.needed(at, RECEIPT, OBJECT).and_then(|member| receipt(strict, &member));
    let answer = RecordedAnswer { pack: pack?, window: window?, outcomes: outcomes?, totals: totals? };
    Some(Recorded { receipt: receipt?, answer: Some(answer) })
}

fn receipt(strict: &mut Strict, at: &At<'_>) -> Option<RecordedReceipt> {
    const MEMBERS: [&str; 13] = [
        "engine",
        "semantics",
        "pack",
        "pack_hash",
        "text_hash",
        "layers",
        WINDOW,
        RULES,
        READINGS,
        REFORM,
        KNOWN_ON,
        "facts_digest",
        "outcomes_digest",
    ];
    // A member that this engine does not know may have changed the question, so it is not passed over.
    strict.known(at, &MEMBERS)?;
    let engine = strict.member_text(at, "engine");
    let semantics = strict.member_number(at, "semantics");
    let pack = strict.member_text(at, "pack");
    let pack_hash = strict.member_digest(at, "pack_hash");
    let text_hash = strict.member_digest(at, "text_hash");
    let layers = strict.member_texts(at, "layers");
    let window = strict.member_window(at, WINDOW);
    let rules = rules(strict, at);
    let readings = readings(strict, at);
    let reform = reform(strict, at);
    let known_on = known_on(strict, at);
    let facts_digest = strict.member_digest(at, "facts_digest");
    let outcomes_digest = strict.member_digest(at, "outcomes_digest");
    known_on?;
    Some(RecordedReceipt {
        engine: engine?,
        semantics: semantics?,
        pack: pack?,
        pack_hash: pack_hash?,
        text_hash: text_hash?,
        layers: layers?,
        window: window?,
        rules: rules?,
        readings: readings?,
        reform: reform?,
        facts_digest: facts_digest?,
        outcomes_digest: outcomes_digest?,
    })
}

fn rules(strict: &mut Strict, at: &At<'_>) -> Option<Vec<String>> {
    let rules = strict.member_texts(at, RULES)?;
    let mut seen = BTreeSet::new();
    for (place, item) in strict.member_list(at, RULES)?.iter().enumerate() {
        if !seen.insert(rules.get(place)?) {
            return strict.refuse(item, "1 ×");
        }
    }
    Some(rules)
}

fn readings(strict: &mut Strict, at: &At<'_>) -> Option<Vec<(String, Option<String>)>> {
    let member = strict.needed(at, READINGS, OBJECT)?;
    let members = strict.object(&member)?;
    let each: Vec<Option<_>> = members
        .into_iter()
        .map(|(id, option)| match &option.node.value {
            NodeValue::Null => Some((id.to_owned(), None)),
            NodeValue::Text(text) => Some((id.to_owned(), Some(text.clone()))),
            _ => strict.refuse(&option, "\"…\" / null"),
        })
        .collect();
    each.into_iter().collect()
}

/// Receipts of an engine without reforms have no such member.
fn reform(strict: &mut Strict, at: &At<'_>) -> Option<Vec<(String, String)>> {
    let Some(member) = at.member(REFORM) else { return Some(Vec::new()) };
    if matches!(member.node.value, NodeValue::Null) {
        return Some(Vec::new());
    }
    let members = strict.object(&member)?;
    let each: Vec<Option<_>> =
        members.into_iter().map(|(id, value)| Some((id.to_owned(), strict.text(&value)?))).collect();
    each.into_iter().collect()
}

/// The day as of which the law was known is reserved: all law of a pack is used.
fn known_on(strict: &mut Strict, at: &At<'_>) -> Option<()> {
    let member = strict.needed(at, KNOWN_ON, "null")?;
    match member.node.value {
        NodeValue::Null => Some(()),
        _ => strict.refuse(&member, "null"),
    }
}

fn outcomes(strict: &mut Strict, at: &At<'_>) -> Option<Vec<Value>> {
    let items = strict.member_list(at, OUTCOMES)?;
    let mut seen = BTreeSet::new();
    for item in &items {
        if !matches!(item.node.value, NodeValue::Object(_)) {
            let _: Option<()> = strict.refuse(item, OBJECT);
            continue;
        }
        let (subject, rule) = (strict.member_text(item, "subject"), strict.member_text(item, "rule"));
        if subject.is_some() && rule.is_some() && !seen.insert((subject, rule)) {
            let _: Option<()> = strict.refuse(item, "1 ×");
        }
    }
    values(strict, &items)
}

fn values(strict: &mut Strict, items: &[At<'_>]) -> Option<Vec<Value>> {
    let values: Vec<Option<Value>> = items.iter().map(|item| strict.value(item)).collect();
    values.into_iter().collect()
}
