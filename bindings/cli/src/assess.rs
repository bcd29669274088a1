//! `tuoyu assess CASE`: what the rules say of a case.

use crate::arguments::Assess;
use crate::asking::{self, Asked, RULES};
use crate::{branches, listing};
use std::process::ExitCode;

/// Assesses a case; 2 where nothing could be answered.
pub fn run(arguments: &Assess) -> ExitCode {
    let asking = &arguments.asking;
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
