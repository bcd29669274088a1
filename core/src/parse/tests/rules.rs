//! Rules: heads, lines, what each keyword takes.

use super::{at, days_shown, faults_in, in_block, key_shown, period_shown, rows_shown, rules_of, sound, tree};
use crate::parse::{Answer, BlockKind, Item, Kind, Line, LineBody, RuleSyntax, Spanned, Step};
use crate::source::Words;
use crate::value::Period;

const RULES: &str = "\
reading mixed-age-carers   # a remark
  title    混合班 | Mixed age
  ask      混合班的保育人员配比 | Carers in a mixed-age class
  because  第20条未列混合班 # 1 | Article 20 does not name it
  option   one-to-five: 1:5 | 1:5
  option   one-to-seven:1:7 | 1:7
  default  open

parameter childcare-age
  title      托育年龄 | Childcare age
  value      3 years
  force      2025-07-21 ..
  published  2025-06-20
# A remark in the margin.
entitlement operating-subsidy for enrolment
  title    普惠托育机构运营补助 | Operating subsidy for inclusive nurseries
  force    2025-07-21 .. 2028-06-20
  published 2025-06-20
  pay      county -> institution
  place    institution.county
  single   child
  when     running:     day in enrolment.from .. enrolment.to
           registered \"已登记 | Registered\":  institution.registered
           filed:       institution.filed
  assumes  有关要求由县级规定 | Further requirements are set by the county
  assumes  按规定 | As set
  rate     per year by class.kind
             infant:              3000 CNY
             otherwise as other:  2000 CNY

entitlement employer-reimbursement for parent x enrolment
  discretionary  可按一定比例报销 | The employer may reimburse
  applies  parent.employed
  let      ratio = 50%
  rate     per month  base * ratio

entitlement bonus for child
  rate     once  3600 CNY
  claim
    where      户籍地 | Where it is registered
    by         年底前 | By the end of the year
    documents  户口簿 | The household register
    documents  出生证 | The birth certificate";

/// A rule's head and lines in one text each.
pub(super) fn shown(rule: &RuleSyntax) -> Vec<String> {
    let subject: Vec<&str> = rule.subject.iter().map(|thing| thing.node.as_str()).collect();
    let head = format!("{:?} {} [{}]", rule.kind.node, rule.name.node, subject.join(" x "));
    let lines = rule.lines.iter().map(|line| format!("{}: {}", line.keyword.node, body(&line.body)));
    std::iter::once(head).chain(lines).collect()
}

fn body(body: &LineBody) -> String {
    match body {
        LineBody::Nothing => String::new(),
        LineBody::Words(words) => format!("{}|{}", words.node.zh, words.node.en),
        LineBody::Days(days) => days_shown(days.node),
        LineBody::Day(day) => day.node.to_string(),
        LineBody::Pay { payer, payee } => {
            format!("{} to {}", payer.as_ref().map_or("nobody", |payer| payer.node.as_str()), payee.node)
        }
        LineBody::Name(name) => name.node.clone(),
        LineBody::Option { id, words } => format!("{} = {}|{}", id.node, words.node.zh, words.node.en),
        LineBody::Rows(rows) => rows_shown(rows),
        LineBody::Expression(expression) => tree(expression),
        LineBody::Rate(rate) => format!("{}{}", period_shown(rate.period.as_ref()), tree(&rate.amount)),
        LineBody::Elsewhere { name, words } => format!("elsewhere {} {}", name.node, both(words)),
        LineBody::Source { standing, document, quote } => format!("{} {document} [{quote}]", standing.node),
        LineBody::Step(step) => step_shown(step),
        LineBody::Item(item) => item_shown(item),
        LineBody::Claim(lines) => lines_shown(lines),
        LineBody::Answer(Answer::Words(words)) => both(words),
        LineBody::Answer(Answer::Rows { selector, rows }) => {
            let rows = rows.iter().map(|row| format!("{}: {}", key_shown(&row.key.node), both(&row.words)));
            let by = selector.as_ref().map_or("list", |name| name.node.as_str());
            format!("{by} [{}]", rows.collect::<Vec<_>>().join("; "))
        }
    }
}

