//! Tables: a list of rows, each a key and what it gives.

use super::content::{Cell, Content, Selector};
use super::phrase::{joined, quoted, two, within};
use super::speaker::Speaker;
use super::value::key;
use crate::compile::{Fact, FactIndex, FactType, Period, ReadingIndex, Truth};
use crate::source::Words;

/// The values of a row: from, to, and whether the law names them.
type Values = (i64, i64, bool);

impl Speaker<'_> {
    /// A number or a quotient that stands for itself: a table as a list of its rows.
    pub(super) fn body(&mut self, content: Content<'_>, period: Option<Period>) -> Words {
        match content.table() {
            Some((Selector::Fact(fact, values), cells)) => self.rows(fact, &values, &cells, period),
            Some((Selector::Reading(reading), cells)) => {
                let (lead, options) = self.options(reading, &cells, period);
                let list = joined(&options, "；", "; ");
                two(format!("{}：{}", lead.zh, list.zh), format!("{}: {}", lead.en, list.en))
            }
            Some((Selector::Truth(truth), cells)) => self.either(truth, &cells, period),
            None => self.amount(content, period),
        }
    }

    /// A table by a fact: its named rows in their order, then any other value.
    fn rows(&mut self, index: FactIndex, values: &[Values], cells: &[Cell<'_>], period: Option<Period>) -> Words {
        let Some(fact) = self.fact(index) else { return Words::default() };
        let mut said: Vec<Words> = Vec::new();
        let rows = || values.iter().zip(cells);
        let mut named: Vec<(&Values, &Cell<'_>)> = rows().filter(|((_, _, named), _)| *named).collect();
        if matches!(fact.kind, FactType::YesNo) {
            // Yes is read before no.
            named.reverse();
        }
        for ((from, to, _), cell) in named {
            let (key, cell) = (key(fact, *from, *to), self.cell(*cell, period));
            said.push(two(format!("{}：{}", key.zh, cell.zh), format!("{}: {}", key.en, cell.en)));
        }
        if let Some((_, cell)) = rows().find(|((_, _, named), _)| !named) {
            let cell = self.cell(*cell, period);
            said.push(two(format!("其他：{}", cell.zh), format!("any other: {}", cell.en)));
        }
        let (by, list) = (selector(fact), joined(&said, "；", "; "));
        two(format!("按{}，{}", by.zh, list.zh), format!("by {} — {}", by.en, list.en))
    }

    /// The question of a reading, and what each option gives.
    fn options(&mut self, index: ReadingIndex, cells: &[Cell<'_>], period: Option<Period>) -> (Words, Vec<Words>) {
        let Some(reading) = self.reading(index) else { return Default::default() };
        self.asked.push(index);
        let question = quoted(&reading.ask);
        let open = if reading.default.is_none() { ("（未定）", " (open)") } else { ("", "") };
        let lead = two(format!("按解释{}{}", question.zh, open.0), format!("by the reading {}{}", question.en, open.1));
        let mut said = Vec::new();
        for (place, (option, cell)) in reading.options.iter().zip(cells).enumerate() {
            let (name, cell) = (quoted(&option.words), self.cell(*cell, period));
            let default = if reading.default == Some(place) { ("（默认）", " (default)") } else { ("", "") };
            said.push(two(
                format!("选{}{}的，{}", name.zh, default.0, cell.zh),
                format!("{}{}: {}", name.en, default.1, cell.en),
            ));
        }
        (lead, said)
    }

    /// One cell where something holds, another where it does not.
    fn either(&mut self, truth: &Truth, cells: &[Cell<'_>], period: Option<Period>) -> Words {
        let [otherwise, holds] = cells else { return Words::default() };
        let truth = self.truth(truth).words;
        let (holds, otherwise) = (self.cell(*holds, period), self.cell(*otherwise, period));
        two(
            format!("{}的，{}；否则，{}", truth.zh, holds.zh, otherwise.zh),
            format!("where {}, {}; otherwise, {}", truth.en, holds.en, otherwise.en),
        )
    }

    /// What a row gives. A short reading is said in place, another table is named by a letter.
    fn cell(&mut self, cell: Cell<'_>, period: Option<Period>) -> Words {
        let Some(content) = cell else { return two("不予", "refused") };
        match content.table() {
            Some((Selector::Reading(reading), cells)) if !cells.iter().flatten().any(|cell| cell.table().is_some()) => {
                let (lead, options) = self.options(reading, &cells, period);
                let list = joined(&options, "，", ", ");
                two(format!("{}，{}", lead.zh, list.zh), format!("{}, {}", lead.en, list.en))
            }
            Some(_) => {
                let letter = self.letter(content, period);
                two(format!("按{}", letter.zh), format!("see {}", letter.en))
            }
            None => self.amount(content, period),
        }
    }
}

/// A fact as what a table selects by.
fn selector(fact: &Fact) -> Words {
    match fact.kind {
        FactType::YesNo => {
            let label = quoted(&fact.words);
            two(format!("{}一项", label.zh), label.en)
        }
        _ => within(&fact.words),
    }
}
