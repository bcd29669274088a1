//! [`Rulebook`] ↔ bytes: the compiled pack.
//!
//! Imports `rulebook`, `model` and the leaves. A compiled pack is untrusted input: what [`read`] gives has had every
//! invariant proved again that checking proves, so that it can be compiled and evaluated like a pack of text.

mod header;
mod sound;

pub use header::{FORMAT, HEADER_BYTES, MAGIC};

use crate::error::{Code, Diagnostic, Diagnostics};
use crate::limits::PACK_BYTES;
use crate::rulebook::Rulebook;

/// What a compiled pack holds.
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
pub struct Packed {
    /// The name: that of the last layer.
    pub name: String,
    /// SHA-256 of the files that it was compiled from.
    pub text_hash: String,
    /// The rules.
    pub book: Rulebook,
}

/// The name of the argument that a pack is.
const PACK: &str = "pack";

/// A pack as bytes, and the SHA-256 that stands in its header. The same rules give the same bytes on every machine.
#[must_use]
pub fn write(packed: &Packed) -> (Vec<u8>, String) {
    // Writing to memory fails for no value that a rulebook is made of.
    let body = postcard::to_allocvec(packed).unwrap_or_default();
    header::seal(&body)
}

/// The pack of some bytes, and the SHA-256 that stands in its header.
///
/// # Errors
/// `too-large`, `not-a-pack`, `pack-format`, `pack-semantics`, `pack-damaged`; `pack-unsound` for every invariant that is broken.
pub fn read(bytes: &[u8]) -> Result<(Packed, String), Diagnostics> {
    if bytes.len() > PACK_BYTES {
        let (found, most) = (bytes.len().to_string(), PACK_BYTES.to_string());
        return Err(Diagnostic::in_argument(Code::TooLarge, PACK, found, most).into());
    }
    let (body, hash) = header::open(bytes)?;
    // Its digest fits, so the body was written in another form than its format says.
    let of_this_format = postcard::take_from_bytes::<Packed>(body).ok().filter(|(_, rest)| rest.is_empty());
    let Some((packed, _)) = of_this_format else {
        return Err(Diagnostic::in_argument(Code::PackUnsound, PACK, "body", format!("format {FORMAT}")).into());
    };
    let faults = sound::faults(&packed.book);
    let told =
        faults.into_iter().map(|(found, wanted)| Diagnostic::in_argument(Code::PackUnsound, PACK, found, wanted));
    Diagnostics(told.collect()).unless_errors((packed, hash))
}

#[cfg(test)]
mod tests;
