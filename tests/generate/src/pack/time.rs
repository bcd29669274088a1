//! Conditions on days and months.

use super::scope::{Bound, Scope};
use crate::days;
use tuoyu::model::FactType;
use tuoyu::value::{Date, Unit};

impl Scope<'_, '_, '_> {
    /// A condition that changes as months pass, or one on dates; none where the subject has no date for it.
    pub(super) fn time(&mut self) -> Option<String> {
        let relation = self.relation();
        match self.draw.between(0, 8) {
            0 | 1 => Some(format!("day {relation} {}", self.date_fact()?)),
            2 => Some(format!("{} {relation} day", self.date_fact()?)),
            3 => Some(format!("day {relation} {}", self.written_day())),
            4 => Some(format!("day in {} .. {}", self.date_fact()?, self.date_fact()?)),
            5 => self.age(),
            6 => Some(format!("{} {relation} {}", self.date_fact()?, self.written_day())),
            7 => Some(format!("{} {relation} {}", self.bare_date()?, self.bare_date()?)),
            _ => Some(format!("month({}) {relation} month", self.bare_date()?)),
        }
    }

    pub(super) fn relation(&mut self) -> &'static str {
        self.draw.word(&["<=", "<", ">", ">=", "is"])
    }

    /// A day that the law's year grounds.
    pub(super) fn written_day(&mut self) -> String {
        let day = days::day(self.draw);
        self.ground_year(day);
        day.to_string()
    }

    pub(super) fn ground_year(&mut self, day: Date) {
        self.grounds.push(format!("{}年度", day.month().year()));
    }

    fn bare_date(&mut self) -> Option<String> {
        let lets: Vec<String> = self
            .lets
            .iter()
            .filter(|(_, bound)| match bound {
                Bound::Fact(fact) => self.vocabulary.fact_at(*fact).is_some_and(|fact| fact.kind == FactType::Date),
                _ => false,
            })
            .map(|(name, _)| name.clone())
            .collect();
        if let Some(name) = self.draw.pick(&lets).filter(|_| self.draw.chance(30)) {
            return Some(name.clone());
        }
        self.fact(|fact| fact.kind == FactType::Date).map(|(_, fact)| fact.id.clone())
    }

    /// A date fact, plus or minus a period or two.
    fn date_fact(&mut self) -> Option<String> {
        let mut text = self.bare_date()?;
        for _ in 0..self.draw.between(0, 2) {
            let sign = self.draw.word(&["+", "-"]);
            let unit = if self.draw.chance(70) { Unit::Months } else { Unit::Days };
            text = format!("{text} {sign} {}", self.literal(unit).text);
        }
        let periods = self.book.parameters.iter().filter(|number| number.unit == Unit::Months && number.scale == 0);
        let periods: Vec<String> = periods.map(|number| number.text.clone()).collect();
        if let Some(name) = self.draw.pick(&periods).filter(|_| self.draw.chance(40)) {
            text = format!("{text} {} {name}", self.draw.word(&["+", "-"]));
        }
        Some(text)
    }

    fn age(&mut self) -> Option<String> {
        let age = format!("month - month({})", self.bare_date()?);
        Some(match self.draw.between(0, 2) {
            0 => {
                let relation = self.relation();
                format!("{age} {relation} {}", self.literal(Unit::Months).text)
            }
            1 => {
                self.grounds.extend(["12", "36"].map(str::to_owned));
                format!("{age} in {} .. 36 months", self.draw.word(&["0", "12"]))
            }
            _ => {
                self.grounds.extend(["12", "24"].map(str::to_owned));
                format!("{age} in {{0, 12, 24}} months")
            }
        })
    }
}
