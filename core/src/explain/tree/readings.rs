//! The readings of the law that the outcome rests on.

use super::super::speech::words;
use super::teller::Teller;
use super::{Mark, Tree};
use crate::compile::{Choice, Reading};
use crate::source::Words;

/// Each reading that the rule names: the question, what was chosen, what else could be, and why it is open.
pub(super) fn readings(teller: &Teller<'_>) -> Option<Tree> {
    let named = teller.plan.book.readings.iter();
    let named = named.filter_map(|reading| Some((reading, teller.told.reading(&reading.id)?)));
    let points = named.map(|(reading, chosen)| point(teller, reading, chosen.as_deref()));
    Tree::section(words("对原文的理解", "Readings of the law"), points.collect())
}

fn point(teller: &Teller<'_>, reading: &Reading, chosen: Option<&str>) -> Tree {
    let matters = teller.told.open.iter().any(|open| open.reading.as_deref() == Some(reading.id.as_str()));
    let (taken, others): (Vec<&Choice>, Vec<&Choice>) =
        reading.options.iter().partition(|option| Some(option.id.as_str()) == chosen);
    let mut children: Vec<Tree> = Vec::new();
    children.push(Tree::detail(match taken.first() {
        Some(option) => {
            let option = named(reading, option);
            words(format!("采用：{}", option.zh), format!("Taken: {}", option.en))
        }
        None if matters => words("没有选定，所以还不能确定", "Not chosen, so the answer is open"),
        None => words("没有选定，不影响这里的状态和金额", "Not chosen; state and amount do not depend on it here"),
    }));
    let (zh, en) = if taken.is_empty() { ("可选", "Option") } else { ("也可理解为", "Could be") };
    children.extend(others.into_iter().map(|option| {
        let option = named(reading, option);
        Tree::detail(words(format!("{zh}：{}", option.zh), format!("{en}: {}", option.en)))
    }));
    let because = &reading.because;
    children.push(Tree::detail(words(format!("缘由：{}", because.zh), format!("Why: {}", because.en))));
    Tree::point(if matters { Mark::Unknown } else { Mark::None }, reading.ask.clone(), children)
}

/// An option as it is read, and as it is chosen.
pub(in super::super) fn named(reading: &Reading, option: &Choice) -> Words {
    let id = format!("{}={}", reading.id, option.id);
    words(format!("{}（{id}）", option.words.zh), format!("{} ({id})", option.words.en))
}