fn both(words: &Spanned<Words>) -> String {
    format!("{}|{}", words.node.zh, words.node.en)
}

fn lines_shown(lines: &[Line]) -> String {
    let line = |line: &Line| format!("{} {}", line.keyword.node, body(&line.body));
    lines.iter().map(line).collect::<Vec<_>>().join(", ")
}

fn step_shown(step: &Step) -> String {
    let ways = step.ways.iter().map(|way| {
        let lines = way.lines.as_ref().map_or("none!".to_owned(), |lines| lines_shown(lines));
        format!("{} => {lines}", key_shown(&way.key.node))
    });
    let by = step.selector.as_ref().map_or("all", |name| name.node.as_str());
    format!("{} by {by} [{}]", step.id.node, ways.collect::<Vec<_>>().join("; "))
}

fn item_shown(item: &Item) -> String {
    let name = |name: &Option<Spanned<String>>| name.as_ref().map_or("-".to_owned(), |name| name.node.clone());
    let lines = lines_shown(&item.lines);
    format!("{} for {} by {} {} [{lines}]", item.id.node, name(&item.of), name(&item.by), item.monthly)
}

#[test]
fn every_keyword_is_read() {
    let document = sound(&in_block(RULES));
    let rules: Vec<Vec<String>> = rules_of(&document).iter().map(shown).collect();
    assert_eq!(
        rules,
        [
            vec![
                "Reading mixed-age-carers []",
                "title: 混合班|Mixed age",
                "ask: 混合班的保育人员配比|Carers in a mixed-age class",
                "because: 第20条未列混合班 # 1|Article 20 does not name it",
                "option: one-to-five = 1:5|1:5",
                "option: one-to-seven = 1:7|1:7",
                "default: open",
            ],
            vec![
                "Parameter childcare-age []",
                "title: 托育年龄|Childcare age",
                "value: 3[years]",
                "force: 2025-07-21..",
                "published: 2025-06-20",
            ],
            vec![
                "Entitlement operating-subsidy [enrolment]",
                "title: 普惠托育机构运营补助|Operating subsidy for inclusive nurseries",
                "force: 2025-07-21..2028-06-20",
                "published: 2025-06-20",
                "pay: county to institution",
                "place: institution.county",
                "single: child",
                "when: running: (in day enrolment.from..enrolment.to); \
                 registered \"已登记|Registered\": institution.registered; filed: institution.filed",
                "assumes: 有关要求由县级规定|Further requirements are set by the county",
                "assumes: 按规定|As set",
                "rate: Year by class.kind [infant: 3000[CNY]; otherwise! as other: 2000[CNY]]",
            ],
            vec![
                "Entitlement employer-reimbursement [parent x enrolment]",
                "discretionary: 可按一定比例报销|The employer may reimburse",
                "applies: parent.employed",
                "let: ratio: 0.50[%]",
                "rate: Month (Multiply base ratio)",
            ],
            vec![
                "Entitlement bonus [child]",
                "rate: Once 3600[CNY]",
                "claim: where 户籍地|Where it is registered, by 年底前|By the end of the year, \
                 documents 户口簿|The household register, documents 出生证|The birth certificate",
            ],
        ]
    );
}

