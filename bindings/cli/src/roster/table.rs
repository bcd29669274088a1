//! A roster in a file: comma-separated cells, read a few thousand rows at a time.

use crate::arguments::Encoding;
use csv::{ByteRecord, QuoteStyle, Reader, ReaderBuilder, Terminator, Writer, WriterBuilder};
use encoding_rs_io::DecodeReaderBytesBuilder;
use std::fs::File;
use std::io::{BufRead, BufReader, Error, ErrorKind, Read, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tuoyu::error::{Code, Diagnostic, Diagnostics};

/// How many rows are answered together.
pub const CHUNK: usize = 4_096;
/// How much of the file is looked at to learn its form.
const AHEAD: usize = 1 << 16;
/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// What a table looks like, which the written one keeps.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// Whether it begins with a byte order mark, by which spreadsheets know UTF-8.
    pub has_mark: bool,
    /// Whether its lines end as on Windows.
    pub has_returns: bool,
}

impl Form {
    /// A writer of such a table.
    pub fn writer<W: Write>(self, out: W) -> Writer<W> {
        let end = if self.has_returns { Terminator::CRLF } else { Terminator::Any(b'\n') };
        WriterBuilder::new().flexible(true).quote_style(QuoteStyle::Necessary).terminator(end).from_writer(out)
    }
}

/// Some rows, and the number of the first one.
pub struct Chunk {
    pub first: usize,
    pub rows: Vec<ByteRecord>,
    /// Whether the last row ends in the middle of a quoted cell.
    pub is_torn: bool,
}

/// An open roster whose heading has been read.
pub struct Table {
    reader: Reader<Box<dyn Read + Send>>,
    names: Vec<String>,
    form: Form,
    read: Arc<Seen>,
    next: usize,
}

/// What went by while the file was read.
#[derive(Debug, Default)]
pub struct Seen {
    bytes: AtomicU64,
    quotes: AtomicU64,
}

impl Seen {
    /// How many bytes have been read.
    pub fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }
}

/// A reader that counts.
struct Counted<R> {
    inner: R,
    seen: Arc<Seen>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let length = self.inner.read(buffer)?;
        let read = buffer.get(..length).unwrap_or_default();
        let quotes = read.iter().filter(|byte| **byte == b'"').count();
        self.seen.bytes.fetch_add(u64::try_from(length).unwrap_or_default(), Ordering::Relaxed);
        self.seen.quotes.fetch_add(u64::try_from(quotes).unwrap_or_default(), Ordering::Relaxed);
        Ok(length)
    }
}

impl Table {
    /// Opens a roster and reads its heading.
    ///
    /// # Errors
    /// `unreadable-file`; `invalid-utf8` for a heading in another encoding than the one that was named.
    pub fn open(path: &Path, encoding: Encoding) -> Result<Self, Diagnostics> {
        let seen = Arc::new(Seen::default());
        let file = File::open(path).map_err(|error| unreadable(path, &error))?;
        let counted = Counted { inner: file, seen: Arc::clone(&seen) };
        let decoded: Box<dyn Read + Send> = match encoding {
            Encoding::Utf8 => Box::new(counted),
            Encoding::Gb18030 => {
                Box::new(DecodeReaderBytesBuilder::new().encoding(Some(encoding_rs::GB18030)).build(counted))
            }
        };
        let mut buffered = BufReader::with_capacity(AHEAD, decoded);
        let ahead = buffered.fill_buf().map_err(|error| unreadable(path, &error))?;
        let is_marked = ahead.starts_with(MARK);
        let first_line = ahead.iter().position(|byte| *byte == b'\n').and_then(|end| ahead.get(..end));
        let form = Form {
            has_mark: is_marked || matches!(encoding, Encoding::Gb18030),
            has_returns: first_line.is_some_and(|line| line.ends_with(b"\r")),
        };
        if is_marked {
            buffered.consume(MARK.len());
        }
        let inner: Box<dyn Read + Send> = Box::new(buffered);
        let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(inner);
        let mut heading = ByteRecord::new();
        reader.read_byte_record(&mut heading).map_err(|error| unreadable(path, &crate::output::of_table(error)))?;
        let names = heading.iter().map(|name| String::from_utf8(name.to_vec()));
        let names = names.collect::<Result<Vec<String>, _>>().map_err(|error| {
            let at = (error.utf8_error().valid_up_to() + 1).to_string();
            Diagnostics::from(Diagnostic::in_argument(Code::InvalidUtf8, path.to_string_lossy(), at, ""))
        })?;
        Ok(Self { reader, names, form, read: seen, next: 1 })
    }

    /// The headings.
    pub fn names(&self) -> Vec<String> {
        self.names.clone()
    }

    /// What the file looks like.
    pub const fn form(&self) -> Form {
        self.form
    }

    /// How far the file has been read, told while it is.
    pub fn position(&self) -> Arc<Seen> {
        Arc::clone(&self.read)
    }

    /// The next rows; none at the end.
    pub fn chunk(&mut self) -> std::io::Result<Option<Chunk>> {
        let mut rows = Vec::with_capacity(CHUNK);
        let mut is_end = false;
        while rows.len() < CHUNK && !is_end {
            let mut row = ByteRecord::with_capacity(256, self.names.len());
            match self.reader.read_byte_record(&mut row) {
                Ok(true) => rows.push(row),
                Ok(false) => is_end = true,
                Err(error) => return Err(crate::output::of_table(error)),
            }
        }
        if rows.is_empty() {
            return Ok(None);
        }
        let first = self.next;
        self.next += rows.len();
        // A quoted cell that is never closed takes in all that follows: quotes do not come in pairs, and the last row
        // runs over lines.
        let is_torn = is_end
            && self.read.quotes.load(Ordering::Relaxed) % 2 == 1
            && rows.last().is_some_and(|row| row.iter().any(|cell| cell.contains(&b'\n')));
        Ok(Some(Chunk { first, rows, is_torn }))
    }
}

/// A file that cannot be read.
pub fn unreadable(path: &Path, error: &Error) -> Diagnostics {
    let code = if error.kind() == ErrorKind::InvalidData { Code::InvalidUtf8 } else { Code::UnreadableFile };
    Diagnostic::in_argument(code, path.to_string_lossy(), error.to_string(), "").into()
}
