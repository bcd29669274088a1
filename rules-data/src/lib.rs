//! The law that tuoyu computes, as data: official texts with their rules, and the vocabulary of facts.
//!
//! A pack is a list of files, each with its path inside the pack and its text. This crate holds no logic; the
//! texts stand beside it and are read on any forge.
//!
//! ```
//! let files = tuoyu_rules::jining();
//! assert!(files.iter().any(|(path, text)| *path == "jining/2025-15.md" && text.contains("入托补贴")));
//! ```

/// One file of a pack: its path and its text.
pub type File = (&'static str, &'static str);

/// The version of the data; it changes whenever a text or a rule does.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The pack of Jining (济宁): its notice on childcare services, 济政办字〔2025〕15号.
#[must_use]
pub const fn jining() -> &'static [File] {
    &[
        ("vocabulary.toml", include_str!("../vocabulary.toml")),
        ("jining/2025-15.md", include_str!("../jining/2025-15.md")),
    ]
}
