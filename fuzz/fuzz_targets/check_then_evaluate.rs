//! What the check accepts cannot fail in evaluation: a made pack, a made case, every question about it.

#![no_main]

use arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;
use tuoyu::{Pack, Rules};

fuzz_target!(|bytes: &[u8]| {
    let mut bytes = Unstructured::new(bytes);
    let files = tuoyu_generate::pack(&mut bytes);
    let pack = Pack::new(files.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    let Ok(rules) = Rules::from_pack(&pack) else { return };
    let ask = tuoyu_generate::ask(&mut bytes, &rules);
    let text = tuoyu_generate::case(&mut bytes, rules.vocabulary());
    let Ok(case) = rules.read_json(text.as_bytes()) else { return };
    let answer = rules.assess(&case, &ask);
    assert!(answer.is_ok(), "an accepted pack answers every case");
    for outcome in answer.iter().flat_map(|answer| &answer.outcomes) {
        assert!(rules.explain(outcome).is_ok(), "every outcome is explained");
    }
    // Each answer is tried for its consequences, so one rule's questions are enough for one input.
    if let Some(rule) = bytes.choose(&rules.plan().book.rules).ok().map(|rule| rule.id.as_str()) {
        assert!(rules.questions(&case, &ask.rule(rule)).is_ok(), "what is missing is asked for");
    }
});
