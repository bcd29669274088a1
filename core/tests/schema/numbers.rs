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

/// Numbers around each of some hundredths, and from -130 to 130 far apart: as texts, in several writings, and whole ones
/// as integers.
fn numbers(around: &[i32]) -> impl Iterator<Item = String> {
    let near = [-1000, -101, -100, -99, -11, -10, -9, -2, -1, 0, 1, 2, 9, 10, 11, 99, 100, 101, 1000];
    let points: Vec<i32> = around.iter().flat_map(|point| near.map(|step| point + step)).collect();
    let plain = (-13_000_i32..=13_000).step_by(395).chain(points);
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

/// A type with bounds that are given in hundredths.
fn hold(kind: &str, least: i32, most: i32) {
    let say = |units: i32| {
        let (sign, units) = (if units < 0 { "-" } else { "" }, units.abs());
        let fraction = if units % 100 == 0 { String::new() } else { format!(".{:02}", units % 100) };
        format!("{sign}{}{fraction}", units / 100)
    };
    let kind = format!("type = \"{kind}\"\nminimum = \"{}\"\nmaximum = \"{}\"", say(least), say(most));
    assert!(agree(&kind, numbers(&[0, least, most])) > 1, "{kind}");
}

#[test]
fn numbers_between_bounds() {
    for kind in ["area", "ratio", "count"] {
        for (least, most) in [(0, 1), (0, 20), (1, 20), (0, 100), (7, 7), (-3, 5), (-20, -3), (-1, 0)] {
            hold(kind, least * 100, most * 100);
        }
    }
    for (least, most) in [(0, 99), (1, 1_999), (1_950, 12_107), (-50, 50), (-1_225, -175), (20, 80)] {
        hold("area", least, most);
    }
}

#[test]
fn numbers_of_a_list() {
    assert!(agree("type = \"ratio\"\nallowed = [\"0\", \"0.5\", \"1\"]", numbers(&[0, 50, 100])) > 10);
    let listed = "type = \"area\"\nmaximum = \"99\"\nallowed = [\"0.25\", \"12.5\", \"20\"]";
    assert!(agree(listed, numbers(&[25, 1_250, 2_000])) > 5);
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
