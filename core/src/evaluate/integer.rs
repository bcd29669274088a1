//! How wide a lane's numbers are.

use crate::value::Date;

/// A whole number whose operations wrap: the compiler has proved that none can leave it.
pub(super) trait Integer: Copy + Default + Ord + From<i64> {
    /// Sum.
    fn add(self, other: Self) -> Self;
    /// Difference.
    fn subtract(self, other: Self) -> Self;
    /// Product.
    fn multiply(self, other: Self) -> Self;
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
    fn ceiling(self, below: Self) -> Self {
        self.wrapping_neg().checked_div_euclid(below).unwrap_or_default().wrapping_neg()
    }
    fn day(self) -> Date {
        day(i32::try_from(self).ok(), self > 0)
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
