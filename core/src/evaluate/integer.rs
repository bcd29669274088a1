//! How wide a lane's numbers are.

/// A whole number whose operations wrap: the compiler has proved that none can leave it.
pub(super) trait Integer: Copy + Default + Ord + From<i64> {
    /// Sum.
    fn add(self, other: Self) -> Self;
    /// Difference.
    fn subtract(self, other: Self) -> Self;
    /// Product.
    fn multiply(self, other: Self) -> Self;
}

impl Integer for i64 {
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
