//! `tuoyu` (托育, childcare).
pub mod error;
pub mod model;
pub mod source;
pub mod value;
#[cfg(feature = "authoring")]
pub mod parse;
