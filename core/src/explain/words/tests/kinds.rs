//! One rule of each kind that pays nothing, and the entitlements that are unlike others, as a lawyer would read them.

use super::published as plan;
use super::{en, without_notes, zh};

const REFERENCE_DAY: &str = "本规则取决于解释“逐月判断以哪一天为准？”：“当月最后一天”（默认），或“当月第一天”。";
const ON_WHICH_DAY: &str = "This rule depends on the reading “On which day is a month judged?”: “The last day of the month” (default), or “The first day of the month”.";
const FORCE: &str = "有效期：2025年7月21日至2028年6月20日。";
const IN_FORCE: &str = "In force: 21 July 2025 to 20 June 2028.";
const RUNNING: &str =
    "情形“在托”：基准日在入托日期至在托截止日期之间（含首尾两日；未写“在托截止日期”的，视为没有终止）。";

fn says(id: &str, expected: &[&str]) {
    assert_eq!(without_notes(zh(plan(), id)), expected);
}

fn says_in_english(id: &str, expected: &[&str]) {
    assert_eq!(without_notes(en(plan(), id)), expected);
}

#[test]
fn a_limit_whose_numbers_stand_in_a_report() {
    says(
        "jining/inclusive-fee",
        &[
            "“普惠托育收费标准”：就每一入托记录规定的限额。",
            "下列情形同时成立的，适用本规则，否则不适用。",
            RUNNING,
            "情形“普惠认定”：托育机构“普惠认定”一项为“是”。",
            "逐月按基准日的情形判断，月保育费须不超过甲；超过的月份，为“违反”。",
            "甲：按班型，乳儿班：每月2,100元；其他：每月1,700元。",
            "其中的数字每月2,100元与每月1,700元不在本条原文中，出自“山东济宁优化婴幼儿照护服务（人民日报2023年6月8日第13版）”：“乳儿班2100元/月/人，其他班1700元/月/人”（据报道或转述，未读原文）。",
            REFERENCE_DAY,
            FORCE,
        ],
    );
}

#[test]
fn a_limit_in_english() {
    says_in_english(
        "jining/employer-reimbursement-limit",
        &[
            "“Cap on the employer's ratio”: a limit for each parent and each enrolment.",
            "It applies where all of these circumstances hold, and otherwise not at all.",
            "Circumstance “Employed”: “Employed” of the parent is yes.",
            "Circumstance “The employer has a rule for kindergarten fees”: “Employer has a rule for kindergarten fees” \
             of the employer is yes.",
            "Circumstance “Enrolled”: the reference day lies between the first day of the enrolment and the last day \
             of the enrolment (both days included; without a “Last day of the enrolment” there is no end).",
            "Judged month by month, on the reference day, the reimbursed share of childcare fees must be at most 2 \
             times the reimbursed share of kindergarten fees; a month in which it is above that is “breached”.",
            ON_WHICH_DAY,
            IN_FORCE,
        ],
    );
}

#[test]
fn a_requirement_that_binds_and_one_that_does_not() {
    says(
        "jining/safety-measures",
        &[
            "“安全防护措施”：对每一托育机构的要求，有约束力。",
            "逐月按基准日的情形判断，下列条件须同时成立；有一项不成立的月份，为“违反”。",
            "条件“配备安保人员”：安保人员数不低于1。",
            "条件“物防设施”：托育机构“物防设施”一项为“是”。",
            "条件“技防设施”：托育机构“技防设施”一项为“是”。",
            "条件“安全检查制度”：托育机构“安全检查制度”一项为“是”。",
            REFERENCE_DAY,
            FORCE,
        ],
    );
    says_in_english(
        "jining/integrity-record",
        &[
            "“Integrity record”: a requirement of each childcare institution; it does not bind (kept by the competent \
             department).",
            "Judged month by month, on the reference day, this must hold: “Integrity record” of the childcare \
             institution is yes; a month in which it does not is “not met yet”.",
            ON_WHICH_DAY,
            IN_FORCE,
        ],
    );
}

#[test]
fn an_indicator_by_a_reading_and_by_what_the_case_lists() {
    says(
        "jining/target-public-share",
        &[
            "“公办（含国企办）托育机构占比”：就每一地区计算的指标，有约束力。",
            "算法：按解释“公办占比按什么计算？”：选“按机构数”（默认）的，按甲；选“按托位数”的，按乙。",
            "甲：地区“已列出全部托育机构”一项写明为“是”的，案例所列举办性质为公办或国企办的托育机构的个数÷案例所列托育机构的个数；否则，地区公办托育机构数÷地区托育机构总数。",
            "乙：地区“已列出全部托育机构”一项写明为“是”的，案例所列举办性质为公办或国企办的各托育机构的托位数之和÷案例所列各托育机构的托位数之和；否则，地区公办托位数÷地区托位总数。",
            "按准确值比较，不先四舍五入；除数为零的，结果为待定。",
            "目标：不低于42%；期限为2025年12月31日。",
            "按所问各月最后一日的情形判断，这一日晚于期限的，按期限当日的情形判断：达到目标的，为“达标”；没有达到的，判断之日已到期限的为“未达标”，未到期限的为“未到期”。",
            FORCE,
        ],
    );
    let price = zh(plan(), "jining/target-price-burden");
    assert_eq!(price[1], "算法：12个月的托育服务平均价格÷居民人均可支配收入。");
}

