//! A pack as a sheet to review: every piece of law, and beside it what was made of it, in words.

use crate::case_words::case_in_words;
use crate::check::{NONE_WORDS, id_of};
use crate::compile::Plan;
use crate::explain::{
    calendar_in_words, days_in_words, kind_words, parameter_in_words, reading_in_words, rule_in_words, standing_words,
};
use crate::pack::Checked;
use crate::parse::{Block, BlockKind, Document, DocumentBlock, Kind, LineBody, NoneBlock, Piece, RuleSyntax};
use crate::rulebook::Origin;
use crate::source::Words;
use crate::value::{Date, Days};

/// A document as a sheet to review (审阅表): its data, its law in order, and what stands in it how often.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Sheet {
    /// The file in the pack.
    pub file: String,
    /// The number, such as `济政办字〔2025〕15号`.
    pub number: String,
    /// The title.
    pub title: Words,
    /// Who issued it.
    pub issuer: Words,
    /// The day of publication.
    pub published: Words,
    /// The days in force.
    pub force: Words,
    /// How sure the text is.
    pub standing: Words,
    /// SHA-256 of the law's text, in hexadecimal.
    pub law: String,
    /// The law, in order.
    pub entries: Vec<Entry>,
    /// What the sheet holds, and how many of each.
    pub counts: Vec<(Words, usize)>,
}

/// One part of a sheet.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Entry {
    /// A heading of the law, and how deep it stands: 1 for `一、`, 4 for `①`, 0 for a title.
    Heading {
        /// The text.
        text: String,
        /// How deep.
        depth: usize,
    },
    /// Pieces, and what was made of them.
    Row(Row),
}

/// Pieces of law with what was made of them, side by side with examples.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Row {
    /// The pieces, each with its clause.
    pub pieces: Vec<(String, String)>,
    /// What was made of them.
    pub made: Vec<Made>,
    /// The examples.
    pub cases: Vec<Vec<Words>>,
}

/// What was made of pieces of law: a rule, a reading, a parameter, or the reason for none.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Made {
    /// The kind.
    pub kind: Words,
    /// The id; none where no rule was made.
    pub id: Option<String>,
    /// The title, where there is one.
    pub title: Option<Words>,
    /// What it says.
    pub sentences: Vec<Words>,
}

impl Checked {
    /// The pack as sheets to review, one for each document; none while something is wrong with it.
    ///
    /// ```
    /// let checked = tuoyu::Pack::new(tuoyu_rules::jining().iter().copied()).check();
    /// let sheets = checked.sheets();
    /// assert!(sheets.iter().any(|sheet| sheet.number == "济政办字〔2025〕15号"));
    /// ```
    #[must_use]
    pub fn sheets(&self) -> Vec<Sheet> {
        let Some(plan) = &self.plan else { return Vec::new() };
        let documents = self.documents.iter().filter_map(|document| Some((document, document.header.as_ref()?)));
        documents.map(|(document, header)| sheet(plan, document, header)).collect()
    }
}

fn sheet(plan: &Plan, document: &Document, header: &DocumentBlock) -> Sheet {
    let standing = standing_words(header.standing.node.id());
    Sheet {
        file: document.source.name.clone(),
        number: header.number.node.clone(),
        title: header.title.node.clone(),
        issuer: header.issuer.node.clone(),
        published: on(header.published.node),
        force: days_in_words(header.force.node),
        standing,
        law: header.law.node.clone(),
        entries: entries(plan, document),
        counts: counts(document),
    }
}

fn on(day: Date) -> Words {
    days_in_words(Days::new(Some(day), Some(day)).unwrap_or_default())
}

/// The law in order: a heading for itself, other pieces with the blocks that stand under them.
fn entries(plan: &Plan, document: &Document) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (place, piece) in document.pieces.iter().enumerate() {
        if piece.heading {
            entries.push(Entry::Heading { text: piece.text.trim().to_owned(), depth: depth(&piece.text) });
            continue;
        }
        let blocks: Vec<&Block> = document.blocks.iter().filter(|block| block.pieces.first() == Some(&place)).collect();
        let Some(first) = blocks.first() else { continue };
        let pieces = first.pieces.iter().filter_map(|place| document.pieces.get(*place));
        if blocks.iter().any(|block| matches!(&block.kind, BlockKind::None(none) if none.word.node == HEADING)) {
            let text: String = pieces.map(Piece::cited).collect();
            entries.push(Entry::Heading { text, depth: 0 });
            continue;
        }
        let pieces = pieces.map(|piece| (piece.clause.clone(), piece.cited())).collect();
        let mut row = Row { pieces, ..Row::default() };
        for block in blocks {
            match &block.kind {
                BlockKind::Rules(rules) => {
                    row.made.extend(rules.iter().filter_map(|rule| made(plan, &document.layer, rule)));
                }
                BlockKind::None(none) => row.made.push(nothing(none)),
                BlockKind::Case(case) => row.cases.push(case_in_words(plan, case)),
            }
        }
        entries.push(Entry::Row(row));
    }
    entries
}

/// The word of `none` over the title of a text.
const HEADING: &str = "heading";

