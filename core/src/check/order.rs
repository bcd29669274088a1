//! An order in which every rule stands after those that it refers to; a cycle is a fault.

use super::rulebook::{Rule, RuleIndex};
use super::scope::Site;
use crate::error::{Code, Diagnostic};

/// The order; the rules of a cycle are left out and reported once.
pub(super) fn order(rules: &[(Site<'_>, Rule)], faults: &mut Vec<Diagnostic>) -> Vec<RuleIndex> {
    let mut order: Vec<RuleIndex> = Vec::new();
    loop {
        let ready =
            rules.iter().enumerate().map(|(index, (_, rule))| (RuleIndex(index), rule)).find(|(index, rule)| {
                !order.contains(index) && rule.refers.iter().all(|needed| order.contains(needed))
            });
        let Some((index, _)) = ready else { break };
        order.push(index);
    }
    let stuck: Vec<&(Site<'_>, Rule)> = rules
        .iter()
        .enumerate()
        .filter(|(index, _)| !order.contains(&RuleIndex(*index)))
        .map(|(_, rule)| rule)
        .collect();
    if let Some((site, _)) = stuck.first() {
        let names: Vec<&str> = stuck.iter().map(|(_, rule)| rule.id.as_str()).collect();
        faults.push(site.fault(Code::Cycle, site.rule.name.span, names.join(" → "), ""));
    }
    order
}
