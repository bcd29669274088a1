//! A rule as written → one typed version of it.

use super::by_name::ByName;
use super::declare::{line, lines, needed_words, times, words, words_of};
use super::head::Head;
use super::measure::NEED;
use super::scope::{Declared, Site};
use super::term::Terms;
use crate::error::{Code, Diagnostic};
use crate::limits::{TERM_LEVELS, of};
use crate::parse::LineBody;
use crate::rulebook::{Kind, Number, Rule, Says, Truth, Version};

/// The rule that one text gives; versions of one rule are joined later.
pub(super) fn rule(
    declared: &Declared<'_>,
    heads: &ByName<Head>,
    head: &Head,
    site: Site<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Rule> {
    if !head.has_subject {
        // Without its subject every fact would be reported as out of reach.
        return None;
    }
    let title = needed_words(site, "title", faults);
    let has_one_need = !matches!(line(site.rule, NEED).map(|line| &line.body), Some(LineBody::Rows(_)));
    let is_measured = matches!(head.kind, Kind::Limit | Kind::Indicator) && has_one_need;
    let mut terms = Terms {
        declared,
        site,
        routes: declared.routes(&head.subject),
        subject: &head.subject,
        heads,
        lets: ByName::new(),
        // What is held against one bound has a condition of its own.
        labels: is_measured.then(|| NEED.to_owned()).into_iter().collect(),
        spent: 0,
        record: None,
        in_fold: false,
        rate_period: None,
        cell_periods: Vec::new(),
        in_item: false,
        faults,
    };
    terms.bind_lets();
    let applies = terms.conditions("applies");
    let when = terms.conditions(if head.kind == Kind::Requirement { NEED } else { "when" });
    let (mut benefit, mut claim, mut due) = (None, None, None);
    let says = match head.kind {
        Kind::Entitlement => terms.benefit().map(|(given, says)| {
            benefit = Some(given);
            claim = terms.claim();
            says
        }),
        Kind::Limit => terms.limit(),
        Kind::Indicator => {
            due = match line(site.rule, "due").map(|line| &line.body) {
                Some(LineBody::Day(day)) => Some(terms.due(day)),
                _ => None,
            };
            terms.indicator()
        }
        Kind::Requirement => {
            if line(site.rule, NEED).is_none() {
                site.missing(NEED, terms.faults);
            }
            Some(Says::Conditions)
        }
        Kind::Procedure => terms.steps(),
        Kind::Lookup => terms.answer(),
        Kind::Quantity => terms.items(),
    };
    let (force, published) = times(site);
    let version = Version { force, published, applies, when, says: says?, source: site.origin() };
    let numbers = version.numbers().into_iter().map(Number::extent);
    let levels = numbers.chain(version.truths().into_iter().map(Truth::extent)).map(|extent| extent.levels).max();
    if let Some(levels) = levels.filter(|levels| *levels > TERM_LEVELS) {
        let name = &site.rule.name;
        faults.push(site.fault(Code::TooDeep, name.span, levels.to_string(), of::TERM_LEVELS.bound()));
        return None;
    }
    // A name that is bound and not used refers to nothing: what a rule says is what its version says.
    let refers = version.named_rules();
    let readings = version.named_readings(&declared.readings, head.kind, benefit.as_ref());
    let assumes = lines(site.rule, "assumes").filter_map(words_of);
    Some(Rule {
        id: head.id.clone(),
        layer: site.document.layer.clone(),
        kind: head.kind,
        subject: head.subject.clone(),
        title,
        benefit,
        claim,
        guiding: words(site.rule, "guiding"),
        due,
        assumes: assumes.collect(),
        readings,
        refers,
        versions: vec![version],
    })
}
