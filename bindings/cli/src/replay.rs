//! `tuoyu replay RECEIPT CASE`: a recorded answer, asked again and compared.

use crate::arguments::Replay;
use crate::asking::{self, RULES};
use crate::draw::{self, Sources};
use crate::{branches, input, loaded, output, place};
use std::path::Path;
use std::process::ExitCode;
use tuoyu::error::Diagnostics;
use tuoyu::replay::Recorded;

/// What answers and differs.
const DIFFERS: u8 = 1;

/// What cannot be replayed.
const NOTHING: u8 = 2;

/// Replays a receipt; 1 where something differs, 2 where it cannot be replayed.
pub fn run(arguments: &Replay) -> ExitCode {
    let language = arguments.lang.language();
    let rules = match loaded::rules(arguments.pack.as_deref(), language) {
        Ok(rules) => rules,
        Err(status) => return status,
    };
    let refuse = |faults: Diagnostics, path: &Path| {
        refuse(faults, path, arguments);
        ExitCode::from(NOTHING)
    };
    // The faults of both files come at once.
    let recorded = input::bytes(&arguments.receipt).and_then(|bytes| Recorded::from_json(&bytes));
    let case = input::case(&arguments.case, &rules);
    let (recorded, case) = match (recorded, case) {
        (Ok(recorded), Ok(case)) => (recorded, case),
        (recorded, case) => {
            let receipt = recorded.err().map(|faults| refuse(faults, &arguments.receipt));
            let case = case.err().map(|faults| refuse(faults, &arguments.case));
            return receipt.or(case).unwrap_or(ExitCode::from(NOTHING));
        }
    };
    let replay = match rules.replay(&recorded, &case) {
        Ok(replay) => replay,
        Err(faults) => return refuse(faults, &arguments.receipt),
    };
    let text = match arguments.json {
        true => asking::json(&replay),
        false => branches::draw(&replay.tree(), language, branches::colours()),
    };
    match output::write(None, format!("{text}\n").as_bytes()) {
        Ok(()) if replay.holds() => ExitCode::SUCCESS,
        Ok(()) => ExitCode::from(DIFFERS),
        Err(faults) => refuse(faults, &arguments.receipt),
    }
}

/// Every fault of a file, drawn where it stands.
fn refuse(mut faults: Diagnostics, path: &Path, arguments: &Replay) {
    place::of_case(&mut faults.0, path, RULES);
    let text = |_: &str| input::text(path);
    let members = input::Members::of(path);
    let member = |at: &str| members.place(at);
    draw::to_stderr(&faults.0, arguments.lang.language(), Sources { text: &text, member: &member });
}
