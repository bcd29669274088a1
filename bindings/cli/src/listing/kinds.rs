//! What each kind of outcome shows: a figure at the right margin, and what stands below the row.

use super::months::{count, stretch};
use super::numbers::{percent, product, quantity, range};
use super::page::Tone;
use super::procedure;
use super::say::say;
use super::view::{Detail, Entitlement, Found, Months, View};
use super::why::required;
use tuoyu::explain::state_words;
use tuoyu::source::{Language, Words};

/// The most stretches of one rate that a sum shows.
const MOST_TERMS: usize = 4;

/// A note below a row: its tone, its mark, its text.
pub type Note = (Tone, String, String);

/// The state in words; what is due only if so decided is not called due.
pub fn state(view: &View, language: Language) -> String {
    match (&view.detail, view.state.as_str()) {
        (Detail::Entitlement(Entitlement { discretionary: true, .. }), "granted") => {
            say(language, "可给予", "may be granted").to_owned()
        }
        _ => state_words(&view.kind, &view.state).in_language(language).to_owned(),
    }
}

/// How a state is coloured.
pub fn tone(view: &View) -> Tone {
    match view.state.as_str() {
        "granted" | "met" | "done" | "known" => Tone::Good,
        "breached" | "short" | "missed" => Tone::Bad,
        "undetermined" | "pending" | "no-branch" => Tone::Open,
        _ => Tone::Faint,
    }
}

/// What stands at the right margin.
pub fn figure(view: &View, language: Language) -> String {
    match &view.detail {
        Detail::Entitlement(Entitlement { amount: Some(amount), unit, at_least, .. }) => {
            let amount = quantity(amount, unit, language);
            if *at_least { say(language, "至少 ", "at least ").to_owned() + &amount } else { amount }
        }
        Detail::Entitlement(Entitlement { range: Some([low, high]), unit, .. }) => range(low, high, unit, language),
        Detail::Limit { value: Some(value), unit, .. } => measured(value, unit.as_deref(), language),
        Detail::Indicator { value: Some(value), .. } => percent(value),
        _ => String::new(),
    }
}

/// What stands below the row, besides why and what it depends on.
pub fn notes(view: &View, language: Language) -> Vec<Note> {
    match &view.detail {
        Detail::None => Vec::new(),
        Detail::Entitlement(entitlement) => entitled(entitlement, &view.months, language),
        Detail::Limit { relation, bound, excess, unit, .. } => {
            let unit = unit.as_deref();
            let bound = bound.as_deref().map(|bound| required(relation, &measured(bound, unit, language), language));
            let excess = excess
                .as_deref()
                .map(|excess| format!("{} {}", say(language, "超出", "over by"), measured(excess, unit, language)));
            let parts: Vec<String> = bound.into_iter().chain(excess).collect();
            let tone = if view.state == "breached" { Tone::Bad } else { Tone::Faint };
            note(tone, &parts.join(say(language, "，", "; ")))
        }
        Detail::Requirement { binding } => {
            let soft = !binding && matches!(view.state.as_str(), "short" | "undetermined");
            note(Tone::Faint, if soft { duty_of_others(language) } else { "" })
        }
        Detail::Indicator { relation, target, due, binding, .. } => {
            let mut text = required(relation, &percent(target), language);
            if let Some(due) = due {
                text = text + say(language, "，期限 ", "; due ") + due;
            }
            if !binding {
                text += say(language, "，力争目标", "; an aspiration");
            }
            note(Tone::Faint, &text)
        }
        Detail::Procedure { steps, next } => procedure::notes(steps, next.as_deref(), language),
        Detail::Lookup(found) => looked_up(found.as_ref(), &view.months, language),
    }
}

/// A duty that the text lays on a department, not on the institution.
const fn duty_of_others(language: Language) -> &'static str {
    say(language, "由部门推动，不是对机构的强制要求", "The authorities' task, not binding on the institution")
}

fn note(tone: Tone, text: &str) -> Vec<Note> {
    if text.is_empty() { Vec::new() } else { vec![(tone, String::new(), text.to_owned())] }
}

