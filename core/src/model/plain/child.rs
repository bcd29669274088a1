//! A child, its birth and its enrolments.

use super::{FeeItem, Service, Timed, thing};
use crate::value::{Date, Decimal};

thing! {
    /// A child (孩子).
    Child {
        /// An id of the caller's choice, unique in the case.
        id: Option<String>,
        /// The day of birth (出生日期).
        birth_date: Option<Date>,
        /// Which child of its family it is, from 1 (孩次).
        birth_order: Option<u32>,
        /// What is known of its birth (生育情况).
        birth: Birth,
        /// Where it is enrolled (入托记录).
        enrolments: Vec<Enrolment>,
    }
}

thing! {
    /// What is known of a child's birth (生育情况).
    Birth {
        /// Whether it was difficult (难产).
        difficult: Option<bool>,
        /// How many babies were born (一次生育婴儿数).
        babies: Option<u32>,
    }
}

thing! {
    /// A child's stay at an institution (入托记录).
    Enrolment {
        /// An id of the caller's choice, unique in the case.
        id: Option<String>,
        /// The id of the institution; the class's where only the class is given (入托机构编号).
        institution: Timed<String>,
        /// The id of the class (入托班级编号).
        class: Timed<String>,
        /// The first day (入托日期).
        from: Option<Date>,
        /// The last day; `None` is without end, and not unknown (在托截止日期).
        to: Option<Date>,
        /// How long a day of care is (托育方式).
        service: Timed<Service>,
        /// The childcare fee in yuan a month (月保育费、托育费).
        monthly_fee: Timed<Decimal>,
        /// What the institution charges for; an empty list is nothing, and not unknown (收费项目).
        fee_items: Timed<Vec<FeeItem>>,
    }
}
