//! The whole answer: outcomes, totals, the receipt.

use super::super::day::{DAY, MONTH};
use super::super::shape::{
    Field, field, list, matching, name, object, or_null, put, reference, tokens, truth, with_optional,
};
use super::every::{amount_or_days, decimal, range, unit_laws};
use super::kinds::party;
use crate::explain::AMOUNT_UNITS;
use crate::rulebook::BenefitForm;
use serde_json::{Value, json};

/// SHA-256 in hexadecimal digits.
pub(in super::super) fn digest() -> Value {
    matching("[0-9a-f]{64}")
}

pub(super) fn definitions() -> Vec<Field> {
    let window = object([
        field("from", "起始月", "The first month.", reference(MONTH)),
        field("to", "终止月", "The last month.", reference(MONTH)),
    ]);
    let assessment = object([
        field("pack", "规则包", "The pack's name.", name()),
        field("window", "月份", "The months asked about.", reference("Window")),
        field("outcomes", "结论", "One for each subject and rule.", list(reference("Outcome"))),
        field("totals", "合计", "What the outcomes add up to.", list(reference("Total"))),
        field("receipt", "凭据", "What was evaluated.", reference("Receipt")),
    ]);
    vec![
        field("Window", "月份", "Months, both ends included.", window),
        field("Assessment", "测算结果", "The whole answer.", assessment),
        field(
            "Total",
            "合计",
            "The sum of the outcomes of one payer, payee and form; discretionary ones apart.",
            total(),
        ),
        field("Receipt", "凭据", "What was asked of what, with digests of what went in and what came out.", receipt()),
    ]
}

fn total() -> Value {
    let mut total = object([
        field("payer", "付款方", "Who pays; null where the law names nobody.", or_null(party())),
        field("payee", "收款方", "Who is paid.", party()),
        field("form", "形式", "What form it takes.", tokens(BenefitForm::ALL.map(BenefitForm::id))),
        field("unit", "单位", "The unit.", tokens(AMOUNT_UNITS)),
        field("discretionary", "可自行决定", "Whether it is due only if it has been so decided.", truth()),
        field("amount", "金额", "The sum; null if an outcome in it is undetermined.", or_null(amount_or_days())),
        field("range", "金额范围", "The sums of the ends.", range()),
    ]);
    put(&mut total, "allOf", json!(unit_laws()));
    total
}

fn receipt() -> Value {
    let receipt = object([
        field("engine", "引擎", "The engine and its version.", matching("tuoyu .+")),
        field(
            "semantics",
            "语义版本",
            "The version of what an answer means.",
            json!({ "type": "integer", "minimum": 1 }),
        ),
        field("pack", "规则包", "The pack's name.", name()),
        field("pack_hash", "规则包校验", "SHA-256 of the compiled pack.", digest()),
        field("text_hash", "文件校验", "SHA-256 of the files that it was compiled from.", digest()),
        field("layers", "规则层", "The layers, in order.", list(name())),
        field("window", "月份", "The months asked about.", reference("Window")),
        field("rules", "规则", "The rules asked about.", list(name())),
        field("readings", "解释选项", "Every reading with its option.", reference("Readings")),
        field(
            "known_on",
            "法律截至日",
            "The day as of which the law was known; null: all of it.",
            or_null(reference(DAY)),
        ),
        field("facts_digest", "事实校验", "SHA-256 of the facts as read.", digest()),
        field("outcomes_digest", "结论校验", "SHA-256 of the outcomes.", digest()),
    ]);
    let numbers = json!({ "type": "object", "additionalProperties": decimal() });
    let reform = "The named numbers that are not the law's, with their values; absent where all are.";
    with_optional(receipt, [field("reform", "假设的数字", reform, numbers)])
}
