//! The closed list of codes: ids and words.

use crate::error::{Code, Group, Severity};
use crate::source::Language;
use std::collections::BTreeSet;

const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];

/// The templates of a code: message and help in both languages.
fn templates(code: Code) -> [&'static str; 4] {
    let [zh, en] = LANGUAGES;
    [code.message(zh), code.message(en), code.help(zh), code.help(en)]
}

#[test]
fn ids_are_unique_and_written_in_small_letters_with_hyphens() {
    let ids: BTreeSet<&str> = Code::ALL.iter().map(|code| code.id()).collect();
    assert_eq!(ids.len(), Code::ALL.len());
    for id in ids {
        let words: Vec<&str> = id.split('-').collect();
        assert!(words.iter().all(|word| !word.is_empty()), "{id}");
        assert!(
            id.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-'),
            "{id}"
        );
    }
}

#[test]
fn an_id_is_the_codes_own_name() {
    for code in Code::ALL {
        let plain: String = format!("{code:?}").to_lowercase();
        assert_eq!(code.id().replace('-', ""), plain);
        assert_eq!(code.to_string(), code.id());
    }
}

#[test]
fn the_codes_of_a_group_stand_together() {
    let mut groups: Vec<Group> = Code::ALL.iter().map(|code| code.group()).collect();
    groups.dedup();
    let ended: Vec<&str> = groups.iter().map(|group| group.title(Language::English)).collect();
    let different: BTreeSet<&str> = ended.iter().copied().collect();
    assert_eq!(ended.len(), different.len(), "{ended:?}");
    assert_eq!(Code::NotAMonth.group(), Group::Question);
}

#[test]
fn every_code_has_words_in_both_languages() {
    for code in Code::ALL {
        for template in templates(*code) {
            assert!(!template.trim().is_empty(), "{code}");
            assert_eq!(template.trim(), template, "{code}");
        }
        assert!(code.message(Language::Chinese).chars().any(is_chinese), "{code}: no Chinese in the Chinese message");
        assert!(!code.message(Language::English).chars().any(is_punctuation_of_chinese), "{code}");
    }
}

fn is_chinese(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

fn is_punctuation_of_chinese(letter: char) -> bool {
    "“”：；，（）".contains(letter)
}

/// What a template says with its places taken out.
fn without_places(template: &str) -> String {
    template.replace("{found}", "").replace("{expected}", "")
}

#[test]
fn templates_have_no_other_places_than_found_and_expected() {
    for code in Code::ALL {
        for template in templates(*code) {
            let rest = without_places(template);
            // `{ … }` shows an object to the reader and is no place.
            let rest = rest.replace("{ … }", "");
            assert!(!rest.contains(['{', '}']), "{code}: {template}");
        }
    }
}

#[test]
fn both_languages_fill_the_same_places() {
    for code in Code::ALL {
        let [message_zh, message_en, help_zh, help_en] = templates(*code);
        for place in ["{found}", "{expected}"] {
            assert_eq!(message_zh.contains(place), message_en.contains(place), "{code}: message, {place}");
            assert_eq!(help_zh.contains(place), help_en.contains(place), "{code}: help, {place}");
        }
    }
}

#[test]
fn only_what_leaves_an_answer_possible_is_a_warning() {
    let warnings: Vec<&str> =
        Code::ALL.iter().filter(|code| code.severity() == Severity::Warning).map(|code| code.id()).collect();
    assert_eq!(warnings, ["near-heading", "pending"]);
}