#[test]
fn heads_and_lines_keep_their_places() {
    let document = sound(&in_block(RULES));
    let [reading, _, subsidy, pair, bonus] = rules_of(&document) else { panic!("not five rules") };
    assert_eq!((reading.kind.node, at(&document, reading.kind.span)), (Kind::Reading, "reading"));
    assert_eq!(at(&document, reading.name.span), "mixed-age-carers");
    let things: Vec<&str> = pair.subject.iter().map(|thing| at(&document, thing.span)).collect();
    assert_eq!(things, ["parent", "enrolment"]);
    let LineBody::Option { id, words } = &reading.lines[4].body else { panic!("no option") };
    assert_eq!(at(&document, reading.lines[4].keyword.span), "option");
    assert_eq!((at(&document, id.span), at(&document, words.span)), ("one-to-seven", "1:7 | 1:7"));
    let LineBody::Words(title) = &subsidy.lines[0].body else { panic!("no words") };
    assert_eq!(at(&document, title.span), "普惠托育机构运营补助 | Operating subsidy for inclusive nurseries");
    let LineBody::Days(force) = &subsidy.lines[1].body else { panic!("no days") };
    assert_eq!(at(&document, force.span), "2025-07-21 .. 2028-06-20");
    let LineBody::Day(published) = &subsidy.lines[2].body else { panic!("no day") };
    assert_eq!(at(&document, published.span), "2025-06-20");
    let LineBody::Pay { payer, payee } = &subsidy.lines[3].body else { panic!("no pay") };
    assert_eq!((at(&document, payer.as_ref().unwrap().span), at(&document, payee.span)), ("county", "institution"));
    let LineBody::Rate(rate) = &bonus.lines[0].body else { panic!("no rate") };
    let period = rate.period.as_ref().unwrap();
    assert_eq!((period.node, at(&document, period.span)), (Period::Once, "once"));
}

/// Every kind, as faults list them.
const KINDS: &str =
    "reading, parameter, entitlement, limit, requirement, indicator, procedure, lookup, quantity, calendar, table";

#[test]
fn a_head_begins_with_a_kind() {
    for (head, found) in [
        ("claim x for class", "unknown-kind 2:1-6 claim"),
        ("规则 x", "unknown-kind 2:1-3 规则"),
        ("- x", "syntax 2:1-2 -"),
    ] {
        assert_eq!(faults_in(head), [format!("{found} => {KINDS}")], "{head}");
    }
    for (head, nearest) in [
        ("entitlment", "entitlement"),
        ("limits", "limit"),
        ("requirment", "requirement"),
        ("indicater", "indicator"),
        ("procedur", "procedure"),
        ("look-up", "lookup"),
    ] {
        let others: Vec<&str> = KINDS.split(", ").filter(|kind| *kind != nearest).collect();
        let expected = format!("unknown-kind 2:1-{} {head} => {nearest}, {}", head.len() + 1, others.join(", "));
        assert_eq!(faults_in(&format!("{head} x for class")), [expected]);
    }
}

#[test]
fn a_head_names_a_rule_and_its_subject() {
    for (head, expected) in [
        ("parameter", "syntax 2:10-10 end of line => a name of a–z, 0–9 and -"),
        ("parameter Age", "syntax 2:11-14 Age => a name of a–z, 0–9 and -"),
        ("parameter jining/age", "syntax 2:11-21 jining/age => a name of a–z, 0–9 and -"),
        ("parameter age_of", "syntax 2:11-17 age_of => a name of a–z, 0–9 and -"),
        ("parameter 年龄", "syntax 2:11-13 年龄 => a name of a–z, 0–9 and -"),
        ("parameter age for child", "syntax 2:15-18 for => end of line"),
        ("entitlement x", "syntax 2:14-14 end of line => `for`"),
        ("entitlement x of child", "syntax 2:15-17 of => `for`"),
        ("entitlement x for", "syntax 2:18-18 end of line => a name of a–z, 0–9 and -"),
        ("entitlement x for parent child", "syntax 2:26-31 child => end of line"),
        ("entitlement x for parent x", "syntax 2:27-27 end of line => a name of a–z, 0–9 and -"),
        ("entitlement x for a x b x c", "syntax 2:25-26 x => end of line"),
    ] {
        assert_eq!(faults_in(head), [expected], "{head}");
    }
}

#[test]
fn lines_under_a_bad_head_are_read_where_its_kind_is_known() {
    assert_eq!(
        faults_in("claim x for class\n  need a >=\n  foo\nparameter y\n  value -"),
        [&format!("unknown-kind 2:1-6 claim => {KINDS}"), "syntax 6:9-10 - => an expression"]
    );
    assert_eq!(
        faults_in("parametr x\n  value -\nparameter\n  value -"),
        [
            "unknown-kind 2:1-9 parametr => \
             parameter, reading, entitlement, limit, requirement, indicator, procedure, lookup, quantity, calendar, table",
            "syntax 3:9-10 - => an expression",
            "syntax 4:10-10 end of line => a name of a–z, 0–9 and -",
            "syntax 5:9-10 - => an expression",
        ]
    );
}

