//! The sheet of the published law: nothing of it is left out, and its counts add up.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use tuoyu::source::Words;
use tuoyu::{Entry, Pack, Sheet};

const NOTICE: &str = "jining/2025-15.md";

/// The rules that pay money by measure 13 of the notice.
const MONEY: [&str; 4] =
    ["jining/operating-subsidy", "jining/city-award", "jining/family-subsidy", "jining/employer-reimbursement"];

/// The notice's sheet, where its text is changed so.
fn notice(change: impl Fn(&str) -> String) -> Sheet {
    let files: Vec<(&str, String)> = tuoyu_rules::jining()
        .iter()
        .map(|(name, text)| (*name, if *name == NOTICE { change(text) } else { (*text).to_owned() }))
        .collect();
    let checked = Pack::new(files.iter().map(|(name, text)| (*name, text.as_str()))).check();
    checked.sheets().into_iter().find(|sheet| sheet.file == NOTICE).unwrap()
}

fn published() -> (Pack, Sheet) {
    (Pack::new(tuoyu_rules::jining().iter().copied()), notice(str::to_owned))
}

#[test]
fn the_law_stands_on_the_sheet_whole_and_in_order() {
    let (pack, sheet) = published();
    let law: String =
        pack.file("jining/2025-15.md").unwrap().text.lines().filter_map(|line| line.strip_prefix("> ")).collect();
    let of = |entry: &Entry| match entry {
        Entry::Heading { text, .. } => text.clone(),
        Entry::Row(row) => row.pieces.iter().map(|(_, text)| text.as_str()).collect(),
    };
    let shown: String = sheet.entries.iter().map(of).collect();
    let bare = |text: &str| text.chars().filter(|sign| !sign.is_whitespace()).collect::<String>();
    assert_eq!(bare(&shown), bare(&law));
}

#[test]
fn every_money_rule_stands_once_beside_its_sentence_with_an_example() {
    let (pack, sheet) = published();
    let book = pack.check().plan.unwrap().book;
    for rule in book.rules.iter().filter(|rule| MONEY.contains(&rule.id.as_str())) {
        let rows = sheet.entries.iter().filter_map(|entry| match entry {
            Entry::Row(row) => Some(row),
            Entry::Heading { .. } => None,
        });
        let mut rows = rows.filter(|row| row.made.iter().any(|made| made.id.as_ref() == Some(&rule.id)));
        let row = rows.next().unwrap();
        assert!(rows.next().is_none(), "{} stands once", rule.id);
        assert!(!row.cases.is_empty(), "{} has an example", rule.id);
        let quote: String = row.pieces.iter().map(|(_, text)| text.as_str()).collect();
        let source = book.cite(&rule.versions[0].source);
        assert_eq!((&quote, &row.pieces[0].0), (&source.quote, &source.clause), "{}", rule.id);
    }
}

#[test]
fn headings_stand_as_deep_as_their_marks() {
    let (_, sheet) = published();
    let depth = |wanted: &str| {
        let found = sheet.entries.iter().find_map(|entry| match entry {
            Entry::Heading { text, depth } if text == wanted => Some(*depth),
            _ => None,
        });
        found.unwrap()
    };
    assert_eq!(depth("二、主要任务"), 1);
    assert_eq!(depth("（五）落实托育服务支持引导"), 2);
    assert_eq!(depth("13. 落实奖补政策。"), 3);
    assert_eq!(depth("③落实入托家庭直补。"), 4);
    assert_eq!(depth("印发《关于推动托育服务高质量发展的实施意见（试行）》的通知"), 0);
}

#[test]
fn every_piece_is_counted_once() {
    let (_, sheet) = published();
    let count = |belongs: &dyn Fn(&Words) -> bool| -> usize {
        sheet.counts.iter().filter(|(words, _)| belongs(words)).map(|(_, count)| count).sum()
    };
    let all = count(&|words| words.en == "pieces of law");
    let headings = count(&|words| words.en == "headings with a number mark");
    let with_rule = count(&|words| words.en == "pieces with a rule");
    let without = count(&|words| words.en.starts_with("pieces without a rule"));
    assert_eq!(all, headings + with_rule + without);
    let (pack, _) = published();
    let text = &pack.file(NOTICE).unwrap().text;
    let readings = text.lines().filter(|line| line.starts_with("reading ")).count();
    assert_eq!(count(&|words| words.zh == "解释选项"), readings);
}

