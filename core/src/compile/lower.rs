//! Typed terms → steps. Equal steps share a slot, so rules with the same conditions evaluate them once.

use super::bounds;
use super::lessened::Lessened;
use super::plan::{Consult, MaskSlot, MaskStep, NumberSlot, NumberStep, Piece, Plan, RulePlan};
use super::steps::Steps;
use crate::error::{Diagnostic, Diagnostics};
use crate::limits::{Limit, PACK_STEPS, PIECES, RULE_STEPS, STEP_LEVELS, of};
use crate::rulebook::{
    Brackets, Calendar, Number, NumberKind, Parameter, RuleIndex, Rulebook, TableIndex, ThingIndex, Truth, Vocabulary,
};
use crate::value::{Map, Set};

/// Compiles a checked rulebook.
///
/// # Errors
/// `number-too-large` for every rule whose numbers could grow too large; `too-many` and `too-deep` for every rule that
/// takes more pieces, steps or levels than [`limits`](crate::limits) allow.
pub fn plan(book: Rulebook) -> Result<Plan, Diagnostics> {
    let mut lowering = Lowering::new(&book);
    let mut faults = Diagnostics::default();
    for (index, rule) in book.order.iter().filter_map(|index| Some((*index, book.rules.get(index.0)?))) {
        if let Some((limit, found)) = lowering.add(index, rule) {
            let code = limit.code.unwrap_or(crate::error::Code::TooMany);
            faults.0.push(Diagnostic::in_case(code, rule.id.as_str(), found.to_string(), limit.bound()));
            if limit == of::PACK_STEPS {
                break;
            }
        }
    }
    let Lowering { steps, guards, mut rules, .. } = lowering;
    let (numbers, masks) = steps.into_lists();
    faults.unless_errors(())?;
    rules.sort_by_key(|rule| rule.rule);
    let mut plan = Plan { book, numbers, masks, guards, rules, reformed: Map::new() };
    bounds::prove(&mut plan)?;
    Ok(plan)
}

/// Decimals in which brackets begin.
pub(super) const FEN: u8 = 2;

/// A limit that a rule passes, and what was found.
type Excess = (Limit, usize);

/// The work in hand.
pub(super) struct Lowering<'a> {
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) calendars: &'a [Calendar],
    pub(super) steps: Steps,
    guards: Set<MaskSlot>,
    pub(super) tables: &'a [Brackets],
    pub(super) parameters: &'a [Parameter],
    /// For the first numbers whether they are 0 or more whatever the facts are.
    pub(super) never_negative: Vec<bool>,
    /// Whether the rule in hand looks at other things of the subject's family.
    pub(super) has_kin: bool,
    pub(super) rules: Vec<RulePlan>,
    pub(super) places: Map<RuleIndex, usize>,
    /// Where the rule asks readings, each place once.
    pub(super) consults: Vec<Consult>,
    pub(super) consulted: Set<Consult>,
    /// The steps before the rule.
    before: usize,
    excess: Option<Excess>,
}

impl<'a> Lowering<'a> {
    fn new(book: &'a Rulebook) -> Self {
        Self {
            vocabulary: &book.vocabulary,
            calendars: &book.calendars,
            tables: &book.tables,
            parameters: &book.parameters,
            never_negative: Vec::new(),
            has_kin: false,
            steps: Steps::new(),
            guards: Set::new(),
            rules: Vec::new(),
            places: Map::new(),
            consults: Vec::new(),
            consulted: Set::new(),
            before: 0,
            excess: None,
        }
    }

    /// Adds a rule; what it passes, if anything.
    fn add(&mut self, index: RuleIndex, rule: &crate::rulebook::Rule) -> Option<Excess> {
        (self.before, self.steps.highest) = (self.steps.count, 0);
        self.has_kin = false;
        let mut slots = self.rule(index, rule);
        slots.has_kin = self.has_kin;
        let never = self.steps.mask(MaskStep::Constant(false));
        let is_full = self.is_full();
        let excess = self.excess.take().filter(|_| is_full);
        if excess.is_some() {
            // Who refers to it makes no fault of his own.
            slots.pieces.clear();
            slots.granted = never;
        }
        slots.consults = std::mem::take(&mut self.consults);
        self.consulted = Set::new();
        self.places.insert(index, self.rules.len());
        self.rules.push(slots);
        excess
    }

    fn pass(&mut self, limit: Limit, found: usize) {
        self.excess.get_or_insert((limit, found));
    }

    /// Whether the rule has passed a limit, so that what is left of it need not be worked out.
    pub(super) fn is_full(&mut self) -> bool {
        let count = self.steps.count;
        if self.steps.highest > STEP_LEVELS {
            self.pass(of::STEP_LEVELS, self.steps.highest);
        } else if count > PACK_STEPS {
            self.pass(of::PACK_STEPS, count);
        } else if count - self.before > RULE_STEPS {
            self.pass(of::RULE_STEPS, count - self.before);
        }
        self.excess.is_some()
    }

