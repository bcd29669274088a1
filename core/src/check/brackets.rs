//! Tables of brackets: of each part of an amount its own share.

use super::declare::{is_reserved, line, needed_words};
use super::scope::{Declared, Site};
use super::term::MONEY_SCALE;
use crate::error::{Code, Diagnostic};
use crate::parse::{ExpressionKind, LineBody, RowKey};
use crate::rulebook::{Brackets, SHARE_SCALE, TableIndex};
use crate::value::Decimal;

/// A table of brackets: each begins where the one before ends, and the last has no end.
pub(super) fn declare_table(declared: &mut Declared<'_>, site: Site<'_>, faults: &mut Vec<Diagnostic>) {
    let name = &site.rule.name;
    let title = needed_words(site, "title", faults);
    if is_reserved(&name.node) || declared.table_places.get(&name.node).is_some() {
        faults.push(site.fault(Code::DuplicateName, name.span, &name.node, ""));
        return;
    }
    let Some(LineBody::Rows(rows)) = line(site.rule, "value").map(|line| &line.body) else {
        site.missing("value", faults);
        declared.failed.insert(name.node.clone());
        return;
    };
    let (mut parts, mut next, mut whole): (Vec<(i64, i64)>, Option<Decimal>, bool) = (Vec::new(), None, true);
    let mut is_open = false;
    for (place, row) in rows.iter().enumerate() {
        let (from, to) = match &row.key.node {
            RowKey::Numbers(from, to) => (from, Some(to)),
            RowKey::From(from) => (from, None),
            _ => {
                faults.push(site.fault(
                    Code::UnknownKey,
                    row.key.span,
                    site.text(row.key.span),
                    "0 .. 36000, 36000 ..",
                ));
                whole = false;
                continue;
            }
        };
        let wanted = if place == 0 { Some(Decimal::new(0, 0)) } else { next };
        if is_open || wanted != Some(from.value.trimmed()) || to.is_some_and(|to| !is_above(to.value, from.value)) {
            let right = wanted.map(|wanted| format!("{wanted} ..")).unwrap_or_default();
            faults.push(site.fault(Code::OverlappingRow, row.key.span, site.text(row.key.span), right));
            whole = false;
        }
        for literal in std::iter::once(from).chain(to) {
            site.ground(literal.value_as_written(), row.key.span, faults);
        }
        (next, is_open) = (to.map(|to| to.value.trimmed()), to.is_none());
        let share = match &row.body.kind {
            ExpressionKind::Number(literal) if literal.unit.as_ref().is_some_and(|unit| unit.node == "%") => {
                site.ground(literal.value_as_written(), row.body.span, faults);
                literal.value.at_scale(SHARE_SCALE).filter(|share| *share <= 10_i64.pow(u32::from(SHARE_SCALE)))
            }
            _ => None,
        };
        let Some((from, share)) = from.value.at_scale(MONEY_SCALE).zip(share) else {
            faults.push(site.fault(Code::TypeMismatch, row.body.span, site.text(row.body.span), "3%"));
            whole = false;
            continue;
        };
        parts.push((from, share));
    }
    if whole && !is_open {
        let last = next.map(|next| format!("{next} ..")).unwrap_or_default();
        faults.push(site.fault(Code::MissingRow, name.span, &name.node, last));
        whole = false;
    }
    if !whole {
        declared.failed.insert(name.node.clone());
        return;
    }
    declared.table_places.add(&name.node, TableIndex(declared.tables.len()));
    declared.tables.push(Brackets { id: site.id(), title, parts, source: site.origin() });
}

fn is_above(a: Decimal, b: Decimal) -> bool {
    let scale = a.scale().max(b.scale());
    a.at_scale(scale).zip(b.at_scale(scale)).is_some_and(|(a, b)| a > b)
}
