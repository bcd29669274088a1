//! Tests of codes, diagnostics and proposals, one file for each thought.

mod codes;
mod diagnostics;
mod proposals;
