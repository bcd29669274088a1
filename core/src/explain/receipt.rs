//! The receipt: what was asked of what, so that anyone can ask again and compare.

use super::outcome::ChosenReadings;
use super::span::WindowReport;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Which pack answers.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PackIdentity {
    /// Its name: that of the last layer.
    pub name: String,
    /// SHA-256 of the compiled pack.
    pub hash: String,
    /// SHA-256 of the files that it was compiled from.
    pub text_hash: String,
}

/// What was evaluated, with digests of what went in and what came out (凭据).
#[derive(Clone, Debug, serde::Serialize)]
pub struct Receipt {
    /// The engine and its version.
    pub engine: &'static str,
    /// The version of what an answer means.
    pub semantics: u32,
    /// The pack's name.
    pub pack: String,
    /// SHA-256 of the compiled pack: of every rule, number and word that the answer rests on.
    pub pack_hash: String,
    /// SHA-256 of the files that the pack was compiled from.
    pub text_hash: String,
    /// The layers, in order.
    pub layers: Arc<[String]>,
    /// The months asked about.
    pub window: WindowReport,
    /// The rules asked about.
    pub rules: Arc<[String]>,
    /// Every reading with its chosen option.
    pub readings: ChosenReadings,
    /// The named numbers that are not the law's, with their values; left out where there are none.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub reform: BTreeMap<String, String>,
    /// The day as of which the law was known; none: all of it.
    pub known_on: Option<String>,
    /// SHA-256 of the facts as read, as canonical JSON.
    pub facts_digest: String,
    /// SHA-256 of the outcomes, as canonical JSON.
    pub outcomes_digest: String,
}
