//! Everything that can be wrong with an input: one closed list of codes, and diagnostics as data.
//!
//! A leaf: it imports only [`source`](crate::source). The core draws nothing; doors turn a
//! [`Diagnostic`] into lines for people or into JSON.

mod code;
mod diagnostic;
mod nearest;

pub use code::{Code, Group, Severity};
pub use diagnostic::{Diagnostic, Diagnostics, Place};
pub use nearest::{NOTHING, nearest, nearest_or_all};

#[cfg(test)]
mod tests;
