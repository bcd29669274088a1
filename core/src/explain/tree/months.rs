//! The window, month by month.

use super::super::speech::{list, months as in_months, words};
use super::super::terms::state_words;
use super::super::told::{ToldMonths, ToldReason};
use super::figures::rate;
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
    if let Some(rate) = rate(line) {
        text = words(format!("{}，{}", text.zh, rate.zh), format!("{}, {}", text.en, rate.en));
    }
    let mark = Mark::of_state(&line.state);
    let (deciding, zh, en) = match mark {
        Mark::No => (Some(false), "不符合", "because this does not hold: "),
        Mark::Unknown => (None, "还不能判断", "because this is not settled: "),
        _ if line.state == "not-applicable" => (Some(false), "不符合", "because this does not hold: "),
        _ => return Tree::point(mark, text, Vec::new()),
    };
    let names = conditions(teller, line, deciding);
    if !names.is_empty() {
        let names = list(&names);
        text = words(format!("{}，{zh}{}", text.zh, names.zh), format!("{}, {en}{}", text.en, names.en));
    }
    Tree::point(mark, text, Vec::new())
}

/// The conditions that are so in some of the months; with these months where they are not all.
fn conditions(teller: &Teller<'_>, line: &ToldMonths, holds: Option<bool>) -> Vec<Words> {
    let shares = |reason: &&ToldReason| reason.from <= line.to && line.from <= reason.to && reason.holds == holds;
    let mut known: Vec<(Words, Vec<Span<'_>>)> = Vec::new();
    for reason in teller.told.reasons.iter().filter(shares) {
        let name = teller.condition(&reason.condition, &reason.from);
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
    known.into_iter().map(name).collect()
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
