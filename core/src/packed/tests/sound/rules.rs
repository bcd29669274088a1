//! Rules, and what their versions say.

use super::{Break, FAMILY, OPERATING, fact, hold, rate, rule, set_rate};
use crate::model::ThingIndex;
use crate::rulebook::{
    CalendarIndex, Due, Number, ParameterIndex, Place, ReadingIndex, RuleIndex, Rulebook, Says, Step, Truth,
};
use crate::source::Words;
use crate::value::{Date, Days, Unit};

const REGISTRATION: &str = "jining/kindergarten-registration";
const FEE: &str = "jining/inclusive-fee";
const BURDEN: &str = "jining/target-price-burden";

fn steps(book: &mut Rulebook) -> &mut Vec<Step> {
    match &mut rule(book, REGISTRATION).versions[0].says {
        Says::Steps(steps) => steps,
        _ => panic!("steps"),
    }
}

pub(super) const BREAKS: &[Break] = &[
    (
        "a year of what is paid each month",
        |book| rule(book, FAMILY).benefit.as_mut().unwrap().annual = true,
        "rules[*]",
        "each year: once",
    ),
    ("an earlier layer", |book| rule(book, FAMILY).layer = "shandong".to_owned(), "rules[*]", "layer"),
    ("no layer", |book| rule(book, FAMILY).layer = "example".to_owned(), "rules[*]", "layer"),
    (
        "claim",
        |book| {
            let claim = rule(book, "china/childcare-allowance").claim.clone();
            rule(book, "jining/inclusive-fee").claim = claim;
        },
        "rules[*]",
        "claim: entitlement",
    ),
    ("subject", |book| rule(book, OPERATING).subject = vec![ThingIndex(99)], "rules[*]", "for: thing, thing x thing"),
    ("benefit", |book| rule(book, OPERATING).benefit = None, "rules[*]", "entitlement: benefit"),
    ("due", |book| rule(book, OPERATING).due = Some(Date::MIN), "rules[*]", "due: indicator"),
    (
        "unit of the rate",
        |book| rule(book, OPERATING).benefit.as_mut().unwrap().unit = Unit::CnyPerMonth,
        "rules[*]",
        "unit",
    ),
    ("no version", |book| rule(book, OPERATING).versions.clear(), "rules[*]", "versions"),
    (
        "two versions at once",
        |book| {
            let version = rule(book, OPERATING).versions[0].clone();
            rule(book, OPERATING).versions.push(version);
        },
        "rules[*]",
        "force, force",
    ),
    (
        "readings that are not named",
        |book| rule(book, OPERATING).readings.push(ReadingIndex(3)),
        "rules[*]",
        "readings",
    ),
    ("rules that are not named", |book| rule(book, OPERATING).refers.push(RuleIndex(0)), "rules[*]", "refers"),
    (
        "what another kind says",
        |book| rule(book, OPERATING).versions[0].says = Says::Conditions,
        "rules[*].versions[0]",
        "kind",
    ),
    (
        "what is explained is not what is computed",
        |book| {
            let Says::Measures(measures) = &mut rule(book, "jining/inclusive-fee").versions[0].says else {
                panic!("measures")
            };
            measures[0].need.truth = Truth::Constant(true);
        },
        "rules[*].versions[0].needs[0]",
        "need: value, relation, bound",
    ),
    (
        "due by a calendar that is none",
        |book| due(book).working = Some((CalendarIndex(1), 5)),
        "rules[*].versions[0].steps[0].ways[0]",
        "due: calendar, days",
    ),
    (
        "due by a named period",
        |book| due(book).shift.parameter = Some((ParameterIndex(0), 1)),
        "rules[*].versions[0].steps[0].ways[0]",
        "due: no parameter",
    ),
    (
        "way that is lost",
        |book| {
            let Says::Steps(steps) = &mut rule(book, "jining/kindergarten-registration").versions[0].says else {
                panic!("steps")
            };
            let step = steps.iter_mut().find(|step| step.selector.is_some()).unwrap();
            step.ways.pop();
        },
        "rules[*].versions[0].steps[*]",
        "ways: every option once",
    ),
    (
        "place among the words",
        |book| {
            let Says::Words(_, words) = &mut rule(book, "jining/lead-department").versions[0].says else {
                panic!("words")
            };
            words.pop();
        },
        "rules[*].versions[0]",
        "words: table of places",
    ),
    ("rule before what it refers to", |book| book.order.reverse(), "order[*]", "refers < rule"),
    ("order without a rule", |book| book.order.truncate(1), "", "order: every rule"),
    (
        "days in force the other way round",
        |book| {
            let version = &mut rule(book, OPERATING).versions[0];
            let later = Days::new(version.force.to(), None).unwrap();
            let mut second = version.clone();
            second.force = later;
            rule(book, OPERATING).versions.insert(0, second);
        },
        "rules[*]",
        "force, force",
    ),
    ("rule", |book| book.rules[1].id = book.rules[0].id.clone(), "", "rules: id ≠ id"),
    (
        "guiding money",
        |book| rule(book, OPERATING).guiding = Some(Words::default()),
        "rules[*]",
        "guiding: requirement, indicator",
    ),
    ("nobody is paid", |book| rule(book, OPERATING).benefit.as_mut().unwrap().payee.clear(), "rules[*]", "payee"),
    (
        "single out of reach",
        |book| rule(book, OPERATING).benefit.as_mut().unwrap().single = book.vocabulary.thing("parent"),
        "rules[*]",
        "single",
    ),
    (
        "rate without a period",
        |book| rule(book, OPERATING).benefit.as_mut().unwrap().period = None,
        "rules[*]",
        "rate, elsewhere",
    ),
    (
        "place that is a day",
        |book| {
            let day = fact(book, "enrolment.from");
            rule(book, OPERATING).benefit.as_mut().unwrap().place = Some(Place::Fact(day));
        },
        "rules[*]",
        "place",
    ),
    (
        "label twice",
        |book| {
            let first = rule(book, OPERATING).versions[0].when[0].clone();
            rule(book, OPERATING).versions[0].when.push(first);
        },
        "rules[*].versions[0]",
        "label ≠ label",
    ),
    (
        "rate in another unit",
        |book| {
            let number = rate(book, FAMILY);
            set_rate(book, FAMILY, Number { unit: Unit::CnyPerYear, ..number });
        },
        "rules[*].versions[0]",
        "rate: unit, scale ≥ 2",
    ),
    (
        "amount elsewhere that is not named",
        |book| rule(book, OPERATING).versions[0].says = Says::Elsewhere,
        "rules[*].versions[0]",
        "elsewhere",
    ),
    (
        "quotient of two units",
        |book| {
            let Says::Measures(measures) = &mut rule(book, BURDEN).versions[0].says else { panic!("measures") };
            measures[0].over.as_mut().unwrap().unit = Unit::One;
        },
        "rules[*].versions[0].needs[0]",
        "a / b: unit, scale",
    ),
    (
        "bound in another unit",
        |book| {
            let Says::Measures(measures) = &mut rule(book, FEE).versions[0].says else { panic!("measures") };
            measures[0].bound.unit = Unit::One;
        },
        "rules[*].versions[0].needs[0]",
        "bound: unit",
    ),
    (
        "key twice",
        |book| {
            let Says::List(list) = &mut rule(book, "jining/responsible").versions[0].says else { panic!("a list") };
            list[1].0 = list[0].0.clone();
        },
        "rules[*].versions[0]",
        "list",
    ),
    ("step twice", |book| steps(book)[1].id = steps(book)[0].id.clone(), "rules[*].versions[0]", "steps: id ≠ id"),
    (
        "way that is not taken",
        |book| {
            let step = steps(book).iter_mut().find(|step| step.selector.is_none()).unwrap();
            step.ways[0].selected = Truth::Constant(false);
        },
        "rules[*].versions[0].steps[*]",
        "step: one way",
    ),
    (
        "way that another fact selects",
        |book| {
            let registered = fact(book, "institution.registered");
            let step = steps(book).iter_mut().find(|step| step.selector.is_some()).unwrap();
            step.ways[0].selected = Truth::Is(registered, vec![0]);
        },
        "rules[*].versions[0].steps[*]",
        "way: selector",
    ),
];

#[test]
fn broken_invariants_are_told() {
    hold(BREAKS);
}

/// By which day the first step of the filing is to be done.
fn due(book: &mut Rulebook) -> &mut Due {
    let Says::Steps(steps) = &mut rule(book, "china/filing-deadlines").versions[0].says else { panic!("steps") };
    steps[0].ways[0].act.as_mut().unwrap().due.as_mut().unwrap()
}
