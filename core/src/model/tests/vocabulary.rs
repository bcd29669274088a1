//! The vocabulary as it is read: the published one, and every member once.

use super::{real, small};
use crate::model::{FactIndex, FactType, ThingIndex, Vocabulary};
use crate::value::{Decimal, Unit};

fn kind<'v>(vocabulary: &'v Vocabulary, fact: &str) -> &'v FactType {
    &vocabulary.facts[vocabulary.fact(fact).unwrap().0].kind
}

fn number(scale: u8, minimum: i64, maximum: i64, unit: Unit) -> FactType {
    FactType::Number { scale, minimum, maximum, unit, allowed: Vec::new() }
}

#[test]
fn the_things_stand_in_their_order_with_their_holders() {
    let vocabulary = real();
    let things = vocabulary.things.iter();
    let shown: Vec<String> = things
        .map(|thing| {
            let holder = thing.holder.map_or("case", |holder| &vocabulary.things[holder.0].id);
            format!("{} {holder}.{} {} {} {}", thing.id, thing.key, thing.many, thing.named, thing.words.zh)
        })
        .collect();
    assert_eq!(
        shown,
        [
            "jurisdiction case.jurisdiction false false 地区",
            "institution case.institutions true true 托育机构",
            "class institution.classes true true 班级",
            "family case.families true true 家庭",
            "parent family.parents true true 家长",
            "employer parent.employer false false 用人单位",
            "child family.children true true 孩子",
            "birth child.birth false false 生育情况",
            "enrolment child.enrolments true true 入托记录",
        ]
    );
}

#[test]
fn each_type_has_its_decimals_its_bounds_and_its_unit() {
    let vocabulary = real();
    let of = |fact| kind(&vocabulary, fact);
    assert_eq!(*of("jurisdiction.average_price"), number(2, 0, 1_000_000_000, Unit::CnyPerMonth));
    assert_eq!(*of("jurisdiction.disposable_income_per_head"), number(2, 0, 1_000_000_000, Unit::CnyPerYear));
    assert_eq!(*of("parent.annual_taxable_income"), number(2, 0, 100_000_000_000, Unit::CnyPerYear));
    assert_eq!(*of("enrolment.monthly_fee"), number(2, 0, 10_000_000, Unit::CnyPerMonth));
    assert_eq!(*of("employer.childcare_ratio"), number(4, 0, 10_000, Unit::One));
    assert_eq!(*of("class.floor_area"), number(2, 0, 10_000_000, Unit::SquareMetres));
    assert_eq!(*of("jurisdiction.places_total"), number(0, 0, 100_000_000, Unit::One));
    assert_eq!(*of("child.birth_order"), number(0, 1, 20, Unit::One));
    assert_eq!(*of("birth.babies"), number(0, 1, 20, Unit::One));
    assert_eq!(*of("institution.name"), FactType::Text);
    assert_eq!(*of("institution.filed"), FactType::YesNo);
    assert_eq!(*of("child.birth_date"), FactType::Date);
    assert_eq!(*of("enrolment.class"), FactType::Link(vocabulary.thing("class").unwrap()));
    let FactType::Options(classes) = of("class.kind") else { panic!() };
    let ids: Vec<&str> = classes.iter().map(|choice| choice.id.as_str()).collect();
    assert_eq!(ids, ["infant", "toddler-junior", "toddler-senior", "mixed-age"]);
    assert_eq!((classes[0].words.zh.as_str(), classes[0].words.en.as_str()), ("乳儿班", "infant class"));
    assert!(matches!(of("enrolment.fee_items"), FactType::Set { choices, open: true } if choices.len() == 8));
    assert!(matches!(kind(&small(), "reader.tags"), FactType::Set { open: false, .. }));
}

#[test]
fn records_have_a_key_choices_and_numbers() {
    let vocabulary = real();
    let FactType::Records { key, choices, fields } = kind(&vocabulary, "institution.utilities") else { panic!() };
    let kinds: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
    assert_eq!((key.as_str(), kinds), ("kind", vec!["electricity", "water", "gas", "heating"]));
    let price = number(6, 0, 10_000_000_000, Unit::Cny);
    let quantity = number(4, 0, 1_000_000_000_000, Unit::One);
    let numbers: Vec<(&str, &str, &FactType)> =
        fields.iter().map(|(name, words, kind)| (name.as_str(), words.en.as_str(), kind)).collect();
    assert_eq!(
        numbers,
        [
            ("quantity", "monthly quantity", &quantity),
            ("residential_price", "residential price", &price),
            ("commercial_price", "commercial price", &price),
        ]
    );
}

#[test]
fn facts_say_what_they_say_of_one_another() {
    let vocabulary = real();
    let fact = |id: &str| &vocabulary.facts[vocabulary.fact(id).unwrap().0];
    let index = |id: &str| vocabulary.fact(id).unwrap();
    let end = fact("enrolment.to");
    assert!(end.absent_is_without_end && !fact("enrolment.from").absent_is_without_end);
    assert_eq!(end.after, Some(index("enrolment.from")));
    let employed = fact("parent.employed");
    assert_eq!(employed.implied_by, [index("employer.childcare_ratio"), index("employer.kindergarten_ratio")]);
    assert!(!employed.contradicts_no && fact("employer.kindergarten_rule").contradicts_no);
    let share = fact("parent.deduction_share");
    assert_eq!(share.sum_at_most, Some((Decimal::new(10_000, 4), vocabulary.thing("family").unwrap())));
    assert!(matches!(&share.kind, FactType::Number { allowed, .. } if *allowed == [0, 5_000, 10_000]));
}

#[test]
fn every_fact_has_its_texts() {
    let vocabulary = real();
    let written = vocabulary.facts.iter().filter(|fact| fact.part.is_none()).count();
    assert_eq!((written, super::REAL.matches("[[fact]]").count()), (73, 73));
    let order = &vocabulary.facts[vocabulary.fact("child.birth_order").unwrap().0];
    assert_eq!((order.thing, order.member.as_str()), (vocabulary.thing("child").unwrap(), "birth_order"));
    assert_eq!(
        (order.words.zh.as_str(), order.ask.en.as_str()),
        ("孩次", "Which child is this: the first, second, third …?")
    );
    assert_eq!(
        (order.headings.as_slice(), order.who.as_str()),
        (&["孩次".to_owned(), "第几孩".to_owned()][..], "parent")
    );
    assert!(order.help.as_ref().is_some_and(|help| help.zh.starts_with("一孩填1")));
    assert!(!order.changes && vocabulary.facts[vocabulary.fact("class.kind").unwrap().0].changes);
    assert_eq!(
        (ThingIndex(0), FactIndex(0)),
        (vocabulary.facts[0].thing, vocabulary.fact("jurisdiction.name").unwrap())
    );
}
