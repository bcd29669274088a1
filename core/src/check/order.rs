//! An order in which every rule stands after those that it refers to; a cycle is a fault.

use super::scope::Site;
use crate::error::{Code, Diagnostic};
use crate::rulebook::Rule;
use crate::rulebook::RuleIndex;
use std::collections::HashMap;

/// The order. Each cycle is reported once; a rule that only refers to one is no fault.
pub(super) fn order(rules: &[(Site<'_>, Rule)], faults: &mut Vec<Diagnostic>) -> Vec<RuleIndex> {
    let refers = |index: RuleIndex| rules.get(index.0).map_or(&[][..], |(_, rule)| rule.refers.as_slice());
    let mut waits = vec![true; rules.len()];
    let mut order: Vec<RuleIndex> = Vec::with_capacity(rules.len());
    for first in (0..rules.len()).map(RuleIndex) {
        // From rule to rule that still waits, until one is ready or stands on the way already.
        let mut way: Vec<RuleIndex> = is(&waits, first).then_some(first).into_iter().collect();
        let mut stands: HashMap<RuleIndex, usize> = way.iter().map(|first| (*first, 0)).collect();
        while let Some(last) = way.last().copied() {
            let next = refers(last).iter().copied().find(|needed| is(&waits, *needed));
            let start = match next {
                None => way.len() - 1,
                Some(next) => {
                    let Some(start) = stands.get(&next) else {
                        stands.insert(next, way.len());
                        way.push(next);
                        continue;
                    };
                    *start
                }
            };
            let ready = way.split_off(start);
            if next.is_some() {
                faults.extend(fault(rules, &ready));
            }
            for index in ready {
                stands.remove(&index);
                order.push(index);
                if let Some(waits) = waits.get_mut(index.0) {
                    *waits = false;
                }
            }
        }
    }
    order
}

fn is(waits: &[bool], index: RuleIndex) -> bool {
    waits.get(index.0).copied().unwrap_or_default()
}

/// `a → b → a`, at the name of the first.
fn fault(rules: &[(Site<'_>, Rule)], cycle: &[RuleIndex]) -> Option<Diagnostic> {
    let (site, _) = rules.get(cycle.first()?.0)?;
    let around = cycle.iter().chain(cycle.first()).filter_map(|index| rules.get(index.0));
    let names: Vec<&str> = around.map(|(_, rule)| rule.id.as_str()).collect();
    Some(site.fault(Code::Cycle, site.rule.name.span, names.join(" → "), ""))
}
