//! Where answers go: a file, or standard output.

use std::fs::File;
use std::io::{BufWriter, ErrorKind, Write};
use std::path::Path;
use tuoyu::error::{Code, Diagnostic, Diagnostics};

/// Writes an answer to a file, or else to standard output.
///
/// # Errors
/// `unwritable-file`.
pub fn write(output: Option<&Path>, answer: &[u8]) -> Result<(), Diagnostics> {
    stream(output, |out| out.write_all(answer))
}

/// Lets an answer be written piece by piece, to a file or else to standard output.
///
/// # Errors
/// `unwritable-file`.
pub fn stream(
    output: Option<&Path>,
    write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> Result<(), Diagnostics> {
    let through = |mut out: BufWriter<Box<dyn Write>>| write(&mut out).and_then(|()| out.flush());
    let written = match output {
        Some(path) => File::create(path).and_then(|file| through(BufWriter::new(Box::new(file)))),
        None => through(BufWriter::new(Box::new(std::io::stdout().lock()))),
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

/// Why rows could not be written.
pub fn of_table(error: csv::Error) -> std::io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => std::io::Error::other(format!("{other:?}")),
    }
}
