//! Columns that callers have typed already.

use super::house::{ALL, RULES, told, year};
use tuoyu::model::{Known, RowColumn, Rows, Values, WITHOUT_END};
use tuoyu::value::Date;
use tuoyu::{Amounts, AnswerBuffer, Answers, Batch, Filled, NO_STATE, Wanted};

const NAMES: [&str; 4] = ["child.birth_date", "孩次", "enrolment.from", "enrolment.to"];

fn batch() -> Batch<'static> {
    RULES.batch(&RULES.headings(NAMES, None).unwrap(), &year("jining/family-subsidy")).unwrap()
}

fn column<'a>(id: &str, values: Values<'a>, known: Known<'a>) -> RowColumn<'a> {
    RowColumn { fact: RULES.vocabulary().fact(id).unwrap(), values, known }
}

fn day(text: &str) -> i32 {
    Date::parse(text).unwrap().number()
}

#[test]
fn every_width_says_the_same() {
    let births = [day("2025-03-10"); 3];
    let starts = [day("2025-09-10"); 3];
    let ends = [day("2026-03-09"), i32::try_from(WITHOUT_END).unwrap(), day("2026-03-31")];
    for orders in
        [Values::Code(&[2, 3, 1]), Values::Narrow(&[2, 3, 1]), Values::Wide(&[2, 3, 1]), Values::Long(&[2, 3, 1])]
    {
        let columns = [
            column("child.birth_date", Values::Narrow(&births), Known::All),
            column("child.birth_order", orders, Known::Each(&[true; 3])),
            column("enrolment.from", Values::Narrow(&starts), Known::Bits(&[0b1110], 1)),
            column("enrolment.to", Values::Narrow(&ends), Known::All),
        ];
        let rows = Rows::new(3, &columns);
        let mut buffer = AnswerBuffer::new(ALL);
        let faults = batch().answer(&rows, 0..3, &mut [buffer.room(3)]).unwrap();
        assert!(faults.is_empty());
        assert_eq!([0, 1, 2].map(|row| buffer.amount(row)), [Some(60_000), Some(600_000), Some(0)]);
        assert_eq!([0, 1, 2].map(|row| buffer.months(row)), [Some(2), Some(12), Some(0)]);
    }
}

#[test]
fn values_out_of_bounds_leave_their_row_out() {
    let births = [day("2025-03-10"), i32::MIN, day("2100-12-31") + 1, 0];
    let orders = [0_i128, 2, i128::MAX, 20];
    let columns = [
        column("child.birth_date", Values::Narrow(&births), Known::All),
        column("child.birth_order", Values::Long(&orders), Known::All),
    ];
    let rows = Rows { first: 101, ..Rows::new(4, &columns) };
    let mut buffer = AnswerBuffer::new(ALL);
    let faults = batch().answer(&rows, 0..4, &mut [buffer.room(4)]).unwrap();
    let faults: Vec<String> = faults.iter().map(told).collect();
    let dates = "(1900-01-01 .. 2100-12-31)";
    let expected = [
        "101 孩次: out-of-range 0 (1 .. 20)".to_owned(),
        format!("102 child.birth_date: out-of-range -2147483648 {dates}"),
        format!("103 child.birth_date: out-of-range 47847 {dates}"),
        "103 孩次: out-of-range  (1 .. 20)".to_owned(),
    ];
    assert_eq!(faults, expected);
    assert_eq!([0, 1, 2].map(|row| buffer.state(row)), [None; 3]);
    assert_eq!(buffer.state(3), Some("refused"));
}

#[test]
fn numbers_whose_lower_half_would_do_are_out_of_bounds() {
    // Nothing else is wrong with the block, so that a look at the lower halves alone would find it sound.
    let orders = [2, (1_i128 << 64) + 2, 2 - (1_i128 << 64), 3];
    let columns = [column("child.birth_order", Values::Long(&orders), Known::All)];
    let mut buffer = AnswerBuffer::new(ALL);
    let faults = batch().answer(&Rows::new(4, &columns), 0..4, &mut [buffer.room(4)]).unwrap();
    let found: Vec<String> = faults.iter().map(told).collect();
    assert_eq!(found, ["2 孩次: out-of-range  (1 .. 20)", "3 孩次: out-of-range  (1 .. 20)"]);
    assert_eq!([0, 1, 2, 3].map(|row| buffer.state(row).is_some()), [true, false, false, true]);
}

