//! What facts say of one another: which comes after which, which implies which, which add up to what.

use super::entry::Entry;
use super::facts::Draft;
use super::kinds::bound;
use super::reader::{Quoted, Reader};
use crate::error::nearest;
use crate::model::{Fact, FactIndex, FactType, Thing, ThingIndex};
use crate::value::Decimal;

/// The facts, once every name in them is found.
pub(super) fn read(reader: &mut Reader<'_>, things: &[Thing], mut drafts: Vec<Draft<'_>>) -> Vec<Fact> {
    let relations: Vec<Relations> = drafts.iter().map(|draft| relations(reader, things, &drafts, draft)).collect();
    for (draft, relations) in drafts.iter_mut().zip(relations) {
        draft.fact.absent_is_without_end = relations.absent_is_without_end;
        draft.fact.after = relations.after;
        draft.fact.implied_by = relations.implied_by;
        draft.fact.contradicts_no = relations.contradicts_no;
        draft.fact.sum_at_most = relations.sum_at_most;
    }
    drafts.into_iter().map(|draft| draft.fact).collect()
}

struct Relations {
    absent_is_without_end: bool,
    after: Option<FactIndex>,
    implied_by: Vec<FactIndex>,
    contradicts_no: bool,
    sum_at_most: Option<(Decimal, ThingIndex)>,
}

fn relations(reader: &mut Reader<'_>, things: &[Thing], drafts: &[Draft<'_>], draft: &Draft<'_>) -> Relations {
    // Where a member does not belong to the type, that has been said.
    let date = draft.fact.kind == FactType::Date;
    let truth = draft.fact.kind == FactType::YesNo;
    Relations {
        absent_is_without_end: date && without_end(reader, &draft.entry),
        after: if date { after(reader, drafts, draft) } else { None },
        implied_by: if truth { implied_by(reader, things, drafts, draft) } else { Vec::new() },
        contradicts_no: truth && contradicts_no(reader, &draft.entry),
        sum_at_most: sum_at_most(reader, things, draft),
    }
}

fn without_end(reader: &mut Reader<'_>, entry: &Entry<'_>) -> bool {
    entry.table.contains_key("absent") && reader.word(entry, "absent", &["without-end"]).is_some()
}

/// A date of the same thing.
fn after(reader: &mut Reader<'_>, drafts: &[Draft<'_>], draft: &Draft<'_>) -> Option<FactIndex> {
    let name = reader.text_if(&draft.entry, "after")?;
    let fits = |other: &Draft<'_>| {
        other.fact.id != draft.fact.id && other.fact.thing == draft.fact.thing && other.fact.kind == FactType::Date
    };
    named(reader, drafts, "after", &name, fits)
}

/// Facts of the thing itself or of what it holds one to one.
fn implied_by(reader: &mut Reader<'_>, things: &[Thing], drafts: &[Draft<'_>], draft: &Draft<'_>) -> Vec<FactIndex> {
    let fits =
        |other: &Draft<'_>| other.fact.id != draft.fact.id && is_one_of(things, other.fact.thing, draft.fact.thing);
    let names = reader.texts_if(&draft.entry, "implied_by").unwrap_or_default();
    names.iter().filter_map(|name| named(reader, drafts, "implied_by", name, fits)).collect()
}

/// Whether each `whole` has exactly one `part`, or is it.
fn is_one_of(things: &[Thing], part: ThingIndex, whole: ThingIndex) -> bool {
    let mut at = Some(part);
    while let Some(index) = at.filter(|index| *index != whole) {
        at = things.get(index.0).filter(|thing| !thing.many).and_then(|thing| thing.holder);
    }
    at.is_some()
}

fn contradicts_no(reader: &mut Reader<'_>, entry: &Entry<'_>) -> bool {
    let contradicts = reader.flag_if(entry, "contradicts_no");
    if contradicts && !entry.table.contains_key("implied_by") {
        reader.fault(entry.span, "contradicts_no = true, no implied_by", "implied_by = [\"…\"]");
    }
    contradicts
}

/// A sum over what one holder holds, of values that no day changes.
fn sum_at_most(reader: &mut Reader<'_>, things: &[Thing], draft: &Draft<'_>) -> Option<(Decimal, ThingIndex)> {
    let FactType::Number { scale, .. } = draft.fact.kind else { return None };
    let entry = &draft.entry;
    if !["sum_at_most", "over"].iter().any(|key| entry.table.contains_key(*key)) {
        return None;
    }
    reader.required(entry, "sum_at_most", "\"…\"");
    if draft.fact.changes {
        reader.fault(entry.span, "sum_at_most, changes = true", "sum_at_most, changes = false");
    }
    let most = bound(reader, entry, "sum_at_most", scale);
    let above = holders(things, draft.fact.thing);
    let names: Vec<&str> = above.iter().map(|(_, thing)| thing.id.as_str()).collect();
    let over = reader.word(entry, "over", &names)?;
    let (holder, _) = above.iter().find(|(_, thing)| thing.id == over)?;
    Some((Decimal::new(i128::from(most?), scale), *holder))
}

/// What holds a thing, nearest first.
fn holders(things: &[Thing], thing: ThingIndex) -> Vec<(ThingIndex, &Thing)> {
    let mut above = Vec::new();
    let mut at = things.get(thing.0).and_then(|thing| thing.holder);
    while let Some((index, thing)) = at.and_then(|index| Some((index, things.get(index.0)?))) {
        above.push((index, thing));
        at = thing.holder;
    }
    above
}

/// The fact of a name, if it is one that fits.
fn named(
    reader: &mut Reader<'_>,
    drafts: &[Draft<'_>],
    key: &str,
    name: &Quoted,
    fits: impl Fn(&Draft<'_>) -> bool,
) -> Option<FactIndex> {
    let found = drafts.iter().position(|draft| draft.fact.id == name.text);
    match found.and_then(|index| Some((index, drafts.get(index)?))) {
        Some((index, draft)) if fits(draft) => return Some(FactIndex(index)),
        // What is wrong with that fact's type has been said.
        Some((_, draft)) if !draft.typed => return None,
        _ => {}
    }
    let fitting: Vec<&str> = drafts.iter().filter(|draft| fits(draft)).map(|draft| draft.fact.id.as_str()).collect();
    let meant = nearest(&name.text, fitting.iter().copied()).map_or_else(|| fitting.join(", "), str::to_owned);
    reader.fault(name.span, format!("{key} = \"{}\"", name.text), meant);
    None
}
