//! Rules made ready for rows, and the way of a range of rows through them.

use super::answers::{Answers, RowAnswer};
use super::block::Block;
use super::group::{Group, GroupRoom, GroupRule, Leftover, Member};
use super::load::{Loaded, Room};
use super::sum::Sum;
use super::verdict::StateCodes;
use crate::compile::{Ledger, Plan, RuleIndex, RulePlan, Source};
use crate::error::{Code, Diagnostic, Place};
use crate::evaluate::answer::State;
use crate::evaluate::calendar::{ReferenceDay, Slice};
use crate::evaluate::columns::{Column, FactOf, places};
use crate::evaluate::kernel::BLOCK_ROWS;
use crate::evaluate::kin::Around;
use crate::evaluate::program::{Choices, MonthsOperand, Program, Purpose};
use crate::evaluate::round::{Round, rounds};
use crate::evaluate::terms::{Terms, is_head_count};
use crate::evaluate::{MonthState, Question, evaluate};
use crate::model::{Admissible, ByFact, FactType, Facts, Headings, Rows};
use crate::value::Window;
use std::ops::Range;
use std::sync::Arc;

/// The longest window whose months fit the narrow sets.
const SHORT: usize = 16;

/// Rules made ready for rows.
pub(crate) struct RowPlan {
    groups: Vec<Placed>,
    /// In the order of the answers.
    rules: Vec<GroupRule>,
    /// The places of rules that every row is asked as a case: they sum over things, read lists or wait for calendars.
    as_cases: Vec<usize>,
    /// Every fact that its groups read, in order, and how each is loaded.
    facts: Vec<FactOf>,
    loaded: Vec<Loaded>,
    admissible: Admissible,
    /// By this a workspace knows whose it is.
    own: Arc<()>,
}

/// Room in which rows are answered, used again for the next ones: a thread that answers few rows at a time, and often,
/// keeps one ([`Batch::answer_in`](crate::Batch::answer_in)). It holds nothing of the rows; made for one batch, it is
/// made anew where another one uses it.
#[derive(Default)]
pub struct Workspace {
    of: Option<Arc<()>>,
    facts: Vec<Room>,
    groups: Vec<AnyRoom>,
}

impl std::fmt::Debug for Workspace {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Workspace").finish_non_exhaustive()
    }
}

/// Rules that are judged on the same days, whatever they are about: a row has one of each thing. First those of narrow
/// numbers.
struct Together<'p> {
    days: (ReferenceDay, Window),
    members: [Vec<Member<'p>>; 2],
}

/// A group, with the places of its facts among those of all groups.
struct Placed {
    group: AnyGroup,
    places: Vec<Option<usize>>,
}

/// A group by the width of its numbers and its sets.
enum AnyGroup {
    Short(Group<i64, u16>),
    Long(Group<i64, u64>),
    Wide(Group<i128, u64>),
}

enum AnyRoom {
    Short(GroupRoom<i64, u16>),
    Long(GroupRoom<i64, u64>),
    Wide(GroupRoom<i128, u64>),
}