#[test]
fn each_kind_has_its_keywords() {
    let reading = "title, ask, because, option, default";
    let parameter = "title, overrides, value, source, force, published";
    let entitlement = "title, overrides, force, published, form, pay, place, single, discretionary, at_least, each, source, applies, when, let, \
                       rate, claim, assumes";
    let limit = "title, overrides, force, published, source, applies, let, need, assumes";
    let requirement = "title, overrides, force, published, guiding, applies, let, need, assumes";
    let indicator = "title, overrides, force, published, guiding, let, value, need, due, assumes";
    let procedure = "title, overrides, force, published, applies, let, step, assumes";
    let lookup = "title, overrides, force, published, applies, let, value, assumes";
    for (text, word, expected) in [
        ("reading a\n  value 3", "value", reading),
        ("parameter a\n  rate per month 3", "rate", parameter),
        ("entitlement a for b\n  due 2025-12-31", "due", entitlement),
        ("entitlement a for b\n  标题 x", "标题", entitlement),
        ("entitlement a for b\n  Title x | y", "Title", entitlement),
        ("entitlement a for b\n  default x\n    y: z", "default", entitlement),
        ("limit a for b\n  rate per month 3", "rate", limit),
        ("limit a for b\n  guiding 甲 | A", "guiding", limit),
        ("requirement a for b\n  due 2025-12-31", "due", requirement),
        ("indicator a for b\n  applies yes", "applies", indicator),
        ("procedure a for b\n  need yes", "need", procedure),
        ("lookup a for b\n  rate once 1", "rate", lookup),
        ("calendar a from b/c\n  value 1", "value", "title"),
    ] {
        let end = 3 + word.chars().count();
        assert_eq!(faults_in(text), [format!("unknown-keyword 3:3-{end} {word} => {expected}")], "{text}");
    }
    assert_eq!(faults_in("reading a\n  * x"), [format!("syntax 3:3-4 * => {reading}")]);
}

#[test]
fn a_misspelt_keyword_is_read_as_the_nearest() {
    let text = "parameter a\n  titel-x 甲 | A\n  valu -\n  tile 甲\n  title 乙 | B";
    assert_eq!(
        faults_in(text),
        [
            "unknown-keyword 3:3-10 titel-x => title, overrides, value, source, force, published",
            "unknown-keyword 4:3-7 valu => value, title, overrides, source, force, published",
            "syntax 4:8-9 - => an expression",
            "unknown-keyword 5:3-7 tile => title, overrides, value, source, force, published",
            "one-language 5:8-9 甲 => ",
        ]
    );
}

#[test]
fn most_lines_stand_once() {
    let text = "reading a\n  ask 甲 | A\n  ask 乙 | B\n  option a: 甲 | A\n  option a: 甲 | A\n  ask 丙\n  default x\n  default y";
    assert_eq!(
        faults_in(text),
        [
            "duplicate-line 4:3-6 ask => ",
            "duplicate-line 7:3-6 ask => ",
            "one-language 7:7-8 丙 => ",
            "duplicate-line 9:3-10 default => ",
        ]
    );
    let document = super::read(&in_block(text)).0;
    let lines: Vec<String> = shown(&rules_of(&document)[0]);
    assert_eq!(lines[1..], ["ask: 甲|A", "option: a = 甲|A", "option: a = 甲|A", "default: x"]);
}

