//! What an entitlement shows below its row: how the amount comes about, who decides, which place pays.

use super::kinds::Note;
use super::months::count;
use super::numbers::{product, range};
use super::page::Tone;
use super::say::say;
use super::view::{Claim, Entitlement, Months, Opening, View};
use super::width::columns;
use tuoyu::source::Language;

/// The most stretches of one rate that a sum shows.
const MOST_TERMS: usize = 4;
/// The widest figure that stands in its row; a wider one has its own line.
pub const WIDEST_FIGURE: usize = 24;

/// How the amount comes about, who decides, which place pays, and what another text sets.
pub fn notes(view: &View, entitlement: &Entitlement, language: Language) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    let wide = wide(entitlement, language).map(|range| say(language, "范围 ", "Range ").to_owned() + &range);
    notes.extend(wide.map(|range| (Tone::Open, String::new(), range)));
    let place = entitlement.payer_place.as_ref().map(|place| match language {
        Language::Chinese => format!("由{}支付", place.zh),
        Language::English => format!("paid by {}", place.en),
    });
    match (sum(entitlement, &view.months, language), place) {
        (Some(sum), Some(place)) => {
            notes.push((Tone::Faint, "= ".to_owned(), sum + say(language, "，", "; ") + &place))
        }
        (Some(sum), None) => notes.push((Tone::Faint, "= ".to_owned(), sum)),
        (None, Some(place)) => notes.push((Tone::Faint, String::new(), place)),
        (None, None) => {}
    }
    if entitlement.form == "saving" {
        let (zh, en) = ("是少付的钱，不是发放的钱", "Less is to be paid; nothing is paid out");
        notes.push((Tone::Faint, String::new(), say(language, zh, en).to_owned()));
    }
    if let Some(words) = entitlement.by_whom.as_ref().filter(|_| entitlement.discretionary) {
        notes.push((Tone::Open, String::new(), words.in_language(language).to_owned()));
    }
    for open in &view.open {
        if let Opening::SetElsewhere(what) = open {
            let (zh, en) = ("金额由其他文件规定，不在本规则之内：", "Set by another document, outside these rules: ");
            let text = say(language, zh, en).to_owned() + what.in_language(language);
            notes.push((Tone::Open, "? ".to_owned(), text));
        }
    }
    // Nobody claims what is refused.
    if let Some(claim) = entitlement.claim.as_ref().filter(|_| view.state != "refused") {
        notes.push((Tone::Plain, say(language, "申领 ", "Claim ").to_owned(), claimed(claim, language)));
    }
    if !entitlement.range_exact && entitlement.range.is_some() {
        let (zh, en) = ("未知的太多，范围可能偏宽", "Too much is unknown: the range may be too wide");
        notes.push((Tone::Open, String::new(), say(language, zh, en).to_owned()));
    }
    notes
}

/// Where it is claimed, by when and with what.
fn claimed(claim: &Claim, language: Language) -> String {
    let by = claim.by.as_ref().map(|by| by.in_language(language).to_owned());
    let documents: Vec<&str> = claim.documents.iter().map(|one| one.in_language(language)).collect();
    let with = match language {
        Language::Chinese => format!("带{}", documents.join("、")),
        Language::English => format!("with {}", documents.join(", ")),
    };
    let place = claim.place.in_language(language).to_owned();
    let parts: Vec<String> = std::iter::once(place).chain(by).chain((!documents.is_empty()).then_some(with)).collect();
    parts.join(say(language, "；", "; "))
}

/// A range that is too wide for its row.
pub fn wide(entitlement: &Entitlement, language: Language) -> Option<String> {
    let [low, high] = entitlement.range.as_ref().filter(|_| entitlement.amount.is_none())?;
    let range = range(low, high, &entitlement.unit, language);
    (columns(&range) > WIDEST_FIGURE).then_some(range)
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
