//! Places of faults, as who runs the command knows them.

use std::path::Path;
use tuoyu::error::{Diagnostic, Place};

/// What the core calls the arguments of a question.
const QUESTION: [&str; 5] = ["from", "to", "reading", "subject", "rows"];
/// What the core calls the rules of a question.
const RULES: &str = "rules";
/// What the core calls the pack as a whole.
const PACK: &str = "pack";

/// A fault of a case's text is told with the case's file, one of the question with the option;
/// rules are named by another option in each command.
pub fn of_case(faults: &mut [Diagnostic], path: &Path, rules: &str) {
    for fault in faults {
        match &mut fault.place {
            Place::Text { file, .. } => *file = path.to_string_lossy().into_owned(),
            Place::Argument(name) if name == RULES => *name = rules.to_owned(),
            Place::Argument(name) if QUESTION.contains(&name.as_str()) => *name = format!("--{name}"),
            _ => {}
        }
    }
}

/// A fault of an answer that was given before is told with its file.
pub fn of_outcome(faults: &mut [Diagnostic], path: &Path) {
    for fault in faults {
        match &mut fault.place {
            Place::Text { file: name, .. } | Place::Argument(name) => *name = path.to_string_lossy().into_owned(),
            Place::Path(_) | Place::Cell { .. } => {}
        }
    }
}

/// A fault of a pack as a whole is told with its folder.
pub fn of_pack(faults: &mut [Diagnostic], folder: &Path) {
    for fault in faults {
        match &mut fault.place {
            Place::Argument(name) if name == PACK => *name = folder.to_string_lossy().into_owned(),
            _ => {}
        }
    }
}
