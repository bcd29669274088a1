//! `tuoyu assess CASE|ROSTER.csv`: what the rules say of a case, or of each row of a roster.

use crate::arguments::Assess;
use crate::asking::{self, Asked, RULES};
use crate::draw::{self, Sources};
use crate::{branches, listing, roster};
use std::process::ExitCode;
use tuoyu::error::{Code, Diagnostic, Diagnostics};

/// Assesses a case; 2 where nothing could be answered.
pub fn run(arguments: &Assess) -> ExitCode {
    let asking = &arguments.asking;
    if roster::is_roster(&asking.case) {
        return roster::run(arguments);
    }
    if let Err(faults) = of_a_roster(arguments) {
        return draw::refuse(&faults, asking.lang.language(), Sources::NONE);
    }
    let asked = Asked { asking, patterns: &arguments.rules, option: RULES, subject: None };
    // A file is for no terminal.
    let colours = arguments.output.is_none() && branches::colours();
    asking::run(&asked, arguments.output.as_deref(), |rules, case, ask| {
        let assessment = rules.assess(case, ask)?;
        let is_full = !arguments.rules.is_empty();
        Ok(match asking.json {
            true => asking::json(&assessment),
            false => listing::page(rules, case, &assessment, asking.lang.language(), is_full).text(colours),
        })
    })
}

/// Options that only a roster has are not passed over.
fn of_a_roster(arguments: &Assess) -> Result<(), Diagnostics> {
    let columns = (!arguments.columns.is_empty()).then(|| ("--columns", arguments.columns.join(",")));
    let rows = arguments.rows.clone().map(|rows| ("--rows", rows));
    let given = columns.into_iter().chain(rows);
    let faults = given.map(|(option, found)| {
        Diagnostic::in_argument(Code::MalformedArgument, option, found, "tuoyu assess ROSTER.csv")
    });
    Diagnostics(faults.collect()).unless_errors(())
}
