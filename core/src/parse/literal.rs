//! Numbers with their units, days, and spans of days.

use super::cursor::{Cursor, spanned};
use super::expression::is_reserved;
use super::faults::{Reported, nearest_first};
use super::syntax::{Literal, Spanned};
use super::token::{Token, TokenKind};
use crate::error::Code;
use crate::source::Span;
use crate::value::{Date, Days, Decimal};

/// What may stand after a number.
const UNITS: [&str; 13] = [
    "CNY",
    "CNY/month",
    "CNY/year",
    "months",
    "month",
    "years",
    "year",
    "days",
    "day",
    "m²",
    PERCENT,
    WORKDAYS,
    "workday",
];
/// Days that a calendar of this name counts.
pub(crate) const WORKDAYS: &str = "workdays";
const PERCENT: &str = "%";
/// A percentage has two decimals more than its digits show.
const PERCENT_DECIMALS: u8 = 2;
const DATE_FORM: &str = "YYYY-MM-DD";
/// Between the ends of a range.
pub(super) const TO: &str = "..";

impl<'a> Cursor<'a, '_> {
    /// A number, and the unit after it.
    pub(super) fn literal(&mut self) -> Result<Spanned<Literal>, Reported> {
        let Some(number) = self.take_kind(TokenKind::Number) else { return Err(self.unexpected("a number")) };
        let value =
            Decimal::parse(number.text).map_err(|_| self.faults.at(Code::Syntax, number.span, "at most 28 digits"))?;
        let unit = self.unit()?;
        let span = unit.as_ref().map_or(number.span, |unit| number.span.to(unit.span));
        let mut literal = Literal { value, unit: None };
        give_unit(&mut literal, unit.as_ref());
        Ok(Spanned { node: literal, span })
    }

    /// The unit after a number, if one stands there.
    pub(super) fn unit(&mut self) -> Result<Option<Spanned<String>>, Reported> {
        let Some(token) = self.peek() else { return Ok(None) };
        let is_word = matches!(token.kind, TokenKind::Name | TokenKind::Word) && !is_reserved(token);
        if !is_word && !token.is(PERCENT) {
            return Ok(None);
        }
        if !UNITS.contains(&token.text) {
            let expected = nearest_first(token.text, UNITS.into_iter());
            return Err(self.faults.at(Code::UnknownUnit, token.span, expected));
        }
        Ok(self.step().map(spanned))
    }

    /// A day that the calendar has.
    pub(super) fn day(&mut self) -> Result<Spanned<Date>, Reported> {
        let Some(token) = self.take_kind(TokenKind::Date) else { return Err(self.unexpected(DATE_FORM)) };
        let node = Date::parse(token.text).ok_or_else(|| {
            let well_formed = token.text.len() == DATE_FORM.len() && token.text.rfind('-') == DATE_FORM.rfind('-');
            let (code, expected) = if well_formed { (Code::NoSuchDay, "") } else { (Code::Syntax, DATE_FORM) };
            self.faults.at(code, token.span, expected)
        })?;
        Ok(Spanned { node, span: token.span })
    }

    /// `from .. to`, either of them open.
    pub(super) fn days(&mut self) -> Result<Spanned<Days>, Reported> {
        let from = if self.at(TO) { None } else { Some(self.day()?) };
        let between = self.expect(TO)?;
        let to = if self.peek().is_some_and(is_date) { Some(self.day()?) } else { None };
        let span = [&from, &to].into_iter().flatten().fold(between.span, |span: Span, day| span.to(day.span));
        let day = |end: &Option<Spanned<Date>>| end.as_ref().map(|end| end.node);
        let node = Days::new(day(&from), day(&to)).ok_or_else(|| {
            let place = to.as_ref().map_or(span, |to| to.span);
            let earliest = day(&from).map(|from| from.to_string()).unwrap_or_default();
            self.faults.at(Code::EndBeforeStart, place, earliest)
        })?;
        Ok(Spanned { node, span })
    }
}

fn is_date(token: Token<'_>) -> bool {
    token.kind == TokenKind::Date
}

/// Gives a number without a unit the one that stands behind several.
pub(super) fn give_unit(literal: &mut Literal, unit: Option<&Spanned<String>>) {
    let (None, Some(unit)) = (&literal.unit, unit) else { return };
    if unit.node == PERCENT {
        literal.value = Decimal::new(literal.value.units(), literal.value.scale() + PERCENT_DECIMALS);
    }
    literal.unit = Some(unit.clone());
}
