//! The first bytes of a compiled pack, which no later format changes: what it is, its versions, its digest.

use super::PACK;
use crate::error::{Code, Diagnostic, Diagnostics};
use crate::rulebook::SEMANTICS;
use crate::source::hexadecimal;
use sha2::{Digest, Sha256};

/// How a compiled pack begins: a name, and what a transfer as text would change.
pub const MAGIC: [u8; 8] = *b"TUOYU\r\n\x1a";

/// The version of the form of what follows the header; an engine reads its own alone.
pub const FORMAT: u32 = 1;

/// Name, format, semantics, length of the body (each number little-endian), SHA-256 of all that and of the body.
pub const HEADER_BYTES: usize = 8 + 4 + 4 + 8 + DIGEST_BYTES;

const DIGEST_BYTES: usize = 32;

/// A body with its header, and its digest.
pub(super) fn seal(body: &[u8]) -> (Vec<u8>, String) {
    let mut bytes = MAGIC.to_vec();
    bytes.extend(FORMAT.to_le_bytes());
    bytes.extend(SEMANTICS.to_le_bytes());
    // A length that is no 64-bit number would not fit any memory.
    bytes.extend(u64::try_from(body.len()).unwrap_or(u64::MAX).to_le_bytes());
    let digest = digest(&bytes, body);
    bytes.extend(digest);
    bytes.extend(body);
    (bytes, hexadecimal(&digest))
}

/// The body of a pack whose header fits it, and its digest.
pub(super) fn open(bytes: &[u8]) -> Result<(&[u8], String), Diagnostics> {
    let fault = |code, found: String, wanted: String| Err(Diagnostic::in_argument(code, PACK, found, wanted).into());
    let header = Header::of(bytes);
    let Some(Header { format, semantics, length, digest: stated, body, before }) = header else {
        let begins = bytes.get(..MAGIC.len()).unwrap_or(bytes);
        return fault(Code::NotAPack, hexadecimal(begins), hexadecimal(&MAGIC));
    };
    if format != FORMAT {
        return fault(Code::PackFormat, format.to_string(), FORMAT.to_string());
    }
    if semantics != SEMANTICS {
        return fault(Code::PackSemantics, semantics.to_string(), SEMANTICS.to_string());
    }
    if u64::try_from(body.len()) != Ok(length) {
        return fault(Code::PackDamaged, format!("{} B", body.len()), format!("{length} B"));
    }
    let digest = digest(before, body);
    if digest != stated {
        let shown = |digest: &[u8]| format!("sha256:{}", hexadecimal(digest));
        return fault(Code::PackDamaged, shown(&digest), shown(stated));
    }
    Ok((body, hexadecimal(&digest)))
}

struct Header<'b> {
    format: u32,
    semantics: u32,
    length: u64,
    digest: &'b [u8],
    body: &'b [u8],
    /// Everything before the digest.
    before: &'b [u8],
}

impl<'b> Header<'b> {
    /// The parts of a header; `None` where the bytes begin otherwise, or end too soon.
    fn of(bytes: &'b [u8]) -> Option<Self> {
        let (magic, rest) = bytes.split_first_chunk()?;
        let (format, rest) = rest.split_first_chunk()?;
        let (semantics, rest) = rest.split_first_chunk()?;
        let (length, rest) = rest.split_first_chunk()?;
        let (digest, body) = rest.split_at_checked(DIGEST_BYTES)?;
        let before = bytes.get(..HEADER_BYTES - DIGEST_BYTES)?;
        let (format, semantics) = (u32::from_le_bytes(*format), u32::from_le_bytes(*semantics));
        let header = Self { format, semantics, length: u64::from_le_bytes(*length), digest, body, before };
        (*magic == MAGIC).then_some(header)
    }
}

fn digest(before: &[u8], body: &[u8]) -> [u8; DIGEST_BYTES] {
    let mut hash = Sha256::new();
    hash.update(before);
    hash.update(body);
    hash.finalize().into()
}
