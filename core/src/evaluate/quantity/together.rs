//! Completions of everything that some cells rest on, tried together.

use super::layout::{Cells, Layout};
use super::sources::{Board, Said, Sources};
use super::{Added, components, loose};
use crate::compile::ReadingIndex;
use crate::evaluate::answer::MonthAnswer;
use crate::evaluate::completions::{Axis, Completed, chosen, counts as months_counted, latest_allowed, left_by_others};
use crate::evaluate::fold::{Share, matters, share};
use crate::evaluate::lane::{Between, Known, Range};
use crate::evaluate::points::Search;
use crate::evaluate::program::{Choices, Program, Purpose};
use crate::evaluate::sheet::Sheet;
use crate::evaluate::table::Unknown;
use crate::limits::COMPLETIONS;
use crate::value::{Map, Set};

/// How many months of answers are held at once.
const MONTHS_AT_ONCE: usize = 1 << 18;

/// The cells of every amount: known, or none while they are open.
pub(super) type Settled = Vec<Option<Cells<i128>>>;

/// What the completions of some amounts say.
pub(super) struct Together {
    /// The smallest and the largest value of each part.
    pub(super) parts: Vec<Between>,
    /// For each amount that was tried, its smallest and largest rate in each month.
    pub(super) months: Vec<(usize, Vec<Between>)>,
    /// Whether no cell is held between the whole fen about its amount.
    pub(super) exact: bool,
    /// The unknowns that can change a part, with the share of their values that settle all.
    pub(super) missing: Vec<(Unknown, Share)>,
    pub(super) open: Vec<ReadingIndex>,
}

/// Everything that is added up: all of it together where that can be tried, else by what rests on the same unknowns.
pub(super) fn added(sources: &Sources<'_>, layout: &Layout<'_>) -> Added {
    let settled: Settled = layout
        .amounts
        .iter()
        .map(|amount| match &amount.said {
            Said::Settled(months) => {
                sources.all.get(amount.shown).map(|shown| Cells::of_months(shown.job.terms, months))
            }
            Said::Open { .. } => None,
        })
        .collect();
    let open: Vec<usize> =
        (0..settled.len()).filter(|place| settled.get(*place).is_some_and(Option::is_none)).collect();
    if open.is_empty() {
        let cells: Vec<Cells<i128>> = settled.into_iter().map(Option::unwrap_or_default).collect();
        let parts = layout.add::<Known>(&cells).into_iter().map(|one| Between { low: one, high: one });
        return Added {
            parts: parts.collect(),
            open_months: vec![false; layout.months],
            exact: true,
            missing: Vec::new(),
            open: Vec::new(),
        };
    }
    match try_all(sources, layout, &settled, &open, |_| true) {
        Some(all) => {
            let open_months = open_months(layout, &all.parts, &all.months);
            Added { parts: all.parts, open_months, exact: all.exact, missing: all.missing, open: all.open }
        }
        None => components::added(sources, layout, &settled, &open),
    }
}

/// The months in which a part is not settled, by its own cells, or where it has none by the rates of what it comes to.
pub(super) fn open_months(layout: &Layout<'_>, parts: &[Between], months: &[(usize, Vec<Between>)]) -> Vec<bool> {
    let is_open = |between: &Between| between.low != between.high;
    let mut open = vec![false; layout.months];
    for (place, between) in layout.parts.iter().zip(parts) {
        if let Some(slot) = place.month.and_then(|month| open.get_mut(month)) {
            *slot |= is_open(between);
        }
    }
    for (number, item) in layout.items.iter().enumerate().filter(|(_, item)| !item.monthly) {
        for holder in 0..item.holders.len() {
            let total = parts.get(layout.parts_of(item, holder).start);
            if !total.is_some_and(is_open) {
                continue;
            }
            let rests = layout.rests_on(number, holder);
            for (_, cells) in months.iter().filter(|(amount, _)| rests.contains(amount)) {
                open.iter_mut().zip(cells).for_each(|(slot, cell)| *slot |= is_open(cell));
            }
        }
    }
    open
}

