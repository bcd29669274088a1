//! Patterns of days and months of 1900 to 2100.

use super::shape::{matching, noted, put};
use serde_json::{Value, json};

const YEAR: &str = "19[0-9]{2}|20[0-9]{2}|2100";
/// 1900 and 2100 are no leap years.
const LEAP_YEAR: &str = "(19|20)(0[48]|[2468][048]|[13579][26])|2000";

/// The name of the definition of a day.
pub(super) const DAY: &str = "Day";
/// The name of the definition of a month.
pub(super) const MONTH: &str = "Month";

/// A day that the calendar has, `YYYY-MM-DD`.
pub(super) fn day() -> Value {
    let of_all = "(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])";
    let of_most = "(0[13-9]|1[0-2])-(29|30)";
    let of_long = "(0[13578]|1[02])-31";
    let pattern = format!("({YEAR})-({of_all}|{of_most}|{of_long})|({LEAP_YEAR})-02-29");
    let mut day = noted(
        matching(&pattern),
        "日期，YYYY-MM-DD，1900-01-01 至 2100-12-31。",
        "A day, YYYY-MM-DD, from 1900-01-01 to 2100-12-31.",
    );
    put(&mut day, "format", json!("date"));
    day
}

/// A month, `YYYY-MM`.
pub(super) fn month() -> Value {
    let month = matching(&format!("({YEAR})-(0[1-9]|1[0-2])"));
    noted(month, "月份，YYYY-MM，1900-01 至 2100-12。", "A month, YYYY-MM, from 1900-01 to 2100-12.")
}
