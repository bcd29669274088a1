//! The law that tuoyu computes, as data: official texts with their rules, and the vocabulary of facts.
//!
//! A pack is a list of files, each with its path inside the pack and its text. This crate holds no logic; the
//! texts stand beside it and are read on any forge.
//!
//! ```
//! let files = tuoyu_rules::jining();
//! assert!(files.iter().any(|(path, text)| *path == "jining/2025-15.md" && text.contains("入托补贴")));
//! ```
//!
//! With the feature `compiled` the same packs are there as `tuoyu::Rules::load` takes them, compiled when this crate is
//! built. A program that answers with them neither parses nor checks a text.

mod files;

pub use files::{File, jining};

/// The version of the data; it changes whenever a text or a rule does.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The pack of Jining, compiled: the bytes that `tuoyu pack` writes of [`jining`]. `None` where the texts were wrong when
/// this crate was built.
#[cfg(feature = "compiled")]
#[must_use]
pub const fn jining_compiled() -> Option<&'static [u8]> {
    let bytes: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/jining.tuoyu"));
    if bytes.is_empty() { None } else { Some(bytes) }
}
