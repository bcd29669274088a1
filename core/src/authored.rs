//! Rules and cases from what people write: packs of text, cases in TOML.

use crate::Rules;
use crate::error::Diagnostics;
use crate::model::{Facts, Node};
use crate::pack::{Compiled, Pack};

impl Rules {
    /// Parses, checks and compiles a pack.
    ///
    /// ```
    /// let pack = tuoyu::Pack::new(tuoyu_rules::jining().iter().copied());
    /// let rules = tuoyu::Rules::from_pack(&pack)?;
    /// let case = rules.read_json(br#"{"families":[{"children":[{"birth_date":"2025-03-10","birth_order":2,
    ///     "enrolments":[{"id":"e1","from":"2025-09-10"}]}]}]}"#)?;
    /// let ask = tuoyu::Ask::window("2026-01", "2026-12").rule("jining/family-subsidy");
    /// let answer = rules.assess(&case, &ask)?;
    /// assert_eq!(answer.outcomes[0].amount(), Some("3600.00"));
    /// # Ok::<(), tuoyu::error::Diagnostics>(())
    /// ```
    ///
    /// # Errors
    /// Everything that is wrong with the pack.
    pub fn from_pack(pack: &Pack) -> Result<Self, Diagnostics> {
        let Compiled { plan, identity, .. } = pack.compiled()?;
        Ok(Self::new(plan, identity))
    }

    /// Reads a case from TOML.
    ///
    /// # Errors
    /// Everything that is wrong with it, at once.
    pub fn read_toml(&self, bytes: &[u8]) -> Result<Facts, Diagnostics> {
        Facts::read(&Node::from_toml(bytes)?, self.vocabulary())
    }
}
