//! Lookups: words by a fact, or a list of words.

use super::content::Content;
use super::phrase::two;
use super::speaker::Speaker;
use crate::compile::{Number, Rule};
use crate::explain::is_key_said;
use crate::source::Words;

impl<'b> Speaker<'b> {
    /// Which words a fact selects.
    pub(super) fn selected(&mut self, rule: &Rule, number: &Number, answers: &'b [Words]) -> Vec<Words> {
        self.answers = answers;
        let (judged, body) = (self.judged(rule), self.body(Content::number(number), None));
        let mut all = vec![two(
            format!("{}，答复为：{}", judged.zh, body.zh),
            format!("{}; the answer is: {}", judged.en, body.en),
        )];
        all.extend(self.new_definitions());
        self.answers = &[];
        all
    }
}

/// A list of words, a sentence for each; what is numbered is said with its number.
pub(super) fn listed(entries: &[(String, Words)]) -> Vec<Words> {
    let each = entries.iter().map(|(key, words)| {
        if key.chars().all(|sign| sign.is_ascii_digit()) {
            two(format!("第{key}项：{}", words.zh), format!("no. {key}: {}", words.en))
        } else if is_key_said(key) {
            two(format!("另：{}", words.zh), format!("besides: {}", words.en))
        } else {
            two(format!("答复：{}", words.zh), format!("answer: {}", words.en))
        }
    });
    each.collect()
}
