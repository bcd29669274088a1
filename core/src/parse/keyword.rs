//! The keywords of each kind of rule, and what may follow them.

use super::rows::RowStyle;
use super::syntax::Kind;

/// What follows a keyword.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Form {
    /// Words in both languages.
    Words,
    /// A span of days.
    Days,
    /// A day.
    Day,
    /// `payer -> payee`, the payer only where the law names one.
    Pay,
    /// A name.
    Name,
    /// An id with its layer.
    Id,
    /// `id: 中文 | English`.
    Option,
    /// Labelled expressions.
    Rows(RowStyle),
    /// One expression.
    Expression,
    /// One expression, or labelled expressions.
    Conditions,
    /// How often, and how much; or where that is set.
    Rate,
    /// A standing, what is cited, and its words in quotes.
    Source,
    /// A step with its ways.
    Step,
    /// Words by a fact, or a list of words.
    Answer,
    /// Nothing: the word says it all.
    Nothing,
    /// An item with its lines.
    Item,
    /// `calendar year`.
    Year,
    /// The lines of how it is claimed.
    Claim,
}

/// A keyword of the language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Keyword {
    pub(super) word: &'static str,
    pub(super) form: Form,
    /// Whether it may stand several times in one rule.
    pub(super) repeats: bool,
}

const fn once(word: &'static str, form: Form) -> Keyword {
    Keyword { word, form, repeats: false }
}

const fn repeated(word: &'static str, form: Form) -> Keyword {
    Keyword { word, form, repeats: true }
}

const READING: [Keyword; 5] = [
    once("title", Form::Words),
    once("ask", Form::Words),
    once("because", Form::Words),
    repeated("option", Form::Option),
    once("default", Form::Name),
];

const PARAMETER: [Keyword; 6] = [
    once("title", Form::Words),
    once("overrides", Form::Id),
    once("value", Form::Expression),
    once("source", Form::Source),
    once("force", Form::Days),
    once("published", Form::Day),
];

const TABLE: [Keyword; 2] = [once("title", Form::Words), once("value", Form::Rows(RowStyle::Cell))];

const ENTITLEMENT: [Keyword; 18] = [
    once("title", Form::Words),
    once("overrides", Form::Id),
    once("force", Form::Days),
    once("published", Form::Day),
    once("form", Form::Name),
    once("pay", Form::Pay),
    once("place", Form::Expression),
    once("single", Form::Name),
    once("discretionary", Form::Words),
    once("at_least", Form::Nothing),
    once("each", Form::Year),
    once("source", Form::Source),
    once("applies", Form::Conditions),
    once("when", Form::Rows(RowStyle::Condition)),
    once("let", Form::Rows(RowStyle::Binding)),
    once("rate", Form::Rate),
    once("claim", Form::Claim),
    repeated("assumes", Form::Words),
];

const LIMIT: [Keyword; 9] = [
    once("title", Form::Words),
    once("overrides", Form::Id),
    once("force", Form::Days),
    once("published", Form::Day),
    once("source", Form::Source),
    once("applies", Form::Conditions),
    once("let", Form::Rows(RowStyle::Binding)),
    once("need", Form::Conditions),
    repeated("assumes", Form::Words),
];

const REQUIREMENT: [Keyword; 9] = [
    once("title", Form::Words),
    once("overrides", Form::Id),
    once("force", Form::Days),
    once("published", Form::Day),
    once("guiding", Form::Words),
    once("applies", Form::Conditions),
    once("let", Form::Rows(RowStyle::Binding)),
    once("need", Form::Conditions),
    repeated("assumes", Form::Words),
];

const INDICATOR: [Keyword; 10] = [
    once("title", Form::Words),
    once("overrides", Form::Id),
    once("force", Form::Days),
    once("published", Form::Day),
    once("guiding", Form::Words),
    once("let", Form::Rows(RowStyle::Binding)),
    once("value", Form::Expression),
    once("need", Form::Expression),
    once("due", Form::Day),
    repeated("assumes", Form::Words),
];

