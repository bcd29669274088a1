//! Numbers of the law as they might be: a plan with other values of named numbers.

use super::bounds::{MOST_MONEY, prove};
use super::plan::{MaskStep, NumberSlot, NumberStep, Plan};
use crate::error::{Code, Diagnostic, Diagnostics, Place};
use crate::limits::PERIOD;
use crate::rulebook::{Parameter, ParameterIndex};
use crate::value::Decimal;

/// The name of the argument that holds the changes.
const REFORM: &str = "reform";

impl Plan {
    /// The same rules with other values of named numbers. A value that the law itself gives is no reform.
    ///
    /// # Errors
    /// `too-many-decimals` where a digit would be lost in a place that uses the number; `out-of-range` for a negative
    /// number, for more money than is proved, for a period that is too long; `number-too-large` where a rule could then
    /// grow too large. All of them at once.
    pub fn reform(&self, changes: &[(ParameterIndex, Decimal)]) -> Result<Self, Diagnostics> {
        let mut plan = self.clone();
        let mut faults = Diagnostics::default();
        for (index, value) in changes {
            let Some(parameter) = plan.book.parameters.get_mut(index.0) else { continue };
            match self.fault(*index, parameter, *value) {
                Some((code, expected)) => {
                    let found = format!("{} = {value}", parameter.id);
                    faults.0.push(Diagnostic::in_argument(code, REFORM, found, expected));
                }
                None => {
                    let before = std::mem::replace(&mut parameter.value, value.trimmed());
                    let law = *plan.reformed.entry(*index).or_insert(before);
                    if law.trimmed() == parameter.value {
                        plan.reformed.remove(index);
                    }
                }
            }
        }
        faults.unless_errors(())?;
        prove(&mut plan).map_err(|Diagnostics(faults)| {
            let place = || Place::Argument(REFORM.to_owned());
            Diagnostics(faults.into_iter().map(|fault| Diagnostic { place: place(), ..fault }).collect())
        })?;
        Ok(plan)
    }

    /// Why a named number cannot have a value, and what it can have.
    fn fault(&self, index: ParameterIndex, parameter: &Parameter, value: Decimal) -> Option<(Code, String)> {
        let decimals = self.decimals(index);
        let most = if parameter.unit.is_money() {
            Some(MOST_MONEY)
        } else {
            self.is_period(index).then_some(i128::from(PERIOD))
        };
        let whole = |whole: i128| Decimal::new(whole, 0);
        let above = most.is_some_and(|most| value.is_above(whole(most)));
        if value.units() == 0 && self.divides(index) {
            return Some((Code::OutOfRange, "> 0".to_owned()));
        }
        if value.units() < 0 || above {
            let range = most.map_or_else(|| "≥ 0".to_owned(), |most| format!("0 .. {most}"));
            return Some((Code::OutOfRange, range));
        }
        (value.trimmed().scale() > decimals).then(|| (Code::TooManyDecimals, decimals.to_string()))
    }

    /// The decimals that every place has that uses a named number.
    fn decimals(&self, index: ParameterIndex) -> u8 {
        let in_numbers = self.numbers.iter().filter_map(|step| match step {
            NumberStep::Parameter(used, scale) if *used == index => Some(*scale),
            _ => None,
        });
        // Periods are counted in whole months; a number that nothing uses may be whole or not.
        in_numbers.chain(self.is_period(index).then_some(0)).min().unwrap_or(u8::MAX)
    }

    /// Whether something is divided by a named number, or by a number that it is chosen for.
    fn divides(&self, index: ParameterIndex) -> bool {
        let mut below: Vec<NumberSlot> = self.numbers.iter().filter_map(divisor).collect();
        let mut next = 0;
        while let Some(step) = below.get(next).and_then(|slot| self.numbers.get(slot.0)) {
            if matches!(step, NumberStep::Parameter(used, _) if *used == index) {
                return true;
            }
            for read in step.reads() {
                if !below.contains(&read) {
                    below.push(read);
                }
            }
            next += 1;
        }
        false
    }

    /// Whether a named number is added to dates.
    fn is_period(&self, index: ParameterIndex) -> bool {
        self.masks.iter().any(|step| match step {
            MaskStep::Reached(_, shift, _) => shift.parameter.is_some_and(|(used, _)| used == index),
            _ => false,
        })
    }
}

/// What a number is divided by.
const fn divisor(step: &NumberStep) -> Option<NumberSlot> {
    match step {
        NumberStep::Ceiling(_, below) => Some(*below),
        _ => None,
    }
}
