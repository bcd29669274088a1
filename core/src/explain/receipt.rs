//! The receipt: what was asked of what, so that anyone can ask again and compare.

use super::outcome::ChosenReadings;
use super::span::WindowReport;
use crate::source::hexadecimal;
use sha2::{Digest, Sha256};

/// The version of what an answer means; it changes when the same pack and facts would be answered otherwise.
pub const SEMANTICS: u32 = 1;

/// What was evaluated, with digests of what went in and what came out (凭据).
#[derive(Clone, Debug, serde::Serialize)]
pub struct Receipt {
    /// The engine and its version.
    pub engine: &'static str,
    /// The version of what an answer means.
    pub semantics: u32,
    /// The pack's name.
    pub pack: String,
    /// SHA-256 of the pack.
    pub pack_hash: String,
    /// The layers, in order.
    pub layers: Vec<String>,
    /// The months asked about.
    pub window: WindowReport,
    /// The rules asked about.
    pub rules: Vec<String>,
    /// Every reading with its chosen option.
    pub readings: ChosenReadings,
    /// The day as of which the law was known; none: all of it.
    pub known_on: Option<String>,
    /// SHA-256 of the facts as read, as canonical JSON.
    pub facts_digest: String,
    /// SHA-256 of the outcomes, as canonical JSON.
    pub outcomes_digest: String,
}

/// SHA-256 of canonical JSON: sorted keys, no white space.
pub(super) fn digest(value: &serde_json::Value) -> String {
    hexadecimal(&Sha256::digest(value.to_string().as_bytes()))
}
