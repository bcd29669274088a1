//! Statements of what a law says whose text was not read, and marks of articles.

use super::{read, shown, sound};
use crate::source::Standing;

#[test]
fn a_statement_says_what_who_and_how_sure() {
    let document = sound(
        ">> verified-secondary 新华社2025年7月28日报道：每孩每年3600元。\n>> from-memory：全国统一。\n> 一、甲\n",
    );
    let of = |place: usize| {
        let piece = document.pieces.get(place).unwrap();
        let stated = piece.stated.as_ref().map(|stated| (stated.standing, stated.by.as_str()));
        (piece.text.as_str(), piece.cited(), stated)
    };
    assert_eq!(
        of(0),
        (
            "每孩每年3600元。",
            "【转述自新华社2025年7月28日报道】每孩每年3600元。".to_owned(),
            Some((Standing::VerifiedSecondary, "新华社2025年7月28日报道"))
        )
    );
    assert_eq!(of(1), ("全国统一。", "【未见原文】全国统一。".to_owned(), Some((Standing::FromMemory, ""))));
    assert_eq!(of(2), ("一、甲", "一、甲".to_owned(), None));
}

#[test]
fn a_statement_needs_a_standing_a_source_and_words() {
    let text =
        ">> 新华社：甲\n>> seed 通知：甲\n>> verified-secondary：甲\n>> verified-secondary 新华社\n>> from-memory：\n";
    let (document, faults) = read(text);
    assert_eq!(document.pieces, []);
    assert_eq!(
        shown(text, &faults),
        [
            "syntax 1:4-7 新华社 => from-memory, verified-secondary, verified-primary",
            "syntax 2:4-8 seed => from-memory, verified-secondary, verified-primary",
            "syntax 3:22-22 end of line => STANDING 来源：内容",
            "syntax 4:26-26 end of line => STANDING 来源：内容",
            "syntax 5:16-16 end of line => STANDING 来源：内容",
        ]
    );
}

#[test]
fn a_statement_holds_one_piece_and_is_no_heading() {
    let text = ">> from-memory：甲。乙\n";
    let (_, faults) = read(text);
    assert_eq!(shown(text, &faults), ["not-one-piece 1:17-18 甲。乙 => "]);
    let piece = &sound(">> from-memory：一、总则\n").pieces[0];
    assert_eq!((piece.clause.as_str(), piece.heading), ("一", false));
}

#[test]
fn an_article_is_a_clause_and_its_sentence_no_heading() {
    let text = "> 第七条　女职工生育享受98天产假\n> 难产的\n> （一）甲\n> 第二十四条 乙\n> 第7条规定丙\n";
    let of = |piece: &crate::parse::Piece| (piece.clause.clone(), piece.heading);
    let found: Vec<(String, bool)> = sound(text).pieces.iter().map(of).collect();
    let expected =
        [("第七条", false), ("第七条", false), ("第七条（一）", true), ("第二十四条", false), ("第二十四条", false)];
    assert_eq!(found, expected.map(|(clause, heading)| (clause.to_owned(), heading)));
}
