//! How wide a lane's numbers are.

use crate::value::{Date, round_half_up};

/// A whole number whose operations wrap: the compiler has proved that none can leave it.
pub(super) trait Integer: Copy + Default + Ord + From<i64> {
    /// The largest.
    const MAX: Self;
    /// The smallest.
    const MIN: Self;
    /// In 128 bits.
    fn wide(self) -> i128;
    /// In 64 bits, if it fits.
    fn narrow(self) -> Option<i64>;
    /// Rounds sums half up to whole parts of a divisor.
    fn round(sums: &mut [Self], divisor: i128);
    /// Sum.
    fn add(self, other: Self) -> Self;
    /// Difference.
    fn subtract(self, other: Self) -> Self;
    /// Product.
    fn multiply(self, other: Self) -> Self;
    /// The smaller.
    fn lesser(self, other: Self) -> Self {
        self.min(other)
    }
    /// The larger.
    fn greater(self, other: Self) -> Self {
        self.max(other)
    }
    /// The quotient rounded up to a whole number, of a number above 0.
    fn ceiling(self, below: Self) -> Self;
    /// A day of the calendar; one outside is the nearest.
    fn day(self) -> Date;
}

/// A day of the calendar; one outside is the nearest.
fn day(number: Option<i32>, is_late: bool) -> Date {
    let outside = if is_late { Date::MAX } else { Date::MIN };
    number.map_or(outside, |number| Date::from_number(number).clamp(Date::MIN, Date::MAX))
}

impl Integer for i64 {
    // Without a comparison, which 64 bits many at once do slowly; the proof leaves room for the difference.
    fn lesser(self, other: Self) -> Self {
        let difference = self.wrapping_sub(other);
        other.wrapping_add(difference & (difference >> 63))
    }
    fn greater(self, other: Self) -> Self {
        let difference = self.wrapping_sub(other);
        self.wrapping_sub(difference & (difference >> 63))
    }
    fn ceiling(self, below: Self) -> Self {
        self.wrapping_neg().checked_div_euclid(below).unwrap_or_default().wrapping_neg()
    }
    fn day(self) -> Date {
        day(i32::try_from(self).ok(), self > 0)
    }
    const MAX: Self = Self::MAX;
    const MIN: Self = Self::MIN;
    fn wide(self) -> i128 {
        self.into()
    }
    fn narrow(self) -> Option<i64> {
        Some(self)
    }
    fn round(sums: &mut [Self], divisor: i128) {
        match Self::try_from(divisor) {
            Ok(1) => {}
            // The divisors that rules have: known to the compiler, a division becomes a multiplication.
            Ok(12) => half_up::<12>(sums),
            Ok(10_000) => half_up::<10_000>(sums),
            _ => sums.iter_mut().for_each(|sum| {
                *sum = Self::try_from(round_half_up(sum.wide(), divisor)).unwrap_or(Self::MAX);
            }),
        }
    }
    fn add(self, other: Self) -> Self {
        self.wrapping_add(other)
    }
    fn subtract(self, other: Self) -> Self {
        self.wrapping_sub(other)
    }
    fn multiply(self, other: Self) -> Self {
        self.wrapping_mul(other)
    }
}

impl Integer for i128 {
    fn ceiling(self, below: Self) -> Self {
        self.wrapping_neg().checked_div_euclid(below).unwrap_or_default().wrapping_neg()
    }
    fn day(self) -> Date {
        day(i32::try_from(self).ok(), self > 0)
    }
    const MAX: Self = Self::MAX;
    const MIN: Self = Self::MIN;
    fn wide(self) -> i128 {
        self
    }
    fn narrow(self) -> Option<i64> {
        i64::try_from(self).ok()
    }
    fn round(sums: &mut [Self], divisor: i128) {
        sums.iter_mut().for_each(|sum| *sum = round_half_up(*sum, divisor));
    }
    fn add(self, other: Self) -> Self {
        self.wrapping_add(other)
    }
    fn subtract(self, other: Self) -> Self {
        self.wrapping_sub(other)
    }
    fn multiply(self, other: Self) -> Self {
        self.wrapping_mul(other)
    }
}

/// Rounds half up to whole parts of an even divisor.
fn half_up<const DIVISOR: i64>(sums: &mut [i64]) {
    let signs = sums.iter().fold(0, |signs, sum| signs | sum);
    if signs < 0 {
        let of = |sum: i64| sum.div_euclid(DIVISOR) + i64::from(sum.rem_euclid(DIVISOR) >= DIVISOR / 2);
        sums.iter_mut().for_each(|sum| *sum = of(*sum));
    } else {
        // Without a sign a division is shorter.
        let divisor = DIVISOR.unsigned_abs();
        let of = |sum: i64| ((sum.cast_unsigned() + divisor / 2) / divisor).cast_signed();
        sums.iter_mut().for_each(|sum| *sum = of(*sum));
    }
}
