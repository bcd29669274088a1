//! The headings of a roster: which column is which fact, and what a row is about.

use super::world::{narrowest_first, things_of, whole};
use crate::error::{Code, Diagnostic, Diagnostics, nearest, nearest_or_all};
use crate::model::{FactIndex, ThingIndex, Vocabulary};
use std::collections::HashMap;

/// What a column of a roster is.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Heading {
    /// A fact.
    Fact(FactIndex),
    /// The id of a thing, which names the row if the row is about it.
    Id(ThingIndex),
    /// The caller's own: it passes through untouched.
    Own,
}

/// The headings of a roster (表头), understood.
#[derive(Clone, Debug)]
pub struct Headings {
    names: Vec<String>,
    columns: Vec<Heading>,
    thing: ThingIndex,
    things: Vec<ThingIndex>,
    /// Columns that are the caller's, though their names look like a misspelt fact.
    pub near_misses: Vec<Diagnostic>,
}

const DOT: char = '.';
const UNDERSCORE: &str = "_";
/// The name of the column that holds the id of a thing, after the thing's own.
const ID: &str = "id";
/// Names that are shorter are too easily like another one.
const SHORTEST_NEAR: usize = 3;

impl Headings {
    /// Understands headings; `rows` names what a row is about, which otherwise is the narrowest thing that has a column.
    ///
    /// # Errors
    /// Everything that is wrong with them: `unknown-fact` for a thing and a dot and no fact, `duplicate-column` for two
    /// columns of one fact, `unknown-thing` for rows of no kind of thing.
    pub fn read<'n>(
        vocabulary: &Vocabulary,
        names: impl IntoIterator<Item = &'n str>,
        rows: Option<&str>,
    ) -> Result<Self, Diagnostics> {
        let known = known(vocabulary);
        let mut faults = Diagnostics::default();
        let (mut columns, mut own_names, mut near_misses) = (Vec::new(), Vec::<String>::new(), Vec::new());
        let mut first: HashMap<Heading, usize> = HashMap::new();
        for (place, name) in names.into_iter().enumerate() {
            let trimmed = name.trim();
            let found = known.get(trimmed).copied();
            if found.is_none() && has_thing(vocabulary, trimmed) {
                let ids = dotted(vocabulary);
                let expected = nearest_or_all(trimmed, ids.iter().map(String::as_str));
                faults.0.push(Diagnostic::in_heading(Code::UnknownFact, name, trimmed, expected));
            } else if found.is_none()
                && let Some(meant) = near(trimmed, &known)
            {
                near_misses.push(Diagnostic::in_heading(Code::NearHeading, name, trimmed, meant));
            }
            if let Some(heading) = found {
                match first.get(&heading).and_then(|place| own_names.get(*place)) {
                    Some(other) => {
                        faults.0.push(Diagnostic::in_heading(Code::DuplicateColumn, name, trimmed, other.trim()))
                    }
                    None => _ = first.insert(heading, place),
                }
            }
            columns.push(found.unwrap_or(Heading::Own));
            own_names.push(name.to_owned());
        }
        let thing = about(vocabulary, &columns, rows, &mut faults);
        let things = things_of(vocabulary, thing);
        faults.unless_errors(Self { names: own_names, columns, thing, things, near_misses })
    }

    /// The headings of some of the columns, by their places; what a row is about stays.
    #[must_use]
    pub fn only(&self, places: &[usize]) -> Self {
        let names = places.iter().filter_map(|place| self.names.get(*place)).cloned().collect();
        let columns = places.iter().filter_map(|place| self.columns.get(*place)).copied().collect();
        Self { names, columns, thing: self.thing, things: self.things.clone(), near_misses: Vec::new() }
    }

    /// What a row is about.
    #[must_use]
    pub const fn thing(&self) -> ThingIndex {
        self.thing
    }

    /// The kinds of thing that a row speaks of, one of each: a holder stands before what it holds.
    #[must_use]
    pub fn things(&self) -> &[ThingIndex] {
        &self.things
    }

    /// What each column is, in the order of the headings.
    #[must_use]
    pub fn columns(&self) -> &[Heading] {
        &self.columns
    }

    /// The headings as they were given.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The column of a fact.
    #[must_use]
    pub fn column(&self, fact: FactIndex) -> Option<usize> {
        self.columns.iter().position(|column| *column == Heading::Fact(fact))
    }

    /// The column whose cells name the rows.
    #[must_use]
    pub fn id_column(&self) -> Option<usize> {
        self.columns.iter().position(|column| *column == Heading::Id(self.thing))
    }

    /// How outcomes name a row: by its id, else by its number, counted from 1 after the heading.
    #[must_use]
    pub fn subject(&self, number: usize, id: Option<&str>) -> String {
        let id = id.map(str::trim).filter(|id| !id.is_empty());
        id.map_or_else(|| format!("row {number}"), str::to_owned)
    }
}

