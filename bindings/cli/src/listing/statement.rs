//! A statement's totals: one line for each item, discretionary ones marked.

use super::kinds::Note;
use super::numbers::{quantity, range};
use super::page::Tone;
use super::say::say;
use super::view::Part;
use tuoyu::source::Language;

const ITEMS: [(&str, &str, &str); 9] = [
    ("fees", "保育费", "Fees"),
    ("family-subsidy", "入托补贴", "Family subsidy"),
    ("employer-reimbursement", "单位报销", "Employer's reimbursement"),
    ("allowance", "育儿补贴", "Childcare allowance"),
    ("tax-saved", "少缴个人所得税", "Income tax saved"),
    ("left-to-pay", "家庭还要付", "Left to pay"),
    ("operating-subsidy", "运营补助", "Operating subsidy"),
    ("city-award", "市级奖补", "City's award"),
    ("county-net", "县级净支出", "County's net share"),
];

/// The parts over all months; single months stay in the JSON.
pub fn notes(parts: &[Part], language: Language) -> Vec<Note> {
    parts.iter().filter(|part| part.month.is_none()).map(|part| note(part, language)).collect()
}

fn note(part: &Part, language: Language) -> Note {
    let known = ITEMS.iter().find(|(item, _, _)| *item == part.item);
    let item = known.map_or(part.item.as_str(), |(_, zh, en)| say(language, zh, en));
    let amount = match (&part.amount, &part.range) {
        (Some(amount), _) => quantity(amount, "CNY", language),
        (None, Some([low, high])) => range(low, high, "CNY", language),
        (None, None) => say(language, "待定", "undetermined").to_owned(),
    };
    let may = if part.discretionary { say(language, "（可）", " (discretionary)") } else { "" };
    let colon = say(language, "：", ": ");
    (Tone::Plain, String::new(), format!("{} {item}{may}{colon}{amount}", part.subject))
}
