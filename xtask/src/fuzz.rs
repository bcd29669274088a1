//! A short run of every fuzz target, where the nightly toolchain is installed.

use std::path::Path;
use std::process::{Command, Stdio};

/// The targets; each has its seeds in `fuzz/seeds`, or needs none.
const TARGETS: [&str; 4] = ["case_json", "pack_text", "check_then_evaluate", "pack_bytes"];
/// How long each runs.
const SECONDS: &str = "-max_total_time=20";

/// Whether every target ran without a finding, or was left out because a tool is missing.
pub fn holds() -> bool {
    println!("▶ fuzz targets: {} s each", SECONDS.trim_start_matches("-max_total_time="));
    if !answers(&["+nightly", "--version"]) {
        println!("  left out: `cargo +nightly` does not answer; see CONTRIBUTING.md");
        return true;
    }
    TARGETS.into_iter().all(runs)
}

fn answers(arguments: &[&str]) -> bool {
    let mut command = Command::new("cargo");
    command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// Runs one target, and prints how many inputs it has tried.
fn runs(target: &str) -> bool {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let (corpus, seeds) = (format!("target/fuzz/corpus/{target}"), format!("fuzz/seeds/{target}"));
    for folder in [&corpus, &seeds] {
        if let Err(error) = std::fs::create_dir_all(top.join(folder)) {
            eprintln!("{folder}: {error}");
            return false;
        }
    }
    let mut command = Command::new("cargo");
    // The core has no unsafe code, so no sanitizer is needed.
    command.args(["+nightly", "fuzz", "run", "--sanitizer", "none", "--target-dir", "target/fuzz", target]);
    command.args([&corpus, &seeds]).args(["--", SECONDS, "-timeout=30", "-max_len=2500", "-len_control=0"]);
    match command.current_dir(top).env_remove("CARGO_TARGET_DIR").output() {
        Ok(output) if output.status.success() => {
            let told = String::from_utf8_lossy(&output.stderr);
            let count = told.lines().rev().find(|line| line.starts_with("Done ")).unwrap_or("Done");
            println!("  {target}: {count}");
            true
        }
        Ok(output) => {
            eprintln!("{}", String::from_utf8_lossy(&output.stderr));
            false
        }
        Err(error) => {
            eprintln!("cargo fuzz: {error}");
            false
        }
    }
}
