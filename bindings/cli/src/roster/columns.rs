//! The columns that are added to a roster, and what is wrong with those that it has.

use super::table::Form;
use std::path::Path;
use tuoyu::error::{Code, Diagnostic, Diagnostics};
use tuoyu::model::{Heading, Headings};
use tuoyu::{Batch, Wanted};

/// What may be asked for of each rule, and the column of words.
const WORDS: [&str; 6] = ["amount", "state", "min", "max", "months", FINDINGS];
/// What is written unless something else is asked for.
const USUAL: [&str; 3] = ["amount", "state", FINDINGS];
/// The column of words.
const FINDINGS: &str = "findings";
/// How many headings tell what kind of table it is.
const SHOWN: usize = 4;

/// Which columns are wished for.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    pub wanted: Wanted,
    pub findings: bool,
}

impl Wish {
    /// Reads `amount,state,findings`.
    ///
    /// # Errors
    /// `malformed-argument` for each word that is none of them.
    pub fn of(words: &[String]) -> Result<Self, Diagnostics> {
        let words: Vec<&str> =
            if words.is_empty() { USUAL.to_vec() } else { words.iter().map(|word| word.trim()).collect() };
        let unknown = words.iter().filter(|word| !WORDS.contains(word));
        let faults =
            unknown.map(|word| Diagnostic::in_argument(Code::MalformedArgument, "--columns", *word, WORDS.join(",")));
        let has = |word| words.contains(&word);
        let wanted = Wanted {
            amount: has("amount"),
            min: has("min"),
            max: has("max"),
            state: has("state"),
            months: has("months"),
        };
        Diagnostics(faults.collect()).unless_errors(Self { wanted, findings: has(FINDINGS) })
    }
}

/// The headings of the added columns.
pub fn added(batch: &Batch<'_>, Wish { wanted, findings }: Wish) -> Vec<String> {
    let each = [
        (wanted.amount, "amount"),
        (wanted.state, "state"),
        (wanted.min, "min"),
        (wanted.max, "max"),
        (wanted.months, "months"),
    ];
    let of_rule = |rule: &str| {
        let names = each.iter().filter(|(is_wanted, _)| *is_wanted).map(|(_, name)| format!("{rule}.{name}"));
        names.collect::<Vec<String>>()
    };
    let mut names: Vec<String> = batch.rules().iter().flat_map(|rule| of_rule(&rule.id)).collect();
    names.extend(findings.then(|| FINDINGS.to_owned()));
    names
}

/// The heading of the table that is written.
pub fn heading(names: &[String], added: &[String], form: Form) -> Vec<u8> {
    let mut out = Vec::new();
    if form.has_mark {
        out.extend_from_slice(crate::sample::MARK.as_bytes());
    }
    let mut writer = form.writer(&mut out);
    // Memory takes whatever is written.
    _ = writer.write_record(names.iter().chain(added));
    _ = writer.flush();
    drop(writer);
    out
}

/// A roster in which no column is a fact: another separator, another kind of table, nothing at all.
pub fn unread(headings: &Headings, path: &Path) -> Option<Diagnostic> {
    let is_fact = |heading: &Heading| !matches!(heading, Heading::Own);
    if headings.columns().iter().any(is_fact) {
        return None;
    }
    let shown = headings.names().iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    Some(Diagnostic::in_argument(Code::NoFactColumn, path.to_string_lossy(), shown, ""))
}

/// Columns that the roster has already and that the answers are to be written to.
pub fn taken(names: &[String], added: &[String]) -> Vec<Diagnostic> {
    let taken = names.iter().filter(|name| added.contains(name));
    taken.map(|name| Diagnostic::in_heading(Code::ColumnTaken, name, name, "")).collect()
}
