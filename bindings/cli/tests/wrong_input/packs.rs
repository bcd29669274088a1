//! `check` and `--pack` on folders of packs.

use super::command::{Folder, assess, faults, refused, run};
use tuoyu::check::lock_of;

const LAW: &str = "每人每月可领取300元。";

/// A folder that holds the published vocabulary and a small document with one block.
fn pack(name: &str, block: &str) -> Folder {
    let folder = Folder::new(&format!("pack-{name}"));
    let vocabulary = tuoyu_rules::jining().iter().find(|(name, _)| *name == "vocabulary.toml").unwrap().1;
    folder.file("vocabulary.toml", vocabulary);
    let lock = lock_of(LAW);
    let document = format!(
        "```document\ndocument   一号\ntitle      办法 | Measures\nissuer     某局 | An office\n\
         published  2025-01-01\nforce      2025-01-01 ..\nstanding   seed\nlaw        sha256:{lock}\n```\n\n> {LAW}\n\n{block}"
    );
    folder.file("jining/small.md", document);
    folder
}

fn rule(rate: &str) -> String {
    format!(
        "```rule\nentitlement allowance for child\n  title  津贴 | Allowance\n  pay    county -> family\n  rate   per month {rate}\n```\n"
    )
}

fn check(folder: &Folder, language: &str) -> super::command::Said {
    run(&["check", &folder.path().to_string_lossy(), "--lang", language])
}

#[test]
fn a_clean_pack_is_counted() {
    let folder = pack("clean", &rule("300 CNY"));
    let said = check(&folder, "zh");
    assert_eq!((said.status, said.out.as_str(), said.err.as_str()), (0, "规则 1 条，提示 0 处\n", ""));
    assert_eq!(check(&folder, "en").out, "rules: 1, warnings: 0\n");
}

#[test]
fn a_warning_lets_the_pack_be_used() {
    let folder = pack("warning", &format!("{}\n```none pending\n```\n", rule("300 CNY")));
    let said = check(&folder, "zh");
    assert_eq!((said.status, said.out.as_str()), (1, "规则 1 条，提示 1 处\n"));
    assert_eq!(faults(&folder, &said), ["pending | jining/small.md:11:3 | 写出规则后删去 pending"]);
    let case = folder.file("case.json", "{}");
    assert_eq!(assess(&case, &["--pack", &folder.path().to_string_lossy()]).status, 0);
}

#[test]
fn an_error_is_drawn_at_its_line_and_character() {
    let folder = pack("error", &rule("301 CNY"));
    let said = check(&folder, "zh");
    assert_eq!((said.status, said.out.as_str()), (2, "规则包不可用：错误 1 处，提示 0 处\n"));
    assert_eq!(
        said.err,
        "错误[ungrounded]: 数字“301 CNY”不见于规则之上的原文\n\
         \x20  ╭▸ jining/small.md:17:20\n\
         \x20  │\n\
         17 │   rate   per month 301 CNY\n\
         \x20  │                    ━━━━━━━\n\
         \x20  │\n\
         \x20  ╰ 改法: 核对原文，或写成有出处的 parameter\n\n"
    );
    let said = check(&folder, "en");
    assert!(said.err.starts_with("error[ungrounded]: the number 301 CNY does not stand in the law above the rule\n"));
    assert_eq!(said.out, "the pack cannot be used: errors: 1, warnings: 0\n");
}

#[test]
fn a_caret_stands_under_wide_characters() {
    let folder = pack("wide", &rule("by child.weight\n    1:  1 CNY").replace("津贴 | Allowance", "津贴"));
    let said = check(&folder, "zh");
    let drawn: Vec<&str> = said.err.lines().filter(|line| line.contains("title") || line.contains('━')).collect();
    // A Chinese character is two columns wide.
    assert_eq!(drawn.first().copied(), Some("15 │   title  津贴"));
    assert_eq!(drawn.get(1).copied(), Some("   │          ━━━━"));
    assert_eq!(drawn.get(2).copied(), Some("   │                       ━━━━━━━━━━━━"));
}

#[test]
fn assess_takes_no_pack_that_is_wrong() {
    let folder = pack("assess", &rule("301 CNY + 3 days"));
    let case = folder.file("case.json", "{}");
    let said = assess(&case, &["--pack", &folder.path().to_string_lossy(), "--lang", "en"]);
    assert_eq!(
        refused(&folder, &said),
        [
            "ungrounded | jining/small.md:17:20 | check the sentence, or make it a parameter with its own source",
            "unit-mismatch | jining/small.md:17:20 | expected CNY",
            "ungrounded | jining/small.md:17:30 | check the sentence, or make it a parameter with its own source",
        ]
    );
}

#[test]
fn a_folder_that_is_no_pack_is_told_with_its_path() {
    let folder = Folder::new("no-pack");
    folder.file("empty/readme.txt", "");
    let empty = folder.path().join("empty");
    let said = run(&["check", &empty.to_string_lossy()]);
    assert_eq!((said.status, said.out.as_str()), (2, "规则包不可用：错误 2 处，提示 0 处\n"));
    assert_eq!(
        faults(&folder, &said),
        [
            "empty-pack | empty | 规则包内应有 vocabulary.toml 和至少一个 层/文件.md",
            "empty-pack | empty | 规则包内应有 vocabulary.toml 和至少一个 层/文件.md",
        ]
    );
    let said = run(&["check", &folder.path().join("none").to_string_lossy()]);
    assert_eq!(refused(&folder, &said), ["unreadable-file | none | 请检查路径和权限"]);
    let said = run(&["check", &folder.path().join("empty/readme.txt").to_string_lossy()]);
    // A file is not where a pack is read from: what a folder holds, and what a compiled pack is for, is said.
    let help = "给出含有 vocabulary.toml 和 层/文件.md 的文件夹；编译后的规则包只用来作答，写 --pack readme.txt";
    assert_eq!(refused(&folder, &said), [format!("not-a-folder | empty/readme.txt | {help}")]);
}

#[test]
fn every_file_of_a_pack_is_utf_8() {
    let folder = pack("latin", &rule("300 CNY"));
    folder.file("jining/latin.md", b"a\xff");
    let said = check(&folder, "zh");
    assert_eq!(refused(&folder, &said), ["invalid-utf8 | jining/latin.md | 请将文件另存为 UTF-8 编码"]);
    assert!(said.err.contains("第 2 字节"), "{}", said.err);
}
