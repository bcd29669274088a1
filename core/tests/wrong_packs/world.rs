//! A small sound pack, changes to it, and faults as lines to compare.

use tuoyu::Pack;
use tuoyu::check::lock_of;
use tuoyu::error::{Diagnostic, Place};

pub const FILE: &str = "jining/small.md";

/// Two sentences, and beneath them a reading, a parameter and a rule that are sound.
pub const LAW: &str = "一孩不领取，二孩每人每月可领取300元，三孩每人每月可领取500元；\n未满3岁的孩子领取。";

pub const RULES: &str = "\
reading fourth-child
  ask      四孩呢？ | And a fourth child?
  because  没有写 | It is not written
  option   as-third: 与三孩相同 | As the third
  option   none: 没有 | Nothing
  default  open

parameter age-limit
  title  年龄上限 | Age limit
  value  3 years

entitlement allowance for child
  title  津贴 | Allowance
  pay    county -> family
  place  family.county
  when   under-three \"未满三岁 | Under three\": day < child.birth_date + age-limit
  rate   per month by child.birth_order
           1:                none
           2 as second:      300 CNY
           3 as third:       500 CNY
           otherwise:        by reading fourth-child
                               as-third: third
                               none:     none
";

/// The published vocabulary.
pub fn vocabulary() -> &'static str {
    tuoyu_rules::jining().iter().find(|(name, _)| *name == "vocabulary.toml").unwrap().1
}

/// A document of these sentences, locked, with one block beneath them.
pub fn document(law: &str, block: &str) -> String {
    let quoted: String = law.lines().map(|line| format!("> {line}\n")).collect();
    format!("{}\n{quoted}\n{block}", header(law))
}

/// The block of data of a document of these sentences.
pub fn header(law: &str) -> String {
    let lock = lock_of(law);
    format!(
        "```document\ndocument   一号\ntitle      办法 | Measures\nissuer     某局 | An office\n\
         published  2025-01-01\nforce      2025-01-01 ..\nstanding   seed\nlaw        sha256:{lock}\n```\n"
    )
}

/// The sound pack's document.
pub fn sound() -> String {
    document(LAW, &rules(RULES))
}

pub fn rules(text: &str) -> String {
    format!("```rule\n{text}```\n")
}

/// The sound document with one of its parts changed.
pub fn changed(was: &str, is: &str) -> String {
    changed_in(&sound(), was, is)
}

/// A document with one of its parts changed.
pub fn changed_in(text: &str, was: &str, is: &str) -> String {
    assert_eq!(text.matches(was).count(), 1, "`{was}` stands once");
    text.replace(was, is)
}

/// What is told of a document.
pub fn told(text: &str) -> Vec<String> {
    told_of(&[("vocabulary.toml", vocabulary()), (FILE, text)])
}

/// What is told of a pack, each fault as `code [line: what stands there] found => expected`.
pub fn told_of(files: &[(&str, &str)]) -> Vec<String> {
    let pack = Pack::new(files.iter().copied());
    let checked = pack.check();
    let errors = checked.diagnostics.iter().filter(|fault| fault.is_error()).count();
    assert_eq!(checked.plan.is_some(), errors == 0, "there is a plan unless there is an error");
    checked.diagnostics.iter().map(|fault| shown(&pack, fault)).collect()
}

fn shown(pack: &Pack, fault: &Diagnostic) -> String {
    let place = match &fault.place {
        Place::Text { file, span } => {
            let source = pack.file(file).unwrap();
            let excerpt = source.text.get(span.start..span.end).unwrap().trim_end();
            let line = source.text.get(span.start..).unwrap().lines().next().unwrap_or_default();
            assert!(line.starts_with(excerpt), "what a fault points at stands in one line: {excerpt}");
            let file = if file == FILE { String::new() } else { format!("{file} ") };
            format!("{file}{}: {excerpt}", source.position(span.start).line)
        }
        Place::Path(path) | Place::Argument(path) | Place::Cell { column: path, .. } => path.clone(),
    };
    let Diagnostic { code, found, expected, .. } = fault;
    format!("{code} [{place}] {found} => {expected}")
}

/// One change to the sound document, and exactly what is told of it.
pub type Change = (&'static str, &'static str, &'static [&'static str]);

/// Holds every change against what is told of it.
pub fn hold(changes: &[Change]) {
    hold_in(&sound(), changes);
}

/// Holds every change to a document against what is told of it.
pub fn hold_in(text: &str, changes: &[Change]) {
    let expected: Vec<(&str, Vec<String>)> =
        changes.iter().map(|(_, is, faults)| (*is, faults.iter().map(ToString::to_string).collect())).collect();
    let found: Vec<(&str, Vec<String>)> =
        changes.iter().map(|(was, is, _)| (*is, told(&changed_in(text, was, is)))).collect();
    assert_eq!(found, expected);
}
