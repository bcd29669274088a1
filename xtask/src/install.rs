//! What the tests need beside cargo: two components of the toolchain, cargo-fuzz where the nightly toolchain is, and Python
//! for the oracle.

use std::process::{Command, Stdio};

/// Installs what is missing; what cannot be installed is named.
pub fn everything() -> Result<(), String> {
    for (component, probe) in [("rustfmt", ["fmt", "--version"]), ("clippy", ["clippy", "--version"])] {
        if !answers("cargo", &probe) {
            run("rustup", &["component", "add", component])?;
        }
    }
    if answers("cargo", &["+nightly", "--version"]) && !answers("cargo", &["fuzz", "--version"]) {
        run("cargo", &["install", "cargo-fuzz", "--locked"])?;
    }
    if !answers("python3", &["-c", "import sys; sys.exit(sys.version_info < (3, 11))"]) {
        run("apt-get", &["update"])?;
        run("apt-get", &["install", "--yes", "python3"])?;
    }
    Ok(())
}

fn answers(program: &str, arguments: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

fn run(program: &str, arguments: &[&str]) -> Result<(), String> {
    let line = format!("{program} {}", arguments.join(" "));
    match Command::new(program).args(arguments).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{line}` failed: {status}")),
        Err(error) => Err(format!("`{line}` cannot be run: {error}")),
    }
}