#[test]
fn what_follows_a_keyword_has_its_form() {
    for (line, expected) in [
        ("title", "syntax 3:8-8 end of line => 中文 | English"),
        ("title 甲", "one-language 3:9-10 甲 => "),
        ("title 甲 |", "one-language 3:9-12 甲 | => "),
        ("title | A", "one-language 3:9-12 | A => "),
        ("title: 甲 | A", "syntax 3:8-9 : => a space"),
        ("force", "syntax 3:8-8 end of line => YYYY-MM-DD"),
        ("force 2025-01-01", "syntax 3:19-19 end of line => `..`"),
        ("force 2025-01-01 .. today", "syntax 3:23-28 today => end of line"),
        ("force 2025-01-02 .. 2025-01-01", "end-before-start 3:23-33 2025-01-01 => 2025-01-02"),
        ("published", "syntax 3:12-12 end of line => YYYY-MM-DD"),
        ("published 2025-06", "syntax 3:13-17 2025 => YYYY-MM-DD"),
        ("published 2025-06-31", "no-such-day 3:13-23 2025-06-31 => "),
        ("published 2025-06-30 or so", "syntax 3:24-26 or => end of line"),
        ("pay county", "syntax 3:13-13 end of line => `->`"),
        ("pay county - family", "syntax 3:14-15 - => `->`"),
        ("pay county ->", "syntax 3:16-16 end of line => a name of a–z, 0–9 and -"),
        ("pay county -> family.county", "syntax 3:17-30 family.county => a name of a–z, 0–9 and -"),
        ("single", "syntax 3:9-9 end of line => a name of a–z, 0–9 and -"),
        ("single child child", "syntax 3:16-21 child => end of line"),
        ("place", "syntax 3:8-8 end of line => an expression"),
        ("rate", "syntax 3:7-7 end of line => per month, per year, once, elsewhere"),
        ("rate 300 CNY", "syntax 3:8-11 300 => per month, per year, once, elsewhere"),
        ("rate per", "syntax 3:11-11 end of line => month, year"),
        ("rate per week 3 CNY", "syntax 3:12-16 week => month, year"),
        ("rate per month", "syntax 3:17-17 end of line => an expression"),
    ] {
        assert_eq!(faults_in(&format!("entitlement a for b\n  {line}")), [expected], "{line}");
    }
    for (line, expected) in [
        ("option", "syntax 3:9-9 end of line => a name of a–z, 0–9 and -"),
        ("option one", "syntax 3:13-13 end of line => `:`"),
        ("option one 甲 | A", "syntax 3:14-15 甲 => `:`"),
        ("option one:", "syntax 3:14-14 end of line => 中文 | English"),
        ("option one: 甲", "one-language 3:15-16 甲 => "),
    ] {
        assert_eq!(faults_in(&format!("reading a\n  {line}")), [expected], "{line}");
    }
}

#[test]
fn a_text_in_one_language_is_kept() {
    let document = super::read(&in_block("parameter a\n  title | A")).0;
    assert_eq!(shown(&rules_of(&document)[0])[1..], ["title: |A"]);
}

#[test]
fn lines_stand_in_one_column() {
    let text = "  title 甲 | A
parameter a
  title 甲 | A
    force 2025-01-01 .. x
    乙
value 3
   + 4
  published 2025-01-01
parameter b
value 3 4";
    assert_eq!(
        faults_in(text),
        [
            &format!("syntax 2:3-8 title => {KINDS}"),
            "syntax 5:5-10 force => column 3",
            "syntax 5:25-26 x => end of line",
            "syntax 6:5-6 乙 => column 3",
            "syntax 7:1-6 value => column 3",
            "syntax 8:4-5 + => column 3",
            "syntax 11:1-6 value => column 3",
            "syntax 11:9-10 4 => end of line",
        ]
    );
    let document = super::read(&in_block(text)).0;
    assert_eq!(shown(&rules_of(&document)[0])[1..], ["title: 甲|A", "value: 3", "published: 2025-01-01"]);
}

#[test]
fn a_block_of_rules_holds_a_rule() {
    for rules in ["", "# only a remark", "\n\n"] {
        let text = in_block(rules);
        let (document, faults) = super::read(&text);
        let line = text.lines().count();
        assert_eq!(super::shown(&text, &faults), [format!("syntax {line}:1-4 ``` => {KINDS}")]);
        assert!(matches!(&document.blocks[0].kind, BlockKind::Rules(rules) if rules.is_empty()));
    }
}
