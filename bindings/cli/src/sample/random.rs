//! Numbers that look drawn by lot, the same on every machine and in every version.

/// SplitMix64 (Steele, Lea, Flood 2014), begun anew for every row: a row depends on the seed and its number alone, so a
/// shorter roster is the beginning of a longer one.
pub struct Random(u64);

impl Random {
    /// The numbers of a row.
    pub fn of_row(seed: u64, number: u64) -> Self {
        // Mixed twice, so that the numbers of two rows or two seeds do not overlap.
        Self(mixed(mixed(seed).wrapping_add(number)))
    }

    /// The next number, at least 0 and below the bound.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mixed(self.0) % bound.max(1)
    }

    /// Whether something happens that happens in so many of a hundred rows.
    pub fn happens(&mut self, of_a_hundred: u64) -> bool {
        self.below(100) < of_a_hundred
    }
}

const fn mixed(mut state: u64) -> u64 {
    state = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    state = (state ^ (state >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    state ^ (state >> 31)
}
