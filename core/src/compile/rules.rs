//! Rules → where their answers stand: in force, applies, answerable, granted, and the numbers that go with it.

use super::lower::Lowering;
use super::plan::{Figures, MaskSlot, MaskStep, NumberStep, Piece, RulePlan, VersionPlan, WayPlan};
use crate::rulebook::{Comparison, Measure, Rule, RuleIndex, Says, Step, Version};

/// What a version in force and applying says.
struct Said {
    /// The months in which it says yes: granted, kept to, done.
    holds: MaskSlot,
    answerable: MaskSlot,
    has_rate: MaskSlot,
    pieces: Vec<Piece>,
    figures: Option<Figures>,
    steps: Vec<Vec<WayPlan>>,
}

impl Lowering<'_> {
    pub(super) fn rule(&mut self, index: RuleIndex, rule: &Rule) -> RulePlan {
        let never = self.steps.mask(MaskStep::Constant(false));
        let scale = rule.versions.iter().filter_map(rate_scale).max().unwrap_or_default();
        // Every version counts in the same decimals, so that its numbers are shown as they are.
        let measures = rule.versions.iter().filter_map(Version::measure);
        let value_scale = measures.clone().map(|measure| measure.value.scale).max().unwrap_or_default();
        let bound_scale = measures.map(|measure| measure.bound.scale).max().unwrap_or_default();
        let mut plan = RulePlan {
            rule: index,
            versions: Vec::new(),
            in_force: never,
            applies: never,
            answerable: never,
            wanted: never,
            granted: never,
            pieces: Vec::new(),
            figures: None,
            steps: Vec::new(),
            is_narrow: false,
            scale,
            once: never,
            consults: Vec::new(),
            ledger: None,
        };
        let single = rule.versions.len() == 1;
        for version in &rule.versions {
            self.version(version, single, (value_scale, bound_scale), &mut plan);
        }
        let thing = rule.benefit.as_ref().and_then(|benefit| benefit.single);
        plan.ledger = self.ledger(rule, &plan);
        plan.granted = thing.map_or(plan.wanted, |thing| self.steps.mask(MaskStep::First(plan.wanted, thing)));
        plan
    }

    fn version(&mut self, version: &Version, single: bool, scales: (u8, u8), plan: &mut RulePlan) {
        let in_force = self.steps.mask(MaskStep::Force(version.force));
        let applies: Vec<MaskSlot> = version.applies.iter().map(|condition| self.truth(&condition.truth)).collect();
        let mut conditions: Vec<MaskSlot> = version.when.iter().map(|condition| self.truth(&condition.truth)).collect();
        let said = self.said(version, plan.scale, scales);
        if let Says::Measure(measure) = &version.says {
            conditions.push(self.truth(&measure.need.truth));
        }
        let applied = applies.iter().fold(in_force, |so_far, condition| self.steps.and(so_far, *condition));
        // What a quantity asks is nothing that refuses it: where it does not hold, nothing is counted.
        let asked = if matches!(version.says, Says::Items(_)) { &[][..] } else { &conditions };
        let wanted = asked.iter().chain([&said.has_rate, &said.holds]);
        let wanted = wanted.fold(applied, |so_far, condition| self.steps.and(so_far, *condition));
        let answerable = self.steps.and(applied, said.answerable);
        plan.in_force = self.steps.or(plan.in_force, in_force);
        plan.applies = self.steps.or(plan.applies, applied);
        plan.answerable = self.steps.or(plan.answerable, answerable);
        plan.wanted = self.steps.or(plan.wanted, wanted);
        // Several versions: each number holds only while its own version is in force.
        let own = if single { self.steps.mask(MaskStep::Constant(true)) } else { in_force };
        let pieces = self.within(said.pieces, own);
        plan.pieces.extend(pieces);
        if let Some(figures) = said.figures {
            let all = plan.figures.get_or_insert_default();
            (all.value_scale, all.bound_scale) = (figures.value_scale, figures.bound_scale);
            all.value.extend(self.within(figures.value, own));
            all.over.extend(self.within(figures.over, own));
            all.bound.extend(self.within(figures.bound, own));
        }
        for (place, ways) in said.steps.iter().enumerate() {
            let done = self.done(ways);
            let done = self.steps.and(done, own);
            match plan.steps.get(place).copied() {
                Some(known) => {
                    let either = self.steps.or(known, done);
                    if let Some(slot) = plan.steps.get_mut(place) {
                        *slot = either;
                    }
                }
                None => plan.steps.push(done),
            }
        }
        if let Says::Rate(rate) = &version.says {
            let once = self.once(rate);
            let once = self.steps.and(once, own);
            plan.once = self.steps.or(plan.once, once);
        }
        let (has_rate, steps) = (said.has_rate, said.steps);
        plan.versions.push(VersionPlan { in_force, applies, conditions, has_rate, steps });
    }

    fn said(&mut self, version: &Version, scale: u8, scales: (u8, u8)) -> Said {
        let always = self.steps.mask(MaskStep::Constant(true));
        let nothing = Said {
            holds: always,
            answerable: always,
            has_rate: always,
            pieces: Vec::new(),
            figures: None,
            steps: Vec::new(),
        };
        match &version.says {
            Says::Rate(rate) => {
                let pieces = self.number(&rate.clone().with_scale(scale), always);
                let months: Vec<MaskSlot> = pieces.iter().map(|piece| piece.months).collect();
                let has_rate = self.steps.any(&months);
                Said { has_rate, pieces, ..nothing }
            }
            Says::Elsewhere => {
                let mut granted = always;
                for condition in &version.when {
                    let condition = self.truth(&condition.truth);
                    granted = self.steps.and(granted, condition);
                }
                Said { answerable: self.steps.not(granted), ..nothing }
            }
            Says::Words(number, _) => Said { pieces: self.number(number, always), ..nothing },
            Says::Measure(measure) => self.measure(measure, scales, nothing),
            Says::Steps(steps) => self.steps(steps, nothing),
            Says::Conditions | Says::List(_) | Says::Items(_) => nothing,
        }
    }

    /// A quotient has an answer where it is not divided by zero.
    fn measure(&mut self, measure: &Measure, (value_scale, bound_scale): (u8, u8), nothing: Said) -> Said {
        let always = self.steps.mask(MaskStep::Constant(true));
        let over = measure.over.as_ref().map(|over| self.number(&over.clone().with_scale(value_scale), always));
        let over = over.unwrap_or_default();
        let zero = self.steps.number(NumberStep::Constant(0));
        let mut divided = Vec::new();
        for piece in &over {
            let divides = self.steps.mask(MaskStep::Compare(Comparison::Less, zero, piece.number));
            divided.push(self.steps.and(divides, piece.months));
        }
        let answerable = if over.is_empty() { always } else { self.steps.any(&divided) };
        let figures = Figures {
            value: self.number(&measure.value.clone().with_scale(value_scale), always),
            over,
            bound: self.number(&measure.bound.clone().with_scale(bound_scale), always),
            value_scale,
            bound_scale,
        };
        Said { holds: answerable, answerable, figures: Some(figures), ..nothing }
    }

    fn steps(&mut self, steps: &[Step], nothing: Said) -> Said {
        let mut said = nothing;
        for step in steps {
            let mut ways = Vec::new();
            for way in &step.ways {
                let selected = self.truth(&way.selected);
                ways.push(WayPlan { selected, done: way.act.as_ref().map(|act| self.truth(&act.done)) });
            }
            let mut has_way = self.steps.mask(MaskStep::Constant(false));
            for way in ways.iter().filter(|way| way.done.is_some()) {
                has_way = self.steps.or(has_way, way.selected);
            }
            let done = self.done(&ways);
            said.holds = self.steps.and(said.holds, done);
            said.answerable = self.steps.and(said.answerable, has_way);
            said.steps.push(ways);
        }
        said
    }

    /// The months in which the way that is selected is done.
    fn done(&mut self, ways: &[WayPlan]) -> MaskSlot {
        let mut any = self.steps.mask(MaskStep::Constant(false));
        for way in ways {
            let Some(done) = way.done else { continue };
            let here = self.steps.and(way.selected, done);
            any = self.steps.or(any, here);
        }
        any
    }

    fn within(&mut self, pieces: Vec<Piece>, months: MaskSlot) -> Vec<Piece> {
        pieces.into_iter().map(|piece| Piece { months: self.steps.and(piece.months, months), ..piece }).collect()
    }
}

fn rate_scale(version: &Version) -> Option<u8> {
    match &version.says {
        Says::Rate(rate) => Some(rate.scale),
        _ => None,
    }
}
