//! Files → packs and cases.

use std::fs;
use std::path::{Path, PathBuf};
use tuoyu::error::{Code, Diagnostic, Diagnostics};
use tuoyu::limits::of::CASE_BYTES;
use tuoyu::model::{Facts, Node};
use tuoyu::source::SourceText;
use tuoyu::{Pack, Rules};

/// The bytes of a file, or why there are none.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Diagnostics> {
    let unreadable = |error: &std::io::Error| fault(Code::UnreadableFile, path, &error.to_string(), "");
    let size = fs::metadata(path).map_err(|error| unreadable(&error))?.len();
    if u128::from(size) > CASE_BYTES.most {
        return Err(fault(Code::TooLarge, path, &size.to_string(), &CASE_BYTES.bound()));
    }
    fs::read(path).map_err(|error| unreadable(&error))
}

/// The pack in a folder: its vocabulary, its documents and the examples beside them; files of other kinds are not the pack's.
pub fn pack(folder: &Path) -> Result<Pack, Diagnostics> {
    if folder.is_file() {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        return Err(fault(Code::NotAFolder, folder, &name, ""));
    }
    let mut faults = Diagnostics::default();
    let mut files: Vec<(String, String)> = Vec::new();
    let mut paths = vec![PathBuf::from("vocabulary.toml")];
    for layer in entries(folder)?.into_iter().filter(|entry| folder.join(entry).is_dir()) {
        let documents = entries(&folder.join(&layer))?.into_iter().filter(|name| is_document(name));
        paths.extend(documents.map(|name| layer.join(name)));
    }
    for relative in paths.into_iter().filter(|relative| folder.join(relative).is_file()) {
        let name = relative.to_string_lossy().replace('\\', "/");
        match bytes(&folder.join(&relative)).map(String::from_utf8) {
            Ok(Ok(text)) => files.push((name, text)),
            Ok(Err(error)) => {
                // People count bytes from 1.
                let at = (error.utf8_error().valid_up_to() + 1).to_string();
                faults.0.push(Diagnostic::in_argument(Code::InvalidUtf8, name, at, ""));
            }
            Err(Diagnostics(more)) => faults.0.extend(more),
        }
    }
    let borrowed = files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    faults.unless_errors(Pack::new(borrowed))
}

/// The case in a file, read by its kind.
pub fn case(path: &Path, rules: &Rules) -> Result<Facts, Diagnostics> {
    let kind = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    match kind.as_str() {
        "json" => rules.read_json(&bytes(path)?),
        "toml" => rules.read_toml(&bytes(path)?),
        other => Err(fault(Code::UnknownFormat, path, other, ".json, .toml (assess: .csv)")),
    }
}

/// The text of a file, where it is one.
pub fn text(path: &Path) -> Option<String> {
    String::from_utf8(bytes(path).ok()?).ok()
}

/// Where the members of a case stand in its file.
pub struct Members {
    node: Option<Node>,
    source: SourceText,
}

impl Members {
    /// The members of a file; none where it cannot be read as a tree.
    pub fn of(path: &Path) -> Self {
        let source = SourceText { name: path.to_string_lossy().into_owned(), text: text(path).unwrap_or_default() };
        let bytes = source.text.as_bytes();
        let node =
            if source.name.to_lowercase().ends_with(".toml") { Node::from_toml(bytes) } else { Node::from_json(bytes) };
        Self { node: node.ok(), source }
    }

    /// The place of the deepest member on a path, as `FILE:LINE:COLUMN`.
    pub fn place(&self, path: &str) -> Option<String> {
        let position = self.source.position(self.node.as_ref()?.at(path).offset);
        Some(format!("{}:{}:{}", self.source.name, position.line, position.column))
    }
}

fn is_document(name: &Path) -> bool {
    let name = name.to_string_lossy();
    // Documents, examples, and calendars.
    name.ends_with(".md") || name.ends_with(".toml")
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, Diagnostics> {
    let unreadable = |error: std::io::Error| fault(Code::UnreadableFile, folder, &error.to_string(), "");
    let listed = fs::read_dir(folder).map_err(unreadable)?;
    let mut names: Vec<PathBuf> = listed.filter_map(Result::ok).map(|entry| PathBuf::from(entry.file_name())).collect();
    names.sort();
    Ok(names)
}

fn fault(code: Code, path: &Path, found: &str, expected: &str) -> Diagnostics {
    Diagnostic::in_argument(code, path.to_string_lossy(), found, expected).into()
}
