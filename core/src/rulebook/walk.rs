//! Questions about a typed term as a whole.

use super::book::{ParameterIndex, ReadingIndex, RuleIndex};
use super::item::{Counted, Item, ItemRate};
use super::rule::{Measure, Rule, Says, Version};
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
            | NumberKind::RateOf(_) => Vec::new(),
            NumberKind::Add(a, b)
            | NumberKind::Subtract(a, b)
            | NumberKind::Multiply(a, b)
            | NumberKind::Minimum(a, b)
            | NumberKind::Maximum(a, b) => vec![a, b],
            NumberKind::Choose(_, cells) => cells.iter().flatten().collect(),
            NumberKind::Holds(_) => Vec::new(),
            NumberKind::Sum(_, each) | NumberKind::Once(each) => vec![each],
            NumberKind::Table(_, arms) => arms.iter().filter_map(|arm| arm.cell.as_ref()).collect(),
            NumberKind::Reading(_, cells) => cells.iter().flatten().collect(),
        }
    }

    /// The truths by which it, or a number beneath it, is chosen.
    fn choosing(&self) -> Vec<&Truth> {
        let own = match &self.kind {
            NumberKind::Choose(truth, _) => Some(&**truth),
            _ => None,
        };
        own.into_iter().chain(self.parts().into_iter().flat_map(Self::choosing)).collect()
    }

    /// The facts that it reads, in the order in which it is written.
    #[must_use]
    pub fn facts(&self) -> Vec<FactIndex> {
        let own = match &self.kind {
            NumberKind::Fact(fact) | NumberKind::Table(fact, _) => vec![*fact],
            NumberKind::Choose(truth, _) | NumberKind::Holds(truth) => truth.facts(),
            _ => Vec::new(),
        };
        unique(own.into_iter().chain(self.parts().into_iter().flat_map(Self::facts)))
    }

    /// The rules whose amounts it reads.
    #[must_use]
    pub fn rules(&self) -> Vec<RuleIndex> {
        let own = match &self.kind {
            NumberKind::Rule(rule) | NumberKind::RateOf(rule) => vec![*rule],
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
            Self::Is(fact, _) | Self::Known(fact) | Self::Reached { fact, .. } | Self::Aged { fact, .. } => vec![*fact],
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
    /// What it holds against a bound, in its first version that does.
    #[must_use]
    pub fn measure(&self) -> Option<&Measure> {
        self.versions.iter().find_map(Version::measure)
    }
}

impl Version {
    /// What it holds against a bound.
    #[must_use]
    pub fn measure(&self) -> Option<&Measure> {
        match &self.says {
            Says::Measure(measure) => Some(measure),
            _ => None,
        }
    }

    /// The numbers that it states.
    #[must_use]
    pub fn numbers(&self) -> Vec<&Number> {
        match &self.says {
            Says::Rate(number) | Says::Words(number, _) => vec![number],
            Says::Measure(measure) => {
                std::iter::once(&measure.value).chain(&measure.over).chain([&measure.bound]).collect()
            }
            Says::Items(items) => items.iter().map(Item::number).collect(),
            Says::Elsewhere | Says::Conditions | Says::List(_) | Says::Steps(_) => Vec::new(),
        }
    }

    /// The truths by which its numbers are chosen.
    #[must_use]
    pub fn choosing(&self) -> Vec<&Truth> {
        self.numbers().into_iter().flat_map(Number::choosing).collect()
    }

    /// The truths that it asks.
    #[must_use]
    pub fn truths(&self) -> Vec<&Truth> {
        let steps = match &self.says {
            Says::Steps(steps) => steps.as_slice(),
            _ => &[],
        };
        let ways = steps.iter().flat_map(|step| &step.ways);
        let done = ways.flat_map(|way| std::iter::once(&way.selected).chain(way.act.as_ref().map(|act| &act.done)));
        let items = match &self.says {
            Says::Items(items) => items.as_slice(),
            _ => &[],
        };
        let counted = items.iter().filter_map(Item::rate).map(|rate| &rate.when);
        self.conditions().map(|condition| &condition.truth).chain(done).chain(counted).collect()
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
