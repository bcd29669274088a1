//! The door: a case → rows of subjects in which every fact is constant.

use super::calendar::ReferenceDay;
use super::columns::{FactOf, One, bounds_of, set_of};
use crate::compile::{Hop, Route};
use crate::model::{Content, FactType, Facts, InstanceIndex, Line, Part, Record, ThingIndex, Vocabulary, WITHOUT_END};
use crate::value::{Date, Map, Set, Window};
use std::collections::BTreeMap;
use std::ops::Range;

/// Whom an outcome is about: a thing, or a pair.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Subject {
    /// How outcomes name it: `e1`, `p1/e1`.
    pub name: String,
    /// The things.
    pub instances: Vec<InstanceIndex>,
    /// What orders the outcomes of a case: holder, kind, place.
    pub order: (usize, usize, usize, usize),
}

/// One fact that a completion gives a value.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Unknown {
    /// The thing that it is named under.
    pub(super) named: InstanceIndex,
    pub(super) fact: FactOf,
    /// Which gap of its line, or of the link that should lead to its thing.
    pub(super) gap: usize,
}

/// What is known of a fact in a row.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Cell {
    /// The value, or one within the bounds.
    pub(super) value: i64,
    pub(super) unknown: Option<usize>,
    /// Whether it is a number of a record that is not there: it counts 0, and nothing is held against it.
    pub(super) is_absent: bool,
    /// The thing that it is named under.
    pub(super) named: InstanceIndex,
}

/// A stretch of months of one subject in which every fact is constant.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) subject: usize,
    /// Positions in the window, both included.
    pub(super) from: usize,
    pub(super) to: usize,
    /// In the order of the table's facts.
    pub(super) cells: Vec<Cell>,
}

/// Every row of one kind of subject.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub(super) subjects: Vec<Subject>,
    /// In order.
    pub(super) facts: Vec<FactOf>,
    pub(super) rows: Vec<Row>,
    pub(super) unknowns: Vec<Unknown>,
    /// What subjects share with others, by thing.
    pub(super) groups: Vec<Shared>,
}

/// Which subjects share a thing.
#[derive(Clone, Debug)]
pub(super) struct Shared {
    pub(super) thing: ThingIndex,
    /// For each subject the number of the thing that it shares.
    pub(super) numbers: Vec<u32>,
    /// For each number its subjects, in order.
    members: Map<u32, Vec<usize>>,
}

impl Shared {
    fn new(thing: ThingIndex, numbers: Vec<u32>) -> Self {
        let mut members: Map<u32, Vec<usize>> = Map::new();
        for (subject, number) in numbers.iter().enumerate() {
            members.entry(*number).or_default().push(subject);
        }
        Self { thing, numbers, members }
    }

    /// A subject, and those before it that share the thing with it.
    pub(super) fn up_to(&self, subject: usize) -> impl Iterator<Item = usize> {
        let members = self.numbers.get(subject).and_then(|number| self.members.get(number));
        members.into_iter().flatten().copied().take_while(move |other| *other <= subject)
    }
}

/// A case as its tables need it, worked out once for all of them.
pub(super) struct Ground<'a> {
    pub(super) case: &'a Facts,
    vocabulary: &'a Vocabulary,
    held: Held,
    /// The days from which something that is stated is otherwise, in order.
    turns: Vec<Date>,
}

impl<'a> Ground<'a> {
    pub(super) fn new(case: &'a Facts, vocabulary: &'a Vocabulary) -> Self {
        let stretches = case.instances.iter().flat_map(|instance| &instance.facts).flat_map(|(_, line)| &line.0);
        let after = |last: Date| Date::from_number(last.number().saturating_add(1));
        let turns = stretches.flat_map(|stretch| stretch.days.from().into_iter().chain(stretch.days.to().map(after)));
        Self { case, vocabulary, held: held(case), turns: turns.collect::<Set<_>>().into_iter().collect() }
    }

