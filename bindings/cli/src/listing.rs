//! An assessment as a short listing: whom, what, how it stands, how much.

use tuoyu::Rules;
use tuoyu::explain::{Assessment, OutcomeReport};
use tuoyu::source::Language;

/// The listing, in a language.
pub fn text(rules: &Rules, assessment: &Assessment, language: Language) -> String {
    let window = &assessment.window;
    let mut lines = vec![match language {
        Language::Chinese => format!("{} 至 {}", window.from, window.to),
        Language::English => format!("{} to {}", window.from, window.to),
    }];
    for outcome in &assessment.outcomes {
        lines.push(line(rules, outcome, language));
        for missing in &outcome.missing {
            let fact = rules.vocabulary().fact(&missing.fact).and_then(|fact| rules.vocabulary().fact_at(fact));
            let ask = fact.map_or("", |fact| fact.ask.in_language(language));
            lines.push(format!("    ? {} {}", missing.subject, ask));
        }
        for open in &outcome.open {
            let tuoyu::explain::Opening::Reading(open) = open else { continue };
            let reading = rules.plan().book.readings.iter().find(|reading| reading.id == *open);
            lines.push(format!("    ? {}", reading.map_or("", |reading| reading.ask.in_language(language))));
        }
    }
    lines.join("\n")
}

fn line(rules: &Rules, outcome: &OutcomeReport, language: Language) -> String {
    let rule = rules.plan().book.rules.iter().find(|rule| rule.id == outcome.rule);
    let title = rule.map_or(outcome.rule.as_str(), |rule| rule.title.in_language(language));
    let state = state(outcome.state, language);
    let amount = match (outcome.amount(), outcome.entitlement().and_then(|own| own.range.as_ref()), language) {
        (Some(amount), _, Language::Chinese) => format!("{amount} 元"),
        (Some(amount), _, Language::English) => format!("CNY {amount}"),
        (None, Some([low, high]), Language::Chinese) => format!("{low} 至 {high} 元"),
        (None, Some([low, high]), Language::English) => format!("CNY {low} to {high}"),
        (None, None, _) => String::new(),
    };
    format!("  {}  {title}  {state}  {amount}", outcome.subject).trim_end().to_owned()
}

fn state(state: &str, language: Language) -> &str {
    match (state, language) {
        ("granted", Language::Chinese) => "给予",
        ("refused", Language::Chinese) => "不予",
        ("undetermined", Language::Chinese) => "待定",
        ("not-in-force", Language::Chinese) => "不在有效期",
        ("not-applicable", Language::Chinese) => "不适用",
        ("not-in-force", Language::English) => "not in force",
        ("not-applicable", Language::English) => "not applicable",
        (other, _) => other,
    }
}
