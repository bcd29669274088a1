//! The limits of a case and of a question.

use crate::probe::{probes, refused, taken};
use tuoyu::error::Diagnostic;
use tuoyu::limits::{CASE_BYTES, CASE_LEVELS, COMPLETIONS, THINGS, WINDOW_MONTHS, of};
use tuoyu::model::Node;
use tuoyu::value::Month;
use tuoyu::{Ask, Pack, Rules};

fn law() -> Rules {
    Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap()
}

fn faults<T>(read: Result<T, tuoyu::error::Diagnostics>) -> Vec<Diagnostic> {
    read.err().map(|faults| faults.0).unwrap_or_default()
}

probes! {
    bytes_of_a_case "case-bytes" {
        // The largest case is read by a test of the reader.
        assert!(!of::CASE_BYTES.is_passed_by(CASE_BYTES));
        refused(of::CASE_BYTES, &faults(Node::from_json(&vec![b' '; CASE_BYTES + 1])), CASE_BYTES + 1);
    }

    levels_of_a_case "case-levels" {
        let lists = |count: usize| faults(Node::from_json(format!("{}{}", "[".repeat(count), "]".repeat(count)).as_bytes()));
        taken(&lists(CASE_LEVELS));
        refused(of::CASE_LEVELS, &lists(CASE_LEVELS + 1), CASE_LEVELS + 1);
    }

    things_of_a_case "things" {
        // A million things take seconds to read; a test of the reader passes a smaller limit.
        assert!(!of::THINGS.is_passed_by(THINGS) && of::THINGS.is_passed_by(THINGS + 1));
    }

    months_of_a_window "window-months" {
        let rules = law();
        let first = Month::parse("1900-01").unwrap();
        let window = |months: usize| {
            let last = first.plus(i32::try_from(months).unwrap() - 1).unwrap();
            faults(rules.question(&Ask::window(&first.to_string(), &last.to_string())))
        };
        taken(&window(WINDOW_MONTHS));
        refused(of::WINDOW_MONTHS, &window(WINDOW_MONTHS + 1), WINDOW_MONTHS + 1);
    }

    completions_of_an_answer "completions" {
        // Each unknown number of utilities is tried at its two ends: 2^12.
        let rules = law();
        assert_eq!((of::COMPLETIONS.code, 1 << 12), (None, COMPLETIONS));
        let is_exact = |utilities: &str| {
            let case = format!(r#"{{"institutions":[{{"id":"n1"{utilities}}}]}}"#);
            let case = rules.read_json(case.as_bytes()).unwrap();
            let ask = Ask::window("2026-01", "2026-03").rule("jining/residential-utilities");
            let answer = serde_json::to_value(rules.assess(&case, &ask).unwrap()).unwrap();
            answer["outcomes"][0]["range_exact"].as_bool().unwrap()
        };
        assert!(is_exact(""));
        // Two gaps of a line are unknown each for itself: 2^24.
        assert!(!is_exact(r#","utilities":[{"from":"2026-02-01","to":"2026-02-28","value":[]}]"#));
    }
}
