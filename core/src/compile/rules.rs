//! Rules → where their answers stand: in force, applies, answerable, granted, and the numbers that go with it.

use super::lower::Lowering;
use super::plan::{Figures, MaskSlot, MaskStep, NumberStep, Piece, RulePlan, VersionPlan, WayPlan};
use crate::rulebook::{Comparison, Due, Measure, Number, NumberKind, Rule, RuleIndex, Says, Step, Version};
use crate::value::Date;

/// In which decimals the numbers of every version count, and how many answers in words stand before this one's.
#[derive(Clone, Copy)]
struct Shape<'s> {
    scales: &'s [(u8, u8)],
    answers: i64,
}

/// What a version in force and applying says.
struct Said {
    /// The months in which it says yes: granted, kept to, done.
    holds: MaskSlot,
    answerable: MaskSlot,
    has_rate: MaskSlot,
    pieces: Vec<Piece>,
    figures: Vec<Figures>,
    steps: Vec<Vec<WayPlan>>,
    waits: Option<MaskSlot>,
}

impl Lowering<'_> {
    pub(super) fn rule(&mut self, index: RuleIndex, rule: &Rule) -> RulePlan {
        let never = self.steps.mask(MaskStep::Constant(false));
        let scale = rule.versions.iter().filter_map(rate_scale).max().unwrap_or_default();
        // Every version counts in the same decimals, so that its numbers are shown as they are.
        let most = rule.versions.iter().map(|version| version.measures().len()).max().unwrap_or_default();
        let scales = (0..most).map(|place| {
            let measures = rule.versions.iter().filter_map(|version| version.measures().get(place));
            let value = measures.clone().map(|measure| measure.value.scale).max().unwrap_or_default();
            (value, measures.map(|measure| measure.bound.scale).max().unwrap_or_default())
        });
        let scales: Vec<(u8, u8)> = scales.collect();
        let mut plan = RulePlan {
            rule: index,
            versions: Vec::new(),
            in_force: never,
            applies: never,
            answerable: never,
            wanted: never,
            granted: never,
            pieces: Vec::new(),
            figures: Vec::new(),
            steps: Vec::new(),
            waits: never,
            is_narrow: false,
            has_kin: false,
            scale,
            once: never,
            consults: Vec::new(),
            ledger: None,
        };
        let single = rule.versions.len() == 1;
        // The answers in words of the versions before.
        let mut answers = 0;
        for version in &rule.versions {
            self.version(version, single, Shape { scales: &scales, answers }, &mut plan);
            answers += i64::try_from(version.answers()).unwrap_or(i64::MAX);
        }
        if rule.benefit.as_ref().is_some_and(|benefit| benefit.annual) {
            // A year is granted in its last month alone.
            let end = self.steps.mask(MaskStep::YearEnd);
            plan.wanted = self.steps.and(plan.wanted, end);
            for version in &mut plan.versions {
                version.has_rate = self.steps.and(version.has_rate, end);
            }
        }
        let thing = rule.benefit.as_ref().and_then(|benefit| benefit.single);
        plan.ledger = self.ledger(rule, &plan);
        plan.granted = thing.map_or(plan.wanted, |thing| self.steps.mask(MaskStep::First(plan.wanted, thing)));
        plan
    }

    fn version(&mut self, version: &Version, single: bool, shape: Shape<'_>, plan: &mut RulePlan) {
        let in_force = self.steps.mask(MaskStep::Force(version.force));
        let applies: Vec<MaskSlot> = version.applies.iter().map(|condition| self.truth(&condition.truth)).collect();
        let mut conditions: Vec<MaskSlot> = version.when.iter().map(|condition| self.truth(&condition.truth)).collect();
        let said = self.said(version, plan.scale, shape);
        conditions.extend(said.figures.iter().filter_map(|figures| figures.kept));
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
        for (place, figures) in said.figures.into_iter().enumerate() {
            let (value, over) = (self.within(figures.value, own), self.within(figures.over, own));
            let (bound, kept) = (self.within(figures.bound, own), figures.kept.map(|kept| self.steps.and(kept, own)));
            match plan.figures.get_mut(place) {
                Some(all) => {
                    all.value.extend(value);
                    all.over.extend(over);
                    all.bound.extend(bound);
                    all.kept = all.kept.zip(kept).map(|(a, b)| self.steps.or(a, b));
                }
                None => plan.figures.push(Figures { value, over, bound, kept, ..figures_of(shape, place) }),
            }
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
        if let Some(waits) = said.waits {
            let waits = self.steps.and(waits, applied);
            plan.waits = self.steps.or(plan.waits, waits);
        }
        let (has_rate, steps) = (said.has_rate, said.steps);
        plan.versions.push(VersionPlan { in_force, applies, conditions, has_rate, steps });
    }

    fn said(&mut self, version: &Version, scale: u8, shape: Shape<'_>) -> Said {
        let always = self.steps.mask(MaskStep::Constant(true));
        let nothing = Said {
            holds: always,
            answerable: always,
            has_rate: always,
            pieces: Vec::new(),
            figures: Vec::new(),
            steps: Vec::new(),
            waits: None,
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
            Says::Words(number, _) => Said { pieces: self.after(number, shape.answers), ..nothing },
            Says::List(_) => {
                let place = self.steps.number(NumberStep::Constant(shape.answers));
                Said { pieces: vec![Piece { months: always, number: place }], ..nothing }
            }
            Says::Measures(measures) => self.measures(measures, shape, nothing),
            Says::Steps(steps) => self.steps(steps, nothing),
            Says::Conditions | Says::Items(_) => nothing,
        }
    }

    /// A place among the answers in words, behind those of the versions before.
    fn after(&mut self, place: &Number, before: i64) -> Vec<Piece> {
        let always = self.steps.mask(MaskStep::Constant(true));
        if before == 0 {
            return self.number(place, always);
        }
        let before = Number { kind: NumberKind::Constant(before), unit: place.unit, scale: place.scale };
        let kind = NumberKind::Add(Box::new(place.clone()), Box::new(before));
        self.number(&Number { kind, unit: place.unit, scale: place.scale }, always)
    }

    /// Every number with its bound. A quotient has an answer where it is not divided by zero.
    fn measures(&mut self, measures: &[Measure], shape: Shape<'_>, nothing: Said) -> Said {
        let always = self.steps.mask(MaskStep::Constant(true));
        let mut said = nothing;
        for (place, measure) in measures.iter().enumerate() {
            let figures = figures_of(shape, place);
            let over = measure.over.as_ref().map(|over| over.clone().with_scale(figures.value_scale));
            let over = over.map(|over| self.number(&over, always)).unwrap_or_default();
            let zero = self.steps.number(NumberStep::Constant(0));
            let mut divided = Vec::new();
            for piece in &over {
                let divides = self.steps.mask(MaskStep::Compare(Comparison::Less, zero, piece.number));
                divided.push(self.steps.and(divides, piece.months));
            }
            let answerable = if over.is_empty() { always } else { self.steps.any(&divided) };
            said.answerable = self.steps.and(said.answerable, answerable);
            let value = self.number(&measure.value.clone().with_scale(figures.value_scale), always);
            let bound = self.number(&measure.bound.clone().with_scale(figures.bound_scale), always);
            let kept = Some(self.truth(&measure.need.truth));
            said.figures.push(Figures { value, over, bound, kept, ..figures });
        }
        said.holds = said.answerable;
        said
    }

    fn steps(&mut self, steps: &[Step], nothing: Said) -> Said {
        let mut said = nothing;
        for step in steps {
            let mut ways = Vec::new();
            for way in &step.ways {
                let selected = self.truth(&way.selected);
                let always = self.steps.mask(MaskStep::Constant(true));
                let Some(act) = &way.act else {
                    ways.push(WayPlan { selected, done: None, only: always });
                    continue;
                };
                let (only, done) = (self.truth(&act.only), self.truth(&act.done));
                let spared = self.steps.not(only);
                let done = self.steps.or(spared, done);
                ways.push(WayPlan { selected, done: Some(done), only });
                if let Some(Due { fact, shift, working: Some((calendar, days)) }) = act.due {
                    let calendar = self.calendars.get(calendar.0).map(|calendar| calendar.days.covered(days));
                    let number = |day: Date| i64::from(day.number() - shift.days);
                    let spans = calendar.into_iter().flatten().map(|(from, to)| (number(from), number(to)));
                    let published = self.steps.mask(MaskStep::Within(fact, spans.collect()));
                    let (late, undone) = (self.steps.not(published), self.steps.not(done));
                    let waits = self.steps.and(undone, late);
                    let waits = self.steps.and(selected, waits);
                    said.waits = Some(said.waits.map_or(waits, |other| self.steps.or(other, waits)));
                }
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

/// Figures without numbers, in the decimals of every version.
fn figures_of(shape: Shape<'_>, place: usize) -> Figures {
    let (value_scale, bound_scale) = shape.scales.get(place).copied().unwrap_or_default();
    Figures { value_scale, bound_scale, ..Figures::default() }
}
