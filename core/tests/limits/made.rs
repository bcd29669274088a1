//! Inputs of any size: packs and cases that are made and not written.

use std::fmt::Write as _;
use tuoyu::{Pack, check::lock_of};

/// A pack of one document: each part is a sentence of law and the block beneath it.
pub(crate) fn pack(parts: &[(String, String)]) -> Pack {
    with_vocabulary(vocabulary(), parts)
}

/// The same with a vocabulary of its own.
pub(crate) fn with_vocabulary(vocabulary: &str, parts: &[(String, String)]) -> Pack {
    let law: String = parts.iter().map(|(law, _)| law.as_str()).collect();
    let mut body = String::new();
    for (law, block) in parts {
        writeln!(body, "\n> {law}\n\n```rule\n{block}\n```").unwrap();
    }
    document(vocabulary, &law, &body)
}

/// A pack of one document with a law and what stands under its header.
pub(crate) fn document(vocabulary: &str, law: &str, body: &str) -> Pack {
    let text = format!(
        "```document\ndocument  测试〔2025〕1号\ntitle  测试 | Test\nissuer  测试 | Test\npublished  2025-06-20\n\
         force  2025-07-21 ..\nstanding  seed\nlaw  sha256:{}\n```\n{body}",
        lock_of(law)
    );
    Pack::new([("vocabulary.toml", vocabulary), ("jining/test.md", text.as_str())])
}

pub(crate) fn vocabulary() -> &'static str {
    tuoyu_rules::jining().iter().find(|(name, _)| *name == "vocabulary.toml").unwrap().1
}

/// An entitlement of enrolments with these lines.
pub(crate) fn entitlement(name: &str, lines: &str) -> String {
    format!("entitlement {name} for enrolment\n  title  甲 | A\n  pay    county -> family\n{lines}\n")
}

/// So many rules, each under a sentence of its own.
pub(crate) fn rules(count: usize) -> Vec<(String, String)> {
    let each = |number: usize| {
        let lines =
            format!("  when   many \"多 | Many\":  institution.places > {number}\n  rate   per month {number} CNY");
        (format!("每人每月{number}元。"), entitlement(&format!("r{number}"), &lines))
    };
    (2..count + 2).map(each).collect()
}

/// A table of so many rows, each with a name.
pub(crate) fn table(count: usize) -> Vec<(String, String)> {
    let (mut law, mut rows) = ("每人每月".to_owned(), "  rate   per month by institution.places\n".to_owned());
    for number in 2..count + 1 {
        write!(law, "{number}元、").unwrap();
        writeln!(rows, "           {number} as r{number}:  {number} CNY").unwrap();
    }
    rows.push_str("           otherwise:  none");
    vec![(law, entitlement("e", &rows))]
}

/// A sum of so many facts, in brackets by halves.
pub(crate) fn sum(count: usize) -> String {
    match count {
        0 | 1 => "institution.places".to_owned(),
        _ => format!("({} + {})", sum(count / 2), sum(count - count / 2)),
    }
}

/// A rule whose condition adds so many terms.
pub(crate) fn expression(count: usize) -> Vec<(String, String)> {
    let lines = format!("  when   many \"多 | Many\":  {} > 3\n  rate   per month 3 CNY", sum(count));
    vec![("每人每月3元。".to_owned(), entitlement("e", &lines))]
}

/// So many named terms, each of one more than the first.
pub(crate) fn lets(count: usize) -> Vec<(String, String)> {
    let mut lines = "  let\n    a1 = institution.places\n".to_owned();
    for number in 2..=count {
        writeln!(lines, "    a{number} = a1 + 1").unwrap();
    }
    write!(lines, "  when   many \"多 | Many\":  a{count} > 3\n  rate   per month 3 CNY").unwrap();
    vec![("每人每月3元。".to_owned(), entitlement("e", &lines))]
}

/// A rule that adds so many others.
pub(crate) fn references(count: usize) -> Vec<(String, String)> {
    let mut parts = rules(count);
    let terms: Vec<String> = (2..count + 2).map(|number| format!("jining/r{number}")).collect();
    let lines = format!("  when   many \"多 | Many\":  {} > 2 CNY/month\n  rate   per month 2 CNY", terms.join(" + "));
    parts.push(("每人每月2元。".to_owned(), entitlement("sum", &lines)));
    parts
}

/// Rules of which each adds the one before to itself.
pub(crate) fn chain(count: usize) -> Vec<(String, String)> {
    let mut parts = rules(1);
    for number in 3..count + 2 {
        let before = number - 1;
        let lines = format!("  rate   per month jining/r{before}");
        parts.push((format!("第{number}。"), entitlement(&format!("r{number}"), &lines)));
    }
    parts
}

/// A vocabulary with so many facts of institutions besides.
pub(crate) fn facts(count: usize) -> String {
    let mut text = vocabulary().to_owned();
    for number in 0..count {
        write!(
            text,
            "\n[[fact]]\nid = \"institution.f{number}\"\ntype = \"count\"\nchanges = true\nwho = \"institution\"\nzh = \"甲{number}\"\nen = \"A{number}\"\nheadings = [\"甲{number}\"]\n\
             ask_zh = \"甲{number}？\"\nask_en = \"A{number}?\"\n"
        )
        .unwrap();
    }
    text
}

/// Rules that ask one of these facts each.
pub(crate) fn rules_of_facts(count: usize) -> Vec<(String, String)> {
    let each = |number: usize| {
        let lines = format!("  when   many \"多 | Many\":  institution.f{number} > 2\n  rate   per month 2 CNY");
        ("每人每月2元。".to_owned(), entitlement(&format!("r{number}"), &lines))
    };
    (0..count).map(each).collect()
}

/// A case of so many families with an institution each.
pub(crate) fn case(count: usize) -> String {
    let (mut institutions, mut families) = (Vec::new(), Vec::new());
    for number in 0..count {
        institutions.push(format!(
            r#"{{"id":"n{number}","registered":true,"filed":true,"inclusive":true,"classes":[{{"id":"c{number}","kind":"infant"}}]}}"#
        ));
        families.push(format!(
            r#"{{"id":"f{number}","children_total":2,"parents":[{{"id":"p{number}","employer":{{"childcare_ratio":"0.5","kindergarten_ratio":"0.5"}}}}],
            "children":[{{"id":"k{number}","birth_date":"2025-03-10","birth_order":2,
            "enrolments":[{{"id":"e{number}","class":"c{number}","from":"2025-09-10","monthly_fee":"2100.00"}}]}}]}}"#
        ));
    }
    format!(r#"{{"institutions":[{}],"families":[{}]}}"#, institutions.join(","), families.join(","))
}
