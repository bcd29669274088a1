//! Terms as they are stored: a list in which each entry takes the terms before it, so that reading needs no recursion.

use super::book::{ParameterIndex, ReadingIndex, RuleIndex, TableIndex};
use super::truth::{Age, Arm, Cell, Comparison, Number, NumberKind, Shift, Truth};
use crate::limits::TERM_LEVELS;
use crate::model::{FactIndex, ThingIndex};
use crate::value::{Date, Unit};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// One entry: what it is, without what it takes.
#[derive(Deserialize, Serialize)]
enum Entry {
    Constant(bool),
    Is(FactIndex, Vec<usize>),
    Known(FactIndex),
    Not,
    And,
    Or,
    Compare(Comparison),
    Reached(FactIndex, Shift, bool),
    Aged(FactIndex, Age),
    Since(Date),
    Number(Head, Unit, u8),
    OfYear(u16),
    First(FactIndex),
}

/// The entry of a number.
#[derive(Deserialize, Serialize)]
enum Head {
    Constant(i64),
    Parameter(ParameterIndex),
    Fact(FactIndex),
    Add,
    Subtract,
    Multiply,
    Minimum,
    Maximum,
    Rule(RuleIndex),
    /// Whether the cells hold a number: where the truth does not hold, and where it does.
    Choose([bool; 2]),
    Holds,
    Sum(ThingIndex),
    /// The keys of each arm, and whether its cell holds a number.
    Table(FactIndex, Vec<(i64, i64, bool, bool)>),
    /// For each option whether its cell holds a number.
    Reading(ReadingIndex, Vec<bool>),
    Once,
    Item(usize),
    RateOf(RuleIndex),
    Ceiling,
    CompletedMonths,
    Since(FactIndex),
    Outside(FactIndex, Vec<usize>),
    SumHeld(ThingIndex),
    Total(RuleIndex, ThingIndex),
    Brackets(TableIndex),
}

/// Something that has been read and not been taken yet, with its depth.
enum Read {
    Truth(Truth, usize),
    Number(Number, usize),
}

