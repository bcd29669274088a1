//! What a pack's own vocabulary adds is stated by name.

use super::{day, number, rules};
use tuoyu::model::{Facts, Node, Vocabulary};
use tuoyu::source::SourceText;
use tuoyu::{Case, Class, ClassKind, During, Extra, Institution, Timed};

/// The published vocabulary with facts of a pack's own, an option and a thing.
fn vocabulary() -> Vocabulary {
    let published = tuoyu_rules::jining().iter().find(|(name, _)| *name == "vocabulary.toml").unwrap().1;
    let mut text = published.replace(
        "  { id = \"mixed-age\"",
        "  { id = \"forest\", zh = \"森林班\", en = \"forest class\" },\n  { id = \"mixed-age\"",
    );
    for (fact, kind) in [("waiting_list", "count"), ("garden", "area"), ("opened", "date"), ("night_care", "yes-no")] {
        let changes = kind == "yes-no";
        text.push_str(&format!(
            "\n[[fact]]\nid = \"institution.{fact}\"\ntype = \"{kind}\"\nchanges = {changes}\nwho = \"institution\"\n\
             zh = \"{fact}\"\nen = \"{fact}\"\nask_zh = \"{fact}？\"\nask_en = \"{fact}?\"\nheadings = [\"{fact}\"]\n"
        ));
    }
    Vocabulary::from_toml(&SourceText { name: "vocabulary.toml".to_owned(), text }).unwrap()
}

fn case(extra: Extra) -> Case {
    let forest = Class { kind: ClassKind::Added("forest".to_owned()).into(), ..Default::default() };
    let institution = Institution { registered: true.into(), classes: vec![forest], extra, ..Default::default() };
    Case { institutions: vec![institution], ..Default::default() }
}

#[test]
fn facts_and_options_of_a_pack_are_read_by_its_vocabulary() {
    let night = Timed::line([During::since(day("2026-03-01"), true)]);
    let case = case(Extra::from([
        ("waiting_list".to_owned(), 12_u32.into()),
        ("garden".to_owned(), number("80.5").into()),
        ("opened".to_owned(), day("2024-09-01").into()),
        ("night_care".to_owned(), night.into()),
    ]));
    let json = r#"{"institutions":[{"registered":true,"waiting_list":12,"garden":"80.5","opened":"2024-09-01",
        "night_care":[{"from":"2026-03-01","value":true}],"classes":[{"kind":"forest"}]}]}"#;
    let vocabulary = vocabulary();
    let read = Facts::read(&Node::from(&case), &vocabulary).unwrap();
    assert_eq!(read, Facts::read(&Node::from_json(json.as_bytes()).unwrap(), &vocabulary).unwrap());
    assert_eq!(read.instances[0].facts.len(), 5);
}

#[test]
fn a_name_that_the_pack_does_not_know_is_a_fault_and_so_is_one_that_stands_twice() {
    let unknown = case(Extra::from([("waiting_list".to_owned(), 12_u32.into())]));
    let faults = rules().read(&unknown).unwrap_err().to_string();
    assert!(faults.contains("unknown-field at institutions[0].waiting_list"), "{faults}");
    let twice = case(Extra::from([("registered".to_owned(), false.into())]));
    let faults = rules().read(&twice).unwrap_err().to_string();
    assert!(faults.contains("duplicate-key at institutions[0].registered"), "{faults}");
}
