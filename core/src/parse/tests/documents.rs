//! Blocks: fences, ownership of pieces, the data of the document.

use super::{at, days_shown, read, shown, sound};
use crate::parse::{Block, BlockKind, Document};
use crate::source::Standing;

const HEADER: &str = "\
```document
document   济政办字〔2025〕15号
title      关于推动托育服务高质量发展的实施意见（试行） | Opinions on childcare
issuer     济宁市人民政府办公室 | General Office
published  2025-06-20
force      2025-07-21 .. 2028-06-20
standing   seed
law        sha256:0A1b
```
";

/// Each block: its word, or `rule`; its note; the pieces that it owns.
fn nones(document: &Document) -> Vec<(String, String, Vec<usize>)> {
    let show = |block: &Block| match &block.kind {
        BlockKind::None(none) => (none.word.node.clone(), none.note.clone(), block.pieces.clone()),
        BlockKind::Rules(rules) => ("rule".into(), rules.len().to_string(), block.pieces.clone()),
        BlockKind::Case(case) => ("case".into(), case.title.node.en.clone(), block.pieces.clone()),
    };
    document.blocks.iter().map(show).collect()
}

fn expect(blocks: &[(&str, &str, &[usize])]) -> Vec<(String, String, Vec<usize>)> {
    blocks.iter().map(|(word, note, pieces)| ((*word).into(), (*note).into(), pieces.to_vec())).collect()
}

#[test]
fn the_document_block_is_read() {
    let document = sound(HEADER);
    let header = document.header.as_ref().expect("a header");
    assert_eq!(document.layer, "jining");
    assert_eq!(header.number.node, "济政办字〔2025〕15号");
    assert_eq!(at(&document, header.number.span), "济政办字〔2025〕15号");
    assert_eq!(header.title.node.zh, "关于推动托育服务高质量发展的实施意见（试行）");
    assert_eq!(header.title.node.en, "Opinions on childcare");
    assert_eq!(header.issuer.node.en, "General Office");
    assert_eq!(at(&document, header.issuer.span), "济宁市人民政府办公室 | General Office");
    assert_eq!(header.published.node.to_string(), "2025-06-20");
    assert_eq!(days_shown(header.force.node), "2025-07-21..2028-06-20");
    assert_eq!(at(&document, header.force.span), "2025-07-21 .. 2028-06-20");
    assert_eq!(header.standing.node, Standing::Seed);
    assert_eq!(header.law.node, "0a1b");
    assert_eq!(at(&document, header.law.span), "sha256:0A1b");
}

#[test]
fn force_may_be_open() {
    for (written, read) in [("2025-07-21 ..", "2025-07-21.."), (".. 2028-06-20", "..2028-06-20"), ("..", "..")] {
        let document = sound(&HEADER.replace("2025-07-21 .. 2028-06-20", written));
        assert_eq!(days_shown(document.header.expect("a header").force.node), read);
    }
}

#[test]
fn every_line_of_the_document_block_is_needed_once() {
    let text = "\
```document
titles 甲 | A
title 乙 | B
published 2025-01-01
published 2025-02-30

# a remark
lawn
foo 1
issuer甲 | B
乙
= 3
```
";
    let (document, faults) = read(text);
    assert_eq!(document.header, None);
    assert_eq!(
        shown(text, &faults),
        [
            "missing-line 1:1-12 document => document",
            "missing-line 1:1-12 document => force",
            "missing-line 1:1-12 document => standing",
            "unknown-keyword 2:1-7 titles => title, document, issuer, published, force, standing, law",
            "duplicate-line 5:1-10 published => ",
            "unknown-keyword 8:1-5 lawn => law, document, title, issuer, published, force, standing",
            "syntax 8:5-5 end of line => sha256:HEX, none",
            "unknown-keyword 9:1-4 foo => document, title, issuer, published, force, standing, law",
            "unknown-keyword 10:1-8 issuer甲 => issuer, document, title, published, force, standing, law",
            "one-language 10:9-12 | B => ",
            "unknown-keyword 11:1-2 乙 => document, title, issuer, published, force, standing, law",
            "unknown-keyword 12:1-2 = => document, title, issuer, published, force, standing, law",
        ]
    );
}

#[test]
fn every_value_of_the_document_block_has_its_form() {
    let text = HEADER
        .replace("济政办字〔2025〕15号", "")
        .replace("2025-06-20\n", "2025-06-31\n")
        .replace("2028-06-20", "2025-07-20")
        .replace("济宁市人民政府办公室 | General Office", "济宁市人民政府办公室")
        .replace("   seed", "   sead")
        .replace("0A1b", "0g");
    let (document, faults) = read(&text);
    assert_eq!(document.header, None);
    assert_eq!(
        shown(&text, &faults),
        [
            "syntax 2:9-9 end of line => a number",
            "one-language 4:12-22 济宁市人民政府办公室 => ",
            "no-such-day 5:12-22 2025-06-31 => ",
            "end-before-start 6:26-36 2025-07-20 => 2025-07-21",
            "syntax 7:12-16 sead => seed, from-memory, verified-secondary, verified-primary",
            "syntax 8:12-21 sha256:0g => sha256:HEX, none",
        ]
    );
}

#[test]
fn one_document_block_is_enough() {
    let text = format!("{HEADER}\n```document again\nfoo\n```\n");
    let (document, faults) = read(&text);
    assert!(document.header.is_some());
    assert_eq!(shown(&text, &faults), ["duplicate-line 11:4-12 document => ", "syntax 11:13-18 again => end of line",]);
}

#[test]
fn a_block_owns_the_pieces_since_the_last_one() {
    let text = "\
> 一、甲
> 乙。
> 丙。
```document
```
```case
甲例 | A case
window 2026-01
expect a granted
```
```none work-order
```
```rule
parameter a
```
> 丁。
```none category
```
> 1. 戊。
```none metadata
```
";
    let document = read(text).0;
    assert_eq!(document.pieces.len(), 5);
    assert_eq!(
        nones(&document),
        expect(&[
            ("case", "A case", &[1, 2]),
            ("work-order", "", &[1, 2]),
            ("rule", "1", &[1, 2]),
            ("category", "", &[3]),
            ("metadata", "", &[3]),
        ])
    );
    assert_eq!(at(&document, document.blocks[1].span), "```none work-order");
}

