//! Everything that can be wrong with a vocabulary, each told where it stands.

use super::{REAL, SMALL, file};
use crate::error::{Code, Place};
use crate::model::Vocabulary;

/// What is wrong, each as `what stands at the place | found | expected`.
fn faults(text: &str) -> Vec<String> {
    let faults = Vocabulary::from_toml(&file(text)).unwrap_err().0;
    let told = faults.iter().map(|fault| {
        assert_eq!(fault.code, Code::InvalidVocabulary);
        let Place::Text { file, span } = &fault.place else { panic!("{:?}", fault.place) };
        assert_eq!(file, "vocabulary.toml");
        format!("{} | {} | {}", text.get(span.start..span.end).unwrap(), fault.found, fault.expected)
    });
    told.collect()
}

/// The small vocabulary with one change.
fn changed(from: &str, to: &str) -> Vec<String> {
    assert!(SMALL.contains(from), "{from}");
    faults(&SMALL.replacen(from, to, 1))
}

/// The small vocabulary with one fact more.
fn with(fact: &str) -> Vec<String> {
    const TEXTS: &str =
        "who = \"parent\"\nzh = \"新\"\nen = \"new\"\nask_zh = \"新？\"\nask_en = \"New?\"\nheadings = [\"新\"]\n";
    faults(&format!("{SMALL}\n[[fact]]\nid = \"loan.new\"\nchanges = false\n{TEXTS}{fact}\n"))
}

const CHOICES: &str = r#"[{ id = "…", zh = "…", en = "…" }, …]"#;

#[test]
fn a_file_that_is_no_toml_is_told_as_such() {
    let faults = Vocabulary::from_toml(&file("[[thing]]\nid = 1\nid = 2")).unwrap_err().0;
    assert_eq!((faults.len(), faults[0].code, faults[0].expected.as_str()), (1, Code::InvalidToml, "duplicate key"));
    let place = Place::Text { file: "vocabulary.toml".to_owned(), span: crate::source::Span::new(17, 19) };
    assert_eq!(faults[0].place, place);
}

#[test]
fn a_file_without_things_or_facts_says_so() {
    assert_eq!(faults(""), [" | no [[thing]] | [[thing]]", " | no [[fact]] | [[fact]]"]);
    assert_eq!(
        faults("thing = 1\nfact = [2]\nfacts = []"),
        ["1 | thing = 1 | thing = [{ … }, …]", "2 | fact = 2 | fact = [{ … }, …]", "facts | facts | fact",]
    );
}

#[test]
fn an_unknown_key_is_told_with_the_nearest_or_all() {
    let missing = "[[thing]] | no many | many = true | false";
    assert_eq!(changed("many = false", "manny = false"), [missing, "manny | manny | many"]);
    let told = changed("key = \"rooms\"", "key = \"rooms\"\ncolour = 1");
    assert_eq!(told, ["colour | colour | id, zh, en, holder, key, many, named"]);
}

#[test]
fn a_key_of_another_type_has_no_meaning() {
    let known = "id, type, changes, who, zh, en, ask_zh, ask_en, help_zh, help_en, headings, \
        minimum, maximum, allowed, sum_at_most, over";
    assert_eq!(with("type = \"count\"\nunit = \"CNY\""), [format!("unit | unit | {known}")]);
    assert_eq!(with("type = \"link\"\nto = \"room\"\nopen = true").len(), 1);
    assert_eq!(with("type = \"text\"\nimplied_by = [\"loan.first\"]").len(), 1);
    assert_eq!(with("type = \"count\"\nabsent = \"without-end\"").len(), 1);
}

#[test]
fn an_unknown_type_is_told_with_all() {
    let types = "\"text\" | \"money\" | \"ratio\" | \"price\" | \"quantity\" | \"area\" | \"count\" | \"yes-no\" | \
        \"option\" | \"options\" | \"date\" | \"link\" | \"records\"";
    assert_eq!(with("type = \"float\""), [format!("\"float\" | type = \"float\" | type = {types}")]);
    assert_eq!(with("type = 5"), [format!("5 | type = 5 | type = {types}")]);
    assert_eq!(with(""), [format!("[[fact]] | no type | type = {types}")]);
}

