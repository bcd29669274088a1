//! The typed rules of the published law.

use super::{book, rule};
use crate::rulebook::{BenefitForm, Number, NumberKind, Period, Says, Truth};
use crate::source::{Citation, Standing};
use crate::value::{Days, Decimal, Unit};
use std::collections::BTreeSet;

/// The four money rules of measure 13, as the text has them.
const MONEY: [&str; 4] =
    ["jining/operating-subsidy", "jining/city-award", "jining/family-subsidy", "jining/employer-reimbursement"];

fn day(text: &str) -> Option<crate::value::Date> {
    crate::value::Date::parse(text)
}

#[test]
fn the_money_rules_stand_in_the_order_of_the_text() {
    let found: Vec<&str> = book().rules.iter().map(|rule| rule.id.as_str()).filter(|id| MONEY.contains(id)).collect();
    assert_eq!(found, MONEY);
}

#[test]
fn ids_of_rules_begin_with_their_layer_and_are_unique() {
    let ids: BTreeSet<&str> = book().rules.iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(ids.len(), book().rules.len());
    for rule in &book().rules {
        // A statement belongs to no single text.
        let begins = if rule.kind == crate::rulebook::Kind::Quantity {
            rule.id.split_once('/').unwrap().0
        } else {
            rule.layer.as_str()
        };
        assert_eq!(rule.id.split_once('/').unwrap().0, begins);
        assert!(rule.kind != crate::rulebook::Kind::Quantity || rule.layer == "jining");
    }
}

#[test]
fn the_named_numbers_are_the_contracts_with_the_notices_values() {
    let of_money: Vec<(&str, String, Unit)> = book()
        .parameters
        .iter()
        .filter(|parameter| MONEY.iter().any(|rule| parameter.id.starts_with(&format!("{rule}."))))
        .map(|parameter| (parameter.id.as_str(), parameter.value.plain(), parameter.unit))
        .collect();
    let expected = [
        ("jining/operating-subsidy.infant", "3000"),
        ("jining/operating-subsidy.other", "2000"),
        ("jining/city-award.infant", "900"),
        ("jining/city-award.other", "600"),
        ("jining/family-subsidy.second-child", "300"),
        ("jining/family-subsidy.third-child", "500"),
    ];
    assert_eq!(of_money, expected.map(|(id, value)| (id, value.to_owned(), Unit::Cny)));
    let ids: BTreeSet<&str> = book().parameters.iter().map(|parameter| parameter.id.as_str()).collect();
    assert_eq!(ids.len(), book().parameters.len());
}

#[test]
fn the_age_at_which_childcare_ends_is_three_years() {
    let age = book().parameters.iter().find(|parameter| parameter.id == "jining/childcare-age").unwrap();
    assert_eq!((age.value, age.unit), (Decimal::new(36, 0), Unit::Months));
    let quote = book().cite(&age.source).quote;
    assert!(quote.contains("3岁以下"), "{quote}");
}

#[test]
fn the_money_rules_say_who_pays_whom_how_often_and_for_whom() {
    let shown = |id: &str| {
        let rule = rule(id);
        let subject: Vec<&str> =
            rule.subject.iter().map(|thing| book().vocabulary.thing_at(*thing).unwrap().id.as_str()).collect();
        let benefit = rule.benefit.as_ref().unwrap();
        let single = benefit.single.map(|thing| book().vocabulary.thing_at(thing).unwrap().id.as_str());
        format!(
            "{} -> {} {:?} for {} single {}{}",
            benefit.payer.as_deref().unwrap(),
            benefit.payee,
            benefit.period.unwrap(),
            subject.join(" x "),
            single.unwrap_or("none"),
            if benefit.discretionary.is_some() { " discretionary" } else { "" }
        )
    };
    assert_eq!(shown(MONEY[0]), "county -> institution Year for enrolment single child");
    assert_eq!(shown(MONEY[1]), "city -> county Year for enrolment single child");
    assert_eq!(shown(MONEY[2]), "county -> family Month for enrolment single child");
    assert_eq!(shown(MONEY[3]), "employer -> family Month for parent x enrolment single none discretionary");
    assert_eq!(rule(MONEY[0]).benefit.as_ref().unwrap().period, Some(Period::Year));
}

/// The sentences that a rule rests on.
fn cited(id: &str) -> Citation {
    book().cite(&rule(id).versions[0].source)
}

#[test]
fn the_notices_rules_are_in_force_on_its_days_and_cite_it() {
    let force = Days::new(day("2025-07-21"), day("2028-06-20")).unwrap();
    for id in MONEY {
        let [version] = rule(id).versions.as_slice() else { panic!("{id}") };
        assert_eq!(version.force, force, "{id}");
        assert_eq!(Some(version.published), day("2025-06-20"), "{id}");
        let source = book().cite(&version.source);
        assert_eq!((source.document.as_str(), source.standing), ("济政办字〔2025〕15号", Standing::Seed), "{id}");
        assert!(source.clause.starts_with("二（五）13"), "{id}: {}", source.clause);
    }
    assert_eq!(cited(MONEY[2]).clause, "二（五）13③");
    assert!(cited(MONEY[2]).quote.contains("二孩每人每月300元、三孩每人每月500元"));
    assert!(cited(MONEY[0]).quote.contains("乳儿班3000元/人/年、其他班2000元/人/年"));
    assert!(cited(MONEY[1]).quote.contains("乳儿班900元/人/年、其他班600元/人/年"));
    assert!(cited(MONEY[3]).quote.contains("不高于幼儿园报销比例的2倍"));
}