impl RowPlan {
    /// Makes rules ready. `world` holds one of each thing that a row speaks of; `codes` are those of each rule's states,
    /// by the day on which it is judged, if that is one.
    pub(crate) fn new(
        plan: &Plan,
        world: &Facts,
        question: &Question,
        codes: impl Fn(RuleIndex, Option<crate::value::Date>) -> [u8; 6],
    ) -> Self {
        let head_count = is_head_count(plan, &question.choices);
        let choices = &question.choices;
        let (mut together, mut all, mut as_cases): (Vec<Together<'_>>, _, _) = (Vec::new(), Vec::new(), Vec::new());
        for round in rounds(plan, world, question) {
            let days = (round.reference, round.window);
            let place = together.iter().position(|known| known.days == days).unwrap_or_else(|| {
                together.push(Together { days, members: [Vec::new(), Vec::new()] });
                together.len() - 1
            });
            let Some(Together { members: [narrow, wide], .. }) = together.get_mut(place) else { continue };
            let is_cut = Slice::cut(round.window, round.reference).len() != 1;
            for index in &round.rules {
                let (Some(rule), Some(slots)) = (plan.book.rules.get(index.0), plan.rules.get(index.0)) else {
                    continue;
                };
                let Some(place) = question.rules.iter().position(|asked| asked == index) else { continue };
                let terms = Terms::of(rule, slots.scale, head_count);
                let codes = StateCodes(codes(*index, round.judged()));
                let has_amount = terms.has_amount || slots.ledger.is_some();
                let answered = GroupRule { place, index: *index, has_amount, codes };
                all.push(answered);
                // What is summed over more than one slice is counted in the wide lane.
                let members = if slots.is_narrow && !is_cut { &mut *narrow } else { &mut *wide };
                let added = Added { plan, world, choices, head_count, reference: round.reference };
                let sum = match &slots.ledger {
                    None => Some(None),
                    Some(ledger) => added.sum(ledger, members).map(Some),
                };
                match sum.filter(|_| added.is_plain(slots) && !round.is_own()) {
                    Some(sum) => members.push(Member { rule: Some(answered), slots, terms, sum }),
                    None => as_cases.push(place),
                }
            }
        }
        let mut groups = Vec::new();
        for Together { days: (reference, window), members: [narrow, wide] } in together {
            let slices = Slice::cut(window, reference);
            if !narrow.is_empty() {
                groups.push(if window.len() <= SHORT {
                    AnyGroup::Short(Group::new(plan, world, choices, narrow, slices.clone()))
                } else {
                    AnyGroup::Long(Group::new(plan, world, choices, narrow, slices.clone()))
                });
            }
            if !wide.is_empty() {
                groups.push(AnyGroup::Wide(Group::new(plan, world, choices, wide, slices)));
            }
        }
        all.sort_by_key(|rule| rule.place);
        let mut facts: Vec<FactOf> = groups.iter().flat_map(AnyGroup::facts).copied().collect();
        facts.sort_unstable();
        facts.dedup();
        let groups = groups.into_iter().map(|group| Placed { places: places(group.facts(), &facts), group });
        let loaded = facts.iter().map(|fact| Loaded::new(&plan.book.vocabulary, fact.fact)).collect();
        let admissible = Admissible::new(&plan.book.vocabulary);
        Self { groups: groups.collect(), rules: all, as_cases, facts, loaded, admissible, own: Arc::default() }
    }

    /// The workspace, made ready for these rules.
    fn ready<'w>(&self, workspace: &'w mut Workspace) -> &'w mut Workspace {
        if !workspace.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, &self.own)) {
            *workspace = Workspace {
                of: Some(Arc::clone(&self.own)),
                facts: self.facts.iter().map(|_| Room::default()).collect(),
                groups: self.groups.iter().map(|placed| placed.group.room()).collect(),
            };
        }
        workspace
    }

    /// Answers a range of rows; adds what is wrong with rows, which are left out.
    pub(crate) fn answer(
        &self,
        asked: Roster<'_>,
        workspace: &mut Workspace,
        range: Range<usize>,
        out: &mut [Answers<'_>],
        faults: &mut Vec<Diagnostic>,
    ) {
        let vocabulary = &asked.plan.book.vocabulary;
        let rows = ByFact::of(asked.rows, vocabulary);
        let Workspace { facts: rooms, groups: group_rooms, .. } = self.ready(workspace);
        for start in range.clone().step_by(BLOCK_ROWS) {
            let part = start..(start + BLOCK_ROWS).min(range.end);
            let left_out = asked.left_out(&self.admissible, &part, faults);
            let load = self.loaded.iter().zip(rooms.iter_mut());
            let columns: Vec<Option<Column<'_>>> =
                load.map(|(fact, room)| fact.load(&rows, part.clone(), room)).collect();
            let is_known = columns.iter().all(|column| column.is_some_and(|column| column.known.is_none()));
            let (length, place) = (part.len(), start - range.start);
            let block = Block { facts: &self.facts, columns, length, place, is_known, left_out: &left_out };
            let mut leftover = Vec::new();
            for (Placed { group, places }, room) in self.groups.iter().zip(group_rooms.iter_mut()) {
                leftover.extend(group.run(vocabulary, &block, places, room, out));
            }
            for rule in &self.as_cases {
                leftover.extend((0..block.length).map(|row| (*rule, block.place + row)));
            }
            leftover.retain(|(_, place)| {
                place.checked_sub(block.place).is_none_or(|row| left_out.binary_search(&row).is_err())
            });
            self.ask_as_cases(asked, range.start, leftover, out, faults);
            for row in &left_out {
                out.iter_mut().for_each(|answers| _ = answers.put(block.place + row, RowAnswer::LEFT_OUT));
            }
        }
        let mut leftover = Vec::new();
        for (Placed { group, .. }, room) in self.groups.iter().zip(group_rooms.iter_mut()) {
            leftover.extend(group.finish(vocabulary, room, out));
        }
        self.ask_as_cases(asked, range.start, leftover, out, faults);
        // Those of rows that waited come last.
        faults.sort_by_key(|fault| match fault.place {
            Place::Cell { row, .. } => row,
            _ => 0,
        });
    }

    /// Asks rules about rows as cases, a row after the other.
    fn ask_as_cases(
        &self,
        asked: Roster<'_>,
        start: usize,
        mut leftover: Vec<Leftover>,
        out: &mut [Answers<'_>],
        faults: &mut Vec<Diagnostic>,
    ) {
        leftover.sort_unstable_by_key(|(rule, place)| (*place, *rule));
        for (rule, place) in leftover {
            let (Some(rule), Some(answers)) = (self.rules.get(rule), out.get_mut(rule)) else { continue };
            let Some(answer) = asked.as_case(rule, start + place) else { continue };
            if !answers.put(place, answer) {
                faults.push(asked.too_large(rule, start + place, answer));
            }
        }
    }
}

/// What is asked, and of which rows.
#[derive(Clone, Copy)]
pub(crate) struct Roster<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) question: &'a Question,
    pub(crate) headings: &'a Headings,
    pub(crate) rows: &'a Rows<'a>,
}

