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
        /// The average price of care as the authority measures it, in yuan a month (托育服务平均价格).
        average_price: Option<Decimal>,
        /// Children under three (3岁以下婴幼儿数).
        children_under_three: Option<u32>,
        /// Children under three whose health is managed (接受健康管理的婴幼儿数).
        children_health_managed: Option<u32>,
        /// Families that were asked whether they are satisfied (接受满意度调查的入托家庭数).
        families_surveyed: Option<u32>,
        /// Families that are satisfied (表示满意的入托家庭数).
        families_satisfied: Option<u32>,
        /// Whether the case holds every institution of the place (已列出全部托育机构).
        institutions_complete: Option<bool>,
        /// Institutions in all (地区托育机构总数).
        institutions_total: Option<u32>,
        /// Institutions that are public or state-owned (地区公办托育机构数).
        institutions_public: Option<u32>,
        /// Places in all (地区托位总数).
        places_total: Option<u32>,
        /// Places of public or state-owned institutions (地区公办托位数).
        places_public: Option<u32>,
        /// Staff in all (地区托育从业人员总数).
        staff_total: Option<u32>,
        /// Staff with a certificate (地区持证托育从业人员数).
        staff_certified: Option<u32>,
        /// Institutions with a contract with a medical institution (地区与医疗机构签约的托育机构数).
        institutions_contracted: Option<u32>,
    }
}