    /// Whether everything stated is on a day as it was on an earlier one.
    fn stays(&self, before: Date, day: Date) -> bool {
        let next = self.turns.partition_point(|turn| *turn <= before);
        self.turns.get(next).is_none_or(|turn| *turn > day)
    }
}

impl Table {
    /// Cuts a case into rows, for subjects that reach things by routes.
    pub(super) fn cut(
        ground: &Ground<'_>,
        (routes, subjects): (&[(ThingIndex, Route)], Vec<Subject>),
        facts: &[FactOf],
        shared: &[ThingIndex],
        window: Window,
        reference: ReferenceDay,
    ) -> Self {
        let Ground { case, vocabulary, held, .. } = ground;
        let door = Door { case, vocabulary, routes, held };
        let mut table =
            Self { groups: Vec::new(), facts: facts.to_vec(), rows: Vec::new(), unknowns: Vec::new(), subjects };
        let days: Vec<Date> = window.months().map(|month| reference.of(month)).collect();
        let mut numbers: BTreeMap<Unknown, usize> = BTreeMap::new();
        for (number, subject) in table.subjects.iter().enumerate() {
            let mut open: Option<Row> = None;
            let mut before: Option<Date> = None;
            for (position, day) in days.iter().enumerate() {
                let stays = before.replace(*day).is_some_and(|before| ground.stays(before, *day));
                if let (true, Some(row)) = (stays, &mut open) {
                    row.to = position;
                    continue;
                }
                let cells = facts.iter().map(|fact| {
                    let (content, unknown) = door.read(subject, *fact, *day);
                    let is_absent = content == Some(Stated::Absent);
                    let content = content.map(Stated::number);
                    let value = content.unwrap_or_else(|| bounds_of(vocabulary, fact.fact).0);
                    let next = numbers.len();
                    let unknown_number = content.is_none().then(|| *numbers.entry(unknown).or_insert(next));
                    Cell { value, unknown: unknown_number, is_absent, named: unknown.named }
                });
                let cells: Vec<Cell> = cells.collect();
                match &mut open {
                    Some(row) if row.cells == cells => row.to = position,
                    _ => table.rows.extend(open.replace(Row { subject: number, from: position, to: position, cells })),
                }
            }
            table.rows.extend(open);
        }
        let mut unknowns: Vec<(usize, Unknown)> =
            numbers.into_iter().map(|(unknown, number)| (number, unknown)).collect();
        unknowns.sort_unstable();
        table.unknowns = unknowns.into_iter().map(|(_, unknown)| unknown).collect();
        table.groups = shared.iter().map(|thing| Shared::new(*thing, door.groups(&table.subjects, *thing))).collect();
        table
    }

    /// The rows of a subject; rows stand in the order of the subjects.
    pub(super) fn own(&self, subject: usize) -> &[Row] {
        self.rows.get(self.places(subject)).unwrap_or_default()
    }

    /// The places of a subject's rows.
    pub(super) fn places(&self, subject: usize) -> Range<usize> {
        let start = self.rows.partition_point(|row| row.subject < subject);
        start..self.rows.partition_point(|row| row.subject <= subject)
    }

    /// The place of a fact among the cells of a row.
    pub(super) fn place(&self, fact: FactOf) -> Option<usize> {
        self.facts.binary_search(&fact).ok()
    }
}

/// How outcomes name the subject of a rule that is about no thing.
const LAW: &str = "law";

