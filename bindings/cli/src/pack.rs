//! `tuoyu pack DIR -o FILE`: the compiled pack; with `--json` what it holds.

use crate::arguments::Pack;
use crate::asking::json;
use crate::draw::{self, Sources};
use crate::{input, output, place};
use std::io::Write;
use std::process::ExitCode;
use tuoyu::Rules;
use tuoyu::packed::FORMAT;
use tuoyu::rulebook::SEMANTICS;
use tuoyu::source::Language;

/// Checks a pack with its examples, and writes it compiled; 1 where something wants a look, 2 where nothing was written.
pub fn run(arguments: &Pack) -> ExitCode {
    let language = arguments.lang.language();
    let pack = match input::pack(&arguments.folder) {
        Ok(pack) => pack,
        Err(faults) => return draw::refuse(&faults, language, Sources::NONE),
    };
    let mut checked = pack.check();
    place::of_pack(&mut checked.diagnostics, &arguments.folder);
    let text = |name: &str| pack.file(name).map(|file| file.text.clone());
    draw::to_stderr(&checked.diagnostics, language, Sources { text: &text, ..Sources::NONE });
    if checked.plan.is_none() {
        return ExitCode::from(2);
    }
    // What is written is read again, as its users will.
    let written = pack.compile().and_then(|bytes| {
        let rules = Rules::load(&bytes)?;
        if let Some(file) = &arguments.output {
            output::write(Some(file), &bytes)?;
        }
        Ok(if arguments.json { json(&rules.describe()) } else { summary(language, &rules, bytes.len()) })
    });
    match written {
        Ok(summary) => {
            // A reader that has gone away is told by the exit status.
            let _: std::io::Result<()> = writeln!(std::io::stdout().lock(), "{summary}");
            ExitCode::from(u8::from(!checked.diagnostics.is_empty()))
        }
        Err(faults) => draw::refuse(&faults, language, Sources::NONE),
    }
}

fn summary(language: Language, rules: &Rules, bytes: usize) -> String {
    let (name, count, hash) = (rules.name(), rules.plan().book.rules.len(), rules.hash());
    match language {
        Language::Chinese => {
            format!("{name}：规则 {count} 条，{bytes} 字节，格式 {FORMAT}，语义 {SEMANTICS}\nsha256:{hash}")
        }
        Language::English => {
            format!("{name}: rules: {count}, bytes: {bytes}, format {FORMAT}, semantics {SEMANTICS}\nsha256:{hash}")
        }
    }
}
