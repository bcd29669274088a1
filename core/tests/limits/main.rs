//! The limits, and that what stays within them takes time in proportion to its size.
#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod made;
mod measure;
