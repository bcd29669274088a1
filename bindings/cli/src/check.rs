//! `tuoyu check DIR`: everything wrong with a pack, at once, with lines.

use crate::arguments::Check;
use crate::{draw, input};
use std::process::ExitCode;
use tuoyu::error::Diagnostic;
use tuoyu::source::Language;

/// Checks a pack; 1 where something wants a look, 2 where the pack cannot be used.
pub fn run(arguments: &Check) -> ExitCode {
    let language = arguments.lang.language();
    let pack = match input::pack(&arguments.folder) {
        Ok(pack) => pack,
        Err(faults) => return draw::refuse(&faults, language, &|_| None),
    };
    let checked = pack.check();
    draw::to_stderr(&checked.diagnostics, language, &|name| pack.file(name).map(|file| file.text.clone()));
    let errors = checked.diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
    let rest = checked.diagnostics.len() - errors;
    let rules = checked.plan.as_ref().map_or(0, |plan| plan.book.rules.len());
    println!("{}", summary(language, rules, errors, rest));
    ExitCode::from(status(&checked.diagnostics))
}

fn status(diagnostics: &[Diagnostic]) -> u8 {
    match diagnostics {
        [] => 0,
        all if all.iter().any(Diagnostic::is_error) => 2,
        _ => 1,
    }
}

fn summary(language: Language, rules: usize, errors: usize, rest: usize) -> String {
    match language {
        Language::Chinese => format!("规则 {rules} 条，错误 {errors} 处，提示 {rest} 处"),
        Language::English => format!("{rules} rules, {errors} errors, {rest} warnings"),
    }
}