impl Serialize for Truth {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut entries = Vec::new();
        truth(self, &mut entries);
        entries.serialize(serializer)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut entries = Vec::new();
        number(self, &mut entries);
        entries.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Truth {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match whole(Vec::deserialize(deserializer)?) {
            Some(Read::Truth(truth, _)) => Ok(truth),
            _ => Err(D::Error::custom("a truth that is none")),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match whole(Vec::deserialize(deserializer)?) {
            Some(Read::Number(number, _)) => Ok(number),
            _ => Err(D::Error::custom("a number that is none")),
        }
    }
}

fn truth(term: &Truth, entries: &mut Vec<Entry>) {
    let entry = match term {
        Truth::Constant(holds) => Entry::Constant(*holds),
        Truth::Is(fact, choices) => Entry::Is(*fact, choices.clone()),
        Truth::Known(fact) => Entry::Known(*fact),
        Truth::Since(date) => Entry::Since(*date),
        Truth::OfYear(months) => Entry::OfYear(*months),
        Truth::First(fact) => Entry::First(*fact),
        Truth::Reached { fact, shift, after } => Entry::Reached(*fact, *shift, *after),
        Truth::Aged { fact, age } => Entry::Aged(*fact, *age),
        Truth::Not(inner) => {
            truth(inner, entries);
            Entry::Not
        }
        Truth::And(a, b) => {
            truth(a, entries);
            truth(b, entries);
            Entry::And
        }
        Truth::Or(a, b) => {
            truth(a, entries);
            truth(b, entries);
            Entry::Or
        }
        Truth::Compare(comparison, a, b) => {
            number(a, entries);
            number(b, entries);
            Entry::Compare(*comparison)
        }
    };
    entries.push(entry);
}

fn number(term: &Number, entries: &mut Vec<Entry>) {
    let mut cell = |cell: &Cell| {
        cell.iter().for_each(|inner| number(inner, entries));
        cell.is_some()
    };
    let head = match &term.kind {
        NumberKind::Constant(units) => Head::Constant(*units),
        NumberKind::Parameter(index) => Head::Parameter(*index),
        NumberKind::Fact(fact) => Head::Fact(*fact),
        NumberKind::Rule(rule) => Head::Rule(*rule),
        NumberKind::Item(place) => Head::Item(*place),
        NumberKind::RateOf(rule) => Head::RateOf(*rule),
        NumberKind::Table(fact, arms) => {
            let arms = arms.iter().map(|arm| (arm.from, arm.to, arm.named, cell(&arm.cell)));
            Head::Table(*fact, arms.collect())
        }
        NumberKind::Reading(reading, cells) => Head::Reading(*reading, cells.iter().map(cell).collect()),
        NumberKind::Choose(chooser, cells) => {
            let [no, yes] = &**cells;
            let holds = [cell(no), cell(yes)];
            truth(chooser, entries);
            Head::Choose(holds)
        }
        NumberKind::Holds(inner) => {
            truth(inner, entries);
            Head::Holds
        }
        NumberKind::Sum(thing, each) => {
            number(each, entries);
            Head::Sum(*thing)
        }
        NumberKind::Once(inner) => {
            number(inner, entries);
            Head::Once
        }
        NumberKind::SumHeld(thing, each) => {
            number(each, entries);
            Head::SumHeld(*thing)
        }
        NumberKind::Since(link) => Head::Since(*link),
        NumberKind::Outside(fact, choices) => Head::Outside(*fact, choices.clone()),
        NumberKind::Ceiling(a, b) => two(a, b, entries, Head::Ceiling),
        NumberKind::CompletedMonths(a, b) => two(a, b, entries, Head::CompletedMonths),
        NumberKind::Total(rule, thing) => Head::Total(*rule, *thing),
        NumberKind::Brackets(table, of) => {
            number(of, entries);
            Head::Brackets(*table)
        }
        NumberKind::Add(a, b) => two(a, b, entries, Head::Add),
        NumberKind::Subtract(a, b) => two(a, b, entries, Head::Subtract),
        NumberKind::Multiply(a, b) => two(a, b, entries, Head::Multiply),
        NumberKind::Minimum(a, b) => two(a, b, entries, Head::Minimum),
        NumberKind::Maximum(a, b) => two(a, b, entries, Head::Maximum),
    };
    entries.push(Entry::Number(head, term.unit, term.scale));
}

fn two(a: &Number, b: &Number, entries: &mut Vec<Entry>, head: Head) -> Head {
    number(a, entries);
    number(b, entries);
    head
}

/// The one term that a list leaves; `None` where it leaves none or several, or one that is too deep.
fn whole(entries: Vec<Entry>) -> Option<Read> {
    let mut stack = Stack { read: Vec::new(), depth: 0 };
    for entry in entries {
        stack.depth = 0;
        let read = stack.enter(entry)?;
        stack.read.push(read);
    }
    let last = stack.read.pop();
    last.filter(|_| stack.read.is_empty())
}

/// What has been read so far, and the depth of what the present entry has taken.
struct Stack {
    read: Vec<Read>,
    depth: usize,
}

impl Stack {
    fn enter(&mut self, entry: Entry) -> Option<Read> {
        let truth = match entry {
            Entry::Number(head, unit, scale) => {
                let kind = self.number_kind(head)?;
                return self.deeper().map(|depth| Read::Number(Number { kind, unit, scale }, depth));
            }
            Entry::Constant(holds) => Truth::Constant(holds),
            Entry::Is(fact, choices) => Truth::Is(fact, choices),
            Entry::Known(fact) => Truth::Known(fact),
            Entry::Reached(fact, shift, after) => Truth::Reached { fact, shift, after },
            Entry::Aged(fact, age) => Truth::Aged { fact, age },
            Entry::Since(date) => Truth::Since(date),
            Entry::OfYear(months) => Truth::OfYear(months),
            Entry::First(fact) => Truth::First(fact),
            Entry::Not => Truth::Not(Box::new(self.truth()?)),
            Entry::And => {
                let (b, a) = (self.truth()?, self.truth()?);
                Truth::And(Box::new(a), Box::new(b))
            }
            Entry::Or => {
                let (b, a) = (self.truth()?, self.truth()?);
                Truth::Or(Box::new(a), Box::new(b))
            }
            Entry::Compare(comparison) => {
                let (b, a) = (self.number()?, self.number()?);
                Truth::Compare(comparison, a, b)
            }
        };
        self.deeper().map(|depth| Read::Truth(truth, depth))
    }

