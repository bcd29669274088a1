//! What the generators make is what it is meant to be: nearly always sound, or nearly always not.

use arbitrary::Unstructured;
use std::collections::BTreeMap;
use tuoyu::{Pack, Rules};

/// Bytes for a try, by a linear congruence: the same in every run.
fn bytes(seed: u64, length: usize) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state.to_be_bytes()[0]
    };
    (0..length).map(|_| next()).collect()
}

/// How often each code is told, the most frequent last.
fn counted(codes: impl Iterator<Item = String>) -> Vec<(usize, String)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    codes.for_each(|code| *counts.entry(code).or_default() += 1);
    let mut counts: Vec<(usize, String)> = counts.into_iter().map(|(code, count)| (count, code)).collect();
    counts.sort();
    counts
}

fn pack(files: &[(String, String)]) -> Pack {
    Pack::new(files.iter().map(|(name, text)| (name.as_str(), text.as_str())))
}

/// What a pack of many is to hold, as it is written there.
const FORMS: [&str; 16] = [
    "\nentitlement ",
    "\nlimit ",
    "\nrequirement ",
    "\nindicator ",
    "\nprocedure ",
    "\nlookup ",
    "\nquantity ",
    "\nreading ",
    "\nparameter ",
    " of CNY marginal\n",
    "  overrides ",
    "  claim\n",
    "  each calendar year\n",
    "completed-months(",
    "ceil(",
    "(max(0 CNY",
];

#[test]
fn most_packs_are_accepted() {
    const TRIES: u64 = 300;
    let mut faults = Vec::new();
    let mut accepted = 0_u64;
    let mut forms: BTreeMap<&str, u64> = BTreeMap::new();
    for seed in 0..TRIES {
        let bytes = bytes(seed, 2_000);
        let files = tuoyu_generate::pack(&mut Unstructured::new(&bytes));
        let checked = pack(&files).check();
        accepted += u64::from(checked.plan.is_some());
        for form in FORMS {
            let is_there = checked.plan.is_some() && files.iter().any(|(_, text)| text.contains(form));
            *forms.entry(form).or_default() += u64::from(is_there);
        }
        faults.extend(
            checked.diagnostics.iter().map(|fault| format!("{:?} {:?} {:?}", fault.code, fault.found, fault.expected)),
        );
    }
    println!("{accepted} of {TRIES} packs accepted; {forms:?}");
    for (count, fault) in counted(faults.into_iter()) {
        println!("{count} {fault}");
    }
    assert!(accepted * 10 >= TRIES * 7, "{accepted} of {TRIES}");
    assert!(forms.values().all(|count| *count >= 4), "each form stands in some packs that are accepted: {forms:?}");
}

#[test]
fn nearly_all_cases_are_read_and_nearly_all_spoilt_ones_are_not() {
    const TRIES: u64 = 400;
    let rules = Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap();
    let (mut read, mut refused) = (0_u64, 0_u64);
    let mut faults = Vec::new();
    for seed in 0..TRIES {
        let bytes = bytes(seed, 1_200);
        let sound = tuoyu_generate::case(&mut Unstructured::new(&bytes), rules.vocabulary());
        match rules.read_json(sound.as_bytes()) {
            Ok(_) => read += 1,
            Err(told) => faults.extend(told.0.into_iter().map(|fault| format!("{:?} {:?}", fault.code, fault.place))),
        }
        let spoilt = tuoyu_generate::spoilt_case(&mut Unstructured::new(&bytes), rules.vocabulary());
        refused += u64::from(rules.read_json(spoilt.as_bytes()).is_err());
    }
    println!("{read} of {TRIES} cases read, {refused} of {TRIES} spoilt ones refused");
    for (count, fault) in counted(faults.into_iter()) {
        println!("{count} {fault}");
    }
    assert!(read * 100 >= TRIES * 97, "{read} of {TRIES}");
    assert!(refused * 10 >= TRIES * 7, "{refused} of {TRIES}");
}
