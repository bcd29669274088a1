//! A rule pack as its author wrote it: files, and the whole way from text to plan.

use crate::cases;
use crate::check::{id_of, overridden, rulebook};
use crate::compile::{Plan, plan};
use crate::error::{Code, Diagnostic, Diagnostics, Place};
use crate::explain::PackIdentity;
use crate::limits::FAULTS;
use crate::model::{Vocabulary, WorkCalendar};
use crate::packed::{self, Packed};
use crate::parse::{Document, Examples, LAYER_SEPARATOR, RuleSyntax, document, examples};
use crate::rulebook::Rulebook;
use crate::size;
use crate::source::{SourceText, hexadecimal};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// The file that holds the vocabulary.
const VOCABULARY: &str = "vocabulary.toml";

/// What a document's path looks like.
const DOCUMENT: &str = "LAYER/NAME.md";

/// How a file of examples ends, which stands beside a document of the same name.
const EXAMPLES: &str = ".cases.md";

/// How the file of a calendar ends, `LAYER/NAME.toml`.
const CALENDAR: &str = ".toml";

/// The layers that stand under every other, in order; later layers follow by name.
const FIRST_LAYERS: [&str; 3] = ["china", "shandong", "jining"];

/// The files of a rule pack (规则包): `vocabulary.toml`, documents as `LAYER/NAME.md`, and examples beside them as
/// `LAYER/NAME.cases.md`, and calendars of working days as `LAYER/NAME.toml`.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Pack {
    files: Vec<SourceText>,
}

/// What became of a pack.
#[derive(Debug)]
pub struct Checked {
    /// The plan, unless something is wrong.
    pub plan: Option<Plan>,
    /// What could be read of the documents, in the order of the pack.
    pub documents: Vec<Document>,
    /// Everything that is wrong or wants a look.
    pub diagnostics: Vec<Diagnostic>,
}

/// A pack that has been compiled.
pub(crate) struct Compiled {
    pub(crate) plan: Plan,
    pub(crate) bytes: Vec<u8>,
    pub(crate) identity: PackIdentity,
}

/// A pack that has been parsed and checked.
#[derive(Default)]
struct Read {
    /// The rules, unless something is wrong.
    book: Option<Rulebook>,
    documents: Vec<Document>,
    examples: Vec<Examples>,
    calendars: Vec<(String, WorkCalendar)>,
    diagnostics: Vec<Diagnostic>,
}

