//! A folder with a roster, and the command run in it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

static COUNT: AtomicU32 = AtomicU32::new(0);

/// A folder of one test, taken away at its end.
pub struct Folder(PathBuf);

/// What the command did.
pub struct Ran {
    pub status: Option<i32>,
    pub out: String,
    pub told: String,
}

impl Folder {
    pub fn with(name: &str, roster: impl AsRef<[u8]>) -> Self {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("tuoyu-roster-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        fs::write(path.join(name), roster).unwrap();
        Self(path)
    }

    pub fn path(&self) -> &PathBuf {
        &self.0
    }

    /// `tuoyu assess` over 2026, with more arguments.
    pub fn assess(&self, arguments: &[&str]) -> Ran {
        let year = ["assess", "r.csv", "--from", "2026-01", "--to", "2026-12"];
        let run = Command::new(env!("CARGO_BIN_EXE_tuoyu")).args(year).args(arguments).current_dir(&self.0).output();
        let run = run.unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Ran { status: run.status.code(), out: text(run.stdout), told: text(run.stderr) }
    }

    /// The rows that were written to `out.csv`.
    pub fn rows(&self) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(self.0.join("out.csv")).unwrap();
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        _ = fs::remove_dir_all(&self.0);
    }
}

/// The four rules of money, and the standard of the fee.
pub const RULES: [&str; 10] = [
    "--rules",
    "jining/operating-subsidy",
    "--rules",
    "jining/city-award",
    "--rules",
    "jining/family-subsidy",
    "--rules",
    "jining/employer-reimbursement",
    "--rules",
    "jining/inclusive-fee",
];

/// Those rules with more arguments.
pub fn with<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    [RULES.as_slice(), arguments].concat()
}
