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
    /// `payer -> payee`.
    Pay,
    /// A name.
    Name,
    /// `id: 中文 | English`.
    Option,
    /// Labelled expressions.
    Rows(RowStyle),
    /// One expression.
    Expression,
    /// How often, and how much.
    Rate,
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

const PARAMETER: [Keyword; 4] = [
    once("title", Form::Words),
    once("value", Form::Expression),
    once("force", Form::Days),
    once("published", Form::Day),
];

const ENTITLEMENT: [Keyword; 12] = [
    once("title", Form::Words),
    once("force", Form::Days),
    once("published", Form::Day),
    once("pay", Form::Pay),
    once("place", Form::Expression),
    once("single", Form::Name),
    once("discretionary", Form::Words),
    once("applies", Form::Expression),
    once("when", Form::Rows(RowStyle::Condition)),
    once("let", Form::Rows(RowStyle::Binding)),
    once("rate", Form::Rate),
    repeated("assumes", Form::Words),
];

/// The words that begin a rule's head.
pub(super) const KIND_WORDS: [&str; 3] = ["reading", "parameter", "entitlement"];

/// The kind of a word.
pub(super) fn kind_of(word: &str) -> Option<Kind> {
    let kinds = [Kind::Reading, Kind::Parameter, Kind::Entitlement];
    KIND_WORDS.into_iter().zip(kinds).find(|(known, _)| *known == word).map(|(_, kind)| kind)
}

impl Kind {
    /// The keywords that a rule of this kind may have.
    pub(super) const fn keywords(self) -> &'static [Keyword] {
        match self {
            Self::Reading => &READING,
            Self::Parameter => &PARAMETER,
            Self::Entitlement => &ENTITLEMENT,
        }
    }

    /// The keyword of a word.
    pub(super) fn keyword(self, word: &str) -> Option<Keyword> {
        self.keywords().iter().find(|keyword| keyword.word == word).copied()
    }
}
