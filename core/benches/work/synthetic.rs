//! Synthetic enrolments: seeded, with the spread that the yardstick asks for.

#![expect(clippy::indexing_slicing, reason = "every place is drawn below the length")]

use crate::rows::Rows;
use tuoyu::value::{Date, Month};

impl Rows {
    /// Births 2022 to 2025, 4 % on the first of a month; enrolments of about a year, a third without end;
    /// fees and ratios with exact half-fen ties among them.
    pub fn synthetic(rows: usize, seed: u64) -> Self {
        let mut random = Random(seed);
        let first = Month::new(2022, 1).expect("a month").first_day().number();
        let mut data = Self::default();
        for _ in 0..rows {
            let mut birth = first + random.below(4 * 365);
            if random.below(100) < 4 {
                birth = Date::from_number(birth).month().first_day().number();
            }
            let from = birth + 180 + random.below(900);
            data.birth.push(birth);
            data.order.push([1, 1, 1, 2, 2, 2, 3, 3, 4][usize::try_from(random.below(9)).expect("small")]);
            data.kind.push(random.code(4));
            data.registered.push(u8::from(random.below(100) < 97));
            data.filed.push(u8::from(random.below(100) < 92));
            data.inclusive.push(u8::from(random.below(100) < 80));
            data.from.push(from);
            data.to.push(if random.below(3) == 0 { i32::MAX } else { from + random.below(600) });
            let tie = random.below(50) == 0;
            data.fee.push(if tie {
                100_001 + 2 * i64::from(random.below(50_000))
            } else {
                i64::from(80_000 + random.below(200_000))
            });
            data.childcare.push(if tie { 5_000 } else { random.below(10_001) });
            data.kindergarten.push(if tie { 2_500 } else { random.below(6_001) });
        }
        data
    }

    /// The same with one fact unknown in one row of ten, each fact as often as another.
    pub fn with_unknowns(mut self, seed: u64) -> Self {
        let mut random = Random(seed);
        let rows = self.birth.len();
        // An enrolment without a last day is known to have none.
        self.known = [0; 11].map(|_| vec![true; rows]);
        for row in 0..rows {
            if random.below(10) == 0 {
                let fact = usize::try_from(random.below(11)).expect("small");
                self.known[fact][row] = fact == 7;
            }
        }
        self
    }
}

/// SplitMix64: enough for synthetic rows, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: i32) -> i32 {
        i32::try_from(self.next() % u64::from(bound.unsigned_abs())).expect("below an i32")
    }

    fn code(&mut self, options: i32) -> u8 {
        u8::try_from(self.below(options)).expect("a small code")
    }
}
