//! One rule of some kind, in one version or several.

use super::scope::{Free, Num, Scope, reached};
use crate::days;
use tuoyu::model::ThingIndex;
use tuoyu::value::{Date, Unit};

/// A rule as written, and from when it is in force, where its lines say so.
pub(super) struct Written {
    pub(super) text: String,
    pub(super) id: String,
    pub(super) from: Option<Date>,
}

impl Scope<'_, '_, '_> {
    /// A rule of any kind, or one in place of what an earlier layer says.
    pub(super) fn rule(&mut self, layer: &str, over: Option<Free>) -> Written {
        let id = over.as_ref().map(|over| format!("{}/{}", over.layer, over.name));
        let name = over.as_ref().map_or_else(|| self.book.name('a'), |over| over.name.clone());
        let kind = self.draw.word(&[
            "entitlement",
            "entitlement",
            "limit",
            "requirement",
            "indicator",
            "procedure",
            "lookup",
            "entitlement",
            "quantity",
        ]);
        let kind = over.as_ref().and_then(|over| over.rule.as_ref()).map_or(kind, |(kind, _)| *kind);
        match over.as_ref().and_then(|over| over.rule.as_ref()) {
            Some((_, subject)) => {
                self.subject = subject.clone();
                self.reached = reached(self.vocabulary, subject);
            }
            None => self.choose_subject(kind == "lookup"),
        }
        if kind == "quantity" {
            // It is for one kind of thing.
            self.subject.truncate(1);
            self.reached = reached(self.vocabulary, &self.subject);
        }
        let subject: Vec<&str> = self
            .subject
            .iter()
            .filter_map(|thing| self.vocabulary.thing_at(*thing))
            .map(|thing| thing.id.as_str())
            .collect();
        let subject = if subject.is_empty() { "law".to_owned() } else { subject.join(" x ") };
        let overrides = id.as_ref().map(|id| format!("  overrides {id}\n")).unwrap_or_default();
        let head = format!("{kind} {name} for {subject}\n{overrides}  title {}\n", self.words());
        let may_change = matches!(kind, "entitlement" | "limit" | "requirement");
        let (force, from) = self.force(may_change);
        let (given, guiding) =
            (self.given_if(kind), if kind == "requirement" { self.guiding() } else { String::new() });
        let (mut text, mut rates): (String, Vec<Num>) = (String::new(), Vec::new());
        for force in &force {
            self.lets.clear();
            self.rows.clear();
            self.named_rows.clear();
            let body = match (kind, &given) {
                ("entitlement", Some(given)) => {
                    let (body, rate) = self.entitlement(given, force.is_empty());
                    rates.extend(rate);
                    body
                }
                ("limit", _) => self.limit(),
                ("requirement", _) => {
                    let (lets, applies) = (self.bindings(), self.applies());
                    format!("{guiding}{lets}{applies}{}", self.conditions("need", true))
                }
                ("indicator", _) => self.indicator(),
                ("procedure", _) => self.procedure(),
                ("quantity", _) => self.quantity(),
                _ => self.lookup(),
            };
            text.push_str(&format!("{head}{force}{body}{}\n", self.remarks()));
        }
        self.book.free.retain(|free| free.name != name);
        if over.is_none() && (given.is_none() || self.draw.chance(25)) {
            let (layer, rule) = (layer.to_owned(), Some((kind, self.subject.clone())));
            self.book.free.push(Free { layer, name: name.clone(), rule, unit: Unit::One });
        } else if let Some(given) = given.filter(|_| over.is_none() && rates.len() == force.len()) {
            self.offer(&format!("{layer}/{name}"), &given, &rates);
        }
        Written { text, id: id.unwrap_or_else(|| format!("{layer}/{name}")), from }
    }

    fn given_if(&mut self, kind: &str) -> Option<super::benefit::Given> {
        (kind == "entitlement").then(|| self.given())
    }

    /// A thing, or a pair of things under one root; sometimes none, where the rule may be about the law alone.
    fn choose_subject(&mut self, may_be_law: bool) {
        let count = self.vocabulary.things.len();
        let first = ThingIndex(self.draw.below(count));
        self.subject = if may_be_law && self.draw.chance(30) { Vec::new() } else { vec![first] };
        if self.draw.chance(25) && !self.subject.is_empty() {
            let alike = |place: &usize| *place != first.0 && self.root(ThingIndex(*place)) == self.root(first);
            let others: Vec<usize> = (0..count).filter(alike).collect();
            self.subject.extend(self.draw.pick(&others).map(|place| ThingIndex(*place)));
        }
        self.reached = reached(self.vocabulary, &self.subject);
    }

    pub(super) fn root(&self, mut thing: ThingIndex) -> ThingIndex {
        while let Some(holder) = self.vocabulary.thing_at(thing).and_then(|data| data.holder) {
            thing = holder;
        }
        thing
    }

    /// The `force` lines of each version; one version without a line is in force as its document is.
    fn force(&mut self, may_change: bool) -> (Vec<String>, Option<Date>) {
        if self.draw.chance(60) {
            return (vec![String::new()], None);
        }
        let first = days::near(self.draw);
        let mut lines = Vec::new();
        let mut from = Some(first).filter(|_| self.draw.chance(70));
        let start = from;
        let versions = if may_change { self.draw.between(1, 3) } else { 1 };
        for version in 1..=versions {
            let begin = from.map(|day| format!("{day} ")).unwrap_or_default();
            if version == versions && self.draw.chance(50) {
                lines.push(format!("  force {begin}..\n"));
                break;
            }
            let to = days::later(from.unwrap_or(first), self.draw.between(0, 500));
            lines.push(format!("  force {begin}.. {to}\n"));
            from = Some(days::later(to, 1));
        }
        (lines, start)
    }
}