impl Roster<'_> {
    /// Asks one rule about one row as a case.
    fn as_case(&self, rule: &GroupRule, row: usize) -> Option<RowAnswer> {
        let case = self.rows.case(&self.plan.book.vocabulary, self.headings, row, "");
        let question = Question { rules: vec![rule.index], ..self.question.clone() };
        let outcome = evaluate(self.plan, &case, &question).into_iter().next()?;
        let granted = outcome.months.iter().filter(|month| month.state == MonthState::Granted).count();
        let is_settled = matches!(outcome.state, State::Granted | State::Refused);
        Some(RowAnswer {
            state: rule.codes.of(outcome.state),
            amount: outcome.amount,
            range: outcome.range,
            months: if is_settled { u16::try_from(granted).ok() } else { None },
        })
    }

    /// An amount that does not fit the caller's buffer.
    fn too_large(&self, rule: &GroupRule, row: usize, answer: RowAnswer) -> Diagnostic {
        let found = answer.range.map(|(_, high)| high).unwrap_or_default().to_string();
        let id = self.plan.book.rules.get(rule.index.0).map(|rule| rule.id.clone()).unwrap_or_default();
        Diagnostic::in_cell(Code::NumberTooLarge, self.rows.first + row, id, found, i64::MAX.to_string())
    }

    /// The rows of a block that are not answered: unread, or wrong in themselves, which is told.
    fn left_out(&self, admissible: &Admissible, part: &Range<usize>, faults: &mut Vec<Diagnostic>) -> Vec<usize> {
        let Roster { plan, headings, rows, .. } = self;
        let vocabulary = &plan.book.vocabulary;
        let unread = rows.unread.partition_point(|row| *row < part.start);
        let unread = rows.unread.get(unread..).unwrap_or_default().iter().take_while(|row| **row < part.end);
        let mut left: Vec<usize> = unread.map(|row| row - part.start).collect();
        if !admissible.are_sound(rows, part) {
            for row in part.clone() {
                let known = faults.len();
                if rows.unread.binary_search(&row).is_err() {
                    rows.check(vocabulary, headings, row, faults);
                }
                if faults.len() > known {
                    left.push(row - part.start);
                }
            }
            left.sort_unstable();
        }
        left
    }
}

