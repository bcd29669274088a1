//! Named terms and named conditions.

use super::declare::{is_reserved, line, lines};
use super::term::{Term, Terms};
use crate::error::Code;
use crate::limits::{TERM_LEVELS, of};
use crate::model::FactType;
use crate::parse::{LineBody, Row, RowKey};
use crate::rulebook::Condition;
use crate::rulebook::Truth;
use crate::source::{Span, Words};

impl Terms<'_> {
    /// Binds the names of `let`, in order: each may use those before it.
    pub(super) fn bind_lets(&mut self) {
        for written in lines(self.site.rule, "let") {
            let LineBody::Rows(rows) = &written.body else { continue };
            for row in rows {
                let RowKey::Name(name) = &row.key.node else {
                    self.fault(Code::TypeMismatch, row.key.span, "a name");
                    continue;
                };
                let term = self.term(&row.body).filter(|term| self.is_low(term, row.body.span));
                if is_reserved(name) || !self.lets.add(name, term) {
                    self.fault(Code::DuplicateName, row.key.span, "");
                }
            }
        }
    }

    /// Whether a name may stand for a term; the fault where that is too high.
    fn is_low(&mut self, term: &Term, span: Span) -> bool {
        let levels = term.extent().levels;
        if levels > TERM_LEVELS {
            let fault = self.site.fault(Code::TooDeep, span, levels.to_string(), of::TERM_LEVELS.bound());
            self.faults.push(fault);
        }
        levels <= TERM_LEVELS
    }

    /// The conditions of a keyword's line: labelled rows, or one expression whose label is the keyword.
    pub(super) fn conditions(&mut self, keyword: &str) -> Vec<Condition> {
        match line(self.site.rule, keyword).map(|line| &line.body) {
            Some(LineBody::Rows(rows)) => self.labelled(rows),
            Some(LineBody::Expression(expression)) => {
                let Some(truth) = self.truth(expression) else { return Vec::new() };
                let words = self.words_of_fact(&truth).unwrap_or_else(|| self.title());
                self.labels.insert(keyword.to_owned());
                vec![Condition { label: keyword.to_owned(), words, truth }]
            }
            _ => Vec::new(),
        }
    }

    fn labelled(&mut self, rows: &[Row]) -> Vec<Condition> {
        let mut conditions: Vec<Condition> = Vec::new();
        for row in rows {
            let RowKey::Name(label) = &row.key.node else {
                self.fault(Code::TypeMismatch, row.key.span, "a name");
                continue;
            };
            if !self.labels.insert(label.clone()) {
                let fault = self.site.fault(Code::DuplicateName, row.key.span, label, "");
                self.faults.push(fault);
            }
            let Some(truth) = self.truth(&row.body) else { continue };
            let words = row.words.as_ref().map(|words| words.node.clone()).or_else(|| self.fact_words(&truth));
            if words.is_none() {
                self.fault(Code::OneLanguage, row.key.span, "");
            }
            conditions.push(Condition { label: label.clone(), words: words.unwrap_or_default(), truth });
        }
        conditions
    }

    /// A condition that is one yes/no fact is read as the fact is.
    fn fact_words(&self, truth: &Truth) -> Option<Words> {
        match truth {
            Truth::Is(fact, choices) if *choices == [1] => {
                let data = self.data(*fact)?;
                (data.kind == FactType::YesNo).then(|| data.words.clone())
            }
            _ => None,
        }
    }

    /// A condition that stands alone is read as what it asks, whichever answer it wants.
    fn words_of_fact(&self, truth: &Truth) -> Option<Words> {
        match truth {
            Truth::Is(fact, _) => Some(self.data(*fact)?.words.clone()),
            _ => None,
        }
    }

    /// What people call the rule.
    pub(super) fn title(&self) -> Words {
        super::declare::words(self.site.rule, "title").unwrap_or_default()
    }
}
