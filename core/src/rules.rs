//! Rules ready to be asked.

use crate::compile::{NumberStep, Plan, RuleIndex, plan};
use crate::error::{Code, Diagnostic, Diagnostics, nearest};
use crate::evaluate::{Choices, Question, evaluate};
use crate::explain::{Assessment, PackIdentity, PackReport, Told, Tree, assessment, described, explanation};
use crate::limits::{THINGS, WINDOW_MONTHS};
use crate::model::{Facts, Node, Vocabulary};
use crate::packed::{self, Packed};
use crate::value::{Month, Window, WindowFault};
use std::collections::BTreeSet;

/// A pack of rules, checked and compiled (规则). Evaluation takes `&self`, holds no state and reads no clock.
#[derive(Clone, Debug)]
pub struct Rules {
    plan: Plan,
    pack: PackIdentity,
}

/// What is asked: months, rules and readings, as people write them.
///
/// ```
/// let ask = tuoyu::Ask::window("2026-01", "2026-12").rule("jining/*").reading("fourth-child", "as-third");
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Ask {
    from: String,
    to: String,
    rules: Vec<String>,
    readings: Vec<(String, String)>,
    subject: Option<String>,
}

impl Ask {
    /// Asks about the months from one to another, both included, written `YYYY-MM`.
    #[must_use]
    pub fn window(from: &str, to: &str) -> Self {
        Self { from: from.to_owned(), to: to.to_owned(), ..Self::default() }
    }

    /// Asks about these rules only: an id, or a pattern in which `*` stands for any characters.
    #[must_use]
    pub fn rule(mut self, pattern: &str) -> Self {
        self.rules.push(pattern.to_owned());
        self
    }

    /// Chooses an option of a reading.
    #[must_use]
    pub fn reading(mut self, id: &str, option: &str) -> Self {
        self.readings.push((id.to_owned(), option.to_owned()));
        self
    }

    /// Asks for the missing facts of this subject only. Other verbs answer for every subject, so that totals and
    /// receipts are whole.
    #[must_use]
    pub fn subject(mut self, id: &str) -> Self {
        self.subject = Some(id.to_owned());
        self
    }

    /// The same of these rules alone.
    pub(crate) fn of_rules<'r>(&self, rules: impl Iterator<Item = &'r str>) -> Self {
        Self { rules: rules.map(str::to_owned).collect(), ..self.clone() }
    }

    pub(crate) fn named_subject(&self) -> Option<&str> {
        self.subject.as_deref()
    }
}

impl Rules {
    /// Loads a compiled pack, of whatever origin: every invariant is proved again.
    ///
    /// ```
    /// let bytes = tuoyu::Pack::new(tuoyu_rules::jining().iter().copied()).compile()?;
    /// let rules = tuoyu::Rules::load(&bytes)?;
    /// assert_eq!(rules.name(), "jining");
    /// # Ok::<(), tuoyu::error::Diagnostics>(())
    /// ```
    ///
    /// # Errors
    /// `not-a-pack` for other bytes; `pack-format` and `pack-semantics` for another version than the engine's;
    /// `pack-damaged` where the digest does not fit; `pack-unsound` for every invariant that is broken;
    /// `number-too-large` for rules whose numbers could grow too large.
    pub fn load(bytes: &[u8]) -> Result<Self, Diagnostics> {
        let (Packed { name, text_hash, book }, hash) = packed::read(bytes)?;
        Ok(Self::new(plan(book)?, PackIdentity { name, hash, text_hash }))
    }

    pub(crate) const fn new(plan: Plan, pack: PackIdentity) -> Self {
        Self { plan, pack }
    }

