//! What limits and indicators are held against, in packs of one sentence.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop where it stands")]

use tuoyu::check::lock_of;
use tuoyu::explain::{IndicatorReport, Own};
use tuoyu::{Ask, Pack, Rules};

const LAW: &str = "到2027年，满意的家庭达到90户以上，满意度达到90%以上。";

/// A pack of one sentence and one rule, over the vocabulary of the embedded pack.
fn pack(rule: &str) -> Pack {
    let vocabulary = tuoyu_rules::jining().iter().find(|(name, _)| *name == "vocabulary.toml").unwrap().1;
    let document = format!(
        "```document\ndocument   测〔2026〕1号\ntitle      测 | Test\nissuer     测 | Test\npublished  2026-01-01\n\
         force      2026-01-01 .. 2030-12-31\nstanding   seed\nlaw        sha256:{}\n```\n\n> {LAW}\n\n```rule\n{rule}\n```\n",
        lock_of(LAW)
    );
    Pack::new([("vocabulary.toml", vocabulary), ("test/law.md", document.as_str())])
}

fn indicator(value: &str, need: &str, satisfied: u32) -> (&'static str, IndicatorReport) {
    let rule = format!("indicator i for jurisdiction\n  title  甲 | A\n  value  {value}\n  need   {need}");
    let rules = Rules::from_pack(&pack(&rule)).unwrap();
    let case = format!(r#"{{"jurisdiction":{{"families_satisfied":{satisfied},"families_surveyed":100}}}}"#);
    let case = rules.read_json(case.as_bytes()).unwrap();
    let outcome = rules.assess(&case, &Ask::window("2026-01", "2026-01")).unwrap().outcomes.remove(0);
    let Own::Indicator(own) = outcome.own else { panic!("an indicator") };
    (outcome.state, own)
}

#[test]
fn a_plain_number_is_held_against_the_target_as_it_is() {
    let (state, own) = indicator("jurisdiction.families_satisfied", "value >= 90", 89);
    assert_eq!((state, own.value.as_deref(), own.target.as_deref()), ("missed", Some("89"), Some("90")));
    let (state, own) = indicator("jurisdiction.families_satisfied", "value >= 90", 90);
    assert_eq!((state, own.value.as_deref()), ("met", Some("90")));
}

#[test]
fn a_quotient_is_held_against_the_target_without_being_divided() {
    let value = "jurisdiction.families_satisfied / jurisdiction.families_surveyed";
    let (state, own) = indicator(value, "value >= 90%", 90);
    assert_eq!((state, own.value.as_deref(), own.target.as_deref()), ("met", Some("0.9"), Some("0.9")));
    assert_eq!(indicator(value, "value > 90%", 90).0, "missed");
    assert_eq!(indicator(value, "value < 90%", 89).0, "met");
    assert_eq!(indicator(value, "value is 90%", 90).0, "met");
    assert_eq!(indicator(value, "value is 90%", 91).0, "missed");
}

#[test]
fn a_table_is_of_numbers_or_of_quotients() {
    let value = "by jurisdiction.institutions_complete
           yes:  jurisdiction.families_satisfied / jurisdiction.families_surveyed
           no:   jurisdiction.families_satisfied";
    let rule = format!("indicator i for jurisdiction\n  title  甲 | A\n  value  {value}\n  need   value >= 90%");
    let told: Vec<String> =
        pack(&rule).check().diagnostics.iter().map(|one| format!("{}: {}", one.code.id(), one.expected)).collect();
    assert_eq!(told, ["type-mismatch: a / b in every row"]);
}
