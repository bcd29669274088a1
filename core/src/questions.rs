//! The missing facts of a case, as the questions of a form.

use crate::error::Diagnostics;
use crate::explain::{self, Question, Told, Try};
use crate::model::{Content, Facts};
use crate::{Ask, Rules};

impl Rules {
    /// The facts that are missing for the outcomes asked about, in the order in which to ask: those of the first
    /// outcome first. Each comes with its question, why it is asked, and, where its answers can be counted, what
    /// each of them would lead to; for that the case is assessed again with each answer.
    ///
    /// ```
    /// # let pack = tuoyu::Pack::new(tuoyu_rules::jining().iter().copied());
    /// # let rules = tuoyu::Rules::from_pack(&pack)?;
    /// let case = rules.read_json(br#"{"families":[{"children":[{"id":"k1","birth_date":"2025-03-10",
    ///     "enrolments":[{"id":"e1","from":"2025-09-10"}]}]}]}"#)?;
    /// let ask = tuoyu::Ask::window("2026-01", "2026-12").rule("jining/family-subsidy");
    /// let questions = rules.questions(&case, &ask)?;
    /// assert_eq!(questions[0].fact, "child.birth_order");
    /// // The first child, the second, the third, and every later one.
    /// let amounts: Vec<_> = questions[0].answers.iter().map(|answer| answer.outcomes[0].amount.as_deref()).collect();
    /// assert_eq!(amounts, [Some("0.00"), Some("3600.00"), Some("6000.00"), None]);
    /// # Ok::<(), tuoyu::error::Diagnostics>(())
    /// ```
    ///
    /// # Errors
    /// Everything that is wrong with the question; `unknown-subject` where no outcome is about the subject asked for.
    pub fn questions(&self, case: &Facts, ask: &Ask) -> Result<Vec<Question>, Diagnostics> {
        let assessment = self.assess(case, ask)?;
        let outcomes = assessment.about(ask.named_subject())?;
        let told = outcomes.into_iter().map(Told::of).collect::<Result<Vec<Told>, _>>()?;
        explain::ask(self.plan(), &told, |question, one| self.supposing(case, ask, question, one))
    }

    /// The outcomes that a fact is missing for, if it had a value.
    fn supposing(&self, case: &Facts, ask: &Ask, question: &Question, one: &Try) -> Option<Vec<Told>> {
        let vocabulary = self.vocabulary();
        let fact = vocabulary.fact(&question.fact)?;
        let supposed = case.supposing(vocabulary, &question.subject, fact, &Content::Number(one.from))?;
        let rules = question.asked_by.iter().map(|by| by.rule.as_str());
        let assessment = self.assess(&supposed, &ask.of_rules(rules)).ok()?;
        assessment.outcomes.iter().map(|outcome| Told::of(outcome).ok()).collect()
    }
}
