//! A recorded question, asked again.

use crate::Rules;
use crate::error::Diagnostics;
use crate::model::Facts;
use crate::replay::{Recorded, Replay, again, compare};
use std::borrow::Cow;

impl Rules {
    /// Asks again what a receipt says was asked, and tells everything that differs: in what was asked of what, in the
    /// facts, in the outcomes. A record that holds the whole assessment has its facts and outcomes named; of a receipt
    /// alone only digests can be compared.
    ///
    /// ```
    /// # let pack = tuoyu::Pack::new(tuoyu_rules::jining().iter().copied());
    /// # let rules = tuoyu::Rules::from_pack(&pack)?;
    /// let case = |born: &str| format!(r#"{{"families":[{{"children":[{{"id":"k1","birth_date":"{born}",
    ///     "birth_order":2,"enrolments":[{{"id":"e1","from":"2025-09-10"}}]}}]}}]}}"#);
    /// let then = rules.read_json(case("2025-03-10").as_bytes())?;
    /// let ask = tuoyu::Ask::window("2026-01", "2026-12").rule("jining/family-subsidy");
    /// let kept = tuoyu::replay::Recorded::of(&rules.assess(&then, &ask)?)?;
    /// assert!(rules.replay(&kept, &then)?.holds());
    ///
    /// let replay = rules.replay(&kept, &rules.read_json(case("2025-04-10").as_bytes())?)?;
    /// assert_eq!(replay.differences[1].words.en, "child.birth_date (Date of birth) of k1: 2025-03-10 → 2025-04-10");
    /// # Ok::<(), tuoyu::error::Diagnostics>(())
    /// ```
    ///
    /// # Errors
    /// What is wrong with a reform that the receipt tells, such as `unknown-parameter`; `number-too-large` for the facts.
    pub fn replay(&self, recorded: &Recorded, facts: &Facts) -> Result<Replay, Diagnostics> {
        let rules = self.reformed(recorded)?;
        let (question, gone) = again(&rules.plan().book, &recorded.receipt);
        let now = rules.answer(facts, &question)?;
        Ok(compare(recorded, &now, gone, rules.vocabulary()))
    }

    /// The rules that a receipt was of: these, with the numbers that it says were reformed.
    fn reformed(&self, recorded: &Recorded) -> Result<Cow<'_, Self>, Diagnostics> {
        let reform = &recorded.receipt.reform;
        if reform.is_empty() {
            return Ok(Cow::Borrowed(self));
        }
        self.reform(reform.iter().map(|(id, value)| (id.as_str(), value.as_str()))).map(Cow::Owned)
    }
}
