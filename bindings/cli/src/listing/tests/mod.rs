//! The parts of a listing, against values by hand.

mod brief;
mod judged;
mod kinds;
mod months;
mod numbers;
mod questions;
mod vectors;
mod whole;
mod why;
mod width;

use super::view::{Months, View};
use super::why::Asked;
use super::{Listing, Sum};
use tuoyu::source::{Language, Words};
use tuoyu::{Pack, Rules};

fn rules() -> Rules {
    Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap()
}

fn words(zh: &str, en: &str) -> Words {
    Words { zh: zh.to_owned(), en: en.to_owned() }
}

fn months(from: &str, to: &str, state: &str) -> Months {
    Months { from: from.to_owned(), to: to.to_owned(), state: state.to_owned(), ..Months::default() }
}

/// The listing of outcomes made by hand, without colours, line by line.
fn listed(case: &str, views: &[View], sums: &[Sum], (from, to): (&str, &str), language: Language) -> Vec<String> {
    let rules = rules();
    let case = rules.read_json(case.as_bytes()).unwrap();
    let book = &rules.plan().book;
    let asked = Asked { from, to };
    let (vocabulary, readings) = (&book.vocabulary, book.readings.as_slice());
    let listing = Listing { vocabulary, readings, case: &case, asked, language, is_full: true };
    listing.of(views, sums).text(false).lines().map(str::to_owned).collect()
}
