//! The files of each pack.

/// One file of a pack: its path and its text.
pub type File = (&'static str, &'static str);

/// The pack of Jining (济宁): its notice on childcare services, 济政办字〔2025〕15号.
#[must_use]
pub const fn jining() -> &'static [File] {
    &[
        ("vocabulary.toml", include_str!("../vocabulary.toml")),
        ("china/2012-619-maternity.md", include_str!("../china/2012-619-maternity.md")),
        ("china/2018-income-tax.md", include_str!("../china/2018-income-tax.md")),
        ("china/2019-25.md", include_str!("../china/2019-25.md")),
        ("china/2019-58.md", include_str!("../china/2019-58.md")),
        ("china/2019-76.md", include_str!("../china/2019-76.md")),
        ("china/2022-8-infant-care-deduction.md", include_str!("../china/2022-8-infant-care-deduction.md")),
        ("china/2023-13-infant-care-deduction.md", include_str!("../china/2023-13-infant-care-deduction.md")),
        ("china/2023-home.md", include_str!("../china/2023-home.md")),
        ("china/2025-childcare-allowance.md", include_str!("../china/2025-childcare-allowance.md")),
        ("china/2026-7.md", include_str!("../china/2026-7.md")),
        ("china/population.md", include_str!("../china/population.md")),
        ("china/public-holidays.md", include_str!("../china/public-holidays.md")),
        ("china/public-holidays.toml", include_str!("../china/public-holidays.toml")),
        ("china/vat.md", include_str!("../china/vat.md")),
        ("shandong/2022-family-planning.md", include_str!("../shandong/2022-family-planning.md")),
        ("shandong/2023-fees.md", include_str!("../shandong/2023-fees.md")),
        ("jining/2025-15.md", include_str!("../jining/2025-15.md")),
        ("jining/statements.md", include_str!("../jining/statements.md")),
    ]
}
