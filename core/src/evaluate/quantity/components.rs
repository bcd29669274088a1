//! Too much is unknown to try everything together: each holder of an item is tried by itself, what they come to
//! together with those that rest on the same unknowns, and what is still too much is held between bounds.

use super::layout::Layout;
use super::sources::{Said, Sources};
use super::together::{Settled, open_months, try_all};
use super::{Added, bounds};
use crate::compile::ReadingIndex;
use crate::evaluate::fold::Share;
use crate::evaluate::lane::Between;
use crate::evaluate::table::Unknown;
use crate::value::Set;

/// Holders of one item whose cells rest on the same unknowns and readings.
#[derive(Default)]
struct Component {
    holders: Vec<usize>,
    open: Set<usize>,
    unknowns: Set<Unknown>,
    readings: Set<ReadingIndex>,
}

/// The work in hand.
struct Apart<'t> {
    sources: &'t Sources<'t>,
    layout: &'t Layout<'t>,
    settled: &'t Settled,
    parts: Vec<Between>,
    months: Vec<(usize, Vec<Between>)>,
    exact: bool,
    missing: Set<Unknown>,
    readings: Set<ReadingIndex>,
}

pub(super) fn added(sources: &Sources<'_>, layout: &Layout<'_>, settled: &Settled, open: &[usize]) -> Added {
    let held = bounds::held(sources, layout, settled);
    let mut apart = Apart {
        sources,
        layout,
        settled,
        parts: held.parts,
        months: held.months,
        exact: true,
        missing: Set::new(),
        readings: Set::new(),
    };
    for item in 0..layout.items.len() {
        let mut all: Vec<Component> = Vec::new();
        for holder in 0..layout.items.get(item).map_or(0, |item| item.holders.len()) {
            let component = Component::of(sources, layout, open, (item, holder));
            apart.holder(item, &component);
            join(&mut all, component);
        }
        apart.sum(item, &all);
    }
    let Apart { parts, months, exact, missing, readings, .. } = apart;
    let open_months = open_months(layout, &parts, &months);
    let missing = missing.into_iter().map(|unknown| (unknown, Share::unknown())).collect();
    Added { parts, open_months, exact, missing, open: readings.into_iter().collect() }
}

impl Apart<'_> {
    /// Tries one holder of an item by itself.
    fn holder(&mut self, number: usize, component: &Component) {
        let (Some(item), [holder]) = (self.layout.items.get(number), component.holders.as_slice()) else { return };
        let places = self.layout.parts_of(item, *holder);
        if component.open.is_empty() {
            return;
        }
        let own: Vec<usize> = component.open.iter().copied().collect();
        match try_all(self.sources, self.layout, self.settled, &own, |part| places.contains(&part)) {
            Some(found) => {
                self.exact &= found.exact;
                for place in places {
                    if let (Some(part), Some(between)) = (self.parts.get_mut(place), found.parts.get(place)) {
                        *part = *between;
                    }
                }
                self.missing.extend(found.missing.into_iter().map(|(unknown, _)| unknown));
                self.readings.extend(found.open);
                for (amount, cells) in found.months {
                    if let Some((_, known)) = self.months.iter_mut().find(|(known, _)| *known == amount) {
                        *known = cells;
                    }
                }
            }
            None => {
                self.exact = false;
                self.missing.extend(&component.unknowns);
                self.readings.extend(&component.readings);
            }
        }
    }

    /// What an item's holders come to.
    fn sum(&mut self, number: usize, all: &[Component]) {
        let Some(item) = self.layout.items.get(number) else { return };
        let Some(place) = self.layout.sum_of(item) else { return };
        let mut sum = Between::default();
        for component in all {
            let own: Vec<usize> = component.open.iter().copied().collect();
            let tried = if component.holders.len() > 1 && !own.is_empty() {
                let found = try_all(self.sources, self.layout, self.settled, &own, |part| part == place);
                self.exact &= found.as_ref().is_some_and(|found| found.exact);
                // The others count nothing while these are tried, unless they are settled: those are taken away again.
                found
                    .and_then(|found| found.parts.get(place).copied())
                    .map(|total| less(total, self.others(number, component)))
            } else {
                None
            };
            sum = plus(sum, tried.unwrap_or_else(|| self.ends(number, component)));
        }
        if let Some(part) = self.parts.get_mut(place) {
            *part = sum;
        }
    }

    /// What the holders outside a component come to while only its amounts are tried.
    fn others(&self, number: usize, component: &Component) -> i128 {
        let Some(item) = self.layout.items.get(number) else { return 0 };
        let cells: Vec<_> = self.settled.iter().map(|cells| cells.clone().unwrap_or_default()).collect();
        let parts = self.layout.add::<crate::evaluate::lane::Known>(&cells);
        let others = (0..item.holders.len()).filter(|holder| !component.holders.contains(holder));
        let last = |holder: usize| self.layout.parts_of(item, holder).end.checked_sub(1);
        others.filter_map(|holder| parts.get(last(holder)?).copied()).sum()
    }

    /// The sums of the ends of what holders come to.
    fn ends(&self, number: usize, component: &Component) -> Between {
        let Some(item) = self.layout.items.get(number) else { return Between::default() };
        let last = |holder: &usize| self.layout.parts_of(item, *holder).end.checked_sub(1);
        let totals = component.holders.iter().filter_map(|holder| self.parts.get(last(holder)?).copied());
        totals.fold(Between::default(), plus)
    }
}

const fn plus(a: Between, b: Between) -> Between {
    Between { low: a.low + b.low, high: a.high + b.high }
}

const fn less(a: Between, b: i128) -> Between {
    Between { low: a.low - b, high: a.high - b }
}

impl Component {
    /// One holder of an item.
    fn of(sources: &Sources<'_>, layout: &Layout<'_>, open: &[usize], (item, holder): (usize, usize)) -> Self {
        let mut own = Self { holders: vec![holder], ..Self::default() };
        own.open = layout.rests_on(item, holder).into_iter().filter(|amount| open.contains(amount)).collect();
        for amount in own.open.iter().filter_map(|place| layout.amounts.get(*place)) {
            let Some(shown) = sources.all.get(amount.shown) else { continue };
            if let Said::Open { unknowns, .. } = &amount.said {
                let table = &shown.job.table.unknowns;
                own.unknowns.extend(unknowns.iter().filter_map(|place| table.get(*place)).copied());
            }
            own.readings.extend(shown.job.slots.readings.iter().copied());
        }
        own
    }

    fn shares_with(&self, other: &Self) -> bool {
        !self.unknowns.is_disjoint(&other.unknowns) || !self.readings.is_disjoint(&other.readings)
    }
}

/// Joins a component with those that it shares an unknown or a reading with.
fn join(all: &mut Vec<Component>, mut next: Component) {
    let (alike, others): (Vec<_>, Vec<_>) = std::mem::take(all).into_iter().partition(|known| known.shares_with(&next));
    for mut known in alike {
        next.holders.append(&mut known.holders);
        next.open.append(&mut known.open);
        next.unknowns.append(&mut known.unknowns);
        next.readings.append(&mut known.readings);
    }
    *all = others;
    all.push(next);
}
