//! A rule of whatever kind, in all its versions.

use super::book::{CalendarIndex, ReadingIndex, RuleIndex};
use super::item::Item;
use super::kind::Kind;
use super::origin::Origin;
use super::truth::{Number, Shift, Truth};
use crate::model::{Choice, FactIndex, ThingIndex};
use crate::source::Words;
use crate::value::{Date, Days, Period, Unit};

/// A rule, in all its versions.
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
pub struct Rule {
    /// The id, such as `jining/family-subsidy`.
    pub id: String,
    /// The layer that it stands in.
    pub layer: String,
    /// The kind.
    pub kind: Kind,
    /// The kinds of thing that it is for: one, or a pair; none for a rule about the law itself.
    pub subject: Vec<ThingIndex>,
    /// What people call it.
    pub title: Words,
    /// Who gives what to whom, in an entitlement.
    pub benefit: Option<Benefit>,
    /// What is done to get it, where the text says.
    pub claim: Option<Claim>,
    /// Why a requirement or an indicator does not bind.
    pub guiding: Option<Words>,
    /// The day by which an indicator must be reached.
    pub due: Option<Date>,
    /// Conditions that the text refers elsewhere.
    pub assumes: Vec<Words>,
    /// The readings that it names, in the order of the readings.
    pub readings: Vec<ReadingIndex>,
    /// The rules that it refers to.
    pub refers: Vec<RuleIndex>,
    /// The versions, by force.
    pub versions: Vec<Version>,
}

/// An answer in words.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum InWords<'r> {
    /// One answer.
    Words(&'r Words),
    /// A list of words, each with its key.
    List(&'r [(String, Words)]),
}

impl Rule {
    /// An answer in words, by its place among those of every version.
    #[must_use]
    pub fn answer(&self, place: usize) -> Option<InWords<'_>> {
        let mut place = place;
        for version in &self.versions {
            match place.checked_sub(version.answers()) {
                Some(left) => place = left,
                None => {
                    return match &version.says {
                        Says::Words(_, words) => words.get(place).map(InWords::Words),
                        Says::List(list) => Some(InWords::List(list)),
                        _ => None,
                    };
                }
            }
        }
        None
    }
}

/// Who gives what to whom.
#[derive(Clone, Debug, Eq, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct Benefit {
    /// What form it takes.
    pub form: BenefitForm,
    /// Who pays; none where the law names nobody.
    pub payer: Option<String>,
    /// Who is paid.
    pub payee: String,
    /// Which fact names the paying place.
    pub place: Option<Place>,
    /// In one month, only one of this thing's enrolments is granted.
    pub single: Option<ThingIndex>,
    /// The words that make it discretionary.
    pub discretionary: Option<Words>,
    /// How often the rate is paid; none where the amount is set elsewhere.
    pub period: Option<Period>,
    /// What its rate counts: yuan, a month, a year or once; days of a leave.
    pub unit: Unit,
    /// The amount that another text sets.
    pub elsewhere: Option<Choice>,
    /// Whether the amount is a floor: the law says 不少于.
    pub at_least: bool,
    /// Whether it is worked out for each calendar year that the window touches, in that year's last month of the window.
    pub annual: bool,
}

/// What is done to get what is granted (申领).
#[derive(Clone, Debug, Eq, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct Claim {
    /// Where it is claimed.
    pub place: Words,
    /// By when.
    pub by: Option<Words>,
    /// With what.
    pub documents: Vec<Words>,
    /// The sentences that say so.
    pub source: Origin,
}

/// The form of an entitlement; only one form is ever added up.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, serde::Deserialize, serde::Serialize)]
pub enum BenefitForm {
    /// Money is paid (发放).
    Payment,
    /// Less is to be paid (少付).
    Saving,
    /// What is taxed becomes less (扣除).
    Deduction,
    /// Days off work (休假).
    Leave,
}

impl BenefitForm {
    /// Every form.
    pub const ALL: [Self; 4] = [Self::Payment, Self::Saving, Self::Deduction, Self::Leave];

    /// The word that packs write and outcomes carry.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Payment => "payment",
            Self::Saving => "saving",
            Self::Deduction => "deduction",
            Self::Leave => "leave",
        }
    }
}

