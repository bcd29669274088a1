//! Everything that can be wrong with a pack: one change to a sound one, and exactly what is told of it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod blocks;
mod cases;
mod documents;
mod files;
mod grounds;
mod kinds;
mod names;
mod readings;
mod sentences;
mod sound;
mod tables;
mod terms;
mod together;
mod versions;
mod world;
