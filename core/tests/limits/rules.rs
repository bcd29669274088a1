//! The limits of a rule, as written and as compiled.

use crate::made::{entitlement, pack, references, rules, sum, table, vocabulary, with_vocabulary};
use crate::probe::{checked, probes, refused, taken};
use std::fmt::Write as _;
use tuoyu::error::{Code, Diagnostic};
use tuoyu::limits::{DECIMALS, EXPRESSION_LEVELS, LINES, MEMBERS, OPTIONS, PERIOD, PIECES, ROWS, of};
use tuoyu::limits::{PACK_STEPS, RULE_STEPS, STEP_LEVELS, TERM_LEVELS, TERMS};

/// What is told of a rule with these lines, under a sentence.
fn told(law: &str, lines: &str) -> Vec<Diagnostic> {
    checked(&pack(&[(law.to_owned(), entitlement("e", lines))]))
}

fn when(condition: &str) -> Vec<Diagnostic> {
    told("每人每月3元。", &format!("  when   many \"多 | Many\":  {condition}\n  rate   per month 3 CNY"))
}

/// The code of each fault that is told.
fn codes(told: &[Diagnostic]) -> Vec<Code> {
    told.iter().map(|fault| fault.code).collect()
}

/// A name that stands for so many levels, a few dozen by each name before it.
fn levels(count: usize) -> Vec<Diagnostic> {
    let mut lines = "  let\n    a0 = institution.places\n".to_owned();
    let (mut number, mut left) = (0, count - 1);
    while left > 0 {
        let more = left.min(60);
        writeln!(lines, "    a{} = a{number}{}", number + 1, " + 1".repeat(more)).unwrap();
        (number, left) = (number + 1, left - more);
    }
    told("每人每月3元。", &format!("{lines}  rate   per month 3 CNY"))
}

/// A table of so many rows of which the last is the amount of another rule.
fn rows_of_pieces(name: &str, count: usize) -> (String, String) {
    let (law, rule) = table(count).remove(0);
    let rule = rule.replacen("entitlement e", &format!("entitlement {name}"), 1);
    (law, rule.replace("otherwise:  none", "otherwise:  jining/r2").replace("CNY\n", "CNY/month\n"))
}

/// So many conditions.
fn conditions(count: usize) -> Vec<Diagnostic> {
    let mut lines = "  when\n".to_owned();
    for number in 0..count {
        writeln!(lines, "    c{number} \"多 | Many\":  institution.places > {}", number + 2).unwrap();
    }
    let law: String = (0..count).map(|number| format!("{}个、", number + 2)).collect();
    told(&format!("每人每月3元，{law}"), &format!("{lines}  rate   per month 3 CNY"))
}

