//! Decimals as people write them.

use crate::listing::numbers::{product, quantity, range};
use tuoyu::explain::{percent, thousands};
use tuoyu::source::Language::{Chinese, English};

#[test]
fn thousands_are_separated_before_the_point() {
    let pairs = [
        ("0", "0"),
        ("0.00", "0.00"),
        ("999.99", "999.99"),
        ("1000", "1,000"),
        ("100000.00", "100,000.00"),
        ("1234567.8901", "1,234,567.8901"),
        ("-1234.50", "-1,234.50"),
    ];
    for (plain, shown) in pairs {
        assert_eq!(thousands(plain), shown);
    }
}

#[test]
fn a_ratio_is_told_in_percent_without_loss() {
    let pairs = [
        ("0", "0%"),
        ("0.3", "30%"),
        ("0.3333", "33.33%"),
        ("0.05", "5%"),
        ("0.0001", "0.01%"),
        ("1", "100%"),
        ("1.7", "170%"),
        ("0.5000", "50%"),
        ("12.345", "1,234.5%"),
        ("-0.25", "-25%"),
    ];
    for (plain, shown) in pairs {
        assert_eq!(percent(plain), shown);
    }
}

#[test]
fn units_stand_where_people_put_them() {
    assert_eq!(quantity("2100", "CNY/month", Chinese), "2,100 元/月");
    assert_eq!(quantity("2100", "CNY/month", English), "CNY 2,100/month");
    assert_eq!(quantity("158", "day", Chinese), "158 天");
    assert_eq!(quantity("1", "day", English), "1 day");
    assert_eq!(quantity("36000.00", "CNY/year", Chinese), "36,000.00 元/年");
    assert_eq!(quantity("120.50", "m²", Chinese), "120.50 平方米");
}

#[test]
fn a_range_names_its_unit_once() {
    assert_eq!(range("0.00", "6000.00", "CNY", Chinese), "0.00 至 6,000.00 元");
    assert_eq!(range("0.00", "6000.00", "CNY", English), "CNY 0.00 to 6,000.00");
    assert_eq!(range("0", "158", "day", English), "0 to 158 days");
    assert_eq!(range("300.00", "300.00", "CNY", Chinese), "300.00 元");
}

#[test]
fn a_sum_shows_how_it_comes_about() {
    assert_eq!(product(4, "300", "month", "CNY", Chinese), "4 个月 × 300 元");
    assert_eq!(product(7, "2000", "year", "CNY", English), "7 months × CNY 2,000 ÷ 12");
    assert_eq!(product(1, "3000", "once", "CNY", Chinese), "1 次 × 3,000 元");
    assert_eq!(product(1, "300", "month", "CNY", English), "1 month × CNY 300");
}
