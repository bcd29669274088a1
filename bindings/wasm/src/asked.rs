//! The second argument of the door, `{ from, to, rules, readings, subject }`, as a question.

use tuoyu::Ask;
use tuoyu::error::{Code, Diagnostic, Diagnostics};
use tuoyu::model::{Node, NodeValue};

const MEMBERS: &str = "from, to, rules, readings, subject";

/// Reads a question; everything that is not well formed is told.
pub fn read(json: &[u8]) -> Result<Ask, Diagnostics> {
    let node = Node::from_json(json)?;
    let NodeValue::Object(members) = &node.value else {
        return Err(fault("ask", &node, "{ from, to, rules, readings }").into());
    };
    let mut faults = Diagnostics::default();
    let window = |name: &str| match node.member(name).map(|member| &member.value) {
        Some(NodeValue::Text(text)) => text.clone(),
        // The question names what is no month.
        _ => String::new(),
    };
    let mut ask = Ask::window(&window("from"), &window("to"));
    for (name, member) in members {
        ask = match (name.as_str(), &member.value) {
            ("from" | "to", NodeValue::Text(_)) | (_, NodeValue::Null) => ask,
            ("from" | "to", _) => noted(ask, &mut faults, fault(name, member, "\"2026-01\"")),
            ("rules", NodeValue::Text(pattern)) => ask.rule(pattern),
            ("rules", NodeValue::List(patterns)) => patterns.iter().fold(ask, |ask, one| match &one.value {
                NodeValue::Text(pattern) => ask.rule(pattern),
                _ => noted(ask, &mut faults, fault(name, one, "[\"jining/*\"]")),
            }),
            ("rules", _) => noted(ask, &mut faults, fault(name, member, "[\"jining/*\"]")),
            ("readings", NodeValue::Object(chosen)) => {
                chosen.iter().fold(ask, |ask, (id, option)| match &option.value {
                    NodeValue::Text(option) => ask.reading(id, option),
                    // An open reading is one that is not chosen.
                    NodeValue::Null => ask,
                    _ => noted(ask, &mut faults, fault(name, option, "{ \"reference-day\": \"first-day\" }")),
                })
            }
            ("readings", _) => noted(ask, &mut faults, fault(name, member, "{ \"reference-day\": \"first-day\" }")),
            ("subject", NodeValue::Text(subject)) => ask.subject(subject),
            ("subject", _) => noted(ask, &mut faults, fault(name, member, "\"k1\"")),
            _ => noted(ask, &mut faults, Diagnostic::in_argument(Code::MalformedArgument, name, name, MEMBERS)),
        };
    }
    faults.unless_errors(ask)
}

fn noted(ask: Ask, faults: &mut Diagnostics, fault: Diagnostic) -> Ask {
    faults.0.push(fault);
    ask
}

fn fault(name: &str, node: &Node, expected: &str) -> Diagnostic {
    let found = match &node.value {
        NodeValue::Truth(truth) => truth.to_string(),
        NodeValue::Number(number) => number.clone(),
        NodeValue::Text(text) => text.clone(),
        NodeValue::Null => "null".to_owned(),
        NodeValue::List(_) => "[…]".to_owned(),
        NodeValue::Object(_) => "{…}".to_owned(),
    };
    Diagnostic::in_argument(Code::MalformedArgument, name, found, expected)
}
