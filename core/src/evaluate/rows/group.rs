//! Rules that share their days of judgement and the width of their numbers: one program over blocks of rows.

use super::answers::Answers;
use super::block::Block;
use super::every::every_value;
use super::known::{Asked, Judged, Tally, is_always_judged, refill};
use super::open::{WITNESSES, witnesses};
use super::sum::Sum;
use super::verdict::{StateCodes, States};
use super::waiting::Waiting;
use crate::compile::{Plan, RuleIndex, RulePlan};
use crate::evaluate::calendar::Slice;
use crate::evaluate::columns::FactOf;
use crate::evaluate::integer::Integer;
use crate::evaluate::kernel::BLOCK_ROWS;
use crate::evaluate::kin::Around;
use crate::evaluate::lane::{Known, Range};
use crate::evaluate::mask::Mask;
use crate::evaluate::prepared::Prepared;
use crate::evaluate::program::{Choices, Program, Purpose};
use crate::evaluate::slots::{SlotRoom, Slots};
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
pub(super) struct Ran {
    pub(super) rule: Option<GroupRule>,
    pub(super) terms: Terms,
    pub(super) states: States,
    pub(super) sum: Option<Sum>,
}

/// Some rules, made ready.
pub(super) struct Group<N: Integer, M: Mask> {
    pub(super) program: Program,
    /// The same with the last option of every reading that is open.
    pub(super) other: Program,
    pub(super) members: Vec<Ran>,
    pub(super) slices: Vec<Ready<N, M>>,
    /// For each fact of the program one value for every answer that it can lead to; none where that is not sure.
    pub(super) every: Vec<Vec<i64>>,
    /// Whether some facts lead to a reading that is open.
    has_open: bool,
}

/// A group made ready for one slice.
pub(super) struct Ready<N: Integer, M: Mask> {
    /// How many months it has, and for each member those that it judges.
    pub(super) months: usize,
    pub(super) judged: Vec<Judged<M>>,
    pub(super) known: Prepared<Known<N, M>>,
    pub(super) range: Prepared<Range<N, M>>,
    pub(super) other: Prepared<Known<N, M>>,
    pub(super) witnesses: Vec<[i64; WITNESSES]>,
}

/// Room for one block, used again for the next, and the rows that wait.
pub(super) struct GroupRoom<N: Integer, M: Mask> {
    known: SlotRoom<Known<N, M>>,
    asked: Vec<Asked>,
    tallies: Vec<Tally<N, M>>,
    sums: Vec<Vec<N>>,
    /// For each member the rows that are open to it; empty where none can be.
    is_open: Vec<Vec<bool>>,
    waiting: Waiting<N, M>,
}

