//! The things of a case as one JSON object.

use super::{Item, Stated, Stretch};
use crate::draw::Draw;
use serde_json::{Map, Value};
use tuoyu::model::{ThingIndex, Vocabulary};

/// The object of the case.
pub(super) fn write(draw: &mut Draw<'_, '_>, vocabulary: &Vocabulary, items: &[Item]) -> Value {
    members(draw, vocabulary, items, None).into()
}

fn members(draw: &mut Draw<'_, '_>, vocabulary: &Vocabulary, items: &[Item], at: Option<usize>) -> Map<String, Value> {
    let item = at.and_then(|at| items.get(at));
    let mut object = Map::new();
    if let Some(item) = item {
        object.extend(item.id.clone().map(|id| ("id".to_owned(), id.into())));
        for (index, stated) in &item.facts {
            let Some(fact) = vocabulary.fact_at(*index) else { continue };
            object.insert(fact.member.clone(), said(stated));
        }
    }
    for (place, thing) in vocabulary.things.iter().enumerate() {
        if thing.holder != item.map(|item| item.thing) {
            continue;
        }
        let is_held = |(_, held): &(usize, &Item)| held.holder == at && held.thing == ThingIndex(place);
        let held: Vec<usize> = items.iter().enumerate().filter(is_held).map(|(index, _)| index).collect();
        let mut objects: Vec<Value> =
            held.into_iter().map(|index| members(draw, vocabulary, items, Some(index)).into()).collect();
        if thing.many && (!objects.is_empty() || draw.chance(50)) {
            object.insert(thing.key.clone(), objects.into());
        } else if let Some(one) = objects.pop() {
            object.insert(thing.key.clone(), one);
        }
    }
    object
}

fn said(stated: &Stated) -> Value {
    match stated {
        Stated::Null => Value::Null,
        Stated::Always(value) => value.clone(),
        Stated::Line(stretches) => stretches.iter().map(stretch).collect::<Vec<_>>().into(),
    }
}

fn stretch(stretch: &Stretch) -> Value {
    let mut object = Map::new();
    let ends = [("from", stretch.from), ("to", stretch.to)];
    object.extend(ends.into_iter().filter_map(|(name, day)| Some((name.to_owned(), day?.to_string().into()))));
    object.insert("value".to_owned(), stretch.value.clone());
    object.into()
}