impl Pack {
    /// A pack of files: paths inside the pack, and texts.
    ///
    /// ```
    /// let pack = tuoyu::Pack::new(tuoyu_rules::jining().iter().copied());
    /// assert_eq!(pack.name(), "jining");
    /// ```
    pub fn new<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut files: Vec<SourceText> =
            files.into_iter().map(|(name, text)| SourceText { name: name.to_owned(), text: text.to_owned() }).collect();
        files.sort_by(|a, b| (layer_rank(&a.name), &a.name).cmp(&(layer_rank(&b.name), &b.name)));
        Self { files }
    }

    /// The name: that of the last layer.
    #[must_use]
    pub fn name(&self) -> &str {
        self.documents().last().map_or("", |(layer, _)| layer)
    }

    /// SHA-256 over name, length and bytes of every file that says what the rules are, in the order of the pack. Files of
    /// examples do not.
    #[must_use]
    pub fn hash(&self) -> String {
        let mut hash = Sha256::new();
        for file in self.files.iter().filter(|file| !file.name.ends_with(EXAMPLES)) {
            hash.update(format!("{}\n{}\n", file.name, file.text.len()));
            hash.update(&file.text);
        }
        hexadecimal(&hash.finalize())
    }

    /// The file of a name.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<&SourceText> {
        self.files.iter().find(|file| file.name == name)
    }

    /// Parses, checks and compiles the pack, and assesses its examples. All faults come at once, in the order of the files and of their texts.
    #[must_use]
    pub fn check(&self) -> Checked {
        let checked = self.checked();
        Checked { diagnostics: self.in_order(checked.diagnostics), ..checked }
    }

    /// The compiled pack: bytes that [`Rules::load`](crate::Rules::load) takes. Its examples are not run; that is
    /// [`Pack::check`]'s.
    ///
    /// # Errors
    /// Everything that is wrong with the pack.
    pub fn compile(&self) -> Result<Vec<u8>, Diagnostics> {
        self.compiled().map(|compiled| compiled.bytes)
    }

    /// The plan, and the compiled pack that it belongs to.
    pub(crate) fn compiled(&self) -> Result<Compiled, Diagnostics> {
        let Read { book, documents, diagnostics, .. } = self.read();
        let Some(book) = book else { return Err(Diagnostics(self.in_order(diagnostics))) };
        let packed = Packed { name: self.name().to_owned(), text_hash: self.hash(), book };
        let (bytes, hash) = packed::write(&packed);
        let Packed { name, text_hash, book } = packed;
        let plan = planned(book, &documents)?;
        Ok(Compiled { plan, bytes, identity: PackIdentity { name, hash, text_hash } })
    }

    fn checked(&self) -> Checked {
        let Read { book, documents, examples, calendars, mut diagnostics } = self.read();
        let Some(book) = book else { return Checked { plan: None, documents, diagnostics } };
        match planned(book, &documents) {
            Ok(plan) => {
                let faults = held(&plan, &documents, &examples, &calendars);
                let holds = faults.is_empty();
                diagnostics.extend(faults);
                Checked { plan: Some(plan).filter(|_| holds), documents, diagnostics }
            }
            Err(Diagnostics(faults)) => {
                diagnostics.extend(faults);
                Checked { plan: None, documents, diagnostics }
            }
        }
    }

    /// Parses and checks.
    fn read(&self) -> Read {
        let mut diagnostics = size::of_files(&self.files);
        if !diagnostics.is_empty() {
            return Read { diagnostics, ..Read::default() };
        }
        let vocabulary = self.vocabulary().unwrap_or_else(|Diagnostics(faults)| {
            diagnostics.extend(faults);
            Vocabulary::default()
        });
        let documents: Vec<Document> = self
            .documents()
            .map(|(layer, file)| {
                let (document, faults) = document(layer, file.clone());
                diagnostics.extend(faults);
                document
            })
            .collect();
        let examples = self.files.iter().filter(|file| is_examples(&file.name)).map(|file| {
            let (examples, faults) = examples(file.clone());
            diagnostics.extend(faults);
            examples
        });
        let examples: Vec<Examples> = examples.collect();
        if documents.is_empty() {
            diagnostics.push(Diagnostic::in_argument(Code::EmptyPack, "pack", DOCUMENT, ""));
        }
        let passed = size::of_documents(&documents, &examples);
        diagnostics.extend(passed);
        // What stands behind a limit was not read, and would be reported as missing.
        let is_passed = diagnostics.iter().any(|diagnostic| diagnostic.code == Code::TooMany);
        // Without a vocabulary every name would be reported as unknown.
        if is_passed || vocabulary.facts.is_empty() || documents.is_empty() {
            return Read { documents, examples, diagnostics, ..Read::default() };
        }
        let calendars = self.calendars().map(|(id, file)| {
            // One that cannot be read is known all the same, so that who names it makes no fault of his own.
            let calendar = WorkCalendar::from_toml(file).unwrap_or_else(|Diagnostics(faults)| {
                diagnostics.extend(faults);
                WorkCalendar::default()
            });
            (id, calendar)
        });
        let calendars: Vec<(String, WorkCalendar)> = calendars.collect();
        let (book, faults) = rulebook(vocabulary, &documents, &calendars);
        diagnostics.extend(faults);
        let is_sound = !diagnostics.iter().any(Diagnostic::is_error);
        Read { book: Some(book).filter(|_| is_sound), documents, examples, calendars, diagnostics }
    }

    /// Diagnostics in the order of the files and of their texts.
    fn in_order(&self, mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let files = self.files.iter().map(|file| file.name.as_str());
        let places: HashMap<&str, usize> = files.zip(0..).collect();
        diagnostics.sort_by_cached_key(|diagnostic| match &diagnostic.place {
            Place::Text { file, span } => (places.get(file.as_str()).copied(), span.start),
            _ => (None, 0),
        });
        diagnostics.truncate(FAULTS);
        diagnostics
    }

    fn vocabulary(&self) -> Result<Vocabulary, Diagnostics> {
        match self.file(VOCABULARY) {
            Some(file) => Vocabulary::from_toml(file),
            None => Err(Diagnostic::in_argument(Code::EmptyPack, "pack", VOCABULARY, "").into()),
        }
    }

    /// The calendars, by their ids.
    fn calendars(&self) -> impl Iterator<Item = (String, &SourceText)> {
        self.files.iter().filter(|file| file.name.contains('/')).filter_map(|file| {
            let id = file.name.strip_suffix(CALENDAR)?;
            Some((id.to_owned(), file))
        })
    }

    fn documents(&self) -> impl Iterator<Item = (&str, &SourceText)> {
        self.files.iter().filter_map(|file| {
            let (layer, name) = file.name.split_once('/')?;
            (name.ends_with(".md") && !name.ends_with(EXAMPLES)).then_some((layer, file))
        })
    }
}

