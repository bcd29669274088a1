//! What a version says, by the kind of its rule.

use super::number::MONEY_SCALE;
use super::truth::options_of;
use super::{Proof, Scope, unique};
use crate::model::FactType;
use crate::rulebook::{Benefit, Kind, Measure, Number, NumberKind, Rule, Says, Step, Truth};

impl<'b> Proof<'b> {
    pub(super) fn says(&mut self, rule: &'b Rule, says: &'b Says, scope: Scope<'_>) {
        let fits = match says {
            Says::Rate(_) | Says::Elsewhere => rule.kind == Kind::Entitlement,
            Says::Measures(measures) => match rule.kind {
                Kind::Limit => !measures.is_empty(),
                Kind::Indicator => measures.len() == 1,
                _ => false,
            },
            Says::Conditions => rule.kind == Kind::Requirement,
            Says::Words(..) | Says::List(_) => rule.kind == Kind::Lookup,
            Says::Steps(_) => rule.kind == Kind::Procedure,
            Says::Items(_) => rule.kind == Kind::Quantity,
        };
        self.must(fits, "kind");
        let benefit = rule.benefit.as_ref();
        match says {
            Says::Rate(rate) => self.rate(rate, benefit, scope),
            Says::Elsewhere => {
                self.must(benefit.is_some_and(|benefit| benefit.elsewhere.is_some()), "elsewhere");
            }
            Says::Measures(measures) => self.each("needs", measures, |proof, _, measure| proof.measure(measure, scope)),
            Says::Conditions => {}
            Says::Words(number, words) => {
                let places = match &number.kind {
                    NumberKind::Table(_, arms) => arms.iter().map(|arm| arm.cell.as_ref().and_then(place)).collect(),
                    NumberKind::Constant(_) => vec![place(number)],
                    NumberKind::Choose(_, cells) => cells.iter().map(|cell| cell.as_ref().and_then(place)).collect(),
                    _ => vec![None],
                };
                let all = places.into_iter().all(|place| place.is_some_and(|place| place < words.len()));
                self.must(all, "words: table of places");
                self.number(number, scope);
            }
            Says::List(list) => self.must(!list.is_empty() && unique(list.iter().map(|(key, _)| key)), "list"),
            Says::Items(items) => {
                self.must(!items.is_empty() && unique(items.iter().map(|item| &item.id)), "items: id ≠ id");
                self.each("items", items, |proof, place, item| proof.item(rule, items, place, item));
            }
            Says::Steps(steps) => {
                self.must(!steps.is_empty() && unique(steps.iter().map(|step| &step.id)), "steps: id ≠ id");
                self.each("steps", steps, |proof, _, step| proof.step(step, scope));
            }
        }
    }

    fn rate(&mut self, rate: &'b Number, benefit: Option<&Benefit>, scope: Scope<'_>) {
        let fits = benefit.is_some_and(|benefit| benefit.period.is_some() && benefit.unit == rate.unit);
        self.must(fits && rate.scale >= MONEY_SCALE, "rate: unit, scale ≥ 2");
        self.number(rate, Scope { may_refuse: true, ..scope });
    }

    fn measure(&mut self, measure: &'b Measure, scope: Scope<'_>) {
        let Measure { value, over, relation, bound, need } = measure;
        let below = over.as_ref();
        self.must(
            below.is_none_or(|below| (below.unit, below.scale) == (value.unit, value.scale)),
            "a / b: unit, scale",
        );
        self.must(below.is_some() || value.unit == bound.unit, "bound: unit");
        for number in [value, bound].into_iter().chain(below) {
            self.number(number, scope);
        }
        self.truth(&need.truth, scope);
        // What is explained is what is computed.
        if self.faults.is_empty() {
            self.must(need.truth == relation.held(value, below, bound), "need: value, relation, bound");
        }
    }

    /// For each case exactly one way is selected.
    fn step(&mut self, step: &'b Step, scope: Scope<'_>) {
        let selected = |place: usize| step.ways.get(place).map(|way| &way.selected);
        match step.selector {
            None => self.must(step.ways.len() == 1 && selected(0) == Some(&Truth::Constant(true)), "step: one way"),
            Some(selector) => {
                let fact = self.reached(selector, scope);
                let selects = fact.is_some_and(|fact| matches!(fact.kind, FactType::Options(_) | FactType::YesNo));
                let options = fact.map_or(0, options_of);
                let mut taken: Vec<usize> = Vec::new();
                for way in &step.ways {
                    match &way.selected {
                        Truth::Is(fact, choices) if *fact == selector => taken.extend(choices),
                        _ => self.must(false, "way: selector"),
                    }
                }
                taken.sort_unstable();
                self.must(selects && taken == (0..options).collect::<Vec<_>>(), "ways: every option once");
            }
        }
        self.each("ways", &step.ways, |proof, _, way| {
            proof.truth(&way.selected, scope);
            if let Some(act) = &way.act {
                proof.truth(&act.done, scope);
                proof.truth(&act.only, scope);
                if let Some(due) = &act.due {
                    proof.due(*due, scope);
                }
            }
        });
    }
}

/// The place among words that a cell names.
fn place(cell: &Number) -> Option<usize> {
    match cell.kind {
        NumberKind::Constant(place) if cell.scale == 0 => usize::try_from(place).ok(),
        _ => None,
    }
}
