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
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(edits, _)| *edits <= allowed)
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, candidate)| candidate)
}

/// Levenshtein's distance in characters.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (number, from_char) in from.chars().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        next.push(number + 1);
        for ((to_char, above_left), above) in to.iter().zip(&row).zip(row.iter().skip(1)) {
            let left = next.last().copied().unwrap_or_default();
            let replaced = above_left + usize::from(from_char != *to_char);
            next.push(replaced.min(above + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}
