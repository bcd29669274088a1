//! Windows as reports carry them.

use crate::value::Window;

/// A window's first and last month.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct WindowReport {
    /// The first month.
    pub from: String,
    /// The last month.
    pub to: String,
}

impl From<Window> for WindowReport {
    fn from(window: Window) -> Self {
        Self { from: window.from().to_string(), to: window.to().to_string() }
    }
}
