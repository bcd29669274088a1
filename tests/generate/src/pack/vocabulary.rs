//! The vocabulary of a pack: some things, and facts of every type.

use crate::draw::Draw;
use std::fmt::Write as _;

/// The names that things get, in order.
const THINGS: [&str; 8] = ["place", "house", "room", "household", "adult", "job", "kid", "stay"];
const WHO: [&str; 4] = ["parent", "institution", "employer", "government"];
const NUMBERS: [&str; 6] = ["money", "ratio", "price", "quantity", "area", "count"];

/// A kind of thing, by its place in the list.
struct Thing {
    holder: Option<usize>,
    many: bool,
    named: bool,
}

/// A fact that others may be about.
struct Fact {
    thing: usize,
    id: String,
    is_date: bool,
}

/// The text of `vocabulary.toml`.
pub(super) fn text(draw: &mut Draw<'_, '_>) -> String {
    let things = things(draw);
    let mut text = String::new();
    for (thing, name) in things.iter().zip(THINGS) {
        let holder = thing.holder.and_then(|holder| THINGS.get(holder)).copied().unwrap_or("case");
        let Thing { many, named, .. } = thing;
        text.push_str(&format!(
            "[[thing]]\nid = \"{name}\"\nzh = \"物{name}\"\nen = \"The {name}\"\nholder = \"{holder}\"\n\
             key = \"{name}_list\"\nmany = {many}\nnamed = {named}\n\n"
        ));
    }
    let mut facts: Vec<Fact> = Vec::new();
    let mut order: Vec<usize> = (0..things.len()).collect();
    if draw.chance(50) {
        order.reverse();
    }
    for thing in order {
        for _ in 0..=draw.between(1, 5) {
            fact(draw, &things, thing, &mut facts, &mut text);
        }
    }
    text
}

fn things(draw: &mut Draw<'_, '_>) -> Vec<Thing> {
    let mut things: Vec<Thing> = Vec::new();
    for place in 0..=draw.between(1, 7) {
        let above = usize::try_from(place).unwrap_or_default();
        let holder = if draw.chance(65) && above > 0 { Some(draw.below(above)) } else { None };
        let many = draw.chance(75);
        things.push(Thing { holder, many, named: draw.chance(if many { 90 } else { 20 }) });
    }
    things
}

fn fact(draw: &mut Draw<'_, '_>, things: &[Thing], thing: usize, facts: &mut Vec<Fact>, text: &mut String) {
    let number = facts.len() + 1;
    let id = format!("{}.f{number}", THINGS.get(thing).copied().unwrap_or_default());
    let kinds =
        ["yes-no", "option", "date", "number", "number", "number", "yes-no", "records", "options", "link", "text"];
    let mut kind = draw.word(&kinds);
    let named: Vec<&str> = things.iter().zip(THINGS).filter(|(thing, _)| thing.named).map(|(_, name)| name).collect();
    if kind == "number" {
        kind = draw.word(&NUMBERS);
    }
    let to = draw.pick(&named).copied();
    if kind == "link" && to.is_none() {
        kind = "yes-no";
    }
    let changes = !matches!(kind, "text" | "date") && draw.chance(60);
    let who = draw.word(&WHO);
    let mut line = |key: &str, value: &str| writeln!(text, "{key} = {value}").unwrap_or_default();
    let words = [
        ("zh", format!("事实{number}")),
        ("en", format!("Fact {number}")),
        ("ask_zh", format!("事实{number}是什么？")),
        ("ask_en", format!("What is fact {number}?")),
        ("id", id.clone()),
        ("type", kind.to_owned()),
        ("who", who.to_owned()),
    ];
    line("\n[[fact]]\nheadings", &format!("[\"列{number}\"]"));
    line("changes", &changes.to_string());
    for (key, value) in words {
        line(key, &format!("\"{value}\""));
    }
    let fits = |known: &&Fact| known.thing == thing;
    match kind {
        "option" => line("options", &options(draw)),
        "options" => {
            line("options", &options(draw));
            line("open", &draw.chance(40).to_string());
        }
        "records" => {
            line("key", "\"sort\"");
            line("options", &options(draw));
            line("fields", &fields(draw));
        }
        "link" => line("to", &format!("\"{}\"", to.unwrap_or_default())),
        "date" => {
            let dates: Vec<&Fact> = facts.iter().filter(fits).filter(|fact| fact.is_date).collect();
            if let Some(after) = draw.pick(&dates).filter(|_| draw.chance(60)) {
                line("after", &format!("\"{}\"", after.id));
            }
            if draw.chance(30) {
                line("absent", "\"without-end\"");
            }
        }
        "yes-no" => {
            let is_part = |known: &&Fact| {
                let part = things.get(known.thing);
                known.thing == thing || part.is_some_and(|part| !part.many && part.holder == Some(thing))
            };
            let parts: Vec<&Fact> = facts.iter().filter(is_part).collect();
            if let Some(by) = draw.pick(&parts).filter(|_| draw.chance(25)) {
                line("implied_by", &format!("[\"{}\"]", by.id));
                if draw.chance(50) {
                    line("contradicts_no", "true");
                }
            }
        }
        "text" => {}
        _ => number_members(draw, kind, (things, thing, changes), &mut line),
    }
    facts.push(Fact { thing, id, is_date: kind == "date" });
}

/// The members of a fact that is a number.
fn number_members(
    draw: &mut Draw<'_, '_>,
    kind: &str,
    (things, thing, changes): (&[Thing], usize, bool),
    line: &mut impl FnMut(&str, &str),
) {
    if kind == "money" {
        line("unit", draw.word(&["\"CNY\"", "\"CNY/month\"", "\"CNY/year\""]));
    }
    if kind == "ratio" && draw.chance(30) {
        line("allowed", "[\"0\", \"0.5\", \"1\"]");
    } else if kind != "ratio" && draw.chance(35) {
        let least = draw.between(0, 3);
        line("minimum", &format!("\"{least}\""));
        line("maximum", &format!("\"{}\"", least + draw.between(0, 40)));
    }
    if let Some(holder) = things.get(thing).and_then(|thing| thing.holder)
        && !changes
        && draw.chance(15)
    {
        line("sum_at_most", "\"1\"");
        line("over", &format!("\"{}\"", THINGS.get(holder).copied().unwrap_or_default()));
    }
}

/// Two to five options; rarely more than the 64 bits of a word.
fn options(draw: &mut Draw<'_, '_>) -> String {
    let count = if draw.chance(2) { 70 } else { draw.between(2, 5) };
    let options: Vec<String> = (1..=count)
        .map(|place| format!("{{ id = \"o{place}\", zh = \"选项{place}\", en = \"Option {place}\" }}"))
        .collect();
    format!("[{}]", options.join(", "))
}

fn fields(draw: &mut Draw<'_, '_>) -> String {
    let mut fields = Vec::new();
    for place in 1..=draw.between(1, 3) {
        let kind = draw.word(&NUMBERS);
        let unit = if kind == "money" { ", unit = \"CNY/month\"" } else { "" };
        fields.push(format!(
            "{{ id = \"n{place}\", type = \"{kind}\", zh = \"数{place}\", en = \"Number {place}\"{unit} }}"
        ));
    }
    format!("[{}]", fields.join(", "))
}
