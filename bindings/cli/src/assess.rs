//! `tuoyu assess CASE`: what the rules say of a case.

use crate::arguments::Assess;
use crate::draw::{self, Sources};
use crate::{input, listing, place};
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use tuoyu::error::{Code, Diagnostic, Diagnostics};
use tuoyu::explain::Assessment;
use tuoyu::model::Case;
use tuoyu::{Ask, Rules};

/// Assesses a case; 2 where nothing could be answered.
pub fn run(arguments: &Assess) -> ExitCode {
    let language = arguments.lang.language();
    let pack = match input::pack_or_built_in(arguments.pack.as_deref()) {
        Ok(pack) => pack,
        Err(faults) => return draw::refuse(&faults, language, Sources::NONE),
    };
    let rules = match Rules::from_pack(&pack) {
        Ok(rules) => rules,
        Err(mut faults) => {
            place::of_pack(&mut faults.0, arguments.pack.as_deref().unwrap_or(Path::new("")));
            let text = |name: &str| pack.file(name).map(|file| file.text.clone());
            return draw::refuse(&faults, language, Sources { text: &text, ..Sources::NONE });
        }
    };
    let answered = answer(arguments, &rules).and_then(|(case, assessment)| {
        let text = if arguments.json {
            json(&assessment)
        } else {
            listing::page(&rules, &case, &assessment, language).text(colours(arguments))
        };
        write(arguments.output.as_deref(), &text)
    });
    match answered {
        Ok(()) => ExitCode::SUCCESS,
        Err(mut faults) => {
            place::of_case(&mut faults.0, &arguments.case);
            let text = |_: &str| input::text(&arguments.case);
            let members = input::Members::of(&arguments.case);
            let member = |path: &str| members.place(path);
            draw::refuse(&faults, language, Sources { text: &text, member: &member })
        }
    }
}

/// The case and the question are read before either is refused, so that all faults come at once.
fn answer(arguments: &Assess, rules: &Rules) -> Result<(Case, Assessment), Diagnostics> {
    let mut faults = Diagnostics::default();
    let mut ask = Ask::window(&arguments.from, &arguments.to);
    for pattern in &arguments.rules {
        ask = ask.rule(pattern);
    }
    for reading in &arguments.reading {
        match reading.split_once('=') {
            Some((id, option)) => ask = ask.reading(id, option),
            None => faults.0.push(Diagnostic::in_argument(Code::MalformedArgument, "reading", reading, "ID=OPTION")),
        }
    }
    if let Err(Diagnostics(more)) = rules.question(&ask) {
        faults.0.extend(more);
    }
    let case = match input::case(&arguments.case, rules) {
        Ok(case) => Some(case),
        Err(Diagnostics(more)) => {
            faults.0.extend(more);
            None
        }
    };
    match case {
        Some(case) if faults.0.is_empty() => rules.assess(&case, &ask).map(|assessment| (case, assessment)),
        _ => Err(faults),
    }
}

/// Colours are for a terminal, and only where nobody has refused them.
fn colours(arguments: &Assess) -> bool {
    arguments.output.is_none() && std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none()
}

fn json(assessment: &Assessment) -> String {
    // An assessment is made of texts, numbers and lists alone, so it always has a JSON text.
    serde_json::to_string_pretty(assessment).unwrap_or_default()
}

fn write(output: Option<&Path>, text: &str) -> Result<(), Diagnostics> {
    let written = match output {
        Some(path) => std::fs::write(path, format!("{text}\n")),
        None => writeln!(std::io::stdout().lock(), "{text}"),
    };
    match written {
        // A reader that has seen enough closes the pipe; that is no fault.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            let name = output.map_or_else(|| "stdout".into(), Path::to_string_lossy);
            Err(Diagnostic::in_argument(Code::UnwritableFile, name, error.to_string(), "").into())
        }
        _ => Ok(()),
    }
}
