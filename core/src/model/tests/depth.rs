//! Nesting: both sides of the limit, and ten megabytes of brackets.

use super::told;
use crate::model::Node;
use std::time::{Duration, Instant};

const MEGABYTES: usize = 10_000_000;
/// A second; a build without optimisation is allowed its own pace.
const AT_ONCE: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 1 });

fn nested(depth: usize) -> String {
    format!("{}{}", "[".repeat(depth), "]".repeat(depth))
}

#[test]
fn thirty_two_levels_are_read_and_one_more_is_not() {
    assert!(Node::from_json(nested(32).as_bytes()).is_ok());
    let faults = Node::from_json(nested(33).as_bytes()).unwrap_err();
    assert_eq!(told(&faults), ["too-deep [32..33]: 33; 32"]);
}

#[test]
fn brackets_in_a_text_do_not_nest() {
    let text = format!(r#"["{}", "\\", "\"{}"]"#, "[".repeat(40), "{".repeat(40));
    assert!(Node::from_json(text.as_bytes()).is_ok());
    assert!(Node::from_json(format!(r#"["\\", {}]"#, nested(31)).as_bytes()).is_ok());
    assert!(Node::from_json(format!(r#"["\\", {}]"#, nested(32)).as_bytes()).is_err());
}

#[test]
fn ten_megabytes_of_brackets_are_answered_at_once() {
    let balanced = nested(MEGABYTES / 2);
    let flat = format!("[{}[]]", "[],".repeat(MEGABYTES / 3));
    for (text, told_as) in [
        ("[".repeat(MEGABYTES), "too-deep"),
        ("{\"a\":".repeat(MEGABYTES / 5), "too-deep"),
        ("]".repeat(MEGABYTES), "invalid-json"),
        (balanced, "too-deep"),
        (flat, ""),
    ] {
        let start = Instant::now();
        let told = Node::from_json(text.as_bytes()).map_or_else(|faults| told(&faults).remove(0), |_| String::new());
        assert!(told.starts_with(told_as), "{told}");
        // A list of three million lists is a case's own business, and is read at the pace of the machine.
        assert!(told_as.is_empty() || start.elapsed() < AT_ONCE, "{:?}", start.elapsed());
    }
}

mod toml {
    use super::*;

    fn wrong(text: &str) -> String {
        told(&Node::from_toml(text.as_bytes()).unwrap_err()).remove(0)
    }

    #[test]
    fn thirty_two_levels_are_read_and_one_more_is_not() {
        // The root is a level.
        assert!(Node::from_toml(format!("a = {}", nested(31)).as_bytes()).is_ok());
        assert_eq!(wrong(&format!("a = {}", nested(32))), "too-deep [35..36]: 33; 32");
        let tables = |depth: usize| format!("a = {}1{}", "{ a = ".repeat(depth), "}".repeat(depth));
        assert!(Node::from_toml(tables(31).as_bytes()).is_ok());
        assert!(wrong(&tables(32)).starts_with("too-deep"));
    }

    #[test]
    fn the_points_of_a_key_and_the_heads_of_tables_nest_too() {
        let key = |names: usize| vec!["a"; names].join(".");
        assert!(Node::from_toml(format!("{} = 1.5", key(32)).as_bytes()).is_ok());
        assert!(wrong(&format!("{} = 1.5", key(33))).starts_with("too-deep"));
        assert!(Node::from_toml(format!("[{}]\na = 1", key(31)).as_bytes()).is_ok());
        assert!(wrong(&format!("[{}]\na = 1", key(32))).starts_with("too-deep"));
        // Sixteen lists of a table each, one in the other, are thirty-two levels below the root.
        let heads = |names: usize| (1..=names).map(|names| format!("[[{}]]\n", key(names))).collect::<String>();
        assert!(Node::from_toml(heads(15).as_bytes()).is_ok());
        assert!(wrong(&heads(16)).starts_with("too-deep"));
    }

    #[test]
    fn what_is_quoted_or_a_number_does_not_nest() {
        let many = "[".repeat(40);
        let points = vec!["1.5"; 100].join(", ");
        let texts = [
            format!("a = \"{many}\" # {many}"),
            format!("a = '{many}'"),
            format!("a = \"\\\"{many}\""),
            format!("a = \"\"\"\n{many}\"\" {many}\"\"\"\"\""),
            format!("a = \"\"\"x\\\"\"\" {many} \"\"\""),
            format!("a = [\"\"\"\"x\"\"\", '{many}']"),
            format!("a = '''\n{many}'' {many}'''''"),
            format!("a = [{points}]\nb = {{ c = 1.5, d.e = 2.5, f = [0.5, 0.5] }}"),
            "a = [\n  07:32:00.5, # [\n  1.5,\n]\n".to_owned(),
            (0..100).map(|number| format!("a{number} = 1.5\n")).collect(),
            format!("\"{many}\".b = 1\n'{}' = 2", ".".repeat(40)),
        ];
        for text in texts {
            assert!(Node::from_toml(text.as_bytes()).is_ok(), "{text}");
        }
    }

    #[test]
    fn what_follows_a_quoted_text_still_nests() {
        let at_most = |text: &str| {
            let with = |depth: usize| Node::from_toml(text.replace('@', &nested(depth)).as_bytes());
            assert!(with(31).is_ok(), "{text}: {:?}", with(31).map_err(|faults| told(&faults)));
            assert!(told(&with(32).unwrap_err()).remove(0).starts_with("too-deep"), "{text}");
            // Beyond what the parser itself takes, only the look before it can say so.
            assert!(told(&with(100).unwrap_err()).remove(0).starts_with("too-deep"), "{text}");
        };
        at_most("a = @");
        at_most("a = \"\\\"\"\nb = @");
        at_most("a = \"\\\\\"\nb = @");
        at_most("a = '\\'\nb = @");
        at_most("a = \"\"\"x\\\"\"\"\"\"\"\nb = @");
        at_most("a = \"\"\"x\\\\\"\"\"\nb = @");
        at_most("a = \"\"\"x\"\"\"\"\"\nb = @");
        at_most("a = '''x\\'''''\nb = @");
        at_most("a = ''''''\nb = @");
        at_most("a = {b = 1.5, c = '', d = 1.5}\nb = @ # [");
        at_most("\"a\\\"\" = @");
        at_most("'a' = @");
        at_most("b = @\n[a.b.c.'d.e']\n[[c.d]]\nb = 1.5");
    }

    #[test]
    fn numbers_in_a_list_are_no_deeper_than_the_list() {
        let list = |items: &str| format!("a = {}{items}{}", "[".repeat(31), "]".repeat(31));
        assert!(Node::from_toml(list("1.5, 2.5, 3.5").as_bytes()).is_ok());
        assert!(wrong(&list("1, {}")).starts_with("too-deep"));
        let table = |items: &str| format!("a = {}{{ {items} }}{}", "[".repeat(30), "]".repeat(30));
        assert!(Node::from_toml(table("b = 1.5, c = 2.5").as_bytes()).is_ok());
        assert!(wrong(&table("b = 1.5, c.d = 2")).starts_with("too-deep"));
        assert!(wrong(&table("b = [1.5]")).starts_with("too-deep"));
    }

    #[test]
    fn points_where_a_value_has_none_are_counted() {
        assert!(wrong(&format!("a = 1{}", ".5".repeat(40))).starts_with("too-deep"));
        assert!(wrong(&format!("a = [1{}]", ".5".repeat(40))).starts_with("too-deep"));
    }

    #[test]
    fn tables_within_keys_within_tables_do_not_use_up_the_stack() {
        let key = vec!["a"; 78].join(".");
        for separator in ["= {", "= 1 b = {", "= ] {", "= '''x'''' , {", "= \"\\\n\" {", "= b''' {"] {
            let text = format!("{key} {separator} ").repeat(78);
            assert!(Node::from_toml(text.as_bytes()).is_err());
            assert!(Node::from_toml(format!("x = {{ {text}").as_bytes()).is_err());
        }
    }

    #[test]
    fn ten_megabytes_of_brackets_are_answered_at_once() {
        for text in [format!("a = {}", "[".repeat(MEGABYTES)), "[".repeat(MEGABYTES), "a.".repeat(MEGABYTES / 2)] {
            let start = Instant::now();
            assert!(wrong(&text).starts_with("too-deep"));
            assert!(start.elapsed() < AT_ONCE, "{:?}", start.elapsed());
        }
    }
}
