//! Two of the peers: the engine, and a loop written by hand. Both are spoken to as `tests/peers/work.py` says.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a bench may stop where it stands")]

#[path = "../../../../core/benches/work/batch.rs"]
mod batch;
#[path = "../../../../core/benches/work/by_hand.rs"]
mod by_hand;
mod case;
mod engine;
mod read;
#[path = "../../../../core/benches/work/rows.rs"]
mod rows;
mod serve;
#[path = "../../../../core/benches/work/synthetic.rs"]
mod synthetic;

use batch::RULES;
use read::read;
use rows::Rows;
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
tuoyu-peers by-hand FOLDER            the loop by hand, told what to do on standard input
tuoyu-peers engine FOLDER THREADS     the engine, told the same
tuoyu-peers case ROW.csv CASE.json    one warm row and one warm case, in nanoseconds
tuoyu-peers profile known|unknown ROWS TIMES
                                      the engine over synthetic rows again and again, to be watched by a profiler
tuoyu-peers profile evaluate|assess CASE.json TIMES
                                      the same of a case, without what is told and with it
tuoyu-peers profile row ROW.csv TIMES the same of a row";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["by-hand", folder] => by_hand(&read(Path::new(folder))),
        ["engine", folder, threads] => {
            engine::serve(&read(Path::new(folder)), threads.parse().expect("a number of threads"));
        }
        ["case", row, case] => {
            case::tell(&std::fs::read_to_string(row).expect("a row"), &std::fs::read(case).expect("a case"));
        }
        ["profile", kind @ ("known" | "unknown"), rows, times] => {
            let data = Rows::synthetic(rows.parse().expect("a number of rows"), 20_260_101);
            let data = if *kind == "known" { data } else { data.with_unknowns(20_260_102) };
            engine::again(&data, times.parse().expect("how often"));
        }
        ["profile", "row", row, times] => {
            case::row_again(&std::fs::read_to_string(row).expect("a row"), times.parse().expect("how often"));
        }
        ["profile", kind @ ("evaluate" | "assess"), case, times] => {
            let case = std::fs::read(case).expect("a case");
            case::again(&case, times.parse().expect("how often"), *kind == "assess");
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

/// The loop by hand, with its answers in the same buffers every time.
fn by_hand(rows: &Rows) {
    let mut out = vec![vec![0; rows.birth.len()]; RULES.len()];
    serve::serve(&mut out, |out| by_hand::amounts(rows, out), Clone::clone);
}
