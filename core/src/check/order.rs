//! An order in which every rule stands after those that it refers to; a cycle is a fault.

use super::scope::Site;
use crate::error::{Code, Diagnostic};
use crate::rulebook::Rule;
use crate::rulebook::RuleIndex;

/// The order. Each cycle is reported once; a rule that only refers to one is no fault.
pub(super) fn order(rules: &[(Site<'_>, Rule)], faults: &mut Vec<Diagnostic>) -> Vec<RuleIndex> {
    let refers = |index: RuleIndex| rules.get(index.0).map_or(&[][..], |(_, rule)| rule.refers.as_slice());
    let mut order: Vec<RuleIndex> = Vec::new();
    while let Some(first) = (0..rules.len()).map(RuleIndex).find(|index| !order.contains(index)) {
        // From rule to rule that still waits, until one is ready or has been met before.
        let mut way = vec![first];
        let cycle_start = loop {
            let Some(last) = way.last().copied() else { break None };
            let Some(next) = refers(last).iter().copied().find(|needed| !order.contains(needed)) else {
                order.push(last);
                break None;
            };
            if let Some(start) = way.iter().position(|met| *met == next) {
                break Some(start);
            }
            way.push(next);
        };
        if let Some(cycle) = cycle_start.and_then(|start| way.get(start..)) {
            faults.extend(fault(rules, cycle));
            order.extend(cycle);
        }
    }
    order
}

/// `a → b → a`, at the name of the first.
fn fault(rules: &[(Site<'_>, Rule)], cycle: &[RuleIndex]) -> Option<Diagnostic> {
    let (site, _) = rules.get(cycle.first()?.0)?;
    let around = cycle.iter().chain(cycle.first()).filter_map(|index| rules.get(index.0));
    let names: Vec<&str> = around.map(|(_, rule)| rule.id.as_str()).collect();
    Some(site.fault(Code::Cycle, site.rule.name.span, names.join(" → "), ""))
}
