//! Items of a quantity.

use super::rules::shown;
use super::{faults_in, in_block, rules_of, sound};

const QUANTITY: &str = "\
quantity home/bill for family
  title  账单 | Bill
  when   open \"开放 | Open\": family.open
  item fees for visit by child and month
    title  费用 | Fees
    when   day in visit.from .. visit.to
    rate   per month visit.fee
  item paid by month
    title  已付 | Paid
    value  a/grant
  item due by child
    title  应付 | Due
    value  max(0 CNY, fees - a/grant)
  item all
    title  合计 | All
    rate   once 5 CNY
  assumes  按规定 | As set";

#[test]
fn an_item_says_for_what_and_by_what_it_is_shown() {
    let document = sound(&in_block(QUANTITY));
    let [rule] = rules_of(&document) else { panic!("not one rule") };
    assert_eq!(
        shown(rule),
        [
            "Quantity home/bill [family]",
            "title: 账单|Bill",
            "when: open \"开放|Open\": family.open",
            "item: fees for visit by child true [title 费用|Fees, when (in day visit.from..visit.to), \
             rate Month visit.fee]",
            "item: paid for - by - true [title 已付|Paid, value a/grant]",
            "item: due for - by child false [title 应付|Due, value max(0[CNY] (Subtract fees a/grant))]",
            "item: all for - by - false [title 合计|All, rate Once 5[CNY]]",
            "assumes: 按规定|As set",
        ]
    );
    assert!(rule.complete);
}

/// What is told of an item with these words behind its name, and these lines.
fn faults(behind: &str, lines: &str) -> Vec<String> {
    faults_in(&format!("quantity a for b\n  item one{behind}\n{lines}"))
}

#[test]
fn what_is_no_item_is_told_where_it_stands() {
    let all = "title, when, rate, value";
    for (behind, lines, expected) in [
        ("", "", format!("syntax 3:11-11 end of line => {all}")),
        (" of child", "    value  a/b", "syntax 3:12-14 of => end of line".to_owned()),
        ("", "    values  a/b", "unknown-keyword 4:5-11 values => value, title, when, rate".to_owned()),
        ("", "    value  a/b\n    value  a/c", "duplicate-line 5:5-10 value => ".to_owned()),
        ("", "    rate  5 CNY", "syntax 4:11-12 5 => per month, per year, once, elsewhere".to_owned()),
    ] {
        assert_eq!(faults(behind, lines), [expected], "{behind} {lines}");
    }
    assert_eq!(faults("", "    title  甲 | A\n    value  a/b"), [""; 0]);
}

#[test]
fn only_a_quantity_writes_its_whole_id() {
    let plain = "a name of a–z, 0–9 and -";
    assert_eq!(faults_in("limit a/b for c\n  title  甲 | A"), [format!("syntax 2:7-10 a/b => {plain}")]);
    assert_eq!(faults_in("quantity a/b/c for d\n  title  甲 | A"), [format!("syntax 2:10-15 a/b/c => {plain}")]);
}
