//! Conditions: what must hold, in words.

use super::number::bare;
use super::phrase::{Hold, Phrase, joined, listed, quoted, two};
use super::span::next;
use super::speaker::Speaker;
use super::value::value_in_words;
use crate::compile::{Comparison, FactIndex, FactType, Number, NumberKind, Shift, Truth};
use crate::explain::speech::of_day as day;
use crate::source::Words;
use crate::value::Date;

impl Speaker<'_> {
    /// What must hold.
    pub(super) fn truth(&mut self, truth: &Truth) -> Phrase {
        if let Some(span) = self.span(truth) {
            return span;
        }
        if let Some((fact, choices)) = stated(truth) {
            return Phrase::tight(self.value(fact, choices, ("写明为", "is stated to be")));
        }
        match truth {
            Truth::And(..) => {
                let parts = self.beneath_and(truth);
                let parts: Vec<Words> = parts.into_iter().map(|part| self.truth(part).at_least(Hold::Joined)).collect();
                Phrase::new(Hold::Joined, joined(&parts, "，且", ", and "))
            }
            Truth::Or(..) => self.any(truth),
            Truth::Not(inner) => self.not(inner),
            single => Phrase::tight(self.single(single, true)),
        }
    }

    /// What must not hold.
    fn not(&mut self, truth: &Truth) -> Phrase {
        match truth {
            Truth::Not(inner) => self.truth(inner),
            Truth::And(..) | Truth::Or(..) => {
                if let Some((fact, choices)) = one_of(truth) {
                    return Phrase::tight(self.choice(fact, &choices, false));
                }
                let inner = self.truth(truth).words;
                Phrase::tight(two(format!("并非（{}）", inner.zh), format!("it is not so that ({})", inner.en)))
            }
            single => Phrase::tight(self.single(single, false)),
        }
    }

    /// At least one: values of one fact, and exact ages, are one list.
    fn any(&mut self, truth: &Truth) -> Phrase {
        if let Some((fact, choices)) = one_of(truth) {
            return Phrase::tight(self.choice(fact, &choices, true));
        }
        let parts = beneath_or(truth);
        let ages: Option<Vec<((FactIndex, Shift), i32)>> = parts.iter().map(|part| self.exactly_aged(part)).collect();
        if let Some([(fact, first), rest @ ..]) = ages.as_deref()
            && rest.iter().all(|(other, _)| other == fact)
        {
            let months: Vec<i32> = std::iter::once(*first).chain(rest.iter().map(|(_, months)| *months)).collect();
            return Phrase::tight(self.exact_age(fact.0, fact.1, &months));
        }
        let parts: Vec<Words> = parts.into_iter().map(|part| self.truth(part).at_least(Hold::Tight)).collect();
        Phrase::new(Hold::Loose, joined(&parts, "，或者", ", or "))
    }

    /// The truths beneath “and”; two ends of one span stay together.
    fn beneath_and<'t>(&mut self, truth: &'t Truth) -> Vec<&'t Truth> {
        match truth {
            Truth::And(a, b) if self.span(truth).is_none() && stated(truth).is_none() => {
                let mut parts = self.beneath_and(a);
                parts.extend(self.beneath_and(b));
                parts
            }
            other => vec![other],
        }
    }

    /// One condition that has no other within: that it holds, or that it does not.
    fn single(&mut self, truth: &Truth, yes: bool) -> Words {
        match truth {
            Truth::Constant(value) if *value == yes => two("任何情形", "always"),
            Truth::Constant(_) => two("没有任何情形", "never"),
            Truth::Is(fact, choices) => self.choice(*fact, choices, yes),
            Truth::Known(fact) => {
                let of = self.fact(*fact).map_or_else(Words::default, |fact| quoted(&fact.words));
                let (zh, en) = if yes { ("已写明", "is stated") } else { ("未写明", "is not stated") };
                two(format!("{}{zh}", of.zh), format!("{} {en}", of.en))
            }
            Truth::First(fact) => {
                let (of, thing) = (self.label(*fact), self.fact(*fact).map(|fact| self.thing(fact.thing)));
                let thing = thing.unwrap_or_default();
                if yes {
                    two(
                        format!("在{}相同的{}中列在最前", of.zh, thing.zh),
                        format!("no earlier {} has the same {}", thing.en, of.en),
                    )
                } else {
                    two(
                        format!("前面有{}相同的{}", of.zh, thing.zh),
                        format!("an earlier {} has the same {}", thing.en, of.en),
                    )
                }
            }
            Truth::Compare(comparison, a, b) => self.compared(Relation::of(*comparison, yes), a, b),
            Truth::Not(_) | Truth::And(..) | Truth::Or(..) => self.truth(truth).words,
            Truth::Reached { .. } | Truth::Aged { .. } | Truth::Since(_) | Truth::OfYear(_) => {
                self.time(truth, yes).unwrap_or_default()
            }
        }
    }

    /// A fact that has one of some values, or none of them.
    fn choice(&self, index: FactIndex, choices: &[usize], yes: bool) -> Words {
        let is_yes_no = self.fact(index).is_some_and(|fact| fact.kind == FactType::YesNo);
        match choices {
            // That a fact is not yes says that it is no: an unknown one is settled by neither.
            [choice] if is_yes_no && !yes => self.value(index, &[1_usize.saturating_sub(*choice)], ("为", "is")),
            _ => self.value(index, choices, if yes { ("为", "is") } else { ("不是", "is not") }),
        }
    }

    /// A fact, how it stands to some of its values, and these.
    fn value(&self, index: FactIndex, choices: &[usize], (zh, en): (&str, &str)) -> Words {
        let Some(fact) = self.fact(index) else { return Words::default() };
        let value = |choice: &usize| value_in_words(fact, i64::try_from(*choice).unwrap_or_default());
        if let (FactType::YesNo, [choice]) = (&fact.kind, choices) {
            let (value, label) = (value(choice), quoted(&fact.words));
            // Of a thing that is being counted it is plain whose fact it is.
            let thing = if self.counted == Some(fact.thing) { Words::default() } else { self.thing(fact.thing) };
            let of = if thing.en.is_empty() { String::new() } else { format!(" of the {}", thing.en) };
            return two(
                format!("{}{}一项{zh}“{}”", thing.zh, label.zh, value.zh),
                format!("{}{of} {en} {}", label.en, value.en),
            );
        }
        let values: Vec<Words> = choices.iter().map(value).collect();
        let (of, all) = (self.label(index), listed(&values, "或", "or"));
        two(format!("{}{zh}{}", of.zh, all.zh), format!("{} {en} {}", of.en, all.en))
    }

    /// Two numbers or dates; what the law fixes stands second.
    fn compared(&mut self, relation: Relation, a: &Number, b: &Number) -> Words {
        if self.is_date(a) || self.is_date(b) {
            return self.dates(relation, a, b);
        }
        let is_fixed =
            |number: &Number| matches!(bare(number).0.kind, NumberKind::Constant(_) | NumberKind::Parameter(_));
        let (relation, a, b) = if is_fixed(a) && !is_fixed(b) { (relation.turned(), b, a) } else { (relation, a, b) };
        let (a, b) = (self.number(a).at_least(Hold::Joined), self.number(b).at_least(Hold::Joined));
        let (zh, en) = match relation {
            Relation::Less => ("小于", "is less than"),
            Relation::AtMost => ("不超过", "is at most"),
            Relation::Equal => ("等于", "is equal to"),
            Relation::Unequal => ("不等于", "is not equal to"),
            Relation::AtLeast => ("不低于", "is at least"),
            Relation::Greater => ("大于", "is greater than"),
        };
        two(format!("{}{zh}{}", a.zh, b.zh), format!("{} {en} {}", a.en, b.en))
    }

    fn dates(&mut self, relation: Relation, a: &Number, b: &Number) -> Words {
        let (relation, at) = match self.day_beside(a, b) {
            // After the day before is on or after the day.
            Some(date) if relation == Relation::Greater => (Relation::AtLeast, day(next(date, 1))),
            Some(date) => (relation, day(date)),
            None => (relation, self.date(b)),
        };
        let of = self.date(a);
        let (zh, en) = match relation {
            Relation::Less => ("早于", "is before"),
            Relation::AtMost => ("不晚于", "is not after"),
            Relation::Equal => ("为", "is"),
            Relation::Unequal => ("不是", "is not"),
            Relation::AtLeast => ("不早于", "is not before"),
            Relation::Greater => ("晚于", "is after"),
        };
        two(format!("{}{zh}{}", of.zh, at.zh), format!("{} {en} {}", of.en, at.en))
    }

    fn date(&mut self, number: &Number) -> Words {
        match number.kind {
            NumberKind::Constant(value) => {
                i32::try_from(value).map(Date::from_number).map_or_else(|_| Words::default(), day)
            }
            _ => self.number(number).words,
        }
    }
}

