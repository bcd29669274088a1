//! What telling an outcome needs: the outcome, its rule, and the names of things.

use super::super::speech::{Owner, joined, label, list, value, words};
use super::super::told::{Told, ToldFound, ToldReason};
use crate::compile::{Condition, Fact, Plan, Reading, Rule, Says, Step, ThingIndex, Truth, Version};
use crate::error::{Code, Diagnostic, Diagnostics};
use crate::source::Words;
use crate::value::Month;

pub(in super::super) struct Teller<'a> {
    pub(in super::super) plan: &'a Plan,
    pub(in super::super) rule: &'a Rule,
    pub(in super::super) told: &'a Told,
    subjects: Vec<(String, ThingIndex)>,
    known: Vec<(String, ThingIndex)>,
}

impl<'a> Teller<'a> {
    /// Whether a condition holds a number against a bound.
    pub(super) fn is_need(&self, condition: &str) -> bool {
        let mut measures = self.rule.versions.iter().flat_map(Version::measures);
        measures.any(|measure| measure.need.label == condition)
    }

    pub(in super::super) fn new(plan: &'a Plan, told: &'a Told) -> Result<Self, Diagnostics> {
        let rule = plan.book.rules.iter().find(|rule| rule.id == told.rule).ok_or_else(|| {
            let ids = plan.book.rules.iter().map(|rule| rule.id.as_str()).collect::<Vec<_>>().join(", ");
            Diagnostics::from(Diagnostic::in_argument(Code::UnknownRule, "outcome", &told.rule, ids))
        })?;
        let names: Vec<&str> = match rule.subject.as_slice() {
            [_, _] => told.subject.split_once('/').map_or_else(Vec::new, |(a, b)| vec![a, b]),
            _ => vec![&told.subject],
        };
        let subjects = names.into_iter().map(str::to_owned).zip(rule.subject.iter().copied()).collect();
        let vocabulary = &plan.book.vocabulary;
        let found = told.reasons.iter().flat_map(ToldReason::facts);
        let known = found.filter_map(|found| {
            let fact = vocabulary.fact_at(vocabulary.fact(&found.fact)?)?;
            Some((found.subject, fact.thing))
        });
        Ok(Self { plan, rule, told, subjects, known: known.collect() })
    }

    pub(in super::super) fn fact(&self, id: &str) -> Option<&'a Fact> {
        let vocabulary = &self.plan.book.vocabulary;
        vocabulary.fact_at(vocabulary.fact(id)?)
    }

    pub(in super::super) fn reading(&self, id: &str) -> Option<&'a Reading> {
        self.plan.book.readings.iter().find(|reading| reading.id == id)
    }

    pub(in super::super) fn owner(&self) -> Owner<'_> {
        Owner { vocabulary: &self.plan.book.vocabulary, subjects: &self.subjects, known: &self.known }
    }

    /// Whom the outcome is about: `入托记录 e1`; `家长 p1、入托记录 e1`.
    pub(in super::super) fn subject(&self) -> Words {
        let owner = self.owner();
        list(&self.subjects.iter().map(|(name, thing)| owner.named(*thing, name)).collect::<Vec<_>>())
    }

    /// What was found: `出生日期（孩子 k1）：2023年5月31日`.
    pub(in super::super) fn found(&self, found: &ToldFound) -> Words {
        let fact = self.fact(&found.fact);
        let (label, value) = (label(fact, &found.fact), value(fact, &found.found));
        let owner = self.owner().words(fact, &found.subject);
        words(
            format!("{}（{}）：{}", label.zh, owner.zh, value.zh),
            format!("{} ({}): {}", label.en, owner.en, value.en),
        )
    }

    /// Whether a fact was not stated; one that has no end is stated by being absent.
    pub(in super::super) fn is_unknown(&self, found: &ToldFound) -> bool {
        found.found.is_null() && self.fact(&found.fact).is_none_or(|fact| !fact.absent_is_without_end)
    }

    /// The version that is in force in a month, else the first.
    pub(in super::super) fn version(&self, month: &str) -> Option<&'a Version> {
        let day = Month::parse(month).map(Month::last_day);
        let versions = &self.rule.versions;
        let in_force = day.and_then(|day| versions.iter().find(|version| version.force.holds(day)));
        in_force.or_else(|| versions.first())
    }

    /// A condition's truth, by its label.
    pub(in super::super) fn truth(&self, condition: &str, month: &str) -> Option<&'a Truth> {
        let version = self.version(month)?;
        named(version, condition).map(|condition| &condition.truth)
    }

    /// Whether a reason is about a condition under which the rule applies at all.
    pub(in super::super) fn is_scope(&self, reason: &ToldReason) -> bool {
        let version = self.version(&reason.from);
        version.is_some_and(|version| version.applies.iter().any(|known| known.label == reason.condition))
    }

    /// A condition as people read it, by its label.
    pub(in super::super) fn condition(&self, condition: &str, month: &str) -> Words {
        let known = self.version(month).and_then(|version| named(version, condition));
        match (known, condition) {
            (Some(known), _) => known.words.clone(),
            (None, "rate") => words("标准所列情形", "A case that the rates provide for"),
            (None, "paid-elsewhere") => {
                words("当月没有为同一孩子的另一份入托记录发放", "Not paid for another enrolment of the same child")
            }
            (None, "paid-in-december") => {
                words("付款月份（全年标准只在12月付）", "A month of payment (the year's rate is paid in December)")
            }
            (None, other) => self.step_words(other).unwrap_or_else(|| words(other, other)),
        }
    }

    /// A step of a procedure by what is done in it; where it is not known in which way, in each of them.
    fn step_words(&self, id: &str) -> Option<Words> {
        let told = self.told.steps.iter().find(|step| step.id == id).and_then(|step| step.act.as_ref());
        if let Some(act) = told {
            return Some(act.clone());
        }
        let acts = self.step(id)?.ways.iter().filter_map(|way| way.act.as_ref()).map(|act| act.act.clone());
        Some(joined(&acts.collect::<Vec<_>>(), "；或", "; or: "))
    }

    /// A step of a procedure as the law writes it, in the version of the month that the outcome speaks of.
    pub(in super::super) fn step(&self, id: &str) -> Option<&'a Step> {
        let month = self.told.reasons.first().map_or("", |reason| reason.from.as_str());
        let Says::Steps(steps) = &self.version(month)?.says else { return None };
        steps.iter().find(|step| step.id == id)
    }

    /// Whether a reason is about a step of a procedure.
    pub(in super::super) fn is_step(&self, reason: &ToldReason) -> bool {
        self.step(&reason.condition).is_some()
    }

    /// The first and the last month that were asked about, where the outcome speaks of months.
    pub(in super::super) fn window(&self) -> Option<(&'a str, &'a str)> {
        let months = &self.told.months;
        Some((months.first()?.from.as_str(), months.last()?.to.as_str()))
    }
}

fn named<'v>(version: &'v Version, label: &str) -> Option<&'v Condition> {
    version.conditions().find(|condition| condition.label == label)
}
