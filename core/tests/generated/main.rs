//! What holds of every case and every pack that can be made, and not of examples alone.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod amounts;
mod cases;
mod packs;
mod ranges;
mod same;
mod spoilt;
mod world;