    fn number_kind(&mut self, head: Head) -> Option<NumberKind> {
        Some(match head {
            Head::Constant(units) => NumberKind::Constant(units),
            Head::Parameter(index) => NumberKind::Parameter(index),
            Head::Fact(fact) => NumberKind::Fact(fact),
            Head::Rule(rule) => NumberKind::Rule(rule),
            Head::Item(place) => NumberKind::Item(place),
            Head::RateOf(rule) => NumberKind::RateOf(rule),
            Head::Add => self.two(NumberKind::Add)?,
            Head::Subtract => self.two(NumberKind::Subtract)?,
            Head::Multiply => self.two(NumberKind::Multiply)?,
            Head::Minimum => self.two(NumberKind::Minimum)?,
            Head::Maximum => self.two(NumberKind::Maximum)?,
            Head::Ceiling => self.two(NumberKind::Ceiling)?,
            Head::CompletedMonths => self.two(NumberKind::CompletedMonths)?,
            Head::Since(link) => NumberKind::Since(link),
            Head::Outside(fact, choices) => NumberKind::Outside(fact, choices),
            Head::SumHeld(thing) => NumberKind::SumHeld(thing, Box::new(self.number()?)),
            Head::Holds => NumberKind::Holds(Box::new(self.truth()?)),
            Head::Sum(thing) => NumberKind::Sum(thing, Box::new(self.number()?)),
            Head::Once => NumberKind::Once(Box::new(self.number()?)),
            Head::Total(rule, thing) => NumberKind::Total(rule, thing),
            Head::Brackets(table) => NumberKind::Brackets(table, Box::new(self.number()?)),
            Head::Choose(holds) => {
                let truth = self.truth()?;
                let [no, yes] = <[Cell; 2]>::try_from(self.cells(&holds)?).ok()?;
                NumberKind::Choose(Box::new(truth), Box::new([no, yes]))
            }
            Head::Table(fact, arms) => {
                let held: Vec<bool> = arms.iter().map(|(.., holds)| *holds).collect();
                let cells = self.cells(&held)?;
                let arms = arms.into_iter().zip(cells);
                NumberKind::Table(
                    fact,
                    arms.map(|((from, to, named, _), cell)| Arm { from, to, named, cell }).collect(),
                )
            }
            Head::Reading(reading, held) => NumberKind::Reading(reading, self.cells(&held)?),
        })
    }

    fn two(&mut self, kind: impl Fn(Box<Number>, Box<Number>) -> NumberKind) -> Option<NumberKind> {
        let (b, a) = (self.number()?, self.number()?);
        Some(kind(Box::new(a), Box::new(b)))
    }

    /// Cells in their order; the last was read last.
    fn cells(&mut self, held: &[bool]) -> Option<Vec<Cell>> {
        let mut cells: Vec<Cell> = Vec::new();
        for holds in held.iter().rev() {
            cells.push(if *holds { Some(self.number()?) } else { None });
        }
        cells.reverse();
        Some(cells)
    }

    fn truth(&mut self) -> Option<Truth> {
        let Read::Truth(truth, depth) = self.read.pop()? else { return None };
        self.depth = self.depth.max(depth);
        Some(truth)
    }

    fn number(&mut self) -> Option<Number> {
        let Read::Number(number, depth) = self.read.pop()? else { return None };
        self.depth = self.depth.max(depth);
        Some(number)
    }

    fn deeper(&self) -> Option<usize> {
        Some(self.depth + 1).filter(|depth| *depth <= TERM_LEVELS)
    }
}
