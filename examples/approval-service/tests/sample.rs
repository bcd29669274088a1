//! The service on its sample, against answers worked out by hand from 二（五）13 of the notice.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use serde_json::Value;
use std::io::Write;
use std::process::{Command, Output, Stdio};
use tuoyu::replay::Recorded;
use tuoyu::{Pack, Rules};

const SAMPLE: &str = include_str!("../applications.jsonl");

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut service = Command::new(env!("CARGO_BIN_EXE_tuoyu-approval-service"));
    let service = service.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut service = service.spawn().unwrap();
    // A service that refuses its arguments does not read.
    let _ = service.stdin.take().unwrap().write_all(input);
    service.wait_with_output().unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    output.stdout.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).map(json).collect()
}

fn json(text: &[u8]) -> Value {
    serde_json::from_slice(text).unwrap()
}

fn sample() -> Vec<Value> {
    let output = run(&["2026-01", "2026-12"], SAMPLE.as_bytes());
    // Three applications cannot be read.
    assert_eq!(output.status.code(), Some(1));
    lines(&output)
}

/// Rule, stay, state and amount of each decision.
fn decided(reply: &Value) -> Vec<String> {
    let number = reply["application"].as_str().unwrap();
    let told = |one: &Value| {
        let [rule, stay, state] = ["rule", "stay", "state"].map(|name| one[name].as_str().unwrap());
        let (rule, stay) = (rule.strip_prefix("jining/").unwrap(), stay.strip_prefix(number).unwrap());
        format!("{rule}{stay} {state} {}", one["amount"].as_str().unwrap_or("null"))
    };
    reply["decisions"].as_array().unwrap().iter().map(told).collect()
}

