//! What a roster adds up to.

use crate::folder::{Folder, with};
use serde_json::Value;

/// Two enrolments in 邹城市, one of which is not of an inclusive institution; one in 任城区 without a birth order; one
/// without a county.
const ROSTER: &str = "\
机构所在县区,登记,备案,普惠认定,班型,出生日期,孩次,入托日期,在托截止日期,月保育费,单位托育费报销比例,单位幼儿园报销比例
邹城市,是,是,是,infant,2025-03-10,2,2025-09-10,2026-03-09,2100.00,0.5,0.3
邹城市,是,是,否,toddler-junior,2025-03-10,3,2025-09-10,,1999.99,0.85,0.3
任城区,是,是,是,toddler-junior,2025-03-10,,2026-03-15,2026-09-30,1700,0,0
,是,是,是,toddler-junior,2025-03-10,1,2026-03-15,2026-09-30,1700,0,0
";

#[test]
fn the_page_shows_counties_payers_and_rules() {
    let folder = Folder::with("r.csv", ROSTER);
    let ran = folder.assess(&with(&["--lang", "en"]));
    assert_eq!((ran.status, ran.told.as_str()), (Some(0), ""));
    // 7 months: 7 × 2000/12 = 1166.67 and 7 × 600/12 = 350.00; 7 × 300 to 7 × 500.
    let page = "\
Roster, assessed for January to December 2026: 4 rows

Rencheng District
  Fee standard of inclusive childcare: met 1
  County government to childcare institution                        CNY 1,166.67
    Operating subsidy for inclusive nurseries: granted 1            CNY 1,166.67
  City government to county government                                CNY 350.00
    City's award to the county: granted 1                             CNY 350.00
  County government to family                           CNY 0.00 to 3,500.00
    Family childcare subsidy: undetermined 1            CNY 0.00 to 3,500.00
  Employer to family (for it to decide; not in the totals)              CNY 0.00
    Employer's reimbursement of the childcare fee: refused 1            CNY 0.00

Zoucheng City
  Fee standard of inclusive childcare: not applicable 1, met 1
  County government to childcare institution                          CNY 500.00
    Operating subsidy for inclusive nurseries: granted 1, refused 1   CNY 500.00
  City government to county government                                CNY 150.00
    City's award to the county: granted 1, refused 1                  CNY 150.00
  County government to family                                       CNY 6,600.00
    Family childcare subsidy: granted 2                             CNY 6,600.00
  Employer to family (for it to decide; not in the totals)         CNY 16,499.93
    Employer's reimbursement of the childcare fee: granted 2       CNY 16,499.93

County not stated
  Fee standard of inclusive childcare: met 1
  County government to childcare institution                        CNY 1,166.67
    Operating subsidy for inclusive nurseries: granted 1            CNY 1,166.67
  City government to county government                                CNY 350.00
    City's award to the county: granted 1                             CNY 350.00
  County government to family                                           CNY 0.00
    Family childcare subsidy: refused 1                                 CNY 0.00
  Employer to family (for it to decide; not in the totals)              CNY 0.00
    Employer's reimbursement of the childcare fee: refused 1            CNY 0.00

Totals
  County government to childcare institution                        CNY 2,833.34
  City government to county government                                CNY 850.00
  County government to family                       CNY 6,600.00 to 10,100.00

For the employer to decide (not in the totals)
  Employer to family                                               CNY 16,499.93
";
    let squeezed = |text: &str| -> Vec<String> {
        text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    };
    assert_eq!(squeezed(&ran.out), squeezed(page));
    assert!(ran.out.lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn the_chinese_page_keeps_to_80_columns() {
    let folder = Folder::with("r.csv", ROSTER);
    let ran = folder.assess(&[]);
    assert_eq!(ran.status, Some(0));
    let wide = |sign: char| if sign.is_ascii() || sign == '·' { 1 } else { 2 };
    assert!(ran.out.lines().all(|line| line.chars().map(wide).sum::<usize>() <= 80), "{}", ran.out);
    assert!(ran.out.starts_with("名册测算　2026年1月至12月　4 行\n"), "{}", ran.out);
    assert!(ran.out.contains("    入托补贴：给予 2  "), "{}", ran.out);
    // Rules of which the roster holds no fact are named once.
    assert!(ran.out.contains("名册没有写明，待定：") && ran.out.matches("安全防护措施").count() == 1, "{}", ran.out);
}

#[test]
fn json_has_the_same_sums_and_the_question() {
    let folder = Folder::with("r.csv", ROSTER);
    let ran = folder.assess(&with(&["--json", "--reading", "fourth-child=none"]));
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((json["rows"].as_u64(), json["left_out"].as_u64()), (Some(4), Some(0)));
    let asked = &json["asked"];
    assert_eq!((&asked["readings"]["fourth-child"], &asked["window"]["to"]), (&"none".into(), &"2026-12".into()));
    assert_eq!(asked["rules"].as_array().unwrap().len(), 5);
    assert!(asked["facts_digest"].is_null() && asked["pack_hash"].is_string());
    let sums = json["sums"].as_array().unwrap();
    let of = |county: Value, rule: &str| {
        sums.iter().find(|sum| sum["county"] == county && sum["rule"] == format!("jining/{rule}")).unwrap()
    };
    let family = of("任城区".into(), "family-subsidy");
    assert_eq!((&family["amount"], &family["range"][1]), (&Value::Null, &"3500.00".into()));
    assert_eq!((&family["states"]["undetermined"], &family["payee"]), (&1.into(), &"family".into()));
    let none = of(Value::Null, "operating-subsidy");
    assert_eq!((&none["amount"], &none["payer"], &none["unit"]), (&"1166.67".into(), &"county".into(), &"CNY".into()));
    let fee = of("邹城市".into(), "inclusive-fee");
    assert_eq!(
        (&fee["amount"], &fee["payee"], &fee["states"]["not-applicable"]),
        (&Value::Null, &Value::Null, &1.into())
    );
    let totals = json["totals"].as_array().unwrap();
    let discretionary: Vec<&Value> = totals.iter().filter(|total| total["discretionary"] == true).collect();
    // 2 × 2100 × 0.5 + 12 × 1999.99 × 0.6, each rounded.
    assert_eq!((discretionary.len(), &discretionary[0]["amount"]), (1, &"16499.93".into()));
}
