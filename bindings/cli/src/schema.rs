//! `tuoyu schema case|row|outcome|pack`: what goes in and what comes out, as JSON Schema.

use crate::arguments::{Described, Schema};
use crate::draw::{self, Sources};
use crate::{asking, loaded, output};
use std::process::ExitCode;
use tuoyu::schema;

/// Prints a schema; 2 where the pack cannot be used.
pub fn run(arguments: &Schema) -> ExitCode {
    let language = arguments.lang.language();
    let rules = match loaded::rules(arguments.pack.as_deref(), language) {
        Ok(rules) => rules,
        Err(status) => return status,
    };
    let schema = match arguments.what {
        Described::Case => schema::case(rules.vocabulary()),
        Described::Row => schema::row(rules.vocabulary()),
        Described::Outcome => schema::outcome(),
        Described::Pack => schema::pack(),
    };
    match output::write(None, format!("{}\n", asking::json(&schema)).as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(faults) => draw::refuse(&faults, language, Sources::NONE),
    }
}
