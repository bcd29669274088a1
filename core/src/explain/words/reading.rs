//! A reading in words: the question, why it is one, its answers.

use super::phrase::{quoted, sentence, two};
use crate::compile::Reading;
use crate::source::Words;

/// A reading as sentences: the question, why it is open, every option, and which is taken unless another is chosen.
#[must_use]
pub fn reading_in_words(reading: &Reading) -> Vec<Words> {
    let mut all = vec![
        sentence(&reading.ask),
        sentence(&two(format!("缘由：{}", reading.because.zh), format!("why: {}", reading.because.en))),
    ];
    for (number, option) in (1..).zip(&reading.options) {
        all.push(sentence(&two(
            format!("选项{number}：{}", option.words.zh),
            format!("option {number}: {}", option.words.en),
        )));
    }
    all.push(match default(reading) {
        Some(option) => sentence(&two(format!("默认：{}", option.zh), format!("default: {}", option.en))),
        None => two(
            "没有默认：选定之前，凡取决于它的结果均为待定。",
            "No default: until an option is chosen, whatever depends on it is undetermined.",
        ),
    });
    all
}

/// That a rule depends on a reading, with its options and its default.
pub(super) fn dependence(reading: &Reading) -> Words {
    let question = quoted(&reading.ask);
    let option = |place: usize, words: &Words| {
        let default = if reading.default == Some(place) { ("（默认）", " (default)") } else { ("", "") };
        let name = quoted(words);
        two(format!("{}{}", name.zh, default.0), format!("{}{}", name.en, default.1))
    };
    let options: Vec<Words> =
        reading.options.iter().enumerate().map(|(place, choice)| option(place, &choice.words)).collect();
    let all = super::phrase::joined(&options, "，或", ", or ");
    let open = if reading.default.is_none() { ("（未定）", " (open)") } else { ("", "") };
    sentence(&two(
        format!("本规则取决于解释{}{}：{}", question.zh, open.0, all.zh),
        format!("this rule depends on the reading {}{}: {}", question.en, open.1, all.en),
    ))
}

fn default(reading: &Reading) -> Option<Words> {
    reading.default.and_then(|place| reading.options.get(place)).map(|option| quoted(&option.words))
}