/// Tries every completion of some amounts; `None` where there are more than [`COMPLETIONS`]. `counts` says which parts
/// are asked for.
pub(super) fn try_all(
    sources: &Sources<'_>,
    layout: &Layout<'_>,
    settled: &Settled,
    open: &[usize],
    counts: impl Fn(usize) -> bool,
) -> Option<Together> {
    let (axes, unknowns) = axes(sources, layout, open)?;
    let mut completed = Completed { axes, answers: Vec::new(), distinct: Vec::new() };
    let mut trial = Trial {
        sources,
        layout,
        settled,
        open,
        unknowns: &unknowns,
        counts: (0..layout.parts.len()).filter(|part| counts(*part)).collect(),
        parts: Vec::new(),
        rates: Vec::new(),
        known: Map::new(),
        loose: Vec::new(),
    };
    let choices = sources.all.first().map(|shown| shown.job.choices)?;
    let all = chosen(choices, &completed.axes);
    for choices in &all {
        let answers = trial.run(choices, &completed);
        completed.answers.extend(answers);
    }
    trial.loose = loose::of(sources, layout, open, &trial.rates);
    if trial.loose.iter().any(Option::is_some) {
        trial.parts.clear();
        for choices in &all {
            trial.run(choices, &completed);
        }
    }
    let (mut missing, mut open_readings) = (Vec::new(), Vec::new());
    for (place, axis) in completed.axes.iter().enumerate().filter(|(place, _)| matters(&completed, *place)) {
        match axis {
            Axis::Fact(unknown, _) => {
                missing.extend(unknowns.get(*unknown).map(|unknown| (*unknown, share(&completed, place))));
            }
            Axis::Reading(reading, _) => open_readings.push(*reading),
        }
    }
    // Without any completion (every combination would be refused as input) nothing is due.
    let nothing = || vec![Between::default(); layout.parts.len()];
    let mut parts = if trial.parts.is_empty() { nothing() } else { trial.parts };
    let spread = loose::spread(layout, open, &trial.loose, &mut parts);
    let exact = !spread && loose::is_exact(sources, layout, open, &trial.rates, &trial.loose);
    let months = open.iter().copied().zip(trial.rates).collect();
    Some(Together { parts, months, exact, missing, open: open_readings })
}

/// What is not known, each with the values that are tried for it.
fn axes(sources: &Sources<'_>, layout: &Layout<'_>, open: &[usize]) -> Option<(Vec<Axis>, Vec<Unknown>)> {
    let mut order: Vec<Unknown> = Vec::new();
    let mut tried: Map<Unknown, Set<i64>> = Map::new();
    let mut readings: Set<ReadingIndex> = Set::new();
    for amount in open.iter().filter_map(|place| layout.amounts.get(*place)) {
        let (Some(shown), Said::Open { rows, unknowns }) = (sources.all.get(amount.shown), &amount.said) else {
            continue;
        };
        let job = &shown.job;
        let program = Program::of(job.plan, job.around, &[shown.slots], job.choices, Purpose::Subjects);
        let search = Search {
            program: &program,
            vocabulary: job.vocabulary(),
            table: job.table,
            rows,
            slices: job.slices,
            facts: &job.slots.facts,
            counts: months_counted(job, &program, rows),
        };
        let values = search.values();
        for unknown in unknowns.iter().filter_map(|place| job.table.unknowns.get(*place)) {
            if !tried.contains_key(unknown) {
                order.push(*unknown);
            }
            tried.entry(*unknown).or_default().extend(values.get(&unknown.fact)?);
        }
        readings.extend(&job.slots.readings);
    }
    let first = &sources.all.first()?.job;
    let mut counted: usize = 1;
    let mut axes = Vec::new();
    for (place, unknown) in order.iter().enumerate() {
        let values = tried.get(unknown)?;
        counted = counted.checked_mul(values.len())?;
        let latest = latest_allowed(first.case, first.vocabulary(), unknown.named, unknown.fact.fact);
        let most = left_by_others(first.case, first.vocabulary(), unknown.named, unknown.fact.fact);
        let is_admissible =
            |value: &i64| latest.is_none_or(|latest| *value <= latest) && most.is_none_or(|most| *value <= most);
        let admissible = values.iter().copied().filter(is_admissible);
        axes.push(Axis::Fact(place, admissible.collect()));
    }
    for reading in readings {
        let options = first.plan.book.readings.get(reading.0).map_or(1, |reading| reading.options.len());
        counted = counted.checked_mul(options)?;
        axes.push(Axis::Reading(reading, options));
    }
    (counted <= COMPLETIONS).then_some((axes, order))
}

/// One search under way.
struct Trial<'t> {
    sources: &'t Sources<'t>,
    layout: &'t Layout<'t>,
    settled: &'t Settled,
    open: &'t [usize],
    unknowns: &'t [Unknown],
    counts: Vec<usize>,
    /// The smallest and the largest so far; empty before the first completion.
    parts: Vec<Between>,
    /// The smallest and the largest rate of each amount in each month so far.
    rates: Vec<Vec<Between>>,
    /// The different answers so far, with their numbers.
    known: Map<Vec<i128>, usize>,
    /// For each amount the first month whose cell lies between the whole fen about its rate; empty in the first pass.
    loose: Vec<Option<usize>>,
}

