//! Tables: a list of rows, each a key and what it gives.

use super::number::{bare, is_table};
use super::phrase::{joined, quoted, two, within};
use super::speaker::Speaker;
use super::value::key;
use crate::compile::{Fact, FactIndex, FactType, Number, NumberKind, Period, ReadingIndex};
use crate::source::Words;

/// A row of a table by a fact.
struct Row<'n> {
    from: i64,
    to: i64,
    named: bool,
    cell: Option<&'n Number>,
}

impl Speaker<'_> {
    /// A number that stands for itself: a table as a list of its rows.
    pub(super) fn body(&mut self, number: &Number, period: Option<Period>) -> Words {
        match &bare(number).0.kind {
            NumberKind::Table(fact, arms) => {
                let row = arms.iter().map(|arm| Row {
                    from: arm.from,
                    to: arm.to,
                    named: arm.named,
                    cell: arm.cell.as_ref(),
                });
                self.rows(*fact, &row.collect::<Vec<_>>(), period)
            }
            NumberKind::Reading(reading, cells) => {
                let cells: Vec<Option<&Number>> = cells.iter().map(Option::as_ref).collect();
                let (lead, options) = self.options(*reading, &cells, period);
                let list = joined(&options, "；", "; ");
                two(format!("{}：{}", lead.zh, list.zh), format!("{}: {}", lead.en, list.en))
            }
            _ => self.amount(number, period),
        }
    }

    /// A table by a fact: its named rows in their order, then any other value.
    fn rows(&mut self, index: FactIndex, rows: &[Row<'_>], period: Option<Period>) -> Words {
        let Some(fact) = self.fact(index) else { return Words::default() };
        let mut said: Vec<Words> = Vec::new();
        let mut named: Vec<&Row<'_>> = rows.iter().filter(|row| row.named).collect();
        if matches!(fact.kind, FactType::YesNo) {
            // Yes is read before no.
            named.reverse();
        }
        for row in named {
            let (key, cell) = (key(fact, row.from, row.to), self.cell(row.cell, period));
            said.push(two(format!("{}：{}", key.zh, cell.zh), format!("{}: {}", key.en, cell.en)));
        }
        if let Some(row) = rows.iter().find(|row| !row.named) {
            let cell = self.cell(row.cell, period);
            said.push(two(format!("其他：{}", cell.zh), format!("any other: {}", cell.en)));
        }
        let (by, list) = (selector(fact), joined(&said, "；", "; "));
        two(format!("按{}，{}", by.zh, list.zh), format!("by {} — {}", by.en, list.en))
    }

    /// The question of a reading, and what each option gives.
    fn options(
        &mut self,
        index: ReadingIndex,
        cells: &[Option<&Number>],
        period: Option<Period>,
    ) -> (Words, Vec<Words>) {
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

    /// What a row gives. A short reading is said in place, another table is named by a letter.
    fn cell(&mut self, cell: Option<&Number>, period: Option<Period>) -> Words {
        let Some(number) = cell else { return two("不予", "refused") };
        match &bare(number).0.kind {
            NumberKind::Reading(reading, cells) if !cells.iter().flatten().any(is_table) => {
                let cells: Vec<Option<&Number>> = cells.iter().map(Option::as_ref).collect();
                let (lead, options) = self.options(*reading, &cells, period);
                let list = joined(&options, "，", ", ");
                two(format!("{}，{}", lead.zh, list.zh), format!("{}, {}", lead.en, list.en))
            }
            NumberKind::Table(..) | NumberKind::Reading(..) => {
                let letter = self.letter(bare(number).0, period);
                two(format!("按{}", letter.zh), format!("see {}", letter.en))
            }
            _ => self.amount(number, period),
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
