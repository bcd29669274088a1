//! The table that is written.

use crate::folder::{Folder, with};

/// Institutions are registered, filed and inclusive unless said; the columns 班主任 and 备注 are the clerk's own.
const ROSTER: &str = "\
班主任,enrolment.id,机构所在县区,登记,备案,普惠认定,班型,出生日期,孩次,入托日期,在托截止日期,月保育费,单位托育费报销比例,单位幼儿园报销比例,备注
李老师,e1,邹城市,是,是,是,infant,2025-03-10,2,2025-09-10,2026-03-09,2100.00,0.5,0.3,007
王老师,e2,邹城市,是,是,是,托大班,2023-05-31,2,2025-09-10,,1999.99,0.85,0.3,\"甲,乙\"
王老师,e3,任城区,是,否,是,托大班,2025-03-10,,2025-09-10,,1700,,,
王老师,e4,任城区,是,是,是,托大班,2025-02-30,2.5,2025-09-10,,1700,,,
";

#[test]
fn every_row_is_answered_and_the_clerks_columns_pass_through() {
    let folder = Folder::with("r.csv", ROSTER);
    let ran = folder.assess(&with(&["-o", "out.csv", "--columns", "amount,state,min,max,months,findings"]));
    assert_eq!(ran.status, Some(1));
    let rows = folder.rows();
    let given: Vec<Vec<&str>> =
        [0, 1, 2, 3, 4].map(|row| rows[row][..15].iter().map(String::as_str).collect()).to_vec();
    assert_eq!(given[0][0], "班主任");
    assert_eq!((given[1][14], given[2][14]), ("007", "甲,乙"));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(ROSTER.as_bytes());
    let wanted: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    assert_eq!(given, wanted);

    let rule = |row: usize, rule: &str| -> Vec<&str> {
        let names = ["amount", "state", "min", "max", "months"].map(|name| format!("jining/{rule}.{name}"));
        let place = |name: &String| rows[0].iter().position(|known| known == name).unwrap();
        names.iter().map(|name| rows[row][place(name)].as_str()).collect()
    };
    // Worked example 1: two months of an infant class, 2 × 3000/12 and 2 × 900/12.
    assert_eq!(rule(1, "operating-subsidy"), ["500.00", "granted", "500.00", "500.00", "2"]);
    assert_eq!(rule(1, "city-award"), ["150.00", "granted", "150.00", "150.00", "2"]);
    assert_eq!(rule(1, "family-subsidy"), ["600.00", "granted", "600.00", "600.00", "2"]);
    // 2 × 2100 × min(0.5, 0.6).
    assert_eq!(rule(1, "employer-reimbursement"), ["2100.00", "granted", "2100.00", "2100.00", "2"]);
    assert_eq!(rule(1, "inclusive-fee")[..2], ["", "met"]);
    // Worked examples 4 and 10: three on 31 May; 12 × 1999.99 × 0.6 = 14399.928.
    assert_eq!(rule(2, "family-subsidy"), ["1200.00", "granted", "1200.00", "1200.00", "4"]);
    assert_eq!(rule(2, "operating-subsidy"), ["2000.00", "granted", "2000.00", "2000.00", "12"]);
    assert_eq!(rule(2, "employer-reimbursement")[..2], ["14399.93", "granted"]);
    assert_eq!(rule(2, "inclusive-fee")[..2], ["", "breached"]);
    // Not filed: refused; the birth order is unknown: worked example 5, though a fourth child may be paid as a third.
    assert_eq!(rule(3, "operating-subsidy"), ["0.00", "refused", "0.00", "0.00", "0"]);
    assert_eq!(rule(3, "family-subsidy"), ["", "undetermined", "0.00", "6000.00", ""]);
    // Left out: nothing stands there.
    assert_eq!(rule(4, "family-subsidy"), ["", "", "", "", ""]);
}