/// What a quantity adds up, and whether something can be run in blocks.
struct Added<'a> {
    plan: &'a Plan,
    world: &'a Facts,
    choices: &'a Choices,
    head_count: bool,
    reference: ReferenceDay,
}

impl<'p> Added<'p> {
    /// The arithmetic of a quantity, its sources being members of the same group; `None` where they cannot be.
    fn sum(&self, ledger: &'p Ledger, members: &mut Vec<Member<'p>>) -> Option<Sum> {
        let mut sources = Vec::new();
        let mut added = Vec::new();
        for source in &ledger.sources {
            let (slots, terms): (&'p RulePlan, Terms) = match source {
                Source::Rule(index) => {
                    let slots = self.plan.rules.get(index.0)?;
                    (slots, Terms::of(self.plan.book.rules.get(index.0)?, slots.scale, self.head_count))
                }
                Source::Rate(rate) => (&rate.slots, Terms::of_rate(rate.period, rate.slots.scale, self.head_count)),
            };
            // A head count judges its months on their last days.
            let is_judged_here = !terms.december_only || self.reference == ReferenceDay::Last;
            if !is_judged_here || !terms.has_amount || slots.ledger.is_some() || !self.is_plain(slots) {
                return None;
            }
            let known = members.iter().position(|member| std::ptr::eq(member.slots, slots));
            sources.push(known.unwrap_or(members.len() + added.len()));
            if known.is_none() {
                added.push(Member { rule: None, slots, terms, sum: None });
            }
        }
        let sum = Sum::of(&ledger.items, &sources)?;
        members.extend(added);
        Some(sum)
    }

    /// Whether slots read nothing but facts of the row's own things, and wait for no calendar.
    fn is_plain(&self, slots: &RulePlan) -> bool {
        let program = Program::of(self.plan, Around::of(self.world), &[slots], self.choices, Purpose::Rows);
        let is_set = |fact: &FactOf| {
            let data = self.plan.book.vocabulary.fact_at(fact.fact);
            data.is_some_and(|data| matches!(data.kind, FactType::Set { .. }))
        };
        let waits = program.rules.iter().any(|rule| rule.waits != MonthsOperand::Constant(false));
        !waits && !program.facts.iter().any(|fact| fact.one.is_some() || is_set(fact))
    }
}

impl AnyGroup {
    fn facts(&self) -> &[FactOf] {
        match self {
            Self::Short(group) => group.facts(),
            Self::Long(group) => group.facts(),
            Self::Wide(group) => group.facts(),
        }
    }

    fn room(&self) -> AnyRoom {
        match self {
            Self::Short(group) => AnyRoom::Short(group.room()),
            Self::Long(group) => AnyRoom::Long(group.room()),
            Self::Wide(group) => AnyRoom::Wide(group.room()),
        }
    }

    fn run(
        &self,
        vocabulary: &crate::model::Vocabulary,
        block: &Block<'_>,
        places: &[Option<usize>],
        room: &mut AnyRoom,
        out: &mut [Answers<'_>],
    ) -> Vec<Leftover> {
        match (self, room) {
            (Self::Short(group), AnyRoom::Short(room)) => group.run(vocabulary, block, places, room, out),
            (Self::Long(group), AnyRoom::Long(room)) => group.run(vocabulary, block, places, room, out),
            (Self::Wide(group), AnyRoom::Wide(room)) => group.run(vocabulary, block, places, room, out),
            // Each room was made by its group.
            _ => Vec::new(),
        }
    }

    fn finish(
        &self,
        vocabulary: &crate::model::Vocabulary,
        room: &mut AnyRoom,
        out: &mut [Answers<'_>],
    ) -> Vec<Leftover> {
        match (self, room) {
            (Self::Short(group), AnyRoom::Short(room)) => group.finish(vocabulary, room, out),
            (Self::Long(group), AnyRoom::Long(room)) => group.finish(vocabulary, room, out),
            (Self::Wide(group), AnyRoom::Wide(room)) => group.finish(vocabulary, room, out),
            _ => Vec::new(),
        }
    }
}

/// The one day on which a round is judged.
impl Round {
    fn judged(&self) -> Option<crate::value::Date> {
        match self.reference {
            ReferenceDay::On(day) => Some(day),
            _ => None,
        }
    }
}
