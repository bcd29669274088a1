//! Exact decimals, from texts and from whole numbers.

use super::facts::Reading;
use crate::error::Code;
use crate::model::{FactType, Node, NodeValue};
use crate::value::{Decimal, DecimalFault};

/// The most digits that a decimal has, so that one which is longer is not written out.
const MOST_DIGITS: i32 = 28;

impl Reading<'_> {
    /// A number, counted in the fact's own scale.
    pub(super) fn number(&mut self, kind: &FactType, node: &Node, path: &str) -> Option<i64> {
        let FactType::Number { scale, minimum, maximum, allowed, .. } = kind else { return None };
        let digits = match &node.value {
            NodeValue::Number(number) if number.contains(['.', 'e', 'E']) => {
                let plain = plain(number).unwrap_or_else(|| number.clone());
                self.report.add(node.offset, Code::NumberWithFraction, path, number, plain);
                return None;
            }
            NodeValue::Number(digits) | NodeValue::Text(digits) => digits.as_str(),
            _ => {
                self.report.add(node.offset, Code::NotADecimal, path, node.written(), "");
                return None;
            }
        };
        let (code, expected) = match units(digits, *scale) {
            Ok(units) if (*minimum..=*maximum).contains(&units) && (allowed.is_empty() || allowed.contains(&units)) => {
                return Some(units);
            }
            Ok(_) | Err(Code::OutOfRange) => (Code::OutOfRange, bounds(*scale, *minimum, *maximum, allowed)),
            Err(Code::TooManyDecimals) => (Code::TooManyDecimals, scale.to_string()),
            Err(code) => (code, String::new()),
        };
        self.report.add(node.offset, code, path, digits, expected);
        None
    }
}

/// A plain decimal, counted in the fact's own scale.
pub(in crate::model) fn units(digits: &str, scale: u8) -> Result<i64, Code> {
    let decimals = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    match Decimal::parse(digits) {
        Err(DecimalFault::NotPlain) => Err(Code::NotADecimal),
        _ if decimals > usize::from(scale) => Err(Code::TooManyDecimals),
        Ok(decimal) => decimal.at_scale(scale).ok_or(Code::OutOfRange),
        Err(DecimalFault::TooLong) => Err(Code::OutOfRange),
    }
}

/// The admissible values, as a message says them.
pub(in crate::model) fn bounds(scale: u8, minimum: i64, maximum: i64, allowed: &[i64]) -> String {
    let plain = |units: i64| Decimal::new(i128::from(units), scale).plain();
    if allowed.is_empty() {
        format!("{} .. {}", plain(minimum), plain(maximum))
    } else {
        allowed.iter().map(|units| plain(*units)).collect::<Vec<_>>().join(", ")
    }
}

/// A number with a fraction or an exponent, written without an exponent.
fn plain(number: &str) -> Option<String> {
    let (digits, power) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let decimal = Decimal::parse(digits.strip_prefix('+').unwrap_or(digits)).ok()?;
    let power: i32 = power.parse().ok()?;
    // A negative scale is a number that ends in zeros.
    let scale = i32::from(decimal.scale()).checked_sub(power)?;
    let zeros = u32::try_from(scale.min(0).checked_neg()?).ok()?;
    let units = 10_i128.checked_pow(zeros).and_then(|factor| decimal.units().checked_mul(factor))?;
    let scale = u8::try_from(scale.max(0)).ok().filter(|scale| i32::from(*scale) <= MOST_DIGITS)?;
    Some(Decimal::new(units, scale).plain())
}
