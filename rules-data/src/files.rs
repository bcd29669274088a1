//! The files of each pack.

/// One file of a pack: its path and its text.
pub type File = (&'static str, &'static str);

/// The pack of Jining (济宁): its notice on childcare services, 济政办字〔2025〕15号.
#[must_use]
pub const fn jining() -> &'static [File] {
    &[
        ("vocabulary.toml", include_str!("../vocabulary.toml")),
        ("jining/2025-15.md", include_str!("../jining/2025-15.md")),
    ]
}
