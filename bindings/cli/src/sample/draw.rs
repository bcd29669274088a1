//! How enrolments are drawn: every assumption stands here, and in docs/rosters.md. None is a finding about anybody.

use super::enrolment::Enrolment;
use super::random::Random;
use tuoyu::value::{Date, Month};

/// Births: the days of these years, each as likely.
const BIRTHS: (i32, i32) = (2022, 2025);
/// Of a hundred children, so many were born on the first of a month: there ages change with the month.
const BORN_ON_THE_FIRST: u64 = 4;
/// Of a hundred children, so many are the first, the second, the third, the fourth.
const ORDERS: [u64; 4] = [48, 36, 13, 3];
/// Of a hundred enrolments, so many are in an institution that is registered, filed, inclusive.
const REGISTERED: u64 = 97;
const FILED: u64 = 92;
const INCLUSIVE: u64 = 80;
/// The first day comes so many days after birth.
const FIRST_DAY: (u64, u64) = (180, 1_080);
/// Of a hundred enrolments, so many have no last day; the others last up to so many days.
const WITHOUT_END: u64 = 33;
const LONGEST: u64 = 600;
/// The monthly fee, in fen.
const FEE: (u64, u64) = (80_000, 280_000);
/// The ratios, in ten-thousandths: up to these.
const CHILDCARE: u64 = 10_000;
const KINDERGARTEN: u64 = 6_000;
/// Of a hundred rows, so many have a fee and ratios whose reimbursement over this year ends on exactly half a fen.
const TIES: u64 = 2;
const TIE_YEAR: i32 = 2026;

/// The enrolment of a row, with one fact left out in so many of a hundred rows.
pub fn enrolment(seed: u64, number: u64, unknown: u64) -> Enrolment {
    let mut random = Random::of_row(seed, number);
    let birth = birth(&mut random);
    let first = between(&mut random, FIRST_DAY);
    let from = Date::from_number(birth.number() + days(first));
    let to = (!random.happens(WITHOUT_END)).then(|| Date::from_number(from.number() + days(random.below(LONGEST))));
    let mut drawn = Enrolment {
        county: random.below(u64::MAX),
        form: random.below(u64::MAX),
        kind: random.below(u64::MAX),
        registered: random.happens(REGISTERED),
        filed: random.happens(FILED),
        inclusive: random.happens(INCLUSIVE),
        birth,
        order: order(&mut random),
        from,
        to,
        fee: between(&mut random, FEE),
        childcare: random.below(CHILDCARE + 1),
        kindergarten: random.below(KINDERGARTEN + 1),
        left_out: None,
    };
    if random.happens(TIES) {
        tie(&mut drawn);
    }
    // Drawn last, so that the roster with unknowns is otherwise the one without.
    if random.happens(unknown) {
        drawn.left_out = Some(random.below(u64::MAX));
    }
    drawn
}

fn birth(random: &mut Random) -> Date {
    let day = |year| Month::new(year, 1).map_or(0, |month| month.first_day().number());
    let (first, end) = (day(BIRTHS.0), day(BIRTHS.1 + 1));
    let born = Date::from_number(first + days(random.below(u64::from(first.abs_diff(end)))));
    if random.happens(BORN_ON_THE_FIRST) { born.month().first_day() } else { born }
}

fn order(random: &mut Random) -> u64 {
    let mut drawn = random.below(ORDERS.iter().sum());
    for (order, share) in (1..).zip(ORDERS) {
        match drawn.checked_sub(share) {
            Some(rest) => drawn = rest,
            None => return order,
        }
    }
    1
}

/// With n months, an odd fee and a ratio of 1 over twice the power of two in n, n × fee × ratio ends on half a fen.
fn tie(drawn: &mut Enrolment) {
    let last_days = (1..=12).filter_map(|month| Month::new(TIE_YEAR, month)).map(Month::last_day);
    let months = last_days.filter(|day| drawn.from <= *day && drawn.to.is_none_or(|to| *day <= to)).count();
    drawn.fee |= 1;
    drawn.childcare = (CHILDCARE / 2) >> months.max(1).trailing_zeros();
    drawn.kindergarten = drawn.childcare;
}

fn between(random: &mut Random, (least, end): (u64, u64)) -> u64 {
    least + random.below(end - least)
}

fn days(count: u64) -> i32 {
    i32::try_from(count).unwrap_or_default()
}
