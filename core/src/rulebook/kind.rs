//! Kinds of rule.

/// What a rule is, and so what its outcomes carry.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, serde::Deserialize, serde::Serialize)]
pub enum Kind {
    /// Something that is paid, saved or deducted (待遇).
    Entitlement,
    /// A number that must keep to a bound (限值).
    Limit,
    /// Conditions that must hold (要求).
    Requirement,
    /// A target of a place, judged on one day (指标).
    Indicator,
    /// Steps in their order (程序).
    Procedure,
    /// An answer in words (查询).
    Lookup,
    /// Items that are added up (账单).
    Quantity,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Entitlement,
        Self::Limit,
        Self::Requirement,
        Self::Indicator,
        Self::Procedure,
        Self::Lookup,
        Self::Quantity,
    ];

    /// The word that packs write and outcomes carry.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Entitlement => "entitlement",
            Self::Limit => "limit",
            Self::Requirement => "requirement",
            Self::Indicator => "indicator",
            Self::Procedure => "procedure",
            Self::Lookup => "lookup",
            Self::Quantity => "quantity",
        }
    }
}