/// The place of a rule among the answers and that of a row in the range, which are left to be asked as a case.
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
            let known = Prepared::new(&program, vocabulary, &slice, usize::MAX).joined(&program);
            Ready {
                witnesses: witnesses(&program, vocabulary, &known.thresholds),
                known,
                range: Prepared::new(&program, vocabulary, &slice, usize::MAX),
                other: Prepared::new(&other, vocabulary, &slice, usize::MAX).joined(&other),
                months: slice.months.len(),
                judged: members.iter().map(|member| judged(&member.terms, &slice)).collect(),
            }
        };
        let slices: Vec<Ready<N, M>> = slices.into_iter().map(ready).collect();
        let thresholds = slices.iter().map(|ready| ready.known.thresholds.as_slice());
        let every = every_value(&program, vocabulary, thresholds);
        let members = members.into_iter().map(|Member { rule, terms, sum, .. }| Ran {
            rule,
            terms,
            states: States::of(terms.kind, rule.as_ref().map(|rule| &rule.codes)),
            sum,
        });
        let has_open = program.rules.iter().any(|rule| !rule.open.is_empty());
        Self { slices, members: members.collect(), program, other, every, has_open }
    }

    pub(super) fn room(&self) -> GroupRoom<N, M> {
        GroupRoom {
            known: SlotRoom::new(&self.program),
            asked: Vec::new(),
            tallies: self.members.iter().map(|_| Tally::default()).collect(),
            sums: Vec::new(),
            is_open: vec![Vec::new(); self.members.len()],
            waiting: Waiting::new(&self.program, &self.other, self.members.len()),
        }
    }

    /// Every fact that its rules read.
    pub(super) fn facts(&self) -> &[FactOf] {
        &self.program.facts
    }

    /// Answers a block, except the rows and rules that are given back. `places` are those of its facts in the block.
    pub(super) fn run(
        &self,
        vocabulary: &Vocabulary,
        block: &Block<'_>,
        places: &[Option<usize>],
        room: &mut GroupRoom<N, M>,
        out: &mut [Answers<'_>],
    ) -> Vec<Leftover> {
        let columns = block.as_columns(places);
        let GroupRoom { known, asked, tallies, sums, is_open, waiting } = room;
        self.ask(out, asked);
        for (number, ready) in self.slices.iter().enumerate() {
            let slots = ready.known.run(&self.program, &columns, 0, block.length, known);
            let each = self.program.rules.iter().zip(&ready.judged).zip(asked.iter()).zip(tallies.iter_mut());
            for (((rule, judged), asked), tally) in each {
                let mut asked = *asked;
                if asked.flags && asked.only_amounts && self.slices.len() == 1 {
                    // Where every row is judged, whether there is an amount needs no flags.
                    asked.flags = !is_always_judged(rule, &slots, judged.all);
                }
                tally.read(rule, &slots, *judged, block.length, asked, number == 0);
            }
            if self.has_open {
                self.mark_open(ready, &slots, is_open, (block.length, number == 0));
            }
        }
        let mut too_large: Vec<Leftover> = Vec::new();
        for (place, member) in self.members.iter().enumerate() {
            if let Some(tally) = tallies.get_mut(place).filter(|tally| !tally.sums.is_empty()) {
                N::round(&mut tally.sums, member.terms.divisor());
            }
            if let Some(sum) = &member.sum {
                let mut tally = tallies.get_mut(place).map(std::mem::take).unwrap_or_default();
                let amounts = |other: usize| tallies.get(other).map(|tally| tally.sums.as_slice()).unwrap_or_default();
                sum.block(amounts, block.length, sums, &mut tally.sums);
                if let Some(empty) = tallies.get_mut(place) {
                    *empty = tally;
                }
            }
            if let (Some(rule), Some(tally)) = (&member.rule, tallies.get(place))
                && let Some(answers) = out.get_mut(rule.place)
            {
                answers.put_block(block.place, block.length, &member.states, tally);
                // What does not fit the caller's buffer is told where a row is asked as a case.
                let rows = tally.sums.iter().enumerate().filter(|(_, sum)| sum.narrow().is_none());
                too_large.extend(rows.map(|(row, _)| (rule.place, block.place + row)));
            }
        }
        if block.is_known && !self.has_open {
            return too_large;
        }
        if !block.is_known {
            for (slots, open) in self.program.rules.iter().zip(is_open.iter_mut()) {
                if !self.has_open || slots.open.is_empty() {
                    refill(open, block.length, false);
                }
                block.mark_unknown(&slots.facts, open);
            }
        }
        if is_open.iter().any(|open| is_any(open)) {
            self.join(is_open);
            waiting.take(block, is_open);
        }
        if waiting.length() >= BLOCK_ROWS {
            too_large.extend(self.again(vocabulary, waiting, out));
        }
        too_large
    }

    /// Marks for each member the rows whose facts lead to a reading that is open.
    fn mark_open(
        &self,
        ready: &Ready<N, M>,
        slots: &Slots<'_, Known<N, M>>,
        is_open: &mut [Vec<bool>],
        (rows, is_first): (usize, bool),
    ) {
        for ((rule, judged), open) in self.program.rules.iter().zip(&ready.judged).zip(is_open) {
            // Of a rule that no reading leaves open nothing is marked.
            open.resize(if rule.open.is_empty() { 0 } else { rows }, false);
            for (number, months) in rule.open.iter().enumerate() {
                mark_open(slots.months_slot(*months), judged.all, open, number > 0 || !is_first);
            }
        }
    }

    /// Answers the rows that wait, except those that are given back.
    pub(super) fn finish(
        &self,
        vocabulary: &Vocabulary,
        room: &mut GroupRoom<N, M>,
        out: &mut [Answers<'_>],
    ) -> Vec<Leftover> {
        if room.waiting.length() == 0 { Vec::new() } else { self.again(vocabulary, &mut room.waiting, out) }
    }

    /// What a quantity adds up is open with it, and it with that.
    fn join(&self, is_open: &mut [Vec<bool>]) {
        for (place, sum) in
            self.members.iter().enumerate().filter_map(|(place, member)| Some((place, member.sum.as_ref()?)))
        {
            let mut own = is_open.get_mut(place).map(std::mem::take).unwrap_or_default();
            for added in sum.members().filter_map(|added| is_open.get(added)) {
                own.resize(own.len().max(added.len()), false);
                own.iter_mut().zip(added).for_each(|(own, added)| *own |= added);
            }
            if let Some(open) = is_open.get_mut(place) {
                *open = own;
            }
        }
    }

    /// What each member must be asked for.
    fn ask(&self, out: &[Answers<'_>], asked: &mut Vec<Asked>) {
        let of = |member: &Ran| match member.rule.and_then(|rule| Some((rule, out.get(rule.place)?))) {
            // Without an amount there is nothing to sum.
            Some((rule, answers)) => Asked {
                flags: true,
                sums: rule.has_amount && answers.wants_amounts(),
                counts: answers.wants_months(),
                only_amounts: answers.state.is_none() && !answers.wants_months(),
            },
            None => Asked::default(),
        };
        asked.clear();
        asked.extend(self.members.iter().map(of));
        for added in self.members.iter().filter_map(|member| member.sum.as_ref()).flat_map(Sum::members) {
            if let Some(asked) = asked.get_mut(added) {
                asked.sums = true;
            }
        }
    }
}

/// Whether one is marked: a look at all at once, because mostly none is.
fn is_any(marks: &[bool]) -> bool {
    marks.iter().fold(false, |any, mark| any | mark)
}

/// The months that a rule of such terms judges in a slice.
fn judged<M: Mask>(terms: &Terms, slice: &Slice) -> Judged<M> {
    Judged { all: M::of(slice.all()), paying: M::of(terms.paying(slice)) }
}

/// Marks the rows whose facts lead to a reading that is open, beside marks that are kept.
fn mark_open<M: Mask>(months: Result<&[M], M>, all: M, is_open: &mut [bool], kept: bool) {
    let mark = |open: &mut bool, set: M| *open = *open & kept | (set & all != M::default());
    match months {
        Ok(sets) => is_open.iter_mut().zip(sets).for_each(|(open, set)| mark(open, *set)),
        Err(months) => is_open.iter_mut().for_each(|open| mark(open, months)),
    }
}
