//! The same amounts, written by hand for this window and these readings: the practical limit.

#![expect(clippy::indexing_slicing, reason = "a loop by hand")]

use crate::rows::Rows;
use tuoyu::value::Month;

/// The days from the first reference day to the one after the last.
const DAYS: usize = 336;

/// For each day of the window how many reference days lie before it.
struct Before {
    first: i32,
    table: [u8; DAYS],
}

impl Before {
    fn new(days: &[i32; 12]) -> Self {
        let mut table = [0; DAYS];
        for (place, slot) in table.iter_mut().enumerate() {
            let day = days[0] + i32::try_from(place).unwrap_or_default();
            *slot = days.iter().filter(|reference| **reference < day).count().try_into().unwrap_or_default();
        }
        Self { first: days[0], table }
    }

    fn count(&self, day: i32) -> i64 {
        let place = day.saturating_sub(self.first).clamp(0, 335);
        i64::from(self.table[place.unsigned_abs() as usize])
    }
}

/// Amounts in fen: operating subsidy, city award, family subsidy, reimbursement, net to pay.
pub fn amounts(rows: &Rows, out: &mut [Vec<i64>]) {
    let [subsidy, award, family, reimbursed, net] = out else { return };
    let mut last_days = [0_i32; 12];
    let mut three_years_before = [0_i32; 12];
    for (place, month) in (1..=12).filter_map(|month| Month::new(2026, month)).enumerate() {
        last_days[place] = month.last_day().number();
        three_years_before[place] = month.plus(-36).map_or(0, |month| month.last_day().number());
    }
    let (before, before_three) = (Before::new(&last_days), Before::new(&three_years_before));
    let length = rows.birth.len();
    let out = subsidy[..length]
        .iter_mut()
        .zip(&mut award[..length])
        .zip(&mut family[..length])
        .zip(&mut reimbursed[..length])
        .zip(&mut net[..length]);
    for (row, ((((subsidy, award), family), reimbursed), net)) in out.enumerate() {
        let birth = rows.birth[row];
        // Months from the first whose last day has come to the enrolment, to before the first beyond its end.
        let first = before.count(rows.from[row]);
        let end = before.count(rows.to[row].saturating_add(1));
        let enrolled = (end - first).max(0);
        // A child born on b is under three on day d where b lies after d less three years.
        let young = (end.min(before_three.count(birth)) - first.max(before.count(birth))).max(0);
        let paid = i64::from(rows.registered[row] & rows.filed[row] & rows.inclusive[row]);
        let infant = rows.kind[row] == 0;
        *subsidy = (enrolled * paid * if infant { 300_000 } else { 200_000 } * 2 + 12) / 24;
        *award = (enrolled * paid * if infant { 90_000 } else { 60_000 } * 2 + 12) / 24;
        let rate = match rows.order[row] {
            1 => 0,
            2 => 30_000,
            _ => 50_000,
        };
        *family = young * rate;
        let ratio = i64::from(rows.childcare[row].min(2 * rows.kindergarten[row]).min(10_000));
        let fees = enrolled * rows.fee[row];
        *reimbursed = (fees * ratio * 2 + 10_000) / 20_000;
        *net = (fees - *family - *reimbursed).max(0);
    }
}
