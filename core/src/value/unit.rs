//! Units of measure.

use std::fmt;

/// What a number counts. Units are part of a number's type: the checker refuses to add or compare
/// numbers whose units differ.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, serde::Deserialize, serde::Serialize)]
pub enum Unit {
    /// A plain number: a count or a ratio.
    One,
    /// Yuan (元).
    Cny,
    /// Yuan a month (元/月).
    CnyPerMonth,
    /// Yuan a year (元/年).
    CnyPerYear,
    /// Whole months; years are twelve of them.
    Months,
    /// Calendar days.
    Days,
    /// Square metres (平方米).
    SquareMetres,
}

impl Unit {
    /// Every unit.
    pub const ALL: [Self; 7] =
        [Self::One, Self::Cny, Self::CnyPerMonth, Self::CnyPerYear, Self::Months, Self::Days, Self::SquareMetres];

    /// Whether it is money, of whatever period.
    #[must_use]
    pub const fn is_money(self) -> bool {
        matches!(self, Self::Cny | Self::CnyPerMonth | Self::CnyPerYear)
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::One => "1",
            Self::Cny => "CNY",
            Self::CnyPerMonth => "CNY/month",
            Self::CnyPerYear => "CNY/year",
            Self::Months => "months",
            Self::Days => "days",
            Self::SquareMetres => "m²",
        })
    }
}
