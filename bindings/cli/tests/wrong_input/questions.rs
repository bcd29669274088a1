//! Questions that cannot be asked.

use super::command::{Folder, Said, assess, refused, run};

fn ask(name: &str, more: &[&str]) -> Vec<String> {
    let folder = Folder::new(&format!("ask-{name}"));
    let said = assess(&folder.file("case.json", "{}"), more);
    refused(&folder, &said)
}

fn window(name: &str, from: &str, to: &str) -> Vec<String> {
    let folder = Folder::new(&format!("window-{name}"));
    let said: Said = run(&["assess", &folder.file("case.json", "{}"), "--from", from, "--to", to]);
    refused(&folder, &said)
}

#[test]
fn rules_and_readings_come_with_the_nearest_name() {
    assert_eq!(
        ask("rule", &["--rules", "jining/famly-subsidy"]),
        ["unknown-rule | --rules | 可用的规则：jining/family-subsidy"]
    );
    assert_eq!(
        ask("glob", &["--rules", "mars/*"]),
        // Every rule, in the order of the layers and of the texts.
        ["unknown-rule | --rules | 可用的规则：\
             china/infant-care-tax-saved, \
             china/filing-deadlines, china/class-size, china/class-age, china/class-carers, \
             china/institution-tax-relief, china/infant-care-deduction, china/family-home, china/childcare-allowance, china/sanctions, \
             china/institution-vat-exemption, shandong/maternity-leave, shandong/paternity-leave, \
             shandong/parental-leave, shandong/pricing-mode, shandong/fee-items, \
             jining/target-public-share, jining/target-price-burden, jining/target-certified-staff, \
             jining/target-health-management, jining/target-satisfaction, jining/lead-department, \
             jining/kindergarten-registration, jining/integrity-record, \
             jining/information-publication, jining/training-subsidy, jining/medical-contract, \
             jining/target-medical-contracts, jining/internal-systems, jining/inclusive-fee, \
             jining/residential-utilities, jining/operating-subsidy, jining/city-award, \
             jining/family-subsidy, jining/employer-reimbursement, \
             jining/employer-reimbursement-limit, jining/safety-measures, jining/responsible, \
             jining/preschool-system, \
             family/statement, institution/statement"]
    );
    assert_eq!(
        ask("reading", &["--reading", "forth-child=none"]),
        ["unknown-reading | --reading | 可用的解释选项：fourth-child"]
    );
    assert_eq!(
        ask("option", &["--reading", "fourth-child=all"]),
        ["unknown-option | --reading | 可选：as-third, none"]
    );
    assert_eq!(ask("form", &["--reading", "fourth-child"]), ["malformed-argument | --reading | 应写成 ID=OPTION"]);
}

#[test]
fn a_window_runs_forward_through_months_of_the_calendar() {
    assert_eq!(window("reversed", "2026-12", "2026-01"), ["window-reversed | --to | 终止月不得早于 2026-12"]);
    assert_eq!(
        window("months", "2026-1", "2026-13"),
        [
            "not-a-month | --from | 写成 YYYY-MM，1900-01 至 2100-12",
            "not-a-month | --to | 写成 YYYY-MM，1900-01 至 2100-12"
        ]
    );
    assert_eq!(window("long", "1900-01", "2000-01"), ["window-too-long | --to | 最多 1200 个月"]);
}

#[test]
fn what_the_command_does_not_take_is_told_on_standard_error() {
    for arguments in
        [&["assess"][..], &["assess", "a.json", "--from", "2026-01"], &["judge"], &["check", "a", "--lang", "fr"]]
    {
        let said = run(arguments);
        assert_eq!((said.status, said.out.as_str()), (2, ""));
        assert!(said.err.starts_with("error: "), "{}", said.err);
    }
}

#[test]
fn a_question_about_one_rule_names_its_own_options() {
    let folder = Folder::new("aim");
    let case = folder.file("case.json", r#"{"families":[{"children":[{"enrolments":[{"id":"e1"},{"id":"e2"}]}]}]}"#);
    let window = ["--from", "2026-01", "--to", "2026-12"];
    for verb in ["explain", "questions"] {
        let aimed = |more: &[&str]| refused(&folder, &run(&[&[verb, case.as_str()], &window[..], more].concat()));
        assert_eq!(
            aimed(&["--rule", "jining/famly-subsidy", "--reading", "fourth-child"]),
            [
                "malformed-argument | --reading | 应写成 ID=OPTION",
                "unknown-rule | --rule | 可用的规则：jining/family-subsidy"
            ]
        );
        assert_eq!(
            aimed(&["--rule", "jining/family-subsidy", "--reading", "forth-child=none"]),
            ["unknown-reading | --reading | 可用的解释选项：fourth-child"]
        );
        let subject = ["--rule", "jining/family-subsidy", "--subject", "k1"];
        assert_eq!(aimed(&subject), ["unknown-subject | --subject | 可用的对象：e1, e2"]);
        let english = aimed(&[&subject[..], &["--lang", "en"]].concat());
        assert_eq!(english, ["unknown-subject | --subject | the subjects are e1, e2"]);
        let without = run(&[&[verb, case.as_str()], &window[..]].concat());
        assert_eq!((without.status, without.out.as_str()), (2, ""));
        assert!(without.err.starts_with("error: "), "{}", without.err);
    }
}