/// Every thing or pair of a kind, in the order of outcomes; the law itself where a rule is about no thing.
pub(super) fn subjects(case: &Facts, vocabulary: &Vocabulary, things: &[ThingIndex]) -> Vec<Subject> {
    let root = |mut index: InstanceIndex| {
        while let Some(holder) = case.get(index).and_then(|instance| instance.holder) {
            index = holder;
        }
        index
    };
    let name = |index: InstanceIndex| case.get(index).map(|instance| instance.name.clone()).unwrap_or_default();
    let mut subjects = match things {
        [thing] => {
            let one = |index: InstanceIndex| Subject {
                name: name(index),
                instances: vec![index],
                order: (root(index).0, thing.0, index.0, 0),
            };
            case.of(*thing).map(|(index, _)| one(index)).collect::<Vec<_>>()
        }
        [first, second] => {
            let mut pairs = Vec::new();
            let mut by_root: Map<InstanceIndex, Vec<InstanceIndex>> = Map::new();
            for (b, _) in case.of(*second) {
                by_root.entry(root(b)).or_default().push(b);
            }
            for (a, _) in case.of(*first) {
                for b in by_root.get(&root(a)).into_iter().flatten().copied() {
                    // Pairs stand after every single thing of their family.
                    let order = (root(a).0, vocabulary.things.len() + second.0, a.0, b.0);
                    pairs.push(Subject { name: format!("{}/{}", name(a), name(b)), instances: vec![a, b], order });
                }
            }
            pairs
        }
        _ => vec![Subject { name: LAW.to_owned(), instances: Vec::new(), order: (usize::MAX, 0, 0, 0) }],
    };
    subjects.sort_by_key(|subject| subject.order);
    subjects
}

/// The things of a kind that each thing holds, in order.
type Held = Map<(InstanceIndex, ThingIndex), Vec<InstanceIndex>>;

fn held(case: &Facts) -> Held {
    let mut held = Held::new();
    for (index, instance) in case.instances.iter().enumerate() {
        if let Some(holder) = instance.holder {
            held.entry((holder, instance.thing)).or_default().push(InstanceIndex(index));
        }
    }
    held
}

/// Where a subject's way to a thing ends.
enum Located {
    Thing(InstanceIndex),
    /// No link leads there: a thing without a name, known only by who would link to it and in which gap.
    Unnamed(InstanceIndex, usize),
}

/// What a case states of a number.
#[derive(Clone, Copy, PartialEq)]
enum Stated {
    Number(i64),
    /// That its record is not there.
    Absent,
}

impl Stated {
    const fn number(self) -> i64 {
        match self {
            Self::Number(number) => number,
            Self::Absent => 0,
        }
    }
}

/// The number among records: unknown where its record lacks it.
fn of_records(records: &[Record], part: Part) -> Option<Stated> {
    let Some(record) = records.iter().find(|record| record.choice == part.choice) else { return Some(Stated::Absent) };
    record.numbers.get(part.field).copied().flatten().map(Stated::Number)
}

struct Door<'a> {
    case: &'a Facts,
    vocabulary: &'a Vocabulary,
    routes: &'a [(ThingIndex, Route)],
    held: &'a Held,
}

