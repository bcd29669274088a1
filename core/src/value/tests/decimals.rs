//! Decimals: what is read, what is refused, and how they are written again.

use crate::value::{Decimal, DecimalFault};
use proptest::prelude::*;

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

#[test]
fn a_decimal_is_digits_with_one_point_inside_and_a_minus_before() {
    for (text, units, scale) in [
        ("0", 0, 0),
        ("2100.00", 210_000, 2),
        ("0.85", 85, 2),
        ("-0.5", -5, 1),
        ("-3.5", -35, 1),
        ("007", 7, 0),
        ("-0", 0, 0),
        ("9999999999999999999999999999", 9_999_999_999_999_999_999_999_999_999, 0),
        ("0.000000000000000000000000001", 1, 27),
    ] {
        let read = decimal(text);
        assert_eq!((read.units(), read.scale()), (units, scale), "{text}");
    }
}

#[test]
fn everything_else_is_no_decimal() {
    for wrong in [
        "", "-", ".", "-.", "+1", "+0", "1e3", "1E3", "1e-3", ".5", "5.", "-.5", "-5.", "--1", "1-", "1.2.3", "1..2",
        "1,000", "1_000", " 1", "1 ", "1\n", "１２", "1２", "一", "٣", "0x10", "NaN", "inf", "1.-5", "1.+5", "−1",
    ] {
        assert_eq!(Decimal::parse(wrong), Err(DecimalFault::NotPlain), "{wrong:?}");
    }
}

#[test]
fn a_decimal_has_at_most_28_digits() {
    let nines = |whole: usize, fraction: usize| format!("{}.{}", "9".repeat(whole), "9".repeat(fraction));
    assert!(Decimal::parse(&"9".repeat(28)).is_ok());
    assert!(Decimal::parse(&format!("-{}", "9".repeat(28))).is_ok());
    assert!(Decimal::parse(&nines(14, 14)).is_ok());
    assert!(Decimal::parse(&nines(1, 27)).is_ok());
    for long in ["9".repeat(29), nines(14, 15), nines(28, 1), "0".repeat(29), "9".repeat(10_000)] {
        assert_eq!(Decimal::parse(&long), Err(DecimalFault::TooLong), "{long}");
    }
}

#[test]
fn counting_in_another_scale_loses_no_digit() {
    assert_eq!(decimal("1999.99").at_scale(2), Some(199_999));
    assert_eq!(decimal("1999.99").at_scale(4), Some(19_999_900));
    assert_eq!(decimal("1999.99").at_scale(1), None);
    assert_eq!(decimal("1999.90").at_scale(1), Some(19_999));
    assert_eq!(decimal("2000.00").at_scale(0), Some(2_000));
    assert_eq!(decimal("-0.50").at_scale(1), Some(-5));
    assert_eq!(decimal("-0.55").at_scale(1), None);
    assert_eq!(decimal("0.00").at_scale(0), Some(0));
}

#[test]
fn counting_stops_where_64_bits_are_too_few() {
    assert_eq!(decimal("9223372036854775807").at_scale(0), Some(i64::MAX));
    assert_eq!(decimal("9223372036854775808").at_scale(0), None);
    assert_eq!(decimal("-9223372036854775808").at_scale(0), Some(i64::MIN));
    assert_eq!(decimal("-9223372036854775809").at_scale(0), None);
    assert_eq!(decimal("92233720368547758.07").at_scale(2), Some(i64::MAX));
    assert_eq!(decimal("1").at_scale(18), Some(1_000_000_000_000_000_000));
    assert_eq!(decimal("1").at_scale(19), None);
    assert_eq!(decimal(&"9".repeat(28)).at_scale(11), None, "not even 128 bits hold it");
    assert_eq!(decimal("1").at_scale(u8::MAX), None);
    assert_eq!(Decimal::new(1, u8::MAX).at_scale(0), None);
}

#[test]
fn a_decimal_is_written_with_all_its_decimals_or_without_zeros_at_the_end() {
    for (units, scale, written, plain) in [
        (300_000, 3, "300.000", "300"),
        (1_199_994, 3, "1199.994", "1199.994"),
        (5, 1, "0.5", "0.5"),
        (-5, 1, "-0.5", "-0.5"),
        (-5, 3, "-0.005", "-0.005"),
        (-500, 2, "-5.00", "-5"),
        (0, 2, "0.00", "0"),
        (10, 0, "10", "10"),
        (100, 1, "10.0", "10"),
        // Both sides of 64 bits.
        (18_446_744_073_709_551_615, 2, "184467440737095516.15", "184467440737095516.15"),
        (-18_446_744_073_709_551_615, 0, "-18446744073709551615", "-18446744073709551615"),
        (18_446_744_073_709_551_616, 2, "184467440737095516.16", "184467440737095516.16"),
        // Room for every digit, and more decimals than that.
        (-1, 19, "-0.0000000000000000001", "-0.0000000000000000001"),
        (1, 28, "0.0000000000000000000000000001", "0.0000000000000000000000000001"),
        (i128::MIN, 0, "-170141183460469231731687303715884105728", "-170141183460469231731687303715884105728"),
    ] {
        let decimal = Decimal::new(units, scale);
        assert_eq!((decimal.to_string().as_str(), decimal.plain().as_str()), (written, plain));
    }
}

#[test]
fn trimming_keeps_zeros_before_the_point() {
    assert_eq!(decimal("100").trimmed(), Decimal::new(100, 0));
    assert_eq!(decimal("100.500").trimmed(), Decimal::new(1_005, 1));
    assert_eq!(decimal("0.000").trimmed(), Decimal::new(0, 0));
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(text in "-?[0-9]{1,14}(\\.[0-9]{1,14})?") {
        let read = decimal(&text);
        prop_assert_eq!(Decimal::parse(&read.to_string()), Ok(read));
        prop_assert_eq!(decimal(&read.plain()), read.trimmed());
        prop_assert_eq!(read.plain().ends_with('0') && read.plain().contains('.'), false);
    }

    #[test]
    fn no_text_makes_the_reader_stop(text in prop_oneof!["[-+.0-9eE１]{0,8}", "\\PC{0,40}"]) {
        if let Ok(read) = Decimal::parse(&text) {
            prop_assert!(text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-'));
            prop_assert!(read.scale() < 28);
        }
    }
}
