//! A folder of `tests/bad`: its files, and how the command is run over them.

use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};

/// Files that are no input.
const OURS: [&str; 3] = ["provoke.toml", "zh.txt", "en.txt"];

/// What stands in `provoke.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    arguments: Vec<String>,
    #[serde(default = "refused")]
    status: i32,
    vocabulary: Option<PathBuf>,
    #[serde(default)]
    repeated: Vec<Repeated>,
    #[serde(default)]
    bytes: Vec<Bytes>,
}

/// A file that is too long to be kept: a text many times between a head and a tail.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Repeated {
    file: PathBuf,
    #[serde(default)]
    head: String,
    text: String,
    times: usize,
    #[serde(default)]
    tail: String,
}

/// A file that is no text, in hexadecimal digits; white space between them is left out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bytes {
    file: PathBuf,
    hexadecimal: String,
}

const fn refused() -> i32 {
    2
}

/// An input that provokes a code.
pub struct Provocation {
    /// What the command is given, but for the language.
    pub arguments: Vec<String>,
    /// The expected exit status.
    pub status: i32,
    /// The files of the folder: path and text, in the order of their names.
    pub files: Vec<(PathBuf, String)>,
    /// `provoke.toml` as it is written.
    pub written: String,
    manifest: Manifest,
}

impl Provocation {
    pub fn read(folder: &Path) -> Self {
        let text = fs::read_to_string(folder.join("provoke.toml"));
        let text = text.unwrap_or_else(|error| panic!("{}: provoke.toml: {error}", folder.display()));
        let manifest: Manifest =
            toml::from_str(&text).unwrap_or_else(|error| panic!("{}: provoke.toml: {error}", folder.display()));
        let mut files = Vec::new();
        collect(folder, Path::new(""), &mut files);
        files.sort();
        Self { arguments: manifest.arguments.clone(), status: manifest.status, files, written: text, manifest }
    }

    /// Writes all files into a folder.
    pub fn lay(&self, folder: &Path) {
        if let Some(path) = &self.manifest.vocabulary {
            lay(folder, path, vocabulary().as_bytes());
        }
        for (path, text) in &self.files {
            lay(folder, path, text.as_bytes());
        }
        for file in &self.manifest.repeated {
            let text = [file.head.as_str(), &file.text.repeat(file.times), &file.tail].concat();
            lay(folder, &file.file, text.as_bytes());
        }
        for file in &self.manifest.bytes {
            lay(folder, &file.file, &bytes(&file.hexadecimal));
        }
    }

    /// Whether some of the files are made and not kept.
    pub fn is_made(&self) -> bool {
        !(self.manifest.repeated.is_empty() && self.manifest.bytes.is_empty())
    }
}

/// The published vocabulary.
pub fn vocabulary() -> &'static str {
    tuoyu_rules::jining().iter().find(|(name, _)| *name == "vocabulary.toml").unwrap().1
}

fn lay(folder: &Path, path: &Path, bytes: &[u8]) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn collect(folder: &Path, within: &Path, files: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder.join(within)).unwrap() {
        let path = within.join(entry.unwrap().file_name());
        if folder.join(&path).is_dir() {
            collect(folder, &path, files);
        } else if !OURS.iter().any(|name| path == Path::new(name)) {
            let text = fs::read_to_string(folder.join(&path)).unwrap();
            files.push((path, text));
        }
    }
}

fn bytes(hexadecimal: &str) -> Vec<u8> {
    let digits: Vec<char> = hexadecimal.chars().filter(|digit| !digit.is_whitespace()).collect();
    digits.chunks(2).map(|pair| u8::from_str_radix(&pair.iter().collect::<String>(), 16).unwrap()).collect()
}
