//! Facts that may change in time.

use crate::value::Date;

/// What is known of a fact that may change in time: nothing, one value for every day, or stretches of days.
///
/// ```
/// use tuoyu::{During, Institution, Timed};
/// let institution = Institution {
///     registered: true.into(),
///     inclusive: Timed::line([
///         During::until("2026-03-31".parse()?, true),
///         During::since("2026-06-01".parse()?, false),
///     ]),
///     ..Default::default()
/// };
/// assert_eq!(institution.filed, Timed::Unknown);
/// # Ok::<(), tuoyu::value::DateFault>(())
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Timed<T> {
    /// Nothing is known.
    #[default]
    Unknown,
    /// One value, for every day.
    Always(T),
    /// Stretches of days; on days that none of them covers the fact is unknown. Two that share a day are refused
    /// when the case is read.
    Line(Vec<During<T>>),
}

/// A value on some days: both ends count, and without an end it holds from ever or for ever.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct During<T> {
    /// The first day; `None`: from ever.
    pub from: Option<Date>,
    /// The last day; `None`: for ever.
    pub to: Option<Date>,
    /// The value.
    pub value: T,
}

impl<T> Timed<T> {
    /// A line of stretches, in any order.
    pub fn line(stretches: impl IntoIterator<Item = During<T>>) -> Self {
        Self::Line(stretches.into_iter().collect())
    }
}

impl<T> During<T> {
    /// A value from a day on, that day included.
    pub const fn since(day: Date, value: T) -> Self {
        Self { from: Some(day), to: None, value }
    }

    /// A value up to a day, that day included.
    pub const fn until(day: Date, value: T) -> Self {
        Self { from: None, to: Some(day), value }
    }

    /// A value from one day to another, both included. A last day before the first is refused when the case is read.
    pub const fn between(from: Date, to: Date, value: T) -> Self {
        Self { from: Some(from), to: Some(to), value }
    }
}

/// One value, for every day.
impl<T> From<T> for Timed<T> {
    fn from(value: T) -> Self {
        Self::Always(value)
    }
}

/// One value, or unknown.
impl<T> From<Option<T>> for Timed<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Unknown, Self::Always)
    }
}

/// The id of a thing, for every day.
impl From<&str> for Timed<String> {
    fn from(id: &str) -> Self {
        Self::Always(id.to_owned())
    }
}
