//! What a step makes of each value of a fact with few values, worked out before any row is seen.

/// As many values as one byte tells apart.
const VALUES: usize = 256;

/// A result for each value of a fact.
pub(super) struct Lookup<T> {
    first: i64,
    by_value: Box<[T; VALUES]>,
    /// The result where the fact is unknown.
    unknown: T,
}

impl<T: Copy + Default> Lookup<T> {
    /// Works out a step for every value between two bounds; `None` where they are too many.
    pub(super) fn new((low, high): (i64, i64), of: impl Fn(i64, bool) -> T) -> Option<Self> {
        let count = usize::try_from(high.checked_sub(low)?.checked_add(1)?).ok().filter(|count| *count <= VALUES)?;
        let mut by_value = Box::new([T::default(); VALUES]);
        for (slot, value) in by_value.iter_mut().take(count).zip(low..) {
            *slot = of(value, true);
        }
        Some(Self { first: low, by_value, unknown: of(low, false) })
    }

    /// The result for a value; any, where it lies outside.
    pub(super) fn of(&self, value: i64, known: bool) -> T {
        let [place, ..] = value.wrapping_sub(self.first).to_le_bytes();
        if known { self.by_value.get(usize::from(place)).copied().unwrap_or_default() } else { self.unknown }
    }
}
