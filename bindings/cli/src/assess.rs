//! `tuoyu assess CASE`: what the rules say of a case.

use crate::arguments::Assess;
use crate::asking::{self, Asked, RULES};
use crate::listing;
use std::process::ExitCode;

/// Assesses a case; 2 where nothing could be answered.
pub fn run(arguments: &Assess) -> ExitCode {
    let asking = &arguments.asking;
    let asked = Asked { asking, patterns: &arguments.rules, option: RULES, subject: None };
    asking::run(&asked, arguments.output.as_deref(), |rules, case, ask| {
        let assessment = rules.assess(case, ask)?;
        Ok(match asking.json {
            true => asking::json(&assessment),
            false => listing::text(rules, &assessment, asking.lang.language()),
        })
    })
}
