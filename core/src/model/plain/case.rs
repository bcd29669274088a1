//! The whole case.

use super::written::Written;
use super::{Family, Institution, Jurisdiction, thing};
use crate::model::{Node, NodeValue};

thing! {
    /// What is known of institutions, families and their place (案例). Everything is optional.
    ///
    /// ```
    /// use tuoyu::{Ask, Case, Child, Class, ClassKind, Enrolment, Family, Institution};
    /// let case = Case {
    ///     institutions: vec![Institution {
    ///         registered: true.into(),
    ///         filed: true.into(),
    ///         inclusive: true.into(),
    ///         classes: vec![Class { id: Some("c1".into()), kind: ClassKind::Infant.into(), ..Default::default() }],
    ///         ..Default::default()
    ///     }],
    ///     families: vec![Family {
    ///         children: vec![Child {
    ///             enrolments: vec![Enrolment {
    ///                 class: "c1".into(),
    ///                 from: Some("2025-09-10".parse()?),
    ///                 to: Some("2026-03-09".parse()?),
    ///                 ..Default::default()
    ///             }],
    ///             ..Default::default()
    ///         }],
    ///         ..Default::default()
    ///     }],
    ///     ..Default::default()
    /// };
    /// let rules = tuoyu::Rules::from_pack(&tuoyu::Pack::new(tuoyu_rules::jining().iter().copied()))?;
    /// let facts = rules.read(&case)?;
    /// let answer = rules.assess(&facts, &Ask::window("2026-01", "2026-12").rule("jining/operating-subsidy"))?;
    /// // January and February: the last day of March lies after the enrolment.
    /// assert_eq!(answer.outcomes[0].amount(), Some("500.00"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Case {
        /// The place whose targets are measured (地区).
        jurisdiction: Option<Jurisdiction>,
        /// The institutions (托育机构).
        institutions: Vec<Institution>,
        /// The families (家庭).
        families: Vec<Family>,
    }
}

/// The tree that a case in JSON or TOML is read into. No text was read, so places count the values themselves.
impl From<&Case> for Node {
    fn from(case: &Case) -> Self {
        let mut node = Self::from(case.written());
        number(&mut node, 0);
        node
    }
}

/// Numbers the values in their order, so that faults are told in the order of the case; returns the next number.
fn number(node: &mut Node, first: usize) -> usize {
    node.offset = first;
    match &mut node.value {
        NodeValue::List(items) => items.iter_mut().fold(first + 1, |next, item| number(item, next)),
        NodeValue::Object(members) => members.iter_mut().fold(first + 1, |next, (_, member)| number(member, next)),
        NodeValue::Null | NodeValue::Truth(_) | NodeValue::Number(_) | NodeValue::Text(_) => first + 1,
    }
}
