//! Rules that share their days of judgement and the width of their numbers: one program over blocks of rows.

use super::answers::{Answers, RowAnswer};
use super::block::{Block, Taken};
use super::known::{Asked, Judged, Tally, is_always_judged};
use super::open::{Certain, WITNESSES, witnesses};
use super::sum::Sum;
use super::verdict::{REFUSED, StateCodes, States};
use crate::compile::{Kind, Plan, RuleIndex, RulePlan};
use crate::evaluate::answer::State;
use crate::evaluate::calendar::Slice;
use crate::evaluate::columns::FactOf;
use crate::evaluate::integer::Integer;
use crate::evaluate::kernel::Prepared;
use crate::evaluate::kin::Around;
use crate::evaluate::lane::{Known, Range};
use crate::evaluate::mask::Mask;
use crate::evaluate::program::{Choices, Program, Purpose};
use crate::evaluate::slots::Slots;
use crate::evaluate::terms::Terms;
use crate::model::{Facts, Vocabulary};

/// A rule that is answered.
#[derive(Clone, Copy)]
pub(super) struct GroupRule {
    /// Its place among the answers.
    pub(super) place: usize,
    pub(super) index: RuleIndex,
    /// Whether it comes to an amount.
    pub(super) has_amount: bool,
    pub(super) codes: StateCodes,
}

/// What a group runs: a rule, or what a quantity adds up.
pub(super) struct Member<'p> {
    /// The rule that it answers; none where it is only added up.
    pub(super) rule: Option<GroupRule>,
    pub(super) slots: &'p RulePlan,
    pub(super) terms: Terms,
    /// Of a quantity its arithmetic.
    pub(super) sum: Option<Sum>,
}

/// The same without its slots, which the program has.
struct Ran {
    rule: Option<GroupRule>,
    terms: Terms,
    states: States,
    sum: Option<Sum>,
}

/// Some rules, made ready.
pub(super) struct Group<N: Integer, M: Mask> {
    program: Program,
    /// The same with the last option of every reading that is open.
    other: Program,
    members: Vec<Ran>,
    slices: Vec<Ready<N, M>>,
}

/// A group made ready for one slice.
struct Ready<N: Integer, M: Mask> {
    slice: Slice,
    known: Prepared<Known<N, M>>,
    range: Prepared<Range<N, M>>,
    other: Prepared<Known<N, M>>,
    witnesses: Vec<[i64; WITNESSES]>,
}

/// Room for one block, used again for the next.
pub(super) struct GroupRoom<N: Integer, M: Mask> {
    known: Slots<Known<N, M>>,
    tallies: Vec<Tally<N, M>>,
    is_open: Vec<Vec<bool>>,
}

/// The place of a rule among the answers and a row of the block, which are left to be asked as a case.
pub(super) type Leftover = (usize, usize);

impl<N: Integer, M: Mask> Group<N, M> {
    pub(super) fn new(
        plan: &Plan,
        world: &Facts,
        choices: &Choices,
        members: Vec<Member<'_>>,
        slices: Vec<Slice>,
    ) -> Self {
        let vocabulary = &plan.book.vocabulary;
        let slots: Vec<&RulePlan> = members.iter().map(|member| member.slots).collect();
        let program = Program::of(plan, Around::of(world), &slots, choices, Purpose::Rows);
        let last = choices.iter().zip(&plan.book.readings);
        let last: Choices = last.map(|(choice, reading)| choice.or(reading.options.len().checked_sub(1))).collect();
        let other = Program::of(plan, Around::of(world), &slots, &last, Purpose::Rows);
        let ready = |slice: Slice| {
            let known = Prepared::new(&program, vocabulary, &slice, usize::MAX);
            Ready {
                witnesses: witnesses(&program, vocabulary, &known.thresholds),
                known,
                range: Prepared::new(&program, vocabulary, &slice, usize::MAX),
                other: Prepared::new(&other, vocabulary, &slice, usize::MAX),
                slice,
            }
        };
        let slices = slices.into_iter().map(ready).collect();
        let members = members.into_iter().map(|Member { rule, terms, sum, .. }| Ran {
            rule,
            terms,
            states: States::of(terms.kind),
            sum,
        });
        Self { slices, members: members.collect(), program, other }
    }

    pub(super) fn room(&self) -> GroupRoom<N, M> {
        GroupRoom {
            known: Slots::new(&self.program),
            tallies: self.members.iter().map(|_| Tally::default()).collect(),
            is_open: Vec::new(),
        }
    }

