//! Every invariant, broken: each is told where it is, with what must hold.

mod law;
mod quantity;
mod rules;
mod terms;
mod vocabulary;

use super::{Packed, published, read, told, write};
use crate::model::FactIndex;
use crate::rulebook::{Comparison, Number, NumberKind, Rule, Rulebook, Says, Truth};
use std::collections::BTreeSet;

/// A rule whose rate is a table by an option, and one whose rate is a table by a reading.
const OPERATING: &str = "jining/operating-subsidy";
const FAMILY: &str = "jining/family-subsidy";

/// A name, what is broken, where it is told (`*`: any place), what must hold.
type Break = (&'static str, fn(&mut Rulebook), &'static str, &'static str);

/// What is told of a pack that was broken in one place.
fn broken(name: &str, break_it: fn(&mut Rulebook)) -> Vec<(String, String)> {
    let mut packed: Packed = published().clone();
    break_it(&mut packed.book);
    let faults = read(&write(&packed).0).err().unwrap_or_else(|| panic!("{name} is sound"));
    let told = told(&faults).into_iter().map(|(code, found, wanted)| {
        assert_eq!(code, "pack-unsound", "{name}");
        (found.to_owned(), wanted.to_owned())
    });
    told.collect()
}

/// Whether a path fits one in which `*` stands for any place.
fn fits(path: &str, wanted: &str) -> bool {
    let parts = |text: &str| text.split(['.', '[', ']']).map(str::to_owned).collect::<Vec<_>>();
    let (path, wanted) = (parts(path), parts(wanted));
    path.len() == wanted.len() && path.iter().zip(&wanted).all(|(part, wanted)| wanted == "*" || part == wanted)
}

fn hold(breaks: &[Break]) {
    for (name, break_it, at, wanted) in breaks {
        let told = broken(name, *break_it);
        assert!(told.iter().any(|(path, what)| fits(path, at) && what == wanted), "{name}: {told:?}");
    }
}

#[test]
fn every_invariant_is_broken_by_a_test() {
    let sources = [
        include_str!("../../sound/items.rs"),
        include_str!("../../sound/law.rs"),
        include_str!("../../sound/number.rs"),
        include_str!("../../sound/rule.rs"),
        include_str!("../../sound/says.rs"),
        include_str!("../../sound/truth.rs"),
        include_str!("../../sound/vocabulary.rs"),
    ];
    let mut stated = BTreeSet::new();
    for source in sources {
        for after in source.split("must(").skip(1) {
            // What must hold is the last text before the statement ends.
            let statement = after.split_once(';').map_or(after, |(statement, _)| statement);
            stated.extend(statement.split('"').nth(1));
        }
    }
    let all = [vocabulary::BREAKS, law::BREAKS, rules::BREAKS, terms::BREAKS, quantity::BREAKS];
    let broken: BTreeSet<&str> = all.into_iter().flatten().map(|(.., wanted)| *wanted).collect();
    assert_eq!(stated, broken);
}

fn rule<'b>(book: &'b mut Rulebook, id: &str) -> &'b mut Rule {
    book.rules.iter_mut().find(|rule| rule.id == id).unwrap()
}

fn fact(book: &Rulebook, id: &str) -> FactIndex {
    book.vocabulary.fact(id).unwrap()
}

fn rate(book: &mut Rulebook, id: &str) -> Number {
    let Says::Rate(rate) = &rule(book, id).versions[0].says else { panic!("{id} has a rate") };
    rate.clone()
}

fn set_rate(book: &mut Rulebook, id: &str, new: Number) {
    rule(book, id).versions[0].says = Says::Rate(new);
}

/// A truth in place of the first condition.
fn ask(book: &mut Rulebook, truth: Truth) {
    rule(book, OPERATING).versions[0].when[0].truth = truth;
}

/// A number that the first condition compares with itself.
fn compare(book: &mut Rulebook, number: Number) {
    ask(book, Truth::Compare(Comparison::Less, number.clone(), number));
}

fn number(kind: NumberKind) -> Number {
    Number { kind, unit: crate::value::Unit::One, scale: 0 }
}
