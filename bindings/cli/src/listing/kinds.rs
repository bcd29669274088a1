//! What each kind of outcome shows: a figure at the right margin, and what stands below the row.

use super::limit::measured;
use super::numbers::{quantity, range};
use super::page::Tone;
use super::say::say;
use super::view::{Detail, Entitlement, View};
use super::why::Asked;
use super::{entitled, limit, lookup, procedure};
use tuoyu::explain::{percent, state_words};
use tuoyu::source::Language;

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
        Detail::Entitlement(entitlement) if entitled::wide(entitlement, language).is_some() => String::new(),
        Detail::Entitlement(Entitlement { range: Some([low, high]), unit, .. }) => range(low, high, unit, language),
        Detail::Limit(limit) => {
            let value = limit.value.as_deref();
            value.map(|value| measured(value, limit.unit.as_deref(), language)).unwrap_or_default()
        }
        Detail::Indicator(target) => target.value.as_deref().map(percent).unwrap_or_default(),
        Detail::Lookup(found) => lookup::figure(found.as_ref(), &view.months, language).unwrap_or_default(),
        _ => String::new(),
    }
}

/// What stands below the row, besides why and what it depends on; long lists are told in short.
pub fn notes(view: &View, asked: Asked<'_>, is_short: bool, language: Language) -> Vec<Note> {
    match &view.detail {
        Detail::None | Detail::Quantity(_) => Vec::new(),
        Detail::Entitlement(entitlement) => entitled::notes(view, entitlement, language),
        Detail::Limit(own) => limit::notes(view, own, asked, language),
        Detail::Requirement { binding } => required_of_others(view, *binding, language),
        Detail::Indicator(target) => limit::target(view, target, asked, language),
        Detail::Procedure { steps, next } => procedure::notes(view, steps, next.as_deref(), language),
        Detail::Lookup(found) => lookup::notes(view, found.as_ref(), is_short, language),
    }
}

/// A duty that the text lays on a department, not on the institution.
fn required_of_others(view: &View, binding: bool, language: Language) -> Vec<Note> {
    if binding || view.state == "met" {
        return Vec::new();
    }
    let others = say(language, "不是对机构的强制要求", "Not binding on the institution").to_owned();
    let text = match (&view.guiding, language) {
        (Some(guiding), Language::Chinese) => format!("{}，{others}", guiding.zh),
        (Some(guiding), Language::English) => format!("{}; not binding on the institution", guiding.en),
        (None, _) => others,
    };
    vec![(Tone::Faint, String::new(), text)]
}
