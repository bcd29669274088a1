//! The npm package with its estimator, built and tested: `bindings/wasm`.

use crate::wasm;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// The folder of the package.
const PACKAGE: &str = "bindings/wasm";
/// The program that writes the JavaScript beside the engine.
const GLUE: &str = "target/debug/tuoyu-wasm-glue";

/// Builds the package into `bindings/wasm/dist`.
pub fn build() -> Result<(), String> {
    let engine = wasm::build()?;
    let glue = ["build", "--locked", "--package", "tuoyu-wasm-glue", "--features", "make"];
    run(".", "cargo", &glue)?;
    run(".", "cargo", &["build", "--release", "--locked", "--package", "tuoyu-cli"])?;
    run(PACKAGE, "npm", &["ci", "--no-audit", "--no-fund"])?;
    run(PACKAGE, "node", &["build/make.mjs", engine, GLUE, crate::TUOYU])
}

/// Builds the package and runs its tests, in Node and in Chromium.
pub fn holds() -> bool {
    println!("▶ browser: the npm package, its estimator and pages");
    let start = Instant::now();
    let told = build().and_then(|()| run(PACKAGE, "npm", &["test"]));
    println!("  {} s", start.elapsed().as_secs());
    told.inspect_err(|fault| eprintln!("{fault}")).is_ok()
}

/// Runs a program in a folder of the repository.
pub fn run(folder: &str, program: &str, arguments: &[&str]) -> Result<(), String> {
    let line = format!("{program} {}", arguments.join(" "));
    println!("  {line}");
    let mut command = Command::new(program);
    command.args(arguments).current_dir(top().join(folder)).env("CARGO_TARGET_DIR", top().join("target"));
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{line}` failed: {status}")),
        Err(error) => Err(format!("`{line}` cannot be run: {error}")),
    }
}

/// The top of the repository.
pub fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
