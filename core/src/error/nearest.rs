//! The name that a writer most likely meant.

/// The candidate that differs least from a word, if one is near enough to propose.
///
/// ```
/// let facts = ["child.birth_date", "child.birth_order"];
/// assert_eq!(tuoyu::error::nearest("child.birthdate", facts), Some("child.birth_date"));
/// assert_eq!(tuoyu::error::nearest("weather", facts), None);
/// ```
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = (word.chars().count() / 3).clamp(1, 4);
    candidates
        .into_iter()
        .filter_map(|candidate| Some((distance(word, candidate, allowed)?, candidate)))
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, candidate)| candidate)
}

/// What is listed where there is nothing.
pub const NOTHING: &str = "—";

/// The name that was most likely meant; where none is near, all of them.
///
/// ```
/// let readings = ["reference-day", "fourth-child"];
/// assert_eq!(tuoyu::error::nearest_or_all("fourth-chld", readings.into_iter()), "fourth-child");
/// assert_eq!(tuoyu::error::nearest_or_all("weather", readings.into_iter()), "reference-day, fourth-child");
/// ```
#[must_use]
pub fn nearest_or_all<'n>(word: &str, names: impl Iterator<Item = &'n str> + Clone) -> String {
    let all: Vec<&str> = nearest(word, names.clone()).map_or_else(|| names.collect(), |meant| vec![meant]);
    if all.is_empty() { NOTHING.to_owned() } else { all.join(", ") }
}

/// How many characters must be put in, left out, replaced, or swapped with their neighbour, if no more than some.
fn distance(from: &str, to: &str, allowed: usize) -> Option<usize> {
    let (length, to): (usize, Vec<char>) = (from.chars().count(), to.chars().collect());
    if length.abs_diff(to.len()) > allowed {
        return None;
    }
    let mut was_near = true;
    let (mut before, mut row): (Vec<usize>, Vec<usize>) = (Vec::new(), (0..=to.len()).collect());
    let mut from_before = None;
    for (number, from_char) in from.chars().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        next.push(number + 1);
        let mut to_before = None;
        for (place, ((to_char, above_left), above)) in to.iter().zip(&row).zip(row.iter().skip(1)).enumerate() {
            let left = next.last().copied().unwrap_or_default();
            let replaced = above_left + usize::from(from_char != *to_char);
            let is_swap = to_before == Some(from_char) && from_before == Some(*to_char);
            let swapped = place.checked_sub(1).filter(|_| is_swap).and_then(|place| before.get(place));
            let least = replaced.min(above + 1).min(left + 1);
            next.push(swapped.map_or(least, |cost| least.min(cost + 1)));
            to_before = Some(*to_char);
        }
        (before, row) = (row, next);
        from_before = Some(from_char);
        // What follows builds on the last two rows, and never becomes less.
        let is_near = row.iter().any(|edits| *edits <= allowed);
        if !is_near && !was_near {
            return None;
        }
        was_near = is_near;
    }
    row.last().copied().filter(|edits| *edits <= allowed)
}
