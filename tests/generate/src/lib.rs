//! Cases, packs and questions made from a stream of bytes: the same bytes give the same text.
//!
//! Nothing here is random. A fuzzer or a property gives the bytes, and a smaller input gives a smaller text: where
//! the bytes have run out, every choice is the first and every chance is refused.

mod ask;
mod case;
mod days;
mod draw;
mod pack;

pub use ask::{ask, window};
pub use case::{case, number, spoilt_case};
pub use pack::{pack, spoilt_pack};
