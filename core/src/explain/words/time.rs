//! Conditions on the reference day and the month.

use super::phrase::{listed, two};
use super::speaker::Speaker;
use super::value::{counted, quantity_in_words};
use crate::compile::{Age, FactIndex, Shift, Truth};
use crate::explain::speech::of_day as day;
use crate::source::Words;
use crate::value::{Decimal, Unit};

/// The date fact whose distance from a day in years is an age.
const BIRTH: &str = "child.birth_date";
const MONTHS_OF_A_YEAR: i32 = 12;

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
            Truth::Aged { fact, age } => self.aged(*fact, *age, yes),
            Truth::OfYear(months) => of_year(*months, yes),
            _ => return None,
        })
    }

    fn aged(&self, fact: FactIndex, age: Age, yes: bool) -> Words {
        let (of, months) = (self.month_of(fact, age.shift), self.age_in_months(age));
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

    /// The months of an age, with the named ones put in.
    pub(super) fn age_in_months(&self, age: Age) -> i32 {
        let named = Shift { parameter: age.parameter.map(|index| (index, 1)), ..Shift::default() };
        age.months.saturating_add(self.months(named))
    }

    /// The month that a date fact, with a period added, lies in.
    pub(super) fn month_of(&self, fact: FactIndex, shift: Shift) -> Words {
        let of = self.moved(fact, shift);
        two(format!("{}所在月份", of.zh), format!("the month of {}", of.en))
    }

    /// A month exactly so many months after the month of a date fact; several numbers: one of them.
    pub(super) fn exact_age(&self, fact: FactIndex, shift: Shift, months: &[i32]) -> Words {
        let of = self.month_of(fact, shift);
        match months {
            [0] => two(format!("当月为{}", of.zh), format!("the month is {}", of.en)),
            [only] => two(
                format!("当月与{}恰好相距{only}个月", of.zh),
                format!("the month is exactly {} after {}", counted(&only.to_string(), "month"), of.en),
            ),
            all => {
                let all: Vec<Words> = all.iter().map(|months| two(months.to_string(), months.to_string())).collect();
                let all = listed(&all, "或", "or");
                two(
                    format!("当月与{}恰好相距{}个月", of.zh, all.zh),
                    format!("the month is exactly {} months after {}", all.en, of.en),
                )
            }
        }
    }

    /// A date fact with a period added.
    pub(super) fn moved(&self, fact: FactIndex, shift: Shift) -> Words {
        let of = self.label(fact);
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
}

/// Months of the year, each by its name.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The month is one of some months of its year, or none of them.
fn of_year(months: u16, yes: bool) -> Words {
    let each = (1..=12).zip(MONTHS).filter(|(number, _)| months >> (number - 1) & 1 == 1);
    let each: Vec<Words> = each.map(|(number, name)| two(format!("{number}月"), name)).collect();
    let all = listed(&each, "或", "or");
    let (zh, en) = if yes { ("为", "is") } else { ("不是", "is not") };
    two(format!("当月{zh}{}", all.zh), format!("the month {en} {}", all.en))
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
