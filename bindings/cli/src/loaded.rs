//! The rules that answer: of a folder, of a compiled pack, or those that the command carries.

use crate::draw::{self, Sources};
use crate::{input, place};
use std::path::Path;
use std::process::ExitCode;
use tuoyu::error::Diagnostics;
use tuoyu::source::Language;
use tuoyu::{Pack, Rules};

/// The rules of a pack; where there are none, every fault has been drawn.
///
/// # Errors
/// The exit status that says so.
pub fn rules(pack: Option<&Path>, language: Language) -> Result<Rules, ExitCode> {
    match pack {
        Some(file) if file.is_file() => compiled(file).map_err(|mut faults| {
            place::of_pack(&mut faults.0, file);
            draw::refuse(&faults, language, Sources::NONE)
        }),
        Some(folder) => written(input::pack(folder), folder, language),
        None => match tuoyu_rules::jining_compiled() {
            Some(bytes) => Rules::load(bytes).map_err(|faults| draw::refuse(&faults, language, Sources::NONE)),
            None => written(Ok(Pack::new(tuoyu_rules::jining().iter().copied())), Path::new(""), language),
        },
    }
}

fn compiled(file: &Path) -> Result<Rules, Diagnostics> {
    Rules::load(&input::bytes(file)?)
}

fn written(pack: Result<Pack, Diagnostics>, folder: &Path, language: Language) -> Result<Rules, ExitCode> {
    let pack = pack.map_err(|faults| draw::refuse(&faults, language, Sources::NONE))?;
    Rules::from_pack(&pack).map_err(|mut faults| {
        place::of_pack(&mut faults.0, folder);
        let text = |name: &str| pack.file(name).map(|file| file.text.clone());
        draw::refuse(&faults, language, Sources { text: &text, ..Sources::NONE })
    })
}
