//! Questions about a typed term as a whole.

use super::book::{Parameter, ParameterIndex, ReadingIndex, RuleIndex};
use super::item::{Counted, Item, ItemRate};
use super::rule::{Due, Measure, Rule, Says, Version};
use super::truth::{Number, NumberKind, Truth};
use crate::model::FactIndex;

impl Number {
    /// The numbers right beneath this one.
    #[must_use]
    pub fn parts(&self) -> Vec<&Self> {
        match &self.kind {
            NumberKind::Constant(_)
            | NumberKind::Parameter(_)
            | NumberKind::Fact(_)
            | NumberKind::Rule(_)
            | NumberKind::Item(_)
            | NumberKind::RateOf(_)
            | NumberKind::Since(_)
            | NumberKind::Outside(..) => Vec::new(),
            NumberKind::Total(..) => Vec::new(),
            NumberKind::Add(a, b)
            | NumberKind::Subtract(a, b)
            | NumberKind::Multiply(a, b)
            | NumberKind::Minimum(a, b)
            | NumberKind::Maximum(a, b)
            | NumberKind::Ceiling(a, b)
            | NumberKind::CompletedMonths(a, b) => vec![a, b],
            NumberKind::Choose(_, cells) => cells.iter().flatten().collect(),
            NumberKind::Holds(_) => Vec::new(),
            NumberKind::Sum(_, each)
            | NumberKind::SumHeld(_, each)
            | NumberKind::Once(each)
            | NumberKind::Brackets(_, each) => vec![each],
            NumberKind::Table(_, arms) => arms.iter().filter_map(|arm| arm.cell.as_ref()).collect(),
            NumberKind::Reading(_, cells) => cells.iter().flatten().collect(),
        }
    }

    /// Whether it is above 0 by what the law says, whatever the facts are.
    #[must_use]
    pub fn is_above_nought(&self, named: &[Parameter]) -> bool {
        let all = |cells: &[Option<Self>]| {
            !cells.is_empty() && cells.iter().all(|cell| cell.as_ref().is_some_and(|cell| cell.is_above_nought(named)))
        };
        match &self.kind {
            NumberKind::Constant(units) => *units > 0,
            NumberKind::Parameter(index) => named.get(index.0).is_some_and(|named| named.value.units() > 0),
            NumberKind::Multiply(a, b) | NumberKind::Minimum(a, b) | NumberKind::Maximum(a, b) => {
                a.is_above_nought(named) && b.is_above_nought(named)
            }
            NumberKind::Choose(_, cells) => all(&**cells),
            NumberKind::Reading(_, cells) => all(cells),
            NumberKind::Table(_, arms) => {
                !arms.is_empty()
                    && arms.iter().all(|arm| arm.cell.as_ref().is_some_and(|cell| cell.is_above_nought(named)))
            }
            _ => false,
        }
    }

    /// The facts that it reads, in the order in which it is written; not the links of which it reads but the days.
    #[must_use]
    pub fn facts(&self) -> Vec<FactIndex> {
        let own = match &self.kind {
            NumberKind::Fact(fact) | NumberKind::Table(fact, _) | NumberKind::Outside(fact, _) => vec![*fact],
            NumberKind::Choose(truth, _) | NumberKind::Holds(truth) => truth.facts(),
            _ => Vec::new(),
        };
        unique(own.into_iter().chain(self.parts().into_iter().flat_map(Self::facts)))
    }

    /// The rules whose amounts it reads.
    #[must_use]
    pub fn rules(&self) -> Vec<RuleIndex> {
        let own = match &self.kind {
            NumberKind::Rule(rule) | NumberKind::RateOf(rule) | NumberKind::Total(rule, _) => vec![*rule],
            NumberKind::Choose(truth, _) | NumberKind::Holds(truth) => truth.rules(),
            _ => Vec::new(),
        };
        own.into_iter().chain(self.parts().into_iter().flat_map(Self::rules)).collect()
    }

    /// The named numbers that it reads.
    #[must_use]
    pub fn parameters(&self) -> Vec<ParameterIndex> {
        let own = match &self.kind {
            NumberKind::Parameter(index) => vec![*index],
            NumberKind::Choose(truth, _) | NumberKind::Holds(truth) => truth.parameters(),
            _ => Vec::new(),
        };
        own.into_iter().chain(self.parts().into_iter().flat_map(Self::parameters)).collect()
    }

    /// The readings that it selects by.
    #[must_use]
    pub fn readings(&self) -> Vec<ReadingIndex> {
        let own = match &self.kind {
            NumberKind::Reading(reading, _) => vec![*reading],
            NumberKind::Choose(truth, _) | NumberKind::Holds(truth) => truth.readings(),
            _ => Vec::new(),
        };
        own.into_iter().chain(self.parts().into_iter().flat_map(Self::readings)).collect()
    }
}

impl Truth {
    /// The truths right beneath this one.
    pub(super) fn parts(&self) -> Vec<&Self> {
        match self {
            Self::Not(inner) => vec![inner],
            Self::And(a, b) | Self::Or(a, b) => vec![a, b],
            _ => Vec::new(),
        }
    }

    fn any(&self, holds: &impl Fn(&Self) -> bool) -> bool {
        holds(self) || self.parts().into_iter().any(|part| part.any(holds))
    }

    /// The facts that it reads, in the order in which it is written.
    #[must_use]
    pub fn facts(&self) -> Vec<FactIndex> {
        let own = match self {
            Self::Is(fact, _)
            | Self::Known(fact)
            | Self::First(fact)
            | Self::Reached { fact, .. }
            | Self::Aged { fact, .. } => vec![*fact],
            Self::Compare(_, a, b) => [a.facts(), b.facts()].concat(),
            _ => Vec::new(),
        };
        unique(own.into_iter().chain(self.parts().into_iter().flat_map(Self::facts)))
    }

