//! Every vector, listed and explained: no line is wider than a terminal of 80 columns.

use super::rules;
use crate::branches;
use crate::listing::page;
use crate::listing::width::columns;
use std::path::Path;
use tuoyu::Ask;
use tuoyu::source::Language::{Chinese, English};

#[test]
fn no_line_of_any_vector_is_wider_than_a_terminal() {
    let rules = rules();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors");
    let mut listed = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let vectors: serde_json::Value = serde_json::from_slice(&std::fs::read(file.unwrap().path()).unwrap()).unwrap();
        for vector in vectors.as_array().unwrap() {
            let text = |name: &str| vector["window"][name].as_str().unwrap().to_owned();
            let mut ask = Ask::window(&text("from"), &text("to"));
            let none = serde_json::Map::new();
            for (id, option) in vector["readings"].as_object().unwrap_or(&none) {
                if let Some(option) = option.as_str() {
                    ask = ask.reading(id, option);
                }
            }
            // What a vector asks is another test's; here only what is answered is looked at.
            let Ok(case) = rules.read_json(vector["case"].to_string().as_bytes()) else { continue };
            let Ok(assessment) = rules.assess(&case, &ask) else { continue };
            for (language, is_full) in [(Chinese, false), (Chinese, true), (English, false)] {
                let text = page(&rules, &case, &assessment, language, is_full).text(false);
                for line in text.lines() {
                    assert!(columns(line) <= 80, "{}: {line}", vector["name"]);
                    assert_eq!(line.trim_end(), line);
                }
                assert!(!text.contains("\n\n\n") && !text.contains("CNY 元"), "{}", vector["name"]);
            }
            for outcome in &assessment.outcomes {
                let tree = rules.explain(outcome).unwrap();
                for language in [Chinese, English] {
                    let text = branches::draw(&tree, language, false);
                    assert!(text.lines().all(|line| columns(line) <= 80), "{}: {text}", vector["name"]);
                    // Nothing is said of nobody.
                    let is_whole = |text: &str| !text.contains("，，") && !text.ends_with(['：', ':', '，']);
                    assert!(tree.lines(language).iter().all(|line| is_whole(line.text)), "{}: {text}", vector["name"]);
                }
            }
            listed += 1;
        }
    }
    assert!(listed >= 200, "{listed}");
}
