//! Compiled packs with changed bytes, sealed again so that the changes are read: refused, or sound enough to answer.

#![no_main]

use arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;
use sha2::{Digest, Sha256};
use tuoyu::packed::HEADER_BYTES;
use tuoyu::{Pack, Rules};

/// The digest is the end of the header.
const DIGEST_BYTES: usize = 32;
/// The most bytes that are changed.
const MOST_CHANGES: u8 = 4;

fuzz_target!(|bytes: &[u8]| {
    let mut bytes = Unstructured::new(bytes);
    let files = tuoyu_generate::pack(&mut bytes);
    let pack = Pack::new(files.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    let Ok(mut compiled) = pack.compile() else { return };
    assert!(Rules::load(&compiled).is_ok(), "what is compiled can be loaded");
    change(&mut bytes, &mut compiled);
    let Ok(rules) = Rules::load(&compiled) else { return };
    let ask = tuoyu_generate::ask(&mut bytes, &rules);
    let text = tuoyu_generate::case(&mut bytes, rules.vocabulary());
    let Ok(case) = rules.read_json(text.as_bytes()) else { return };
    let answer = rules.assess(&case, &ask);
    for outcome in answer.iter().flat_map(|answer| &answer.outcomes) {
        assert!(rules.explain(outcome).is_ok(), "every outcome of a loaded pack is explained");
    }
});

/// Changes some bytes of the body, and puts the digest right.
fn change(bytes: &mut Unstructured<'_>, compiled: &mut [u8]) {
    let Some((header, body)) = compiled.split_at_mut_checked(HEADER_BYTES) else { return };
    for _ in 0..bytes.int_in_range(0..=MOST_CHANGES).unwrap_or_default() {
        let at = bytes.choose_index(body.len()).unwrap_or_default();
        if let (Some(byte), Ok(new)) = (body.get_mut(at), bytes.arbitrary()) {
            *byte = new;
        }
    }
    let Some((before, digest)) = header.split_at_mut_checked(HEADER_BYTES - DIGEST_BYTES) else { return };
    let mut sum = Sha256::new();
    sum.update(&*before);
    sum.update(&*body);
    digest.copy_from_slice(&sum.finalize());
}
