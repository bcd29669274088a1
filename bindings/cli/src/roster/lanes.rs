//! Threads: one reads, some answer, the caller's writes. Rows come back in the order in which they stood.

use super::answering::{Done, Work, Worker};
use super::table::{Chunk, Table};
use std::io::Result;
use std::sync::mpsc::sync_channel;
use std::thread;

/// How many chunks wait in front of and behind each thread.
const WAITING: usize = 2;

/// Answers a roster chunk by chunk; each thread takes its turn, so the order needs no sorting and memory is bounded.
///
/// # Errors
/// What the reader or the writer met.
pub fn run(
    mut table: Table,
    work: &Work<'_>,
    threads: Option<usize>,
    mut write: impl FnMut(Done) -> Result<()>,
) -> Result<()> {
    let count = threads.or_else(|| thread::available_parallelism().ok().map(Into::into)).unwrap_or(1).max(1);
    thread::scope(|scope| {
        let (mut to, mut from) = (Vec::new(), Vec::new());
        for _ in 0..count {
            let (send_chunk, chunks) = sync_channel::<Chunk>(WAITING);
            let (send_done, done) = sync_channel::<Done>(WAITING);
            scope.spawn(move || {
                let mut worker = Worker::new(work);
                // Nobody waits for more once the other end is gone.
                chunks.into_iter().map(|chunk| worker.answer(&chunk)).all(|done| send_done.send(done).is_ok())
            });
            to.push(send_chunk);
            from.push(done);
        }
        let reader = scope.spawn(move || {
            for turn in to.iter().cycle() {
                let Some(chunk) = table.chunk()? else { break };
                if turn.send(chunk).is_err() {
                    break;
                }
            }
            Ok(())
        });
        for turn in from.iter().cycle() {
            let Ok(done) = turn.recv() else { break };
            write(done)?;
        }
        drop(from);
        reader.join().unwrap_or(Ok(()))
    })
}