#[test]
fn a_block_before_the_law_owns_nothing() {
    let document = sound("```none heading\n```\n> 一、甲\n```none heading\n```\n> 乙\n```none category\n```\n");
    assert_eq!(nones(&document), expect(&[("heading", "", &[]), ("heading", "", &[]), ("category", "", &[1])]));
}

#[test]
fn the_word_of_none_stands_on_the_fence_or_below() {
    let text = "\
```none work-order
落实到部门。

- 各司其职
```
```none work-order 由市里布置
详见原文
```
```none

  category 只列举
  更多
```
```none
```
";
    let document = sound(text);
    assert_eq!(
        nones(&document),
        expect(&[
            ("work-order", "落实到部门。\n- 各司其职", &[]),
            ("work-order", "由市里布置\n详见原文", &[]),
            ("category", "只列举\n更多", &[]),
            ("", "", &[]),
        ])
    );
    let BlockKind::None(third) = &document.blocks[2].kind else { panic!("rules") };
    assert_eq!(at(&document, third.word.span), "category");
    let BlockKind::None(fourth) = &document.blocks[3].kind else { panic!("rules") };
    assert_eq!((fourth.word.span.start, fourth.word.span.end), (text.len() - 5, text.len() - 5));
}

#[test]
fn prose_is_passed_over() {
    let text = "```\n> 甲。乙\n---\n```\n```text\n> 甲。乙\n```\n ```rule\n~~~rule\n> 丙\n";
    let document = sound(text);
    assert_eq!(document.blocks, []);
    assert_eq!(document.pieces.len(), 1);
}

#[test]
fn other_words_are_no_blocks_but_read_as_the_one_that_was_meant() {
    let text = "```rules\nfoo\n```\n```rust\n```\n";
    assert_eq!(
        shown(text, &read(text).1),
        [
            "unknown-block 1:4-9 rules => rule, none, document, case",
            "unknown-kind 2:1-4 foo => reading, parameter, entitlement, limit, requirement, indicator, procedure, lookup, quantity, calendar, table",
            "unknown-block 4:4-8 rust => rule, none, document, case",
        ]
    );
}

#[test]
fn a_forgotten_close_does_not_swallow_what_follows() {
    let text = "\
```none category
> 甲。
```rule
parameter a
  value 1
```text
prose
> 乙。
```none metadata
```
> 丙。
```document
";
    let (document, faults) = read(text);
    assert_eq!(
        shown(text, &faults)[..3],
        [
            "unclosed-fence 1:1-17 ```none category => ",
            "unclosed-fence 3:1-8 ```rule => ",
            "unclosed-fence 6:1-8 ```text => ",
        ]
    );
    assert_eq!(shown(text, &faults)[3], "unclosed-fence 12:1-12 ```document => ");
    assert_eq!(nones(&document), expect(&[("category", "", &[]), ("rule", "1", &[0]), ("metadata", "", &[1])]));
    assert_eq!(document.pieces.len(), 3);
}

#[test]
fn a_byte_order_mark_is_no_text() {
    let text = format!("\u{feff}{HEADER}");
    assert!(sound(&text).header.is_some());
}

#[test]
fn an_empty_text_is_an_empty_document() {
    let document = sound("");
    assert_eq!((document.header, document.pieces.len(), document.blocks.len()), (None, 0, 0));
}
