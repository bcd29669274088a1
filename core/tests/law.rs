//! The whole notice: every sentence stands in the pack as it was published, and each has a rule or a reason for none.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::fs;
use std::path::Path;
use tuoyu::check::NONE_WORDS;
use tuoyu::parse::{BlockKind, Document};
use tuoyu::rulebook::Says;
use tuoyu::{Checked, Pack};

/// The number of pieces into which 。 and ； and line ends cut the notice.
const PIECES: usize = 126;

fn checked() -> Checked {
    Pack::new(tuoyu_rules::jining().iter().copied()).check()
}

fn notice(checked: &Checked) -> &Document {
    checked.documents.iter().find(|document| document.source.name == "jining/2025-15.md").unwrap()
}

/// The notice as it was published, without white space.
fn published() -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/law/jining-2025-15.txt");
    fs::read_to_string(file).unwrap()
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The published text, cut after 。 and ； and at line ends; what is bracketed or quoted after a stop stays with it.
fn sentences(text: &str) -> Vec<String> {
    let ended = text.replace('。', "。\n").replace('；', "；\n");
    let lines = ended.lines().map(bare).filter(|line| !line.is_empty());
    lines.collect()
}

#[test]
fn the_pieces_joined_are_the_published_text() {
    let checked = checked();
    let joined: String = notice(&checked).pieces.iter().map(|piece| piece.text.as_str()).collect();
    assert_eq!(bare(&joined), bare(&published()));
}

#[test]
fn each_piece_is_one_sentence() {
    let checked = checked();
    let pieces: Vec<String> = notice(&checked).pieces.iter().map(|piece| bare(&piece.text)).collect();
    assert_eq!(pieces.len(), PIECES);
    // The headings ① ② ③ and the marks of measures stand in one line with what follows them in print.
    let published = sentences(&published()).concat();
    let mut rest = published.as_str();
    for piece in &pieces {
        rest = rest.strip_prefix(piece.as_str()).unwrap_or_else(|| panic!("{piece}"));
        let inner = piece.trim_end_matches(['。', '；']);
        let headed = inner.split_once('。').is_none_or(|(head, _)| head.is_empty());
        assert!(headed && !inner.contains('；'), "{piece} is more than one sentence");
    }
    assert_eq!(rest, "");
}

#[test]
fn every_piece_has_a_rule_or_a_reason_of_the_closed_list() {
    let checked = checked();
    let document = notice(&checked);
    for (place, piece) in document.pieces.iter().enumerate().filter(|(_, piece)| !piece.heading) {
        let blocks: Vec<_> = document.blocks.iter().filter(|block| block.pieces.contains(&place)).collect();
        assert!(!blocks.is_empty(), "{}", piece.text);
        for block in blocks {
            if let BlockKind::None(none) = &block.kind {
                assert!(NONE_WORDS.iter().any(|word| word.id == none.word.node), "{}", piece.text);
                assert_ne!(none.word.node, "pending", "{}", piece.text);
            }
        }
    }
}

#[test]
fn nothing_is_wrong_and_every_number_is_grounded() {
    let checked = checked();
    assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
    assert!(checked.plan.is_some());
}

/// The sentences that state who is responsible for a measure, in their order: S026 for measure 1, and so on.
fn responsibilities(document: &Document) -> Vec<String> {
    let lines = document.pieces.iter().map(|piece| bare(&piece.text));
    let lines = lines.filter(|text| text.starts_with("（市") && text.contains("负责"));
    lines.map(|text| text.split("按职责").next().unwrap().trim_matches(['（', '）']).replace("负责", "")).collect()
}

#[test]
fn the_table_of_responsibilities_is_the_notices_own() {
    let checked = checked();
    let stated = responsibilities(notice(&checked));
    let plan = checked.plan.as_ref().unwrap();
    let rule = plan.book.rules.iter().find(|rule| rule.id == "jining/responsible").unwrap();
    let Some(Says::List(list)) = rule.versions.first().map(|version| &version.says) else { panic!("a list") };
    let measures: Vec<&str> = list.iter().take(16).map(|(_, words)| words.zh.as_str()).collect();
    assert_eq!(stated.len(), 16);
    assert_eq!(measures, stated);
    let keys: Vec<&str> = list.iter().map(|(key, _)| key.as_str()).collect();
    let expected: Vec<String> = (1..=16).map(|measure| measure.to_string()).chain(["place".to_owned()]).collect();
    assert_eq!(keys, expected);
}

#[test]
fn every_rule_of_the_contract_is_there_in_force_on_the_notices_days() {
    let rules = [
        "target-public-share",
        "target-price-burden",
        "target-certified-staff",
        "target-health-management",
        "target-satisfaction",
        "lead-department",
        "kindergarten-registration",
        "integrity-record",
        "information-publication",
        "training-subsidy",
        "medical-contract",
        "target-medical-contracts",
        "internal-systems",
        "inclusive-fee",
        "residential-utilities",
        "operating-subsidy",
        "city-award",
        "family-subsidy",
        "employer-reimbursement",
        "employer-reimbursement-limit",
        "safety-measures",
        "responsible",
        "preschool-system",
    ];
    let plan = checked().plan.unwrap();
    let own = || plan.book.rules.iter().filter(|rule| rule.layer == "jining");
    let ids: Vec<&str> = own().map(|rule| rule.id.as_str()).collect();
    // The statements stand behind the notice.
    let statements = ["family/statement", "institution/statement"].map(str::to_owned);
    assert_eq!(ids, [rules.map(|name| format!("jining/{name}")).as_slice(), &statements].concat());
    // Fees are paid whether or not the notice is in force.
    for rule in own().filter(|rule| rule.id != "family/statement") {
        for version in &rule.versions {
            let (from, to) = (version.force.from().unwrap(), version.force.to().unwrap());
            assert_eq!((from.to_string(), to.to_string()), ("2025-07-21".to_owned(), "2028-06-20".to_owned()));
        }
    }
}
