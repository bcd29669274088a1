//! The engine compiled for the browser, by the first toolchain that can.
//!
//! The standard library is compiled with it: as it comes, it is made for speed and carries the texts of its panics, a
//! seventh of the whole file.

use crate::browser::{run, top};
use std::path::Path;
use std::process::{Command, Stdio};

/// The engine as one of the builds leaves it.
const SMALL: &str = "target/web/wasm32-unknown-unknown/wasm/tuoyu_wasm.wasm";
const PLAIN: &str = "target/wasm32-unknown-unknown/wasm/tuoyu_wasm.wasm";
const PACKAGE: [&str; 8] = [
    "build",
    "--locked",
    "--profile",
    "wasm",
    "--target",
    "wasm32-unknown-unknown",
    "--package=tuoyu-wasm",
    "--features=small",
];
/// A panic is a trap without a text; SHA-256 is a loop, which a case and a pack are short enough for; what needs room on
/// the stack stays a function of its own, for alike functions compress better than what they become in their callers.
const FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none \
    --cfg sha2_backend_soft=\"compact\" -Cllvm-args=-inline-max-stacksize=16";
/// How long rustup may take to fetch a part of the toolchain; on some machines it cannot and does not say so.
const SECONDS: &str = "120";
/// The oldest compiler that reads the workspace, as the workspace itself says.
const OLDEST: u32 = 88;

/// Builds the engine, and says where it stands.
pub fn build() -> Result<&'static str, String> {
    if has_part("lib/rustlib/src/rust/library") || rustup(&["component", "add", "rust-src"]) {
        return small("cargo", None).map(|()| SMALL);
    }
    if let Some(linkers) = debian() {
        return small("/usr/bin/cargo", Some(&linkers)).map(|()| SMALL);
    }
    if has_part("lib/rustlib/wasm32-unknown-unknown") || rustup(&["target", "add", "wasm32-unknown-unknown"]) {
        println!("  the library's source is not to be had: the file is larger than the one that is published");
        return run(".", "cargo", &PACKAGE).map(|()| PLAIN);
    }
    Err("no toolchain for wasm32: neither rustup nor Debian's rustc-web, cargo-web, rust-web-src and lld".to_owned())
}

/// With a library that is compiled for size, and in which a panic is a trap and nothing else.
fn small(cargo: &str, linkers: Option<&str>) -> Result<(), String> {
    let line = format!("{cargo} {} -Zbuild-std", PACKAGE.join(" "));
    println!("  {line}");
    let mut command = Command::new(cargo);
    command.args(PACKAGE).args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
    command.args(["--target-dir", "target/web"]).current_dir(top()).env("RUSTC_BOOTSTRAP", "1");
    command.env("RUSTFLAGS", FLAGS);
    if let Some(folder) = linkers {
        // The pair's own compiler, and its linker.
        let path = std::env::var("PATH").unwrap_or_default();
        command.env("RUSTC", "/usr/bin/rustc").env("PATH", format!("{folder}:/usr/bin:{path}"));
    }
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{line}` failed: {status}")),
        Err(error) => Err(format!("`{line}` cannot be run: {error}")),
    }
}

/// Whether the toolchain has a part.
fn has_part(part: &str) -> bool {
    let printed = Command::new("rustc").args(["--print", "sysroot"]).current_dir(top()).output();
    printed.is_ok_and(|printed| Path::new(String::from_utf8_lossy(&printed.stdout).trim()).join(part).exists())
}

fn rustup(arguments: &[&str]) -> bool {
    quiet("timeout", &[&[SECONDS, "rustup"], arguments].concat())
}

/// Debian's pair of cargo and rustc with the source of its library, where it is new enough; gives the folder of its linker.
fn debian() -> Option<String> {
    let offered = Command::new("apt-cache").args(["policy", "rustc-web"]).output().ok()?;
    let offered = String::from_utf8_lossy(&offered.stdout).into_owned();
    let version = offered.lines().find_map(|line| line.trim().strip_prefix("Candidate: 1."))?;
    let minor: u32 = version.split('.').next()?.parse().ok()?;
    if minor < OLDEST {
        return None;
    }
    let linkers = Command::new("apt-cache").args(["pkgnames", "lld-"]).output().ok()?;
    let linkers = String::from_utf8_lossy(&linkers.stdout).into_owned();
    let newest = linkers.lines().filter_map(|name| name.strip_prefix("lld-")?.parse::<u32>().ok()).max()?;
    let lld = format!("lld-{newest}");
    let packages = ["install", "--yes", "rustc-web", "cargo-web", "rust-web-src", &lld];
    let folder = format!("/usr/lib/llvm-{newest}/bin");
    (quiet("apt-get", &packages) && named_as_rust_does(&folder)).then_some(folder)
}

/// Debian calls the linker `lld`, the compiler calls it `rust-lld`.
fn named_as_rust_does(folder: &str) -> bool {
    let (lld, called) = (Path::new(folder).join("lld"), Path::new(folder).join("rust-lld"));
    called.exists() || std::os::unix::fs::symlink(lld, called).is_ok()
}

fn quiet(program: &str, arguments: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
