//! `vocabulary.toml` → [`Vocabulary`], with everything that is wrong with it at once.

mod entry;
mod facts;
mod kinds;
mod reader;
mod relations;
mod things;

use super::Vocabulary;
use super::toml_text::root;
use crate::error::Diagnostics;
use crate::source::SourceText;
use reader::Reader;

impl Vocabulary {
    /// Reads the vocabulary (词表) of a pack.
    ///
    /// # Errors
    /// [`InvalidToml`](crate::error::Code::InvalidToml), or every
    /// [`InvalidVocabulary`](crate::error::Code::InvalidVocabulary) that the file holds, in its order.
    pub fn from_toml(file: &SourceText) -> Result<Self, Diagnostics> {
        let root = root(&file.name, &file.text)?;
        let mut reader = Reader::new(file);
        reader.known(&root, &["thing", "fact"]);
        let things = things::read(&mut reader, &root);
        let drafts = facts::read(&mut reader, &root, &things);
        let facts = relations::read(&mut reader, &things, drafts);
        reader.finish(Self { things, facts })
    }
}
