//! The `tuoyu` command: assess a case, check a rule pack.
//!
//! Exit status: 0 answered; 1 answered with a finding; 2 nothing could be answered.

mod arguments;
mod assess;
mod check;
mod draw;
mod input;
mod listing;
mod place;
mod sheet;

use arguments::{Arguments, Command};
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match arguments.command {
        Command::Assess(assess) => assess::run(&assess),
        Command::Check(check) => check::run(&check),
    }
}
