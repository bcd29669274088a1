//! What differs, in Chinese and English.

use super::outcomes::text;
use crate::model::Vocabulary;
use crate::source::Words;
use serde_json::Value;

/// Why other outcomes came out, as far as it is known.
#[derive(Clone, Copy)]
pub(super) enum Cause {
    /// Nothing that they rest on has changed.
    Engine,
    /// They are told one by one.
    Told,
    /// The outcomes were not kept.
    DigestAlone,
}

/// The longest value that is repeated in a sentence.
const MOST_CHARS: usize = 60;

/// What stands where there is nothing.
const NONE: &str = "—";

fn words(zh: impl Into<String>, en: impl Into<String>) -> Words {
    Words { zh: zh.into(), en: en.into() }
}

pub(super) fn record(name: &str) -> Words {
    words(
        format!("这份记录自相矛盾：测算结果与凭据的 {name} 不符，写出之后被改动过"),
        format!(
            "the record contradicts itself: {name} of the assessment is not that of its receipt; it was changed after it was written"
        ),
    )
}

pub(super) fn semantics(then: u32, now: u32) -> Words {
    words(
        format!("语义版本：{then} → {now}；同样的规则和事实，结论的含义可能不同。请用语义版本为 {then} 的引擎重算"),
        format!(
            "semantics: {then} → {now}; the same rules and facts may mean another answer. Replay with an engine of semantics {then}"
        ),
    )
}

pub(super) fn pack(then: &str, now: &str) -> Words {
    words(format!("规则包：{then} → {now}"), format!("the pack: {then} → {now}"))
}

pub(super) fn text_hash() -> Words {
    words(
        "规则包的文件改动过（text_hash），哪怕只改了一个字",
        "the files of the pack were changed, if only by a character (text_hash)",
    )
}

pub(super) fn pack_hash(same_text: bool) -> Words {
    match same_text {
        true => words("原文相同，编译结果不同（pack_hash）", "the same text, compiled otherwise (pack_hash)"),
        false => words("编译后的规则包不同（pack_hash）", "the compiled pack is another (pack_hash)"),
    }
}

pub(super) fn layers(then: &[String], now: &[String]) -> Words {
    words(
        format!("层：{} → {}", then.join("、"), now.join("、")),
        format!("the layers: {} → {}", then.join(", "), now.join(", ")),
    )
}

pub(super) fn rule_gone(id: &str) -> Words {
    words(format!("规则包里没有规则 {id}，未重算"), format!("the pack has no rule {id}; it was not asked again"))
}

pub(super) fn reading_gone(id: &str) -> Words {
    words(format!("规则包里没有解释选项 {id}"), format!("the pack has no reading {id}"))
}

pub(super) fn reading_new(id: &str) -> Words {
    words(
        format!("凭据里没有解释选项 {id}，按默认重算"),
        format!("the receipt has no reading {id}; its default was taken"),
    )
}

pub(super) fn option_gone(id: &str, option: &str) -> Words {
    words(
        format!("解释选项 {id} 没有 {option}，按默认重算"),
        format!("the reading {id} has no option {option}; its default was taken"),
    )
}

/// `named` says how many facts the reasons name; none where no outcomes were kept.
pub(super) fn facts(named: Option<usize>) -> Words {
    match named {
        None => words(
            "案例的事实不是凭据上的事实；保存整份测算结果，就能指出是哪几项",
            "the facts are not those of the receipt; a kept assessment would name them",
        ),
        Some(0) => words(
            "案例的事实不是凭据上的事实；所问规则的理由里没有读到改动之处（别的事实、编号、对象或其次序）",
            "the facts are not those of the receipt; no reason of the rules asked reads what was changed (another fact, an id, a thing or the order of things)",
        ),
        Some(_) => words("案例的事实不是凭据上的事实", "the facts are not those of the receipt"),
    }
}

pub(super) fn fact(subject: &str, fact: &str, vocabulary: &Vocabulary, then: &Value, now: &Value) -> Words {
    let label = vocabulary.fact(fact).and_then(|index| vocabulary.fact_at(index)).map(|fact| &fact.words);
    let (zh, en) =
        label.map_or_else(Default::default, |label| (format!("（{}）", label.zh), format!(" ({})", label.en)));
    let ([then_zh, then_en], [now_zh, now_en]) = (fact_value(then), fact_value(now));
    words(
        format!("{subject} 的 {fact}{zh}：{then_zh} → {now_zh}"),
        format!("{fact}{en} of {subject}: {then_en} → {now_en}"),
    )
}

