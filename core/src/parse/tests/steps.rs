//! Steps of a procedure and their ways.

use super::rules::shown;
use super::{at, faults_in, in_block, rules_of, sound};
use crate::parse::LineBody;

const PROCEDURE: &str = "\
procedure a for b
  step one
    act   审核 | Review
    body  某局 | An office
    done  b.reviewed
  step two by b.form
    public:
      act          变更 | Change
      body         某局 | An office
      certificate  《证书》 | Certificate
      done         b.changed and b.approved
    1 .. 2:
      done  b.changed
    otherwise: none
  assumes  按规定 | As set";

/// The same with the first step's lines replaced; they begin in line 4.
fn faults(lines: &str) -> Vec<String> {
    faults_in(&format!("procedure a for b\n  step one\n{lines}"))
}

/// What is told of a step with ways; the first way stands in line 4.
fn ways(lines: &str) -> Vec<String> {
    faults_in(&format!("procedure a for b\n  step one by b.form\n{lines}"))
}

#[test]
fn a_step_has_lines_or_ways_with_lines() {
    let document = sound(&in_block(PROCEDURE));
    let [rule] = rules_of(&document) else { panic!("not one rule") };
    assert_eq!(
        shown(rule),
        [
            "Procedure a [b]",
            "step: one by all [otherwise! => act 审核|Review, body 某局|An office, done b.reviewed]",
            "step: two by b.form [\
             public => act 变更|Change, body 某局|An office, certificate 《证书》|Certificate, \
             done (And b.changed b.approved); \
             1..2 => done b.changed; \
             otherwise! => none!]",
            "assumes: 按规定|As set",
        ]
    );
    assert!(rule.complete);
}

#[test]
fn steps_and_ways_keep_their_places() {
    let document = sound(&in_block(PROCEDURE));
    let [rule] = rules_of(&document) else { panic!("not one rule") };
    let LineBody::Step(step) = &rule.lines[1].body else { panic!("no step") };
    assert_eq!(at(&document, step.id.span), "two");
    assert_eq!(at(&document, step.selector.as_ref().unwrap().span), "b.form");
    let keys: Vec<&str> = step.ways.iter().map(|way| at(&document, way.key.span)).collect();
    assert_eq!(keys, ["public", "1 .. 2", "otherwise"]);
}

#[test]
fn a_step_names_itself_and_what_selects() {
    for (step, expected) in [
        ("step", "syntax 3:7-7 end of line => a name of a–z, 0–9 and -"),
        ("step One", "syntax 3:8-11 One => a name of a–z, 0–9 and -"),
        ("step one two", "syntax 3:12-15 two => end of line"),
        ("step one by", "syntax 3:14-14 end of line => a name"),
        ("step one by b.form c", "syntax 3:22-23 c => end of line"),
        ("step one", "syntax 3:11-11 end of line => only, act, body, certificate, due, done"),
        ("step one by b.form", "syntax 3:21-21 end of line => a row"),
    ] {
        assert_eq!(faults_in(&format!("procedure a for b\n  {step}")), [expected], "{step}");
    }
}

#[test]
fn a_step_has_keywords_of_its_own() {
    let all = "only, act, body, certificate, due, done";
    assert_eq!(faults("    until  2025-12-31"), [format!("unknown-keyword 4:5-10 until => {all}")]);
    assert_eq!(
        faults("    acts 甲 | A\n    done c"),
        ["unknown-keyword 4:5-9 acts => act, only, body, certificate, due, done"]
    );
    assert_eq!(
        faults("    bodies 甲 | A\n    done c"),
        ["unknown-keyword 4:5-11 bodies => only, act, body, certificate, due, done"]
    );
    assert_eq!(faults("    * 甲 | A\n    done c"), [format!("syntax 4:5-6 * => {all}")]);
    assert_eq!(faults("    act 甲 | A\n    act 乙 | B\n    done c"), ["duplicate-line 5:5-8 act => "]);
}

#[test]
fn every_line_of_a_step_has_its_form() {
    for (line, expected) in [
        ("act", "syntax 4:8-8 end of line => 中文 | English"),
        ("act 甲", "one-language 4:9-10 甲 => "),
        ("body | A", "one-language 4:10-13 | A => "),
        ("certificate", "syntax 4:16-16 end of line => 中文 | English"),
        ("done", "syntax 4:9-9 end of line => an expression"),
        ("done b.c and", "syntax 4:17-17 end of line => an expression"),
    ] {
        assert_eq!(faults(&format!("    {line}")), [expected], "{line}");
    }
}

#[test]
fn a_way_has_lines_or_is_none() {
    for (lines, expected) in [
        ("    public", "syntax 4:11-11 end of line => `:`"),
        ("    public:", "syntax 4:12-12 end of line => only, act, body, certificate, due, done"),
        ("    public:\n    other: none", "syntax 4:12-12 end of line => only, act, body, certificate, due, done"),
        ("    public: nothing", "syntax 4:13-20 nothing => end of line"),
        ("    public: none at all", "syntax 4:18-20 at => end of line"),
        ("    b.public: none", "syntax 4:5-13 b.public => a name, a number, a day, `otherwise`"),
        ("    public: act 甲 | A", "syntax 4:13-16 act => end of line"),
    ] {
        assert_eq!(ways(lines), [expected], "{lines}");
    }
}

#[test]
fn a_way_that_is_none_has_no_lines() {
    assert_eq!(ways("    public: none\n      act 甲 | A\n    other: none"), ["syntax 5:11-12 甲 => `:`"]);
}

#[test]
fn lines_stand_deeper_than_their_way() {
    assert_eq!(
        ways("    public:\n    act 甲 | A\n    done b.c"),
        [
            "syntax 4:12-12 end of line => only, act, body, certificate, due, done",
            "syntax 5:9-10 甲 => `:`",
            "syntax 6:10-13 b.c => `:`",
        ]
    );
    let margin = "  act 甲 | A";
    assert_eq!(
        faults(margin),
        [
            "syntax 3:11-11 end of line => only, act, body, certificate, due, done",
            "unknown-keyword 4:3-6 act => title, overrides, force, published, applies, let, step, assumes",
        ]
    );
}

#[test]
fn what_follows_a_fault_in_a_step_is_read() {
    let text = "procedure a for b\n  step one\n    acts 甲 | A\n  step two by c\n    x none\n    y: none\n  assumes 甲";
    assert_eq!(
        faults_in(text),
        [
            "unknown-keyword 4:5-9 acts => act, only, body, certificate, due, done",
            "syntax 6:7-11 none => `:`",
            "one-language 8:11-12 甲 => ",
        ]
    );
    let document = super::read(&in_block(text)).0;
    assert!(!rules_of(&document)[0].complete, "what is left out must not be missed");
}
