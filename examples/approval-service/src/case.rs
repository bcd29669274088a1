//! An application → a case of structs. What the county's form says otherwise than a case is turned here.

use crate::form::Form;
use tuoyu::error::{Code, Diagnostic};
use tuoyu::model::Node;
use tuoyu::{Case, Child, Class, ClassKind, County, Enrolment, Family, Institution};

/// The application's number, its case, and what is wrong with it.
pub fn case(node: &Node) -> (Option<String>, Case, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let mut form = Form::new(node, "", &["number", "home_county", "born", "order", "nursery", "stays"], &mut faults);
    let number = form.text("number").map(str::to_owned);
    if number.is_none() {
        form.fault(Code::NotText, "number", "", "");
    }
    let county = form.text("home_county").map(County::from);
    let (birth_date, birth_order, stays) = (form.day("born"), form.count("order"), form.list("stays"));
    let mut institution = node.member("nursery").map(|node| nursery(node, &mut faults)).unwrap_or_default();
    let mut enrolments = Vec::new();
    for (place, node) in stays.iter().enumerate() {
        let id = format!("{}-{}", number.as_deref().unwrap_or_default(), place + 1);
        let (class, enrolment) = stay(node, &id, &format!("stays[{place}]"), &mut faults);
        institution.classes.push(class);
        enrolments.push(enrolment);
    }
    let child = Child { id: number.clone(), birth_date, birth_order, enrolments, ..Default::default() };
    let family = Family { county, children: vec![child], ..Default::default() };
    (number, Case { institutions: vec![institution], families: vec![family], ..Default::default() }, faults)
}

fn nursery(node: &Node, faults: &mut Vec<Diagnostic>) -> Institution {
    let mut form = Form::new(node, "nursery", &["county", "registered", "filed", "inclusive"], faults);
    Institution {
        id: Some("nursery".to_owned()),
        county: form.text("county").map(County::from),
        registered: form.yes_no("registered").into(),
        filed: form.yes_no("filed").into(),
        inclusive: form.yes_no("inclusive").into(),
        ..Default::default()
    }
}

/// Days in one class: for the rules a class, and an enrolment in it.
fn stay(node: &Node, id: &str, path: &str, faults: &mut Vec<Diagnostic>) -> (Class, Enrolment) {
    let mut form = Form::new(node, path, &["class", "from", "to"], faults);
    let written = form.text("class");
    let kind = match written {
        Some("乳儿班") => Some(ClassKind::Infant),
        Some("托小班") => Some(ClassKind::ToddlerJunior),
        Some("托大班") => Some(ClassKind::ToddlerSenior),
        Some("混合班") => Some(ClassKind::MixedAge),
        _ => None,
    };
    if let (Some(other), None) = (written, &kind) {
        form.fault(Code::NotAnOption, "class", other, "乳儿班、托小班、托大班、混合班");
    }
    let class = Class { id: Some(format!("{id}-class")), kind: kind.into(), ..Default::default() };
    let (from, to) = (form.day("from"), form.day("to"));
    (class.clone(), Enrolment { id: Some(id.to_owned()), class: class.id.into(), from, to, ..Default::default() })
}
