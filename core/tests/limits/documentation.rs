//! The page on limits says what the code says.

use std::fs;
use std::path::Path;
use tuoyu::limits::ALL;

/// A number as the page writes it, in groups of three.
fn grouped(number: u128) -> String {
    let digits = number.to_string();
    let parts: Vec<&str> = digits.as_bytes().rchunks(3).rev().map(|part| std::str::from_utf8(part).unwrap()).collect();
    parts.join(" ")
}

#[test]
fn the_page_lists_every_limit_as_it_is() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/limits.md");
    let text = fs::read_to_string(page).unwrap();
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| `")).collect();
    let expected: Vec<String> = ALL
        .iter()
        .map(|limit| {
            let code = limit.code.map_or("—".to_owned(), |code| format!("`{code}`"));
            format!("| `{}` | {} | {} | {} | {code} |", limit.name, limit.zh, limit.en, grouped(limit.most))
        })
        .collect();
    assert_eq!(rows, expected, "docs/limits.md should hold:\n{}", expected.join("\n"));
}
