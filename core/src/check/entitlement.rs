//! An entitlement as written → one typed version of a rule.

use super::declare::{RESERVED_NAMES, line, lines, needed_words, times, words};
use super::reach::{Route, routes};
use super::rulebook::{Condition, Number, Place, ReadingIndex, Rule, RuleIndex, Truth, Version};
use super::scope::{Declared, Site, nearest_or_all};
use super::term::{Head, MONEY_SCALE, Terms};
use crate::error::{Code, Diagnostic};
use crate::model::{FactIndex, FactType, ThingIndex, Vocabulary};
use crate::parse::{Expression, ExpressionKind, LAYER_SEPARATOR, LineBody, Period, RowKey, Selector};
use crate::source::{Span, Words};
use crate::value::Unit;

/// Words that make what a sentence grants discretionary.
const DISCRETION: [&str; 2] = ["可", "鼓励"];

/// What others may know of an entitlement before it is typed.
pub(super) fn head(declared: &Declared<'_>, site: Site<'_>, faults: &mut Vec<Diagnostic>) -> Head {
    let vocabulary = declared.vocabulary;
    let mut subject: Vec<ThingIndex> = Vec::new();
    for name in &site.rule.subject {
        match vocabulary.thing(&name.node) {
            Some(thing) if subject.first().is_none_or(|first| shares_holder(vocabulary, *first, thing)) => {
                subject.push(thing);
            }
            Some(_) => {
                let first = site.rule.subject.first().map(|first| first.node.clone()).unwrap_or_default();
                faults.push(site.fault(Code::OutOfReach, name.span, &name.node, first));
            }
            None => {
                let expected = nearest_or_all(&name.node, vocabulary.things.iter().map(|thing| thing.id.as_str()));
                faults.push(site.fault(Code::UnknownThing, name.span, &name.node, expected));
            }
        }
    }
    let monthly = match line(site.rule, "rate").map(|line| &line.body) {
        Some(LineBody::Rate(rate)) => Some(rate.period.node == Period::Month),
        _ => None,
    };
    let id = format!("{}{LAYER_SEPARATOR}{}", site.document.layer, site.rule.name.node);
    Head { id, subject, unit: Unit::CnyPerMonth, monthly }
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

/// The rule that one text gives; versions of one rule are joined later.
pub(super) fn entitlement(
    declared: &Declared<'_>,
    heads: &[Head],
    head: &Head,
    site: Site<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Rule> {
    if head.subject.len() < site.rule.subject.len() {
        // Without its subject every fact would be reported as out of reach.
        return None;
    }
    let routes: Vec<(ThingIndex, Route)> = routes(declared.vocabulary, &head.subject);
    let title = needed_words(site, "title", faults);
    let pay = match line(site.rule, "pay").map(|line| &line.body) {
        Some(LineBody::Pay { payer, payee }) => Some((payer.node.clone(), payee.node.clone())),
        _ => {
            site.missing("pay", faults);
            None
        }
    };
    let rate = match line(site.rule, "rate").map(|line| &line.body) {
        Some(LineBody::Rate(rate)) => Some(rate),
        _ => {
            site.missing("rate", faults);
            None
        }
    };
    let discretionary = words(site.rule, "discretionary");
    if let (Some(_), Some(written)) = (&discretionary, line(site.rule, "discretionary")) {
        let quote = site.citation().quote;
        if !quote.is_empty() && !DISCRETION.iter().any(|word| quote.contains(word)) {
            faults.push(site.fault(Code::DiscretionUnfounded, written.keyword.span, "discretionary", ""));
        }
    }
    let mut terms = Terms {
        declared,
        site,
        routes: &routes,
        subject: &head.subject,
        heads,
        lets: Vec::new(),
        refers: Vec::new(),
        faults,
    };
    terms.bind_lets();
    let applies = match line(site.rule, "applies").map(|line| &line.body) {
        Some(LineBody::Expression(expression)) => terms.truth(expression),
        _ => None,
    };
    let when = terms.conditions();
    let amount = rate.and_then(|rate| terms.rate(&rate.amount, rate.period.node));
    let place = terms.place();
    let single = terms.single();
    let refers: Vec<RuleIndex> = std::mem::take(&mut terms.refers);
    let (force, published) = times(site);
    let ((payer, payee), period, amount) = (pay?, rate?.period.node, amount?);
    let unit = amount.unit;
    let version = Version { force, published, applies, when, rate: amount, source: site.citation() };
    let readings = readings_of(declared, &version, place.as_ref(), period);
    let assumes = lines(site.rule, "assumes").filter_map(|line| match &line.body {
        LineBody::Words(words) => Some(words.node.clone()),
        _ => None,
    });
    Some(Rule {
        id: head.id.clone(),
        layer: site.document.layer.clone(),
        subject: head.subject.clone(),
        title,
        payer,
        payee,
        place,
        single,
        discretionary,
        assumes: assumes.collect(),
        period,
        unit,
        readings,
        refers,
        versions: vec![version],
    })
}

impl Terms<'_> {
    fn bind_lets(&mut self) {
        for written in lines(self.site.rule, "let") {
            let LineBody::Rows(rows) = &written.body else { continue };
            for row in rows {
                let RowKey::Name(name) = &row.key.node else {
                    self.fault(Code::TypeMismatch, row.key.span, "a name");
                    continue;
                };
                let term = self.term(&row.body);
                if RESERVED_NAMES.contains(&name.as_str()) || self.lets.iter().any(|(known, _)| known == name) {
                    self.fault(Code::DuplicateName, row.key.span, "");
                } else {
                    self.lets.push((name.clone(), term));
                }
            }
        }
    }

    fn conditions(&mut self) -> Vec<Condition> {
        let Some(LineBody::Rows(rows)) = line(self.site.rule, "when").map(|line| &line.body) else { return Vec::new() };
        let mut conditions: Vec<Condition> = Vec::new();
        for row in rows {
            let RowKey::Name(label) = &row.key.node else {
                self.fault(Code::TypeMismatch, row.key.span, "a name");
                continue;
            };
            if conditions.iter().any(|known| known.label == *label) {
                let fault = self.site.fault(Code::DuplicateName, row.key.span, label, "");
                self.faults.push(fault);
            }
            let Some(truth) = self.truth(&row.body) else { continue };
            let words = row.words.as_ref().map(|words| words.node.clone()).or_else(|| self.fact_words(&truth));
            if words.is_none() {
                self.fault(Code::OneLanguage, row.key.span, "");
            }
            conditions.push(Condition { label: label.clone(), words: words.unwrap_or_default(), truth });
        }
        conditions
    }

    /// A condition that is one yes/no fact is read as the fact is.
    fn fact_words(&self, truth: &Truth) -> Option<Words> {
        match truth {
            Truth::Is(fact, choices) if *choices == [1] => Some(self.data(*fact)?.words.clone()),
            _ => None,
        }
    }

    fn rate(&mut self, amount: &Expression, period: Period) -> Option<Number> {
        let number = self.cell(amount, true)?;
        let Some(number) = number else {
            self.fault(Code::TypeMismatch, amount.span, "an amount in at least one row");
            return None;
        };
        let fits = match period {
            Period::Month => matches!(number.unit, Unit::Cny | Unit::CnyPerMonth),
            Period::Year => matches!(number.unit, Unit::Cny | Unit::CnyPerYear),
            Period::Once => number.unit == Unit::Cny,
        };
        if !fits {
            self.unit_mismatch(amount.span, number.unit, Unit::Cny);
            return None;
        }
        // A rate has at least the decimals of money, so that totals never lose any.
        Some(number.with_scale(MONEY_SCALE))
    }

    /// A place is one of a list, so that outcomes name it as the case does.
    fn place_fact(&mut self, name: &str, span: Span) -> Option<FactIndex> {
        let fact = self.fact(name, span)?;
        if matches!(self.data(fact)?.kind, FactType::Options(_)) {
            return Some(fact);
        }
        self.fault(Code::TypeMismatch, span, "an option fact");
        None
    }

    fn place(&mut self) -> Option<Place> {
        let LineBody::Expression(expression) = &line(self.site.rule, "place")?.body else { return None };
        match &expression.kind {
            ExpressionKind::Name(name) => self.place_fact(name, expression.span).map(Place::Fact),
            ExpressionKind::By { selector: Selector::Reading(id), rows } => {
                let reading = self.reading(&id.node, id.span)?;
                let options = self.declared.readings.get(reading.0).map(|reading| reading.options.clone())?;
                let facts = self.option_cells(&options, (&id.node, id.span), rows, |terms, body| match &body.kind {
                    ExpressionKind::Name(name) => terms.place_fact(name, body.span),
                    _ => {
                        terms.fault(Code::TypeMismatch, body.span, "a fact");
                        None
                    }
                })?;
                Some(Place::Reading(reading, facts))
            }
            _ => {
                self.fault(Code::TypeMismatch, expression.span, "a fact");
                None
            }
        }
    }

    fn single(&mut self) -> Option<ThingIndex> {
        let LineBody::Name(name) = &line(self.site.rule, "single")?.body else { return None };
        let thing = self.declared.vocabulary.thing(&name.node);
        let reached = thing.filter(|thing| self.routes.iter().any(|(reached, _)| reached == thing));
        let names = self.reached_names();
        match (thing, reached) {
            (None, _) => {
                let expected = nearest_or_all(&name.node, names.iter().copied());
                self.fault(Code::UnknownThing, name.span, expected);
            }
            (Some(_), None) => self.fault(Code::OutOfReach, name.span, names.join(", ")),
            _ => {}
        }
        reached
    }
}

/// The readings that a version names, in the order of the readings: those of its tables and its place, and
/// the two that say how months and yearly rates count.
fn readings_of(declared: &Declared<'_>, version: &Version, place: Option<&Place>, period: Period) -> Vec<ReadingIndex> {
    let mut named = version.rate.readings();
    let truths = version.applies.iter().chain(version.when.iter().map(|condition| &condition.truth));
    named.extend(truths.clone().flat_map(Truth::readings));
    if let Some(Place::Reading(reading, _)) = place {
        named.push(*reading);
    }
    let by_month = truths.clone().any(Truth::looks_at_month) && !truths.clone().any(Truth::looks_at_day);
    named.extend((!by_month).then(|| declared.reading(REFERENCE_DAY)).flatten());
    named.extend((period == Period::Year).then(|| declared.reading(YEARLY_RATE)).flatten());
    named.sort_unstable();
    named.dedup();
    named
}

/// The reading that says on which day of a month a month is judged.
pub const REFERENCE_DAY: &str = "reference-day";
/// The reading that says how a yearly rate is paid.
pub const YEARLY_RATE: &str = "yearly-rate";