/// What is wrong with the examples. An example says what the law says where it stands: of a layer over which a later one
/// overrides something, the layers below that one answer alone.
fn held(
    plan: &Plan,
    documents: &[Document],
    examples: &[Examples],
    calendars: &[(String, WorkCalendar)],
) -> Vec<Diagnostic> {
    let overrides = |document: &Document| document.rules().any(|rule| overridden(rule).is_some());
    let mut ends = Vec::new();
    let mut begin = 0;
    for layer in documents.chunk_by(|a, b| a.layer == b.layer) {
        if layer.iter().any(overrides) {
            ends.push(begin);
        }
        begin += layer.len();
    }
    let mut faults = Vec::new();
    let mut from = 0;
    for to in ends.into_iter().chain([documents.len()]) {
        let (answering, rest) = documents.split_at_checked(to).unwrap_or((documents, &[]));
        let asking = answering.get(from..).unwrap_or_default();
        from = to;
        let has = |documents: &[Document], one: &Examples| {
            let layer = one.source.name.split(LAYER_SEPARATOR).next();
            documents.iter().any(|document| Some(document.layer.as_str()) == layer)
        };
        // Examples of a layer without documents are asked of the whole law.
        let beside = |one: &&Examples| has(asking, one) || (rest.is_empty() && !has(documents, one));
        let beside: Vec<&Examples> = examples.iter().filter(beside).collect();
        if rest.is_empty() {
            faults.extend(cases::hold(plan, asking, &beside));
            continue;
        }
        let (book, mut wrong) = rulebook(plan.book.vocabulary.clone(), answering, calendars);
        match planned(book, answering) {
            Ok(below) if !wrong.iter().any(Diagnostic::is_error) => faults.extend(cases::hold(&below, asking, &beside)),
            Ok(_) => faults.append(&mut wrong),
            Err(Diagnostics(more)) => faults.extend(wrong.into_iter().chain(more)),
        }
    }
    faults
}

/// The plan of checked rules; faults stand where the rules' names do.
fn planned(book: Rulebook, documents: &[Document]) -> Result<Plan, Diagnostics> {
    plan(book).map_err(|Diagnostics(faults)| {
        Diagnostics(faults.into_iter().map(|fault| at_its_rule(fault, documents)).collect())
    })
}

/// A fault that names a rule, told where the rule's name stands: in the last layer that writes it.
fn at_its_rule(mut fault: Diagnostic, documents: &[Document]) -> Diagnostic {
    let Place::Path(id) = &fault.place else { return fault };
    for document in documents.iter().rev() {
        let is_meant = |rule: &&RuleSyntax| rule.kind.node.has_subject() && id_of(&document.layer, rule) == *id;
        if let Some(rule) = document.rules().find(is_meant) {
            fault.place = Place::Text { file: document.source.name.clone(), span: rule.name.span };
            return fault;
        }
    }
    fault
}

/// Whether a file of the pack holds examples.
fn is_examples(name: &str) -> bool {
    name.contains('/') && name.ends_with(EXAMPLES)
}

/// Where a file's layer stands.
fn layer_rank(name: &str) -> usize {
    let layer = name.split('/').next().unwrap_or_default();
    FIRST_LAYERS.iter().position(|known| *known == layer).unwrap_or(FIRST_LAYERS.len())
}
