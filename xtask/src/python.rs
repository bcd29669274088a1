//! The Python package: its wheel is built, installed into an environment of its own, and tested as people get it.

use crate::run::Step;

/// The environment's Python; the environment stands beside the builds, and is kept.
const PYTHON: &str = "target/python/bin/python";
/// The package's crate.
const MANIFEST: &str = "bindings/python/Cargo.toml";
/// Where wheels are put.
const WHEELS: &str = "target/wheels";

/// Builds the wheel and runs its tests, notebooks included. The release build of the command stands already.
pub fn holds() -> bool {
    let steps = [
        Step::new("Python environment", "python3", &["-m", "venv", "target/python"]),
        Step::new(
            "Python packages",
            PYTHON,
            &["-m", "pip", "install", "--quiet", "--requirement", "bindings/python/requirements.txt"],
        ),
        Step::new(
            "Python wheel",
            PYTHON,
            &["-m", "maturin", "build", "--release", "--locked", "--manifest-path", MANIFEST, "--out", WHEELS],
        ),
        Step::new(
            "Python install",
            PYTHON,
            &[
                "-m",
                "pip",
                "install",
                "--quiet",
                "--no-index",
                "--no-deps",
                "--force-reinstall",
                "--find-links",
                WHEELS,
                "tuoyu",
            ],
        ),
        Step::new("Python tests", PYTHON, &["-m", "pytest", "--quiet", "bindings/python"]),
    ];
    steps.iter().all(Step::holds)
}
