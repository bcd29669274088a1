//! The command and a folder of its own for each test.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder that is removed when the test ends.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("tuoyu-{}-{test}", std::process::id()));
        let _: std::io::Result<()> = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file, and gives back its path.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path.to_string_lossy().into_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _: std::io::Result<()> = fs::remove_dir_all(&self.0);
    }
}

/// What a run of the command said.
pub struct Said {
    pub status: i32,
    pub out: String,
    pub err: String,
}

pub fn run(arguments: &[&str]) -> Said {
    let Output { status, stdout, stderr } = Command::new(env!("CARGO_BIN_EXE_tuoyu")).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Said { status: status.code().unwrap(), out: text(stdout), err: text(stderr) }
}

/// Runs `assess` on a case with a window; more arguments may follow.
pub fn assess(case: &str, more: &[&str]) -> Said {
    run(&[&["assess", case, "--from", "2026-01", "--to", "2026-12"], more].concat())
}

/// The faults of a run that answered nothing, each as `code | place | remedy`; the folder is left out of places.
pub fn refused(folder: &Folder, said: &Said) -> Vec<String> {
    assert_eq!((said.status, said.out.as_str()), (2, ""), "{}", said.err);
    faults(folder, said)
}

/// The faults that a run told, in Chinese or English.
pub fn faults(folder: &Folder, said: &Said) -> Vec<String> {
    let folder = format!("{}/", folder.path().to_string_lossy());
    said.err.trim_end().split("\n\n").filter(|text| !text.is_empty()).map(|text| fault(text, &folder)).collect()
}

fn fault(text: &str, folder: &str) -> String {
    let after = |marks: &[&str]| {
        let found = text.lines().find_map(|line| marks.iter().find_map(|mark| line.trim_start().strip_prefix(mark)));
        found.unwrap_or_default().replace(folder, "")
    };
    let title = text.lines().next().unwrap();
    let code = title.split_once('[').and_then(|(_, rest)| rest.split_once(']')).map(|(code, _)| code).unwrap();
    let (place, remedy) = (after(&["╭▸ ", "├ "]), after(&["╰ 改法: ", "╰ help: "]));
    assert!(!place.is_empty() && !remedy.is_empty(), "a place and a remedy in: {text}");
    format!("{code} | {place} | {remedy}")
}
