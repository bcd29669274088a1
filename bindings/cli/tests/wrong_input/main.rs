//! The built command on inputs that are wrong: nothing on standard output, status 2, and on standard error the
//! code, the place and the remedy of every fault.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod cases;
mod command;
mod packs;
mod questions;
mod same;
mod texts;
