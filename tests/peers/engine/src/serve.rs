//! The conversation with whoever times: what is asked on a line is answered on a line.

use std::io::{BufRead, Write};
use std::time::Instant;

/// Runs as often as it is told, and tells how many nanoseconds that took; writes the cells; tells the most memory.
pub fn serve<T>(state: &mut T, mut run: impl FnMut(&mut T), cells: impl Fn(&T) -> Vec<Vec<i64>>) {
    say("ready");
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("a line");
        match line.trim().split_once(' ').unwrap_or((line.trim(), "")) {
            ("go", times) => {
                let times: u32 = times.parse().expect("how often");
                let start = Instant::now();
                for _ in 0..times {
                    run(state);
                }
                say(&start.elapsed().as_nanos().to_string());
            }
            ("cells", path) => {
                let bytes = cells(state).into_iter().flatten().flat_map(i64::to_le_bytes);
                std::fs::write(path, bytes.collect::<Vec<u8>>()).expect("a place to write to");
                say("written");
            }
            _ => return say(&memory()),
        }
    }
}

/// The most memory that this process had, in KiB.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.unwrap_or("0").trim().trim_end_matches(" kB").to_owned()
}

fn say(text: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{text}").and_then(|()| out.flush()).expect("somebody who listens");
}