#[test]
fn an_example_is_said_with_its_facts_its_readings_and_its_result() {
    let expectation = "expect  jining/family-subsidy undetermined 0.00 .. 6000.00";
    // The birth order stays unknown, so the fourth child is only one of its values.
    let sheet = notice(|text| text.replace(expectation, &format!("reading fourth-child as-third\n{expectation}")));
    let cases = sheet.entries.iter().filter_map(|entry| match entry {
        Entry::Row(row) => Some(&row.cases),
        Entry::Heading { .. } => None,
    });
    let case = cases.flatten().find(|case| case[0].en.starts_with("Birth order not known")).unwrap();
    let zh: Vec<&str> = case.iter().skip(1).map(|words| words.zh.as_str()).collect();
    assert_eq!(
        zh,
        [
            "2026年1月至2026年12月。",
            "出生日期：2025年3月10日。",
            "入托日期：2025年9月10日。",
            "选定：四孩及以上的孩子有没有入托补贴？——与三孩相同。",
            "结果：“入托补贴”待定，0元至6,000元。",
        ]
    );
    let en: Vec<&str> = case.iter().skip(1).map(|words| words.en.as_str()).collect();
    assert_eq!(
        en,
        [
            "January 2026 to December 2026.",
            "Date of birth: 10 March 2025.",
            "First day of the enrolment: 10 September 2025.",
            "Chosen: Is a fourth or later child paid the subsidy? — The same as the third.",
            "Result: “Family childcare subsidy” undetermined, CNY 0 to CNY 6,000.",
        ]
    );
}

#[test]
fn the_result_of_an_example_is_said_as_its_kind_of_rule_says_it() {
    let (_, sheet) = published();
    let cases = sheet.entries.iter().filter_map(|entry| match entry {
        Entry::Row(row) => Some(&row.cases),
        Entry::Heading { .. } => None,
    });
    let results: Vec<&Words> = cases.flatten().filter_map(|case| case.last()).collect();
    for (zh, en) in [
        (
            "结果：“普惠托育收费标准”违反，实际为每月2,300元。",
            "Result: “Fee standard of inclusive childcare” breached, found CNY 2,300 a month.",
        ),
        ("结果：“单位报销比例的上限”违反，实际为85%。", "Result: “Cap on the employer's ratio” breached, found 85%."),
        (
            "结果：“公办（含国企办）托育机构占比”达标，实际为42%。",
            "Result: “Share of public and state-owned institutions” reached, found 42%.",
        ),
        ("结果：“诚信档案”未做到。", "Result: “Integrity record” not met yet."),
        (
            "结果：“幼儿园托班登记备案”办理中。",
            "Result: “Registration and filing of a kindergarten nursery” under way.",
        ),
        ("结果：“牵头部门”已确定。", "Result: “Lead department” known."),
    ] {
        assert!(results.iter().any(|words| (words.zh.as_str(), words.en.as_str()) == (zh, en)), "{zh} {results:#?}");
    }
}

#[test]
fn rules_are_counted_by_kind_and_in_all() {
    let (pack, sheet) = published();
    let text = &pack.file(NOTICE).unwrap().text;
    let count = |en: &str| sheet.counts.iter().find(|(words, _)| words.en == en).map(|(_, count)| *count);
    let mut all = 0;
    for kind in ["entitlement", "limit", "requirement", "indicator", "procedure", "lookup"] {
        let written = text.lines().filter(|line| line.starts_with(&format!("{kind} "))).count();
        assert_eq!(count(kind), Some(written), "{kind}");
        all += written;
    }
    assert_eq!(count("rules"), Some(all));
}