    /// Notes a truth by which one of two numbers is chosen, and its negation.
    pub(super) fn guard(&mut self, holds: MaskSlot, fails: MaskSlot) {
        self.guards.extend([holds, fails]);
    }

    /// Notes that a reading is asked where the facts lead there.
    pub(super) fn consult(&mut self, consult: Consult) {
        if self.consulted.insert(consult) {
            self.consults.push(consult);
            self.steps.count += 1;
        }
    }

    pub(super) fn truth(&mut self, truth: &Truth) -> MaskSlot {
        if self.is_full() {
            return self.steps.mask(MaskStep::Constant(false));
        }
        let step = match truth {
            Truth::Constant(truth) => MaskStep::Constant(*truth),
            Truth::Is(fact, choices) => MaskStep::Is(*fact, bits(choices)),
            Truth::Known(fact) => MaskStep::Known(*fact),
            Truth::Since(date) => MaskStep::Since(*date),
            Truth::Reached { fact, shift, after } => MaskStep::Reached(*fact, *shift, *after),
            Truth::Aged { fact, age } => MaskStep::Aged(*fact, *age),
            Truth::OfYear(months) => MaskStep::OfYear(*months),
            Truth::First(fact) => {
                self.has_kin = true;
                MaskStep::Eldest(*fact)
            }
            Truth::Not(inner) => {
                let inner = self.truth(inner);
                return self.steps.not(inner);
            }
            Truth::And(a, b) => {
                let (a, b) = (self.truth(a), self.truth(b));
                return self.steps.and(a, b);
            }
            Truth::Or(a, b) => {
                let (a, b) = (self.truth(a), self.truth(b));
                return self.steps.or(a, b);
            }
            Truth::Compare(comparison, a, b) => {
                let always = self.steps.mask(MaskStep::Constant(true));
                let (a, b) = (self.number(a, always), self.number(b, always));
                let mut held = Vec::new();
                for (left, right, months) in self.meet(&a, &b) {
                    let holds = self.steps.mask(MaskStep::Compare(*comparison, left, right));
                    held.push(self.steps.and(holds, months));
                }
                return self.steps.any(&held);
            }
        };
        self.steps.mask(step)
    }

    /// A number as pieces; `path` holds the months in which the facts lead to it.
    pub(super) fn number(&mut self, number: &Number, path: MaskSlot) -> Vec<Piece> {
        if self.is_full() {
            return Vec::new();
        }
        let pieces = self.pieces(number, path);
        if of::PIECES.is_passed_by(pieces.len()) {
            self.pass(of::PIECES, pieces.len());
            return Vec::new();
        }
        pieces
    }

    fn pieces(&mut self, number: &Number, path: MaskSlot) -> Vec<Piece> {
        match &number.kind {
            NumberKind::Constant(units) => self.everywhere(NumberStep::Constant(*units)),
            NumberKind::Parameter(index) => self.everywhere(NumberStep::Parameter(*index, number.scale)),
            NumberKind::Fact(fact) => self.everywhere(NumberStep::Load(*fact)),
            NumberKind::Add(a, b) => self.binary(a, b, path, NumberStep::Add),
            NumberKind::Subtract(a, b) => {
                let lessened = Lessened::of(a, b).and_then(|lessened| self.lessened(&lessened, number.scale, path));
                lessened.unwrap_or_else(|| self.binary(a, b, path, NumberStep::Subtract))
            }
            NumberKind::Multiply(a, b) => self.binary(a, b, path, NumberStep::Multiply),
            NumberKind::Minimum(a, b) => self.binary(a, b, path, NumberStep::Minimum),
            NumberKind::Maximum(a, b) => self.binary(a, b, path, NumberStep::Maximum),
            NumberKind::Rule(rule) => self.referred(*rule),
            NumberKind::Once(inner) => self.pieces(inner, path),
            NumberKind::RateOf(rule) => self.taken(*rule),
            // The checker lets items be named where amounts are added up alone.
            NumberKind::Item(_) => Vec::new(),
            NumberKind::Total(rule, thing) => self.total(*rule, *thing),
            NumberKind::Brackets(table, of) => self.brackets(*table, of, path),
            NumberKind::Choose(truth, cells) => self.choose(truth, cells, path),
            NumberKind::Holds(truth) => {
                let months = self.steps.mask(MaskStep::Constant(true));
                vec![Piece { months, number: self.flag(truth) }]
            }
            NumberKind::Sum(thing, each) => {
                let each = self.of_each(each);
                self.everywhere(NumberStep::Sum(*thing, each))
            }
            NumberKind::SumHeld(thing, each) => {
                let each = self.of_each(each);
                self.everywhere(NumberStep::SumHeld(*thing, each))
            }
            NumberKind::Ceiling(a, b) => self.binary(a, b, path, NumberStep::Ceiling),
            NumberKind::CompletedMonths(a, b) => self.binary(a, b, path, NumberStep::CompletedMonths),
            NumberKind::Since(link) => self.everywhere(NumberStep::Since(*link)),
            NumberKind::Outside(fact, choices) => self.everywhere(NumberStep::Outside(*fact, bits(choices))),
            NumberKind::Table(fact, arms) => self.table(*fact, arms, path),
            NumberKind::Reading(reading, cells) => {
                self.consult(Consult { reading: *reading, months: path });
                let options = cells.iter().map(|cell| self.cell(cell, path)).collect::<Vec<_>>();
                self.select(
                    &options,
                    |numbers| NumberStep::Pick(*reading, numbers),
                    |masks| MaskStep::Pick(*reading, masks),
                )
            }
        }
    }

