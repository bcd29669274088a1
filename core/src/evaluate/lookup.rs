//! What a step makes of each value of a fact with few values, worked out before any row is seen.

/// As many values as one byte tells apart.
const VALUES: usize = 256;

/// A result for each value of a fact.
pub(super) struct Lookup<T> {
    first: i64,
    by_value: Box<[T; VALUES]>,
    /// The result where the fact is unknown.
    unknown: T,
    /// The only value with a result of its own, its result, and that of every other value.
    apart: Option<(u8, T, T)>,
}

impl<T: Copy + Default + PartialEq> Lookup<T> {
    /// Works out a step for every value between two bounds; `None` where they are too many.
    pub(super) fn new((low, high): (i64, i64), of: impl Fn(i64, bool) -> T) -> Option<Self> {
        let count = usize::try_from(high.checked_sub(low)?.checked_add(1)?).ok().filter(|count| *count <= VALUES)?;
        let mut by_value = Box::new([T::default(); VALUES]);
        for (slot, value) in by_value.iter_mut().take(count).zip(low..) {
            *slot = of(value, true);
        }
        let apart = by_value.get(..count).and_then(|results| apart(low, results));
        Some(Self { first: low, by_value, unknown: of(low, false), apart })
    }

    /// The results for many known values at once, where no more than one value has a result of its own.
    pub(super) fn fill(&self, values: &[u8], out: &mut [T]) -> bool {
        self.join(values, out, |_, result| result)
    }

    /// The same, joined with what stands there.
    pub(super) fn join(&self, values: &[u8], out: &mut [T], of: impl Fn(T, T) -> T) -> bool {
        let Some((value, result, other)) = self.apart else { return false };
        for (out, found) in out.iter_mut().zip(values) {
            *out = of(*out, if *found == value { result } else { other });
        }
        true
    }

    /// The result for a value; any, where it lies outside.
    pub(super) fn of(&self, value: i64, known: bool) -> T {
        let [place, ..] = value.wrapping_sub(self.first).to_le_bytes();
        if known { self.by_value.get(usize::from(place)).copied().unwrap_or_default() } else { self.unknown }
    }
}

fn apart<T: Copy + PartialEq>(low: i64, results: &[T]) -> Option<(u8, T, T)> {
    let (first, second) = (results.first()?, results.get(1)?);
    let other = if first == second { first } else { results.get(2).unwrap_or(second) };
    let mut own = results.iter().zip(low..).filter(|(result, _)| *result != other);
    let (result, value) = own.next().unwrap_or((other, low));
    if own.next().is_some() { None } else { Some((u8::try_from(value).ok()?, *result, *other)) }
}
