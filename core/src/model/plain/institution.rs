//! An institution, its classes, and what it is supplied with.

use super::{ClassKind, County, LegalForm, Ownership, Setting, Timed, UtilityKind, thing};
use crate::value::{Date, Decimal};

thing! {
    /// A childcare institution (托育机构).
    Institution {
        /// An id of the caller's choice, unique in the case.
        id: Option<String>,
        /// Its name (机构名称).
        name: Option<String>,
        /// Its county (机构所在县区).
        county: Option<County>,
        /// Its legal form (法人类型).
        legal_form: Timed<LegalForm>,
        /// Who founded it (举办性质).
        ownership: Timed<Ownership>,
        /// Where it gives care (机构类别).
        setting: Timed<Setting>,
        /// Whether it is registered (登记).
        registered: Timed<bool>,
        /// Whether it is filed (备案).
        filed: Timed<bool>,
        /// Whether it is recognised as inclusive (普惠认定).
        inclusive: Timed<bool>,
        /// Its places (托位数).
        places: Timed<u32>,
        /// Whether it has a contract with a medical institution (医疗机构签约).
        medical_contract: Timed<bool>,
        /// Whether it has rules for food safety (食品安全制度).
        rules_food_safety: Timed<bool>,
        /// Whether it has rules for health care (卫生保健制度).
        rules_health_care: Timed<bool>,
        /// Whether it has rules for meals (儿童膳食制度).
        rules_meals: Timed<bool>,
        /// Whether it has rules for exercise (体格锻炼制度).
        rules_exercise: Timed<bool>,
        /// Whether it has rules for protection (安全防护制度).
        rules_protection: Timed<bool>,
        /// Its security guards (安保人员数).
        security_guards: Timed<u32>,
        /// Whether it has physical protection (物防设施).
        physical_protection: Timed<bool>,
        /// Whether it has technical protection (技防设施).
        technical_protection: Timed<bool>,
        /// Whether it inspects its safety (安全检查制度).
        safety_inspection: Timed<bool>,
        /// Whether its information is published (信息公示).
        information_published: Timed<bool>,
        /// Whether an integrity record is kept of it (诚信档案).
        integrity_record: Timed<bool>,
        /// Whether it is in the national preschool system (纳入全国学前教育管理信息系统).
        in_preschool_system: Timed<bool>,
        /// Whether the education department has confirmed it (教育部门审核确认).
        education_confirmed: Timed<bool>,
        /// Whether its registration was changed to include the nursery class (登记证书变更).
        registration_changed: Timed<bool>,
        /// Whether its changed charter is approved (章程核准).
        charter_approved: Timed<bool>,
        /// Whether it is in the county's roll-up (纳入县级汇总).
        in_county_rollup: Timed<bool>,
        /// Whether the health department has filed it (卫生健康部门统一备案).
        filed_by_health: Timed<bool>,
        /// The day on which the filing was received (备案材料收到日期).
        filing_received: Option<Date>,
        /// Whether the filing conforms (备案材料符合要求).
        filing_conforms: Timed<bool>,
        /// Whether the receipt of the filing was issued (备案回执已发).
        filing_receipt_issued: Timed<bool>,
        /// Whether the notice of non-conformity was issued (不符合备案要求的通知已发).
        filing_notice_issued: Timed<bool>,
        /// Its staff (机构从业人员数).
        staff: Timed<u32>,
        /// Its staff with a certificate (机构持证从业人员数).
        staff_certified: Timed<u32>,
        /// What it is supplied with in a month; unknown is all four kinds, each unknown (用电用水用气用暖).
        utilities: Timed<Vec<Utility>>,
        /// Its classes (班级).
        classes: Vec<Class>,
    }
}

thing! {
    /// A class of an institution (班级).
    Class {
        /// An id of the caller's choice, unique in the case.
        id: Option<String>,
        /// Its kind (班型).
        kind: Timed<ClassKind>,
        /// The children in it (班级人数).
        children: Timed<u32>,
        /// Its carers (班级保育人员数).
        carers: Timed<u32>,
        /// Its floor area in square metres (班级面积).
        floor_area: Timed<Decimal>,
    }
}

thing! {
    /// What an institution is supplied with in a month (水电气暖). One for each kind.
    Utility {
        /// The kind; it must be given.
        kind: Option<UtilityKind>,
        /// How much a month, in the unit of the prices (月用量).
        quantity: Option<Decimal>,
        /// The price for households, in yuan a unit (居民生活价格).
        residential_price: Option<Decimal>,
        /// The price for businesses, in yuan a unit (工商业价格).
        commercial_price: Option<Decimal>,
    }
}
