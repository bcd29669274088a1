//! `tuoyu check DIR`: everything wrong with a pack, at once, with lines.

use crate::arguments::Check;
use crate::draw::{self, Sources};
use crate::{input, place, sheet};
use std::io::Write;
use std::process::ExitCode;
use tuoyu::error::Diagnostic;
use tuoyu::source::Language;

/// Checks a pack; 1 where something wants a look, 2 where the pack cannot be used.
pub fn run(arguments: &Check) -> ExitCode {
    let language = arguments.lang.language();
    let pack = match input::pack(&arguments.folder) {
        Ok(pack) => pack,
        Err(faults) => return draw::refuse(&faults, language, Sources::NONE),
    };
    let mut checked = pack.check();
    place::of_pack(&mut checked.diagnostics, &arguments.folder);
    let text = |name: &str| pack.file(name).map(|file| file.text.clone());
    draw::to_stderr(&checked.diagnostics, language, Sources { text: &text, ..Sources::NONE });
    let errors = checked.diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
    let rest = checked.diagnostics.len() - errors;
    let rules = checked.plan.as_ref().map(|plan| plan.book.rules.len());
    let text = match checked.sheets() {
        sheets if arguments.sheet && !sheets.is_empty() => sheet::text(&sheets, language),
        _ => summary(language, rules, errors, rest),
    };
    // A reader that has gone away is told by the exit status.
    let _: std::io::Result<()> = writeln!(std::io::stdout().lock(), "{text}");
    ExitCode::from(status(&checked.diagnostics))
}

fn status(diagnostics: &[Diagnostic]) -> u8 {
    match diagnostics {
        [] => 0,
        all if all.iter().any(Diagnostic::is_error) => 2,
        _ => 1,
    }
}

fn summary(language: Language, rules: Option<usize>, errors: usize, warnings: usize) -> String {
    match (language, rules) {
        (Language::Chinese, Some(rules)) => format!("规则 {rules} 条，提示 {warnings} 处"),
        (Language::Chinese, None) => format!("规则包不可用：错误 {errors} 处，提示 {warnings} 处"),
        (Language::English, Some(rules)) => format!("rules: {rules}, warnings: {warnings}"),
        (Language::English, None) => format!("the pack cannot be used: errors: {errors}, warnings: {warnings}"),
    }
}
