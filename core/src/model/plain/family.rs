//! A family, its parents and their employers.

use super::{Child, County, Role, Timed, thing};
use crate::value::Decimal;

thing! {
    /// A family (家庭).
    Family {
        /// An id of the caller's choice, unique in the case.
        id: Option<String>,
        /// Its county (家庭所在县区).
        county: Option<County>,
        /// All its children, older ones too (子女数).
        children_total: Option<u32>,
        /// Its parents (家长).
        parents: Vec<Parent>,
        /// Its children who matter here (孩子).
        children: Vec<Child>,
    }
}

thing! {
    /// A parent or guardian (家长).
    Parent {
        /// An id of the caller's choice, unique in the case.
        id: Option<String>,
        /// Who the parent is to the child (家长身份).
        role: Option<Role>,
        /// Whether the parent works for an employer; giving a ratio of the employer says yes (单位职工).
        employed: Timed<bool>,
        /// Taxable income in yuan a year, before the deduction for infant care (全年应纳税所得额).
        annual_taxable_income: Option<Decimal>,
        /// The share of the deduction: 0, 0.5 or 1 (照护扣除比例).
        deduction_share: Option<Decimal>,
        /// The parent's employer; unknown where nothing is said of it (用人单位).
        employer: Employer,
    }
}

thing! {
    /// What is known of a parent's employer (用人单位).
    Employer {
        /// The share of childcare fees that it reimburses, from 0 to 1 (单位托育费报销比例).
        childcare_ratio: Timed<Decimal>,
        /// The share of kindergarten fees that it reimburses, from 0 to 1 (单位幼儿园报销比例).
        kindergarten_ratio: Timed<Decimal>,
        /// Whether it has a rule for kindergarten fees; giving the ratio says yes (单位有幼儿园费用报销规定).
        kindergarten_rule: Timed<bool>,
    }
}
