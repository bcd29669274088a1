//! A rule in words, a sentence for each thing that it says.

use super::answer::listed;
use super::benefit::{claim, discretion, elsewhere};
use super::head::head;
use super::phrase::{days_in_words, sentence, two};
use super::reading::dependence;
use super::speaker::Speaker;
use crate::compile::{Rule, Rulebook, Says, Version};
use crate::source::Words;
use crate::value::Days;

/// A rule as sentences: what it is, for whom, and whether it binds; where it applies; every condition; what it says —
/// how much is granted, what is held against which bound, the steps, the answer; where its numbers stand, if not in
/// the law above it; the readings that it depends on, where its tables have not said them; whether it is
/// discretionary; how it is claimed; what it assumes; the days in force. A rule in several versions says conditions and what follows of
/// each, under its days.
///
/// ```
/// let pack = tuoyu::Pack::new(tuoyu_rules::jining().iter().copied());
/// let rules = tuoyu::Rules::from_pack(&pack)?;
/// let book = &rules.plan().book;
/// let rule = book.rules.iter().find(|rule| rule.id == "jining/city-award").unwrap();
/// let sentences = tuoyu::explain::rule_in_words(book, rule);
/// assert!(sentences.iter().any(|words| words.zh == "标准：按班型，乳儿班：每年900元；其他：每年600元。"));
/// # Ok::<(), tuoyu::error::Diagnostics>(())
/// ```
#[must_use]
pub fn rule_in_words(book: &Rulebook, rule: &Rule) -> Vec<Words> {
    let mut speaker = Speaker::new(book);
    let mut all = vec![head(&speaker, rule)];
    for version in &rule.versions {
        if rule.versions.len() > 1 {
            let days = days_in_words(version.force);
            all.push(sentence(&two(
                format!("有效期{}的规定如下", days.zh),
                format!("what follows holds for the days {}", days.en),
            )));
        }
        all.extend(speaker.version(rule, version).iter().map(sentence));
    }
    all.extend(speaker.first_of(rule));
    all.extend(speaker.place(rule));
    let unsaid = rule.readings.iter().filter(|index| !speaker.asked.contains(index));
    all.extend(unsaid.filter_map(|index| speaker.reading(*index)).map(dependence));
    all.extend(rule.benefit.as_ref().and_then(discretion));
    all.extend(rule.claim.as_ref().map(claim));
    for words in &rule.assumes {
        all.push(sentence(&two(format!("说明：{}", words.zh), format!("note: {}", words.en))));
    }
    all.push(force(rule));
    all
}

impl<'b> Speaker<'b> {
    /// Where a version applies, its conditions, what it says, and where its numbers stand.
    fn version(&mut self, rule: &Rule, version: &'b Version) -> Vec<Words> {
        let mut all = self.scope(version);
        all.extend(self.asked(rule, version));
        all.extend(match &version.says {
            Says::Rate(rate) => self.rate(rule, rate),
            Says::Elsewhere => elsewhere(rule, version),
            Says::Measures(measures) => measures.iter().flat_map(|measure| self.measure(rule, measure)).collect(),
            Says::Conditions => Vec::new(),
            Says::Words(number, answers) => self.selected(rule, number, answers),
            Says::List(entries) => listed(entries),
            Says::Steps(steps) => self.steps(rule, steps),
            Says::Items(items) => self.items(rule, items),
        });
        all.extend(self.cited(version));
        all
    }
}

/// From the first day of the first version to the last of the last.
fn force(rule: &Rule) -> Words {
    let from = rule.versions.first().and_then(|version| version.force.from());
    let to = rule.versions.last().and_then(|version| version.force.to());
    let days = days_in_words(Days::new(from, to).unwrap_or_default());
    sentence(&two(format!("有效期：{}", days.zh), format!("in force: {}", days.en)))
}
