//! Patterns of numbers and days against what the reader takes, text by text.

use super::house::{faults, validator};
use tuoyu::model::{Facts, Node, Vocabulary};
use tuoyu::schema;
use tuoyu::source::SourceText;

/// A vocabulary of one thing with one fact.
fn vocabulary(kind: &str) -> Vocabulary {
    let text = format!(
        "[[thing]]\nid = \"thing\"\nzh = \"物\"\nen = \"thing\"\nholder = \"case\"\nkey = \"thing\"\nmany = false\n\
         named = false\n[[fact]]\nid = \"thing.fact\"\n{kind}\nchanges = false\nwho = \"parent\"\nzh = \"数\"\n\
         en = \"number\"\nask_zh = \"多少？\"\nask_en = \"How many?\"\nheadings = [\"数\"]\n"
    );
    Vocabulary::from_toml(&SourceText { name: "vocabulary.toml".to_owned(), text }).unwrap()
}

/// Each value, as it stands in JSON, is taken by both sides or by neither.
fn agree(kind: &str, values: impl Iterator<Item = String>) -> usize {
    let vocabulary = vocabulary(kind);
    let validator = validator(&schema::case(&vocabulary));
    let mut taken = 0;
    for value in values {
        let case = format!(r#"{{"thing": {{"fact": {value}}}}}"#);
        let is_read = Facts::read(&Node::from_json(case.as_bytes()).unwrap(), &vocabulary).is_ok();
        let faults = faults(&validator, &serde_json::from_str(&case).unwrap());
        assert_eq!(is_read, faults.is_empty(), "{kind}: {value}: {faults:?}");
        taken += usize::from(is_read);
    }
    taken
}

/// Numbers from -130 to 130 in steps of a hundredth as texts, in several writings, and whole ones as integers.
fn numbers() -> impl Iterator<Item = String> {
    let plain = (-13_000_i32..=13_000)
        .step_by(35)
        .chain([-2, -1, 0, 1, 2, 98, 99, 100, 101, 700, 150, 1999, 2000, 2001, 10_000]);
    let texts = plain.flat_map(|units| {
        let (sign, units) = (if units < 0 { "-" } else { "" }, units.abs());
        let (whole, fraction) = (units / 100, units % 100);
        let tenths = (fraction % 10 == 0).then(|| format!("{sign}{whole}.{}", fraction / 10));
        let bare = (fraction == 0).then(|| format!("{sign}{whole}"));
        [Some(format!("{sign}{whole}.{fraction:02}")), Some(format!("{sign}00{whole}.{fraction:02}0")), tenths, bare]
    });
    let odd = ["", "-", ".", "1.", ".5", "--1", "+1", "1e1", " 1", "1 ", "1,5", "１", "-0", "-00.0", "0x1", "1.2.3"];
    let quoted = texts.flatten().chain(odd.map(str::to_owned)).map(|text| format!("\"{text}\""));
    quoted.chain((-150..=150).map(|number| number.to_string()))
}

#[test]
fn numbers_between_bounds() {
    let bounds = |least: &str, most: &str, scale: &str| {
        format!("type = \"{scale}\"\nminimum = \"{least}\"\nmaximum = \"{most}\"")
    };
    for scale in ["area", "ratio", "count"] {
        for (least, most) in
            [("0", "1"), ("0", "20"), ("1", "20"), ("0", "100"), ("7", "7"), ("-3", "5"), ("-20", "-3"), ("-1", "0")]
        {
            assert!(agree(&bounds(least, most, scale), numbers()) > 1, "{scale} {least} {most}");
        }
    }
    for (least, most) in
        [("0", "0.99"), ("0.01", "19.99"), ("19.5", "121.07"), ("-0.5", "0.5"), ("-12.25", "-1.75"), ("0.2", "0.8")]
    {
        assert!(agree(&bounds(least, most, "area"), numbers()) > 5, "{least} {most}");
    }
}

#[test]
fn numbers_of_a_list() {
    assert!(agree("type = \"ratio\"\nallowed = [\"0\", \"0.5\", \"1\"]", numbers()) > 10);
    let listed = agree("type = \"area\"\nmaximum = \"99\"\nallowed = [\"0.25\", \"12.5\", \"20\"]", numbers());
    assert!(listed > 1, "{listed}");
}

#[test]
fn days() {
    let years =
        ["1899", "1900", "1904", "1999", "2000", "2023", "2024", "2096", "2099", "2100", "2101", "199", "+2024"];
    let days = years.into_iter().flat_map(|year| {
        (0..=13).flat_map(move |month| (0..=32).map(move |day| format!("\"{year}-{month:02}-{day:02}\"")))
    });
    // Ten of the years have days: 365 each, and a leap day in 1904, 2000, 2024 and 2096.
    assert_eq!(agree("type = \"date\"", days), 9 * 365 + 4);
    let odd = ["", "2024-1-01", "2024-01-1", "2024/01/01", "20240101", "2024-01-01 ", "2024-01-01T00:00:00"];
    assert_eq!(agree("type = \"date\"", odd.into_iter().map(|text| format!("\"{text}\""))), 0);
}
