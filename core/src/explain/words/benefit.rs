//! What only an entitlement says: how much, to which of several, at which place, and whether it must be given.

use super::content::Content;
use super::phrase::{joined, quoted, sentence, two};
use super::speaker::Speaker;
use crate::compile::{Benefit, Choice, Claim, Number, Period, Place, Rule, Version};
use crate::explain::state_words;
use crate::source::Words;

impl Speaker<'_> {
    /// How much, and how often.
    pub(super) fn rate(&mut self, rule: &Rule, rate: &Number) -> Vec<Words> {
        let period = rule.benefit.as_ref().and_then(|benefit| benefit.period);
        let mut all = Vec::new();
        if period == Some(Period::Once) {
            all.push(two("符合条件的每个月份，各全额给付一次", "paid in full in each month that qualifies"));
        }
        let rate = self.body(Content::number(rate), period);
        all.push(two(format!("标准：{}", rate.zh), format!("rate: {}", rate.en)));
        all.extend(self.new_definitions());
        all
    }

    /// Of several things that qualify, which is granted.
    pub(super) fn first_of(&self, rule: &Rule) -> Option<Words> {
        let (one, of) = (self.thing(rule.benefit.as_ref()?.single?), self.thing(*rule.subject.first()?));
        Some(two(
            format!("同一{}在同一月份有几项{}符合条件的，只给列在最前的一项，其余不予。", one.zh, of.zh),
            format!(
                "Where more than one {} of the same {} qualifies in a month, the first in the list is granted and the others are refused.",
                of.en, one.en
            ),
        ))
    }

    /// Which place pays.
    pub(super) fn place(&mut self, rule: &Rule) -> Option<Words> {
        let place = rule.benefit.as_ref()?.place.as_ref()?;
        if let Place::Reading(reading, _) = place {
            self.asked.push(*reading);
        }
        let named = |fact| self.fact(fact).map_or_else(Words::default, |fact| quoted(&fact.words));
        let words = match place {
            Place::Fact(fact) => named(*fact),
            Place::Reading(index, facts) => {
                let reading = self.reading(*index)?;
                let option = |(choice, fact): (&Choice, &_)| {
                    let (choice, place) = (quoted(&choice.words), named(*fact));
                    two(format!("选{}的，为{}", choice.zh, place.zh), format!("{}: {}", choice.en, place.en))
                };
                let options: Vec<Words> = reading.options.iter().zip(facts).map(option).collect();
                let (question, list) = (quoted(&reading.ask), joined(&options, "；", "; "));
                let open = if reading.default.is_none() { ("（未定）", " (open)") } else { ("", "") };
                two(
                    format!("按解释{}{}，{}", question.zh, open.0, list.zh),
                    format!("by the reading {}{} — {}", question.en, open.1, list.en),
                )
            }
        };
        Some(sentence(&two(
            format!("付款地，不影响金额：{}", words.zh),
            format!("the paying place, which does not touch the amount: {}", words.en),
        )))
    }
}

/// That another text sets the amount.
pub(super) fn elsewhere(rule: &Rule, version: &Version) -> Vec<Words> {
    let set = rule.benefit.as_ref().and_then(|benefit| benefit.elsewhere.as_ref());
    let name = set.map_or_else(Words::default, |set| quoted(&set.words));
    let open = state_words(rule.kind.word(), "undetermined");
    let (zh, en) = if version.applies.is_empty() && version.when.is_empty() {
        ("有效期内的月份", "a month in force")
    } else {
        ("符合条件的月份", "a month that qualifies")
    };
    vec![two(
        format!("标准：由其他文件规定（{}）；本规则不计算金额，{zh}为“{}”", name.zh, open.zh),
        format!("rate: set by another text ({}); no amount is computed here, and {en} is “{}”", name.en, open.en),
    )]
}

/// That it may be given and need not be.
pub(super) fn discretion(benefit: &Benefit) -> Option<Words> {
    let words = benefit.discretionary.as_ref()?;
    Some(sentence(&two(
        format!("可以给付，并非必须：{}", words.zh),
        format!("it may be granted and need not be: {}", words.en),
    )))
}

/// Where it is claimed, by when and with what.
pub(super) fn claim(claim: &Claim) -> Words {
    let by = claim.by.as_ref().map(|by| two(format!("时间：{}", by.zh), format!("by when: {}", by.en)));
    let with = (!claim.documents.is_empty()).then(|| {
        let documents = joined(&claim.documents, "、", ", ");
        two(format!("材料：{}", documents.zh), format!("with: {}", documents.en))
    });
    let place = two(format!("申领：{}", claim.place.zh), format!("claimed: {}", claim.place.en));
    let all: Vec<Words> = std::iter::once(place).chain(by).chain(with).collect();
    sentence(&joined(&all, "；", "; "))
}
