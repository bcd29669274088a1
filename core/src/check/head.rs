//! What others may know of a rule before it is typed.

use super::scope::{Declared, Site};
use super::term::MONEY_SCALE;
use crate::error::{Code, Diagnostic, nearest_or_all};
use crate::model::{ThingIndex, Vocabulary};
use crate::parse::{self, LineBody};
use crate::rulebook::{BenefitForm, Kind, Period};
use crate::value::Unit;

/// A rule's head as others refer to it.
#[derive(Clone, Debug)]
pub(super) struct Head {
    pub(super) id: String,
    pub(super) kind: Kind,
    pub(super) subject: Vec<ThingIndex>,
    /// Whether every thing of its subject could be read.
    pub(super) has_subject: bool,
    pub(super) unit: Unit,
    /// Whether it pays in each month, so that a year of it can be added up.
    pub(super) adds_up: bool,
    /// The decimals of its rate, where a year of it is added up.
    pub(super) scale: u8,
    /// Whether it pays per month; `None` where its rate could not be read.
    pub(super) monthly: Option<bool>,
}

/// What a lookup is for that is about no thing.
const LAW: &str = "law";

/// The head of a rule as written.
pub(super) fn head(declared: &Declared<'_>, site: Site<'_>, kind: Kind, faults: &mut Vec<Diagnostic>) -> Head {
    let vocabulary = declared.vocabulary;
    let mut subject: Vec<ThingIndex> = Vec::new();
    let mut has_subject = true;
    for name in &site.rule.subject {
        if kind == Kind::Lookup && name.node == LAW && site.rule.subject.len() == 1 {
            continue;
        }
        match vocabulary.thing(&name.node) {
            Some(thing) if subject.first().is_none_or(|first| shares_holder(vocabulary, *first, thing)) => {
                subject.push(thing);
            }
            Some(_) => {
                has_subject = false;
                let first = site.rule.subject.first().map(|first| first.node.clone()).unwrap_or_default();
                faults.push(site.fault(Code::OutOfReach, name.span, &name.node, first));
            }
            None => {
                has_subject = false;
                let expected = nearest_or_all(&name.node, vocabulary.things.iter().map(|thing| thing.id.as_str()));
                faults.push(site.fault(Code::UnknownThing, name.span, &name.node, expected));
            }
        }
    }
    let monthly = match super::declare::line(site.rule, "rate").map(|line| &line.body) {
        Some(LineBody::Rate(rate)) => {
            let is_leave = matches!(super::declare::line(site.rule, "form").map(|line| &line.body),
                Some(LineBody::Name(form)) if form.node == BenefitForm::Leave.id());
            Some(!is_leave && rate.period.as_ref().is_some_and(|period| period.node == Period::Month))
        }
        Some(_) => Some(false),
        None => (kind != Kind::Entitlement).then_some(false),
    };
    let id = site.id();
    let is_single = super::declare::line(site.rule, "single").is_some();
    let adds_up = kind == Kind::Entitlement && monthly == Some(true) && !is_single;
    Head { id, kind, subject, has_subject, unit: Unit::CnyPerMonth, adds_up, scale: MONEY_SCALE, monthly }
}

/// The kind of rule that a head begins; none where it declares a name.
pub(super) const fn kind_of(written: parse::Kind) -> Option<Kind> {
    Some(match written {
        parse::Kind::Reading | parse::Kind::Parameter | parse::Kind::Calendar | parse::Kind::Table => return None,
        parse::Kind::Entitlement => Kind::Entitlement,
        parse::Kind::Limit => Kind::Limit,
        parse::Kind::Requirement => Kind::Requirement,
        parse::Kind::Indicator => Kind::Indicator,
        parse::Kind::Procedure => Kind::Procedure,
        parse::Kind::Lookup => Kind::Lookup,
        parse::Kind::Quantity => Kind::Quantity,
    })
}

/// Whether two kinds of thing are held by one, so that a case can pair them.
fn shares_holder(vocabulary: &Vocabulary, a: ThingIndex, b: ThingIndex) -> bool {
    let root = |mut thing: ThingIndex| {
        while let Some(holder) = vocabulary.thing_at(thing).and_then(|data| data.holder) {
            thing = holder;
        }
        thing
    };
    root(a) == root(b)
}