#[test]
fn a_missing_or_empty_text_is_told() {
    assert_eq!(changed("ask_zh = \"镇名？\"\n", ""), ["[[fact]] | no ask_zh | ask_zh = \"…\""]);
    assert_eq!(changed("zh = \"镇名\"", "zh = \" \""), ["\" \" | zh = \" \" | zh = \"…\""]);
    assert_eq!(changed("headings = [\"镇名\"]\n", ""), ["[[fact]] | no headings | headings = [\"…\"]"]);
    assert_eq!(changed("headings = [\"镇名\"]", "headings = []"), ["[] | headings = [] | headings = [\"…\"]"]);
    assert_eq!(changed("headings = [\"镇名\"]", "headings = [5]"), ["5 | headings = 5 | headings = \"…\""]);
    assert_eq!(with("type = \"text\"\nhelp_zh = \"新\""), ["[[fact]] | no help_en | help_en = \"…\""]);
    let who = "\"parent\" | \"institution\" | \"employer\" | \"government\"";
    assert_eq!(changed("who = \"government\"", "who = \"me\""), [format!("\"me\" | who = \"me\" | who = {who}")]);
}

#[test]
fn a_name_that_is_taken_is_told() {
    assert_eq!(
        changed("id = \"room.heated\"", "id = \"town.name\""),
        ["\"town.name\" | \"town.name\" ×2 | \"town.name\" ×1"]
    );
    assert_eq!(changed("[\"供暖\"]", "[\"热\", \"镇名\"]"), ["\"镇名\" | \"镇名\" ×2 | \"镇名\" ×1"]);
    let told = changed("id = \"room\"", "id = \"town\"");
    assert_eq!(told[0], "\"town\" | \"town\" ×2 | \"town\" ×1");
    assert_eq!(changed("key = \"readers\"", "key = \"rooms\""), ["\"rooms\" | \"case.rooms\" ×2 | \"case.rooms\" ×1"]);
    assert_eq!(changed("id = \"b\"", "id = \"a\""), ["\"a\" | \"a\" ×2 | \"a\" ×1"]);
}

#[test]
fn a_holder_stands_before_what_it_holds() {
    let told = changed("holder = \"room\"", "holder = \"reader\"");
    assert_eq!(told, ["\"reader\" | holder = \"reader\" | holder = \"case\" | \"town\" | \"room\""]);
    assert_eq!(changed("holder = \"room\"", "holder = \"shelf\"").len(), 1);
}

#[test]
fn names_are_small_letters_and_their_places_are_free() {
    let form = "id = \"a-z, 0-9, -\"";
    assert_eq!(changed("id = \"town\"", "id = \"Town\"")[0], format!("\"Town\" | id = \"Town\" | {form}"));
    assert_eq!(changed("id = \"town\"", "id = \"case\"")[0], format!("\"case\" | id = \"case\" | {form}"));
    let key = |key: &str| vec![format!("\"{key}\" | key = \"{key}\" | key = \"a-z, 0-9, _\"")];
    assert_eq!(changed("key = \"shelves\"", "key = \"my-shelves\""), key("my-shelves"));
    assert_eq!(changed("key = \"shelves\"", "key = \"id\""), key("id"));
    let member = |id: &str, thing: &str| vec![format!("\"{id}\" | id = \"{id}\" | id = \"{thing}.a-z, 0-9, _\"")];
    assert_eq!(changed("id = \"room.heated\"", "id = \"room.Heated\""), member("room.Heated", "room"));
    assert_eq!(changed("id = \"room.heated\"", "id = \"room\""), member("room", "room"));
    assert_eq!(changed("id = \"room.heated\"", "id = \"room.id\""), member("room.id", "room"));
    assert_eq!(changed("id = \"room.heated\"", "id = \"room.shelves\""), member("room.shelves", "room"));
    assert_eq!(changed("id = \"room.heated\"", "id = \"rom.heated\""), ["\"rom.heated\" | id = \"rom.heated\" | room"]);
}

#[test]
fn a_thing_nests_no_deeper_than_a_case_may() {
    let things = |depth: usize| {
        let thing = |number: usize| {
            let holder = if number == 0 { "case".to_owned() } else { format!("t{}", number - 1) };
            let names = format!("id = \"t{number}\"\nholder = \"{holder}\"\nkey = \"k\"\nzh = \"一\"\nen = \"a\"");
            format!("[[thing]]\n{names}\nmany = true\nnamed = true\n")
        };
        let things: String = (0..depth).map(thing).collect();
        format!(
            "{things}{}",
            SMALL
                .split_once("[[fact]]")
                .map_or("", |(_, fact)| fact.split_once("[[fact]]").unwrap().0)
                .replace("\nid = \"town.name\"", "[[fact]]\nid = \"t0.name\"")
        )
    };
    // The case, a list and an object for each, and four levels for a line of records.
    assert!(Vocabulary::from_toml(&file(&things(13))).is_ok());
    assert_eq!(faults(&things(14)), ["[[thing]] | depth > 32 | depth ≤ 32"]);
    let (before, last) =
        things(14).split_once("t13").map(|(before, last)| (before.to_owned(), last.to_owned())).unwrap();
    let one = format!("{before}t13{}", last.replacen("many = true", "many = false", 1));
    assert!(Vocabulary::from_toml(&file(&one)).is_ok(), "one that is no list is a level less");
}

