//! Documents, readings and named numbers.

use super::{Proof, unique};
use crate::rulebook::{Origin, SHARE_SCALE};
use crate::value::Date;

impl Proof<'_> {
    pub(super) fn law(&mut self) {
        let book = self.book;
        self.must(!book.documents.is_empty(), "documents");
        let mut layers: Vec<&str> = book.documents.iter().map(|document| document.layer.as_str()).collect();
        layers.dedup();
        self.must(unique(layers), "documents: layer");
        self.must(unique(book.readings.iter().map(|reading| &reading.id)), "readings: id ≠ id");
        // Each version of a rule has numbers of its own, under one name.
        let named = book.parameters.iter().map(|parameter| (&parameter.id, parameter.force.from()));
        self.must(unique(named), "parameters: id, force ≠ id, force");
        self.each("readings", &book.readings, |proof, _, reading| {
            let options = reading.options.iter().map(|option| &option.id);
            proof.must(!reading.options.is_empty() && unique(options), "options");
            proof.must(reading.default.is_none_or(|place| place < reading.options.len()), "default < options");
            proof.origin(&reading.source);
        });
        self.each("parameters", &book.parameters, |proof, _, parameter| proof.origin(&parameter.source));
        self.each("calendars", &book.calendars, |proof, _, calendar| {
            let years = calendar.days.years.iter().map(|year| year.year);
            let follows = years.clone().zip(years.clone().skip(1)).all(|(year, next)| year < next);
            let exist = years.clone().all(|year| Date::new(year, 1, 1).is_some());
            proof.must(follows && exist, "years: 1900 .. 2100, in order");
            proof.origin(&calendar.source);
        });
        self.must(unique(book.tables.iter().map(|table| &table.id)), "tables: id ≠ id");
        self.each("tables", &book.tables, |proof, _, table| {
            proof.origin(&table.source);
            let begins = table.parts.first().is_some_and(|(from, _)| *from == 0);
            let rises = table.parts.iter().zip(table.parts.iter().skip(1)).all(|(a, b)| a.0 < b.0);
            let shares = table.parts.iter().all(|(_, share)| (0..=10_i64.pow(u32::from(SHARE_SCALE))).contains(share));
            proof.must(begins && rises && shares, "brackets: 0 .., rising, at most 100%");
        });
    }

    /// What is cited is there.
    pub(super) fn origin(&mut self, origin: &Origin) {
        let Origin::Law { document, pieces } = origin else { return };
        let all = self.book.documents.get(*document).map(|document| document.pieces.len());
        self.must(all.is_some_and(|all| pieces.iter().all(|place| *place < all)), "source: document, pieces");
        self.must(unique(pieces), "pieces ≠ pieces");
    }
}
