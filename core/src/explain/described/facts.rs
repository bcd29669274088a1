//! Things and facts: the vocabulary.

use crate::compile::{Choice, Fact, FactType, Thing, ThingIndex, Vocabulary};
use crate::explain::question::OptionWords;
use crate::source::Words;
use crate::value::Decimal;

const TEXT: &str = "text";
const NUMBER: &str = "number";
const YES_NO: &str = "yes-no";
const OPTION: &str = "option";
const OPTIONS: &str = "options";
const DATE: &str = "date";
const LINK: &str = "link";
const RECORDS: &str = "records";

/// Every type that a fact can have.
pub const FACT_TYPES: [&str; 8] = [TEXT, NUMBER, YES_NO, OPTION, OPTIONS, DATE, LINK, RECORDS];

/// A kind of thing.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct ThingReport {
    /// The id.
    pub id: String,
    /// What people call it.
    pub words: Words,
    /// The thing that holds it; none where the case itself does.
    pub holder: Option<String>,
    /// The member of the holder's object.
    pub key: String,
    /// Whether that member is a list.
    pub many: bool,
    /// Whether it may carry an `id`.
    pub named: bool,
}

/// A fact.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct FactReport {
    /// The dotted name.
    pub id: String,
    /// The thing that it is a fact of.
    pub thing: String,
    /// Its type, one of [`FACT_TYPES`].
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// What a number counts; `1` for a plain one.
    pub unit: Option<String>,
    /// The smallest number, with all decimals.
    pub minimum: Option<String>,
    /// The largest.
    pub maximum: Option<String>,
    /// The most decimals of a number.
    pub decimals: Option<u8>,
    /// If not empty, the only numbers.
    pub allowed: Vec<String>,
    /// The options; of records those of their key.
    pub options: Vec<OptionWords>,
    /// Whether other texts than the options are taken.
    pub open: bool,
    /// The thing that a link leads to.
    pub to: Option<String>,
    /// The records whose number it is; a case states the records, a row their numbers.
    pub part_of: Option<String>,
    /// Whether it may be given as a line in time.
    pub changes: bool,
    /// Whether an absent value means “without end” and is not unknown.
    pub absent_is_without_end: bool,
    /// The label.
    pub words: Words,
    /// The question that a form asks.
    pub ask: Words,
    /// One sentence of help, where there is one.
    pub help: Option<Words>,
    /// Column headings; the first is the one written.
    pub headings: Vec<String>,
    /// Who can know it: `parent`, `institution`, `employer` or `government`.
    pub who: String,
}

pub(super) fn thing(vocabulary: &Vocabulary, thing: &Thing) -> ThingReport {
    ThingReport {
        id: thing.id.clone(),
        words: thing.words.clone(),
        holder: thing.holder.and_then(|holder| name(vocabulary, holder)),
        key: thing.key.clone(),
        many: thing.many,
        named: thing.named,
    }
}

fn name(vocabulary: &Vocabulary, thing: ThingIndex) -> Option<String> {
    vocabulary.thing_at(thing).map(|thing| thing.id.clone())
}

pub(super) fn fact(vocabulary: &Vocabulary, fact: &Fact) -> FactReport {
    let part_of = fact.part.and_then(|part| vocabulary.fact_at(part.of)).map(|records| records.id.clone());
    let mut report = FactReport {
        id: fact.id.clone(),
        thing: name(vocabulary, fact.thing).unwrap_or_default(),
        kind: TEXT,
        unit: None,
        minimum: None,
        maximum: None,
        decimals: None,
        allowed: Vec::new(),
        options: Vec::new(),
        open: false,
        to: None,
        part_of,
        changes: fact.changes,
        absent_is_without_end: fact.absent_is_without_end,
        words: fact.words.clone(),
        ask: fact.ask.clone(),
        help: fact.help.clone(),
        headings: fact.headings.clone(),
        who: fact.who.clone(),
    };
    match &fact.kind {
        FactType::Text => {}
        FactType::YesNo => report.kind = YES_NO,
        FactType::Date => report.kind = DATE,
        FactType::Options(choices) => (report.kind, report.options) = (OPTION, options(choices)),
        FactType::Set { choices, open } => {
            (report.kind, report.options, report.open) = (OPTIONS, options(choices), *open);
        }
        FactType::Link(to) => (report.kind, report.to) = (LINK, name(vocabulary, *to)),
        FactType::Records { choices, .. } => (report.kind, report.options) = (RECORDS, options(choices)),
        FactType::Number { scale, minimum, maximum, unit, allowed } => {
            let say = |units: i64| Decimal::new(i128::from(units), *scale).to_string();
            report.kind = NUMBER;
            (report.minimum, report.maximum) = (Some(say(*minimum)), Some(say(*maximum)));
            (report.decimals, report.unit) = (Some(*scale), Some(unit.to_string()));
            report.allowed = allowed.iter().map(|units| say(*units)).collect();
        }
    }
    report
}

fn options(choices: &[Choice]) -> Vec<OptionWords> {
    choices.iter().map(|choice| OptionWords { id: choice.id.clone(), words: choice.words.clone() }).collect()
}
