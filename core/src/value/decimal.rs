//! An exact decimal number, and the one rounding that the contract knows.

use std::fmt;
use std::str::FromStr;

/// An exact decimal: `units × 10^-scale`.
///
/// Range: up to 28 digits. Decimals are read strictly: digits, at most one point with digits on both
/// sides, an optional minus; no plus, no exponent, no separators.
///
/// ```
/// use tuoyu::value::Decimal;
/// let fee = Decimal::parse("1999.99")?;
/// assert_eq!(fee.at_scale(2), Some(199_999));
/// assert_eq!(fee.at_scale(1), None, "a digit would be lost");
/// assert_eq!(Decimal::new(300_000, 3).plain(), "300");
/// # Ok::<(), tuoyu::value::DecimalFault>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, serde::Deserialize, serde::Serialize)]
#[serde(try_from = "(i128, u8)", into = "(i128, u8)")]
pub struct Decimal {
    units: i128,
    scale: u8,
}

/// Why a text is not a decimal.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum DecimalFault {
    /// Something else than digits, one point and a leading minus.
    #[error("not a plain decimal")]
    NotPlain,
    /// More than 28 digits.
    #[error("more than 28 digits")]
    TooLong,
}

const MAX_DIGITS: usize = 28;

impl TryFrom<(i128, u8)> for Decimal {
    type Error = DecimalFault;

    fn try_from((units, scale): (i128, u8)) -> Result<Self, Self::Error> {
        let is_short = units.unsigned_abs().to_string().len() <= MAX_DIGITS && usize::from(scale) <= MAX_DIGITS;
        is_short.then_some(Self { units, scale }).ok_or(DecimalFault::TooLong)
    }
}

impl From<Decimal> for (i128, u8) {
    fn from(decimal: Decimal) -> Self {
        (decimal.units, decimal.scale)
    }
}

impl Decimal {
    /// The decimal `units × 10^-scale`.
    #[must_use]
    pub const fn new(units: i128, scale: u8) -> Self {
        Self { units, scale }
    }

    /// Reads a plain decimal such as `2100`, `0.85` or `-3.5`.
    ///
    /// # Errors
    /// [`DecimalFault`] when the text is anything else.
    pub fn parse(text: &str) -> Result<Self, DecimalFault> {
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !plain(whole) || !fraction.is_none_or(plain) {
            return Err(DecimalFault::NotPlain);
        }
        let fraction = fraction.unwrap_or_default();
        if whole.len() + fraction.len() > MAX_DIGITS {
            return Err(DecimalFault::TooLong);
        }
        let units = whole.bytes().chain(fraction.bytes()).fold(0_i128, |sum, byte| sum * 10 + i128::from(byte - b'0'));
        let scale = u8::try_from(fraction.len()).map_err(|_| DecimalFault::TooLong)?;
        Ok(Self { units: if negative { -units } else { units }, scale })
    }

    /// The number counted in `10^-scale`, or `None` where digits would be lost or 64 bits are too few.
    #[must_use]
    pub fn at_scale(self, scale: u8) -> Option<i64> {
        let units = if scale >= self.scale {
            self.units.checked_mul(ten_to(scale - self.scale)?)?
        } else {
            let divisor = ten_to(self.scale - scale)?;
            (self.units % divisor == 0).then_some(self.units / divisor)?
        };
        i64::try_from(units).ok()
    }

    /// Whether the number is larger than another.
    ///
    /// ```
    /// use tuoyu::value::Decimal;
    /// assert!(Decimal::new(3001, 1).is_above(Decimal::new(300, 0)));
    /// assert!(!Decimal::new(3000, 1).is_above(Decimal::new(300, 0)));
    /// ```
    #[must_use]
    pub fn is_above(self, other: Self) -> bool {
        let scale = self.scale.max(other.scale);
        let units = |number: Self| number.units.saturating_mul(ten_to(scale - number.scale).unwrap_or(i128::MAX));
        units(self) > units(other)
    }

    /// Without zeros at the end of the fraction, and the fewest decimals that hold the number.
    #[must_use]
    pub fn trimmed(self) -> Self {
        let mut trimmed = self;
        while trimmed.scale > 0 && trimmed.units % 10 == 0 {
            trimmed.units /= 10;
            trimmed.scale -= 1;
        }
        trimmed
    }

    /// The decimals that the number is written with.
    #[must_use]
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// The number counted in `10^-scale` of its own scale.
    #[must_use]
    pub const fn units(self) -> i128 {
        self.units
    }

    /// Written plainly with no zeros at the end: `300`, `1199.994`.
    #[must_use]
    pub fn plain(self) -> String {
        self.trimmed().to_string()
    }
}

/// A plain decimal such as `2100`, `0.85` or `-3.5`.
impl FromStr for Decimal {
    type Err = DecimalFault;

    fn from_str(text: &str) -> Result<Self, DecimalFault> {
        Self::parse(text)
    }
}

/// Written with all decimals of its scale: `300.00`.
/// A sign, a point, and the digits of 64 bits.
const ROOM: usize = 22;

impl Decimal {
    /// As it is written, where it fits 64 bits: reports hold many.
    fn written<'r>(&self, room: &'r mut [u8; ROOM]) -> Option<&'r [u8]> {
        let mut left = u64::try_from(self.units.unsigned_abs()).ok()?;
        let point = usize::from(self.scale);
        let mut place = ROOM;
        let mut digits = 0;
        while digits <= point || left > 0 {
            if digits == point && point > 0 {
                place = place.checked_sub(1)?;
                *room.get_mut(place)? = b'.';
            }
            place = place.checked_sub(1)?;
            *room.get_mut(place)? = b'0' + u8::try_from(left % 10).ok()?;
            left /= 10;
            digits += 1;
        }
        if self.units < 0 {
            place = place.checked_sub(1)?;
            *room.get_mut(place)? = b'-';
        }
        room.get(place..)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut room = [0; ROOM];
        if let Some(written) = self.written(&mut room) {
            return out.write_str(str::from_utf8(written).unwrap_or_default());
        }
        let sign = if self.units < 0 { "-" } else { "" };
        let digits = self.units.unsigned_abs().to_string();
        let scale = usize::from(self.scale);
        if scale == 0 {
            return write!(out, "{sign}{digits}");
        }
        let padded = format!("{digits:0>width$}", width = scale + 1);
        let (whole, fraction) = padded.split_at_checked(padded.len().saturating_sub(scale)).unwrap_or((&padded, ""));
        write!(out, "{sign}{whole}.{fraction}")
    }
}

/// `numerator ÷ denominator`, rounded half up (a half goes away from zero for positive amounts).
///
/// The denominator is positive; with any other the answer is 0, because no rule can make one.
///
/// ```
/// assert_eq!(tuoyu::value::round_half_up(14_000_00, 12), 116_667);
/// ```
#[must_use]
pub const fn round_half_up(numerator: i128, denominator: i128) -> i128 {
    if denominator <= 0 {
        return 0;
    }
    let doubled = numerator.saturating_mul(2).saturating_add(denominator);
    doubled.div_euclid(denominator.saturating_mul(2))
}

fn ten_to(power: u8) -> Option<i128> {
    10_i128.checked_pow(u32::from(power))
}
