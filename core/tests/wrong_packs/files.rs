//! A pack as files: its vocabulary and its documents.

use super::world::{FILE, sound, told_of, vocabulary};

#[test]
fn a_pack_has_a_vocabulary_and_a_document() {
    let text = sound();
    assert_eq!(told_of(&[]), ["empty-pack [pack] vocabulary.toml => ", "empty-pack [pack] LAYER/NAME.md => "]);
    assert_eq!(told_of(&[(FILE, &text)]), ["empty-pack [pack] vocabulary.toml => "]);
    assert_eq!(told_of(&[("vocabulary.toml", vocabulary())]), ["empty-pack [pack] LAYER/NAME.md => "]);
    // A document stands in the folder of its layer.
    assert_eq!(
        told_of(&[("vocabulary.toml", vocabulary()), ("small.md", &text)]),
        ["empty-pack [pack] LAYER/NAME.md => "]
    );
}

#[test]
fn a_vocabulary_that_cannot_be_read_makes_no_name_unknown() {
    let text = sound();
    let broken = vocabulary().replacen("many = false", "many = \"no\"", 1);
    assert_eq!(
        told_of(&[("vocabulary.toml", &broken), (FILE, &text)]),
        ["invalid-vocabulary [vocabulary.toml 10: \"no\"] many = \"no\" => many = true | false"]
    );
    let broken = vocabulary().replacen("many = false", "many = ", 1);
    let found = told_of(&[("vocabulary.toml", &broken), (FILE, &text)]);
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("invalid-toml [vocabulary.toml 10: "), "{}", found[0]);
}

#[test]
fn faults_come_in_the_order_of_layers_and_lines() {
    let one = sound().replace("300 CNY", "301 CNY").replace("default  open", "default  opn");
    let found = told_of(&[("zoucheng/b.md", &one), ("vocabulary.toml", vocabulary()), ("china/a.md", &one)]);
    assert_eq!(
        found,
        [
            "unknown-key [china/a.md 20: opn] opn => as-third, none, open",
            "ungrounded [china/a.md 33: 301 CNY] 301 CNY => ",
            "duplicate-name [zoucheng/b.md 15: fourth-child] fourth-child => ",
            "duplicate-name [zoucheng/b.md 22: age-limit] age-limit => ",
            "ungrounded [zoucheng/b.md 33: 301 CNY] 301 CNY => ",
        ]
    );
}
