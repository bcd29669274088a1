//! The built command over an input.

use super::folder::Provocation;
use super::terms::LANGUAGES;
use std::fs;
use std::path::Path;
use std::process::Command;

/// What a run said.
pub struct Said {
    pub status: i32,
    pub err: String,
}

/// Runs the command in each language, in a folder of its own that is removed again.
pub fn all_languages(provocation: &Provocation) -> Vec<Said> {
    let place = std::env::temp_dir().join(format!("tuoyu-bad-{}", std::process::id()));
    let _: std::io::Result<()> = fs::remove_dir_all(&place);
    fs::create_dir_all(&place).unwrap();
    provocation.lay(&place);
    let said = LANGUAGES.iter().map(|terms| run(&place, &provocation.arguments, terms.lang)).collect();
    fs::remove_dir_all(&place).unwrap();
    said
}

fn run(place: &Path, arguments: &[String], lang: &str) -> Said {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tuoyu"));
    let output = command.args(arguments).args(["--lang", lang]).current_dir(place).output().unwrap();
    Said { status: output.status.code().unwrap(), err: String::from_utf8(output.stderr).unwrap() }
}
