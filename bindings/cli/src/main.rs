//! The `tuoyu` command: assess a case, explain it, ask what is missing, replay a receipt, check and compile a rule
//! pack, describe what goes in and what comes out, make a roster to try.
//!
//! Exit status: 0 answered; 1 answered with a finding; 2 nothing could be answered.

mod arguments;
mod asking;
mod assess;
mod branches;
mod check;
mod draw;
mod explain;
mod input;
mod listing;
mod loaded;
mod outcome;
mod output;
mod pack;
mod place;
mod questions;
mod replay;
mod roster;
mod sample;
mod schema;
mod sheet;
mod wrap;

use arguments::{Arguments, Command};
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match arguments.command {
        Command::Assess(assess) => assess::run(&assess),
        Command::Explain(explain) => explain::run(&explain),
        Command::ExplainOutcome(answer) => outcome::run(&answer),
        Command::Questions(questions) => questions::run(&questions),
        Command::Replay(replay) => replay::run(&replay),
        Command::Check(check) => check::run(&check),
        Command::Pack(pack) => pack::run(&pack),
        Command::Schema(schema) => schema::run(&schema),
        Command::Sample(sample) => sample::run(&sample),
    }
}
