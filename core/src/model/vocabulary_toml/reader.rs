//! What every part of the vocabulary is read with: members of their type, and a fault for each that is not.

use super::entry::Entry;
use crate::error::{Code, Diagnostic, Diagnostics, Place, nearest};
use crate::limits::Limit;
use crate::source::{SourceText, Span};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A text of the file and where it stands.
#[derive(Clone)]
pub(super) struct Quoted {
    pub(super) text: String,
    pub(super) span: Span,
}

/// Reads members and collects what is wrong.
pub(super) struct Reader<'t> {
    file: &'t SourceText,
    faults: Vec<Diagnostic>,
}

impl<'t> Reader<'t> {
    pub(super) fn new(file: &'t SourceText) -> Self {
        Self { file, faults: Vec::new() }
    }

    /// What was read, unless something is wrong; faults in the order of the file.
    pub(super) fn finish<T>(mut self, read: T) -> Result<T, Diagnostics> {
        // What stands behind a limit was not read, and would be reported as unknown.
        if self.faults.iter().any(|fault| fault.code == Code::TooMany) {
            self.faults.retain(|fault| fault.code == Code::TooMany);
        }
        self.faults.sort_by_key(|fault| match &fault.place {
            Place::Text { span, .. } => span.start,
            _ => 0,
        });
        Diagnostics(self.faults).unless_errors(read)
    }

    pub(super) fn fault(&mut self, span: Span, found: impl Into<String>, expected: impl Into<String>) {
        let file = self.file.name.as_str();
        self.faults.push(Diagnostic::in_text(Code::InvalidVocabulary, file, span, found, expected));
    }

    /// The fault that one more of a kind stands here than is taken.
    pub(super) fn too_many(&mut self, limit: Limit, found: usize, span: Span) {
        let fault = Diagnostic::in_text(Code::TooMany, self.file.name.as_str(), span, found.to_string(), limit.bound());
        self.faults.push(fault);
    }

    /// A fault of a member: it is repeated as it was written.
    pub(super) fn wrong(&mut self, key: &str, value: &Spanned<DeValue<'_>>, expected: impl Into<String>) {
        let span = span(value);
        let written = self.file.text.get(span.start..span.end).unwrap_or_default();
        self.fault(span, format!("{key} = {written}"), expected);
    }

    /// A fault for each member that has no meaning here.
    pub(super) fn known(&mut self, table: &DeTable<'_>, keys: &[&str]) {
        for name in table.keys().filter(|name| !keys.contains(&name.get_ref().as_ref())) {
            let found = name.get_ref().to_string();
            let expected = nearest(&found, keys.iter().copied()).map_or_else(|| keys.join(", "), str::to_owned);
            self.fault(Span::new(name.span().start, name.span().end), found, expected);
        }
    }

    /// The tables of a list of the root.
    pub(super) fn entries<'e>(&mut self, root: &'e DeTable<'e>, key: &str) -> Vec<Entry<'e>> {
        let Some(list) = root.get(key) else {
            self.fault(Span::new(0, 0), format!("no [[{key}]]"), format!("[[{key}]]"));
            return Vec::new();
        };
        self.tables(key, list)
    }

    /// The tables of a list.
    pub(super) fn tables<'e>(&mut self, key: &str, list: &'e Spanned<DeValue<'e>>) -> Vec<Entry<'e>> {
        let DeValue::Array(items) = list.get_ref() else {
            self.wrong(key, list, format!("{key} = [{{ … }}, …]"));
            return Vec::new();
        };
        let mut entries = Vec::new();
        for item in items.iter() {
            match item.get_ref() {
                DeValue::Table(table) => entries.push(Entry { table, span: span(item) }),
                _ => self.wrong(key, item, format!("{key} = [{{ … }}, …]")),
            }
        }
        entries
    }

    /// A member that must be there.
    pub(super) fn required<'e>(
        &mut self,
        entry: &Entry<'e>,
        key: &str,
        form: &str,
    ) -> Option<&'e Spanned<DeValue<'e>>> {
        let value = entry.table.get(key);
        if value.is_none() {
            self.fault(entry.span, format!("no {key}"), format!("{key} = {form}"));
        }
        value
    }

    /// A text that must be there and say something.
    pub(super) fn text(&mut self, entry: &Entry<'_>, key: &str) -> Option<Quoted> {
        let value = self.required(entry, key, "\"…\"")?;
        self.quoted(key, value)
    }

    /// A text that may be there.
    pub(super) fn text_if(&mut self, entry: &Entry<'_>, key: &str) -> Option<Quoted> {
        let value = entry.table.get(key)?;
        self.quoted(key, value)
    }

    fn quoted(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Quoted> {
        match value.get_ref().as_str().map(str::trim) {
            Some(text) if !text.is_empty() => Some(Quoted { text: text.to_owned(), span: span(value) }),
            _ => {
                self.wrong(key, value, format!("{key} = \"…\""));
                None
            }
        }
    }

    /// The texts of a list; `None` where the member is not there.
    pub(super) fn texts_if(&mut self, entry: &Entry<'_>, key: &str) -> Option<Vec<Quoted>> {
        let value = entry.table.get(key)?;
        let items = value.get_ref().as_array().filter(|items| !items.is_empty());
        let Some(items) = items else {
            self.wrong(key, value, format!("{key} = [\"…\"]"));
            return None;
        };
        Some(items.iter().filter_map(|item| self.quoted(key, item)).collect())
    }

    /// Yes or no, which must be there.
    pub(super) fn flag(&mut self, entry: &Entry<'_>, key: &str) -> bool {
        let form = "true | false";
        let Some(value) = self.required(entry, key, form) else { return false };
        self.truth(key, value)
    }

    /// Yes or no; no where it is not there.
    pub(super) fn flag_if(&mut self, entry: &Entry<'_>, key: &str) -> bool {
        entry.table.get(key).is_some_and(|value| self.truth(key, value))
    }

    fn truth(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> bool {
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong(key, value, format!("{key} = true | false"));
            false
        })
    }

    /// A word of a closed list, which must be there.
    pub(super) fn word(&mut self, entry: &Entry<'_>, key: &str, words: &[&str]) -> Option<String> {
        let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
        let form = quoted.join(" | ");
        let value = self.required(entry, key, &form)?;
        match value.get_ref().as_str().filter(|word| words.contains(word)) {
            Some(word) => Some(word.to_owned()),
            None => {
                self.wrong(key, value, format!("{key} = {form}"));
                None
            }
        }
    }
}

/// Where a value stands.
pub(super) fn span(value: &Spanned<DeValue<'_>>) -> Span {
    Span::new(value.span().start, value.span().end)
}
