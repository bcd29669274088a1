//! Procedures: the steps in their order, who takes them, and when they are done.

use super::phrase::{quoted, two, within};
use super::speaker::Speaker;
use crate::compile::{Act, Rule, Step, Truth, Way};
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
        let Some(Act { act, body, certificate, done }) = &way.act else {
            let state = state_words(rule.kind.word(), "no-branch");
            return two(
                format!("{}：原文没有规定怎样办理，结果为“{}”", step.zh, state.zh),
                format!("{}: the text gives no way; the answer is “{}”", step.en, state.en),
            );
        };
        let (body, done) = (within(body), self.truth(done).words);
        let about = certificate.as_ref().map_or_else(Words::default, |certificate| {
            let name = quoted(certificate);
            two(
                format!("，涉及的证书为{}", certificate.zh),
                format!("; the certificate is the {} ({})", name.en, certificate.zh),
            )
        });
        two(
            format!("{}，由{}办理：{}{}；办完的标志是{}", step.zh, body.zh, act.zh, about.zh, done.zh),
            format!("{}, by the {}: {}{}; it is done where {}", step.en, body.en, within(act).en, about.en, done.en),
        )
    }
}
