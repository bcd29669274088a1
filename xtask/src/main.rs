//! The project's own commands: `cargo xtask test` runs every test and installs what it needs; `cargo xtask errors`
//! writes what the command says of wrong inputs; `cargo xtask peers` times the engine beside others.

mod browser;
mod fuzz;
mod install;
mod python;
mod run;
mod wasm;

use run::Step;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask test      every check and test, installing what they need
cargo xtask errors    the texts of tests/bad and docs/errors.md, written from what the command says
cargo xtask browser   the npm package with its estimator and pages, into bindings/wasm/dist
cargo xtask peers     docs/performance.md, written from what every engine takes for the same work; a quarter of an hour";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["test"] => test(),
        ["errors"] => errors(),
        ["browser"] => browser(),
        ["peers", options @ ..] => peers(options),
        _ => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
    }
}

/// Everything that must hold, in an order in which the quick checks come first.
fn test() -> ExitCode {
    if let Err(missing) = install::everything() {
        eprintln!("{missing}");
        return ExitCode::from(2);
    }
    let python = "python3";
    let steps = [
        Step::new("format", "cargo", &["fmt", "--all", "--check"]),
        Step::new("lints", "cargo", &["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]),
        Step::new("core alone", "cargo", &["check", "--package", "tuoyu", "--no-default-features", "--locked"])
            .with("RUSTFLAGS", "-D warnings"),
        Step::new("tests", "cargo", &["test", "--workspace", "--locked"]),
        Step::new("documentation", "cargo", &["doc", "--workspace", "--no-deps", "--locked"])
            .with("RUSTDOCFLAGS", "-D warnings"),
        Step::new("command", "cargo", &["build", "--release", "--locked", "--package", "tuoyu-cli"]),
        Step::new("pack", TUOYU, &["check", "rules-data", "--lang", "en"]),
        Step::new("oracle's own tests", python, &["-m", "unittest", "discover", "-s", "tests/oracle"]),
        Step::new("reference of the peers", python, &["-m", "unittest", "discover", "-s", "tests/peers"]),
        Step::new("oracle", python, &["tests/oracle/compare.py", "--tuoyu", TUOYU, "--cases", "2000", "--seed", "1"]),
    ];
    for step in &steps {
        if !step.holds() {
            eprintln!("✗ {}", step.name);
            return ExitCode::FAILURE;
        }
    }
    if !python::holds() {
        eprintln!("✗ Python package");
        return ExitCode::FAILURE;
    }
    if !browser::holds() {
        eprintln!("✗ browser");
        return ExitCode::FAILURE;
    }
    if !fuzz::holds() {
        eprintln!("✗ fuzz targets");
        return ExitCode::FAILURE;
    }
    println!("✓ {} steps, the Python and npm packages and the fuzz targets", steps.len());
    ExitCode::SUCCESS
}

/// The test of wrong inputs writes what it would otherwise compare.
fn errors() -> ExitCode {
    let step = Step::new("errors", "cargo", &["test", "--package", "tuoyu-cli", "--test", "bad", "--locked"])
        .with("TUOYU_WRITE_ERRORS", "yes");
    if step.holds() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn browser() -> ExitCode {
    match browser::build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

/// The same work by every peer, in turn; the options are those of the script.
fn peers(options: &[&str]) -> ExitCode {
    if let Err(missing) = install::python() {
        eprintln!("{missing}");
        return ExitCode::from(2);
    }
    let run = [&["tests/peers/run.py"], options].concat();
    let steps = [
        Step::new("command", "cargo", &["build", "--release", "--locked", "--package", "tuoyu-cli"]),
        Step::new("loop by hand", "cargo", &["build", "--release", "--locked", "--package", "tuoyu-peers"]),
        Step::new("peers", "python3", &run),
    ];
    if steps.iter().all(Step::holds) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The command as the release build leaves it.
const TUOYU: &str = "target/release/tuoyu";
