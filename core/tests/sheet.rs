//! The sheet of the published law: nothing of it is left out, and its counts add up.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use tuoyu::source::Words;
use tuoyu::{Entry, Pack, Sheet};

fn published() -> (Pack, Sheet) {
    let pack = Pack::new(tuoyu_rules::jining().iter().copied());
    let sheet = pack.check().sheets().into_iter().next().unwrap();
    (pack, sheet)
}

#[test]
fn the_law_stands_on_the_sheet_whole_and_in_order() {
    let (pack, sheet) = published();
    let law: String =
        pack.file("jining/2025-15.md").unwrap().text.lines().filter_map(|line| line.strip_prefix("> ")).collect();
    let of = |entry: &Entry| match entry {
        Entry::Heading { text, .. } => text.clone(),
        Entry::Row(row) => row.pieces.iter().map(|(_, text)| text.as_str()).collect(),
    };
    let shown: String = sheet.entries.iter().map(of).collect();
    let bare = |text: &str| text.chars().filter(|sign| !sign.is_whitespace()).collect::<String>();
    assert_eq!(bare(&shown), bare(&law));
}

#[test]
fn every_rule_stands_beside_its_sentence() {
    let (pack, sheet) = published();
    let book = pack.check().plan.unwrap().book;
    for rule in &book.rules {
        let rows = sheet.entries.iter().filter_map(|entry| match entry {
            Entry::Row(row) => Some(row),
            Entry::Heading { .. } => None,
        });
        let mut rows = rows.filter(|row| row.made.iter().any(|made| made.id.as_ref() == Some(&rule.id)));
        let row = rows.next().unwrap();
        assert!(rows.next().is_none(), "{} stands once", rule.id);
        assert!(!row.cases.is_empty(), "{} has an example", rule.id);
        let quote: String = row.pieces.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(quote, rule.versions[0].source.quote, "{}", rule.id);
        assert_eq!(row.pieces[0].0, rule.versions[0].source.clause, "{}", rule.id);
    }
}

#[test]
fn headings_stand_as_deep_as_their_marks() {
    let (_, sheet) = published();
    let depth = |wanted: &str| {
        let found = sheet.entries.iter().find_map(|entry| match entry {
            Entry::Heading { text, depth } if text == wanted => Some(*depth),
            _ => None,
        });
        found.unwrap()
    };
    assert_eq!(depth("二、主要任务"), 1);
    assert_eq!(depth("（五）落实托育服务支持引导"), 2);
    assert_eq!(depth("13. 落实奖补政策。"), 3);
    assert_eq!(depth("③落实入托家庭直补。"), 4);
    assert_eq!(depth("印发《关于推动托育服务高质量发展的实施意见（试行）》的通知"), 0);
}

#[test]
fn every_piece_is_counted_once() {
    let (_, sheet) = published();
    let count = |belongs: &dyn Fn(&Words) -> bool| -> usize {
        sheet.counts.iter().filter(|(words, _)| belongs(words)).map(|(_, count)| count).sum()
    };
    let all = count(&|words| words.en == "pieces of law");
    let headings = count(&|words| words.en == "headings with a number mark");
    let with_rule = count(&|words| words.en == "pieces with a rule");
    let without = count(&|words| words.en.starts_with("pieces without a rule"));
    assert_eq!(all, headings + with_rule + without);
    assert_eq!(count(&|words| words.zh == "解释选项"), 7);
}
