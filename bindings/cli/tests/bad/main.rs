//! `tests/bad`: every code of the core has a folder with an input that provokes it, and with what the command then
//! says in each language; `docs/errors.md` and `docs/errors.en.md` are made of them.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod folder;
mod languages;
mod page;
mod run;
mod terms;
mod written;

use folder::Provocation;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use terms::{LANGUAGES, Terms};
use tuoyu::error::Code;

/// The top of the repository.
fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Where the folders stand.
fn bad() -> PathBuf {
    top().join("tests/bad")
}

/// Every code with its folder, in the order of the list; those without one are told by a test of their own.
fn provocations() -> Vec<(Code, Provocation)> {
    let all = Code::ALL.iter().filter(|code| bad().join(code.id()).is_dir());
    all.map(|code| (*code, Provocation::read(&bad().join(code.id())))).collect()
}

#[test]
fn every_code_has_a_folder_and_every_folder_a_code() {
    let codes: BTreeSet<String> = Code::ALL.iter().map(|code| code.id().to_owned()).collect();
    let folders = std::fs::read_dir(bad()).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_dir());
    let folders: BTreeSet<String> = folders.map(|entry| entry.file_name().into_string().unwrap()).collect();
    let wrong: Vec<String> = (codes.difference(&folders))
        .map(|code| {
            format!("`tests/bad/{code}/` is missing: add an input that provokes the code, see tests/bad/README.md")
        })
        .chain(folders.difference(&codes).map(|folder| format!("`tests/bad/{folder}/` is the folder of no code")))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_command_says_what_the_folder_expects_and_the_pages_show_it() {
    let all = provocations();
    let mut wrong = Vec::new();
    for (code, provocation) in &all {
        let ran = run::all_languages(provocation);
        for (said, terms) in ran.iter().zip(&LANGUAGES) {
            let name = format!("tests/bad/{code}/{}.txt", terms.lang);
            if said.status != provocation.status {
                wrong.push(format!("{name}: the status is {}, expected {}", said.status, provocation.status));
            }
            wrong.extend(written::differs(&top(), &name, &said.err));
            wrong.extend(flaws(*code, provocation, &said.err, terms).map(|flaw| format!("{name}: {flaw}")));
        }
    }
    for terms in &LANGUAGES {
        let path = format!("docs/{}", terms.page);
        wrong.extend(written::differs(&top(), &path, &page::text(&all, terms)));
    }
    assert!(wrong.is_empty(), "{}\n\nIf this is as it should be: {}", wrong.join("\n\n"), written::HOW);
}

/// What is wrong with a text, whatever is expected.
fn flaws<'a>(
    code: Code,
    provocation: &'a Provocation,
    text: &'a str,
    terms: &'a Terms,
) -> impl Iterator<Item = String> {
    let title = terms.title(code);
    let lacks = (!text.contains(&title)).then(|| format!("`{title}` is not said"));
    lacks.into_iter().chain(languages::flaws(text, provocation, terms))
}
