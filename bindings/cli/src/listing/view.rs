//! What the listing knows of an outcome: the contract's fields, with the words of the rule beside them.

use tuoyu::source::Words;

/// One outcome, of whatever kind.
#[derive(Clone, Debug, Default)]
pub struct View {
    pub subject: String,
    pub rule: String,
    pub title: Words,
    pub kind: String,
    pub state: String,
    /// Why it does not bind.
    pub guiding: Option<Words>,
    /// How sure the least sure of its sources is.
    pub standing: String,
    pub months: Vec<Months>,
    pub detail: Detail,
    pub missing: Vec<Missing>,
    pub open: Vec<Opening>,
    pub assumes: Vec<Words>,
    pub sources: Vec<Source>,
    pub reasons: Vec<Reason>,
    /// Whether the case says nothing of it, so that it is named and no more.
    pub is_blank: bool,
}

impl View {
    /// Whether the rule says something here; a rule that is not about the subject, or not in force, does not.
    pub fn speaks(&self) -> bool {
        !self.is_blank && !matches!(self.state.as_str(), "not-applicable" | "not-in-force")
    }
}

/// The fields of one kind.
#[derive(Clone, Debug, Default)]
pub enum Detail {
    /// A kind without fields of its own.
    #[default]
    None,
    Entitlement(Entitlement),
    Limit(Limit),
    Requirement {
        binding: bool,
    },
    Indicator(Target),
    Procedure {
        steps: Vec<Step>,
        next: Option<String>,
    },
    Lookup(Option<Found>),
    Quantity(Statement),
}

/// What is added up, by things and months and in all.
#[derive(Clone, Debug, Default)]
pub struct Statement {
    pub items: Vec<ItemWords>,
    pub parts: Vec<Part>,
    /// Whether every range is as narrow as it can be.
    pub exact: bool,
}

impl Statement {
    /// Whom its parts are about, each once, in their order.
    pub fn subjects(&self) -> Vec<&str> {
        let mut all: Vec<&str> = Vec::new();
        for part in &self.parts {
            if !all.contains(&part.subject.as_str()) {
                all.push(&part.subject);
            }
        }
        all
    }

    /// The months of a subject, each once, in their order.
    pub fn months_of(&self, subject: &str) -> Vec<&str> {
        let mut all: Vec<&str> = Vec::new();
        for month in self.parts.iter().filter(|part| part.subject == subject).filter_map(|part| part.month.as_deref()) {
            if !all.contains(&month) {
                all.push(month);
            }
        }
        all
    }
}

/// An item's name.
#[derive(Clone, Debug, Default)]
pub struct ItemWords {
    pub id: String,
    pub title: Words,
    /// Whether it holds only if somebody has so decided.
    pub discretionary: bool,
}

/// One cell of a statement, or what several come to.
#[derive(Clone, Debug, Default)]
pub struct Part {
    pub subject: String,
    pub month: Option<String>,
    pub item: String,
    pub amount: Option<String>,
    pub range: [String; 2],
}

/// What a limit holds against its bound.
#[derive(Clone, Debug, Default)]
pub struct Limit {
    /// Which of several numbers it is about.
    pub which: Option<Words>,
    /// The items that stand outside a closed list, where it is one and they are known.
    pub outside: Option<Vec<Words>>,
    /// Whether it is a closed list.
    pub is_list: bool,
    pub value: Option<String>,
    pub relation: String,
    pub bound: Option<String>,
    pub excess: Option<String>,
    /// What both count; none for a share, which is read in percent.
    pub unit: Option<String>,
}

/// What an indicator is to reach.
#[derive(Clone, Debug, Default)]
pub struct Target {
    pub value: Option<String>,
    pub relation: String,
    pub bound: String,
    pub due: Option<String>,
}

/// What is due.
#[derive(Clone, Debug, Default)]
pub struct Entitlement {
    pub form: String,
    pub payer: Option<String>,
    pub payee: String,
    pub amount: Option<String>,
    pub range: Option<[String; 2]>,
    pub range_exact: bool,
    pub at_least: bool,
    pub unit: String,
    pub discretionary: bool,
    /// Who decides, in the words of the rule, where it is discretionary.
    pub by_whom: Option<Words>,
    /// Which place pays.
    pub payer_place: Option<Words>,
    pub claim: Option<Claim>,
}

/// Where something is claimed, by when and with what.
#[derive(Clone, Debug)]
pub struct Claim {
    pub place: Words,
    pub by: Option<Words>,
    pub documents: Vec<Words>,
}

/// Months of one state.
#[derive(Clone, Debug, Default)]
pub struct Months {
    pub from: String,
    pub to: String,
    pub state: String,
    pub rate: Option<String>,
    pub per: Option<String>,
    pub value: Option<Found>,
}

/// A step of a procedure.
#[derive(Clone, Debug, Default)]
pub struct Step {
    pub id: String,
    pub state: String,
    pub act: Option<Words>,
    pub body: Option<Words>,
    pub certificate: Option<Words>,
    /// The fact that says in which way it is done.
    pub by: Option<Words>,
    pub due: Option<String>,
}

/// What a lookup found.
#[derive(Clone, Debug)]
pub enum Found {
    Text(Words),
    /// Keys, each with its text.
    List(Vec<(String, Words)>),
}

/// A fact that can still change the outcome.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Missing {
    pub subject: String,
    pub fact: String,
}

/// What is open besides facts.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Opening {
    Reading(String),
    /// The amount that another text sets, in words.
    SetElsewhere(Words),
    /// A calendar that lacks a year.
    Calendar(String),
}

/// A sentence of law.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Source {
    pub document: String,
    pub title: Words,
    pub clause: String,
    pub standing: String,
}

/// What a condition found.
#[derive(Clone, Debug, Default)]
pub struct Reason {
    pub condition: String,
    pub words: Option<Words>,
    pub holds: Option<bool>,
    pub fact: Option<String>,
    pub found: serde_json::Value,
    /// What was found of the other facts.
    pub also: Vec<serde_json::Value>,
    /// Whether it says that a number keeps to its bound.
    pub is_need: bool,
    /// Whether it says that the rule is about the subject at all.
    pub is_scope: bool,
    pub relation: Option<String>,
    pub bound: Option<String>,
    /// Whether the day that judges a month is held against the bound, and not the fact itself.
    pub judges_day: bool,
    pub from: String,
    pub to: String,
    pub changes_in: Option<String>,
}

/// What outcomes of one payer, payee and form add up to.
#[derive(Clone, Debug, Default)]
pub struct Sum {
    pub payer: Option<String>,
    pub payee: Option<String>,
    pub form: String,
    pub unit: String,
    pub discretionary: bool,
    pub amount: Option<String>,
    pub range: [String; 2],
}
