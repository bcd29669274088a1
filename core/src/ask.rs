//! What is asked of rules, as people write it, and what it means for them.

use crate::Rules;
use crate::compile::{Rule, RuleIndex};
use crate::error::{Code, Diagnostic, Diagnostics, nearest_or_all};
use crate::evaluate::{Choices, Question};
use crate::limits::WINDOW_MONTHS;
use crate::value::{Month, Window, WindowFault};

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
    with: Vec<String>,
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

    /// Switches on rules that rest on memory alone: an id, or a pattern. Such a rule answers only where it is named, here
    /// or by its whole id in [`Ask::rule`].
    #[must_use]
    pub fn with(mut self, pattern: &str) -> Self {
        self.with.push(pattern.to_owned());
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

    /// The rules asked about, as they were written.
    pub(crate) fn patterns(&self) -> &[String] {
        &self.rules
    }

    pub(crate) fn named_subject(&self) -> Option<&str> {
        self.subject.as_deref()
    }
}

impl Rules {
    /// What a question means for these rules.
    ///
    /// # Errors
    /// Everything that is wrong with it, at once: months, rules, readings.
    pub fn question(&self, ask: &Ask) -> Result<Question, Diagnostics> {
        let mut faults = Diagnostics::default();
        let window = window(ask, &mut faults);
        let rules = self.matching(&ask.rules, &ask.with, &mut faults);
        let choices = self.choices(&ask.readings, &mut faults);
        match window {
            Some(window) => faults.unless_errors(Question { window, rules, choices }),
            None => Err(faults),
        }
    }

    /// The rules that fit a pattern, or all; of those that rest on memory alone only the ones that are named.
    fn matching(&self, patterns: &[String], with: &[String], faults: &mut Diagnostics) -> Vec<RuleIndex> {
        let book = &self.plan.book;
        let arguments = patterns.iter().map(|pattern| ("rules", pattern));
        for (argument, pattern) in arguments.chain(with.iter().map(|pattern| ("with", pattern))) {
            if !book.rules.iter().any(|rule| matches(pattern, &rule.id)) {
                let expected = nearest_or_all(pattern, book.rules.iter().map(|rule| rule.id.as_str()));
                faults.0.push(Diagnostic::in_argument(Code::UnknownRule, argument, pattern, expected));
            }
        }
        let fits = |patterns: &[String], id: &str| patterns.iter().any(|pattern| matches(pattern, id));
        let is_named = |id: &str| fits(with, id) || patterns.iter().any(|pattern| pattern == id);
        let is_asked = |rule: &Rule| {
            let is_on = is_named(&rule.id) || !book.rests_on_memory(rule);
            is_on && (patterns.is_empty() || fits(patterns, &rule.id))
        };
        let all = book.rules.iter().enumerate().filter(|(_, rule)| is_asked(rule));
        all.map(|(place, _)| RuleIndex(place)).collect()
    }

    /// What is taken unless it is chosen otherwise, with what is chosen.
    pub(crate) fn choices(&self, chosen: &[(String, String)], faults: &mut Diagnostics) -> Choices {
        let readings = &self.plan.book.readings;
        let mut choices = self.taken.clone();
        for (id, option) in chosen {
            let Some(place) = readings.iter().position(|reading| reading.id == *id) else {
                let expected = nearest_or_all(id, readings.iter().map(|reading| reading.id.as_str()));
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
