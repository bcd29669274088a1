//! The contract's tokens in words: kinds, states, parties, forms.

use crate::source::Words;

/// A kind of rule in words, as a heading; the token itself stands for one that nobody knows.
///
/// ```
/// assert_eq!(tuoyu::explain::kind_words("limit").zh, "限额");
/// assert_eq!(tuoyu::explain::kind_words("reading").en, "Reading");
/// ```
#[must_use]
pub fn kind_words(kind: &str) -> Words {
    token_words(&KINDS, kind)
}

/// A state of a rule of some kind in words; the token itself stands for one that nobody knows.
///
/// ```
/// assert_eq!(tuoyu::explain::state_words("entitlement", "refused").zh, "不予");
/// assert_eq!(tuoyu::explain::state_words("indicator", "pending").en, "not yet due");
/// ```
#[must_use]
pub fn state_words(kind: &str, state: &str) -> Words {
    match (kind, state) {
        ("indicator", "pending") => words("未到期", "not yet due"),
        ("indicator", "met") => words("达标", "reached"),
        (_, "pending") => words("办理中", "under way"),
        _ => token_words(&STATES, state),
    }
}

/// Who can know or change a fact, in words.
#[must_use]
pub fn who_words(who: &str) -> Words {
    token_words(&WHO, who)
}

/// Who pays or is paid, in words.
#[must_use]
pub fn party_words(party: &str) -> Words {
    token_words(&PARTIES, party)
}

/// The form of an entitlement in words.
#[must_use]
pub fn form_words(form: &str) -> Words {
    token_words(&FORMS, form)
}

/// How sure a source is, in words.
///
/// ```
/// assert_eq!(tuoyu::explain::standing_words("from-memory").en, "general knowledge, no text was read");
/// ```
#[must_use]
pub fn standing_words(standing: &str) -> Words {
    token_words(&STANDINGS, standing)
}

/// Whether the document behind a standing was read.
#[must_use]
pub fn is_read(standing: &str) -> bool {
    matches!(standing, "seed" | "verified-primary")
}

/// The key of an entry in words: a measure of the notice by its number, else what the entry is about.
///
/// ```
/// assert_eq!(tuoyu::explain::key_words("15").zh, "措施15");
/// ```
#[must_use]
pub fn key_words(key: &str) -> Words {
    match key {
        "place" => words("属地", "Place"),
        _ if key.bytes().all(|byte| byte.is_ascii_digit()) => words(&format!("措施{key}"), &format!("Measure {key}")),
        _ => words(key, key),
    }
}

/// Whether a key says something beside its entry's words; the keys of most lists only tell their entries apart.
#[must_use]
pub fn is_key_said(key: &str) -> bool {
    key == "place" || key.bytes().all(|byte| byte.is_ascii_digit())
}

type Table = [(&'static str, &'static str, &'static str)];

const KINDS: [(&str, &str, &str); 10] = [
    ("calendar", "日历", "Calendar"),
    ("reading", "解释选项", "Reading"),
    ("parameter", "参数", "Parameter"),
    ("entitlement", "给付", "Entitlement"),
    ("limit", "限额", "Limit"),
    ("requirement", "要求", "Requirement"),
    ("indicator", "指标", "Indicator"),
    ("procedure", "程序", "Procedure"),
    ("lookup", "查询", "Lookup"),
    ("quantity", "账单", "Statement"),
];

const STATES: [(&str, &str, &str); 12] = [
    ("granted", "给予", "granted"),
    ("refused", "不予", "refused"),
    ("undetermined", "待定", "undetermined"),
    ("not-in-force", "不在有效期", "not in force"),
    ("not-applicable", "不适用", "not applicable"),
    ("met", "符合", "met"),
    ("breached", "违反", "breached"),
    ("short", "未做到", "not met yet"),
    ("missed", "未达标", "missed"),
    ("done", "已办结", "done"),
    ("no-branch", "无对应程序", "no procedure given"),
    ("known", "已确定", "known"),
];

const WHO: [(&str, &str, &str); 4] = [
    ("parent", "家长", "a parent"),
    ("institution", "托育机构", "the childcare institution"),
    ("employer", "用人单位", "the employer"),
    ("government", "主管部门", "the authority"),
];

const PARTIES: [(&str, &str, &str); 6] = [
    ("county", "县（市、区）政府（管委会）", "county government"),
    ("city", "市政府", "city government"),
    ("state", "国家", "state"),
    ("institution", "托育机构", "childcare institution"),
    ("family", "家庭", "family"),
    ("employer", "用人单位", "employer"),
];

const FORMS: [(&str, &str, &str); 4] = [
    ("payment", "发放", "payment"),
    ("saving", "少付", "saving"),
    ("deduction", "扣除", "deduction"),
    ("leave", "假期", "leave"),
];

const STANDINGS: [(&str, &str, &str); 4] = [
    ("seed", "通知原文", "the words of the notice itself"),
    ("verified-primary", "已读原文", "the document's own words were read"),
    ("verified-secondary", "据报道或转述，未读原文", "as reported elsewhere, the document was not read"),
    ("from-memory", "凭一般了解，未读任何文本", "general knowledge, no text was read"),
];

fn token_words(table: &Table, token: &str) -> Words {
    let known = table.iter().find(|(known, _, _)| *known == token);
    known.map_or_else(|| words(token, token), |(_, zh, en)| words(zh, en))
}

fn words(zh: &str, en: &str) -> Words {
    Words { zh: zh.to_owned(), en: en.to_owned() }
}
