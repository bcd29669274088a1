//! Versions of one rule: they follow each other day by day.

use super::scope::Site;
use crate::error::{Code, Diagnostic};
use crate::rulebook::Rule;
use crate::value::{Date, Days};
use std::collections::HashMap;

/// Joins the texts of one id into one rule. Overlaps and gaps between their days in force are faults.
/// A gap is looked for only where every version could be read.
pub(super) fn join<'a>(
    written: Vec<(Site<'a>, Rule)>,
    complete: bool,
    faults: &mut Vec<Diagnostic>,
) -> Vec<(Site<'a>, Rule)> {
    // Where each version was written, by its rule and its first day.
    let mut texts: HashMap<(String, Option<Date>), Site<'a>> = HashMap::new();
    let mut joined: Vec<(Site<'a>, Rule)> = Vec::new();
    let mut places = HashMap::new();
    for (site, rule) in written {
        for version in &rule.versions {
            texts.entry((rule.id.clone(), version.force.from())).or_insert(site);
        }
        let first = places.get(&rule.id).and_then(|place: &usize| joined.get_mut(*place));
        let Some((_, known)) = first else {
            places.insert(rule.id.clone(), joined.len());
            joined.push((site, rule));
            continue;
        };
        let name = &site.rule.name;
        let force = rule.versions.first().map_or(Days::ALWAYS, |version| version.force);
        if !is_version_of(known, &rule) {
            faults.push(site.fault(Code::DuplicateName, name.span, &name.node, ""));
        } else if known.versions.iter().any(|version| version.force.overlaps(force)) {
            faults.push(site.fault(Code::ForceOverlap, name.span, &name.node, ""));
        } else {
            known.versions.extend(rule.versions);
            known.versions.sort_by_key(|version| version.force.from());
            known.readings.extend(rule.readings);
            known.readings.sort_unstable();
            known.readings.dedup();
            known.refers.extend(rule.refers);
            // The last text says how it is claimed now.
            known.claim = rule.claim.or_else(|| known.claim.take());
            let new = rule.assumes.into_iter().filter(|words| !known.assumes.contains(words));
            known.assumes.extend(new.collect::<Vec<_>>());
        }
    }
    for (_, rule) in joined.iter().filter(|_| complete) {
        for (earlier, later) in rule.versions.iter().zip(rule.versions.iter().skip(1)) {
            let next = earlier.force.to().map(|to| Date::from_number(to.number() + 1));
            if let (Some(next), Some(from)) = (next, later.force.from())
                && next < from
            {
                let gap = format!("{next} .. {}", Date::from_number(from.number() - 1));
                let text = texts.get(&(rule.id.clone(), later.force.from()));
                faults.extend(text.map(|site| site.fault(Code::ForceGap, site.rule.name.span, gap, "")));
            }
        }
    }
    joined
}

/// Whether two texts of one id are versions of one rule: they differ only in conditions, in what they say, and in times.
fn is_version_of(known: &Rule, rule: &Rule) -> bool {
    (known.kind, &known.subject, &known.title) == (rule.kind, &rule.subject, &rule.title)
        && (&known.benefit, &known.guiding, known.due) == (&rule.benefit, &rule.guiding, rule.due)
}