/// How two numbers stand to each other.
#[derive(Clone, Copy, PartialEq)]
enum Relation {
    Less,
    AtMost,
    Equal,
    Unequal,
    AtLeast,
    Greater,
}

impl Relation {
    /// The relation, or where it must not hold its opposite.
    const fn of(comparison: Comparison, yes: bool) -> Self {
        match (comparison, yes) {
            (Comparison::Less, true) => Self::Less,
            (Comparison::Less, false) => Self::AtLeast,
            (Comparison::AtMost, true) => Self::AtMost,
            (Comparison::AtMost, false) => Self::Greater,
            (Comparison::Equal, true) => Self::Equal,
            (Comparison::Equal, false) => Self::Unequal,
        }
    }

    /// The same with the sides exchanged.
    const fn turned(self) -> Self {
        match self {
            Self::Less => Self::Greater,
            Self::AtMost => Self::AtLeast,
            Self::AtLeast => Self::AtMost,
            Self::Greater => Self::Less,
            same => same,
        }
    }
}

fn beneath_or(truth: &Truth) -> Vec<&Truth> {
    match truth {
        Truth::Or(a, b) => {
            let mut parts = beneath_or(a);
            parts.extend(beneath_or(b));
            parts
        }
        other => vec![other],
    }
}

/// A fact with its values, where a condition asks that it is stated and has one of them.
fn stated(truth: &Truth) -> Option<(FactIndex, &[usize])> {
    let Truth::And(known, is) = truth else { return None };
    match (&**known, &**is) {
        (Truth::Known(known), Truth::Is(fact, choices)) if known == fact => Some((*fact, choices)),
        _ => None,
    }
}

/// A fact with all its values that a condition allows, where it asks for nothing else.
fn one_of(truth: &Truth) -> Option<(FactIndex, Vec<usize>)> {
    let mut all: Option<(FactIndex, Vec<usize>)> = None;
    for part in beneath_or(truth) {
        let Truth::Is(fact, choices) = part else { return None };
        match &mut all {
            Some((known, values)) if known == fact => values.extend(choices),
            Some(_) => return None,
            None => all = Some((*fact, choices.clone())),
        }
    }
    all
}
