//! `docs/errors.md` and `docs/errors.en.md`: every code, by what it is about, with its words and an example.

use super::bad;
use super::folder::Provocation;
use super::terms::Terms;
use std::fs;
use std::path::Path;
use tuoyu::error::{Code, Diagnostic, Group, Severity};

/// What stands in the words of a code where an input fills them.
const GAP: &str = "…";
/// An input of more lines is linked and not shown: the command draws the line that is wrong.
const MOST_LINES: usize = 12;
/// Texts hold fences of three.
const FENCE: &str = "````";

/// The page of a language.
pub fn text(all: &[(Code, Provocation)], terms: &Terms) -> String {
    let mut groups: Vec<Group> = Vec::new();
    for (code, _) in all {
        if groups.last() != Some(&code.group()) {
            groups.push(code.group());
        }
    }
    let of = |group: Group| all.iter().filter(move |(code, _)| code.group() == group);
    let mut parts = vec![terms.head.to_owned()];
    for group in &groups {
        let rows: String = of(*group).map(|(code, _)| row(*code, terms)).collect();
        let [code, meaning] = terms.column;
        parts.push(format!("**{}**\n\n| {code} | {meaning} |\n|---|---|\n{rows}", group.title(terms.language)));
    }
    for group in &groups {
        parts.push(format!("## {}\n", group.title(terms.language)));
        parts.extend(of(*group).map(|(code, provocation)| entry(*code, provocation, terms)));
    }
    parts.join("\n")
}

/// The words of a code with gaps.
fn words(code: Code, terms: &Terms) -> [String; 2] {
    let gaps = Diagnostic::in_case(code, "", GAP, GAP);
    [gaps.message(terms.language), gaps.help(terms.language)]
}

fn row(code: Code, terms: &Terms) -> String {
    let [message, _] = words(code, terms);
    format!("| [`{code}`](#{code}) | {}{} |\n", marked(code, terms), message.replace('|', "\\|"))
}

/// What stands before a code that is no error.
fn marked(code: Code, terms: &Terms) -> String {
    match code.severity() {
        Severity::Error => String::new(),
        Severity::Warning => format!("[{}] ", terms.warning),
    }
}

fn entry(code: Code, provocation: &Provocation, terms: &Terms) -> String {
    let [message, help] = words(code, terms);
    let stop = terms.stop;
    let mut lines = vec![format!("### {code}\n"), format!("{}{message}{stop}", marked(code, terms))];
    lines.push(format!("{}{}{help}{stop}\n", capital(terms.help), terms.colon));
    let link = format!("[{}](../tests/bad/{code}/)", terms.input);
    let shown: Vec<_> = provocation.files.iter().filter(|(_, text)| text.lines().count() <= MOST_LINES).collect();
    if shown.len() < provocation.files.len() || provocation.is_made() {
        lines.push(format!("{link}\n"));
    }
    lines.extend(shown.into_iter().map(|(path, text)| file(path, text)));
    let mut arguments: Vec<&str> = provocation.arguments.iter().map(String::as_str).collect();
    // Chinese is what the command speaks unless asked otherwise.
    if terms.lang != "zh" {
        arguments.extend(["--lang", terms.lang]);
    }
    let said = fs::read_to_string(bad().join(code.id()).join(format!("{}.txt", terms.lang))).unwrap_or_default();
    lines.push(format!("{FENCE}console\n$ tuoyu {}\n{}\n{FENCE}\n", arguments.join(" "), said.trim_end()));
    lines.join("\n")
}

fn file(path: &Path, text: &str) -> String {
    let kind = path.extension().unwrap_or_default().to_string_lossy();
    let path = path.to_string_lossy();
    format!("`{path}`\n\n{FENCE}{kind}\n{}\n{FENCE}\n", text.trim_end())
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
