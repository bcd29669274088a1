//! Files of examples: case blocks and prose, and nothing else.

use super::shown;
use crate::parse::examples;
use crate::source::SourceText;

const CASE: &str = "```case\n例 | Example\nwindow 2026-01\nexpect jining/a granted\n```\n";

fn read(text: &str) -> (usize, Vec<String>) {
    let (read, faults) = examples(SourceText { name: "jining/test.md".into(), text: text.into() });
    (read.cases.len(), shown(text, &faults))
}

#[test]
fn cases_are_read_and_everything_else_is_prose() {
    let text = format!("# 案例\n\n> 引文。\n\n{CASE}\n```text\n甲\n```\n\n{CASE}");
    assert_eq!(read(&text), (2, Vec::new()));
}

#[test]
fn another_block_is_a_fault() {
    let text = format!("```rule\nparameter a\n```\n{CASE}```case extra\n例 | E\nwindow 2026-01\n");
    assert_eq!(
        read(&text),
        (
            2,
            vec![
                "unknown-block 1:4-8 rule => case".to_owned(),
                "unclosed-fence 9:1-14 ```case extra => ".to_owned(),
                "missing-line 9:4-8 case => expect".to_owned(),
                "syntax 9:9-14 extra => end of line".to_owned(),
            ]
        )
    );
}