probes! {
    lines_of_a_rule "lines" {
        // Besides title, pay and rate.
        let of_lines = |count: usize| told("每人每月3元。", &format!("  rate   per month 3 CNY\n{}", "  assumes  甲 | A\n".repeat(count - 3)));
        taken(&of_lines(LINES));
        refused(of::LINES, &of_lines(LINES + 1), LINES + 1);
    }

    rows_of_a_table "rows" {
        taken(&checked(&pack(&table(ROWS))));
        refused(of::ROWS, &checked(&pack(&table(ROWS + 1))), ROWS + 1);
        assert_eq!(checked(&pack(&table(2 * ROWS))).len(), 1, "told once");
    }

    levels_of_an_expression "expression-levels" {
        let brackets = |count: usize| when(&format!("{}institution.places{} > 3", "(".repeat(count), ")".repeat(count)));
        taken(&brackets(EXPRESSION_LEVELS));
        refused(of::EXPRESSION_LEVELS, &brackets(EXPRESSION_LEVELS + 1), EXPRESSION_LEVELS + 1);
    }

    members_of_a_set "members" {
        let members = |count: usize| when(&format!("max({}) > 3", vec!["institution.places"; count].join(", ")));
        taken(&members(MEMBERS - 1));
        assert_eq!(codes(&members(MEMBERS)), [Code::TooDeep], "the comparison is one level more");
        let bare = |count: usize| {
            let members = vec!["institution.places"; count].join(", ");
            told("每人每月3元。", &format!("  let\n    a = max({members})\n  rate   per month 3 CNY"))
        };
        taken(&bare(MEMBERS));
        refused(of::MEMBERS, &bare(MEMBERS + 1), MEMBERS + 1);
    }

    options_that_are_compared "options" {
        let options = |count: usize| {
            let each: Vec<String> = (0..count).map(|number| format!("{{ id = \"o{number}\", zh = \"甲{number}\", en = \"A{number}\" }}")).collect();
            let fact = format!(
                "\n[[fact]]\nid = \"institution.o\"\ntype = \"option\"\nchanges = true\nwho = \"institution\"\nzh = \"甲\"\nen = \"A\"\n\
                 ask_zh = \"甲？\"\nask_en = \"A?\"\nheadings = [\"甲\"]\noptions = [{}]\n",
                each.join(", ")
            );
            let rule = entitlement("e", "  when   many \"多 | Many\":  institution.o is o1\n  rate   per month 3 CNY");
            checked(&with_vocabulary(&format!("{}{fact}", vocabulary()), &[("每人每月3元。".to_owned(), rule)]))
        };
        taken(&options(OPTIONS));
        refused(of::OPTIONS, &options(OPTIONS + 1), OPTIONS + 1);
    }

    terms_of_a_rule "terms" {
        // Each of the facts and their sums, the comparison, its number, the rate.
        let terms = |count: usize| when(&format!("{}{} > 3", if count.is_multiple_of(2) { "" } else { "not " }, sum((count - 2) / 2)));
        taken(&terms(TERMS));
        refused(of::TERMS, &terms(TERMS + 1), TERMS + 1);
        let mut doubled = "  let\n    a0 = institution.places\n".to_owned();
        (0..60).for_each(|number| writeln!(doubled, "    a{} = a{number} + a{number}", number + 1).unwrap());
        let told = told("每人每月3元。", &format!("{doubled}  rate   per month 3 CNY"));
        assert_eq!(codes(&told), [Code::TooMany], "names that double are told once");
    }

    levels_of_a_name "term-levels" {
        taken(&levels(TERM_LEVELS));
        refused(of::TERM_LEVELS, &levels(TERM_LEVELS + 1), TERM_LEVELS + 1);
    }

    decimals_of_a_number "decimals" {
        let decimals = |count: usize| {
            let number = format!("0.{}3", "0".repeat(count - 1));
            told(&format!("每人每月3元，{number}倍。"), &format!("  when   many \"多 | Many\":  institution.places > {number}\n  rate   per month 3 CNY"))
        };
        taken(&decimals(usize::from(DECIMALS)));
        assert_eq!(codes(&decimals(usize::from(DECIMALS) + 1)), [of::DECIMALS.code.unwrap()]);
    }

    days_added_to_a_date "period" {
        let period = |days: i32| told(&format!("每人每月3元，{days}日。"), &format!("  when   young \"小 | Young\":  day < child.birth_date + {days} days\n  rate   per month 3 CNY"));
        taken(&period(PERIOD));
        assert_eq!(codes(&period(PERIOD + 1)), [of::PERIOD.code.unwrap()]);
    }

    numbers_stay_below_two_to_the_hundredth "number" {
        // 10^7 fen × 10^8 × 10^8 × 12 676 506 is less than 2^100, which is 1 267 650 600 228 229 401 496 703 205 376.
        let rate = |times: u32| told(&format!("{times}倍。"), &format!("  rate   per month enrolment.monthly_fee * institution.places * institution.staff * {times}"));
        assert_eq!(of::NUMBER.most, 1_267_650_600_228_229_401_496_703_205_376);
        taken(&rate(12_676_506));
        assert_eq!(codes(&rate(12_676_507)), [of::NUMBER.code.unwrap()]);
    }

    pieces_of_a_number "pieces" {
        // Each rule that is added doubles them: granted or not.
        assert_eq!(1 << 10, PIECES);
        taken(&checked(&pack(&references(10))));
        refused(of::PIECES, &checked(&pack(&references(11))), PIECES + 1);
        assert_eq!(checked(&pack(&references(60))).len(), 1, "however many, soon and once");
    }

    steps_of_a_rule "rule-steps" {
        // Every piece of a table looks at each of its rows.
        let rows = |count: usize| {
            let mut parts = rules(1);
            parts.push(rows_of_pieces("e", count));
            checked(&pack(&parts))
        };
        taken(&rows(200));
        let told = rows(400);
        let [fault] = told.as_slice() else { panic!("{told:?}") };
        let found: usize = fault.found.parse().unwrap();
        refused(of::RULE_STEPS, &told, found);
        assert!(found < RULE_STEPS + 1_000, "stopped soon: {found}");
    }

    steps_of_a_pack "pack-steps" {
        let told = |count: usize| {
            let mut parts = rules(1);
            parts.extend((0..count).map(|number| rows_of_pieces(&format!("e{number}"), 250 - number)));
            checked(&pack(&parts))
        };
        taken(&told(4));
        let told = told(24);
        let [fault] = told.as_slice() else { panic!("{told:?}") };
        let found: usize = fault.found.parse().unwrap();
        refused(of::PACK_STEPS, &told, found);
        assert!(found < PACK_STEPS + 1_000, "stopped soon: {found}");
    }

    levels_of_steps "step-levels" {
        // A comparison stands on a number, the days in force beside it, and each condition on those before it.
        taken(&conditions(STEP_LEVELS - 2));
        refused(of::STEP_LEVELS, &conditions(STEP_LEVELS - 1), STEP_LEVELS + 1);
    }
}
