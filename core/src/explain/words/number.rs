//! Numbers: what is computed, in words.

use super::content::Content;
use super::phrase::{Hold, Phrase, listed, quoted, two};
use super::speaker::Speaker;
use super::value::{grouped, number_of, percent};
use crate::compile::{FactType, Number, NumberKind, Parameter, Period, RuleIndex};
use crate::source::Words;
use crate::value::{Decimal, Unit};

/// A number without the multiplications by one that only give it more decimals, and whether there were any.
pub(super) fn bare(number: &Number) -> (&Number, bool) {
    let (mut number, mut padded) = (number, false);
    while let NumberKind::Multiply(inner, one) = &number.kind {
        let is_one = matches!(one.kind, NumberKind::Constant(units) if Decimal::new(i128::from(units), one.scale).plain() == "1");
        if !is_one || one.unit != Unit::One {
            break;
        }
        (number, padded) = (inner, true);
    }
    (number, padded)
}

impl Speaker<'_> {
    /// A number as part of a sentence; a table is named by a letter.
    pub(super) fn number(&mut self, number: &Number) -> Phrase {
        let (inner, padded) = bare(number);
        match &inner.kind {
            NumberKind::Constant(_) | NumberKind::Parameter(_) => {
                let value = self.fixed(inner).unwrap_or(Decimal::new(0, 0));
                // Beside a number with decimals, a plain one is a percentage too.
                let scale = if padded { number.scale } else { value.trimmed().scale() };
                // Nothing is nothing, in a month as in a year.
                let unit = if value.units() == 0 && inner.unit.is_money() { Unit::Cny } else { inner.unit };
                Phrase::tight(number_of(value, unit, scale))
            }
            NumberKind::Fact(fact) => Phrase::tight(self.label(*fact)),
            NumberKind::Item(place) => {
                Phrase::tight(self.items.get(*place).map_or_else(Words::default, |item| quoted(&item.title)))
            }
            NumberKind::RateOf(index) => {
                let title = self.title_of(*index);
                Phrase::tight(two(format!("{}的标准", title.zh), format!("the rate of {}", title.en)))
            }
            // In a quantity, what it comes to in the cell.
            NumberKind::Rule(index) if !self.items.is_empty() => Phrase::tight(self.title_of(*index)),
            NumberKind::Rule(index) => {
                let title = self.title_of(*index);
                Phrase::tight(two(format!("当月的{}", title.zh), format!("the month's amount of {}", title.en)))
            }
            NumberKind::Table(..) | NumberKind::Reading(..) | NumberKind::Choose(..) => {
                Phrase::tight(self.letter(Content::number(inner), None))
            }
            NumberKind::Once(inner) => self.number(inner),
            NumberKind::Total(rule, thing) => {
                let title = self.book.rules.get(rule.0).map_or_else(Words::default, |rule| quoted(&rule.title));
                let thing = self.thing(*thing);
                Phrase::tight(two(
                    format!("该年内各{}的{}之和", thing.zh, title.zh),
                    format!("the year's amounts of {} of every {}", title.en, thing.en),
                ))
            }
            NumberKind::Brackets(table, of) => {
                let title = self.book.tables.get(table.0).map_or_else(Words::default, |table| quoted(&table.title));
                let of = self.number(of).at_least(Hold::Joined);
                Phrase::tight(two(
                    format!("{}按{}计算的税额", of.zh, title.zh),
                    format!("the tax on {} by {}", of.en, title.en),
                ))
            }
            NumberKind::Holds(truth) => self.holds(truth),
            NumberKind::Sum(thing, each) => self.sum(*thing, each, false),
            NumberKind::SumHeld(thing, each) => self.sum(*thing, each, true),
            NumberKind::Ceiling(a, b) => {
                let quotient = self.quotient(a, b);
                let zh = format!("{}（不是整数的，进为整数）", quotient.zh);
                Phrase::new(Hold::Joined, two(zh, format!("{}, rounded up to a whole number", quotient.en)))
            }
            NumberKind::CompletedMonths(from, to) => {
                let (from, to) = (self.number(from).at_least(Hold::Tight), self.number(to).at_least(Hold::Tight));
                let zh = format!("从{}到{}满了的月数", from.zh, to.zh);
                Phrase::new(Hold::Joined, two(zh, format!("the completed months from {} to {}", from.en, to.en)))
            }
            NumberKind::Since(link) => {
                let label = self.label(*link);
                let zh = format!("进入当时所在{}的第一天", label.zh);
                Phrase::tight(two(zh, format!("the first day in the {} of that time", label.en)))
            }
            NumberKind::Outside(fact, listed) => {
                let label = self.label(*fact);
                let listed = self.chosen(*fact, listed);
                let zh = format!("{}中下列项目以外的项数（{}）", label.zh, listed.zh);
                Phrase::tight(two(zh, format!("how many of the {} are none of these: {}", label.en, listed.en)))
            }
            NumberKind::Multiply(a, b) => self.product(inner.unit, a, b),
            NumberKind::Add(..) => {
                if let Some(sum) = self.over_records(inner) {
                    return sum;
                }
                let parts = chain(inner, |kind| matches!(kind, NumberKind::Add(..)));
                let each: Vec<Words> = parts.into_iter().map(|part| self.number(part).at_least(Hold::Tight)).collect();
                let all = listed(&each, "与", "and");
                Phrase::new(Hold::Joined, two(format!("{}之和", all.zh), format!("the sum of {}", all.en)))
            }
            NumberKind::Subtract(a, b) => {
                let (a, b) = (self.number(a).at_least(Hold::Joined), self.number(b).at_least(Hold::Tight));
                Phrase::new(Hold::Joined, two(format!("{}减去{}", a.zh, b.zh), format!("{} less {}", a.en, b.en)))
            }
            NumberKind::Minimum(..) => {
                self.extreme(&chain(inner, |kind| matches!(kind, NumberKind::Minimum(..))), &LEAST)
            }
            NumberKind::Maximum(..) => {
                self.extreme(&chain(inner, |kind| matches!(kind, NumberKind::Maximum(..))), &MOST)
            }
        }
    }

    fn title_of(&self, index: RuleIndex) -> Words {
        self.book.rules.get(index.0).map_or_else(Words::default, |rule| quoted(&rule.title))
    }

    /// How much is paid, and how often; without a period, the number or the quotient itself.
    pub(super) fn amount(&mut self, content: Content<'_>, period: Option<Period>) -> Words {
        if let Some(below) = content.below {
            return self.quotient(content.above, below);
        }
        let number = content.above;
        if let Some(answer) = self.answer(number) {
            return answer;
        }
        let Some(period) = period else { return self.number(number).words };
        let (number, period) = match &bare(number).0.kind {
            NumberKind::Once(inner) => (&**inner, Period::Once),
            _ => (number, period),
        };
        let (zh, en, each) = match period {
            Period::Month => ("每月", "a month", "each month"),
            Period::Year => ("每年", "a year", "each year"),
            Period::Once => ("每次", "each time", "each time"),
        };
        match self.fixed(bare(number).0) {
            Some(value) => {
                let value = grouped(value);
                if bare(number).0.unit == Unit::Days {
                    two(format!("{zh}{value}天"), format!("{value} days {en}"))
                } else {
                    two(format!("{zh}{value}元"), format!("CNY {value} {en}"))
                }
            }
            None => {
                let words = self.number(number).words;
                two(format!("{zh}金额为{}", words.zh), format!("{each}, {}", words.en))
            }
        }
    }

    /// What a place in a lookup's table stands for.
    fn answer(&self, number: &Number) -> Option<Words> {
        match number.kind {
            NumberKind::Constant(place) => self.answers.get(usize::try_from(place).ok()?).cloned(),
            _ => None,
        }
    }

    /// One number over another.
    pub(super) fn quotient(&mut self, above: &Number, below: &Number) -> Words {
        let (above, below) = (self.number(above).at_least(Hold::Joined), self.number(below).at_least(Hold::Tight));
        two(format!("{}÷{}", above.zh, below.zh), format!("{}, divided by {}", above.en, below.en))
    }

    /// The value of a number that stands in the law.
    pub(super) fn fixed(&self, number: &Number) -> Option<Decimal> {
        match number.kind {
            NumberKind::Constant(units) => Some(Decimal::new(i128::from(units), number.scale)),
            NumberKind::Parameter(index) => self.parameter(index.0).map(|parameter| parameter.value),
            _ => None,
        }
    }

    fn parameter(&self, place: usize) -> Option<&Parameter> {
        self.book.parameters.get(place)
    }

    fn product(&mut self, unit: Unit, a: &Number, b: &Number) -> Phrase {
        let plain = |speaker: &Self, number: &Number| {
            speaker.fixed(bare(number).0).filter(|_| bare(number).0.unit == Unit::One)
        };
        let (times, of) = match (plain(self, a), plain(self, b)) {
            (Some(times), _) => (times, b),
            (None, Some(times)) => (times, a),
            (None, None) => {
                let (a, b) = (self.number(a).at_least(Hold::Tight), self.number(b).at_least(Hold::Tight));
                let words = two(format!("{}乘以{}", a.zh, b.zh), format!("{} times {}", a.en, b.en));
                return Phrase::new(Hold::Joined, words);
            }
        };
        let is_year = unit == Unit::CnyPerYear && bare(of).0.unit == Unit::CnyPerMonth;
        let of = self.number(of).at_least(Hold::Tight);
        let words = if is_year {
            // What is per month, taken for a year.
            let times = grouped(times);
            two(format!("{times}个月的{}", of.zh), format!("{times} months of {}", of.en))
        } else if times.trimmed().scale() == 0 {
            let times = grouped(times);
            two(format!("{}的{times}倍", of.zh), format!("{times} times {}", of.en))
        } else {
            let share = percent(times);
            two(format!("{}的{share}", of.zh), format!("{share} of {}", of.en))
        };
        Phrase::new(Hold::Joined, words)
    }

    /// The smallest or the largest of several; those that the law fixes are bounds of the others.
    fn extreme(&mut self, parts: &[&Number], words: &Extreme) -> Phrase {
        let (fixed, open): (Vec<&Number>, Vec<&Number>) =
            parts.iter().partition(|part| self.fixed(bare(part).0).is_some());
        let all = if open.is_empty() || fixed.len() > 1 { parts.to_vec() } else { open };
        let bound = fixed.first().filter(|_| all.len() < parts.len());
        let phrases: Vec<Phrase> = all.iter().map(|part| self.number(part)).collect();
        let one = match phrases.as_slice() {
            [only] => Phrase::clone(only),
            _ => {
                let each: Vec<Words> = phrases.into_iter().map(|phrase| phrase.at_least(Hold::Tight)).collect();
                let (zh, en) = if each.len() == 2 { words.of_two } else { words.of_many };
                let list = listed(&each, "与", "and");
                Phrase::new(Hold::Joined, two(format!("{}中的{zh}", list.zh), format!("the {en} of {}", list.en)))
            }
        };
        let Some(bound) = bound else { return one };
        let (one, bound) = (one.at_least(Hold::Joined), self.number(bound).words);
        let (zh, en) = words.bound;
        Phrase::new(
            Hold::Loose,
            two(format!("{}，但{zh}{}", one.zh, bound.zh), format!("{}, but {en} {}", one.en, bound.en)),
        )
    }

    /// Whether a number fact holds days of the calendar.
    pub(super) fn is_date(&self, number: &Number) -> bool {
        match bare(number).0.kind {
            NumberKind::Fact(fact) => self.fact(fact).is_some_and(|fact| matches!(fact.kind, FactType::Date)),
            _ => false,
        }
    }
}

/// The words of the smallest or the largest of several numbers, in both languages.
struct Extreme {
    of_two: (&'static str, &'static str),
    of_many: (&'static str, &'static str),
    /// How a number of the law bounds the others.
    bound: (&'static str, &'static str),
}

const LEAST: Extreme =
    Extreme {
        of_two: ("较小者", "smaller"), of_many: ("最小者", "smallest"), bound: ("不超过", "not more than")
    };
const MOST: Extreme =
    Extreme {
        of_two: ("较大者", "larger"), of_many: ("最大者", "largest"), bound: ("不低于", "not less than")
    };

/// The numbers beneath operators of one kind, in the order in which they are written.
pub(super) fn chain(number: &Number, is_of_kind: fn(&NumberKind) -> bool) -> Vec<&Number> {
    let (inner, _) = bare(number);
    if !is_of_kind(&inner.kind) {
        return vec![number];
    }
    inner.parts().into_iter().flat_map(|part| chain(part, is_of_kind)).collect()
}
