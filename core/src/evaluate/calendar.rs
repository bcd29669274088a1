//! The months of a window in slices of at most 64, and the day on which each is judged.

use super::kernel::SMALL;
use super::mask::Mask;
use crate::compile::Age;
use crate::value::{Date, Days, Month, Window};

/// The most months that one set of months holds.
pub(super) const SLICE_MONTHS: usize = 64;

/// On which day of a month its facts and conditions are judged (基准日).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum ReferenceDay {
    /// The last day of the month.
    #[default]
    Last,
    /// The first day of the month.
    First,
    /// One day, in a window of its month alone.
    On(Date),
}

impl ReferenceDay {
    /// The reference day of a month.
    #[must_use]
    pub const fn of(self, month: Month) -> Date {
        match self {
            Self::Last => month.last_day(),
            Self::First => month.first_day(),
            Self::On(day) => day,
        }
    }
}

/// Up to 64 neighbouring months.
#[derive(Clone, Debug)]
pub(super) struct Slice {
    /// The position of the first month in the window.
    pub(super) start: usize,
    pub(super) months: Vec<Month>,
    pub(super) days: Vec<Date>,
}

impl Slice {
    /// The slices of a window.
    pub(super) fn cut(window: Window, reference: ReferenceDay) -> Vec<Self> {
        let months: Vec<Month> = window.months().collect();
        let slices = months.chunks(SLICE_MONTHS).zip((0..).step_by(SLICE_MONTHS));
        slices
            .map(|(months, start)| Self {
                start,
                months: months.to_vec(),
                days: months.iter().map(|month| reference.of(*month)).collect(),
            })
            .collect()
    }

    /// One slice for each calendar year that a window touches.
    pub(super) fn years(window: Window, reference: ReferenceDay) -> Vec<Self> {
        let mut years: Vec<Self> = Vec::new();
        for (position, month) in window.months().enumerate() {
            match years.last_mut().filter(|year| year.months.last().is_some_and(|last| last.year() == month.year())) {
                Some(year) => {
                    year.months.push(month);
                    year.days.push(reference.of(month));
                }
                None => years.push(Self { start: position, months: vec![month], days: vec![reference.of(month)] }),
            }
        }
        years
    }

    /// Every month of the slice.
    pub(super) fn all(&self) -> u64 {
        self.mask(|_, _| true)
    }

    /// The months whose reference day lies in a span.
    pub(super) fn within(&self, days: Days) -> u64 {
        self.mask(|_, day| days.holds(day))
    }

    /// The months for which something holds.
    pub(super) fn mask(&self, holds: impl Fn(Month, Date) -> bool) -> u64 {
        let months = self.months.iter().zip(&self.days).enumerate();
        months.filter(|(_, (month, day))| holds(**month, **day)).fold(0, |mask, (place, _)| mask | 1 << place)
    }
}

impl Age {
    /// The latest date that is this old in a month; its named months are put in.
    pub(super) fn latest(self, month: Month) -> Option<i32> {
        let last = month.plus(self.months.checked_neg()?)?.last_day();
        Some(Date::from_number(last.number() - self.shift.days).latest_reaching(self.shift.months))
    }
}

/// For each month of a slice the latest value of a date fact that has reached it; never falling.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Thresholds<M = u64> {
    latest: Vec<i32>,
    /// The answer for each value from the first threshold to the one after the last; empty where it would not pay.
    lookup: Vec<M>,
}

/// Whether a table is faster than a search for so many rows.
pub(super) const fn pays_lookup(rows: usize) -> bool {
    rows >= 256 && !SMALL
}

/// How many days are clamped before they are looked up.
const DAYS_AT_ONCE: usize = 64;

impl<M: Mask> Thresholds<M> {
    pub(super) fn new(latest: Vec<i32>, rows: usize) -> Self {
        let mut thresholds = Self { latest, lookup: Vec::new() };
        if let (Some(first), Some(last), true) =
            (thresholds.latest.first(), thresholds.latest.last(), pays_lookup(rows))
        {
            thresholds.lookup =
                (*first..=last.saturating_add(1)).map(|value| thresholds.search(i64::from(value))).collect();
        }
        thresholds
    }

    /// The first and the last threshold.
    pub(super) fn ends(&self) -> Option<(i64, i64)> {
        Some((i64::from(*self.latest.first()?), i64::from(*self.latest.last()?)))
    }

    /// Values of which each has reached other months, and beside which there are no others.
    pub(super) fn turns(&self) -> impl Iterator<Item = i64> {
        let after_last = self.latest.last().map(|last| i64::from(*last) + 1);
        self.latest.iter().copied().map(i64::from).chain(after_last)
    }

    /// The months that a value has reached.
    pub(super) fn reached(&self, value: i64) -> M {
        let Some(last) = self.lookup.len().checked_sub(1) else { return self.search(value) };
        let first = i64::from(self.latest.first().copied().unwrap_or_default());
        let place = usize::try_from(value.saturating_sub(first).max(0)).unwrap_or(last).min(last);
        self.lookup.get(place).copied().unwrap_or_default()
    }

    /// The months that each of many days has reached; whether a table pays.
    pub(super) fn fill<T>(&self, days: &[i32], out: &mut [T], of: impl Fn(M) -> T) -> bool {
        let (Some(first), Some(last)) = (self.latest.first(), self.latest.last()) else { return false };
        if self.lookup.is_empty() {
            return false;
        }
        let last = last.saturating_add(1);
        let mut places = [0; DAYS_AT_ONCE];
        for (days, out) in days.chunks(DAYS_AT_ONCE).zip(out.chunks_mut(DAYS_AT_ONCE)) {
            // Days are clamped many at once, which a loop that looks up as well would not do.
            for (place, day) in places.iter_mut().zip(days) {
                *place = day.clamp(first, &last).wrapping_sub(*first).cast_unsigned();
            }
            for (out, place) in out.iter_mut().zip(&places) {
                let months = usize::try_from(*place).ok().and_then(|place| self.lookup.get(place)).copied();
                *out = of(months.unwrap_or_default());
            }
        }
        true
    }

    fn search(&self, value: i64) -> M {
        let before = self.latest.partition_point(|latest| i64::from(*latest) < value);
        M::of(u32::try_from(before).ok().and_then(|before| u64::MAX.checked_shl(before)).unwrap_or_default())
    }
}
