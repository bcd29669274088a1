//! Rows in which something is unknown or open wait until they are many, because every pass over them costs the same
//! however few they are. Then they run between bounds; what is still open is shown to be undetermined by two completions
//! that differ, or is given back.

use super::answers::{Answers, RowAnswer};
use super::block::{Block, Taken};
use super::group::{Group, Leftover, Ran};
use super::known::{Asked, Tally};
use super::open::{Certain, WITNESSES};
use super::sum::Sum;
use super::verdict::REFUSED;
use crate::compile::Kind;
use crate::evaluate::answer::State;
use crate::evaluate::integer::Integer;
use crate::evaluate::lane::{Known, Range};
use crate::evaluate::mask::Mask;
use crate::evaluate::program::Program;
use crate::evaluate::slots::SlotRoom;
use crate::model::Vocabulary;

/// So many completions tell most rows apart; the others are tried where these do not.
const FIRST_WITNESSES: usize = 2;

/// Rows of several blocks that wait to be run again, and room for it.
pub(super) struct Waiting<N: Integer, M: Mask> {
    taken: Taken,
    /// The place of each in the range.
    places: Vec<usize>,
    /// For each member the rows that it must answer.
    is_open: Vec<Vec<bool>>,
    certain: Vec<Vec<Certain>>,
    range: SlotRoom<Range<N, M>>,
    known: SlotRoom<Known<N, M>>,
    other: SlotRoom<Known<N, M>>,
}

impl<N: Integer, M: Mask> Waiting<N, M> {
    pub(super) fn new(program: &Program, other: &Program, members: usize) -> Self {
        Self {
            taken: Taken::new(&program.facts),
            places: Vec::new(),
            is_open: vec![Vec::new(); members],
            certain: vec![Vec::new(); members],
            range: SlotRoom::new(program),
            known: SlotRoom::new(program),
            other: SlotRoom::new(other),
        }
    }

    pub(super) const fn length(&self) -> usize {
        self.places.len()
    }

    /// Takes the rows of a block that a member must answer again.
    pub(super) fn take(&mut self, block: &Block<'_>, is_open: &[Vec<bool>]) {
        let mut is_taken = vec![false; block.length];
        for open in is_open {
            is_taken.iter_mut().zip(open).for_each(|(taken, open)| *taken |= open);
        }
        for row in block.left_out {
            is_taken.get_mut(*row).into_iter().for_each(|taken| *taken = false);
        }
        let rows: Vec<usize> = is_taken.iter().enumerate().filter_map(|(row, taken)| taken.then_some(row)).collect();
        self.taken.append(block, &rows);
        self.places.extend(rows.iter().map(|row| block.place + row));
        for (all, open) in self.is_open.iter_mut().zip(is_open) {
            all.extend(rows.iter().map(|row| open.get(*row).copied().unwrap_or_default()));
        }
    }

    fn clear(&mut self) {
        self.taken.clear();
        self.places.clear();
        self.is_open.iter_mut().for_each(Vec::clear);
    }
}

