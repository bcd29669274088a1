//! A number held against a bound, as a truth.

use super::rule::Relation;
use super::truth::{Comparison, Number, NumberKind, Truth};
use crate::value::Unit;

impl Number {
    /// The same number with more decimals.
    #[must_use]
    pub fn with_scale(self, scale: u8) -> Self {
        let more = scale.saturating_sub(self.scale);
        if more == 0 {
            return self;
        }
        let unit = self.unit;
        // One, written with that many decimals: multiplying by it adds decimals and changes nothing else.
        let one = Self { kind: NumberKind::Constant(10_i64.pow(u32::from(more))), unit: Unit::One, scale: more };
        Self { kind: NumberKind::Multiply(Box::new(self), Box::new(one)), unit, scale }
    }
}

impl Relation {
    /// Whether one number is so related to another; both have one unit and the same decimals.
    #[must_use]
    pub fn between(self, a: Number, b: Number) -> Truth {
        match self {
            Self::Below => Truth::Compare(Comparison::Less, a, b),
            Self::AtMost => Truth::Compare(Comparison::AtMost, a, b),
            Self::Above => Truth::Compare(Comparison::Less, b, a),
            Self::AtLeast => Truth::Compare(Comparison::AtMost, b, a),
            Self::Equal => Truth::Compare(Comparison::Equal, a, b),
        }
    }

    /// Whether a number, or a quotient, is so related to its bound. Nothing is divided: a quotient is compared by
    /// holding what stands above against so many times what stands below.
    #[must_use]
    pub fn held(self, value: &Number, over: Option<&Number>, bound: &Number) -> Truth {
        let right = match over {
            Some(below) => {
                let unit = if bound.unit == Unit::One { below.unit } else { bound.unit };
                let scale = bound.scale.saturating_add(below.scale);
                let kind = NumberKind::Multiply(Box::new(bound.clone()), Box::new(below.clone()));
                Number { kind, unit, scale }
            }
            None => bound.clone(),
        };
        let scale = value.scale.max(right.scale);
        self.between(value.clone().with_scale(scale), right.with_scale(scale))
    }
}
