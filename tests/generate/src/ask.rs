//! What is asked about a case: months and readings.

use crate::days;
use crate::draw::Draw;
use arbitrary::Unstructured;
use tuoyu::value::Month;
use tuoyu::{Ask, Rules};

/// The longest window that is asked about: long enough for three years, short enough for many tries.
const MOST_MONTHS: i64 = 40;

/// Two months, the first not after the last, as people write them.
#[must_use]
pub fn window(bytes: &mut Unstructured<'_>) -> (String, String) {
    let (from, to) = months(&mut Draw::new(bytes));
    (from.to_string(), to.to_string())
}

/// A question about a case of some rules: a window, and for some readings an option.
#[must_use]
pub fn ask(bytes: &mut Unstructured<'_>, rules: &Rules) -> Ask {
    let mut draw = Draw::new(bytes);
    let (from, to) = months(&mut draw);
    // Rules that rest on memory alone answer too.
    let mut ask = Ask::window(&from.to_string(), &to.to_string()).with("*");
    for reading in &rules.plan().book.readings {
        if draw.chance(40)
            && let Some(option) = draw.pick(&reading.options)
        {
            ask = ask.reading(&reading.id, &option.id);
        }
    }
    ask
}

fn months(draw: &mut Draw<'_, '_>) -> (Month, Month) {
    let from = if draw.chance(10) { days::day(draw).month() } else { days::month(draw) };
    let length = match draw.between(0, 4) {
        0 => 1,
        1 => 12,
        2 => draw.between(2, MOST_MONTHS),
        _ => draw.between(2, 8),
    };
    let to = i32::try_from(length - 1).ok().and_then(|months| from.plus(months));
    (from, to.unwrap_or(from))
}
