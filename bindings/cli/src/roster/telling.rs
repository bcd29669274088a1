//! What is wrong with rows, told to whoever runs the command: the first ones, and how many there are.

use crate::draw::{self, Sources};
use std::io::Write;
use tuoyu::error::{Code, Diagnostic};
use tuoyu::source::Language;

/// How many faults are told one by one.
pub const MOST: usize = 20;

/// What is told at the end.
#[derive(Debug, Default)]
pub struct Told {
    first: Vec<Diagnostic>,
    count: u64,
    /// How many rows are left out.
    pub left_out: u64,
}

impl Told {
    /// Adds the faults of some rows, and how many of these are left out.
    pub fn add(&mut self, faults: Faults, left_out: u64) {
        let room = MOST.saturating_sub(self.first.len());
        self.first.extend(faults.first.into_iter().take(room));
        self.count += faults.count;
        self.left_out += left_out;
    }

    /// Writes them to standard error.
    pub fn write(&self, language: Language, has_findings: bool) {
        draw::to_stderr(&self.first, language, Sources::NONE);
        if self.first.iter().any(|fault| fault.code == Code::InvalidUtf8) {
            encoding(language);
        }
        if self.left_out == 0 {
            return;
        }
        let (rows, more) =
            (self.left_out, self.count.saturating_sub(u64::try_from(self.first.len()).unwrap_or_default()));
        let more = match (more, language) {
            (0, _) => String::new(),
            (more, Language::Chinese) => format!("，另有 {more} 处未列出"),
            (more, Language::English) => format!("; {more} more faults are not listed"),
        };
        let place = match (has_findings, language) {
            (false, _) => "",
            (true, Language::Chinese) => "；原因都写在 findings 列",
            (true, Language::English) => "; the column findings says why for each",
        };
        let text = match language {
            Language::Chinese => format!("有 {rows} 行未能读取，没有测算{more}{place}。"),
            Language::English => format!("Rows that could not be read and were not assessed: {rows}{more}{place}."),
        };
        // Where nobody reads standard error any more, the exit status still tells.
        _ = writeln!(std::io::stderr().lock(), "{text}");
    }
}

/// What a spreadsheet in Chinese most likely wrote, where it is not UTF-8.
pub fn encoding(language: Language) {
    let text = match language {
        Language::Chinese => "中文电子表格另存的 CSV 常是 GBK 编码：加上 --encoding gb18030 读取。",
        Language::English => "Chinese spreadsheets often save CSV as GBK: read it with --encoding gb18030.",
    };
    _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// The faults of some rows: the first ones, and how many there are.
#[derive(Debug, Default)]
pub struct Faults {
    first: Vec<Diagnostic>,
    count: u64,
}

impl Faults {
    /// Adds one.
    pub fn add(&mut self, fault: &Diagnostic) {
        self.count += 1;
        if self.first.len() < MOST {
            self.first.push(fault.clone());
        }
    }
}
