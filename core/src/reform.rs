//! What if: the same rules with other numbers, or with other readings.

use crate::Rules;
use crate::compile::ParameterIndex;
use crate::error::{Code, Diagnostic, Diagnostics, nearest_or_all};
use crate::value::Decimal;

impl Rules {
    /// The same rules with options of readings taken, unless a question chooses others.
    ///
    /// ```
    /// # let rules = tuoyu::Rules::from_pack(&tuoyu::Pack::new(tuoyu_rules::jining().iter().copied()))?;
    /// let rules = rules.with_readings([("fourth-child", "as-third")])?;
    /// let case = rules.read_json(br#"{"families":[{"children":[{"birth_date":"2025-03-10","birth_order":4,
    ///     "enrolments":[{"id":"e1","from":"2025-09-10"}]}]}]}"#)?;
    /// let ask = tuoyu::Ask::window("2026-01", "2026-12").rule("jining/family-subsidy");
    /// assert_eq!(rules.assess(&case, &ask)?.outcomes[0].amount(), Some("6000.00"));
    /// # Ok::<(), tuoyu::error::Diagnostics>(())
    /// ```
    ///
    /// # Errors
    /// `unknown-reading` and `unknown-option`, all at once.
    pub fn with_readings<'a>(
        &self,
        readings: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Diagnostics> {
        let mut faults = Diagnostics::default();
        let chosen: Vec<(String, String)> =
            readings.into_iter().map(|(id, option)| (id.to_owned(), option.to_owned())).collect();
        let taken = self.choices(&chosen, &mut faults);
        faults.unless_errors(Self { taken, ..self.clone() })
    }

    /// The same rules with other values of named numbers, written as plain decimals; of the same number the last
    /// value counts. A number that versions of a rule give differently has the value in all of them. Receipts list
    /// what was reformed, and outcomes say which number is not the law's.
    ///
    /// ```
    /// # let rules = tuoyu::Rules::from_pack(&tuoyu::Pack::new(tuoyu_rules::jining().iter().copied()))?;
    /// let more = rules.reform([("jining/family-subsidy.third-child", "800")])?;
    /// let case = more.read_json(br#"{"families":[{"children":[{"birth_date":"2025-03-10","birth_order":3,
    ///     "enrolments":[{"id":"e1","from":"2025-09-10"}]}]}]}"#)?;
    /// let ask = tuoyu::Ask::window("2026-01", "2026-12").rule("jining/family-subsidy");
    /// // Twelve months at 800, and at the 500 of the law.
    /// assert_eq!(more.assess(&case, &ask)?.outcomes[0].amount(), Some("9600.00"));
    /// assert_eq!(rules.assess(&case, &ask)?.outcomes[0].amount(), Some("6000.00"));
    /// # Ok::<(), tuoyu::error::Diagnostics>(())
    /// ```
    ///
    /// # Errors
    /// `unknown-parameter`; `not-a-decimal`; `too-many-decimals` for more than a rule counts in; `out-of-range` for a
    /// negative number, for money above ten million yuan, for too long a period; `number-too-large` where a rule could
    /// then grow too large.
    pub fn reform<'a>(&self, numbers: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, Diagnostics> {
        let parameters = &self.plan.book.parameters;
        let mut faults = Diagnostics::default();
        let mut changes = Vec::new();
        for (id, value) in numbers {
            let named = || (0..).zip(parameters).filter(|(_, parameter)| parameter.id == id);
            if named().next().is_none() {
                let expected = nearest_or_all(id, parameters.iter().map(|parameter| parameter.id.as_str()));
                faults.0.push(Diagnostic::in_argument(Code::UnknownParameter, "reform", id, expected));
            }
            let value = Decimal::parse(value).map_err(|_| {
                faults.0.push(Diagnostic::in_argument(Code::NotADecimal, "reform", value, ""));
            });
            let Ok(value) = value else { continue };
            changes.extend(named().map(|(place, _)| (ParameterIndex(place), value)));
        }
        match self.plan.reform(&changes) {
            Ok(plan) => faults.unless_errors(Self { plan, ..self.clone() }),
            Err(Diagnostics(more)) => {
                faults.0.extend(more);
                Err(faults)
            }
        }
    }
}
