//! Which amounts stand in which cell of a quantity, and the arithmetic over them.

use super::sources::{Said, Sources};
use crate::compile::{AmountStep, Ledger, Rule, ThingIndex};
use crate::evaluate::answer::MonthAnswer;
use crate::evaluate::lane::Lane;
use crate::evaluate::terms::Terms;
use crate::model::{Facts, InstanceIndex};
use crate::value::Map;

/// One amount of a source: what it says of one subject.
pub(super) struct Amount {
    /// The place of what shows it among all that is shown.
    pub(super) shown: usize,
    /// The source, by its place in the ledger.
    source: usize,
    pub(super) subject: usize,
    pub(super) said: Said,
}

/// Where a part stands.
pub(super) struct Place {
    pub(super) subject: String,
    pub(super) month: Option<usize>,
    pub(super) item: usize,
}

/// Whom an item is shown for, with the amounts that belong there.
pub(super) struct Holder {
    instance: InstanceIndex,
    /// By source.
    pub(super) amounts: Vec<Vec<usize>>,
}

/// One item.
pub(super) struct ItemLayout {
    pub(super) holders: Vec<Holder>,
    pub(super) monthly: bool,
    /// Whether what the holders come to is a part of its own.
    has_sum: bool,
    /// The place of its first part.
    pub(super) start: usize,
}

/// Every part of one subject of a quantity.
pub(super) struct Layout<'a> {
    ledger: &'a Ledger,
    pub(super) months: usize,
    pub(super) amounts: Vec<Amount>,
    pub(super) items: Vec<ItemLayout>,
    pub(super) parts: Vec<Place>,
}

/// An amount by months and in all.
#[derive(Clone, Default)]
pub(super) struct Cells<N> {
    pub(super) months: Vec<N>,
    pub(super) total: N,
}

impl<'a> Layout<'a> {
    pub(super) fn of(
        case: &Facts,
        rule: &Rule,
        ledger: &'a Ledger,
        sources: &Sources<'_>,
        subject: InstanceIndex,
        months: usize,
    ) -> Self {
        let up = |index: InstanceIndex| {
            std::iter::successors(Some(index), |index| case.get(*index).and_then(|instance| instance.holder))
        };
        let is_of = |index: InstanceIndex, thing: ThingIndex| case.get(index).is_some_and(|one| one.thing == thing);
        let name = |index: InstanceIndex| case.get(index).map(|instance| instance.name.clone()).unwrap_or_default();
        let mut amounts: Vec<Amount> = Vec::new();
        for (place, shown) in sources.all.iter().enumerate() {
            for (number, other) in shown.job.table.subjects.iter().enumerate() {
                if other.instances.iter().any(|instance| up(*instance).any(|above| above == subject)) {
                    amounts.push(Amount {
                        shown: place,
                        source: shown.source,
                        subject: number,
                        said: shown.said(number),
                    });
                }
            }
        }
        let mut layout = Self { ledger, months, amounts, items: Vec::new(), parts: Vec::new() };
        for (place, item) in rule.items().iter().enumerate() {
            let holders: Vec<InstanceIndex> = match item.by {
                None => vec![subject],
                Some(thing) => case
                    .of(thing)
                    .map(|(index, _)| index)
                    .filter(|index| up(*index).any(|above| above == subject))
                    .collect(),
            };
            let thing = item.by.or(rule.subject.first().copied());
            let mut by_holder: Map<InstanceIndex, Vec<Vec<usize>>> = Map::new();
            for (number, amount) in layout.amounts.iter().enumerate() {
                let instances = sources
                    .all
                    .get(amount.shown)
                    .and_then(|shown| shown.job.table.subjects.get(amount.subject))
                    .map(|other| other.instances.as_slice())
                    .unwrap_or_default();
                let mut above = instances.iter().flat_map(|instance| up(*instance));
                if let Some(holder) = above.find(|index| thing.is_some_and(|thing| is_of(*index, thing))) {
                    let by_source = by_holder.entry(holder).or_insert_with(|| vec![Vec::new(); ledger.sources.len()]);
                    by_source.get_mut(amount.source).into_iter().for_each(|list| list.push(number));
                }
            }
            let (start, has_sum) = (layout.parts.len(), item.by.is_some_and(|by| Some(&by) != rule.subject.first()));
            for holder in &holders {
                let cells = (0..months).filter(|_| item.monthly).map(Some).chain([None]);
                let parts = cells.map(|month| Place { subject: name(*holder), month, item: place });
                layout.parts.extend(parts.collect::<Vec<_>>());
            }
            if has_sum {
                layout.parts.push(Place { subject: name(subject), month: None, item: place });
            }
            let none = || vec![Vec::new(); ledger.sources.len()];
            let holders = holders
                .into_iter()
                .map(|instance| Holder { instance, amounts: by_holder.remove(&instance).unwrap_or_else(none) });
            layout.items.push(ItemLayout { holders: holders.collect(), monthly: item.monthly, has_sum, start });
        }
        layout
    }

    /// The parts of an item that belong to one of its holders.
    pub(super) fn parts_of(&self, item: &ItemLayout, holder: usize) -> std::ops::Range<usize> {
        let each = if item.monthly { self.months + 1 } else { 1 };
        let first = item.start + holder * each;
        first..first + each
    }

    /// The part in which an item's holders are added up.
    pub(super) fn sum_of(&self, item: &ItemLayout) -> Option<usize> {
        item.has_sum.then(|| self.parts_of(item, item.holders.len()).start)
    }

