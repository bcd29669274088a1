//! Where answers go: a file, or standard output.

use std::io::{ErrorKind, Write};
use std::path::Path;
use tuoyu::error::{Code, Diagnostic, Diagnostics};

/// Writes an answer to a file, or else to standard output.
///
/// # Errors
/// `unwritable-file`.
pub fn write(output: Option<&Path>, answer: &[u8]) -> Result<(), Diagnostics> {
    let written = match output {
        Some(path) => std::fs::write(path, answer),
        None => std::io::stdout().lock().write_all(answer),
    };
    match written {
        // A reader that has seen enough closes the pipe; that is no fault.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let name = output.map_or_else(|| "stdout".into(), Path::to_string_lossy);
            Err(Diagnostic::in_argument(Code::UnwritableFile, name, error.to_string(), "").into())
        }
        _ => Ok(()),
    }
}
