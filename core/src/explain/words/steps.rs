//! Procedures: the steps in their order, who takes them, and when they are done.

use super::phrase::{listed, quoted, two, within};
use super::speaker::Speaker;
use crate::compile::{Act, Due, Rule, Step, Truth, Way};
use crate::explain::state_words;
use crate::source::Words;

impl Speaker<'_> {
    /// Every step, each way of it a sentence, and on which day the procedure is judged.
    pub(super) fn steps(&mut self, rule: &Rule, steps: &[Step]) -> Vec<Words> {
        let state = |state: &str| state_words(rule.kind.word(), state);
        let (done, pending) = (state("done"), state("pending"));
        let mut all = vec![two(
            format!(
                "按所问各月最后一日的情形判断：各步都已办完的，为“{}”；否则为“{}”，并指出尚未办完的第一步",
                done.zh, pending.zh
            ),
            format!(
                "judged on the last day of the months that are asked about: “{}” where every step is done; else “{}”, \
                 and the first step that is not done is named",
                done.en, pending.en
            ),
        )];
        for (number, step) in (1..).zip(steps) {
            for way in &step.ways {
                all.push(self.way(rule, number, way));
                all.extend(self.new_definitions());
            }
        }
        all
    }

    /// One way of a step: where it is the one, the act, the body, the certificate, and when it is done.
    fn way(&mut self, rule: &Rule, number: usize, way: &Way) -> Words {
        let case = match &way.selected {
            Truth::Constant(_) => Words::default(),
            selected => {
                let selected = self.truth(selected).words;
                two(format!("（{}的）", selected.zh), format!(" (where {})", selected.en))
            }
        };
        let step = two(format!("第{number}步{}", case.zh), format!("step {number}{}", case.en));
        let Some(Act { act, body, certificate, done, only, due }) = &way.act else {
            let state = state_words(rule.kind.word(), "no-branch");
            return two(
                format!("{}：原文没有规定怎样办理，结果为“{}”", step.zh, state.zh),
                format!("{}: the text gives no way; the answer is “{}”", step.en, state.en),
            );
        };
        let step = match only {
            Truth::Constant(true) => step,
            only => {
                let only = self.truth(only).words;
                two(format!("{}（只在{}时）", step.zh, only.zh), format!("{} (only where {})", step.en, only.en))
            }
        };
        let due = due.as_ref().map_or_else(Words::default, |due| self.due(due));
        let (body, done) = (within(body), self.truth(done).words);
        let about = certificate.as_ref().map_or_else(Words::default, |certificate| {
            let name = quoted(certificate);
            two(
                format!("，涉及的证书为{}", certificate.zh),
                format!("; the certificate is the {} ({})", name.en, certificate.zh),
            )
        });
        two(
            format!("{}，由{}办理：{}{}{}；办完的标志是{}", step.zh, body.zh, act.zh, about.zh, due.zh, done.zh),
            format!(
                "{}, by the {}: {}{}{}; it is done where {}",
                step.en,
                body.en,
                within(act).en,
                about.en,
                due.en,
                done.en
            ),
        )
    }

    /// By which day a step is to be done.
    fn due(&self, due: &Due) -> Words {
        let of = self.label(due.fact);
        let mut parts: Vec<Words> = Vec::new();
        for (count, zh, en) in [(due.shift.months, "个月", "months"), (due.shift.days, "日", "days")] {
            if count != 0 {
                parts.push(two(format!("{count}{zh}"), format!("{count} {en}")));
            }
        }
        let calendar = due.working.and_then(|(calendar, days)| Some((self.book.calendars.get(calendar.0)?, days)));
        if let Some((_, days)) = calendar {
            parts.push(two(format!("{days}个工作日"), format!("{days} working days")));
        }
        let after = listed(&parts, "又", "and");
        if after.zh.is_empty() {
            return two(format!("，期限为{}当日", of.zh), format!("; it is due on the {}", of.en));
        }
        let years = calendar.map_or_else(Words::default, |(calendar, _)| {
            let years: Vec<String> = calendar.days.years.iter().map(|year| year.year.to_string()).collect();
            let years = years.join("、");
            two(
                format!("，工作日按已公布的{years}年日历计算，到其他年份的，结果为待定"),
                format!(
                    "; working days are those of the published calendar ({}), and a period that reaches another year                      leaves the answer undetermined",
                    years.replace('、', ", ")
                ),
            )
        });
        two(
            format!("，期限为{}之后{}（当日不计）{}", of.zh, after.zh, years.zh),
            format!("; it is due {} after the {}, which does not count{}", after.en, of.en, years.en),
        )
    }
}
