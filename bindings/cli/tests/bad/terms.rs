//! What the command and the pages call things in each language.

use tuoyu::error::{Code, Severity};
use tuoyu::source::Language;

/// The words of one language.
pub struct Terms {
    pub language: Language,
    /// The option of the command, and the name of the expected text.
    pub lang: &'static str,
    error: &'static str,
    pub warning: &'static str,
    pub help: &'static str,
    /// The page of all codes in this language, and the words of its own.
    pub page: &'static str,
    pub head: &'static str,
    pub column: [&'static str; 2],
    pub colon: &'static str,
    pub stop: &'static str,
    pub input: &'static str,
}

pub const LANGUAGES: [Terms; 2] = [
    Terms {
        language: Language::Chinese,
        lang: "zh",
        error: "错误",
        warning: "提示",
        help: "改法",
        page: "errors.md",
        head: "# 错误代码\n\n[English](errors.en.md)\n\n\
            输入有误时，一次列出全部错误；每处错误有代码、位置、所写内容和改法。代码不会改名。除注明“提示”的以外，\
            都是错误，有错误就没有结论，命令的退出状态为 2；只有提示时，`tuoyu check` 的退出状态为 1。\n\n\
            本页由 `cargo xtask errors` 写成：每个代码都有一份触发它的输入，放在 \
            [tests/bad](../tests/bad/README.md)，下面是命令对它的输出。“…”处填入所写内容或可用的写法。\n",
        column: ["代码", "意思"],
        colon: "：",
        stop: "。",
        input: "输入",
    },
    Terms {
        language: Language::English,
        lang: "en",
        error: "error",
        warning: "warning",
        help: "help",
        page: "errors.en.md",
        head: "# Error codes\n\n[中文](errors.md)\n\n\
            All faults of an input come at once, each with a code, the place, what was found and what would be right. Codes\n\
            are not renamed. All are errors but those marked as a warning. With an error there is no answer, and the command\n\
            exits with 2; with warnings alone `tuoyu check` exits with 1.\n\n\
            `cargo xtask errors` writes this page. For each code an input that provokes it stands in\n\
            [tests/bad](../tests/bad/README.md), and below is what the command says of it. In place of … stands what was found,\n\
            or what would be right.\n",
        column: ["code", "meaning"],
        colon: ": ",
        stop: ".",
        input: "Input",
    },
];

impl Terms {
    /// How a diagnostic of this code begins.
    pub fn title(&self, code: Code) -> String {
        let level = match code.severity() {
            Severity::Error => self.error,
            Severity::Warning => self.warning,
        };
        format!("{level}[{code}]: ")
    }
}
