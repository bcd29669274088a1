//! The first sentence of a rule: what it is called, what it is, and for whom.

use super::phrase::{joined, quoted, sentence, two, within};
use super::speaker::Speaker;
use crate::compile::{Benefit, BenefitForm, Kind, Rule, Says};
use crate::explain::party_words;
use crate::source::Words;

/// What a rule is, and for whom.
pub(super) fn head(speaker: &Speaker<'_>, rule: &Rule) -> Words {
    let each: Vec<Words> = rule
        .subject
        .iter()
        .map(|thing| speaker.thing(*thing))
        .map(|thing| two(format!("每一{}", thing.zh), format!("each {}", thing.en)))
        .collect();
    let each = joined(&each, "与", " and ");
    let what = if rule.subject.is_empty() {
        two("与案例的情形无关的答复", "an answer that does not depend on the case")
    } else {
        of_kind(rule, &each)
    };
    let title = quoted(&rule.title);
    sentence(&two(format!("{}：{}", title.zh, what.zh), format!("{}: {}", title.en, what.en)))
}

fn of_kind(rule: &Rule, each: &Words) -> Words {
    let Words { zh, en } = each;
    match (rule.kind, &rule.benefit) {
        (_, Some(benefit)) => given(benefit, each),
        (Kind::Limit, _) => two(format!("就{zh}规定的限额"), format!("a limit for {en}")),
        (Kind::Requirement, _) => binding(rule, &two(format!("对{zh}的要求"), format!("a requirement of {en}"))),
        (Kind::Indicator, _) => binding(rule, &two(format!("就{zh}计算的指标"), format!("an indicator for {en}"))),
        (Kind::Procedure, _) => {
            let steps = rule.versions.iter().map(|version| match &version.says {
                Says::Steps(steps) => steps.len(),
                _ => 0,
            });
            let steps = steps.max().unwrap_or_default();
            two(format!("{zh}办理的程序，共{steps}步"), format!("a procedure of {steps} steps for {en}"))
        }
        (Kind::Quantity, _) => two(format!("就{zh}相加的金额"), format!("amounts that are added up for {en}")),
        _ => two(format!("就{zh}作出的答复"), format!("an answer for {en}")),
    }
}

/// Whether it binds, and if not why.
fn binding(rule: &Rule, what: &Words) -> Words {
    match &rule.guiding {
        None => two(format!("{}，有约束力", what.zh), format!("{}; it binds", what.en)),
        Some(why) => {
            let why = within(why);
            two(format!("{}，没有约束力（{}）", what.zh, why.zh), format!("{}; it does not bind ({})", what.en, why.en))
        }
    }
}

/// Who gives what to whom.
fn given(benefit: &Benefit, each: &Words) -> Words {
    let Words { zh, en } = each;
    let payee = party_words(&benefit.payee);
    let payer = benefit.payer.as_deref().map(party_words);
    match (benefit.form, payer) {
        (BenefitForm::Payment, Some(payer)) => two(
            format!("就{zh}，由{}付给{}", payer.zh, payee.zh),
            format!("for {en}, paid by the {} to the {}", payer.en, payee.en),
        ),
        (BenefitForm::Payment, None) => two(
            format!("就{zh}，付给{}；由谁付，原文没有写明", payee.zh),
            format!("for {en}, paid to the {}; the text does not say by whom", payee.en),
        ),
        (BenefitForm::Saving, Some(payer)) => two(
            format!("就{zh}，{}少付的金额（不是发放的款项），由{}承担", payee.zh, payer.zh),
            format!("for {en}, what the {} pays less, borne by the {}; nothing is paid out", payee.en, payer.en),
        ),
        (BenefitForm::Saving, None) => two(
            format!("就{zh}，{}少付的金额（不是发放的款项）；由谁承担，原文没有写明", payee.zh),
            format!(
                "for {en}, what the {} pays less; nothing is paid out, and the text does not say who bears it",
                payee.en
            ),
        ),
        (BenefitForm::Leave, Some(payer)) => two(
            format!("就{zh}，{}休假的天数，由{}给假", payee.zh, payer.zh),
            format!("for {en}, days of leave of the {}, given by the {}", payee.en, payer.en),
        ),
        (BenefitForm::Leave, None) => {
            two(format!("就{zh}，{}休假的天数", payee.zh), format!("for {en}, days of leave of the {}", payee.en))
        }
        (BenefitForm::Deduction, _) => two(
            format!("就{zh}，{}计税时扣除的金额（不是发放的款项）", payee.zh),
            format!("for {en}, what the {} deducts from what is taxed; nothing is paid out", payee.en),
        ),
    }
}
