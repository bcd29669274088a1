//! The limits of a pack.

use crate::made::{self, entitlement, facts, pack, rules, table, vocabulary, with_vocabulary};
use crate::probe::{checked, probes, refused, taken};
use std::fmt::Write as _;
use tuoyu::Pack;
use tuoyu::limits::{BLOCK_PIECES, BLOCKS, EXAMPLES, FACTS, FILES, KINDS, LAW_PIECES, NAMED_NUMBERS, of};
use tuoyu::limits::{FAULTS, PACK_BYTES, RULES};

/// A document whose law is so many times the same piece, with these blocks.
fn document(pieces: usize, body: &str) -> Pack {
    made::document(vocabulary(), &"甲。".repeat(pieces), body)
}

/// So many pieces with a block under every thousand.
fn law(pieces: usize) -> Pack {
    let mut body = String::new();
    for number in 1..=pieces {
        body.push_str("> 甲。\n");
        if number % 1_000 == 0 || number == pieces {
            body.push_str("```none heading\n```\n");
        }
    }
    document(pieces, &body)
}

/// A rule with an example, and so many more.
fn examples(count: usize) -> Pack {
    let mut body = format!("> 每人每月3元。\n```rule\n{}```\n", entitlement("e", "  rate   per month 3 CNY"));
    for _ in 0..count {
        body.push_str("```case\n甲 | A\nwindow 2026-01\nexpect jining/e granted 3.00\n```\n");
    }
    made::document(vocabulary(), "每人每月3元。", &body)
}

/// Rules with so many named rows.
fn named(count: usize) -> Pack {
    let mut parts = Vec::new();
    let mut left = count;
    while left > 0 {
        let rows = left.min(2_000);
        let (law, rule) = table(rows + 1).remove(0);
        parts.push((law, rule.replacen("entitlement e", &format!("entitlement e{left}"), 1)));
        left -= rows;
    }
    pack(&parts)
}

fn kinds(count: usize) -> Pack {
    let mut text = vocabulary().to_owned();
    let known = text.matches("[[thing]]").count();
    let mut more = String::new();
    for number in known..count {
        writeln!(
            more,
            "[[thing]]\nid = \"t{number}\"\nzh = \"甲\"\nen = \"a\"\nholder = \"case\"\nkey = \"t{number}\"\n\
             many = true\nnamed = true\n"
        )
        .unwrap();
    }
    text.insert_str(0, &more);
    with_vocabulary(&text, &rules(1))
}

/// The facts of the vocabulary that is published, those of records counted.
fn published() -> usize {
    let rules = tuoyu::Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap();
    rules.vocabulary().facts.len()
}

probes! {
    bytes_of_a_pack "pack-bytes" {
        let of_size = |bytes: usize| {
            let pack = pack(&rules(1));
            let files = [pack.file("vocabulary.toml").unwrap(), pack.file("jining/test.md").unwrap()];
            let left = bytes - files.iter().map(|file| file.text.len()).sum::<usize>();
            let more = " ".repeat(left);
            let files = files.iter().map(|file| (file.name.as_str(), file.text.as_str()));
            checked(&Pack::new(files.chain([("more.txt", more.as_str())])))
        };
        taken(&of_size(PACK_BYTES));
        refused(of::PACK_BYTES, &of_size(PACK_BYTES + 1), PACK_BYTES + 1);
    }

    files_of_a_pack "files" {
        let of_files = |count: usize| {
            let pack = pack(&rules(1));
            let files = [pack.file("vocabulary.toml").unwrap(), pack.file("jining/test.md").unwrap()];
            let names: Vec<String> = (2..count).map(|number| format!("{number}.txt")).collect();
            let files = files.iter().map(|file| (file.name.as_str(), file.text.as_str()));
            checked(&Pack::new(files.chain(names.iter().map(|name| (name.as_str(), "")))))
        };
        taken(&of_files(FILES));
        refused(of::FILES, &of_files(FILES + 1), FILES + 1);
    }

    pieces_of_law "law-pieces" {
        taken(&checked(&law(LAW_PIECES)));
        refused(of::LAW_PIECES, &checked(&law(LAW_PIECES + 1)), LAW_PIECES + 1);
    }

    blocks_of_a_pack "blocks" {
        let blocks = |count: usize| checked(&document(1, &format!("> 甲。\n{}", "```none heading\n```\n".repeat(count))));
        taken(&blocks(BLOCKS));
        refused(of::BLOCKS, &blocks(BLOCKS + 1), BLOCKS + 1);
    }

    pieces_over_a_block "block-pieces" {
        let over = |count: usize| checked(&document(count, &format!("{}```none heading\n```\n", "> 甲。\n".repeat(count))));
        taken(&over(BLOCK_PIECES));
        refused(of::BLOCK_PIECES, &over(BLOCK_PIECES + 1), BLOCK_PIECES + 1);
    }

    rules_of_a_pack "rules" {
        taken(&checked(&pack(&rules(RULES))));
        refused(of::RULES, &checked(&pack(&rules(RULES + 1))), RULES + 1);
    }

    numbers_with_a_name "named-numbers" {
        taken(&checked(&named(NAMED_NUMBERS)));
        refused(of::NAMED_NUMBERS, &checked(&named(NAMED_NUMBERS + 1)), NAMED_NUMBERS + 1);
    }

    examples_of_a_pack "examples" {
        // Thousands of assessments take their time.
        assert!(!of::EXAMPLES.is_passed_by(EXAMPLES));
        taken(&checked(&examples(3)));
        refused(of::EXAMPLES, &checked(&examples(EXAMPLES + 1)), EXAMPLES + 1);
    }

    kinds_of_thing "kinds" {
        taken(&checked(&kinds(KINDS)));
        refused(of::KINDS, &checked(&kinds(KINDS + 1)), KINDS + 1);
    }

    facts_of_a_vocabulary "facts" {
        let all = |count: usize| checked(&with_vocabulary(&facts(count - published()), &rules(1)));
        taken(&all(FACTS));
        refused(of::FACTS, &all(FACTS + 1), FACTS + 1);
    }

    faults_that_are_told "faults" {
        let faults = |count: usize| {
            let lines = "  nonsense 3\n".repeat(100);
            let rules: Vec<(String, String)> = (0..count / 100)
                .map(|number| ("每人每月3元。".to_owned(), entitlement(&format!("r{number}"), &format!("{lines}  rate   per month 3 CNY"))))
                .collect();
            checked(&pack(&rules)).len()
        };
        assert_eq!(of::FAULTS.code, None);
        assert_eq!(faults(FAULTS), FAULTS);
        assert_eq!(faults(FAULTS + 100), FAULTS);
    }
}
