//! One step: a program with its arguments, and what its exit status must be.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// A step of a command.
pub struct Step<'a> {
    pub name: &'static str,
    program: &'static str,
    arguments: &'a [&'a str],
    variable: Option<(&'static str, &'static str)>,
}

impl<'a> Step<'a> {
    pub const fn new(name: &'static str, program: &'static str, arguments: &'a [&'a str]) -> Self {
        Self { name, program, arguments, variable: None }
    }

    /// With a variable of the environment.
    pub const fn with(mut self, name: &'static str, value: &'static str) -> Self {
        self.variable = Some((name, value));
        self
    }

    /// Runs the step at the top of the repository; its output goes where ours goes.
    pub fn holds(&self) -> bool {
        println!("▶ {}: {} {}", self.name, self.program, self.arguments.join(" "));
        let start = Instant::now();
        let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut command = Command::new(self.program);
        // The folder of builds is the repository's own, so that the paths of later steps are right.
        command.args(self.arguments).current_dir(top).env("CARGO_TARGET_DIR", "target");
        command.envs(self.variable);
        let status = command.status();
        println!("  {} s", start.elapsed().as_secs());
        match status {
            Ok(status) => status.success(),
            Err(error) => {
                eprintln!("{}: {error}", self.program);
                false
            }
        }
    }
}
