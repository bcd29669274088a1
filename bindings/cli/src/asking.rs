//! Questions about a case: pack, case and question are read, then answered, and all faults come at once.

use crate::arguments::Asking;
use crate::draw::{self, Sources};
use crate::{input, loaded, output, place};
use std::path::Path;
use std::process::ExitCode;
use tuoyu::error::{Code, Diagnostic, Diagnostics};
use tuoyu::model::Facts;
use tuoyu::{Ask, Rules};

/// The option that names rules, where there may be none.
pub const RULES: &str = "--rules";
/// The option that names the rule that a question is about.
pub const RULE: &str = "--rule";

/// What was asked on the command line.
pub struct Asked<'a> {
    pub asking: &'a Asking,
    /// Which rules.
    pub patterns: &'a [String],
    /// The option that they were given with.
    pub option: &'static str,
    /// Whom alone.
    pub subject: Option<&'a str>,
}

/// Reads what is needed, answers, and writes the answer; 2 where nothing could be answered.
pub fn run(
    asked: &Asked<'_>,
    output: Option<&Path>,
    answer: impl FnOnce(&Rules, &Facts, &Ask) -> Result<String, Diagnostics>,
) -> ExitCode {
    let asking = asked.asking;
    let language = asking.lang.language();
    let rules = match loaded::rules(asking.pack.as_deref(), language) {
        Ok(rules) => rules,
        Err(status) => return status,
    };
    let read = read(asked, &rules);
    let written = read
        .and_then(|(case, ask)| answer(&rules, &case, &ask))
        .and_then(|text| output::write(output, format!("{text}\n").as_bytes()));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(mut faults) => {
            place::of_case(&mut faults.0, &asking.case, asked.option);
            let text = |_: &str| input::text(&asking.case);
            let members = input::Members::of(&asking.case);
            let member = |path: &str| members.place(path);
            draw::refuse(&faults, language, Sources { text: &text, member: &member })
        }
    }
}

/// The case and the question are read before either is refused, so that all faults come at once.
fn read(asked: &Asked<'_>, rules: &Rules) -> Result<(Facts, Ask), Diagnostics> {
    let mut faults = Diagnostics::default();
    let ask = question(asked, &mut faults);
    if let Err(Diagnostics(more)) = rules.question(&ask) {
        faults.0.extend(more);
    }
    let case = match input::case(&asked.asking.case, rules) {
        Ok(case) => Some(case),
        Err(Diagnostics(more)) => {
            faults.0.extend(more);
            None
        }
    };
    match case {
        Some(case) if faults.0.is_empty() => Ok((case, ask)),
        _ => Err(faults),
    }
}

/// The question that the options put.
pub fn question(asked: &Asked<'_>, faults: &mut Diagnostics) -> Ask {
    let asking = asked.asking;
    let mut ask = Ask::window(&asking.from, &asking.to);
    for pattern in asked.patterns {
        ask = ask.rule(pattern);
    }
    for pattern in &asking.with {
        ask = ask.with(pattern);
    }
    for reading in &asking.reading {
        match reading.split_once('=') {
            Some((id, option)) => ask = ask.reading(id, option),
            None => faults.0.push(Diagnostic::in_argument(Code::MalformedArgument, "reading", reading, "ID=OPTION")),
        }
    }
    match asked.subject {
        Some(subject) => ask.subject(subject),
        None => ask,
    }
}

/// A report as JSON.
pub fn json(report: &impl serde::Serialize) -> String {
    // Reports are made of texts, numbers and lists alone, so they always have a JSON text.
    serde_json::to_string_pretty(report).unwrap_or_default()
}