/// The value of a fact in Chinese and English; null is not known.
fn fact_value(value: &Value) -> [String; 2] {
    match value {
        Value::Null => ["未知".to_owned(), "unknown".to_owned()],
        Value::Array(stretches) => {
            let each = |language: usize, mark: &str| {
                let texts = stretches.iter().map(|stretch| {
                    let [zh, en] = fact_value(stretch.get("value").unwrap_or(&Value::Null));
                    let value = if language == 0 { zh } else { en };
                    format!("{value} [{}..{}]", text(stretch, "from"), text(stretch, "to"))
                });
                texts.collect::<Vec<_>>().join(mark)
            };
            [each(0, "、"), each(1, ", ")]
        }
        other => [plain(other), plain(other)],
    }
}

pub(super) fn outcomes(cause: Cause) -> Words {
    match cause {
        Cause::Engine => words(
            "事实、编译后的规则包和语义版本都与凭据相同，结论却不同：引擎违背了承诺；如果凭据本身没有被改动，请报告",
            "facts, compiled pack and semantics are those of the receipt, and the outcomes are not: the engine breaks its promise; unless the receipt itself was changed, report it",
        ),
        Cause::Told => words("结论与凭据不同", "the outcomes are not those of the receipt"),
        Cause::DigestAlone => words(
            "结论与凭据不同；保存整份测算结果，就能指出是哪几项",
            "the outcomes are not those of the receipt; a kept assessment would name them",
        ),
    }
}

pub(super) fn order() -> Words {
    words("结论相同，次序不同", "the outcomes are the same in another order")
}

pub(super) fn outcome_gone(subject: &str, rule: &str) -> Words {
    words(
        format!("{subject}，{rule}：记录里有这项结论，重算没有"),
        format!("{subject}, {rule}: the record has this outcome, the replay has not"),
    )
}

pub(super) fn outcome_new(subject: &str, rule: &str) -> Words {
    words(
        format!("{subject}，{rule}：重算多出这项结论"),
        format!("{subject}, {rule}: the replay has this outcome, the record has not"),
    )
}

/// A member of an outcome: with its values where they are short.
pub(super) fn outcome(subject: &str, rule: &str, name: &str, then: &Value, now: &Value) -> Words {
    let change = change(then, now);
    let (zh, en) = change.map_or_else(Default::default, |change| (format!("：{change}"), format!(": {change}")));
    words(format!("{subject}，{rule}，{name}{zh}"), format!("{subject}, {rule}, {name}{en}"))
}

/// What became of a value, unless it is too long for a sentence.
pub(super) fn change(then: &Value, now: &Value) -> Option<String> {
    let (then, now) = (plain(then), plain(now));
    let is_short = |text: &str| text.chars().count() <= MOST_CHARS && !text.contains('{');
    (is_short(&then) && is_short(&now)).then(|| format!("{then} → {now}"))
}

/// A total by its amount, or by its range where the amount is the same.
pub(super) fn total(then: Option<&Value>, now: Option<&Value>) -> Words {
    let any = then.or(now).unwrap_or(&Value::Null);
    let or_none = |text: &str| if text.is_empty() { NONE.to_owned() } else { text.to_owned() };
    let (payer, payee, form) = (or_none(text(any, "payer")), or_none(text(any, "payee")), text(any, "form"));
    let shown = |total: Option<&Value>, name: &str| {
        total.map_or_else(|| NONE.to_owned(), |total| plain(total.get(name).unwrap_or(&Value::Null)))
    };
    let name = ["amount", "range"].into_iter().find(|name| shown(then, name) != shown(now, name)).unwrap_or("amount");
    let (then, now) = (shown(then, name), shown(now, name));
    words(
        format!("合计（{payer} → {payee}，{form}），{name}：{then} → {now}"),
        format!("the total ({payer} → {payee}, {form}), {name}: {then} → {now}"),
    )
}

/// A value as JSON has it, a text without its marks, a list with commas; a fact of somebody as `child.birth_order of k1`.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => format!("[{}]", items.iter().map(plain).collect::<Vec<_>>().join(", ")),
        Value::Object(_) => match (text(value, "subject"), text(value, "fact")) {
            ("", _) | (_, "") => value.to_string(),
            (subject, fact) => format!("{subject} {fact}"),
        },
        other => other.to_string(),
    }
}
