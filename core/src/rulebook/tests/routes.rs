//! Which things a subject reaches, and by which way.

use super::book;
use crate::rulebook::{Hop, Route, ThingIndex, routes};

fn thing(id: &str) -> ThingIndex {
    book().vocabulary.thing(id).unwrap()
}

/// A way as it is spoken: where it begins, then each step.
fn spoken(route: &Route) -> String {
    let vocabulary = &book().vocabulary;
    let hops = route.hops.iter().map(|hop| match hop {
        Hop::Holder => "holder".to_owned(),
        Hop::Held(thing) => format!("its {}", vocabulary.thing_at(*thing).unwrap().id),
        Hop::Link(fact) => vocabulary.fact_at(*fact).unwrap().id.clone(),
    });
    [route.start.to_string()].into_iter().chain(hops).collect::<Vec<_>>().join(" ")
}

/// Every thing that a subject reaches, in the order of the vocabulary.
fn reached(subject: &[&str]) -> Vec<(&'static str, String)> {
    let subject: Vec<ThingIndex> = subject.iter().map(|id| thing(id)).collect();
    let mut found = routes(&book().vocabulary, &subject);
    found.sort_by_key(|(thing, _)| *thing);
    found
        .iter()
        .map(|(thing, route)| (book().vocabulary.thing_at(*thing).unwrap().id.as_str(), spoken(route)))
        .collect()
}

fn way(subject: &[&str], to: &str) -> Option<String> {
    reached(subject).into_iter().find(|(id, _)| *id == to).map(|(_, way)| way)
}

#[test]
fn an_enrolments_institution_is_the_one_that_its_own_link_names() {
    assert_eq!(way(&["enrolment"], "institution").as_deref(), Some("0 enrolment.institution"));
    assert_eq!(way(&["enrolment"], "class").as_deref(), Some("0 enrolment.class"));
    assert_eq!(way(&["class"], "institution").as_deref(), Some("0 holder"), "a class's is the one that holds it");
}

#[test]
fn a_thing_reaches_what_holds_it_and_what_it_always_has() {
    assert_eq!(way(&["enrolment"], "enrolment").as_deref(), Some("0"));
    assert_eq!(way(&["enrolment"], "child").as_deref(), Some("0 holder"));
    assert_eq!(way(&["enrolment"], "family").as_deref(), Some("0 holder holder"));
    assert_eq!(way(&["enrolment"], "birth").as_deref(), Some("0 holder its birth"));
    assert_eq!(way(&["parent"], "employer").as_deref(), Some("0 its employer"));
    assert_eq!(way(&["parent"], "family").as_deref(), Some("0 holder"));
}

#[test]
fn a_thing_does_not_reach_one_of_many_that_it_holds() {
    assert_eq!(way(&["institution"], "class"), None);
    assert_eq!(way(&["family"], "child"), None);
    assert_eq!(way(&["child"], "enrolment"), None);
    assert_eq!(way(&["enrolment"], "parent"), None, "a child has several parents");
    assert_eq!(way(&["enrolment"], "employer"), None);
}

#[test]
fn each_thing_of_a_pair_goes_its_own_way() {
    let pair = ["parent", "enrolment"];
    assert_eq!(way(&pair, "parent").as_deref(), Some("0"));
    assert_eq!(way(&pair, "enrolment").as_deref(), Some("1"));
    assert_eq!(way(&pair, "employer").as_deref(), Some("0 its employer"));
    assert_eq!(way(&pair, "child").as_deref(), Some("1 holder"));
    assert_eq!(way(&pair, "institution").as_deref(), Some("1 enrolment.institution"));
    assert_eq!(way(&pair, "family").as_deref(), Some("0 holder"), "one step from the parent, two from the enrolment");
}

#[test]
fn every_thing_is_reached_once_and_by_a_way_that_exists() {
    for one in &book().vocabulary.things {
        for other in &book().vocabulary.things {
            let found = reached(&[&one.id, &other.id]);
            let mut names: Vec<&str> = found.iter().map(|(id, _)| *id).collect();
            names.dedup();
            assert_eq!(names.len(), found.len(), "{} and {}", one.id, other.id);
            assert!(names.contains(&one.id.as_str()) && names.contains(&other.id.as_str()));
        }
    }
}
