//! How often an amount is paid.

/// How often a rate is paid.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, serde::Deserialize, serde::Serialize)]
pub enum Period {
    /// In each month (每月).
    Month,
    /// In each year (每年): a twelfth in each month, or as the reading `yearly-rate` says.
    Year,
    /// Once, in each month of its line (一次性).
    Once,
}

impl Period {
    /// Every period.
    pub const ALL: [Self; 3] = [Self::Month, Self::Year, Self::Once];

    /// The word that outcomes carry.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Year => "year",
            Self::Once => "once",
        }
    }
}
