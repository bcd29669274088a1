//! What the outcomes add up to, by who pays whom; what somebody may decide is kept apart.

use super::numbers::{quantity, range};
use super::page::{Line, Page, Tone};
use super::say::{capital, say};
use super::view::Sum;
use super::width::{columns, right, spaces, wrap};
use tuoyu::explain::{form_words, party_words};
use tuoyu::source::Language;

/// The form of what is paid out.
const PAYMENT: &str = "payment";

/// The sections of totals.
pub fn write(page: &mut Page, sums: &[Sum], margin: usize, language: Language) {
    let due = |sum: &&Sum| !sum.discretionary;
    let paid: Vec<&Sum> = sums.iter().filter(due).filter(|sum| sum.form == PAYMENT).collect();
    if !paid.is_empty() {
        section(page, say(language, "合计", "Totals"), &paid, margin, language);
    }
    // What is less to be paid or taxed is no money that comes in.
    for form in ["saving", "deduction", "leave"] {
        let unpaid: Vec<&Sum> = sums.iter().filter(due).filter(|sum| sum.form == form).collect();
        let heading = match (form, language) {
            ("saving", Language::Chinese) => "少付的钱（不是发放，不在合计之内）",
            ("saving", Language::English) => "Less to be paid (nothing is paid out; not in the totals)",
            ("deduction", Language::Chinese) => "计税时扣除的（不是发放，不在合计之内）",
            ("deduction", Language::English) => "Deducted before tax (nothing is paid out; not in the totals)",
            (_, Language::Chinese) => "假期（不在合计之内）",
            (_, Language::English) => "Leave (not in the totals)",
        };
        if !unpaid.is_empty() {
            section(page, heading, &unpaid, margin, language);
        }
    }
    let mut payers: Vec<Option<&str>> = Vec::new();
    for sum in sums.iter().filter(|sum| sum.discretionary) {
        if !payers.contains(&sum.payer.as_deref()) {
            payers.push(sum.payer.as_deref());
        }
    }
    for payer in payers {
        let may: Vec<&Sum> = sums.iter().filter(|sum| sum.discretionary && sum.payer.as_deref() == payer).collect();
        let who = payer.map_or_else(String::new, |payer| party_words(payer).in_language(language).to_owned());
        let heading = match language {
            Language::Chinese => format!("可由{who}决定（不在合计之内）"),
            Language::English => format!("For the {who} to decide (not in the totals)"),
        };
        section(page, &heading, &may, margin, language);
    }
}

fn section(page: &mut Page, heading: &str, sums: &[&Sum], margin: usize, language: Language) {
    page.heading(heading);
    for sum in sums {
        let amount = match &sum.amount {
            Some(amount) => quantity(amount, &sum.unit, language),
            None => range(&sum.range[0], &sum.range[1], &sum.unit, language),
        };
        let tone = if sum.amount.is_some() { Tone::Plain } else { Tone::Open };
        let room = margin.saturating_sub(columns(&amount) + 4);
        let mut lines = wrap(&parties(sum, language), room).into_iter();
        let first = lines.next().unwrap_or_default();
        let start = Line::of(Tone::Plain, spaces(2)).and(Tone::Plain, first);
        let room = margin.saturating_sub(start.columns());
        page.line(start.and(tone, right(&amount, room)));
        for rest in lines {
            page.line(Line::of(Tone::Plain, spaces(4)).and(Tone::Plain, rest));
        }
    }
}

/// Who pays whom; of what is not paid out, who has it, and who bears it.
pub fn parties(sum: &Sum, language: Language) -> String {
    let words = |party: &String| party_words(party).in_language(language).to_owned();
    let form = form_words(&sum.form).in_language(language).to_owned();
    let parties = match (sum.payer.as_ref().map(words), sum.payee.as_ref().map(words), language) {
        (Some(payer), Some(payee), Language::Chinese) if sum.form == PAYMENT => format!("{payer}付给{payee}"),
        (Some(payer), Some(payee), Language::English) if sum.form == PAYMENT => format!("{payer} to {payee}"),
        (Some(payer), Some(payee), Language::Chinese) => format!("{payee}{form}，由{payer}承担"),
        (Some(payer), Some(payee), Language::English) => format!("{payee}: {form}, borne by the {payer}"),
        (None, Some(payee), Language::Chinese) => format!("{payee}{form}"),
        (None, Some(payee), Language::English) => format!("{payee}: {form}"),
        (Some(only), None, _) => only,
        (None, None, _) => form,
    };
    capital(&parties)
}