    /// Every fact that its rules read.
    pub(super) fn facts(&self) -> &[FactOf] {
        &self.program.facts
    }

    /// Answers a block, except the rows and rules that are given back.
    pub(super) fn run(
        &self,
        vocabulary: &Vocabulary,
        block: &Block<'_>,
        room: &mut GroupRoom<N, M>,
        out: &mut [Answers<'_>],
    ) -> Vec<Leftover> {
        let columns = block.as_columns();
        let asked = self.asked(out);
        let GroupRoom { known, tallies, is_open } = room;
        is_open.resize_with(self.members.len(), Vec::new);
        for open in is_open.iter_mut() {
            open.clear();
            open.resize(block.length, false);
        }
        for (number, ready) in self.slices.iter().enumerate() {
            ready.known.run(&self.program, vocabulary, &columns, 0, block.length, known);
            let each = self.members.iter().zip(&self.program.rules).zip(&asked);
            for (((member, slots), asked), (tally, open)) in each.zip(tallies.iter_mut().zip(is_open.iter_mut())) {
                let judged = judged(member, &ready.slice);
                let mut asked = *asked;
                if asked.flags && asked.only_amounts && self.slices.len() == 1 {
                    // Where every row is judged, whether there is an amount needs no flags.
                    asked.flags = !is_always_judged(slots, known, judged.all);
                }
                tally.read(slots, known, judged, block.length, asked, number == 0);
                for months in &slots.open {
                    mark_open(known.months_slot(*months), judged.all, open);
                }
            }
        }
        let mut too_large: Vec<Leftover> = Vec::new();
        let mut again: Vec<Vec<usize>> = Vec::with_capacity(self.members.len());
        for ((member, slots), (place, open)) in
            self.members.iter().zip(&self.program.rules).zip(is_open.iter_mut().enumerate())
        {
            if let Some(tally) = tallies.get_mut(place) {
                N::round(&mut tally.sums, member.terms.divisor());
            }
            if let Some(sum) = &member.sum {
                let mut tally = tallies.get_mut(place).map(std::mem::take).unwrap_or_default();
                let amounts = |other: usize| tallies.get(other).map(|tally| tally.sums.as_slice()).unwrap_or_default();
                sum.block(amounts, block.length, &mut tally.sums);
                if let Some(empty) = tallies.get_mut(place) {
                    *empty = tally;
                }
            }
            if let (Some(rule), Some(tally)) = (&member.rule, tallies.get(place))
                && let Some(answers) = out.get_mut(rule.place)
            {
                answers.put_block(block.place, block.length, rule, &member.states, tally);
                // What does not fit the caller's buffer is told where a row is asked as a case.
                let rows = tally.sums.iter().enumerate().filter(|(_, sum)| sum.narrow().is_none());
                too_large.extend(rows.map(|(row, _)| (rule.place, row)));
            }
            block.mark_unknown(&slots.facts, open);
            let rows = open.iter().enumerate().filter_map(|(row, open)| open.then_some(row));
            again.push(if is_any(open) { rows.collect() } else { Vec::new() });
        }
        if again.iter().any(|rows| !rows.is_empty()) {
            too_large.extend(self.again(vocabulary, block, &again, out));
        }
        too_large
    }

    /// What each member must be asked for.
    fn asked(&self, out: &[Answers<'_>]) -> Vec<Asked> {
        let of = |member: &Ran| match member.rule.and_then(|rule| out.get(rule.place)) {
            Some(answers) => Asked {
                flags: true,
                sums: answers.wants_amounts(),
                counts: answers.wants_months(),
                only_amounts: answers.state.is_none() && !answers.wants_months(),
            },
            None => Asked::default(),
        };
        let mut asked: Vec<Asked> = self.members.iter().map(of).collect();
        for member in self.members.iter().filter_map(|member| member.sum.as_ref()) {
            for added in member.members() {
                if let Some(asked) = asked.get_mut(added) {
                    asked.sums = true;
                }
            }
        }
        asked
    }

    /// The rows of each rule that is answered, with what it adds up.
    fn rows_of(&self, place: usize, again: &[Vec<usize>]) -> Vec<usize> {
        let own = again.get(place).cloned().unwrap_or_default();
        let Some(sum) = self.members.get(place).and_then(|member| member.sum.as_ref()) else { return own };
        let mut all = own;
        for added in sum.members() {
            all.extend(again.get(added).into_iter().flatten());
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Runs the rows again in which something is unknown or open.
    fn again(
        &self,
        vocabulary: &Vocabulary,
        block: &Block<'_>,
        again: &[Vec<usize>],
        out: &mut [Answers<'_>],
    ) -> Vec<Leftover> {
        let mut rows: Vec<usize> = again.iter().flatten().copied().collect();
        rows.sort_unstable();
        rows.dedup();
        let taken = Taken::new(block, &self.program.facts, &rows);
        let mut certain = vec![vec![Certain::NOTHING; rows.len()]; self.members.len()];
        let mut slots = Slots::<Range<N, M>>::new(&self.program);
        taken.with_columns(|columns| {
            for ready in &self.slices {
                ready.range.run(&self.program, vocabulary, columns, 0, taken.length(), &mut slots);
                for ((member, of), certain) in self.members.iter().zip(&self.program.rules).zip(&mut certain) {
                    let judged = judged(member, &ready.slice);
                    for (row, certain) in certain.iter_mut().enumerate() {
                        certain.add(of, member.terms.kind, &slots, row, judged);
                    }
                }
            }
        });
        let amount = |member: usize, row: usize| {
            let certain = certain.get(member).and_then(|certain| certain.get(row)).copied();
            let terms = self.members.get(member).map(|member| member.terms);
            certain.zip(terms).map(|(certain, terms)| terms.amount(certain.sum)).unwrap_or_default()
        };
        let is_settled = |member: usize, row: usize| {
            certain.get(member).and_then(|certain| certain.get(row)).is_some_and(|certain| certain.is_settled)
        };
        let window: usize = self.slices.iter().map(|ready| ready.slice.months.len()).sum();
        let (mut left, mut leftover): (Vec<(usize, usize)>, Vec<Leftover>) = (Vec::new(), Vec::new());
        for (number, member) in self.members.iter().enumerate() {
            let Some(rule) = &member.rule else { continue };
            let Some(answers) = out.get_mut(rule.place) else { continue };
            for row in self.rows_of(number, again) {
                let Ok(place) = rows.binary_search(&row) else { continue };
                let Some(certain) = certain.get(number).and_then(|certain| certain.get(place)) else { continue };
                // One breach is a breach, whatever the other months are.
                let is_refused =
                    member.terms.kind != Kind::Entitlement && certain.flags & REFUSED != 0 && !answers.wants_months();
                let (sum, are_settled) = match &member.sum {
                    Some(sum) => (
                        sum.one(|added| amount(added, place)),
                        sum.members().all(|added| is_settled(added, place)) && certain.is_settled,
                    ),
                    None => (member.terms.amount(certain.sum), certain.is_settled || is_refused),
                };
                if are_settled {
                    let state = member.states.over(certain.flags);
                    _ = answers.put(block.place + row, RowAnswer::of(rule, state, sum, certain.count));
                } else if member.sum.is_some() && !(certain.is_settled && usize::from(certain.count) == window) {
                    // What is added up may be open in months of which the quantity does not speak.
                    leftover.push((rule.place, row));
                } else {
                    left.push((number, place));
                }
            }
        }
        leftover.extend(self.compare(vocabulary, block, &rows, &taken, left, out));
        leftover
    }

    /// Shows rows to be undetermined by completions that differ.
    fn compare(
        &self,
        vocabulary: &Vocabulary,
        block: &Block<'_>,
        rows: &[usize],
        taken: &Taken,
        left: Vec<(usize, usize)>,
        out: &mut [Answers<'_>],
    ) -> Vec<Leftover> {
        let mut places: Vec<usize> = left.iter().map(|(_, place)| *place).collect();
        places.sort_unstable();
        places.dedup();
        let differs = if left.is_empty() { Vec::new() } else { self.differing(vocabulary, &taken.only(&places)) };
        let mut leftover = Vec::new();
        for (number, place) in left {
            let Some(row) = rows.get(place) else { continue };
            let Some(rule) = self.members.get(number).and_then(|member| member.rule.as_ref()) else { continue };
            let Some(answers) = out.get_mut(rule.place) else { continue };
            let differs = places.binary_search(&place).ok().and_then(|at| differs.get(number)?.get(at).copied());
            if differs.unwrap_or_default() && !answers.wants_ends(rule) {
                _ = answers.put(block.place + row, RowAnswer::of(rule, State::Undetermined, 0, 0));
            } else {
                leftover.push((rule.place, *row));
            }
        }
        leftover
    }

    /// For each member and row whether two completions differ in a month, and no month is refused in all of them where
    /// one refused month settles the window; of a quantity, whether it comes to another amount.
    fn differing(&self, vocabulary: &Vocabulary, taken: &Taken) -> Vec<Vec<bool>> {
        let rows = taken.length();
        let mut differs = vec![vec![false; rows]; self.members.len()];
        let mut refused_in_all = vec![vec![false; rows]; self.members.len()];
        // The sums of each completion over all slices, by member.
        let mut sums: Vec<Vec<Tally<N, M>>> = (0..WITNESSES).map(|_| Vec::new()).collect();
        let asked = Asked { flags: true, sums: true, ..Asked::default() };
        let (mut slots, mut others) = (Slots::new(&self.program), Slots::new(&self.other));
        for ready in &self.slices {
            let mut first: Vec<Tally<N, M>> = Vec::new();
            let mut refused: Vec<Vec<M>> = Vec::new();
            for (witness, sums) in sums.iter_mut().enumerate() {
                let value = |fact: usize| {
                    let values = ready.witnesses.get(fact);
                    values.and_then(|values| values.get(witness).copied()).unwrap_or_default()
                };
                // Every other one takes the other options of readings.
                let (program, prepared, slots) = if witness % 2 == 0 {
                    (&self.program, &ready.known, &mut slots)
                } else {
                    (&self.other, &ready.other, &mut others)
                };
                let completed = taken.completed(vocabulary, value);
                completed.with_columns(|columns| prepared.run(program, vocabulary, columns, 0, rows, slots));
                for (number, (member, of)) in self.members.iter().zip(&program.rules).enumerate() {
                    let mut tally = Tally::default();
                    tally.read(of, slots, judged(member, &ready.slice), rows, asked, true);
                    match sums.get_mut(number) {
                        Some(so_far) => so_far.add(&tally),
                        None => sums.push(tally.clone()),
                    }
                    match (first.get(number), refused.get_mut(number), differs.get_mut(number)) {
                        (Some(first), Some(refused), Some(differs)) => {
                            first.differ(&tally, member.terms.kind, differs);
                            refused.iter_mut().zip(&tally.refused).for_each(|(all, own)| *all = *all & *own);
                        }
                        _ => {
                            refused.push(tally.refused.clone());
                            first.push(tally);
                        }
                    }
                }
            }
            for (of_slice, so_far) in refused.iter().zip(&mut refused_in_all) {
                so_far.iter_mut().zip(of_slice).for_each(|(any, months)| *any |= *months != M::default());
            }
        }
        for ((member, differs), refused) in self.members.iter().zip(&mut differs).zip(&refused_in_all) {
            if let Some(sum) = &member.sum {
                self.sums_differ(sum, &sums, differs);
            } else if member.terms.kind != Kind::Entitlement {
                differs.iter_mut().zip(refused).for_each(|(differs, refused)| *differs &= !refused);
            }
        }
        differs
    }

    /// Marks the rows in which a quantity comes to different amounts in two completions.
    fn sums_differ(&self, sum: &Sum, witnesses: &[Vec<Tally<N, M>>], differs: &mut [bool]) {
        for (row, differs) in differs.iter_mut().enumerate() {
            let of = |tallies: &Vec<Tally<N, M>>| {
                sum.one(|added| {
                    let sum = tallies.get(added).and_then(|tally| tally.sums.get(row)).map_or(0, |sum| sum.wide());
                    self.members.get(added).map_or(0, |member| member.terms.amount(sum))
                })
            };
            let mut amounts = witnesses.iter().map(of);
            let first = amounts.next();
            *differs = amounts.any(|amount| Some(amount) != first);
        }
    }
}

/// Whether one is marked: a look at all at once, because mostly none is.
fn is_any(marks: &[bool]) -> bool {
    marks.iter().fold(false, |any, mark| any | mark)
}

/// The months that a member judges in a slice.
fn judged<M: Mask>(member: &Ran, slice: &Slice) -> Judged<M> {
    Judged { all: M::of(slice.all()), paying: M::of(member.terms.paying(slice)) }
}

/// Marks the rows whose facts lead to a reading that is open.
fn mark_open<M: Mask>(months: Result<&[M], M>, all: M, is_open: &mut [bool]) {
    match months {
        Ok(sets) => is_open.iter_mut().zip(sets).for_each(|(open, set)| *open |= *set & all != M::default()),
        Err(months) => is_open.iter_mut().for_each(|open| *open |= months & all != M::default()),
    }
}