#[test]
fn yes_and_no_are_written_true_and_false() {
    assert_eq!(changed("many = false", "many = \"no\""), ["\"no\" | many = \"no\" | many = true | false"]);
    assert_eq!(changed("changes = false\n", ""), ["[[fact]] | no changes | changes = true | false"]);
}

#[test]
fn a_text_or_a_date_does_not_change() {
    let told = changed("type = \"text\"\nchanges = false", "type = \"text\"\nchanges = true");
    assert_eq!(told, ["true | type = \"text\", changes = true | changes = false"]);
    let told = changed("type = \"date\"\nchanges = false", "type = \"date\"\nchanges = true");
    assert_eq!(told, ["true | type = \"date\", changes = true | changes = false"]);
}

#[test]
fn money_has_a_period_and_bounds_are_decimals_in_quotes() {
    let units = "\"CNY\" | \"CNY/month\" | \"CNY/year\"";
    assert_eq!(changed("unit = \"CNY/year\"\n", ""), [format!("[[fact]] | no unit | unit = {units}")]);
    let told = changed("unit = \"CNY/year\"", "unit = \"CNY/day\"");
    assert_eq!(told, [format!("\"CNY/day\" | unit = \"CNY/day\" | unit = {units}")]);
    assert_eq!(changed("maximum = \"9.99\"", "maximum = 9.99"), ["9.99 | maximum = 9.99 | maximum = \"0.00\""]);
    assert_eq!(changed("\"9.99\"", "\"9.999\""), ["\"9.999\" | maximum = \"9.999\" | maximum = \"0.00\""]);
    assert_eq!(changed("\"9.99\"", "\"-2\""), ["[[fact]] | minimum > maximum | minimum ≤ maximum"]);
    let one_value = SMALL.replacen("minimum = \"-1.00\"", "minimum = \"9.99\"", 1);
    assert!(Vocabulary::from_toml(&file(&one_value)).is_ok());
    let told = with("type = \"count\"\nmaximum = \"3\"\nallowed = [\"0\", \"4\", \"1.5\"]");
    assert_eq!(told, ["\"4\" | allowed = [\"4\"] | 0 .. 3", "\"1.5\" | allowed = [\"1.5\"] | 0 .. 3"]);
}

#[test]
fn options_are_a_list_that_is_not_empty() {
    assert_eq!(with("type = \"option\""), [format!("[[fact]] | no options | options = {CHOICES}")]);
    assert_eq!(with("type = \"option\"\noptions = []"), [format!("[] | options = [] | options = {CHOICES}")]);
    assert_eq!(with("type = \"option\"\noptions = [\"a\"]"), ["\"a\" | options = \"a\" | options = [{ … }, …]"]);
    let told = with("type = \"option\"\noptions = [{ id = \"a\", zh = \"甲\" }]");
    assert_eq!(told, ["{ id = \"a\", zh = \"甲\" } | no en | en = \"…\""]);
    let told = with("type = \"option\"\noptions = [{ id = \"a\", zh = \"甲\", en = \"A\", colour = 1 }]");
    assert_eq!(told, ["colour | colour | id, zh, en"]);
}

#[test]
fn a_link_leads_to_a_thing_that_carries_an_id() {
    let things = "\"room\" | \"shelf\" | \"reader\" | \"loan\" | \"book\" | \"desk\"";
    let told = changed("to = \"shelf\"", "to = \"card\"");
    assert_eq!(told, [format!("\"card\" | to = \"card\" | to = {things}")]);
    assert_eq!(changed("to = \"shelf\"\n", ""), [format!("[[fact]] | no to | to = {things}")]);
}

