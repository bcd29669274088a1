//! Whatever comes in, nothing panics; and what is read is read the same again.

use super::{SMALL, file, real, small};
use crate::model::{Facts, Node, NodeValue, Vocabulary};
use proptest::collection::vec;
use proptest::prelude::*;

/// Names and values that a case might hold, right and wrong.
fn scalar() -> impl Strategy<Value = NodeValue> {
    const TEXTS: &[&str] = &["n1", "c1", "2025-01-01", "2026-02-30", "0.5", "1", "infant", "meals", "", "families[0]"];
    prop_oneof![
        Just(NodeValue::Null),
        any::<bool>().prop_map(NodeValue::Truth),
        "-?[0-9]{1,30}([.][0-9]{1,3})?(e[-+]?[0-9]{1,12})?".prop_map(NodeValue::Number),
        proptest::sample::select(TEXTS).prop_map(|text| NodeValue::Text(text.to_owned())),
        any::<String>().prop_map(NodeValue::Text),
    ]
}

fn tree() -> impl Strategy<Value = Node> {
    let vocabulary = real();
    let facts = vocabulary.facts.iter().map(|fact| fact.member.clone());
    let things = vocabulary.things.iter().map(|thing| thing.key.clone());
    let others = ["id", "from", "to", "value", "kind", "x"].map(str::to_owned);
    let names: Vec<String> = facts.chain(things).chain(others).collect();
    let leaf = scalar().prop_map(Node::from);
    leaf.prop_recursive(8, 200, 6, move |inner| {
        let member = (proptest::sample::select(names.clone()), inner.clone());
        prop_oneof![
            vec(inner, 0..6).prop_map(|items| Node::from(NodeValue::List(items))),
            vec(member, 0..6).prop_map(|members| Node::from(NodeValue::Object(members))),
        ]
    })
}

/// A whole case of things in their places, with whatever in their members.
fn case() -> impl Strategy<Value = Node> {
    fn object(members: Vec<(&str, Node)>) -> Node {
        Node::from(NodeValue::Object(members.into_iter().map(|(name, node)| (name.to_owned(), node)).collect()))
    }
    fn list(items: Vec<Node>) -> Node {
        Node::from(NodeValue::List(items))
    }
    let day = proptest::sample::select(&["1900-01-01", "2025-01-01", "2025-06-30", "2026-01-01", "2100-12-31"][..]);
    let day = proptest::option::of(day.prop_map(|day| Node::from(NodeValue::Text(day.to_owned()))));
    let value = |values: &'static [&'static str]| {
        let texts = proptest::sample::select(values).prop_map(|value| Node::from(NodeValue::Text(value.to_owned())));
        prop_oneof![texts, Just(Node::from(NodeValue::Null))]
    };
    let line = move |values| {
        let stretch = (day.clone(), day.clone(), value(values)).prop_map(|(from, to, value)| {
            let ends = [("from", from), ("to", to)].into_iter().filter_map(|(name, day)| Some((name, day?)));
            object(ends.chain([("value", value)]).collect())
        });
        prop_oneof![value(values), vec(stretch, 0..4).prop_map(list)]
    };
    let ids = (line(&["n1", "n2"]), line(&["c1", "c2"]), line(&["0", "0.5"]), line(&["0.3"]));
    ids.prop_map(|(institution, class, childcare, kindergarten)| {
        let text = |text: &str| Node::from(NodeValue::Text(text.to_owned()));
        let class_of = |id: &str| list(vec![object(vec![("id", text(id))])]);
        let institutions = [("n1", "c1"), ("n2", "c2")];
        let institutions = institutions.map(|(id, class)| object(vec![("id", text(id)), ("classes", class_of(class))]));
        let employer = object(vec![("childcare_ratio", childcare), ("kindergarten_ratio", kindergarten)]);
        let enrolment = object(vec![("institution", institution), ("class", class)]);
        let child = object(vec![("enrolments", list(vec![enrolment]))]);
        let parent = object(vec![("employer", employer)]);
        let family = object(vec![("children", list(vec![child])), ("parents", list(vec![parent]))]);
        object(vec![("institutions", list(institutions.into())), ("families", list(vec![family]))])
    })
}

proptest! {
    #[test]
    fn bytes_never_panic(bytes in vec(any::<u8>(), 0..200)) {
        let _ = Node::from_json(&bytes).map(|node| Facts::read(&node, &real()));
        let _ = Node::from_toml(&bytes).map(|node| Facts::read(&node, &real()));
    }

    #[test]
    fn texts_of_brackets_and_quotes_never_panic(text in "[\\[\\]{}\"'\\\\.,:=#\n ae0-9-]{0,120}") {
        let _ = Node::from_json(text.as_bytes());
        let _ = Node::from_toml(text.as_bytes());
        let _ = Vocabulary::from_toml(&file(&text));
    }

    #[test]
    fn trees_never_panic(tree in tree(), path in "[a-z0-9.\\[\\]]{0,20}") {
        let _ = Facts::read(&tree, &real());
        let _ = Facts::read(&tree, &small());
        let _ = tree.at(&path);
    }

    #[test]
    fn a_vocabulary_with_a_piece_cut_out_never_panics(start in 0..SMALL.len(), length in 0..40_usize) {
        let text: String = SMALL.char_indices().filter(|(at, _)| !(start..start + length).contains(at)).map(|(_, c)| c).collect();
        let _ = Vocabulary::from_toml(&file(&text)).map(|vocabulary| Facts::read(&NodeValue::Object(Vec::new()).into(), &vocabulary));
    }

    #[test]
    fn what_is_read_has_lines_in_order_and_reads_the_same_again(node in case()) {
        let vocabulary = real();
        let Ok(case) = Facts::read(&node, &vocabulary) else { return Ok(()) };
        for (_, line) in case.instances.iter().flat_map(|instance| &instance.facts) {
            for pair in line.0.windows(2) {
                prop_assert!(pair[0].days.to().unwrap() < pair[1].days.from().unwrap());
            }
        }
        let canonical = case.canonical(&vocabulary).to_string();
        let again = Facts::read(&Node::from_json(canonical.as_bytes()).unwrap(), &vocabulary).unwrap();
        prop_assert_eq!(again, case);
    }
}
