//! What the tests need beside cargo: two components of the toolchain, cargo-fuzz where the nightly toolchain is, Python for
//! the oracle, what the Python package is tested with, and Node and Chromium for the npm package.

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
    python()?;
    // For the Python package: Spark, and Chinese letters in plots.
    debian("default-jre-headless", answers("java", &["-version"]))?;
    debian("fontconfig", answers("fc-list", &["--version"]))?;
    debian("fonts-noto-cjk", answers("sh", &["-c", "fc-list | grep --quiet 'Noto Sans CJK SC'"]))?;
    // For the npm package: the browser of its tests.
    debian("chromium", answers("chromium", &["--version"]))?;
    debian("nodejs", answers("node", &["--version"]))?;
    debian("npm", answers("npm", &["--version"]))?;
    Ok(())
}

/// Python with environments.
pub fn python() -> Result<(), String> {
    let is_new = "import sys; sys.exit(sys.version_info < (3, 11))";
    debian("python3", answers("python3", &["-c", is_new]))?;
    debian("python3-venv", answers("python3", &["-c", "import ensurepip, venv"]))
}

/// A package of Debian, unless what it is for is there.
fn debian(package: &str, is_there: bool) -> Result<(), String> {
    if is_there {
        return Ok(());
    }
    run("apt-get", &["update"])?;
    run("apt-get", &["install", "--yes", "--no-install-recommends", package])
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
