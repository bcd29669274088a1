//! The door for cases that are asked the same question, one after another.

use crate::ask::Ask;
use crate::error::Diagnostics;
use crate::evaluate::CasePlan;
use crate::explain::{Assessment, Frame};
use crate::held::Held;
use crate::model::Facts;
use crate::rules::Rules;
use std::sync::Arc;

/// A question made ready for cases (按案测算): asked of as many as there are, from as many threads as there are. What no
/// case changes is worked out once; an answer is that of [`Rules::assess`], to the byte.
pub struct Assessor<'r> {
    rules: Held<'r>,
    plan: CasePlan,
    frame: Frame,
}

impl Rules {
    /// Makes a question ready for cases.
    ///
    /// ```
    /// # let rules = tuoyu::Rules::from_pack(&tuoyu::Pack::new(tuoyu_rules::jining().iter().copied()))?;
    /// use tuoyu::Ask;
    /// let ask = Ask::window("2026-01", "2026-12").rule("jining/family-subsidy");
    /// let assessor = rules.assessor(&ask)?;
    /// for (order, amount) in [(2, "3600.00"), (3, "6000.00")] {
    ///     let case = format!(
    ///         r#"{{"families": [{{"children": [{{"birth_date": "2025-03-10", "birth_order": {order},
    ///             "enrolments": [{{"from": "2025-09-10"}}]}}]}}]}}"#
    ///     );
    ///     let answer = assessor.assess(&rules.read_json(case.as_bytes())?)?;
    ///     assert_eq!(answer.outcomes[0].amount(), Some(amount));
    /// }
    /// # Ok::<(), tuoyu::error::Diagnostics>(())
    /// ```
    ///
    /// # Errors
    /// Everything that is wrong with the question.
    pub fn assessor(&self, ask: &Ask) -> Result<Assessor<'_>, Diagnostics> {
        let (plan, frame) = self.ready_for_cases(ask)?;
        Ok(Assessor { rules: Held::Borrowed(self), plan, frame })
    }

    /// The same for as long as it is wanted: a service keeps one for each question that it is asked again and again.
    ///
    /// # Errors
    /// Those of [`assessor`](Self::assessor).
    pub fn shared_assessor(self: &Arc<Self>, ask: &Ask) -> Result<Assessor<'static>, Diagnostics> {
        let (plan, frame) = self.ready_for_cases(ask)?;
        Ok(Assessor { rules: Held::Shared(Arc::clone(self)), plan, frame })
    }

    fn ready_for_cases(&self, ask: &Ask) -> Result<(CasePlan, Frame), Diagnostics> {
        let plan = CasePlan::new(&self.plan, self.question(ask)?);
        let frame = Frame::new(&self.plan, &plan.question, &self.pack).ready(&self.plan, &plan.question);
        Ok((plan, frame))
    }
}

impl Assessor<'_> {
    /// Evaluates a case of [the rules](Self::rules).
    ///
    /// # Errors
    /// `number-too-large` for a case with more things than a sum may run over.
    pub fn assess(&self, case: &Facts) -> Result<Assessment, Diagnostics> {
        let Self { rules, plan, frame } = self;
        rules.check_size(case)?;
        let outcomes = plan.evaluate(&rules.plan, case);
        Ok(frame.assessment(&rules.plan, &plan.question, &outcomes, case))
    }

    /// The rules that are asked.
    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.rules
    }
}

impl std::fmt::Debug for Assessor<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Assessor").field("question", &self.plan.question).finish_non_exhaustive()
    }
}
