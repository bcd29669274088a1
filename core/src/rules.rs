//! Rules ready to be asked.

use crate::compile::{NumberStep, Plan, plan};
use crate::error::{Code, Diagnostic, Diagnostics};
use crate::evaluate::{Choices, Question, evaluate};
use crate::explain::{Assessment, PackIdentity, PackReport, Told, Tree, assessment, described, explanation};
use crate::limits::THINGS;
use crate::model::{Case, Facts, Node, Vocabulary};
use crate::packed::{self, Packed};

use crate::ask::Ask;
use crate::value::Set;

/// A pack of rules, checked and compiled (规则). Evaluation takes `&self`, holds no state and reads no clock.
///
/// The name `known_on` is reserved: to ask what was known of the law on a day. Receipts carry it as null, which is all
/// law of the pack.
#[derive(Clone, Debug)]
pub struct Rules {
    pub(crate) plan: Plan,
    pub(crate) pack: PackIdentity,
    /// The options taken unless a question chooses others.
    pub(crate) taken: Choices,
}

impl Rules {
    /// Loads a compiled pack, of whatever origin: every invariant is proved again.
    ///
    /// ```
    /// let bytes = tuoyu::Pack::new(tuoyu_rules::jining().iter().copied()).compile()?;
    /// let rules = tuoyu::Rules::load(&bytes)?;
    /// assert_eq!(rules.name(), "jining");
    /// # Ok::<(), tuoyu::error::Diagnostics>(())
    /// ```
    ///
    /// # Errors
    /// `too-large` beyond the limit; `not-a-pack` for other bytes; `pack-format` and `pack-semantics` for another version than the engine's;
    /// `pack-damaged` where the digest does not fit; `pack-unsound` for every invariant that is broken;
    /// `number-too-large` for rules whose numbers could grow too large.
    pub fn load(bytes: &[u8]) -> Result<Self, Diagnostics> {
        let (Packed { name, text_hash, book }, hash) = packed::read(bytes)?;
        Ok(Self::new(plan(book)?, PackIdentity { name, hash, text_hash }))
    }

    pub(crate) fn new(plan: Plan, pack: PackIdentity) -> Self {
        let taken = plan.book.readings.iter().map(|reading| reading.default).collect();
        Self { plan, pack, taken }
    }

    /// The pack's name: that of its last layer.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.pack.name
    }

    /// SHA-256 of the compiled pack, which receipts carry.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.pack.hash
    }

    /// The facts that cases may state.
    #[must_use]
    pub const fn vocabulary(&self) -> &Vocabulary {
        &self.plan.book.vocabulary
    }

    /// The compiled rules.
    #[must_use]
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What the pack holds: documents, things, facts, readings, parameters, rules.
    ///
    /// ```
    /// let rules = tuoyu::Rules::from_pack(&tuoyu::Pack::new(tuoyu_rules::jining().iter().copied()))?;
    /// let pack = rules.describe();
    /// let third = pack.parameters.iter().find(|one| one.id == "jining/family-subsidy.third-child").unwrap();
    /// assert_eq!((third.value.as_str(), third.unit.as_str()), ("500", "CNY"));
    /// # Ok::<(), tuoyu::error::Diagnostics>(())
    /// ```
    #[must_use]
    pub fn describe(&self) -> PackReport {
        described(&self.plan.book, &self.pack)
    }

    /// Reads a case from structs.
    ///
    /// ```
    /// use tuoyu::{Ask, Case, Child, Enrolment, Family};
    /// # let rules = tuoyu::Rules::from_pack(&tuoyu::Pack::new(tuoyu_rules::jining().iter().copied()))?;
    /// let enrolment = Enrolment { from: Some("2025-09-10".parse()?), ..Default::default() };
    /// let child = Child {
    ///     birth_date: Some("2023-05-31".parse()?),
    ///     birth_order: Some(2),
    ///     enrolments: vec![enrolment],
    ///     ..Default::default()
    /// };
    /// let family = Family { children: vec![child], ..Default::default() };
    /// let facts = rules.read(&Case { families: vec![family], ..Default::default() })?;
    /// let ask = Ask::window("2026-01", "2026-12").rule("jining/family-subsidy");
    /// // January to April: on the last day of May the child is three.
    /// assert_eq!(rules.assess(&facts, &ask)?.outcomes[0].amount(), Some("1200.00"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Everything that is wrong with it, at once: the codes and paths of the same case in JSON.
    pub fn read(&self, case: &Case) -> Result<Facts, Diagnostics> {
        Facts::read(&Node::from(case), self.vocabulary())
    }

    /// Reads a case from JSON.
    ///
    /// # Errors
    /// Everything that is wrong with it, at once.
    pub fn read_json(&self, bytes: &[u8]) -> Result<Facts, Diagnostics> {
        Facts::read(&Node::from_json(bytes)?, self.vocabulary())
    }

    /// Evaluates a case.
    ///
    /// # Errors
    /// Everything that is wrong with the question.
    pub fn assess(&self, case: &Facts, ask: &Ask) -> Result<Assessment, Diagnostics> {
        self.answer(case, &self.question(ask)?)
    }

    /// Evaluates a case for a question that is one of these rules.
    ///
    /// # Errors
    /// `number-too-large`.
    pub(crate) fn answer(&self, case: &Facts, question: &Question) -> Result<Assessment, Diagnostics> {
        self.check_size(case)?;
        let outcomes = evaluate(&self.plan, case, question);
        Ok(assessment(&self.plan, question, &outcomes, case, &self.pack))
    }

    /// Why an outcome is as it is, as a tree: an outcome of an assessment, or its JSON form.
    ///
    /// # Errors
    /// `not-an-outcome`, or `unknown-rule` where it is an outcome of other rules.
    pub fn explain(&self, outcome: &impl serde::Serialize) -> Result<Tree, Diagnostics> {
        explanation(&self.plan, &Told::of(outcome)?)
    }

    /// No sum runs over more things than its bound was proved for.
    pub(crate) fn check_size(&self, case: &Facts) -> Result<(), Diagnostics> {
        let mut faults = Diagnostics::default();
        let summed = self.plan.numbers.iter().filter_map(|step| match step {
            NumberStep::Sum(thing, _) => Some(*thing),
            _ => None,
        });
        for thing in summed.collect::<Set<_>>() {
            let count = case.of(thing).count();
            if let (true, Some(data)) = (count > THINGS, self.vocabulary().thing_at(thing)) {
                let (found, most) = (count.to_string(), THINGS.to_string());
                faults.0.push(Diagnostic::in_case(Code::NumberTooLarge, &data.key, found, most));
            }
        }
        faults.unless_errors(())
    }
}
