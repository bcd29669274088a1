//! Lines in time: stretches that share no day, with and without gaps.

use super::Stretch;
use crate::days;
use crate::draw::Draw;
use serde_json::Value;
use tuoyu::value::Date;

/// The most stretches of a line.
const MOST_STRETCHES: i64 = 4;

/// Stretches in order, or in the opposite order: the reader takes either.
pub(super) fn line(draw: &mut Draw<'_, '_>, value: &mut impl FnMut(&mut Draw<'_, '_>) -> Value) -> Vec<Stretch> {
    let count = draw.between(0, MOST_STRETCHES);
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut next = if draw.chance(40) { None } else { Some(days::day(draw)) };
    for place in 0..count {
        let from = next;
        let is_last = place + 1 == count;
        let start = from.unwrap_or(Date::MIN);
        let to = if is_last && draw.chance(50) { None } else { Some(end(draw, start)) };
        let value = if draw.chance(5) { Value::Null } else { value(draw) };
        stretches.push(Stretch { from, to, value });
        let Some(to) = to.filter(|to| *to < Date::MAX) else { break };
        // The next day, or some days later.
        let gap = if draw.chance(35) { draw.between(1, 100) } else { 0 };
        next = Some(days::later(to, 1 + gap));
    }
    if draw.chance(20) {
        stretches.reverse();
    }
    stretches
}

/// A day not before another one: the same, some months later, or any.
fn end(draw: &mut Draw<'_, '_>, start: Date) -> Date {
    match draw.between(0, 3) {
        0 => start,
        1 => days::day(draw).max(start),
        2 => days::near(draw).max(start),
        _ => days::later(start, draw.between(0, 400)),
    }
}
