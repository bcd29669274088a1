//! Spans: two bounds that hold together.

use super::number::bare;
use super::phrase::{Hold, Phrase, quoted, two};
use super::speaker::Speaker;
use crate::compile::{Comparison, FactIndex, Number, NumberKind, Shift, Truth};
use crate::explain::speech::of_day as day;
use crate::source::Words;
use crate::value::Date;

/// A bound that itself belongs to what it bounds.
#[derive(PartialEq)]
struct Bound<'t> {
    what: What<'t>,
    low: bool,
    at: At<'t>,
}

/// What is bounded.
#[derive(PartialEq)]
enum What<'t> {
    /// The reference day.
    Day,
    /// The months since the month of a date fact.
    Age(FactIndex, Shift),
    /// A number or a date that does not change by month.
    Number(&'t Number),
}

/// Where a bound lies.
#[derive(PartialEq)]
enum At<'t> {
    Moved(FactIndex, Shift),
    Day(Date),
    Months(i32),
    Number(&'t Number),
}

impl Speaker<'_> {
    /// Two bounds that hold together, as one span; `None` where they are not the two ends of one.
    pub(super) fn span(&mut self, truth: &Truth) -> Option<Phrase> {
        let Truth::And(low, high) = truth else { return None };
        let (first, second) = (self.bound(low)?, self.bound(high)?);
        let (low, high) = if first.low { (first, second) } else { (second, first) };
        if low.what != high.what || !low.low || high.low {
            return None;
        }
        let words = match (&low.what, &low.at, &high.at) {
            (What::Day, from, to) => {
                let (from_words, to_words) = (self.day_at(from)?, self.day_at(to)?);
                if from == to {
                    two(format!("基准日恰为{}", from_words.zh), format!("the reference day is {}", from_words.en))
                } else {
                    let end = self.without_end(to);
                    two(
                        format!("基准日在{}至{}之间（含首尾两日{}）", from_words.zh, to_words.zh, end.zh),
                        format!(
                            "the reference day lies between {} and {} (both days included{})",
                            from_words.en, to_words.en, end.en
                        ),
                    )
                }
            }
            (What::Age(fact, shift), At::Months(from), At::Months(to)) => {
                let of = self.month_of(*fact, *shift);
                let exact = self.exact_age(*fact, *shift, &[*from]);
                if from == to {
                    exact
                } else {
                    two(
                        format!("当月与{}相距{from}至{to}个月", of.zh),
                        format!("the month is {from} to {to} months after {}", of.en),
                    )
                }
            }
            (What::Number(number), At::Day(from), At::Day(to)) => {
                let (of, from_words, to_words) = (self.number(number).words, day(*from), day(*to));
                if from == to {
                    two(format!("{}为{}", of.zh, from_words.zh), format!("{} is {}", of.en, from_words.en))
                } else {
                    two(
                        format!("{}在{}至{}之间（含首尾两日）", of.zh, from_words.zh, to_words.zh),
                        format!("{} lies between {} and {} (both days included)", of.en, from_words.en, to_words.en),
                    )
                }
            }
            (What::Number(number), At::Number(from), At::Number(to)) => {
                let (of, from, to) = (self.number(number), self.number(from).words, self.number(to).words);
                let of = of.at_least(Hold::Joined);
                two(
                    format!("{}在{}至{}之间（含两端）", of.zh, from.zh, to.zh),
                    format!("{} lies between {} and {} (both included)", of.en, from.en, to.en),
                )
            }
            _ => return None,
        };
        Some(Phrase::tight(words))
    }

    fn day_at(&self, at: &At<'_>) -> Option<Words> {
        match at {
            At::Moved(fact, shift) => Some(self.moved(*fact, *shift)),
            At::Day(date) => Some(day(*date)),
            At::Months(_) | At::Number(_) => None,
        }
    }

    /// What is to be added where a day that nobody states is without end.
    fn without_end(&self, at: &At<'_>) -> Words {
        let At::Moved(fact, _) = at else { return Words::default() };
        match self.fact(*fact).filter(|fact| fact.absent_is_without_end) {
            Some(fact) => {
                let label = quoted(&fact.words);
                two(format!("；未写{}的，视为没有终止", label.zh), format!("; without a {} there is no end", label.en))
            }
            None => Words::default(),
        }
    }

    /// A date fact and an age in months that must be exact.
    pub(super) fn exactly_aged(&self, truth: &Truth) -> Option<((FactIndex, Shift), i32)> {
        let Truth::And(low, high) = truth else { return None };
        match (self.bound(low)?, self.bound(high)?) {
            (
                Bound { what: What::Age(fact, shift), low: true, at: At::Months(from) },
                Bound { what: What::Age(other, also), low: false, at: At::Months(to) },
            ) if (fact, shift) == (other, also) && from == to => Some(((fact, shift), from)),
            _ => None,
        }
    }

    /// A truth as a bound that belongs to what it bounds.
    fn bound<'t>(&self, truth: &'t Truth) -> Option<Bound<'t>> {
        let (what, low, at) = match truth {
            Truth::Reached { fact, shift, after: false } => (What::Day, true, At::Moved(*fact, *shift)),
            Truth::Since(date) => (What::Day, true, At::Day(*date)),
            Truth::Aged { fact, age } => (What::Age(*fact, age.shift), true, At::Months(self.age_in_months(*age))),
            Truth::Compare(Comparison::AtMost, a, b) => match (self.day_beside(a, b), is_fixed(a)) {
                (Some(date), _) => (What::Number(bare(a).0), false, At::Day(date)),
                (None, true) => (What::Number(bare(b).0), true, At::Number(a)),
                (None, false) => (What::Number(bare(a).0), false, At::Number(b)),
            },
            Truth::Not(inner) => match &**inner {
                Truth::Reached { fact, shift, after: true } => (What::Day, false, At::Moved(*fact, *shift)),
                Truth::Since(date) => (What::Day, false, At::Day(next(*date, -1))),
                Truth::Aged { fact, age } => {
                    (What::Age(*fact, age.shift), false, At::Months(self.age_in_months(*age).saturating_sub(1)))
                }
                Truth::Compare(Comparison::AtMost, a, b) => {
                    (What::Number(bare(a).0), true, At::Day(next(self.day_beside(a, b)?, 1)))
                }
                _ => return None,
            },
            _ => return None,
        };
        Some(Bound { what, low, at })
    }

    /// The day of the calendar that a date fact is held against.
    pub(super) fn day_beside(&self, fact: &Number, day: &Number) -> Option<Date> {
        match day.kind {
            NumberKind::Constant(day) if self.is_date(fact) => i32::try_from(day).ok().map(Date::from_number),
            _ => None,
        }
    }
}

fn is_fixed(number: &Number) -> bool {
    matches!(bare(number).0.kind, NumberKind::Constant(_) | NumberKind::Parameter(_))
}

/// So many days later.
pub(super) const fn next(date: Date, days: i32) -> Date {
    Date::from_number(date.number() + days)
}
