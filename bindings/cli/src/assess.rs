//! `tuoyu assess CASE`: what the rules say of a case.

use crate::arguments::Assess;
use crate::asking::{self, Asked, RULES};
use crate::listing;
use std::io::IsTerminal;
use std::process::ExitCode;

/// Assesses a case; 2 where nothing could be answered.
pub fn run(arguments: &Assess) -> ExitCode {
    let asking = &arguments.asking;
    let asked = Asked { asking, patterns: &arguments.rules, option: RULES, subject: None };
    asking::run(&asked, arguments.output.as_deref(), |rules, case, ask| {
        let assessment = rules.assess(case, ask)?;
        let is_full = !arguments.rules.is_empty();
        Ok(match asking.json {
            true => asking::json(&assessment),
            false => listing::page(rules, case, &assessment, asking.lang.language(), is_full).text(colours(arguments)),
        })
    })
}

/// Colours are for a terminal, and only where nobody has refused them.
fn colours(arguments: &Assess) -> bool {
    arguments.output.is_none() && std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none()
}
