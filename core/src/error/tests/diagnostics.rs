//! Diagnostics: their sentences, excerpts and lists.

use crate::error::{Code, Diagnostic, Diagnostics, Place};
use crate::source::{Language, Span};

fn unknown_field(found: &str, expected: &str) -> Diagnostic {
    Diagnostic::in_case(Code::UnknownField, "families[0]", found, expected)
}

#[test]
fn a_sentence_names_what_was_found_and_what_would_be_right() {
    let fault = unknown_field("birthdate", "birth_date");
    assert_eq!(fault.message(Language::English), "no field is named `birthdate`");
    assert_eq!(fault.help(Language::English), "known here: birth_date");
    assert_eq!(fault.message(Language::Chinese), "没有名为“birthdate”的字段");
    assert_eq!(fault.help(Language::Chinese), "可用的字段：birth_date");
}

#[test]
fn braces_in_what_was_found_are_never_filled() {
    for found in ["{expected}", "{found}", "{found}{expected}", "{", "}", "{}", "{{found}}"] {
        let message = unknown_field(found, "right").message(Language::English);
        assert_eq!(message, format!("no field is named `{found}`"));
    }
}

#[test]
fn braces_in_what_would_be_right_are_never_filled() {
    // A code whose one sentence shows both.
    let fault = Diagnostic::in_case(Code::Contradiction, "", "FOUND", "{found}");
    assert_eq!(fault.message(Language::English), "`FOUND` contradicts {found}");
}

#[test]
fn a_message_repeats_no_more_than_sixty_characters_of_an_input() {
    let exact = "托".repeat(60);
    assert_eq!(unknown_field(&exact, "").message(Language::Chinese), format!("没有名为“{exact}”的字段"));
    let longer = "托".repeat(61);
    assert_eq!(unknown_field(&longer, "").message(Language::Chinese), format!("没有名为“{exact}…”的字段"));
    assert_eq!(unknown_field(&longer, "").found, longer, "as data it is whole");
}

#[test]
fn a_message_is_one_line_that_no_terminal_obeys() {
    let fault = unknown_field("a\n\u{0}\u{1b}[31mb", "");
    assert_eq!(fault.message(Language::English), "no field is named `a\u{fffd}\u{fffd}\u{fffd}[31mb`");
    assert_eq!(fault.found, "a\n\u{0}\u{1b}[31mb", "as data it is whole");
}

#[test]
fn errors_forbid_an_answer_and_warnings_do_not() {
    let error = unknown_field("a", "b");
    let warning = Diagnostic::in_text(Code::Pending, "jining/a.md", Span::new(0, 3), "句", "");
    assert!(error.is_error() && !warning.is_error());
    assert_eq!(Diagnostics(vec![warning.clone()]).unless_errors(7), Ok(7));
    let both = Diagnostics(vec![warning, error]);
    assert_eq!(both.clone().unless_errors(7), Err(both), "with an error everything is reported");
    assert_eq!(Diagnostics::default().unless_errors(7), Ok(7));
}

#[test]
fn a_diagnostic_says_where_it_stands() {
    assert_eq!(unknown_field("a", "b").place, Place::Path("families[0]".to_owned()));
    let text = Diagnostic::in_text(Code::Syntax, "a.md", Span::new(2, 5), "a", "b");
    assert_eq!(text.place, Place::Text { file: "a.md".to_owned(), span: Span::new(2, 5) });
    let argument = Diagnostic::in_argument(Code::NotAMonth, "from", "2026", "");
    assert_eq!(argument.place, Place::Argument("from".to_owned()));
}

#[test]
fn a_list_is_one_line_for_each_fault() {
    let list = Diagnostics(vec![
        unknown_field("birthdate", "birth_date"),
        Diagnostic::in_text(Code::DuplicateName, "a.md", Span::new(2, 5), "x", ""),
        Diagnostic::in_argument(Code::NotAMonth, "from", "2026", ""),
    ]);
    let lines = [
        "unknown-field at families[0]: no field is named `birthdate`; known here: birth_date",
        "duplicate-name at a.md[2..5]: the name `x` is taken; choose another name",
        "not-a-month at from: `2026` is not a month; write YYYY-MM, from 1900-01 to 2100-12",
    ];
    assert_eq!(list.to_string(), lines.join("\n"));
    assert_eq!(Diagnostics::from(list.0[0].clone()).to_string(), lines[0]);
    assert_eq!(Diagnostics::default().to_string(), "");
}