    /// The pack's name: that of its last layer.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.pack.name
    }

    /// SHA-256 of the compiled pack, which receipts carry.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.pack.hash
    }

    /// The facts that cases may state.
    #[must_use]
    pub const fn vocabulary(&self) -> &Vocabulary {
        &self.plan.book.vocabulary
    }

    /// The compiled rules.
    #[must_use]
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What the pack holds: documents, things, facts, readings, parameters, rules.
    ///
    /// ```
    /// let rules = tuoyu::Rules::from_pack(&tuoyu::Pack::new(tuoyu_rules::jining().iter().copied()))?;
    /// let pack = rules.describe();
    /// let third = pack.parameters.iter().find(|one| one.id == "jining/family-subsidy.third-child").unwrap();
    /// assert_eq!((third.value.as_str(), third.unit.as_str()), ("500", "CNY"));
    /// # Ok::<(), tuoyu::error::Diagnostics>(())
    /// ```
    #[must_use]
    pub fn describe(&self) -> PackReport {
        described(&self.plan.book, &self.pack)
    }

    /// Reads a case from JSON.
    ///
    /// # Errors
    /// Everything that is wrong with it, at once.
    pub fn read_json(&self, bytes: &[u8]) -> Result<Facts, Diagnostics> {
        Facts::read(&Node::from_json(bytes)?, self.vocabulary())
    }

    /// Evaluates a case.
    ///
    /// # Errors
    /// Everything that is wrong with the question.
    pub fn assess(&self, case: &Facts, ask: &Ask) -> Result<Assessment, Diagnostics> {
        self.answer(case, &self.question(ask)?)
    }

    /// Evaluates a case for a question that is one of these rules.
    ///
    /// # Errors
    /// `number-too-large`.
    pub(crate) fn answer(&self, case: &Facts, question: &Question) -> Result<Assessment, Diagnostics> {
        self.check_size(case)?;
        let outcomes = evaluate(&self.plan, case, question);
        let facts = case.canonical(self.vocabulary());
        Ok(assessment(&self.plan, question, &outcomes, &facts, &self.pack))
    }

    /// Why an outcome is as it is, as a tree: an outcome of an assessment, or its JSON form.
    ///
    /// # Errors
    /// `not-an-outcome`, or `unknown-rule` where it is an outcome of other rules.
    pub fn explain(&self, outcome: &impl serde::Serialize) -> Result<Tree, Diagnostics> {
        explanation(&self.plan, &Told::of(outcome)?)
    }

    /// No sum runs over more things than its bound was proved for.
    fn check_size(&self, case: &Facts) -> Result<(), Diagnostics> {
        let mut faults = Diagnostics::default();
        let summed = self.plan.numbers.iter().filter_map(|step| match step {
            NumberStep::Sum(thing, _) => Some(*thing),
            _ => None,
        });
        for thing in summed.collect::<BTreeSet<_>>() {
            let count = case.of(thing).count();
            if let (true, Some(data)) = (count > THINGS, self.vocabulary().thing_at(thing)) {
                let (found, most) = (count.to_string(), THINGS.to_string());
                faults.0.push(Diagnostic::in_case(Code::NumberTooLarge, &data.key, found, most));
            }
        }
        faults.unless_errors(())
    }

    /// What a question means for these rules.
    ///
    /// # Errors
    /// Everything that is wrong with it, at once: months, rules, readings.
    pub fn question(&self, ask: &Ask) -> Result<Question, Diagnostics> {
        let mut faults = Diagnostics::default();
        let window = window(ask, &mut faults);
        let rules = self.matching(&ask.rules, &mut faults);
        let choices = self.choices(&ask.readings, &mut faults);
        match window {
            Some(window) => faults.unless_errors(Question { window, rules, choices }),
            None => Err(faults),
        }
    }

    fn matching(&self, patterns: &[String], faults: &mut Diagnostics) -> Vec<RuleIndex> {
        let rules = &self.plan.book.rules;
        for pattern in patterns {
            if !rules.iter().any(|rule| matches(pattern, &rule.id)) {
                let ids = || rules.iter().map(|rule| rule.id.as_str());
                let expected =
                    nearest(pattern, ids()).map_or_else(|| ids().collect::<Vec<_>>().join(", "), str::to_owned);
                faults.0.push(Diagnostic::in_argument(Code::UnknownRule, "rules", pattern, expected));
            }
        }
        let asked = |id: &str| patterns.is_empty() || patterns.iter().any(|pattern| matches(pattern, id));
        let all = rules.iter().enumerate().filter(|(_, rule)| asked(&rule.id));
        all.map(|(place, _)| RuleIndex(place)).collect()
    }

    fn choices(&self, chosen: &[(String, String)], faults: &mut Diagnostics) -> Choices {
        let readings = &self.plan.book.readings;
        let mut choices: Choices = readings.iter().map(|reading| reading.default).collect();
        for (id, option) in chosen {
            let Some(place) = readings.iter().position(|reading| reading.id == *id) else {
                let ids = || readings.iter().map(|reading| reading.id.as_str());
                let expected = nearest(id, ids()).map_or_else(|| ids().collect::<Vec<_>>().join(", "), str::to_owned);
                faults.0.push(Diagnostic::in_argument(Code::UnknownReading, "reading", id, expected));
                continue;
            };
            let options = readings.get(place).map(|reading| reading.options.as_slice()).unwrap_or_default();
            let found = options.iter().position(|known| known.id == *option);
            if found.is_none() {
                let expected = options.iter().map(|known| known.id.as_str()).collect::<Vec<_>>().join(", ");
                faults.0.push(Diagnostic::in_argument(Code::UnknownOption, "reading", option, expected));
            }
            if let Some(choice) = choices.get_mut(place) {
                *choice = found;
            }
        }
        choices
    }
}

fn window(ask: &Ask, faults: &mut Diagnostics) -> Option<Window> {
    let mut month = |name: &str, text: &str| {
        let month = Month::parse(text);
        if month.is_none() {
            faults.0.push(Diagnostic::in_argument(Code::NotAMonth, name, text, ""));
        }
        month
    };
    let (from, to) = (month("from", &ask.from), month("to", &ask.to));
    let (from, to) = (from?, to?);
    match Window::new(from, to) {
        Ok(window) => Some(window),
        Err(WindowFault::Reversed) => {
            faults.0.push(Diagnostic::in_argument(Code::WindowReversed, "to", to.to_string(), from.to_string()));
            None
        }
        Err(WindowFault::TooLong) => {
            let months = to.number() - from.number() + 1;
            let most = WINDOW_MONTHS.to_string();
            faults.0.push(Diagnostic::in_argument(Code::WindowTooLong, "to", months.to_string(), most));
            None
        }
    }
}

/// Whether an id fits a pattern in which `*` stands for any characters.
fn matches(pattern: &str, id: &str) -> bool {
    let Some((first, rest)) = pattern.split_once('*') else { return pattern == id };
    let Some(mut left) = id.strip_prefix(first) else { return false };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let last = parts.pop().unwrap_or_default();
    for part in parts {
        let Some((_, after)) = left.split_once(part) else { return false };
        left = after;
    }
    left.ends_with(last)
}
