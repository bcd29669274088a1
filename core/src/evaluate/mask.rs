//! Sets of months as bits: as wide as a slice needs, because narrow ones are counted and joined many at once.

use std::ops::{BitAnd, BitOr, Not};

/// A set of months of a slice; bit 0 is its first month.
pub(super) trait Mask:
    Copy + Default + Eq + BitAnd<Output = Self> + BitOr<Output = Self> + Not<Output = Self>
{
    /// Every month.
    const ALL: Self;
    /// The lowest bits of a wide set.
    fn of(months: u64) -> Self;
    /// How many months.
    fn count(self) -> u16;

    /// Every month, or none.
    fn all_if(holds: bool) -> Self {
        if holds { Self::ALL } else { Self::default() }
    }
}

impl Mask for u64 {
    const ALL: Self = Self::MAX;
    fn of(months: u64) -> Self {
        months
    }
    fn count(self) -> u16 {
        // No more than its bits.
        u16::try_from(self.count_ones()).unwrap_or_default()
    }
}

impl Mask for u16 {
    const ALL: Self = Self::MAX;
    fn of(months: u64) -> Self {
        let [first, second, ..] = months.to_le_bytes();
        Self::from_le_bytes([first, second])
    }
    fn count(self) -> u16 {
        // No more than its bits.
        u16::try_from(self.count_ones()).unwrap_or_default()
    }
}