#[test]
fn an_indicator_without_a_day() {
    says_in_english(
        "jining/target-medical-contracts",
        &[
            "“Share of institutions with a medical contract”: an indicator for each jurisdiction; it binds.",
            "How it is computed: where “Every institution is listed” of the jurisdiction is stated to be yes, the number \
             of childcare institutions in the case where “Contract with a medical institution” is yes, divided by the \
             number of childcare institutions in the case; otherwise, the institutions with a medical contract, divided \
             by the institutions in all.",
            "It is compared exactly, before any rounding; where the divisor is 0 the answer is undetermined.",
            "Target: equal to 100%; the text sets no day.",
            "Judged on the last day of the months that are asked about: “reached” where the target is reached, and else \
             “missed”.",
            IN_FORCE,
        ],
    );
}

#[test]
fn a_procedure_step_by_step() {
    says(
        "jining/kindergarten-registration",
        &[
            "“幼儿园托班登记备案”：每一托育机构办理的程序，共4步。",
            "适用于下列情形，其余情形不适用：机构类别为幼儿园托班。",
            "按所问各月最后一日的情形判断：各步都已办完的，为“已办结”；否则为“办理中”，并指出尚未办完的第一步。",
            "第1步，由同级教育部门办理：审核确认；办完的标志是托育机构“教育部门审核确认”一项为“是”。",
            "第2步（法人类型为事业单位法人的），由机构编制部门办理：调整主要职责，变更宗旨和业务范围，涉及的证书为《事业单位法人证书》；办完的标志是托育机构“登记证书变更”一项为“是”。",
            "第2步（法人类型为民办非企业单位的），由行政审批部门办理：变更业务范围，核准修改后的章程，涉及的证书为《民办非企业单位登记证书》；办完的标志是托育机构“登记证书变更”一项为“是”，且托育机构“章程核准”一项为“是”。",
            "第2步（法人类型为营利的），由市场监管部门或行政审批部门办理：变更经营范围，涉及的证书为《营业执照》；办完的标志是托育机构“登记证书变更”一项为“是”。",
            "第2步（法人类型为其他的）：原文没有规定怎样办理，结果为“无对应程序”。",
            "第3步，由县（市、区）教育部门办理：定期汇总开设托班的幼儿园和托班幼儿信息；办完的标志是托育机构“纳入县级汇总”一项为“是”。",
            "第4步，由卫生健康部门办理：统一备案；办完的标志是托育机构“卫生健康部门统一备案”一项为“是”。",
            FORCE,
        ],
    );
    assert_eq!(
        en(plan(), "jining/kindergarten-registration")[6],
        "Step 2 (where the legal form is for-profit company), by the market regulation or administrative approval \
         department: change the scope of business; the certificate is the “Business licence” (《营业执照》); it is done \
         where “Registration changed” of the childcare institution is yes."
    );
}

#[test]
fn a_lookup_by_a_fact_and_one_that_is_a_list() {
    says(
        "jining/lead-department",
        &[
            "“牵头部门”：就每一托育机构作出的答复。",
            "逐月按基准日的情形判断，答复为：按机构类别，幼儿园托班：教育部门；其他：卫生健康部门。",
            REFERENCE_DAY,
            FORCE,
        ],
    );
    let list = en(plan(), "jining/responsible");
    assert_eq!(list[0], "“Departments responsible”: an answer that does not depend on the case.");
    assert_eq!(list[9], "No. 9: Health.");
    assert_eq!(
        list[17],
        "Besides: The government of the county (or the committee of the zone) where the institution stands."
    );
}

#[test]
fn what_is_saved_and_nobody_is_named_to_pay() {
    says(
        "jining/residential-utilities",
        &[
            "“用电用水用气用暖按居民价格”：就每一托育机构，托育机构少付的金额（不是发放的款项）；由谁承担，原文没有写明。",
            "标准：每月金额为用电、用水、用气与用暖各项之和，每项为月用量乘以（工商业价格减去居民生活价格，但不低于0元）。",
            REFERENCE_DAY,
            FORCE,
        ],
    );
}

#[test]
fn an_amount_that_another_text_sets() {
    says_in_english(
        "jining/training-subsidy",
        &[
            "“Training subsidy”: for each childcare institution, paid by the county government to the childcare \
             institution.",
            "Rate: set by another text (“The standard of the training subsidy”); no amount is computed here, and a \
             month in force is “undetermined”.",
            ON_WHICH_DAY,
            "It may be granted and need not be: As the rules on training provide; decided by the local training plan.",
            IN_FORCE,
        ],
    );
}