impl Trial<'_> {
    /// The numbers of the answers of every combination of values under one choice of readings.
    fn run(&mut self, choices: &Choices, completed: &Completed) -> Vec<usize> {
        let facts: Vec<(usize, &[i64], usize)> = completed
            .axes
            .iter()
            .enumerate()
            .filter_map(|(axis, data)| match data {
                Axis::Fact(unknown, values) => Some((*unknown, values.as_slice(), completed.stride(axis))),
                Axis::Reading(..) => None,
            })
            .collect();
        let copies: usize = facts.iter().map(|(_, values, _)| values.len()).product();
        let months = self.layout.months;
        let at_once = (MONTHS_AT_ONCE / (months * self.open.len()).max(1)).max(1);
        let mut answers = Vec::new();
        for first in (0..copies).step_by(at_once) {
            let count = at_once.min(copies - first);
            let mut said = vec![vec![vec![MonthAnswer::default(); months]; count]; self.open.len()];
            for (number, board) in self.sources.boards.iter().enumerate() {
                self.board(number, board, choices, (first, count), &facts, &mut said);
            }
            answers.extend((0..count).map(|copy| self.take(&said, copy)));
        }
        answers
    }

    fn board(
        &self,
        number: usize,
        board: &Board<'_>,
        choices: &Choices,
        (first, count): (usize, usize),
        facts: &[(usize, &[i64], usize)],
        said: &mut [Vec<Vec<MonthAnswer>>],
    ) {
        let mut rows: Set<usize> = Set::new();
        let mut wanted: Map<usize, Vec<(usize, usize)>> = Map::new();
        for (place, amount) in self.open.iter().enumerate() {
            let Some(amount) = self.layout.amounts.get(*amount) else { continue };
            if self.sources.all.get(amount.shown).is_none_or(|shown| shown.board != number) {
                continue;
            }
            if let Said::Open { rows: own, .. } = &amount.said {
                rows.extend(own);
                wanted.entry(amount.subject).or_default().push((place, amount.shown));
            }
        }
        let Some(job) = self.sources.all.iter().find(|shown| shown.board == number).map(|shown| &shown.job) else {
            return;
        };
        if wanted.is_empty() {
            return;
        }
        let rows: Vec<usize> = rows.into_iter().collect();
        let program = Program::of(job.plan, job.around, &board.slots, choices, Purpose::Subjects);
        // For each unknown of the table the values that it takes, and how far apart.
        let axis = |unknown: &Unknown| {
            let place = self.unknowns.iter().position(|known| known == unknown)?;
            facts.iter().find(|(known, ..)| *known == place).map(|(_, values, stride)| (*values, *stride))
        };
        let axes: Vec<Option<(&[i64], usize)>> = board.table.unknowns.iter().map(axis).collect();
        let value = |copy: usize, unknown: usize| {
            let (values, stride) = axes.get(unknown).copied().flatten()?;
            values.get(((first + copy) / stride) % values.len()).copied()
        };
        for slice in &board.slices {
            let sheet = Sheet::new(&board.table, slice, &rows, count, value);
            sheet.run::<Known>(&board.table, &program, job.vocabulary(), slice, &mut |slots, row, place| {
                let (Some((_, subject, copy)), Some(span)) = (sheet.rows.get(place), sheet.spans.get(place)) else {
                    return;
                };
                for (place, source) in wanted.get(subject).into_iter().flatten() {
                    let answer = said.get_mut(*place).and_then(|copies| copies.get_mut(*copy));
                    if let (Some(shown), Some(answer)) = (self.sources.all.get(*source), answer) {
                        shown.write(&program, slots, slice, (row, *span), answer);
                    }
                }
            });
        }
    }

    /// Adds up one completion; the number of its answer.
    fn take(&mut self, said: &[Vec<Vec<MonthAnswer>>], copy: usize) -> usize {
        let tried = self.open.iter().enumerate().filter_map(|(place, amount)| {
            let shown = self.sources.all.get(self.layout.amounts.get(*amount)?.shown)?;
            Some((place, *amount, shown.job.terms, said.get(place)?.get(copy)?.as_slice()))
        });
        let tried: Vec<_> = tried.collect();
        if self.loose.iter().any(Option::is_some) {
            let settled = self.settled.iter().map(|cells| cells.as_ref().map(Cells::between).unwrap_or_default());
            let mut cells: Vec<Cells<Between>> = settled.collect();
            for (place, amount, terms, months) in tried {
                if let Some(cells) = cells.get_mut(amount) {
                    let first = self.loose.get(place).copied().flatten();
                    *cells = Cells::of_months(terms, months).loosened(terms, months, first);
                }
            }
            widen(&mut self.parts, &self.layout.add::<Range>(&cells));
            return 0;
        }
        let mut cells: Vec<Cells<i128>> = self.settled.iter().map(|cells| cells.clone().unwrap_or_default()).collect();
        self.rates.resize_with(self.open.len(), Vec::new);
        for (place, amount, terms, months) in tried {
            if let (Some(cells), Some(rates)) = (cells.get_mut(amount), self.rates.get_mut(place)) {
                *cells = Cells::of_months(terms, months);
                widen(rates, &months.iter().map(|month| one(month.rate)).collect::<Vec<_>>());
            }
        }
        let parts = self.layout.add::<Known>(&cells);
        widen(&mut self.parts, &parts.iter().copied().map(one).collect::<Vec<_>>());
        let answer: Vec<i128> = self.counts.iter().filter_map(|part| parts.get(*part).copied()).collect();
        let next = self.known.len();
        *self.known.entry(answer).or_insert(next)
    }
}

const fn one(value: i128) -> Between {
    Between { low: value, high: value }
}

/// Makes what is known as wide as it and what is new; nothing is known before the first.
fn widen(known: &mut Vec<Between>, new: &[Between]) {
    if known.is_empty() {
        known.extend_from_slice(new);
    }
    for (between, new) in known.iter_mut().zip(new) {
        between.low = between.low.min(new.low);
        between.high = between.high.max(new.high);
    }
}
