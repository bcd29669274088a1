//! `tuoyu sample`: made rosters. The lines that are compared come from a second program, written from docs/rosters.md.
#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::process::{Command, Output};
use tuoyu::value::{Date, Decimal, Month};

fn tuoyu(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tuoyu")).args(arguments).output().unwrap()
}

fn sample(arguments: &[&str]) -> String {
    let output = tuoyu(&[&["sample"], arguments].concat());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn rows(text: &str) -> Vec<Vec<&str>> {
    text.lines().skip(1).map(|line| line.split(',').collect()).collect()
}

/// The place of each column.
const KIND: usize = 6;
const BIRTH: usize = 7;
const ORDER: usize = 8;
const FROM: usize = 9;
const TO: usize = 10;
const FEE: usize = 11;
const CHILDCARE: usize = 12;
const KINDERGARTEN: usize = 13;

#[test]
fn a_seed_makes_the_same_rows_everywhere() {
    let text = sample(&["--rows", "5000", "--seed", "7", "--headings", "en"]);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 5_001);
    assert_eq!(
        lines[1],
        "synthetic-1,金乡县,public-institution,true,true,true,toddler-junior,2022-12-14,1,2024-09-10,2025-07-08,2076.14,0.1413,0.5154"
    );
    assert_eq!(
        lines[5_000],
        "synthetic-5000,汶上县,public-institution,true,false,true,mixed-age,2025-12-15,1,2028-01-29,2029-07-06,1678.32,0.6345,0.5759"
    );
}

#[test]
fn a_shorter_roster_is_the_beginning_of_a_longer_one() {
    let long = sample(&["--rows", "300", "--seed", "3"]);
    let short = sample(&["--rows", "100", "--seed", "3"]);
    assert!(long.starts_with(&short) && long.len() > short.len());
    assert_ne!(short, sample(&["--rows", "100", "--seed", "4"]));
}

#[test]
fn headings_are_the_contracts() {
    assert_eq!(
        sample(&["--rows", "0", "--headings", "en"]),
        "enrolment.id,institution.county,institution.legal_form,institution.registered,institution.filed,\
         institution.inclusive,class.kind,child.birth_date,child.birth_order,enrolment.from,enrolment.to,\
         enrolment.monthly_fee,employer.childcare_ratio,employer.kindergarten_ratio\n"
    );
    // A spreadsheet takes the file for Chinese by its first bytes.
    assert_eq!(
        sample(&["--rows", "0"]),
        "\u{feff}enrolment.id,机构所在县区,法人类型,登记,备案,普惠认定,班型,出生日期,孩次,入托日期,在托截止日期,月保育费,\
         单位托育费报销比例,单位幼儿园报销比例\n"
    );
    let chinese = sample(&["--rows", "1", "--seed", "7"]);
    assert!(rows(&chinese)[0][3..6].iter().all(|cell| ["是", "否"].contains(cell)), "{chinese}");
}

#[test]
fn rows_are_spread_as_the_page_says() {
    let text = sample(&["--rows", "20000", "--seed", "11", "--headings", "en"]);
    let rows = rows(&text);
    let births: Vec<Date> = rows.iter().map(|row| Date::parse(row[BIRTH]).unwrap()).collect();
    let years: Vec<i32> = births.iter().map(|birth| birth.month().year()).collect();
    assert_eq!((years.iter().min(), years.iter().max()), (Some(&2022), Some(&2025)));
    let share = |count: usize| count * 1_000 / rows.len();
    // 4 % are set on the first, and of the others one in about 30.4 is there by itself: 40 + 960/30.4 = 72.
    let on_the_first = births.iter().filter(|birth| **birth == birth.month().first_day()).count();
    assert!((65..=79).contains(&share(on_the_first)), "{on_the_first}");
    let orders = |order: &str| share(rows.iter().filter(|row| row[ORDER] == order).count());
    assert!((464..=496).contains(&orders("1")) && (22..=38).contains(&orders("4")), "{} {}", orders("1"), orders("4"));
    assert_eq!(rows.iter().filter(|row| !["1", "2", "3", "4"].contains(&row[ORDER])).count(), 0);
    assert!((318..=342).contains(&share(rows.iter().filter(|row| row[TO].is_empty()).count())));
    let in_order = |row: &&Vec<&str>| row[FROM] <= row[TO] || row[TO].is_empty();
    assert_eq!(rows.iter().filter(in_order).count(), rows.len());
    assert!(rows.iter().all(|row| row[0].starts_with("synthetic-")));
    let kinds = ["infant", "toddler-junior", "toddler-senior", "mixed-age"];
    assert!(rows.iter().all(|row| kinds.contains(&row[KIND])));
}

/// What a reimbursement comes to over 2026, in hundredths of a fen times a hundred: months × fee × ratio, exactly.
fn reimbursed(row: &[&str]) -> i64 {
    let (from, to) = (Date::parse(row[FROM]).unwrap(), Date::parse(row[TO]));
    let days = (1..=12).map(|month| Month::new(2026, month).unwrap().last_day());
    let months = days.filter(|day| from <= *day && to.is_none_or(|to| *day <= to)).count();
    let units = |text: &str, scale| Decimal::parse(text).unwrap().at_scale(scale).unwrap();
    let ratio = units(row[CHILDCARE], 4).min(2 * units(row[KINDERGARTEN], 4)).min(10_000);
    i64::try_from(months).unwrap() * units(row[FEE], 2) * ratio
}

#[test]
fn two_in_a_hundred_rows_end_on_exactly_half_a_fen() {
    let text = sample(&["--rows", "20000", "--seed", "5", "--headings", "en"]);
    let (ties, paid): (Vec<bool>, Vec<bool>) =
        rows(&text).iter().map(|row| reimbursed(row)).map(|sum| (sum % 10_000 == 5_000, sum > 0)).unzip();
    let count = |of: &[bool]| of.iter().filter(|holds| **holds).count();
    let of_a_thousand = count(&ties) * 1_000 / count(&paid);
    assert!((14..=26).contains(&of_a_thousand), "{of_a_thousand}");
}

#[test]
fn a_share_of_the_rows_lacks_one_fact() {
    let whole = sample(&["--rows", "10000", "--seed", "2", "--headings", "en"]);
    let holed = sample(&["--rows", "10000", "--seed", "2", "--headings", "en", "--unknown", "10%"]);
    let mut lacking = 0;
    for (whole, holed) in rows(&whole).iter().zip(&rows(&holed)) {
        let different: Vec<usize> = (0..14).filter(|place| whole[*place] != holed[*place]).collect();
        assert!(different.len() <= 1 && different.iter().all(|place| holed[*place].is_empty()), "{whole:?} {holed:?}");
        // An empty last day is none, and the county and the legal form are read by no rule of money.
        assert!(!different.iter().any(|place| [0, 1, 2, TO].contains(place)), "{whole:?} {holed:?}");
        lacking += different.len();
    }
    assert!((900..=1_100).contains(&lacking), "{lacking}");
}

#[test]
fn a_share_is_written_in_hundredths() {
    for wrong in ["0.1", "101%", "-1%", "ten", "%"] {
        let output = tuoyu(&["sample", "--rows", "1", &format!("--unknown={wrong}"), "--lang", "en"]);
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(told.starts_with("error[malformed-argument]") && told.contains("write 0% … 100%"), "{told}");
    }
}
