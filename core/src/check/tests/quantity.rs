//! Quantities: what an item may speak of, and what may be added up.

use super::{document, told};

/// What is told of a quantity with these items, beside a grant of 300 a month for each enrolment and other rules.
fn faults(head: &str, items: &str) -> Vec<String> {
    let law = "> 每人每月300元、每年10天；\n\n";
    let rules = "entitlement grant for enrolment\n  title  甲 | A\n  pay  county -> family\n  rate  per month 300 CNY\n\n\
                 entitlement cut for enrolment\n  title  乙 | B\n  form  deduction\n  pay  -> family\n  rate  per month 300 CNY\n\n\
                 limit most for class\n  title  丙 | C\n  need  class.children <= 10\n";
    told(&document(&format!("{law}```rule\n{rules}\n```\n\n```rule\nquantity {head}\n  title  丁 | D\n{items}\n```\n")))
}

fn of_family(items: &str) -> Vec<String> {
    faults("q for family", items)
}

fn item(id: &str, line: &str) -> String {
    format!("  item {id}\n    title  戊 | E\n    {line}\n")
}

#[test]
fn an_item_counts_or_is_computed() {
    assert_eq!(of_family(&item("a", "value  jining/grant")), [""; 0]);
    assert_eq!(
        of_family(&item("a for enrolment by child and month", "rate  per month enrolment.monthly_fee")),
        [""; 0]
    );
    assert_eq!(of_family("  item a\n    title  戊 | E\n"), ["missing-line: a"]);
    assert_eq!(of_family("  item a\n    value  jining/grant\n"), ["missing-line: a"]);
    assert_eq!(of_family(""), ["missing-line: q"]);
    assert_eq!(
        of_family(&item("a for enrolment", "value  jining/grant\n    when  no")),
        ["type-mismatch: enrolment", "type-mismatch: when"]
    );
    assert_eq!(faults("q for parent x child", &item("a", "value  jining/grant")), ["type-mismatch: child"]);
}

#[test]
fn things_stand_beneath_the_subject() {
    assert_eq!(of_family(&item("a by class", "value  jining/grant")), ["out-of-reach: class"]);
    assert_eq!(of_family(&item("a by chidl", "value  jining/grant")), ["unknown-thing: chidl"]);
    assert_eq!(of_family(&item("a for parent by child", "rate  once 0 CNY")), ["out-of-reach: child"]);
    assert_eq!(faults("q for institution", &item("a", "value  jining/grant")), ["out-of-reach: jining/grant"]);
    assert_eq!(of_family(&item("a by parent", "value  jining/grant")), ["out-of-reach: jining/grant"]);
}

#[test]
fn only_money_is_added_up() {
    assert_eq!(of_family(&item("a", "value  jining/cut")), ["type-mismatch: jining/cut"]);
    assert_eq!(of_family(&item("a", "value  jining/most")), ["type-mismatch: jining/most"]);
    assert_eq!(of_family(&item("a", "value  jining/grand")), ["unknown-name: jining/grand"]);
    assert_eq!(of_family(&item("a", "value  jining/grant - 10 days")), ["unit-mismatch: days"]);
    assert_eq!(of_family(&item("a", "value  2 * jining/grant")), ["type-mismatch: 2 * jining/grant"]);
    assert_eq!(of_family(&item("a", "value  family.children_total")), ["unknown-name: family.children_total"]);
}

#[test]
fn an_item_names_those_above_it_that_are_shown_alike() {
    let above = item("a by child", "value  jining/grant");
    assert_eq!(of_family(&(above.clone() + &item("b by child", "value  max(0 CNY, a - a)"))), [""; 0]);
    assert_eq!(of_family(&(above.clone() + &item("b", "value  a"))), [""; 0]);
    assert_eq!(of_family(&(above.clone() + &item("b by child and month", "value  a"))), ["type-mismatch: a"]);
    assert_eq!(of_family(&(above.clone() + &item("b by enrolment", "value  a"))), ["type-mismatch: a"]);
    assert_eq!(of_family(&(above.clone() + &item("a", "value  jining/grant"))), ["duplicate-name: a"]);
    assert_eq!(of_family(&(item("b", "value  a") + &above)), ["unknown-name: a"]);
}

#[test]
fn the_rate_of_a_table_is_taken_for_what_reaches_its_facts() {
    let rate = |line: &str| faults("q for institution", &item("a for class", line));
    assert_eq!(rate("rate  per month class.children * rate(jining/grant)"), [""; 0]);
    assert_eq!(rate("rate  per year class.children * rate(jining/grant)"), ["type-mismatch: jining/grant"]);
    assert_eq!(rate("rate  per month class.children * jining/grant"), ["out-of-reach: jining/grant"]);
    assert_eq!(rate("rate  per month class.children * rate(jining/most)"), ["type-mismatch: jining/most"]);
    // Elsewhere there is no such function.
    assert_eq!(
        faults("q for institution", &item("a for class", "when  rate(jining/grant) > 0 CNY\n    rate  once 0 CNY")),
        [""; 0]
    );
}

#[test]
fn a_quantity_needs_no_law_and_has_no_numbers_of_its_own() {
    let without = |number: &str| {
        told(&document(&format!(
            "```rule\nquantity q for family\n  title  丁 | D\n  item a for enrolment\n    title  戊 | E\n    rate  once {number}\n```\n"
        )))
    };
    assert_eq!(without("0 CNY"), [""; 0]);
    assert_eq!(without("300 CNY"), ["ungrounded: 300 CNY"]);
    assert_eq!(
        told(&document("```rule\nlimit l for class\n  title  丁 | D\n  need  class.children <= 0\n```\n")),
        ["block-without-law: "]
    );
}
