//! Limits and indicators: a number held against a bound.

use super::conditions::failed;
use super::content::Content;
use super::phrase::{Hold, two};
use super::speaker::Speaker;
use super::value::number_of;
use crate::compile::{Kind, Measure, Relation, Rule};
use crate::explain::speech::of_day as day;
use crate::explain::state_words;
use crate::source::Words;
use crate::value::Unit;

/// A number with decimals is said as a percentage.
const SHARE_DECIMALS: u8 = 2;

impl Speaker<'_> {
    /// What a limit or an indicator asks of its number.
    pub(super) fn measure(&mut self, rule: &Rule, measure: &Measure) -> Vec<Words> {
        if rule.kind == Kind::Indicator { self.target(rule, measure) } else { self.limit(rule, measure) }
    }

    /// What is held against what each month, and what is a breach.
    fn limit(&mut self, rule: &Rule, measure: &Measure) -> Vec<Words> {
        let value = match &measure.over {
            Some(over) => self.quotient(&measure.value, over),
            None => self.number(&measure.value).at_least(Hold::Joined),
        };
        let bound = self.held_against(measure);
        let (judged, failed, held) = (self.judged(rule), failed(rule), Held::of(measure.relation));
        let mut all = vec![two(
            format!("{}，{}须{}{}；{}的月份，{}", judged.zh, value.zh, held.zh.0, bound.zh, held.zh.1, failed.zh),
            format!(
                "{}, {} must be {} {}; a month in which it {} {}",
                judged.en, value.en, held.en.0, bound.en, held.en.1, failed.en
            ),
        )];
        all.extend(self.new_definitions());
        all
    }

    /// The bound; a quotient is a share, and so is what it is held against.
    fn held_against(&mut self, measure: &Measure) -> Words {
        match self.fixed(&measure.bound).filter(|_| measure.over.is_some() && measure.bound.unit == Unit::One) {
            Some(share) => number_of(share, Unit::One, SHARE_DECIMALS),
            None => self.number(&measure.bound).at_least(Hold::Joined),
        }
    }

    /// How an indicator is computed, its target, and on which day it is judged.
    fn target(&mut self, rule: &Rule, measure: &Measure) -> Vec<Words> {
        let value = self.body(Content { above: &measure.value, below: measure.over.as_ref() }, None);
        let mut all = vec![two(format!("算法：{}", value.zh), format!("how it is computed: {}", value.en))];
        all.extend(self.new_definitions());
        if measure.over.is_some() {
            all.push(two(
                "按准确值比较，不先四舍五入；除数为零的，结果为待定",
                "it is compared exactly, before any rounding; where the divisor is 0 the answer is undetermined",
            ));
        }
        let (bound, held) = (self.held_against(measure), Held::of(measure.relation));
        let (by_zh, by_en) = match rule.due.map(day) {
            Some(due) => (format!("期限为{}", due.zh), format!("due on {}", due.en)),
            None => ("原文没有期限".to_owned(), "the text sets no day".to_owned()),
        };
        all.push(two(
            format!("目标：{}{}；{by_zh}", held.zh.0, bound.zh),
            format!("target: {} {}; {by_en}", held.en.0, bound.en),
        ));
        all.extend(self.new_definitions());
        all.push(judged(rule));
        all
    }
}

/// On which day an indicator is judged, and what its states mean.
fn judged(rule: &Rule) -> Words {
    let state = |state: &str| state_words(rule.kind.word(), state);
    let (met, missed, pending) = (state("met"), state("missed"), state("pending"));
    match rule.due {
        Some(_) => two(
            format!(
                "按所问各月最后一日的情形判断，这一日晚于期限的，按期限当日的情形判断：达到目标的，为“{}”；没有达到的，\
                 判断之日已到期限的为“{}”，未到期限的为“{}”",
                met.zh, missed.zh, pending.zh
            ),
            format!(
                "judged on the last day of the months that are asked about, or on the day on which it is due where that \
                 is earlier: “{}” where the target is reached; where it is not, “{}” on or after the day on which it is due, \
                 and “{}” before it",
                met.en, missed.en, pending.en
            ),
        ),
        None => two(
            format!("按所问各月最后一日的情形判断：达到目标的，为“{}”；没有达到的，为“{}”", met.zh, missed.zh),
            format!(
                "judged on the last day of the months that are asked about: “{}” where the target is reached, and else “{}”",
                met.en, missed.en
            ),
        ),
    }
}

/// The words of a relation, and of its opposite.
struct Held {
    zh: (&'static str, &'static str),
    en: (&'static str, &'static str),
}

impl Held {
    const fn of(relation: Relation) -> Self {
        let (zh, en) = match relation {
            Relation::AtMost => (("不超过", "超过"), ("at most", "is above that")),
            Relation::Below => (("小于", "不小于"), ("less than", "is not less than that")),
            Relation::AtLeast => (("不低于", "低于"), ("at least", "is below that")),
            Relation::Above => (("大于", "不大于"), ("greater than", "is not greater than that")),
            Relation::Equal => (("等于", "不等于"), ("equal to", "is not equal to that")),
        };
        Self { zh, en }
    }
}
