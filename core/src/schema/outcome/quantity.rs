//! Outcomes of quantities.

use super::super::day::MONTH;
use super::super::shape::{Field, field, list, name as word, object, or_null, reference, text, truth};
use super::every::{amount, months_of_line, range};
use super::kinds::{months, state};
use crate::rulebook::Kind;

pub(super) fn quantity() -> Vec<Field> {
    let part = object([
        field("subject", "对象", "What it is about; the outcome's own subject for all of them.", text()),
        field("month", "月份", "The month; null for all of the window.", or_null(reference(MONTH))),
        field("item", "项目", "The item's id.", word()),
        field("amount", "金额", "Yuan; null while it is not settled.", or_null(amount())),
        field("range", "金额范围", "The smallest and the largest amount over all completions.", range()),
        field("discretionary", "可自行决定", "Whether it holds only if somebody has so decided.", truth()),
    ]);
    let line =
        object(months_of_line().into_iter().chain([field("state", "状态", "Their state.", state(Kind::Quantity))]));
    vec![
        field("parts", "各项金额", "Every item, by things and months and in all.", list(part)),
        field("range_exact", "范围精确", "Whether every range is as narrow as it can be.", truth()),
        months(line),
    ]
}