    /// What each of many things adds. Its facts are the same in every month of a row, so it has one piece.
    fn of_each(&mut self, each: &Number) -> NumberSlot {
        let always = self.steps.mask(MaskStep::Constant(true));
        let each = self.number(each, always);
        let zero = self.steps.number(NumberStep::Constant(0));
        each.first().map_or(zero, |piece| piece.number)
    }

    /// The month's amount of another rule: its rate where it is granted, 0 elsewhere.
    fn referred(&mut self, rule: RuleIndex) -> Vec<Piece> {
        let Some(other) = self.places.get(&rule).and_then(|place| self.rules.get(*place)) else { return Vec::new() };
        let (granted, rates, consults) = (other.granted, other.pieces.clone(), other.consults.clone());
        self.has_kin |= other.has_kin;
        consults.into_iter().for_each(|consult| self.consult(consult));
        let mut pieces = Vec::new();
        for piece in rates {
            pieces.push(Piece { months: self.steps.and(granted, piece.months), number: piece.number });
        }
        let elsewhere = self.steps.not(granted);
        let zero = self.steps.number(NumberStep::Constant(0));
        pieces.push(Piece { months: elsewhere, number: zero });
        pieces
    }

    /// What another rule grants over the months of a year, added up over many things.
    fn total(&mut self, rule: RuleIndex, thing: ThingIndex) -> Vec<Piece> {
        let Some(other) = self.places.get(&rule).and_then(|place| self.rules.get(*place)) else { return Vec::new() };
        let (granted, rates, consults) = (other.granted, other.pieces.clone(), other.consults.clone());
        self.has_kin = true;
        consults.into_iter().for_each(|consult| self.consult(consult));
        let mut pieces = Vec::new();
        for piece in rates {
            pieces.push(Piece { months: self.steps.and(granted, piece.months), number: piece.number });
        }
        self.everywhere(NumberStep::Total(thing, pieces))
    }

    /// For each bracket what it adds to the share before, of what lies above its beginning.
    fn brackets(&mut self, table: TableIndex, of: &Number, path: MaskSlot) -> Vec<Piece> {
        let parts = self.tables.get(table.0).map(|table| table.parts.clone()).unwrap_or_default();
        let zero = self.steps.number(NumberStep::Constant(0));
        // Brackets begin at whole fen; the number may have more decimals.
        let more = 10_i64.pow(u32::from(of.scale.saturating_sub(FEN)));
        let mut all = Vec::new();
        for piece in self.number(of, path) {
            let (mut sum, mut before) = (zero, 0);
            for (from, share) in &parts {
                let from = self.steps.number(NumberStep::Constant(from.saturating_mul(more)));
                let above = self.steps.number(NumberStep::Subtract(piece.number, from));
                let above = self.steps.number(NumberStep::Maximum(above, zero));
                let added = self.steps.number(NumberStep::Constant(share - before));
                let part = self.steps.number(NumberStep::Multiply(above, added));
                sum = self.steps.number(NumberStep::Add(sum, part));
                before = *share;
            }
            all.push(Piece { number: sum, ..piece });
        }
        all
    }

    fn binary(
        &mut self,
        a: &Number,
        b: &Number,
        path: MaskSlot,
        step: impl Fn(NumberSlot, NumberSlot) -> NumberStep,
    ) -> Vec<Piece> {
        let (a, b) = (self.number(a, path), self.number(b, path));
        let met = self.meet(&a, &b);
        met.into_iter()
            .map(|(left, right, months)| Piece { months, number: self.steps.number(step(left, right)) })
            .collect()
    }

    /// Every pair of pieces that can meet, with the months in which both hold.
    pub(super) fn meet(&mut self, a: &[Piece], b: &[Piece]) -> Vec<(NumberSlot, NumberSlot, MaskSlot)> {
        let mut met = Vec::new();
        for left in a {
            for right in b {
                if met.len() > PIECES || self.is_full() {
                    self.pass(of::PIECES, met.len());
                    return Vec::new();
                }
                if !self.steps.are_apart(left.months, right.months) {
                    met.push((left.number, right.number, self.steps.and(left.months, right.months)));
                }
            }
        }
        met
    }

    fn everywhere(&mut self, step: NumberStep) -> Vec<Piece> {
        vec![Piece { months: self.steps.mask(MaskStep::Constant(true)), number: self.steps.number(step) }]
    }
}

fn bits(choices: &[usize]) -> u64 {
    choices.iter().filter(|choice| **choice < 64).fold(0, |bits, choice| bits | 1 << choice)
}
