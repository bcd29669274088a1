//! `tuoyu explain-outcome FILE`: the reasons of an answer that was given before, as trees.

use crate::arguments::ExplainOutcome;
use crate::draw::{self, Sources};
use crate::explain::{self, Explained};
use crate::{input, loaded, output, place};
use serde_json::Value;
use std::path::Path;
use std::process::ExitCode;
use tuoyu::Rules;
use tuoyu::error::{Code, Diagnostic, Diagnostics};
use tuoyu::model::Node;

/// Explains an outcome, or every outcome of an answer; 2 where there is none.
pub fn run(arguments: &ExplainOutcome) -> ExitCode {
    let (path, language) = (arguments.outcome.as_path(), arguments.lang.language());
    let rules = match loaded::rules(arguments.pack.as_deref(), language) {
        Ok(rules) => rules,
        Err(refused) => return refused,
    };
    let answer = outcomes(path).and_then(|outcomes| {
        let explained = outcomes.iter().map(|outcome| explained(&rules, outcome)).collect::<Result<Vec<_>, _>>()?;
        let text = explain::text(&explained, arguments.json, language);
        output::write(None, format!("{text}\n").as_bytes())
    });
    match answer {
        Ok(()) => ExitCode::SUCCESS,
        Err(mut faults) => {
            place::of_outcome(&mut faults.0, path);
            let text = |_: &str| input::text(path);
            draw::refuse(&faults, language, Sources { text: &text, ..Sources::NONE })
        }
    }
}

/// The outcomes of an answer, or the one that the file is.
fn outcomes(path: &Path) -> Result<Vec<Value>, Diagnostics> {
    let bytes = input::bytes(path)?;
    // What is no JSON is told as of a case.
    Node::from_json(&bytes)?;
    let json = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let value: Value = serde_json::from_slice(json)
        .map_err(|error| Diagnostic::in_argument(Code::NotAnOutcome, "outcome", error.to_string(), ""))?;
    Ok(match value.get("outcomes").and_then(Value::as_array) {
        Some(all) => all.clone(),
        None => vec![value],
    })
}

fn explained<'o>(rules: &Rules, outcome: &'o Value) -> Result<Explained<'o>, Diagnostics> {
    let tree = rules.explain(outcome)?;
    let text = |name: &str| outcome.get(name).and_then(Value::as_str).unwrap_or_default();
    Ok(Explained { subject: text("subject"), rule: text("rule"), tree })
}
