//! Conditions on days and months, and spans between two bounds.

use super::number::bare;
use super::phrase::{Hold, Phrase, day, two};
use super::speaker::Speaker;
use super::value::{counted, label, quantity_in_words};
use crate::compile::{Comparison, FactIndex, Number, NumberKind, Shift, Truth};
use crate::source::Words;
use crate::value::{Date, Decimal, Unit};

/// The date fact whose distance from a day in years is an age.
const BIRTH: &str = "child.birth_date";
const MONTHS_OF_A_YEAR: i32 = 12;

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
    Age(FactIndex),
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
    /// A condition on the reference day or the month: `yes`: it holds, else it does not.
    pub(super) fn time(&self, truth: &Truth, yes: bool) -> Option<Words> {
        Some(match truth {
            Truth::Reached { fact, shift, after: false } if self.years_of_age(*fact, *shift).is_some() => {
                let (at, years) = (self.moved(*fact, *shift), self.years_of_age(*fact, *shift)?);
                let old = counted(&years.to_string(), "year");
                if yes {
                    two(
                        format!("基准日已满{years}周岁（{}当日或之后）", at.zh),
                        format!("on the reference day the child is {old} old or older (on or after {})", at.en),
                    )
                } else {
                    two(
                        format!("基准日未满{years}周岁（{}之前）", at.zh),
                        format!("on the reference day the child is under {old} old (before {})", at.en),
                    )
                }
            }
            Truth::Reached { fact, shift, after } => {
                against("基准日", "the reference day", &self.moved(*fact, *shift), yes, *after)
            }
            Truth::Since(date) => against("基准日", "the reference day", &day(*date), yes, false),
            Truth::Aged { fact, months } => self.aged(*fact, *months, yes),
            _ => return None,
        })
    }

    fn aged(&self, fact: FactIndex, months: i32, yes: bool) -> Words {
        let of = self.month_of(fact);
        match (months, yes) {
            (0, true) => two(format!("当月不早于{}", of.zh), format!("the month is not before {}", of.en)),
            (0, false) => two(format!("当月早于{}", of.zh), format!("the month is before {}", of.en)),
            (_, true) => two(
                format!("当月与{}相距不少于{months}个月", of.zh),
                format!("the month is at least {} after {}", counted(&months.to_string(), "month"), of.en),
            ),
            (_, false) => two(
                format!("当月与{}相距不足{months}个月", of.zh),
                format!("the month is less than {} after {}", counted(&months.to_string(), "month"), of.en),
            ),
        }
    }

    /// The month that a date fact lies in.
    pub(super) fn month_of(&self, fact: FactIndex) -> Words {
        let of = self.fact(fact).map_or_else(Words::default, label);
        two(format!("{}所在月份", of.zh), format!("the month of {}", of.en))
    }

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
            (What::Age(fact), At::Months(from), At::Months(to)) => {
                let of = self.month_of(*fact);
                let exact = self.exact_age(*fact, &[*from]);
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

    /// A month exactly so many months after the month of a date fact; several numbers: one of them.
    pub(super) fn exact_age(&self, fact: FactIndex, months: &[i32]) -> Words {
        let of = self.month_of(fact);
        match months {
            [0] => two(format!("当月为{}", of.zh), format!("the month is {}", of.en)),
            [only] => two(
                format!("当月与{}恰好相距{only}个月", of.zh),
                format!("the month is exactly {} after {}", counted(&only.to_string(), "month"), of.en),
            ),
            all => {
                let all: Vec<Words> = all.iter().map(|months| two(months.to_string(), months.to_string())).collect();
                let all = super::phrase::listed(&all, "或", "or");
                two(
                    format!("当月与{}恰好相距{}个月", of.zh, all.zh),
                    format!("the month is exactly {} months after {}", all.en, of.en),
                )
            }
        }
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
                let label = label(fact);
                two(format!("；未写{}的，视为没有终止", label.zh), format!("; without {} there is no end", label.en))
            }
            None => Words::default(),
        }
    }

    /// A date fact with a period added.
    fn moved(&self, fact: FactIndex, shift: Shift) -> Words {
        let of = self.fact(fact).map_or_else(Words::default, label);
        let (months, days) = (self.months(shift), shift.days);
        [(months, Unit::Months), (days, Unit::Days)].into_iter().filter(|(count, _)| *count != 0).fold(
            of,
            |said, (count, unit)| {
                let period = quantity_in_words(Decimal::new(i128::from(count.unsigned_abs()), 0), unit);
                let (zh, en) = if count > 0 { ("加", "plus") } else { ("减", "less") };
                two(format!("{}{zh}{}", said.zh, period.zh), format!("{} {en} {}", said.en, period.en))
            },
        )
    }

    /// The months of a period, with the named ones put in.
    fn months(&self, shift: Shift) -> i32 {
        let named = shift.parameter.and_then(|(index, times)| {
            let value = self.book.parameters.get(index.0)?.value.at_scale(0)?;
            i32::try_from(value).ok()?.checked_mul(times)
        });
        shift.months.saturating_add(named.unwrap_or_default())
    }

    /// The years of age that a period after the birth makes.
    fn years_of_age(&self, fact: FactIndex, shift: Shift) -> Option<i32> {
        let months = self.months(shift);
        let is_birth = self.fact(fact).is_some_and(|fact| fact.id == BIRTH);
        (is_birth && shift.days == 0 && months > 0 && months % MONTHS_OF_A_YEAR == 0)
            .then_some(months / MONTHS_OF_A_YEAR)
    }

    /// A date fact and an age in months that must be exact.
    pub(super) fn exactly_aged(&self, truth: &Truth) -> Option<(FactIndex, i32)> {
        let Truth::And(low, high) = truth else { return None };
        match (self.bound(low)?, self.bound(high)?) {
            (
                Bound { what: What::Age(fact), low: true, at: At::Months(from) },
                Bound { what: What::Age(other), low: false, at: At::Months(to) },
            ) if fact == other && from == to => Some((fact, from)),
            _ => None,
        }
    }

    /// A truth as a bound that belongs to what it bounds.
    fn bound<'t>(&self, truth: &'t Truth) -> Option<Bound<'t>> {
        let (what, low, at) = match truth {
            Truth::Reached { fact, shift, after: false } => (What::Day, true, At::Moved(*fact, *shift)),
            Truth::Since(date) => (What::Day, true, At::Day(*date)),
            Truth::Aged { fact, months } => (What::Age(*fact), true, At::Months(*months)),
            Truth::Compare(Comparison::AtMost, a, b) => match (self.day_beside(a, b), is_fixed(a)) {
                (Some(date), _) => (What::Number(bare(a).0), false, At::Day(date)),
                (None, true) => (What::Number(bare(b).0), true, At::Number(a)),
                (None, false) => (What::Number(bare(a).0), false, At::Number(b)),
            },
            Truth::Not(inner) => match &**inner {
                Truth::Reached { fact, shift, after: true } => (What::Day, false, At::Moved(*fact, *shift)),
                Truth::Since(date) => (What::Day, false, At::Day(next(*date, -1))),
                Truth::Aged { fact, months } => (What::Age(*fact), false, At::Months(months - 1)),
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

/// A day against another: on or after it, after it, before it, on or before it.
fn against(zh: &str, en: &str, at: &Words, yes: bool, after: bool) -> Words {
    let (relation, is) = match (yes, after) {
        (true, false) => ("当日或之后", "on or after"),
        (true, true) => ("之后（不含当日）", "after"),
        (false, false) => ("之前（不含当日）", "before"),
        (false, true) => ("当日或之前", "on or before"),
    };
    two(format!("{zh}在{}{relation}", at.zh), format!("{en} is {is} {}", at.en))
}

fn is_fixed(number: &Number) -> bool {
    matches!(bare(number).0.kind, NumberKind::Constant(_) | NumberKind::Parameter(_))
}

pub(super) const fn next(date: Date, days: i32) -> Date {
    Date::from_number(date.number() + days)
}
