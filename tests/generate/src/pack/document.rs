//! Documents: law in pieces, the blocks beneath, and the lock.

use super::scope::{Book, Free, Scope};
use crate::days;
use crate::draw::Draw;
use tuoyu::check::lock_of;
use tuoyu::model::Vocabulary;

/// Layers and names of documents.
const NAMES: [(&str, &str); 3] = [("china", "one"), ("jining", "two"), ("town", "three")];

/// One document or two, each with its file's name.
pub(super) fn documents(draw: &mut Draw<'_, '_>, vocabulary: &Vocabulary) -> Vec<(String, String)> {
    let mut book = Book::default();
    let count = if draw.chance(35) { 2 } else { 1 };
    let first = draw.below(NAMES.len() - 1);
    let names: Vec<(&str, &str)> = NAMES.into_iter().skip(first).take(count).collect();
    let mut files = Vec::new();
    for (layer, name) in names {
        let mut scope = Scope {
            draw,
            vocabulary,
            book: &mut book,
            subject: Vec::new(),
            reached: Vec::new(),
            lets: Vec::new(),
            rows: Vec::new(),
            named_rows: Vec::new(),
            grounds: Vec::new(),
            record: None,
            unchanging: false,
        };
        files.push((format!("{layer}/{name}.md"), scope.document(layer)));
    }
    files
}

impl Scope<'_, '_, '_> {
    fn document(&mut self, layer: &str) -> String {
        let (mut law, mut body) = (String::new(), String::new());
        let add = |law: &mut String, piece: &str| {
            law.push_str(piece);
            format!("> {piece}\n")
        };
        if self.draw.chance(40) {
            let piece = add(&mut law, "一、总则");
            body.push_str(&piece);
        }
        if self.draw.chance(40) {
            let word = self.draw.word(&["work-order", "responsibility", "encouragement"]);
            let piece = add(&mut law, "各部门，分工落实。");
            body.push_str(&format!("{piece}\n```none {word}\n```\n\n"));
        }
        for _ in 0..=self.draw.between(0, 4) {
            let (rules, examples) = self.block(layer);
            let grounds = std::mem::take(&mut self.grounds);
            let piece = add(&mut law, &format!("本款，规定{}。", grounds.join("，")));
            body.push_str(&format!("{piece}\n```rule\n{rules}```\n\n{examples}"));
        }
        format!("{}{body}", self.head(&law))
    }

    fn head(&mut self, law: &str) -> String {
        let from = days::near(self.draw);
        let to = if self.draw.chance(50) { days::later(from, 900).to_string() } else { String::new() };
        let standing = self.draw.word(&["seed", "verified-primary", "verified-secondary", "from-memory"]);
        format!(
            "```document\ndocument 文〔2026〕1号\ntitle {}\nissuer {}\npublished {from}\nforce {from} .. {to}\n\
             standing {standing}\nlaw sha256:{}\n```\n\n",
            self.words(),
            self.words(),
            lock_of(law)
        )
    }

    /// The rules of one block, and the examples under it.
    fn block(&mut self, layer: &str) -> (String, String) {
        let (mut rules, mut examples) = (String::new(), String::new());
        self.subject.clear();
        self.reached.clear();
        if self.draw.chance(35) {
            let parameter = self.parameter(layer);
            rules.push_str(&parameter);
        }
        if self.draw.chance(35) {
            let reading = self.reading();
            rules.push_str(&reading);
        }
        if self.draw.chance(20) {
            let table = self.brackets();
            rules.push_str(&table);
        }
        if self.draw.chance(15) {
            rules.extend(self.yearly(layer));
        }
        for _ in 0..=i64::from(self.draw.chance(30)) {
            let earlier = self.book.free.iter().filter(|free| free.layer != layer && free.rule.is_some());
            let earlier: Vec<Free> = earlier.cloned().collect();
            let over = self.draw.pick(&earlier).cloned().filter(|_| self.draw.chance(50));
            let rule = self.rule(layer, over);
            if self.draw.chance(40) {
                examples.extend(self.example(&rule));
            }
            rules.push_str(&rule.text);
        }
        (rules, examples)
    }
}
