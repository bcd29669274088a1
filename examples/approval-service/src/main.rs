//! How a county's approval system links `tuoyu`: applications in, one JSON line each; decisions out, in the same order.
//!
//! ```sh
//! tuoyu-approval-service 2026-01 2026-12 < applications.jsonl > decisions.jsonl
//! tuoyu-approval-service 2026-01 2026-12 jining.tuoyu < applications.jsonl    # a compiled pack, as `tuoyu pack` writes it
//! ```
//!
//! Exit status: 0 every application was answered; 1 some could not be read, and their lines say why; 2 none was.

mod case;
mod decision;
mod fault;
mod form;

use decision::{Reply, reply};
use std::error::Error;
use std::io::{Read, Write};
use std::process::ExitCode;
use std::thread;
use tuoyu::{Ask, Pack, Rules};

const USAGE: &str = "tuoyu-approval-service FROM TO [PACK] < applications.jsonl";

/// The rules that the county decides by.
const DECIDED: [&str; 2] = ["jining/family-subsidy", "jining/operating-subsidy"];

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::from(2)
        }
    }
}

/// Answers every application of the standard input; whether all could be answered.
fn run() -> Result<bool, Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (from, to, pack) = match arguments.as_slice() {
        [from, to] => (from, to, None),
        [from, to, pack] => (from, to, Some(pack)),
        _ => return Err(USAGE.into()),
    };
    // The pack is loaded once; every thread then asks the same rules.
    let rules = match pack {
        Some(path) => Rules::load(&std::fs::read(path)?)?,
        None => Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied()))?,
    };
    let ask = DECIDED.iter().fold(Ask::window(from, to), |ask, rule| ask.rule(rule));
    // A wrong month or an unknown rule is told now, and not once for each application.
    rules.question(&ask)?;
    let mut input = Vec::new();
    std::io::stdin().read_to_end(&mut input)?;
    let replies = answer(&rules, &ask, &input)?;
    let mut output = std::io::stdout().lock();
    for reply in &replies {
        serde_json::to_writer(&mut output, reply)?;
        output.write_all(b"\n")?;
    }
    Ok(replies.iter().all(|reply| matches!(reply, Reply::Answered { .. })))
}

/// A reply to each line that is not empty, in the order of the lines: each thread takes a stretch of them.
fn answer(rules: &Rules, ask: &Ask, input: &[u8]) -> Result<Vec<Reply>, Box<dyn Error>> {
    let lines: Vec<(usize, &[u8])> = input
        .split(|byte| *byte == b'\n')
        .enumerate()
        .filter(|(_, line)| !line.trim_ascii().is_empty())
        .map(|(place, line)| (place + 1, line))
        .collect();
    let threads = thread::available_parallelism()?.get();
    let stretch = lines.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let work = |lines: &[(usize, &[u8])]| lines.iter().map(|(line, text)| reply(rules, ask, *line, text)).collect();
        let workers: Vec<_> = lines.chunks(stretch).map(|lines| scope.spawn(move || work(lines))).collect();
        let mut replies = Vec::with_capacity(lines.len());
        for worker in workers {
            let stretch: Vec<Reply> = worker.join().map_err(|_| "a thread has stopped")?;
            replies.extend(stretch);
        }
        Ok(replies)
    })
}
