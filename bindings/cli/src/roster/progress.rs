//! How far a long roster has come, on a terminal.

use super::table::Seen;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::path::Path;
use std::sync::Arc;

/// A bar on a terminal, and nothing elsewhere.
pub struct Progress {
    bar: Option<ProgressBar>,
    seen: Arc<Seen>,
}

impl Progress {
    /// A bar as long as the file.
    pub fn of(path: &Path, seen: Arc<Seen>) -> Self {
        let length = std::fs::metadata(path).map(|data| data.len()).unwrap_or_default();
        let bar = std::io::stderr().is_terminal().then(|| {
            let style = ProgressStyle::with_template("{bar:40} {percent:>3}%  {binary_bytes_per_sec}  {eta}");
            ProgressBar::new(length).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        });
        Self { bar, seen }
    }

    /// Shows how much has been read.
    pub fn show(&self) {
        if let Some(bar) = &self.bar {
            bar.set_position(self.seen.bytes());
        }
    }

    /// Takes the bar away.
    pub fn end(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
