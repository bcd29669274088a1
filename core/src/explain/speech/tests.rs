//! Numbers, days and months in words.

use super::{day, month, months, percent, thousands};

fn pair(words: &crate::source::Words) -> (&str, &str) {
    (&words.zh, &words.en)
}

#[test]
fn thousands_are_set_off_and_nothing_else_is_changed() {
    for (plain, grouped) in [
        ("0.00", "0.00"),
        ("300", "300"),
        ("3000", "3,000"),
        ("14399.93", "14,399.93"),
        ("123456", "123,456"),
        ("1000000000.00", "1,000,000,000.00"),
        ("-1234.5", "-1,234.5"),
        ("-123", "-123"),
    ] {
        assert_eq!(thousands(plain), grouped);
    }
}

#[test]
fn ratios_are_percentages() {
    for (ratio, percentage) in [("0.8500", "85%"), ("0", "0%"), ("1", "100%"), ("0.3333", "33.33%"), ("x", "x")] {
        assert_eq!(percent(ratio), percentage);
    }
}

#[test]
fn days_and_months_are_read_in_both_languages() {
    assert_eq!(pair(&day("2023-05-31")), ("2023年5月31日", "31 May 2023"));
    assert_eq!(pair(&day("2023-02-31")), ("2023-02-31", "2023-02-31"));
    assert_eq!(pair(&month("2026-12")), ("2026年12月", "December 2026"));
    assert_eq!(pair(&months("2026-01", "2026-01")), ("2026年1月", "January 2026"));
    assert_eq!(pair(&months("2026-01", "2026-04")), ("2026年1月至4月", "January to April 2026"));
    assert_eq!(pair(&months("2025-11", "2026-02")), ("2025年11月至2026年2月", "November 2025 to February 2026"));
}
