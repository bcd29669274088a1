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
        [
            "unknown-rule | --rules | 可用的规则：jining/operating-subsidy, jining/city-award, jining/family-subsidy, jining/employer-reimbursement"
        ]
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
