//! A row as a case: one of each thing that a row speaks of, linked with each other.

use super::column::{Rows, Values};
use super::headings::Headings;
use crate::model::read::imply;
use crate::model::{
    Content, FactIndex, FactType, Facts, Instance, InstanceIndex, Line, Record, ThingIndex, Vocabulary,
};

impl Rows<'_> {
    /// The case that a row states. Everything in it has the name of the row.
    ///
    /// A case answers as its row does, and has reasons besides.
    #[must_use]
    pub fn case(&self, vocabulary: &Vocabulary, headings: &Headings, row: usize, name: &str) -> Facts {
        let things = headings.things();
        let place = |thing: ThingIndex| things.iter().position(|known| *known == thing).map(InstanceIndex);
        let mut case = Facts::default();
        for thing in things {
            let holder = vocabulary.thing_at(*thing).and_then(|data| data.holder).and_then(place);
            let content =
                |(index, _): (FactIndex, _)| Some((index, Line::always(self.content(vocabulary, index, row, &place)?)));
            let facts = vocabulary.facts_of(*thing).filter_map(content).collect();
            let (name, path) = (name.to_owned(), String::new());
            case.instances.push(Instance { thing: *thing, holder, name, path, facts });
        }
        imply(&mut case, vocabulary);
        case
    }

    fn content(
        &self,
        vocabulary: &Vocabulary,
        index: FactIndex,
        row: usize,
        place: &impl Fn(ThingIndex) -> Option<InstanceIndex>,
    ) -> Option<Content> {
        let fact = vocabulary.fact_at(index).filter(|fact| fact.part.is_none())?;
        match &fact.kind {
            FactType::Link(to) => place(*to).map(Content::Link),
            FactType::Set { .. } => {
                let column = self.column(index).filter(|column| column.known.at(row))?;
                let Values::Texts(texts) = column.values else { return None };
                texts.get(row).cloned().map(Content::Texts)
            }
            FactType::Records { choices, fields, .. } => {
                let number = |choice, field| {
                    let is_part = |other: &crate::model::Fact| {
                        other.part.is_some_and(|part| (part.of, part.choice, part.field) == (index, choice, field))
                    };
                    let part = vocabulary.facts.iter().position(is_part).map(FactIndex)?;
                    self.stated(part, row)
                };
                let record =
                    |choice| Record { choice, numbers: (0..fields.len()).map(|field| number(choice, field)).collect() };
                let records: Vec<Record> = (0..choices.len()).map(record).collect();
                let is_stated = records.iter().any(|record| record.numbers.iter().any(Option::is_some));
                // Every kind is there, each with what is known of it: an empty cell is unknown, and not nothing.
                is_stated.then_some(Content::Records(records))
            }
            FactType::Text => None,
            _ => {
                let number = self.stated(index, row)?;
                let is_absent = fact.absent_is_without_end && number == super::check::WITHOUT_END;
                (!is_absent).then_some(Content::Number(number))
            }
        }
    }
}