/// What a row is about.
fn about(vocabulary: &Vocabulary, columns: &[Heading], rows: Option<&str>, faults: &mut Diagnostics) -> ThingIndex {
    let order = narrowest_first(vocabulary);
    if let Some(wanted) = rows {
        let found = vocabulary.thing(wanted).filter(|thing| order.contains(thing));
        if found.is_none() {
            let names = order.iter().filter_map(|thing| vocabulary.thing_at(*thing)).map(|thing| thing.id.as_str());
            faults.0.push(Diagnostic::in_argument(Code::UnknownThing, "rows", wanted, nearest_or_all(wanted, names)));
        }
        return found.or(order.first().copied()).unwrap_or(ThingIndex(0));
    }
    let of = |heading: &Heading| match heading {
        Heading::Fact(fact) => vocabulary.fact_at(*fact).map(|fact| whole(vocabulary, fact.thing)),
        Heading::Id(thing) => Some(whole(vocabulary, *thing)),
        Heading::Own => None,
    };
    let with_column: Vec<ThingIndex> = columns.iter().filter_map(of).collect();
    let narrowest = order.iter().find(|thing| with_column.contains(thing));
    narrowest.or(order.first()).copied().unwrap_or(ThingIndex(0))
}

/// Every name that a column can have.
fn known(vocabulary: &Vocabulary) -> HashMap<String, Heading> {
    let mut known = HashMap::new();
    let mut add = |name: String, heading| _ = known.entry(name).or_insert(heading);
    for (place, fact) in vocabulary.facts.iter().enumerate().filter(|(_, fact)| has_column(fact)) {
        let heading = Heading::Fact(FactIndex(place));
        add(fact.id.clone(), heading);
        add(fact.id.replace(DOT, UNDERSCORE), heading);
        fact.headings.iter().for_each(|name| add(name.clone(), heading));
    }
    for (place, thing) in vocabulary.things.iter().enumerate().filter(|(_, thing)| thing.named) {
        let heading = Heading::Id(ThingIndex(place));
        add(format!("{}{DOT}{ID}", thing.id), heading);
        add(format!("{}{UNDERSCORE}{ID}", thing.id), heading);
    }
    known
}

/// The dotted names, which are proposed where one is misspelt.
fn dotted(vocabulary: &Vocabulary) -> Vec<String> {
    let facts = vocabulary.facts.iter().filter(|fact| has_column(fact)).map(|fact| fact.id.clone());
    let ids = vocabulary.things.iter().filter(|thing| thing.named).map(|thing| format!("{}{DOT}{ID}", thing.id));
    ids.chain(facts).collect()
}

/// Records have no column: each of their numbers has one.
fn has_column(fact: &crate::model::Fact) -> bool {
    !matches!(fact.kind, crate::model::FactType::Records { .. })
}

fn has_thing(vocabulary: &Vocabulary, name: &str) -> bool {
    name.split_once(DOT).is_some_and(|(thing, _)| vocabulary.thing(thing).is_some())
}

/// The known name that a caller's own column was most likely meant to be.
fn near(name: &str, known: &HashMap<String, Heading>) -> Option<String> {
    let bare = |name: &str| -> String {
        name.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let wanted = bare(name);
    if wanted.is_empty() {
        return None;
    }
    let mut names: Vec<&str> = known.keys().map(String::as_str).collect();
    names.sort_unstable();
    let same = names.iter().find(|known| bare(known) == wanted).copied();
    let close = || nearest(name, names.iter().copied());
    same.or_else(|| if name.chars().count() < SHORTEST_NEAR { None } else { close() }).map(str::to_owned)
}
