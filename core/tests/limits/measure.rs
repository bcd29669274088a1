//! Scratch.
use crate::made;
use std::time::Instant;
use tuoyu::{Ask, Pack, Rules};

fn time(name: &str, sizes: &[usize], run: impl Fn(usize) -> Box<dyn Fn() -> String>) {
    for size in sizes {
        let go = run(*size);
        let start = Instant::now();
        let told = go();
        println!("{name} {size}: {:?} {}", start.elapsed(), told.chars().take(150).collect::<String>());
    }
}

fn check(pack: Pack) -> Box<dyn Fn() -> String> {
    Box::new(move || {
        let checked = pack.check();
        let plan =
            checked.plan.as_ref().map(|plan| format!("{} numbers {} masks", plan.numbers.len(), plan.masks.len()));
        let faults: Vec<String> =
            checked.diagnostics.iter().take(2).map(|d| format!("{}: {}", d.code, d.found)).collect();
        format!("{} faults {faults:?} {plan:?}", checked.diagnostics.len())
    })
}

#[test]
fn measure() {
    let only = std::env::var("ONLY").unwrap_or_default();
    let is = |name: &str| only.is_empty() || only.split(',').any(|o| o == name);
    if is("rules") {
        time("rules", &[250, 1000, 4000], |n| check(made::pack(&made::rules(n))));
    }
    if is("table") {
        time("table", &[125, 500, 2000], |n| check(made::pack(&made::table(n))));
    }
    if is("expression") {
        time("expression", &[250, 1000, 4000], |n| check(made::pack(&made::expression(n))));
    }
    if is("lets") {
        time("lets", &[250, 1000, 4000], |n| check(made::pack(&made::lets(n))));
    }
    if is("references") {
        time("references", &[4, 8, 11], |n| check(made::pack(&made::references(n))));
    }
    if is("chain") {
        time("chain", &[10, 40, 160], |n| check(made::pack(&made::chain(n))));
    }
    if is("facts") {
        time("facts", &[250, 1000, 4000], |n| check(made::with_vocabulary(&made::facts(n), &made::rules_of_facts(n))));
    }
    if is("case") {
        let rules = Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap();
        let plain = std::rc::Rc::new(rules);
        time("read", &[100, 400, 1600], |n| {
            let text = made::case(n);
            let rules = plain.clone();
            Box::new(move || {
                rules.read_json(text.as_bytes()).unwrap();
                String::new()
            })
        });
        for rule in [
            "jining/operating-subsidy",
            "jining/family-subsidy",
            "jining/employer-reimbursement",
            "china/infant-care-tax-saved",
            "jining/target-public-share",
            "jining/residential-utilities",
        ] {
            time(rule, &[25, 100, 400], |n| {
                let text = made::case(n);
                let rules = plain.clone();
                let facts = rules.read_json(text.as_bytes()).unwrap();
                Box::new(move || {
                    let answer =
                        rules.assess(&facts, &Ask::window("2026-01", "2026-02").rule(rule)).map(|a| a.outcomes.len());
                    format!("{:?}", answer.unwrap_or(0))
                })
            });
        }
    }
}
