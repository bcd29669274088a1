//! Where numbers stand that are not in the law above a rule.

use super::phrase::{listed, quoted, sentence, two};
use super::speaker::Speaker;
use super::value::quantity_in_words;
use crate::compile::{Origin, Parameter, ParameterIndex, Rulebook, Version};
use crate::explain::cited::{parameters, periods};
use crate::explain::standing_words;
use crate::source::{Citation, Words};

/// A named number as sentences: its value, and where it stands.
#[must_use]
pub fn parameter_in_words(book: &Rulebook, parameter: &Parameter) -> Vec<Words> {
    let value = quantity_in_words(parameter.value, parameter.unit);
    let source = book.cite(&parameter.source);
    let (document, standing) = (quoted(&plain(&source.document)), standing_words(source.standing.id()));
    let clause = if source.clause.is_empty() {
        Words::default()
    } else {
        two(source.clause.clone(), format!(", {}", quoted(&plain(&source.clause)).en))
    };
    vec![
        sentence(&two(format!("数值：{}", value.zh), format!("value: {}", value.en))),
        sentence(&two(
            format!("出处：{}{}（{}）", document.zh, clause.zh, standing.zh),
            format!("it stands in {}{} ({})", document.en, clause.en, standing.en),
        )),
    ]
}

impl Speaker<'_> {
    /// The numbers of a version that do not stand in the law above it, by where they stand.
    pub(super) fn cited(&self, version: &Version) -> Vec<Words> {
        let in_truths = version.truths().into_iter().flat_map(periods);
        let used: Vec<ParameterIndex> = in_truths.chain(version.numbers().into_iter().flat_map(parameters)).collect();
        let mut sources: Vec<(&Origin, Vec<Words>)> = Vec::new();
        for parameter in used.iter().filter_map(|index| self.book.parameters.get(index.0)) {
            if parameter.source == version.source {
                continue;
            }
            let value = quantity_in_words(parameter.value, parameter.unit);
            match sources.iter_mut().find(|(source, _)| **source == parameter.source) {
                Some((_, values)) if values.contains(&value) => {}
                Some((_, values)) => values.push(value),
                None => sources.push((&parameter.source, vec![value])),
            }
        }
        let law = self.book.cite(&version.source).document;
        sources.iter().map(|(source, values)| elsewhere(&self.book.cite(source), values, &law)).collect()
    }
}

/// That numbers stand in another sentence, or in another document.
fn elsewhere(source: &Citation, values: &[Words], law: &str) -> Words {
    let (noun, verb) = if values.len() == 1 { ("number", "does") } else { ("numbers", "do") };
    let values = listed(values, "与", "and");
    if source.document == law {
        let clause = quoted(&plain(&source.clause));
        return two(
            format!("其中的数字{}不在本条原文中，出自本文件{}", values.zh, source.clause),
            format!(
                "the {noun} {} {verb} not stand in the law above, but in {} of this document",
                values.en, clause.en
            ),
        );
    }
    let (document, quote) = (quoted(&plain(&source.document)), quoted(&plain(&source.quote)));
    let standing = standing_words(source.standing.id());
    two(
        format!("其中的数字{}不在本条原文中，出自{}：{}（{}）", values.zh, document.zh, quote.zh, standing.zh),
        format!(
            "the {noun} {} {verb} not stand in the law above, but in {}: {} ({})",
            values.en, document.en, quote.en, standing.en
        ),
    )
}

/// A text that is the same in both languages.
fn plain(text: &str) -> Words {
    two(text, text)
}