#[test]
fn amounts_are_those_of_the_law() {
    let replies = sample();
    // A second child who is three on 2027-08-15: 12 × 300; a class that is no infant class: 12 × 2000/12.
    assert_eq!(decided(&replies[0]), ["operating-subsidy-1 granted 2000.00", "family-subsidy-1 granted 3600.00"]);
    // Three since 2025-11-02: no family subsidy; the operating subsidy asks for no age.
    assert_eq!(decided(&replies[1]), ["operating-subsidy-1 granted 2000.00", "family-subsidy-1 refused 0.00"]);
    // The institution is not inclusive; the birth order is not stated: July to December, at most 6 × 500.
    assert_eq!(decided(&replies[2]), ["operating-subsidy-1 refused 0.00", "family-subsidy-1 undetermined null"]);
    assert_eq!(replies[2]["decisions"][1]["range"], json(br#"["0.00", "3000.00"]"#));
    // A third child, in an infant class on the last days of January and February: 2 × 3000/12 and 2 × 500; from March
    // on in another class: 10 × 2000/12 = 1666.666…, half up, and 10 × 500.
    let moved = [
        "operating-subsidy-1 granted 500.00",
        "family-subsidy-1 granted 1000.00",
        "operating-subsidy-2 granted 1666.67",
        "family-subsidy-2 granted 5000.00",
    ];
    assert_eq!(decided(&replies[5]), moved);
    let months = br#"[{"from": "2026-01", "to": "2026-02", "state": "granted", "rate": "500", "per": "month"},
        {"from": "2026-03", "to": "2026-12", "state": "refused", "rate": null, "per": "month"}]"#;
    assert_eq!(replies[5]["decisions"][1]["months"], json(months));
}

#[test]
fn what_fails_and_what_is_missing_is_told_in_chinese() {
    let replies = sample();
    let reasons = &replies[1]["decisions"][1]["reasons"];
    assert_eq!(reasons[0], "2026年1月至12月：不予，不符合“未满三周岁”");
    let age = reasons[1].as_str().unwrap();
    assert!(age.contains("2022年11月2日") && age.contains("须早于 2025年11月2日"), "{age}");
    let inclusive = &replies[2]["decisions"][0]["reasons"];
    assert_eq!(inclusive[2], "普惠认定（托育机构 nursery）：否〔1〕");
    assert_eq!(replies[2]["decisions"][1]["questions"], json("[\"这是第几个孩子？\"]".as_bytes()));
    assert_eq!(replies[2]["decisions"][0]["questions"], json(b"[]"));
    assert_eq!(replies[0]["decisions"][1]["reasons"], json(b"[]"));
}

#[test]
fn everything_that_is_wrong_with_an_application_is_told_under_the_names_of_the_form() {
    let told = |reply: &Value| {
        let errors = reply["errors"].as_array().unwrap().iter();
        errors.map(|one| format!("{} {}", one["code"], one["path"]).replace('"', "")).collect::<Vec<_>>()
    };
    let replies = sample();
    assert_eq!(told(&replies[3]), ["no-such-day born", "not-an-option home_county", "end-before-start stays[0].to"]);
    assert_eq!(replies[3]["errors"][2]["help"], "终止日不得早于 2026-03-01");
    assert_eq!(told(&replies[4]), ["unknown-field ordr", "not-an-option stays[0].class"]);
    assert_eq!(replies[4]["errors"][0]["help"], "可用的字段：order");
    assert_eq!(told(&replies[6]), ["not-a-decimal order"]);
    assert_eq!(replies[6]["application"], "ZC2026-0007");
}

#[test]
fn many_applications_are_answered_in_their_order_and_none_is_lost() {
    let first = SAMPLE.lines().next().unwrap();
    let all: Vec<String> = (0..60).map(|one| first.replace("ZC2026-0001", &format!("A{one}"))).collect();
    let input =
        [all.join("\n").as_bytes(), b"\n\n{\"number\": \"B\", \xff\n[]\n{\"number\": \"C\", \"number\": \"C\"}\n"]
            .concat();
    let output = run(&["2026-01", "2026-12"], &input);
    let replies = lines(&output);
    assert_eq!(replies.len(), 63);
    for (place, reply) in replies.iter().take(60).enumerate() {
        assert_eq!(reply["application"], format!("A{place}"));
        assert_eq!(decided(reply)[1], "family-subsidy-1 granted 3600.00");
    }
    let wrong = replies.iter().skip(60).map(|reply| (reply["line"].as_u64().unwrap(), &reply["errors"][0]["code"]));
    let wrong: Vec<_> = wrong.map(|(line, code)| format!("{line} {code}")).collect();
    assert_eq!(wrong, ["62 \"invalid-utf8\"", "63 \"not-an-object\"", "64 \"duplicate-key\""]);
}

#[test]
fn the_archived_facts_and_receipt_can_be_replayed() {
    let rules = Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap();
    let replies = sample();
    for [of, facts, holds] in [[0, 0, 1], [5, 5, 1], [5, 0, 0]] {
        let recorded = Recorded::of(&replies[of]["receipt"]).unwrap();
        let facts = rules.read_json(replies[facts]["facts"].to_string().as_bytes()).unwrap();
        assert_eq!(rules.replay(&recorded, &facts).unwrap().holds(), holds == 1);
        assert_eq!(replies[of]["receipt"]["pack_hash"], rules.hash());
    }
}

#[test]
fn a_compiled_pack_answers_the_same() {
    let bytes = Pack::new(tuoyu_rules::jining().iter().copied()).compile().unwrap();
    let file = concat!(env!("CARGO_TARGET_TMPDIR"), "/approval-service.tuoyu");
    std::fs::write(file, &bytes).unwrap();
    assert_eq!(lines(&run(&["2026-01", "2026-12", file], SAMPLE.as_bytes())), sample());
    // Half a pack is refused, and nothing is answered by another.
    std::fs::write(file, &bytes[..bytes.len() / 2]).unwrap();
    let output = run(&["2026-01", "2026-12", file], SAMPLE.as_bytes());
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    assert!(String::from_utf8(output.stderr).unwrap().contains("pack-damaged"));
}

#[test]
fn a_wrong_question_is_told_once_and_answers_nothing() {
    let output = run(&["2026-13", "2026-12"], SAMPLE.as_bytes());
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("not-a-month at from"));
    assert_eq!(run(&["2026-01"], b"").status.code(), Some(2));
    assert_eq!(run(&["2026-01", "2026-12"], b"").status.code(), Some(0));
}
