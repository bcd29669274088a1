//! The window, month by month.

use super::super::speech::{joined, list, months as in_months, words};
use super::super::terms::state_words;
use super::super::told::{ToldAnswer, ToldMonths, ToldReason};
use super::conditions::is_amount;
use super::sum::rate;
use super::teller::Teller;
use super::{Mark, Tree};
use crate::source::Words;
use crate::value::Month;

/// Each stretch of months with its state and why; nothing where one settled state is all there is to say.
pub(super) fn months(teller: &Teller<'_>) -> Option<Tree> {
    let lines = &teller.told.months;
    let says_nothing = |line: &ToldMonths| matches!(line.state.as_str(), "granted" | "undetermined" | "met" | "known");
    if lines.len() == 1 && lines.iter().all(says_nothing) {
        return None;
    }
    Tree::section(words("各月", "Month by month"), lines.iter().map(|line| stretch(teller, line)).collect())
}

fn stretch(teller: &Teller<'_>, line: &ToldMonths) -> Tree {
    let (span, state) = (in_months(&line.from, &line.to), state_words(&teller.told.kind, &line.state));
    let mut text = words(format!("{}：{}", span.zh, state.zh), format!("{}: {}", span.en, state.en));
    for more in rate(teller.told, line).into_iter().chain(line.value.as_ref().map(ToldAnswer::words)) {
        text = words(format!("{}，{}", text.zh, more.zh), format!("{}, {}", text.en, more.en));
    }
    let mark = Mark::of_state(&line.state);
    let because = match mark {
        Mark::No => conditions(teller, line, Some(false), "不符合", "because this does not hold: "),
        Mark::Unknown => conditions(teller, line, None, "还不能判断", "because this is not settled: "),
        Mark::None if line.state == "not-applicable" => scope(teller, line),
        Mark::None | Mark::Yes | Mark::Pending => None,
    };
    let parts: Vec<Words> = [text].into_iter().chain(because).collect();
    Tree::point(mark, joined(&parts, "，", ", "), Vec::new())
}

/// What leaves months outside the rule's scope.
fn scope(teller: &Teller<'_>, line: &ToldMonths) -> Option<Words> {
    let applies = |reason: &&ToldReason| teller.is_scope(reason) && shares(reason, line) && reason.holds == Some(false);
    let mut named: Vec<Words> = Vec::new();
    for reason in teller.told.reasons.iter().filter(applies) {
        let told = match reason.facts().as_slice() {
            [one] => teller.found(one),
            // Of several facts the condition's name says more than their list, which stands below.
            _ => {
                let name = teller.condition(&reason.condition, &reason.from);
                words(format!("不符合“{}”", name.zh), format!("this does not hold: “{}”", name.en))
            }
        };
        if !named.contains(&told) {
            named.push(told);
        }
    }
    let named = list(&named);
    (!named.zh.is_empty()).then(|| words(format!("因为{}", named.zh), format!("because: {}", named.en)))
}

fn shares(reason: &ToldReason, line: &ToldMonths) -> bool {
    reason.from <= line.to && line.from <= reason.to
}

/// The conditions that are so in some of the months; with these months where they are not all.
fn conditions(teller: &Teller<'_>, line: &ToldMonths, holds: Option<bool>, zh: &str, en: &str) -> Option<Words> {
    // Where the amount goes by an unknown fact, that it has one is settled and how much it is is not.
    let is_open = |reason: &ToldReason| is_amount(reason) && reason.facts().iter().any(|one| teller.is_unknown(one));
    let decides = |reason: &ToldReason| reason.holds == holds || (holds.is_none() && is_open(reason));
    let deciding = |reason: &&ToldReason| shares(reason, line) && decides(reason);
    let mut known: Vec<(Words, Vec<Span<'_>>)> = Vec::new();
    for reason in teller.told.reasons.iter().filter(deciding) {
        let amount = || words("金额", "The amount");
        let name = if is_amount(reason) { amount() } else { teller.condition(&reason.condition, &reason.from) };
        // That a limit is breached says by itself that its number is out of bounds.
        if name == teller.rule.title {
            continue;
        }
        let span = (reason.from.as_str().max(&line.from), reason.to.as_str().min(&line.to));
        match known.iter_mut().find(|(known, _)| *known == name) {
            Some((_, spans)) => put(spans, span),
            None => known.push((name, vec![span])),
        }
    }
    let whole = [(line.from.as_str(), line.to.as_str())];
    let name = |(name, spans): (Words, Vec<Span<'_>>)| {
        let quoted = words(format!("“{}”", name.zh), format!("“{}”", name.en));
        if spans == whole {
            return quoted;
        }
        let spans = list(&spans.iter().map(|(from, to)| in_months(from, to)).collect::<Vec<_>>());
        words(format!("{}（{}）", quoted.zh, spans.zh), format!("{} ({})", quoted.en, spans.en))
    };
    let named = list(&known.into_iter().map(name).collect::<Vec<_>>());
    (!named.zh.is_empty()).then(|| words(format!("{zh}{}", named.zh), format!("{en}{}", named.en)))
}

/// A first and a last month.
type Span<'m> = (&'m str, &'m str);

/// Adds months to others, to the last of them where they follow it.
fn put<'m>(spans: &mut Vec<Span<'m>>, span: Span<'m>) {
    let follows = |last: &&mut Span<'m>| {
        let next = Month::parse(last.1).and_then(|month| month.plus(1));
        next.is_some() && next == Month::parse(span.0)
    };
    match spans.last_mut().filter(follows) {
        Some(last) => last.1 = span.1,
        None => spans.push(span),
    }
}