#[test]
fn findings_say_why_and_what_is_missing() {
    let folder = Folder::with("r.csv", ROSTER);
    folder.assess(&with(&["-o", "out.csv"]));
    let rows = folder.rows();
    let findings = |row: usize| rows[row].last().unwrap().as_str();
    assert_eq!(findings(0), "findings");
    assert_eq!(findings(1), "");
    assert_eq!(findings(2), "普惠托育收费标准：违反，须不超过 1,700 元/月，超出 299.99 元/月");
    let third = findings(3);
    assert!(third.contains("普惠托育机构运营补助：不予，备案：否；"), "{third}");
    assert!(
        third.contains("入托补贴：待定，0.00 至 6,000.00 元，缺：孩次，待选：") && third.contains("（fourth-child）"),
        "{third}"
    );
    assert!(third.contains("单位报销托育费：待定") && third.contains("缺：单位职工"), "{third}");
    let fourth = findings(4);
    assert!(fourth.starts_with("未测算：出生日期：") && fourth.contains("2025-02-30"), "{fourth}");
    assert!(fourth.contains("；孩次：") && fourth.contains("2.5"), "{fourth}");

    folder.assess(&with(&["-o", "out.csv", "--lang", "en"]));
    let rows = folder.rows();
    let third = rows[3].last().unwrap();
    let wanted = "Family childcare subsidy: undetermined, CNY 0.00 to 6,000.00, missing: Birth order, to be chosen: ";
    assert!(third.contains(wanted), "{third}");
    assert!(rows[4].last().unwrap().starts_with("not assessed: 出生日期: "), "{}", rows[4].last().unwrap());
}

#[test]
fn bad_rows_are_told_with_row_and_column() {
    let folder = Folder::with("r.csv", ROSTER);
    let ran = folder.assess(&with(&["-o", "out.csv", "--lang", "en"]));
    assert_eq!(ran.status, Some(1));
    for told in ["error[no-such-day]", "row 4, 出生日期", "error[too-many-decimals]", "row 4, 孩次"] {
        assert!(ran.told.contains(told), "{told}\n{}", ran.told);
    }
    let last = ran.told.lines().last().unwrap();
    assert_eq!(last, "Rows that could not be read and were not assessed: 1; the column findings says why for each.");
}

#[test]
fn only_the_columns_that_are_asked_for_are_added() {
    let folder = Folder::with("r.csv", "孩次,出生日期,入托日期\n3,2025-03-10,2025-09-10\n");
    let ran = folder.assess(&["--rules", "jining/family-subsidy", "-o", "out.csv", "--columns", "months,max"]);
    assert_eq!((ran.status, ran.told.as_str()), (Some(0), ""));
    let rows = folder.rows();
    assert_eq!(rows[0][3..], ["jining/family-subsidy.max", "jining/family-subsidy.months"]);
    // Twelve months at 500.
    assert_eq!(rows[1], ["3", "2025-03-10", "2025-09-10", "6000.00", "12"]);
}

#[test]
fn readings_and_the_thing_of_a_row_are_chosen() {
    let folder = Folder::with("r.csv", "child.birth_order,child.birth_date,enrolment.from\n4,2025-03-10,2025-09-10\n");
    let rule = ["--rules", "jining/family-subsidy", "-o", "out.csv", "--columns", "amount"];
    let amount = |more: &[&str]| {
        let ran = folder.assess(&[rule.as_slice(), more].concat());
        assert_eq!(ran.status, Some(0), "{}", ran.told);
        folder.rows()[1][3].clone()
    };
    assert_eq!(amount(&[]), "");
    assert_eq!(amount(&["--reading", "fourth-child=as-third"]), "6000.00");
    assert_eq!(amount(&["--reading", "fourth-child=none"]), "0.00");

    let folder = Folder::with("r.csv", "institution.id,机构类别,教育部门审核确认\nn1,kindergarten,是\n");
    let ran = folder.assess(&["--rows", "institution", "--rules", "jining/lead-department", "-o", "out.csv"]);
    assert_eq!(ran.status, Some(0), "{}", ran.told);
    assert_eq!(folder.rows()[1][3..5], ["", "known"]);
}