/// How deep the number mark stands that a heading begins with.
fn depth(heading: &str) -> usize {
    match heading.chars().next() {
        Some('（') => 2,
        Some(digit) if digit.is_ascii_digit() => 3,
        Some('①'..='⑳') => 4,
        _ => 1,
    }
}

fn two(zh: impl Into<String>, en: impl Into<String>) -> Words {
    Words { zh: zh.into(), en: en.into() }
}

/// What a block's rule says.
fn made(plan: &Plan, layer: &str, rule: &RuleSyntax) -> Option<Made> {
    let kind = kind_words(rule.kind.node.word());
    let id = id_of(layer, rule);
    let book = &plan.book;
    Some(match rule.kind.node {
        Kind::Reading => {
            let reading = book.readings.iter().find(|reading| reading.id == rule.name.node)?;
            Made { kind, id: Some(reading.id.clone()), title: None, sentences: reading_in_words(reading) }
        }
        Kind::Parameter => {
            let parameter = book.parameters.iter().find(|parameter| parameter.id == id)?;
            let source = match parameter.source {
                Origin::Law { document, .. } => book.documents.get(document).map(|document| document.layer.as_str()),
                Origin::Elsewhere(_) => None,
            };
            let sentences = match source.filter(|source| *source != layer) {
                Some(later) => vec![overridden(later)],
                None => parameter_in_words(book, parameter),
            };
            Made { kind, id: Some(id), title: title(rule), sentences }
        }
        Kind::Calendar => {
            let calendar =
                rule.subject.first().and_then(|file| book.calendars.iter().find(|one| one.id == file.node))?;
            Made { kind, id: Some(calendar.id.clone()), title: title(rule), sentences: calendar_in_words(calendar) }
        }
        _ => {
            let known = book.rules.iter().find(|rule| rule.id == id)?;
            let sentences =
                if known.layer == layer { rule_in_words(book, known) } else { vec![overridden(&known.layer)] };
            Made { kind, id: Some(id), title: title(rule), sentences }
        }
    })
}

/// That a later layer says something else instead.
fn overridden(layer: &str) -> Words {
    two(format!("规则层 {layer} 另有规定，以其为准。"), format!("Overridden by the layer {layer}."))
}

fn title(rule: &RuleSyntax) -> Option<Words> {
    rule.lines.iter().find(|line| line.keyword.node == "title").and_then(|line| match &line.body {
        LineBody::Words(words) => Some(words.node.clone()),
        _ => None,
    })
}

/// Why no rule was made.
fn nothing(none: &NoneBlock) -> Made {
    let word = NONE_WORDS.iter().find(|word| word.id == none.word.node);
    let words = word.map_or_else(Words::default, |word| two(word.zh, word.en));
    let note = (!none.note.is_empty()).then(|| two(none.note.clone(), none.note.clone()));
    Made { kind: two("不作规则", "No rule"), id: None, title: Some(words), sentences: note.into_iter().collect() }
}

/// Pieces, headings, rules by kind, examples, and pieces without a rule by the reason.
fn counts(document: &Document) -> Vec<(Words, usize)> {
    let headings = document.pieces.iter().filter(|piece| piece.heading).count();
    let mut counts = vec![
        (two("原文分句", "pieces of law"), document.pieces.len()),
        (two("以序号开头的标题", "headings with a number mark"), headings),
    ];
    let rules = || {
        document.blocks.iter().flat_map(|block| match &block.kind {
            BlockKind::Rules(rules) => rules.as_slice(),
            _ => &[],
        })
    };
    let kinds = [
        Kind::Entitlement,
        Kind::Limit,
        Kind::Requirement,
        Kind::Indicator,
        Kind::Procedure,
        Kind::Lookup,
        Kind::Quantity,
    ];
    let of_a_kind = rules().filter(|rule| kinds.contains(&rule.kind.node)).count();
    counts.push((two("规则", "rules"), of_a_kind));
    for kind in kinds.into_iter().chain([Kind::Parameter, Kind::Reading]) {
        let words = kind_words(kind.word());
        counts.push((two(words.zh, words.en.to_lowercase()), rules().filter(|rule| rule.kind.node == kind).count()));
    }
    let calendars = rules().filter(|rule| rule.kind.node == Kind::Calendar).count();
    if calendars > 0 {
        let words = kind_words(Kind::Calendar.word());
        counts.push((two(words.zh, words.en.to_lowercase()), calendars));
    }
    let with_rule = document.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Rules(_)));
    let mut pieces: Vec<usize> = with_rule.flat_map(|block| block.pieces.clone()).collect();
    pieces.sort_unstable();
    pieces.dedup();
    counts.insert(2, (two("作出规则的分句", "pieces with a rule"), pieces.len()));
    let cases = document.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Case(_))).count();
    counts.push((two("案例", "examples"), cases));
    for word in NONE_WORDS {
        let of_word = |block: &&Block| matches!(&block.kind, BlockKind::None(none) if none.word.node == word.id);
        let pieces = document.blocks.iter().filter(of_word).map(|block| block.pieces.len()).sum();
        counts
            .push((two(format!("不作规则的分句：{}", word.zh), format!("pieces without a rule: {}", word.en)), pieces));
    }
    counts
}