    /// The truths that look at time, wherever they stand in it.
    #[must_use]
    pub fn time_terms(&self) -> Vec<&Self> {
        let own =
            matches!(self, Self::Reached { .. } | Self::Since(_) | Self::Aged { .. } | Self::OfYear(_)).then_some(self);
        own.into_iter().chain(self.parts().into_iter().flat_map(Self::time_terms)).collect()
    }

    /// The rules whose amounts its numbers read.
    #[must_use]
    pub fn rules(&self) -> Vec<RuleIndex> {
        let own = match self {
            Self::Compare(_, a, b) => [a.rules(), b.rules()].concat(),
            _ => Vec::new(),
        };
        own.into_iter().chain(self.parts().into_iter().flat_map(Self::rules)).collect()
    }

    /// The named numbers that it reads, those added to dates among them.
    #[must_use]
    pub fn parameters(&self) -> Vec<ParameterIndex> {
        let own = match self {
            Self::Compare(_, a, b) => [a.parameters(), b.parameters()].concat(),
            Self::Reached { shift, .. } => shift.parameter.map(|(index, _)| index).into_iter().collect(),
            Self::Aged { age, .. } => {
                age.shift.parameter.map(|(index, _)| index).into_iter().chain(age.parameter).collect()
            }
            _ => Vec::new(),
        };
        own.into_iter().chain(self.parts().into_iter().flat_map(Self::parameters)).collect()
    }

    /// The readings that its numbers select by.
    #[must_use]
    pub fn readings(&self) -> Vec<ReadingIndex> {
        let own = match self {
            Self::Compare(_, a, b) => [a.readings(), b.readings()].concat(),
            _ => Vec::new(),
        };
        own.into_iter().chain(self.parts().into_iter().flat_map(Self::readings)).collect()
    }

    /// Whether it looks at the reference day.
    #[must_use]
    pub fn looks_at_day(&self) -> bool {
        self.any(&|truth| matches!(truth, Self::Reached { .. } | Self::Since(_)))
    }

    /// Whether it looks at the month alone.
    #[must_use]
    pub fn looks_at_month(&self) -> bool {
        self.any(&|truth| matches!(truth, Self::Aged { .. } | Self::OfYear(_)))
    }
}

impl Item {
    /// What it counts itself.
    #[must_use]
    pub const fn rate(&self) -> Option<&ItemRate> {
        match &self.counted {
            Counted::Rate(rate) => Some(rate),
            Counted::Amounts(_) => None,
        }
    }

    /// The number that it comes from.
    #[must_use]
    pub const fn number(&self) -> &Number {
        match &self.counted {
            Counted::Rate(rate) => &rate.rate,
            Counted::Amounts(number) => number,
        }
    }
}

impl Rule {
    /// What it holds against a bound first, in its first version that does.
    #[must_use]
    pub fn measure(&self) -> Option<&Measure> {
        self.measure_at(0)
    }

    /// What it holds against a bound, by its place, in its first version that has so many.
    #[must_use]
    pub fn measure_at(&self, place: usize) -> Option<&Measure> {
        self.versions.iter().find_map(|version| version.measures().get(place))
    }
}

impl Measure {
    /// The number, the part below of a quotient, and the bound.
    pub fn numbers(&self) -> impl Iterator<Item = &Number> {
        std::iter::once(&self.value).chain(&self.over).chain([&self.bound])
    }
}

impl Version {
    /// What it holds against bounds.
    #[must_use]
    pub fn measures(&self) -> &[Measure] {
        match &self.says {
            Says::Measures(measures) => measures,
            _ => &[],
        }
    }

    /// The numbers that it states.
    #[must_use]
    pub fn numbers(&self) -> Vec<&Number> {
        match &self.says {
            Says::Rate(number) | Says::Words(number, _) => vec![number],
            Says::Measures(measures) => measures.iter().flat_map(Measure::numbers).collect(),
            Says::Items(items) => items.iter().map(Item::number).collect(),
            Says::Elsewhere | Says::Conditions | Says::List(_) | Says::Steps(_) => Vec::new(),
        }
    }

    /// The truths that it asks.
    #[must_use]
    pub fn truths(&self) -> Vec<&Truth> {
        let steps = match &self.says {
            Says::Steps(steps) => steps.as_slice(),
            _ => &[],
        };
        let ways = steps.iter().flat_map(|step| &step.ways);
        let done = ways.flat_map(|way| {
            let act = way.act.iter().flat_map(|act| [&act.only, &act.done]);
            std::iter::once(&way.selected).chain(act)
        });
        let items = match &self.says {
            Says::Items(items) => items.as_slice(),
            _ => &[],
        };
        let counted = items.iter().filter_map(Item::rate).map(|rate| &rate.when);
        self.conditions().map(|condition| &condition.truth).chain(done).chain(counted).collect()
    }
}

impl Version {
    /// The days by which its steps are to be done.
    pub fn dues(&self) -> impl Iterator<Item = &Due> {
        let steps = match &self.says {
            Says::Steps(steps) => steps.as_slice(),
            _ => &[],
        };
        steps.iter().flat_map(|step| &step.ways).filter_map(|way| way.act.as_ref()?.due.as_ref())
    }
}

fn unique(facts: impl Iterator<Item = FactIndex>) -> Vec<FactIndex> {
    let mut seen = Vec::new();
    for fact in facts {
        if !seen.contains(&fact) {
            seen.push(fact);
        }
    }
    seen
}
