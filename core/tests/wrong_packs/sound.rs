//! What is right, beside what is wrong: nothing is told of it.

use super::world::{LAW, changed, document, hold, rules, sound, told};

const NOTHING: &[&str] = &[];

#[test]
fn the_small_pack_is_sound() {
    assert_eq!(told(&sound()), NOTHING);
}

#[test]
fn numbers_are_grounded_in_either_script() {
    let rule = "entitlement a for enrolment\n  title 甲 | A\n  pay county -> family\n  \
                rate per month by child.birth_order\n    2: 300 CNY/month\n    otherwise: enrolment.monthly_fee * 30%\n";
    for law in [
        "二孩每月三百元，其他孩子为保育费的百分之三十。",
        "2孩每月300元，其他孩子为保育费的30%。",
        "第二个孩子每月300.00元，其他孩子为保育费的３０％，即百分之三十。",
    ] {
        assert_eq!(told(&document(law, &rules(rule))), NOTHING, "{law}");
    }
}

#[test]
fn nought_one_and_the_whole_need_no_ground() {
    let rule = "entitlement a for parent x enrolment\n  title 甲 | A\n  pay county -> family\n  \
                when some \"有 | Some\": employer.childcare_ratio > 0%\n  \
                rate per month by child.birth_order\n    1: 0 CNY/month\n    \
                otherwise: enrolment.monthly_fee * min(employer.childcare_ratio, 100%)\n";
    assert_eq!(told(&document("按保育费给予补助。", &rules(rule))), NOTHING);
}

#[test]
fn a_number_may_stand_over_none_if_it_has_a_name() {
    let text = format!("{}\n> 到3岁为止。\n\n```none duty-of-government\n```\n", sound());
    let lock = tuoyu::check::lock_of(&format!("{LAW}到3岁为止。"));
    let was = tuoyu::check::lock_of(LAW);
    assert_eq!(told(&text.replace(&was, &lock)), NOTHING);
}

#[test]
fn a_remark_a_case_and_prose_are_no_part_of_the_rules() {
    hold(&[
        ("  pay    county -> family", "  # 备注\n\n  pay    county -> family  # by month", NOTHING),
        ("parameter age-limit", "# 备注\nparameter age-limit", NOTHING),
    ]);
    let text = format!(
        "{}```case\n例 | Case\nwindow 2024-12\nexpect jining/allowance not-in-force\n```\n```text\n> 甲。乙\n```\n~~~\n",
        sound()
    );
    assert_eq!(told(&text), NOTHING);
}

#[test]
fn white_space_is_no_part_of_the_locked_text() {
    assert_eq!(told(&changed("> 未满3岁的孩子领取。", "> 未满 3 岁的孩子领取。  ")), NOTHING);
}