impl<N: Integer, M: Mask> Group<N, M> {
    /// Runs the rows that wait, and leaves none; gives back those that only a case can answer.
    pub(super) fn again(
        &self,
        vocabulary: &Vocabulary,
        waiting: &mut Waiting<N, M>,
        out: &mut [Answers<'_>],
    ) -> Vec<Leftover> {
        let (mut left, mut leftover): (Vec<(usize, usize)>, Vec<Leftover>) = (Vec::new(), Vec::new());
        self.certain(waiting);
        let window: usize = self.slices.iter().map(|ready| ready.months).sum();
        for (number, member) in self.members.iter().enumerate() {
            let Some(answers) = member.rule.and_then(|rule| out.get_mut(rule.place)) else { continue };
            let open = waiting.is_open.get(number).into_iter().flatten();
            for ((row, _), place) in open.enumerate().zip(&waiting.places).filter(|((_, open), _)| **open) {
                match self.settled(number, row, &waiting.certain, answers.wants_months()) {
                    Settled::Answer(answer) => _ = answers.put(*place, answer),
                    Settled::Open { months } if member.sum.is_some() && months != Some(window) => {
                        // What is added up may be open in months of which the quantity does not speak.
                        leftover.extend(member.rule.map(|rule| (rule.place, *place)));
                    }
                    Settled::Open { .. } => left.push((number, row)),
                }
            }
        }
        let left = self.compare(vocabulary, waiting, left, out);
        leftover.extend(self.try_every(vocabulary, waiting, left, out));
        waiting.clear();
        leftover
    }

    /// Runs every row that waits between bounds.
    fn certain(&self, waiting: &mut Waiting<N, M>) {
        let Waiting { taken, certain, range, is_open, .. } = waiting;
        for certain in certain.iter_mut() {
            certain.clear();
            certain.resize(taken.length(), Certain::NOTHING);
        }
        taken.with_columns(&self.program.facts, |columns| {
            for ready in &self.slices {
                let slots = ready.range.run(&self.program, columns, 0, taken.length(), range);
                let each = self.members.iter().zip(&self.program.rules).zip(&ready.judged).zip(certain.iter_mut());
                for (number, (((member, of), judged), certain)) in each.enumerate() {
                    let asking = |other: &(usize, &Ran)| {
                        other.0 == number
                            || other.1.sum.as_ref().is_some_and(|sum| sum.members().any(|added| added == number))
                    };
                    let asking =
                        self.members.iter().enumerate().filter(asking).filter_map(|(place, _)| is_open.get(place));
                    let asking: Vec<&Vec<bool>> = asking.collect();
                    for (row, certain) in certain.iter_mut().enumerate() {
                        if asking.iter().any(|open| open.get(row).copied().unwrap_or_default()) {
                            certain.add(of, member.terms.kind, &slots, row, *judged);
                        }
                    }
                }
            }
        });
    }

    /// What a member answers for a row, if its bounds settle it.
    fn settled(&self, number: usize, row: usize, certain: &[Vec<Certain>], wants_months: bool) -> Settled {
        let of = |member: usize| certain.get(member).and_then(|certain| certain.get(row)).copied();
        let none = Settled::Open { months: None };
        let (Some(member), Some(own)) = (self.members.get(number), of(number)) else { return none };
        let Some(rule) = &member.rule else { return none };
        let amount = |member: usize| {
            let terms = self.members.get(member).map(|member| member.terms);
            of(member).zip(terms).map(|(certain, terms)| terms.amount(certain.sum)).unwrap_or_default()
        };
        // One breach is a breach, whatever the other months are.
        let is_refused = member.terms.kind != Kind::Entitlement && own.flags & REFUSED != 0 && !wants_months;
        let (sum, are_settled) = match &member.sum {
            Some(sum) => {
                let added = sum.members().all(|added| of(added).is_some_and(|certain| certain.is_settled));
                (sum.one(amount), added && own.is_settled)
            }
            None => (member.terms.amount(own.sum), own.is_settled || is_refused),
        };
        if are_settled {
            Settled::Answer(RowAnswer::of(rule, member.states.over(own.flags), sum, own.count))
        } else {
            Settled::Open { months: own.is_settled.then_some(usize::from(own.count)) }
        }
    }

    /// Shows rows of members to be undetermined by completions that differ.
    fn compare(
        &self,
        vocabulary: &Vocabulary,
        waiting: &mut Waiting<N, M>,
        mut left: Vec<(usize, usize)>,
        out: &mut [Answers<'_>],
    ) -> Vec<(usize, usize)> {
        let Waiting { taken, places, known, other, .. } = waiting;
        for witnesses in [FIRST_WITNESSES, WITNESSES] {
            let mut rows: Vec<usize> = left.iter().map(|(_, row)| *row).collect();
            rows.sort_unstable();
            rows.dedup();
            if rows.is_empty() {
                break;
            }
            let differs = self.differing(vocabulary, &taken.only(&rows), witnesses, [known, other]);
            left.retain(|(number, row)| {
                let Some(rule) = self.members.get(*number).and_then(|member| member.rule.as_ref()) else {
                    return false;
                };
                let (Some(answers), Some(place)) = (out.get_mut(rule.place), places.get(*row)) else { return false };
                let at = rows.binary_search(row).ok();
                let differs = at.and_then(|at| differs.get(*number)?.get(at).copied()).unwrap_or_default();
                if differs && !answers.wants_ends(rule) {
                    _ = answers.put(*place, RowAnswer::of(rule, State::Undetermined, 0, 0));
                    return false;
                }
                true
            });
        }
        left
    }

    /// Answers quantities that are granted in every month by every completion; gives back what is then left.
    fn try_every(
        &self,
        vocabulary: &Vocabulary,
        waiting: &mut Waiting<N, M>,
        left: Vec<(usize, usize)>,
        out: &mut [Answers<'_>],
    ) -> Vec<Leftover> {
        let Waiting { taken, places, certain, known, .. } = waiting;
        let mut leftover = Vec::new();
        for (number, row) in left {
            let Some(member) = self.members.get(number) else { continue };
            let (Some(rule), Some(place)) = (&member.rule, places.get(row)) else { continue };
            let Some(answers) = out.get_mut(rule.place) else { continue };
            let amounts = member.sum.as_ref().and_then(|sum| self.every_amount(vocabulary, (taken, row), sum, known));
            let certain = certain.get(number).and_then(|certain| certain.get(row));
            let Some(((low, high), certain)) = amounts.zip(certain) else {
                leftover.push((rule.place, *place));
                continue;
            };
            let answer = if low == high {
                RowAnswer::of(rule, member.states.over(certain.flags), low, certain.count)
            } else {
                RowAnswer { range: Some((low, high)), ..RowAnswer::of(rule, State::Undetermined, 0, 0) }
            };
            if !answers.put(*place, answer) {
                leftover.push((rule.place, *place));
            }
        }
        leftover
    }

    /// For each member and row whether two of some completions differ in a month, and no month is refused in all of them
    /// where one refused month settles the window; of a quantity, whether it comes to another amount.
    fn differing(
        &self,
        vocabulary: &Vocabulary,
        taken: &Taken,
        witnesses: usize,
        [known, other]: [&mut SlotRoom<Known<N, M>>; 2],
    ) -> Vec<Vec<bool>> {
        let rows = taken.length();
        let mut differs = vec![vec![false; rows]; self.members.len()];
        let mut refused_in_all = vec![vec![false; rows]; self.members.len()];
        // The sums of each completion over all slices, by member.
        let mut sums: Vec<Vec<Tally<N, M>>> = (0..witnesses).map(|_| Vec::new()).collect();
        let asked = Asked { flags: true, sums: true, ..Asked::default() };
        for ready in &self.slices {
            let mut first: Vec<Tally<N, M>> = Vec::new();
            let mut refused: Vec<Vec<M>> = Vec::new();
            for (witness, sums) in sums.iter_mut().enumerate() {
                let value = |fact: usize| {
                    let values = ready.witnesses.get(fact);
                    values.and_then(|values| values.get(witness).copied()).unwrap_or_default()
                };
                // Every other one takes the other options of readings.
                let (program, prepared, room) = if witness % 2 == 0 {
                    (&self.program, &ready.known, &mut *known)
                } else {
                    (&self.other, &ready.other, &mut *other)
                };
                let completed = taken.completed(vocabulary, value);
                let slots =
                    completed.with_columns(&program.facts, |columns| prepared.run(program, columns, 0, rows, room));
                let each = self.members.iter().zip(&program.rules).zip(&ready.judged);
                for (number, ((member, of), judged)) in each.enumerate() {
                    let mut tally = Tally::default();
                    tally.read(of, &slots, *judged, rows, asked, true);
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
                sums_differ(&self.members, sum, &sums, differs);
            } else if member.terms.kind != Kind::Entitlement {
                differs.iter_mut().zip(refused).for_each(|(differs, refused)| *differs &= !refused);
            }
        }
        differs
    }
}

/// What bounds tell of a row.
enum Settled {
    Answer(RowAnswer),
    /// How many months are granted, where that much is settled.
    Open {
        months: Option<usize>,
    },
}

/// Marks the rows in which a quantity comes to different amounts in two completions.
fn sums_differ<N: Integer, M: Mask>(members: &[Ran], sum: &Sum, witnesses: &[Vec<Tally<N, M>>], differs: &mut [bool]) {
    for (row, differs) in differs.iter_mut().enumerate() {
        let of = |tallies: &Vec<Tally<N, M>>| amount_of(members, sum, tallies, row);
        let mut amounts = witnesses.iter().map(of);
        let first = amounts.next();
        *differs = amounts.any(|amount| Some(amount) != first);
    }
}

/// What a quantity comes to in a row, by the tallies of its members.
pub(super) fn amount_of<N: Integer, M: Mask>(members: &[Ran], sum: &Sum, tallies: &[Tally<N, M>], row: usize) -> i128 {
    sum.one(|added| {
        let sum = tallies.get(added).and_then(|tally| tally.sums.get(row)).map_or(0, |sum| sum.wide());
        members.get(added).map_or(0, |member| member.terms.amount(sum))
    })
}
