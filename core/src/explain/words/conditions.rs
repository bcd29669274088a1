//! Where a version applies, and what must hold.

use super::phrase::{quoted, two};
use super::speaker::Speaker;
use crate::compile::{Condition, Kind, REFERENCE_DAY, Rule, Version};
use crate::explain::state_words;
use crate::source::Words;

impl Speaker<'_> {
    /// Where a version applies: one condition in one sentence, several as a list.
    pub(super) fn scope(&mut self, version: &Version) -> Vec<Words> {
        if let [only] = version.applies.as_slice() {
            let truth = self.truth(&only.truth).words;
            let mut all = vec![two(
                format!("适用于下列情形，其余情形不适用：{}", truth.zh),
                format!("it applies where the following holds, and otherwise not at all: {}", truth.en),
            )];
            all.extend(self.new_definitions());
            return all;
        }
        let mut all = Vec::new();
        if !version.applies.is_empty() {
            all.push(two(
                "下列情形同时成立的，适用本规则，否则不适用",
                "it applies where all of these circumstances hold, and otherwise not at all",
            ));
        }
        all.extend(self.list(&version.applies, ("情形", "circumstance")));
        all
    }

    /// What must hold, and what follows where it does not.
    pub(super) fn asked(&mut self, rule: &Rule, version: &Version) -> Vec<Words> {
        if version.when.is_empty() {
            return Vec::new();
        }
        let (judged, failed) = (self.judged(rule), failed(rule));
        let one = match version.when.as_slice() {
            [one] if rule.kind == Kind::Requirement => Some(one),
            _ => None,
        };
        if let Some(one) = one {
            let truth = self.truth(&one.truth).words;
            let mut all = vec![two(
                format!("{}，须符合：{}；不符合的月份，{}", judged.zh, truth.zh, failed.zh),
                format!("{}, this must hold: {}; a month in which it does not {}", judged.en, truth.en, failed.en),
            )];
            all.extend(self.new_definitions());
            return all;
        }
        let mut all = vec![two(
            format!("{}，下列条件须同时成立；有一项不成立的月份，{}", judged.zh, failed.zh),
            format!(
                "{}; all of these conditions must hold, and a month in which one does not {}",
                judged.en, failed.en
            ),
        )];
        all.extend(self.list(&version.when, ("条件", "condition")));
        all
    }

    /// That each month is judged for itself, and by which day.
    pub(super) fn judged(&self, rule: &Rule) -> Words {
        let readings = rule.readings.iter().filter_map(|index| self.reading(*index));
        if readings.into_iter().any(|reading| reading.id == REFERENCE_DAY) {
            two("逐月按基准日的情形判断", "judged month by month, on the reference day")
        } else {
            two("逐月判断", "judged month by month")
        }
    }

    /// Conditions by their names.
    fn list(&mut self, conditions: &[Condition], (zh, en): (&str, &str)) -> Vec<Words> {
        let mut all = Vec::new();
        for condition in conditions {
            let (label, truth) = (quoted(&condition.words), self.truth(&condition.truth).words);
            all.push(two(format!("{zh}{}：{}", label.zh, truth.zh), format!("{en} {}: {}", label.en, truth.en)));
            all.extend(self.new_definitions());
        }
        all
    }
}

/// What follows for a month in which a condition fails.
pub(super) fn failed(rule: &Rule) -> Words {
    let state = match rule.kind {
        Kind::Requirement if rule.guiding.is_some() => "short",
        Kind::Requirement | Kind::Limit => "breached",
        Kind::Quantity => return two("不计入", "does not count"),
        _ => return two("不予", "is refused"),
    };
    let state = state_words(rule.kind.word(), state);
    two(format!("为“{}”", state.zh), format!("is “{}”", state.en))
}