#[test]
fn records_have_numbers_with_names_of_their_own() {
    let records = |key: &str, fields: &str| {
        let options = "options = [{ id = \"a\", zh = \"甲\", en = \"A\" }]";
        with(&format!("type = \"records\"\nkey = \"{key}\"\n{options}\nfields = [{fields}]"))
    };
    let field = |id: &str, kind: &str| format!("{{ id = \"{id}\", type = \"{kind}\", zh = \"甲\", en = \"A\" }}");
    let numbers = "\"money\" | \"ratio\" | \"price\" | \"quantity\" | \"area\" | \"count\"";
    let told = records("kind", &field("a", "date"));
    assert_eq!(told, [format!("\"date\" | type = \"date\" | type = {numbers}")]);
    let free = "\"a-z, 0-9, _\" ≠ from, to, value";
    assert_eq!(records("value", &field("a", "count")), [format!("\"value\" | \"value\" | {free}")]);
    assert_eq!(records("kind", &field("from", "count")), [format!("\"from\" | \"from\" | {free}")]);
    assert_eq!(records("kind", &field("kind", "count")), ["\"kind\" | \"kind\" ×2 | \"kind\" ×1"]);
    assert_eq!(with("type = \"records\"").len(), 3);
    let more = |kind: &str, more: &str| records("kind", &field("a", kind).replace(" }", &format!(", {more} }}")));
    assert_eq!(more("count", "unit = \"CNY\""), ["unit | unit | id, type, zh, en, minimum, maximum, allowed"]);
    assert_eq!(more("money", "unit = \"CNY\", ad = 1"), ["ad | ad | id"]);
}

#[test]
fn one_fact_names_another_that_fits() {
    let told = changed("after = \"loan.first\"", "after = \"loan.frist\"");
    assert_eq!(told, ["\"loan.frist\" | after = \"loan.frist\" | loan.first"]);
    assert_eq!(
        changed("after = \"loan.first\"", "after = \"loan.last\""),
        ["\"loan.last\" | after = \"loan.last\" | loan.first"]
    );
    assert_eq!(changed("after = \"loan.first\"", "after = \"loan.share\"").len(), 1);
    let absent = changed("after = \"loan.first\"", "after = \"loan.first\"\nabsent = \"never\"");
    assert_eq!(absent, ["\"never\" | absent = \"never\" | absent = \"without-end\""]);

    let told = changed("\"chip.level\"]", "\"loan.share\"]");
    assert_eq!(told, ["\"loan.share\" | implied_by = \"loan.share\" | reader.fee, reader.tags, chip.level"]);
    assert_eq!(changed("\"chip.level\"]", "\"reader.member\"]").len(), 1);
    let told = changed("implied_by = [\"reader.fee\", \"chip.level\"]\n", "");
    assert_eq!(told, ["[[fact]] | contradicts_no = true, no implied_by | implied_by = [\"…\"]"]);
}

#[test]
fn a_sum_is_over_a_holder_and_of_what_does_not_change() {
    let told = changed("over = \"reader\"", "over = \"room\"");
    assert_eq!(told, ["\"room\" | over = \"room\" | over = \"reader\""]);
    assert_eq!(changed("over = \"reader\"\n", ""), ["[[fact]] | no over | over = \"reader\""]);
    assert_eq!(changed("sum_at_most = \"0.9999\"\n", ""), ["[[fact]] | no sum_at_most | sum_at_most = \"…\""]);
    assert_eq!(changed("\"0.9999\"", "\"0.99999\"").len(), 1);
    let told = changed("over = \"reader\"\nchanges = false", "over = \"reader\"\nchanges = true");
    assert_eq!(told, ["[[fact]] | sum_at_most, changes = true | sum_at_most, changes = false"]);
}

#[test]
fn everything_is_told_at_once_in_the_order_of_the_file() {
    let broken = REAL
        .replacen("holder = \"institution\"", "holder = \"enrolment\"", 1)
        .replacen("type = \"money\"", "type = \"cash\"", 1)
        .replacen("ask_zh = \"孩子是哪一天出生的？\"\n", "", 1)
        .replacen("after = \"enrolment.from\"", "after = \"enrolment.start\"", 1)
        .replacen("headings = [\"收费项目\", ", "headings = [\"孩次\", ", 1);
    let told: Vec<String> = faults(&broken).iter().map(|told| told.split(" | ").nth(1).unwrap().to_owned()).collect();
    let expected =
        ["holder = \"enrolment\"", "type = \"cash\"", "no ask_zh", "after = \"enrolment.start\"", "\"孩次\" ×2"];
    assert_eq!(told, expected);
}

#[test]
fn a_type_that_cannot_be_read_is_told_once() {
    assert_eq!(changed("type = \"date\"", "type = \"dat\"").len(), 1, "not at the fact that follows it too");
}
