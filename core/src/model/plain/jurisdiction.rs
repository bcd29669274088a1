//! A place whose targets are measured.

use super::thing;
use crate::value::Decimal;

thing! {
    /// A place whose targets are measured (地区).
    Jurisdiction {
        /// Its name (地区名称).
        name: Option<String>,
        /// Disposable income of a head, in yuan a year (居民人均可支配收入).
        disposable_income_per_head: Option<Decimal>,
        /// The average price of inclusive care as the authority measures it, in yuan a month (平均价格).
        average_price: Option<Decimal>,
        /// Children under three (3岁以下婴幼儿数).
        children_under_three: Option<u32>,
        /// Children under three whose health is managed (接受健康管理的婴幼儿数).
        children_health_managed: Option<u32>,
        /// Families that were asked whether they are satisfied (满意度调查家庭数).
        families_surveyed: Option<u32>,
        /// Families that are satisfied (满意家庭数).
        families_satisfied: Option<u32>,
        /// Whether the case holds every institution of the place (机构是否列全).
        institutions_complete: Option<bool>,
        /// Institutions in all (机构总数).
        institutions_total: Option<u32>,
        /// Institutions that are public or state-owned (公办机构数).
        institutions_public: Option<u32>,
        /// Places in all (托位总数).
        places_total: Option<u32>,
        /// Places of public or state-owned institutions (公办托位数).
        places_public: Option<u32>,
        /// Staff in all (从业人员总数).
        staff_total: Option<u32>,
        /// Staff with a certificate (持证从业人员数).
        staff_certified: Option<u32>,
        /// Institutions with a contract with a medical institution (与医疗机构签约的机构数).
        institutions_contracted: Option<u32>,
    }
}
