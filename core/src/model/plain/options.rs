//! The options of facts as enums. `id` is the token that cases carry.

use super::written::Written;
use crate::model::NodeValue;

/// An enum of tokens, with one more variant for any other text.
macro_rules! options {
    ($($(#[$doc:meta])* $name:ident { $($(#[$option_doc:meta])* $option:ident $id:literal,)* }
        $(#[$other_doc:meta])* $other:ident;)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Debug, Eq, Hash, PartialEq)]
        pub enum $name {
            $($(#[$option_doc])* $option,)*
            $(#[$other_doc])* $other(String),
        }

        impl $name {
            /// Every option of the published vocabulary, in its order.
            pub const ALL: &'static [Self] = &[$(Self::$option,)*];

            /// The token that cases carry.
            #[must_use]
            pub fn id(&self) -> &str {
                match self {
                    $(Self::$option => $id,)*
                    Self::$other(id) => id,
                }
            }
        }

        /// The option of a token. One that is not known here is kept as it is: the vocabulary decides.
        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                match id {
                    $($id => Self::$option,)*
                    _ => Self::$other(id.to_owned()),
                }
            }
        }

        impl Written for $name {
            fn written(&self) -> NodeValue {
                NodeValue::Text(self.id().to_owned())
            }
        }
    )* };
}

options! {
    /// A county-level place of Jining (县、市、区，高新区等功能区).
    County {
        /// 任城区
        Rencheng "任城区",
        /// 兖州区
        Yanzhou "兖州区",
        /// 曲阜市
        Qufu "曲阜市",
        /// 邹城市
        Zoucheng "邹城市",
        /// 微山县
        Weishan "微山县",
        /// 鱼台县
        Yutai "鱼台县",
        /// 金乡县
        Jinxiang "金乡县",
        /// 嘉祥县
        Jiaxiang "嘉祥县",
        /// 汶上县
        Wenshang "汶上县",
        /// 泗水县
        Sishui "泗水县",
        /// 梁山县
        Liangshan "梁山县",
        /// 济宁高新区
        HighTechZone "济宁高新区",
        /// 太白湖新区
        TaibaiLake "太白湖新区",
        /// 济宁经济技术开发区
        EconomicZone "济宁经济技术开发区",
    }
    /// A place that a pack adds.
    Added;

    /// The legal form of an institution (法人类型).
    LegalForm {
        /// 事业单位法人
        PublicInstitution "public-institution",
        /// 民办非企业单位
        SocialServiceOrganization "social-service-organization",
        /// 营利
        Company "company",
        /// 其他
        Other "other",
    }
    /// A form that a pack adds.
    Added;

    /// Who founded an institution (举办性质).
    Ownership {
        /// 公办
        Public "public",
        /// 国企办
        StateOwned "state-owned",
        /// 社会办
        Private "private",
    }
    /// A kind of founder that a pack adds.
    Added;

    /// Where care is given (机构类别).
    Setting {
        /// 独立托育机构
        Standalone "standalone",
        /// 幼儿园托班
        Kindergarten "kindergarten",
        /// 社区嵌入
        Community "community",
        /// 用人单位
        Employer "employer",
        /// 家庭托育点
        FamilyHome "family-home",
    }
    /// A setting that a pack adds.
    Added;

    /// The kind of a class (班型).
    ClassKind {
        /// 乳儿班
        Infant "infant",
        /// 托小班
        ToddlerJunior "toddler-junior",
        /// 托大班
        ToddlerSenior "toddler-senior",
        /// 混合班
        MixedAge "mixed-age",
    }
    /// A kind that a pack adds.
    Added;

    /// Who a parent is to the child (家长身份).
    Role {
        /// 母亲
        Mother "mother",
        /// 父亲
        Father "father",
        /// 监护人
        Guardian "guardian",
    }
    /// A role that a pack adds.
    Added;

    /// How long a day of care is (托育方式).
    Service {
        /// 全日托
        FullDay "full-day",
        /// 半日托
        HalfDay "half-day",
        /// 计时托
        Hourly "hourly",
        /// 临时托
        Occasional "occasional",
    }
    /// A service that a pack adds.
    Added;

    /// What an institution charges for (收费项目).
    FeeItem {
        /// 托育费
        Childcare "childcare",
        /// 住宿费
        Boarding "boarding",
        /// 伙食费
        Meals "meals",
        /// 车辆接送服务费
        Transport "transport",
        /// 延时托管服务费
        ExtendedHours "extended-hours",
        /// 床上用品费
        Bedding "bedding",
        /// 居民基本医疗保障费
        MedicalInsurance "medical-insurance",
        /// 儿童人身意外伤害保险费
        AccidentInsurance "accident-insurance",
    }
    /// Anything else, as it stands on the bill.
    Other;

    /// What an institution is supplied with (用电、用水、用气、用暖).
    UtilityKind {
        /// 用电
        Electricity "electricity",
        /// 用水
        Water "water",
        /// 用气
        Gas "gas",
        /// 用暖
        Heating "heating",
    }
    /// A supply that a pack adds.
    Added;
}