/// A number of a limit: a share in percent where it has no unit.
fn measured(plain: &str, unit: Option<&str>, language: Language) -> String {
    unit.map_or_else(|| percent(plain), |unit| quantity(plain, unit, language))
}

/// How the amount comes about, who decides, which place pays.
fn entitled(entitlement: &Entitlement, months: &[Months], language: Language) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    let place = entitlement.payer_place.as_ref().map(|place| match language {
        Language::Chinese => format!("由{}支付", place.zh),
        Language::English => format!("paid by {}", place.en),
    });
    match (sum(entitlement, months, language), place) {
        (Some(sum), Some(place)) => {
            notes.push((Tone::Faint, "= ".to_owned(), sum + say(language, "，", "; ") + &place))
        }
        (Some(sum), None) => notes.push((Tone::Faint, "= ".to_owned(), sum)),
        (None, Some(place)) => notes.push((Tone::Faint, String::new(), place)),
        (None, None) => {}
    }
    if let Some(words) = entitlement.by_whom.as_ref().filter(|_| entitlement.discretionary) {
        notes.push((Tone::Open, String::new(), words.in_language(language).to_owned()));
    }
    if !entitlement.range_exact && entitlement.range.is_some() {
        let (zh, en) = ("未知的太多，范围可能偏宽", "Too much is unknown: the range may be too wide");
        notes.push((Tone::Open, String::new(), say(language, zh, en).to_owned()));
    }
    notes
}

/// `4 个月 × 300 元`.
fn sum(entitlement: &Entitlement, months: &[Months], language: Language) -> Option<String> {
    entitlement.amount.as_ref()?;
    let mut terms: Vec<(usize, &str, &str)> = Vec::new();
    for line in months.iter().filter(|line| line.state == "granted") {
        let (rate, per) = (line.rate.as_deref()?, line.per.as_deref()?);
        let months = count(&line.from, &line.to);
        match terms.iter_mut().find(|(_, known, every)| (*known, *every) == (rate, per)) {
            Some((count, _, _)) => *count += months,
            None => terms.push((months, rate, per)),
        }
    }
    let shown: Vec<String> = terms
        .iter()
        .take(MOST_TERMS)
        .map(|(months, rate, per)| product(*months, rate, per, &entitlement.unit, language))
        .collect();
    let more = if terms.len() > MOST_TERMS { " + …" } else { "" };
    (!shown.is_empty()).then(|| shown.join(" + ") + more)
}

/// The value; where months differ, each with its months.
fn looked_up(found: Option<&Found>, months: &[Months], language: Language) -> Vec<Note> {
    let values: Vec<&Months> = months.iter().filter(|line| line.value.is_some()).collect();
    if values.len() > 1 {
        let each = values.into_iter().filter_map(|line| match &line.value {
            Some(Found::Text(words)) => {
                let months = stretch(&line.from, &line.to, language);
                let words = words.in_language(language).to_owned();
                Some((Tone::Plain, months + say(language, "：", ": "), words))
            }
            _ => None,
        });
        let each: Vec<Note> = each.collect();
        if !each.is_empty() {
            return each;
        }
    }
    match found {
        None => Vec::new(),
        Some(Found::Text(words)) => note(Tone::Plain, words.in_language(language)),
        Some(Found::List(list)) => list.iter().map(|(key, words)| keyed(key, words, language)).collect(),
    }
}

/// An entry of a list: a measure by its number, else what it is about.
fn keyed(key: &str, words: &Words, language: Language) -> Note {
    let measure = key.bytes().all(|byte| byte.is_ascii_digit());
    let name = match (measure, key, language) {
        (true, _, Language::Chinese) => format!("措施{key}"),
        (true, _, Language::English) => format!("Measure {key}"),
        (false, "place", _) => say(language, "属地", "Place").to_owned(),
        (false, _, _) => key.to_owned(),
    };
    (Tone::Plain, name + say(language, "：", ": "), words.in_language(language).to_owned())
}
