//! A rule in words, a sentence for each thing that it says.

use super::phrase::{days_in_words, joined, quoted, sentence, two};
use super::reading::dependence;
use super::speaker::Speaker;
use crate::compile::{Period, Place, REFERENCE_DAY, Rule, Rulebook, Says, ThingIndex, Version};
use crate::explain::party_words;
use crate::source::Words;
use crate::value::Days;

/// A rule as sentences: what it grants to whom and who pays; where it applies; every condition; how much; the
/// readings that it depends on, where its tables have not said them; whether it is discretionary; what it assumes;
/// the days in force. A rule in several versions says conditions and amounts of each, under its days.
///
/// ```
/// let pack = tuoyu::Pack::new(tuoyu_rules::jining().iter().copied());
/// let rules = tuoyu::Rules::from_pack(&pack)?;
/// let book = &rules.plan().book;
/// let rule = book.rules.iter().find(|rule| rule.id == "jining/city-award").unwrap();
/// let sentences = tuoyu::explain::rule_in_words(book, rule);
/// assert!(sentences.iter().any(|words| words.zh == "标准：按班型，乳儿班：每年900元；其他：每年600元。"));
/// # Ok::<(), tuoyu::error::Diagnostics>(())
/// ```
#[must_use]
pub fn rule_in_words(book: &Rulebook, rule: &Rule) -> Vec<Words> {
    let mut speaker = Speaker::new(book);
    let mut all = vec![grant(&speaker, rule)];
    for version in &rule.versions {
        if rule.versions.len() > 1 {
            let days = days_in_words(version.force);
            all.push(sentence(&two(
                format!("有效期{}的规定如下", days.zh),
                format!("what follows holds for the days {}", days.en),
            )));
        }
        all.extend(of_version(&mut speaker, rule, version));
    }
    all.extend(single(&speaker, rule));
    all.extend(place(&mut speaker, rule));
    let unsaid = rule.readings.iter().filter(|index| !speaker.asked.contains(index));
    all.extend(unsaid.filter_map(|index| speaker.reading(*index)).map(dependence));
    if let Some(words) = rule.benefit.as_ref().and_then(|benefit| benefit.discretionary.as_ref()) {
        all.push(sentence(&two(
            format!("可以给付，并非必须：{}", words.zh),
            format!("it may be granted and need not be: {}", words.en),
        )));
    }
    for words in &rule.assumes {
        all.push(sentence(&two(format!("说明：{}", words.zh), format!("note: {}", words.en))));
    }
    all.push(force(rule));
    all
}

fn grant(speaker: &Speaker<'_>, rule: &Rule) -> Words {
    let benefit = rule.benefit.as_ref();
    let title = quoted(&rule.title);
    let payer = benefit.and_then(|benefit| benefit.payer.as_deref()).map(party_words).unwrap_or_default();
    let payee = benefit.map(|benefit| party_words(&benefit.payee)).unwrap_or_default();
    let each: Vec<Words> = rule
        .subject
        .iter()
        .map(|thing| thing_words(speaker, *thing))
        .map(|thing| two(format!("每一{}", thing.zh), format!("each {}", thing.en)))
        .collect();
    let each = joined(&each, "与", " and ");
    sentence(&two(
        format!("{}：就{}，由{}付给{}", title.zh, each.zh, payer.zh, payee.zh),
        format!("{}: for {}, paid by the {} to the {}", title.en, each.en, payer.en, payee.en),
    ))
}

/// Where a version applies, its conditions, and how much it gives.
fn of_version(speaker: &mut Speaker<'_>, rule: &Rule, version: &Version) -> Vec<Words> {
    let mut all = Vec::new();
    for condition in &version.applies {
        let truth = speaker.truth(&condition.truth).words;
        all.push(two(
            format!("适用于下列情形，其余情形不适用：{}", truth.zh),
            format!("it applies where the following holds, and otherwise not at all: {}", truth.en),
        ));
        all.extend(speaker.new_definitions());
    }
    if !version.when.is_empty() {
        let by_day =
            rule.readings.iter().filter_map(|index| speaker.reading(*index)).any(|one| one.id == REFERENCE_DAY);
        let (zh, en) = if by_day {
            ("逐月按基准日的情形判断", "judged month by month, on the reference day")
        } else {
            ("逐月判断", "judged month by month")
        };
        all.push(two(
            format!("{zh}，下列条件须同时成立；有一项不成立的月份，不予"),
            format!("{en}; all of these conditions must hold, and a month in which one does not is refused"),
        ));
    }
    for condition in &version.when {
        let (label, truth) = (quoted(&condition.words), speaker.truth(&condition.truth).words);
        all.push(two(format!("条件{}：{}", label.zh, truth.zh), format!("condition {}: {}", label.en, truth.en)));
        all.extend(speaker.new_definitions());
    }
    let period = rule.benefit.as_ref().and_then(|benefit| benefit.period);
    if period == Some(Period::Once) {
        all.push(two("符合条件的每个月份，各全额给付一次", "paid in full in each month that qualifies"));
    }
    if let Says::Rate(rate) = &version.says {
        let rate = speaker.body(rate, period);
        all.push(two(format!("标准：{}", rate.zh), format!("rate: {}", rate.en)));
        all.extend(speaker.new_definitions());
    }
    all.iter().map(sentence).collect()
}

fn single(speaker: &Speaker<'_>, rule: &Rule) -> Option<Words> {
    let (one, of) =
        (thing_words(speaker, rule.benefit.as_ref()?.single?), thing_words(speaker, *rule.subject.first()?));
    Some(two(
        format!("同一{}在同一月份有几项{}符合条件的，只给列在最前的一项，其余不予。", one.zh, of.zh),
        format!(
            "Where more than one {} of the same {} qualifies in a month, the first in the list is granted and the others are refused.",
            of.en, one.en
        ),
    ))
}

fn place(speaker: &mut Speaker<'_>, rule: &Rule) -> Option<Words> {
    let place = rule.benefit.as_ref()?.place.as_ref()?;
    if let Place::Reading(reading, _) = place {
        speaker.asked.push(*reading);
    }
    let named = |fact| speaker.fact(fact).map_or_else(Words::default, |fact| quoted(&fact.words));
    let words = match place {
        Place::Fact(fact) => named(*fact),
        Place::Reading(index, facts) => {
            let reading = speaker.reading(*index)?;
            let option = |(choice, fact): (&crate::compile::Choice, &_)| {
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

/// From the first day of the first version to the last of the last.
fn force(rule: &Rule) -> Words {
    let from = rule.versions.first().and_then(|version| version.force.from());
    let to = rule.versions.last().and_then(|version| version.force.to());
    let days = days_in_words(Days::new(from, to).unwrap_or_default());
    sentence(&two(format!("有效期：{}", days.zh), format!("in force: {}", days.en)))
}

fn thing_words(speaker: &Speaker<'_>, thing: ThingIndex) -> Words {
    speaker.book.vocabulary.thing_at(thing).map_or_else(Words::default, |thing| thing.words.clone())
}
