//! `explain` and `questions` as people see them.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use unicode_width::UnicodeWidthStr;

/// What a run of the command printed; it must have answered.
fn printed(arguments: &[&str]) -> String {
    let done = Command::new(env!("CARGO_BIN_EXE_tuoyu")).args(arguments).output().unwrap();
    let (out, err) = (String::from_utf8(done.stdout).unwrap(), String::from_utf8(done.stderr).unwrap());
    assert_eq!((done.status.code(), err.as_str()), (Some(0), ""), "{arguments:?}");
    out
}

/// A case in a file of its own.
fn file(name: &str, case: &str) -> String {
    let path: PathBuf = std::env::temp_dir().join(format!("tuoyu-reasons-{}-{name}.json", std::process::id()));
    fs::write(&path, case).unwrap();
    path.to_string_lossy().into_owned()
}

const YEAR: [&str; 4] = ["--from", "2026-01", "--to", "2026-12"];

fn family(verb: &str, case: &str, more: &[&str]) -> String {
    printed(&[&[verb, case, "--rule", "jining/family-subsidy"], &YEAR[..], more].concat())
}

/// Example 5 of the contract.
const UNKNOWN: &str = r#"{"families":[{"id":"f1","children":[{"id":"k1","birth_date":"2025-03-10",
    "enrolments":[{"id":"e1","from":"2025-09-10"}]}]}]}"#;

#[test]
fn no_line_of_the_worked_examples_is_wider_than_the_page() {
    let text = include_str!("../../../../tests/vectors/contract-examples.json");
    let vectors: Vec<Value> = serde_json::from_str(text).unwrap();
    for (place, vector) in vectors.iter().enumerate() {
        let case = file(&format!("example-{place}"), &vector["case"].to_string());
        let month = |end: &str| vector["window"][end].as_str().unwrap().to_owned();
        let readings = vector["readings"].as_object().into_iter().flatten();
        let readings: Vec<String> =
            readings.map(|(id, option)| format!("--reading={id}={}", option.as_str().unwrap())).collect();
        for verb in ["explain", "questions"] {
            for language in ["zh", "en"] {
                let (from, to) = (month("from"), month("to"));
                let mut arguments =
                    vec![verb, &case, "--rule", "jining/*", "--from", &from, "--to", &to, "--lang", language];
                arguments.extend(readings.iter().map(String::as_str));
                let text = printed(&arguments);
                let wide: Vec<&str> = text.lines().filter(|line| line.width() > 80).collect();
                assert!(wide.is_empty() && !text.contains('\u{1b}'), "{}", wide.join("\n"));
            }
        }
        fs::remove_file(case).unwrap();
    }
}

#[test]
fn a_question_is_drawn_with_its_answers_and_the_open_reading_beneath() {
    let case = file("question", UNKNOWN);
    let expected = "\
还缺 1 项事实，按询问的先后：

1. 这是第几个孩子？（孩子 k1）
├─ 一孩填1，二孩填2；再婚、收养、双胞胎等怎样算孩次，通知没有写明。
├─ 谁知道：家长
├─ 可填：1 至 20，整数
├─ 为什么问
│  └─ 入托补贴，入托记录 e1：待定，0.00 至 6,000.00 元
│     └─ 用来判断“金额”
└─ 不同的回答
   ├─ ✗ 1：不予
   ├─ ✓ 2：给予，3,600.00 元
   ├─ ✓ 3：给予，6,000.00 元
   └─ ? 4 及以上：待定，0.00 至 6,000.00 元

原文没有写明，可以选定：四孩及以上的孩子有没有入托补贴？
├─ 与三孩相同（--reading fourth-child=as-third）
└─ 没有（--reading fourth-child=none）
";
    assert_eq!(family("questions", &case, &[]), expected);
    let chosen = family("questions", &case, &["--reading", "fourth-child=none", "--lang", "en"]);
    assert!(chosen.starts_with("One fact is missing:\n\n1. Which child is this: "), "{chosen}");
    assert!(chosen.ends_with("   └─ ✗ 4 or more: refused\n"), "{chosen}");
    fs::remove_file(case).unwrap();
}

#[test]
fn where_nothing_is_missing_it_is_said() {
    let case = file("nothing", &UNKNOWN.replace("\"id\":\"k1\"", "\"id\":\"k1\",\"birth_order\":2"));
    assert_eq!(family("questions", &case, &[]), "不缺事实：没有哪项未知的事实还会改变结论。\n");
    assert_eq!(
        family("questions", &case, &["--lang", "en"]),
        "Nothing is missing: no unknown fact can still change the outcome.\n"
    );
    assert_eq!(family("questions", &case, &["--json"]), "[]\n");
    fs::remove_file(case).unwrap();
}

#[test]
fn a_case_without_a_subject_is_told_so() {
    let case = file("empty", "{}");
    for verb in ["explain", "questions"] {
        assert_eq!(family(verb, &case, &[]), "案例里没有这条规则的对象，所以没有结论。\n");
        assert_eq!(
            family(verb, &case, &["--lang", "en"]),
            "The case holds nothing that this rule is for, so there is no outcome.\n"
        );
        assert_eq!(family(verb, &case, &["--json"]), "[]\n");
    }
    fs::remove_file(case).unwrap();
}

#[test]
fn one_subject_alone_is_explained() {
    let two = UNKNOWN.replace("[{\"id\":\"e1\"", "[{\"id\":\"e2\"},{\"id\":\"e1\"");
    let case = file("subject", &two);
    let both: Value = serde_json::from_str(&family("explain", &case, &["--json"])).unwrap();
    assert_eq!((both[0]["subject"].as_str(), both[1]["subject"].as_str()), (Some("e2"), Some("e1")));
    let one: Value = serde_json::from_str(&family("explain", &case, &["--json", "--subject", "e1"])).unwrap();
    assert_eq!(one, Value::Array(vec![both[1].clone()]));
    assert_eq!(
        (one[0]["rule"].as_str(), one[0]["tree"]["part"].as_str()),
        (Some("jining/family-subsidy"), Some("head"))
    );
    let asked: Value = serde_json::from_str(&family("questions", &case, &["--json", "--subject", "e2"])).unwrap();
    assert_eq!(asked[0]["asked_by"].as_array().unwrap().len(), 1);
    fs::remove_file(case).unwrap();
}