#[test]
fn bits_are_read_from_every_offset_over_whole_blocks_and_the_rest() {
    const COUNT: usize = 1029;
    // Of period 7, so that no two bytes in a row are alike.
    let is_set = |row: usize| matches!(row % 7, 0 | 3 | 4);
    let (births, starts) = ([day("2025-03-10"); COUNT], [day("2025-09-10"); COUNT]);
    for offset in 0..=17 {
        let mut bits = [0_u8; (COUNT + 17).div_ceil(8)];
        for row in (0..COUNT).filter(|row| is_set(*row)) {
            bits[(row + offset) / 8] |= 1 << ((row + offset) % 8);
        }
        let columns = [
            column("child.birth_date", Values::Narrow(&births), Known::All),
            column("child.birth_order", Values::Code(&[3; COUNT]), Known::Bits(&bits, offset)),
            column("enrolment.from", Values::Narrow(&starts), Known::All),
        ];
        let mut buffer = AnswerBuffer::new(ALL);
        batch().answer(&Rows::new(COUNT, &columns), 0..COUNT, &mut [buffer.room(COUNT)]).unwrap();
        for row in 0..COUNT {
            assert_eq!(buffer.amount(row), is_set(row).then_some(600_000), "row {row} from {offset}");
        }

        let columns = [
            column("institution.registered", Values::Code(&[1; COUNT]), Known::All),
            column("institution.filed", Values::Bits(&bits, offset), Known::All),
            column("institution.inclusive", Values::Code(&[1; COUNT]), Known::All),
            column("class.kind", Values::Code(&[0; COUNT]), Known::All),
            column("enrolment.from", Values::Narrow(&starts), Known::All),
        ];
        let names =
            ["institution.registered", "institution.filed", "institution.inclusive", "class.kind", "enrolment.from"];
        let headings = RULES.headings(names, None).unwrap();
        let batch = RULES.batch(&headings, &year("jining/operating-subsidy")).unwrap();
        batch.answer(&Rows::new(COUNT, &columns), 0..COUNT, &mut [buffer.room(COUNT)]).unwrap();
        for row in 0..COUNT {
            // 3 000 yuan a year for the infant class.
            let amount = if is_set(row) { 300_000 } else { 0 };
            assert_eq!(buffer.amount(row), Some(amount), "row {row} from {offset}");
        }
    }
}

#[test]
fn any_range_is_answered_alone_and_only_what_is_asked() {
    let orders = [1_u8, 2, 3, 2];
    let births = [day("2025-03-10"); 4];
    let starts = [day("2025-09-10"); 4];
    let columns = [
        column("child.birth_date", Values::Narrow(&births), Known::All),
        column("child.birth_order", Values::Code(&orders), Known::All),
        column("enrolment.from", Values::Narrow(&starts), Known::All),
    ];
    let rows = Rows::new(4, &columns);
    let (mut values, mut known, mut state) = ([7_i128; 2], [false; 2], [NO_STATE; 2]);
    let amount = Amounts::Wide(Filled { values: &mut values, known: &mut known });
    let mut out = [Answers { amount: Some(amount), state: Some(&mut state), ..Answers::default() }];
    batch().answer(&rows, 1..3, &mut out).unwrap();
    assert_eq!((values, known, state), ([360_000, 600_000], [true; 2], [0; 2]));
    batch().answer(&rows, 4..4, &mut [Answers::default()]).unwrap();
}

#[test]
fn misuse_is_told() {
    let columns = [column("child.birth_order", Values::Code(&[1, 2]), Known::All)];
    let batch = batch();
    let refused = |rows: &Rows<'_>, range, out: &mut [Answers<'_>]| {
        let faults = batch.answer(rows, range, out).unwrap_err();
        faults.0[0].found.clone()
    };
    assert_eq!(refused(&Rows::new(3, &columns), 0..3, &mut [Answers::default()]), "child.birth_order: 2");
    let rows = Rows::new(2, &columns);
    assert_eq!(refused(&rows, 0..3, &mut [Answers::default()]), "range: 0..3");
    assert_eq!(refused(&rows, 0..2, &mut []), "answers: 0");
    let mut state = [NO_STATE; 1];
    assert_eq!(refused(&rows, 0..2, &mut [Answers { state: Some(&mut state), ..Answers::default() }]), "answers: 1");
}

#[test]
fn a_rule_without_amounts_has_none_however_many_rows_there_are() {
    let names = ["institution.integrity_record"];
    let batch = RULES.batch(&RULES.headings(names, None).unwrap(), &year("jining/integrity-record")).unwrap();
    for rows in [1, 16, 512] {
        let kept = vec![1; rows];
        let columns = [column(names[0], Values::Code(&kept), Known::All)];
        let mut buffer = AnswerBuffer::new(Wanted { amount: true, ..Wanted::default() });
        let faults = batch.answer(&Rows::new(rows, &columns), 0..rows, &mut [buffer.room(rows)]).unwrap();
        assert!(faults.is_empty());
        assert_eq!(buffer.amount(rows - 1), None, "{rows} rows");
    }
}