/// What a rule says while one version of it is in force.
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
pub struct Version {
    /// The days in force.
    pub force: Days,
    /// The day of publication.
    pub published: Date,
    /// Where one of these is false, the outcome is not-applicable.
    pub applies: Vec<Condition>,
    /// Where one of these is false, the outcome is refused or breached.
    pub when: Vec<Condition>,
    /// What it says where they hold.
    pub says: Says,
    /// Where it stands.
    pub source: Origin,
}

impl Version {
    /// Every named condition: first those under which it applies.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> + Clone {
        self.applies.iter().chain(&self.when).chain(self.measures().iter().map(|measure| &measure.need))
    }

    /// How many answers in words it has.
    #[must_use]
    pub fn answers(&self) -> usize {
        match &self.says {
            Says::Words(_, words) => words.len(),
            Says::List(_) => 1,
            _ => 0,
        }
    }

    /// A condition beyond those under which it applies, by its place.
    #[must_use]
    pub fn asked(&self, place: usize) -> Option<&Condition> {
        self.conditions().skip(self.applies.len()).nth(place)
    }
}

/// What a version says, by the kind of its rule.
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
pub enum Says {
    /// How much is granted.
    Rate(Number),
    /// How much is granted stands in another text.
    Elsewhere,
    /// Numbers, each held against a bound; an indicator has one.
    Measures(Vec<Measure>),
    /// Nothing beyond the conditions.
    Conditions,
    /// Words by a fact: the number is the place among the words.
    Words(Number, Vec<Words>),
    /// A list of words, each with its key.
    List(Vec<(String, Words)>),
    /// Steps in their order.
    Steps(Vec<Step>),
    /// Items that are added up, in their order.
    Items(Vec<Item>),
}

/// A number held against a bound.
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
pub struct Measure {
    /// The number; of a quotient the part above.
    pub value: Number,
    /// The part below of a quotient.
    pub over: Option<Number>,
    /// How they are held against each other.
    pub relation: Relation,
    /// The bound.
    pub bound: Number,
    /// Whether the number keeps to it; a quotient is compared by multiplying across.
    pub need: Condition,
}

/// How a number is held against its bound.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, serde::Deserialize, serde::Serialize)]
pub enum Relation {
    /// Not above it.
    AtMost,
    /// Below it.
    Below,
    /// Not below it.
    AtLeast,
    /// Above it.
    Above,
    /// The same.
    Equal,
}

impl Relation {
    /// Every relation.
    pub const ALL: [Self; 5] = [Self::AtMost, Self::Below, Self::AtLeast, Self::Above, Self::Equal];

    /// The sign that outcomes carry.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::AtMost => "<=",
            Self::Below => "<",
            Self::AtLeast => ">=",
            Self::Above => ">",
            Self::Equal => "=",
        }
    }
}

/// One step of a procedure.
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
pub struct Step {
    /// The id.
    pub id: String,
    /// The fact that selects among its ways.
    pub selector: Option<FactIndex>,
    /// The ways; for each case exactly one is selected.
    pub ways: Vec<Way>,
}

/// One way of a step.
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
pub struct Way {
    /// Where it is the one.
    pub selected: Truth,
    /// What is to be done; none where the law gives no way.
    pub act: Option<Act>,
}

/// What is to be done in a step.
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
pub struct Act {
    /// The act.
    pub act: Words,
    /// Who does it.
    pub body: Words,
    /// The certificate that it is about.
    pub certificate: Option<Words>,
    /// Whether it is done.
    pub done: Truth,
    /// In which case it is to be done at all.
    pub only: Truth,
    /// By which day.
    pub due: Option<Due>,
}

/// The day by which something is to be done.
#[derive(Clone, Copy, Debug, Eq, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct Due {
    /// The date fact from which it is counted.
    pub fact: FactIndex,
    /// What is added to it; without named numbers.
    pub shift: Shift,
    /// The working days that are added besides, and by which calendar.
    pub working: Option<(CalendarIndex, u32)>,
}

/// A named condition.
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
pub struct Condition {
    /// The label: the reason's id.
    pub label: String,
    /// What people read.
    pub words: Words,
    /// What must hold.
    pub truth: Truth,
}

/// Which fact names the paying place.
#[derive(Clone, Debug, Eq, PartialEq, serde::Deserialize, serde::Serialize)]
pub enum Place {
    /// Always this fact.
    Fact(FactIndex),
    /// By a reading: one fact for each option.
    Reading(ReadingIndex, Vec<FactIndex>),
}
