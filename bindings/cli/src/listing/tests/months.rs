//! Months in words and as a picture.

use super::months;
use crate::listing::calendar::Calendar;
use crate::listing::months::{count, stretch};
use tuoyu::source::Language::{Chinese, English};

fn axis(from: &str, to: &str) -> Vec<String> {
    Calendar::of(from, to).unwrap().axis()
}

#[test]
fn months_are_named_with_their_year_once() {
    assert_eq!(stretch("2026-01", "2026-12", Chinese), "2026年1月至12月");
    assert_eq!(stretch("2025-07", "2028-05", Chinese), "2025年7月至2028年5月");
    assert_eq!(stretch("2026-03", "2026-03", Chinese), "2026年3月");
    assert_eq!(stretch("2026-05", "2026-12", English), "May to December 2026");
    assert_eq!(stretch("2025-12", "2026-01", English), "December 2025 to January 2026");
    assert_eq!(count("2025-12", "2026-02"), 3);
}

#[test]
fn an_axis_numbers_the_quarters() {
    assert_eq!(axis("2026-01", "2026-12"), ["2026        ", "1  4  7  10 "]);
    assert_eq!(axis("2026-03", "2026-03"), ["2026", "3"]);
    assert_eq!(axis("2026-12", "2026-12"), ["2026", "12"]);
}

#[test]
fn years_are_separated_and_named_where_there_is_room() {
    assert_eq!(axis("2026-11", "2027-02"), ["   2027", "11│1 "]);
    // One month is no room for a number of two digits with another year behind it.
    assert_eq!(axis("2025-12", "2026-04"), ["  2026", " │1  4"]);
    assert_eq!(axis("2025-07", "2027-06"), ["2025   2026         2027  ", "7  10 │1  4  7  10 │1  4  "]);
}

#[test]
fn each_month_is_a_sign() {
    let lines = [
        months("2026-01", "2026-02", "not-in-force"),
        months("2026-03", "2026-05", "granted"),
        months("2026-06", "2026-07", "refused"),
        months("2026-08", "2026-08", "undetermined"),
        months("2026-09", "2026-10", "not-applicable"),
        months("2026-11", "2026-11", "met"),
        months("2026-12", "2027-01", "breached"),
    ];
    assert_eq!(Calendar::of("2026-01", "2027-01").unwrap().picture(&lines), ["╌╌███··?  ✓✗│✗"]);
    assert_eq!(Calendar::of("2026-01", "2027-01").unwrap().columns(), 14);
}

#[test]
fn a_long_window_is_drawn_by_years_and_years_that_look_alike_once() {
    let calendar = Calendar::of("1950-01", "2049-12").unwrap();
    let lines = [
        months("1950-01", "2025-06", "not-in-force"),
        months("2025-07", "2028-05", "granted"),
        months("2028-06", "2049-12", "not-in-force"),
    ];
    assert_eq!(
        calendar.picture(&lines),
        [
            "1950–2024  ╌╌╌╌╌╌╌╌╌╌╌╌",
            "2025       ╌╌╌╌╌╌██████",
            "2026–2027  ████████████",
            "2028       █████╌╌╌╌╌╌╌",
            "2029–2049  ╌╌╌╌╌╌╌╌╌╌╌╌",
        ]
    );
    assert_eq!(calendar.axis(), ["           1  4  7  10"]);
}

#[test]
fn a_year_that_begins_late_stands_under_its_months() {
    let calendar = Calendar::of("2025-06", "2027-06").unwrap();
    let lines = [months("2025-06", "2027-06", "granted")];
    assert_eq!(calendar.picture(&lines), ["2025            ███████", "2026       ████████████", "2027       ██████"]);
}

#[test]
fn years_that_all_differ_do_not_flood() {
    let month = |number: i32| tuoyu::value::Month::new(1950, 1).unwrap().plus(number).unwrap().to_string();
    let each = (0..1200).map(|number| {
        let state = if (number / 12) % 12 == number % 12 { "granted" } else { "refused" };
        months(&month(number), &month(number), state)
    });
    let lines: Vec<_> = each.collect();
    let picture = Calendar::of("1950-01", "2049-12").unwrap().picture(&lines);
    assert_eq!(picture.len(), 10);
    assert_eq!((picture[0].as_str(), picture[9].as_str()), ("1950       █···········", "……"));
}
