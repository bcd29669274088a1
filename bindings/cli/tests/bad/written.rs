//! Committed texts: compared, or written where that is asked for.

use std::fs;
use std::path::Path;

/// Set, texts that differ are written and not told.
const WRITE: &str = "TUOYU_WRITE_ERRORS";

/// How the texts are brought up to date.
pub const HOW: &str = "`cargo xtask errors` writes these files; read what it changed before you commit it";

/// Holds a file against what it should say.
pub fn differs(top: &Path, name: &str, text: &str) -> Option<String> {
    let path = top.join(name);
    let committed = fs::read_to_string(&path).unwrap_or_default();
    if committed == text {
        return None;
    }
    if std::env::var_os(WRITE).is_some() {
        fs::write(&path, text).unwrap();
        return None;
    }
    let line = committed.lines().zip(text.lines()).take_while(|(was, is)| was == is).count();
    let at = |text: &str| text.lines().nth(line).unwrap_or("(the end)").to_owned();
    Some(format!("{name} differs in line {}:\n  expected: {}\n     found: {}", line + 1, at(&committed), at(text)))
}