const PROCEDURE: [Keyword; 8] = [
    once("title", Form::Words),
    once("overrides", Form::Id),
    once("force", Form::Days),
    once("published", Form::Day),
    once("applies", Form::Conditions),
    once("let", Form::Rows(RowStyle::Binding)),
    repeated("step", Form::Step),
    repeated("assumes", Form::Words),
];

const LOOKUP: [Keyword; 8] = [
    once("title", Form::Words),
    once("overrides", Form::Id),
    once("force", Form::Days),
    once("published", Form::Day),
    once("applies", Form::Conditions),
    once("let", Form::Rows(RowStyle::Binding)),
    once("value", Form::Answer),
    repeated("assumes", Form::Words),
];

const QUANTITY: [Keyword; 9] = [
    once("title", Form::Words),
    once("overrides", Form::Id),
    once("force", Form::Days),
    once("published", Form::Day),
    once("applies", Form::Conditions),
    once("when", Form::Rows(RowStyle::Condition)),
    once("let", Form::Rows(RowStyle::Binding)),
    repeated("item", Form::Item),
    repeated("assumes", Form::Words),
];

/// The lines of one item.
pub(super) const ITEM: [Keyword; 4] = [
    once("title", Form::Words),
    once("when", Form::Expression),
    once("rate", Form::Rate),
    once("value", Form::Expression),
];
const CALENDAR: [Keyword; 1] = [once("title", Form::Words)];

/// The lines of one way of a step.
pub(super) const WAY: [Keyword; 6] = [
    once("only", Form::Expression),
    once("act", Form::Words),
    once("body", Form::Words),
    once("certificate", Form::Words),
    once("due", Form::Expression),
    once("done", Form::Expression),
];

/// The lines of a claim.
pub(super) const CLAIM: [Keyword; 3] =
    [once("where", Form::Words), once("by", Form::Words), repeated("documents", Form::Words)];

/// The words that begin a rule's head.
pub(super) const KIND_WORDS: [&str; 11] = [
    "reading",
    "parameter",
    "entitlement",
    "limit",
    "requirement",
    "indicator",
    "procedure",
    "lookup",
    "quantity",
    "calendar",
    "table",
];

const KINDS: [Kind; 11] = [
    Kind::Reading,
    Kind::Parameter,
    Kind::Entitlement,
    Kind::Limit,
    Kind::Requirement,
    Kind::Indicator,
    Kind::Procedure,
    Kind::Lookup,
    Kind::Quantity,
    Kind::Calendar,
    Kind::Table,
];

/// The kind of a word.
pub(super) fn kind_of(word: &str) -> Option<Kind> {
    KIND_WORDS.into_iter().zip(KINDS).find(|(known, _)| *known == word).map(|(_, kind)| kind)
}

impl Kind {
    /// The keywords that a rule of this kind may have.
    pub(super) const fn keywords(self) -> &'static [Keyword] {
        match self {
            Self::Reading => &READING,
            Self::Parameter => &PARAMETER,
            Self::Table => &TABLE,
            Self::Entitlement => &ENTITLEMENT,
            Self::Limit => &LIMIT,
            Self::Requirement => &REQUIREMENT,
            Self::Indicator => &INDICATOR,
            Self::Procedure => &PROCEDURE,
            Self::Lookup => &LOOKUP,
            Self::Quantity => &QUANTITY,
            Self::Calendar => &CALENDAR,
        }
    }

    /// The word that heads of this kind begin with, and outcomes carry.
    #[must_use]
    pub fn word(self) -> &'static str {
        KIND_WORDS.into_iter().zip(KINDS).find(|(_, kind)| *kind == self).map_or("", |(word, _)| word)
    }

    /// Whether it is for things, and so answers questions about them.
    #[must_use]
    pub const fn has_subject(self) -> bool {
        !matches!(self, Self::Reading | Self::Parameter | Self::Calendar | Self::Table)
    }

    /// The keyword of a word.
    pub(super) fn keyword(self, word: &str) -> Option<Keyword> {
        self.keywords().iter().find(|keyword| keyword.word == word).copied()
    }
}