#[test]
fn the_conditions_have_the_names_of_reasons() {
    let labels = |id: &str| -> Vec<&str> {
        rule(id).versions[0].when.iter().map(|condition| condition.label.as_str()).collect()
    };
    assert_eq!(labels(MONEY[0]), ["running", "registered", "filed", "inclusive"]);
    assert_eq!(labels(MONEY[1]), ["running", "registered", "filed", "inclusive"]);
    assert_eq!(labels(MONEY[2]), ["running", "born", "under-three"]);
    assert_eq!(labels(MONEY[3]), ["running", "reimbursed"]);
    for rule in &book().rules {
        let conditions = rule.versions.iter().flat_map(|version| &version.when);
        for words in conditions.map(|condition| &condition.words).chain([&rule.title]).chain(&rule.assumes) {
            assert!(!words.zh.is_empty() && !words.en.is_empty(), "{}", rule.id);
        }
    }
}

#[test]
fn the_family_subsidy_alone_asks_for_the_age() {
    let facts = |id: &str| -> BTreeSet<&str> {
        let conditions = rule(id).versions[0].when.iter().flat_map(|condition| condition.truth.facts());
        conditions.map(|fact| book().vocabulary.fact_at(fact).unwrap().id.as_str()).collect()
    };
    let running = ["enrolment.from", "enrolment.to"];
    let institution = ["institution.registered", "institution.filed", "institution.inclusive"];
    let both: BTreeSet<&str> = running.into_iter().chain(institution).collect();
    assert_eq!(facts(MONEY[0]), both);
    assert_eq!(facts(MONEY[1]), both);
    assert_eq!(facts(MONEY[2]), running.into_iter().chain(["child.birth_date"]).collect());
    assert!(!facts(MONEY[3]).contains("child.birth_date"));
}

#[test]
fn under_three_is_a_day_before_the_birthday_moved_by_the_named_age() {
    let condition = rule(MONEY[2]).versions[0].when.iter().find(|condition| condition.label == "under-three").unwrap();
    let Truth::Not(reached) = &condition.truth else { panic!("{:?}", condition.truth) };
    let Truth::Reached { fact, shift, after } = &**reached else { panic!("{reached:?}") };
    assert_eq!(book().vocabulary.fact_at(*fact).unwrap().id, "child.birth_date");
    assert!(!after, "on the third birthday the child is three");
    let (parameter, times) = shift.parameter.unwrap();
    assert_eq!((book().parameters[parameter.0].id.as_str(), times), ("jining/childcare-age", 1));
}

/// Every number beneath a number.
fn all(number: &Number) -> Vec<&Number> {
    std::iter::once(number).chain(number.parts().into_iter().flat_map(all)).collect()
}

#[test]
fn rates_are_money_and_tables_cover_every_value_of_what_selects() {
    for rule in &book().rules {
        for version in &rule.versions {
            if let Says::Rate(rate) = &version.says {
                let is_leave = rule.benefit.as_ref().is_some_and(|benefit| benefit.form == BenefitForm::Leave);
                assert_eq!((rate.unit.is_money(), rate.unit == Unit::Days), (!is_leave, is_leave), "{}", rule.id);
            }
            for number in version.numbers().into_iter().flat_map(all) {
                if let NumberKind::Reading(reading, cells) = &number.kind {
                    assert_eq!(cells.len(), book().readings[reading.0].options.len(), "{}", rule.id);
                    assert!(rule.readings.contains(reading), "{}", rule.id);
                }
                if let NumberKind::Table(fact, arms) = &number.kind {
                    let (low, high) = crate::evaluate::bounds_of(&book().vocabulary, *fact);
                    let mut next = low;
                    for arm in arms {
                        assert_eq!(arm.from, next, "{}: a gap or an overlap", rule.id);
                        assert!(arm.from <= arm.to, "{}", rule.id);
                        next = arm.to + 1;
                    }
                    assert_eq!(next, high + 1, "{}", rule.id);
                }
            }
        }
    }
}

#[test]
fn every_rule_stands_in_the_order_after_those_that_it_refers_to() {
    let place = |index| book().order.iter().position(|known| *known == index).unwrap();
    assert_eq!(book().order.len(), book().rules.len());
    for (number, rule) in book().rules.iter().enumerate() {
        for other in &rule.refers {
            assert!(place(*other) < place(crate::rulebook::RuleIndex(number)), "{}", rule.id);
        }
    }
    let refers: Vec<&str> = rule(MONEY[3]).refers.iter().map(|index| book().rules[index.0].id.as_str()).collect();
    assert_eq!(refers, ["jining/family-subsidy"], "the net base is less the month's subsidy");
}