impl Door<'_> {
    /// What a fact of a subject is on a day; if nothing is stated, what is unknown.
    fn read(&self, subject: &Subject, fact: FactOf, day: Date) -> (Option<Stated>, Unknown) {
        let data = self.vocabulary.fact_at(fact.fact);
        let thing = data.map_or(ThingIndex(0), |data| data.thing);
        let located = match fact.one {
            None => self.locate(subject, thing, day),
            Some(One::Instance(one)) => Located::Thing(one),
            Some(One::Held(place) | One::There(place)) => {
                let (holder, found) = self.held_by_subject(subject, thing, day, place);
                if let Some(One::There(_)) = fact.one {
                    let there = Stated::Number(i64::from(found.is_some()));
                    return (Some(there), Unknown { named: holder, fact, gap: 0 });
                }
                match found {
                    Some(one) => Located::Thing(one),
                    None => return (Some(Stated::Absent), Unknown { named: holder, fact, gap: 0 }),
                }
            }
        };
        match located {
            Located::Unnamed(named, gap) => (None, Unknown { named, fact, gap }),
            Located::Thing(named) => {
                let stated = data.and_then(|data| data.part).map_or(fact.fact, |part| part.of);
                let line = self.case.get(named).and_then(|instance| instance.line(stated));
                if data.is_some_and(|data| matches!(data.kind, FactType::Link(_))) {
                    // Of a link only its days are read, and they are known: where it leads is another thing's matter.
                    let since = line.and_then(|line| line.since(day)).unwrap_or(Date::MIN);
                    return (Some(Stated::Number(i64::from(since.number()))), Unknown { named, fact, gap: 0 });
                }
                let number = match line.and_then(|line| line.on(day)) {
                    Some(Content::Number(number)) => Some(Stated::Number(*number)),
                    Some(Content::Texts(texts)) => match data.map(|data| &data.kind) {
                        Some(FactType::Set { choices, .. }) => {
                            Some(Stated::Number(set_of(choices, texts.iter().map(String::as_str))))
                        }
                        _ => None,
                    },
                    Some(Content::Records(records)) => {
                        data.and_then(|data| data.part).and_then(|part| of_records(records, part))
                    }
                    None if data.is_some_and(|data| data.absent_is_without_end) => Some(Stated::Number(WITHOUT_END)),
                    _ => None,
                };
                (number, Unknown { named, fact, gap: line.map_or(0, |line| line.gap(day)) })
            }
        }
    }

    /// What holds things of a kind for a subject, and the one of them at a place.
    fn held_by_subject(
        &self,
        subject: &Subject,
        thing: ThingIndex,
        day: Date,
        place: usize,
    ) -> (InstanceIndex, Option<InstanceIndex>) {
        let holder = self.vocabulary.thing_at(thing).and_then(|thing| thing.holder);
        match holder.map(|holder| self.locate(subject, holder, day)) {
            Some(Located::Thing(holder)) => {
                (holder, self.held.get(&(holder, thing)).and_then(|held| held.get(place)).copied())
            }
            Some(Located::Unnamed(named, _)) => (named, None),
            None => (InstanceIndex(usize::MAX), None),
        }
    }

    fn locate(&self, subject: &Subject, thing: ThingIndex, day: Date) -> Located {
        let nowhere = Located::Unnamed(InstanceIndex(usize::MAX), 0);
        let Some((_, route)) = self.routes.iter().find(|(reached, _)| *reached == thing) else { return nowhere };
        let Some(start) = subject.instances.get(route.start) else { return nowhere };
        let mut at = *start;
        for hop in &route.hops {
            let instance = self.case.get(at);
            let next = match hop {
                Hop::Holder => instance.and_then(|instance| instance.holder),
                Hop::Held(kind) => self.held.get(&(at, *kind)).and_then(|held| held.last()).copied(),
                Hop::Link(fact) => {
                    let line: Option<&Line> = instance.and_then(|instance| instance.line(*fact));
                    match line.and_then(|line| line.on(day)) {
                        Some(Content::Link(to)) => Some(*to),
                        _ => return Located::Unnamed(at, line.map_or(0, |line| line.gap(day))),
                    }
                }
            };
            let Some(next) = next else { return Located::Unnamed(at, 0) };
            at = next;
        }
        Located::Thing(at)
    }

    /// For each subject the number of what it shares: the thing, and in a pair the other thing too.
    fn groups(&self, subjects: &[Subject], thing: ThingIndex) -> Vec<u32> {
        let mut numbers: Map<Vec<usize>, u32> = Map::new();
        let route = self.routes.iter().find(|(reached, _)| *reached == thing).map(|(_, route)| route.start);
        let of = |subject: &Subject| {
            let mut key: Vec<usize> = subject.instances.iter().map(|instance| instance.0).collect();
            if let (Some(start), Located::Thing(shared)) = (route, self.locate(subject, thing, Date::MIN))
                && let Some(place) = key.get_mut(start)
            {
                *place = shared.0;
            }
            key
        };
        let mut result = Vec::new();
        for subject in subjects {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            result.push(*numbers.entry(of(subject)).or_insert(next));
        }
        result
    }
}