    /// The amounts that a holder of an item rests on: those of its own sources, and of items above.
    pub(super) fn rests_on(&self, place: usize, holder: usize) -> Vec<usize> {
        let (Some(item), Some(steps)) = (self.items.get(place), self.ledger.items.get(place)) else {
            return Vec::new();
        };
        let mut all = Vec::new();
        for step in steps {
            match step {
                AmountStep::Source(source) => {
                    let amounts = item.holders.get(holder).and_then(|holder| holder.amounts.get(*source));
                    all.extend(amounts.into_iter().flatten().copied());
                }
                AmountStep::Item(above) => {
                    for other in self.beneath(*above, item, holder) {
                        all.extend(self.rests_on(*above, other));
                    }
                }
                _ => {}
            }
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Whether an item takes something away.
    pub(super) fn takes(&self, place: usize) -> bool {
        let steps = self.ledger.items.get(place).map(Vec::as_slice).unwrap_or_default();
        steps.iter().any(|step| matches!(step, AmountStep::Subtract(..)))
    }

    /// The holders of an item above that stand in a cell of an item: the same, or all.
    fn beneath(&self, above: usize, item: &ItemLayout, holder: usize) -> Vec<usize> {
        let Some(known) = self.items.get(above) else { return Vec::new() };
        let same = item.holders.get(holder).map(|holder| holder.instance);
        match known.holders.iter().position(|other| Some(other.instance) == same) {
            Some(place) => vec![place],
            None => (0..known.holders.len()).collect(),
        }
    }

    /// Every part, from the amounts by months and in all.
    pub(super) fn add<L: Lane>(&self, amounts: &[Cells<L::Number>]) -> Vec<L::Number> {
        let mut parts: Vec<L::Number> = Vec::with_capacity(self.parts.len());
        let mut items: Vec<Vec<Cells<L::Number>>> = Vec::new();
        for (place, item) in self.items.iter().enumerate() {
            let mut holders = Vec::new();
            for number in 0..item.holders.len() {
                let at = |month: Option<usize>| self.cell::<L>(place, number, month, amounts, &items);
                let cells = if item.monthly {
                    let months: Vec<L::Number> = (0..self.months).map(|month| at(Some(month))).collect();
                    let total = self.total::<L>(place, number, &months, amounts, &items);
                    Cells { months, total }
                } else {
                    Cells { months: Vec::new(), total: at(None) }
                };
                parts.extend(cells.months.iter().copied());
                parts.push(cells.total);
                holders.push(cells);
            }
            if item.has_sum {
                let totals = holders.iter().map(|holder| holder.total);
                parts.push(totals.fold(L::number(0), L::add));
            }
            items.push(holders);
        }
        parts
    }

    /// What the months of a cell come to. Where the item is a sum alone that is the sum of what its parts come to, which
    /// says more where they are not settled.
    fn total<L: Lane>(
        &self,
        place: usize,
        holder: usize,
        months: &[L::Number],
        amounts: &[Cells<L::Number>],
        items: &[Vec<Cells<L::Number>>],
    ) -> L::Number {
        let is_sum = |step: &AmountStep| {
            matches!(step, AmountStep::Source(_) | AmountStep::Item(_) | AmountStep::Add(..) | AmountStep::Subtract(..))
        };
        if self.ledger.items.get(place).is_some_and(|steps| steps.iter().all(is_sum)) {
            return self.cell::<L>(place, holder, None, amounts, items);
        }
        months.iter().copied().fold(L::number(0), L::add)
    }

    fn cell<L: Lane>(
        &self,
        place: usize,
        holder: usize,
        month: Option<usize>,
        amounts: &[Cells<L::Number>],
        items: &[Vec<Cells<L::Number>>],
    ) -> L::Number {
        let zero = || L::number(0);
        let (Some(item), Some(steps)) = (self.items.get(place), self.ledger.items.get(place)) else { return zero() };
        let of = |cells: &Cells<L::Number>| match month {
            Some(month) => cells.months.get(month).copied().unwrap_or_else(zero),
            None => cells.total,
        };
        let mut slots: Vec<L::Number> = Vec::with_capacity(steps.len());
        for step in steps {
            let at = |place: &usize| slots.get(*place).copied().unwrap_or_else(zero);
            let number = match step {
                AmountStep::Constant(units) => L::number(*units),
                AmountStep::Source(source) => {
                    let own = item.holders.get(holder).and_then(|holder| holder.amounts.get(*source));
                    let own = own.into_iter().flatten().filter_map(|number| amounts.get(*number));
                    own.map(of).fold(zero(), L::add)
                }
                AmountStep::Item(above) => {
                    let known = self.beneath(*above, item, holder).into_iter();
                    let known = known.filter_map(|other| items.get(*above)?.get(other));
                    known.map(of).fold(zero(), L::add)
                }
                AmountStep::Add(a, b) => L::add(at(a), at(b)),
                AmountStep::Subtract(a, b) => L::subtract(at(a), at(b)),
                AmountStep::Minimum(a, b) => L::minimum(at(a), at(b)),
                AmountStep::Maximum(a, b) => L::maximum(at(a), at(b)),
            };
            slots.push(number);
        }
        slots.last().copied().unwrap_or_else(zero)
    }
}

impl Cells<i128> {
    /// A month's cell is what the months up to it come to, rounded, less what those before it do: cells add up to the
    /// outcome.
    pub(super) fn of_months(terms: Terms, months: &[MonthAnswer]) -> Self {
        let (mut sum, mut so_far) = (0, 0);
        let cells = months.iter().map(|month| {
            sum += month.rate;
            let next = terms.amount(sum);
            next - std::mem::replace(&mut so_far, next)
        });
        let months: Vec<i128> = cells.collect();
        Self { months, total: so_far }
    }
}
