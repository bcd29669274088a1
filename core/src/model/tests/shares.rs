//! Shares that add up to too much.

use super::{read, read_with, small, wrong, wrong_with};

fn family(shares: &[&str]) -> String {
    let parents: Vec<String> = shares.iter().map(|share| format!(r#"{{"deduction_share": {share}}}"#)).collect();
    format!(r#"{{"families": [{{}}, {{"parents": [{}]}}]}}"#, parents.join(","))
}

#[test]
fn shares_of_one_family_are_the_whole_at_most() {
    read(&family(&["\"0.5\"", "\"0.5\""]));
    read(&family(&["1", "0", "null"]));
    assert_eq!(wrong(&family(&["1", "\"0.5\""])), ["shares-above-one families[1]: 1.5; 1"]);
    assert_eq!(wrong(&family(&["\"0.5\"", "\"0.5\"", "\"0.5\""])), ["shares-above-one families[1]: 1.5; 1"]);
}

#[test]
fn each_family_has_a_whole_of_its_own() {
    read(r#"{"families": [{"parents": [{"deduction_share": 1}]}, {"parents": [{"deduction_share": 1}]}]}"#);
}

#[test]
fn it_is_the_vocabulary_that_says_how_much() {
    let vocabulary = small();
    let loans = |share: &str| format!(r#"{{"readers": [{{"loans": [{{"share": "0.5"}}, {{"share": "{share}"}}]}}]}}"#);
    read_with(&vocabulary, &loans("0.4999")).unwrap();
    assert_eq!(wrong_with(&vocabulary, &loans("0.5")), ["shares-above-one readers[0]: 1; 0.9999"]);
}
