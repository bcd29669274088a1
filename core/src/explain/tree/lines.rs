//! A tree as lines.

use super::{Mark, Part, Tree};
use crate::source::Language;

/// One text of a tree, and the branches before it.
///
/// A door that wraps a text writes `hang` before each further line.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct TreeLine<'t> {
    /// The branches before the text.
    pub stem: String,
    /// The branches before what is wrapped.
    pub hang: String,
    /// What the text is.
    pub part: Part,
    /// The mark, whose sign stands before the text.
    pub mark: Mark,
    /// The text.
    pub text: &'t str,
}

impl Tree {
    /// The tree as lines, in a language.
    #[must_use]
    pub fn lines(&self, language: Language) -> Vec<TreeLine<'_>> {
        let mut lines = Vec::new();
        self.write(String::new(), String::new(), language, &mut lines);
        lines
    }

    /// The tree as plain text, a line for each text.
    ///
    /// ```
    /// # let pack = tuoyu::Pack::new(tuoyu_rules::jining().iter().copied());
    /// # let rules = tuoyu::Rules::from_pack(&pack)?;
    /// let case = rules.read_json(br#"{"families":[{"children":[{"birth_date":"2025-03-10","birth_order":2,
    ///     "enrolments":[{"id":"e1","from":"2025-09-10"}]}]}]}"#)?;
    /// let ask = tuoyu::Ask::window("2026-01", "2026-12").rule("jining/family-subsidy");
    /// let answer = rules.assess(&case, &ask)?;
    /// let tree = rules.explain(&answer.outcomes[0])?;
    /// let text = tree.text(tuoyu::source::Language::English);
    /// assert!(text.starts_with("✓ Family childcare subsidy, enrolment e1, January to December 2026: granted, CNY 3,600.00\n├─ "));
    /// # Ok::<(), tuoyu::error::Diagnostics>(())
    /// ```
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let lines = self.lines(language);
        let each = lines.iter().map(|line| format!("{}{}{}", line.stem, line.mark.sign(), line.text));
        each.collect::<Vec<_>>().join("\n")
    }

    fn write<'t>(&'t self, stem: String, hang: String, language: Language, lines: &mut Vec<TreeLine<'t>>) {
        let text = self.words.in_language(language);
        lines.push(TreeLine { stem, hang: hang.clone(), part: self.part, mark: self.mark, text });
        for (place, child) in self.children.iter().enumerate() {
            let (branch, below) =
                if place + 1 == self.children.len() { ("└─ ", "   ") } else { ("├─ ", "│  ") };
            child.write(format!("{hang}{branch}"), format!("{hang}{below}"), language, lines);
        }
    }
}
