//! What is wrong with an input is told in both languages, and never a panic.

use super::world::{RULES, bytes, pack, told_well, tries};
use arbitrary::Unstructured;
use proptest::prelude::*;
use tuoyu::error::Diagnostics;

proptest! {
    #![proptest_config(tries(80))]

    #[test]
    fn a_spoilt_case_is_refused_with_words(bytes in bytes(900)) {
        let text = tuoyu_generate::spoilt_case(&mut Unstructured::new(&bytes), RULES.vocabulary());
        if let Err(faults) = RULES.read_json(text.as_bytes()) {
            prop_assert!(!faults.0.is_empty(), "{text}");
            told_well(&faults, &[(String::new(), text)])?;
        }
    }

    #[test]
    fn a_spoilt_pack_is_refused_with_words(bytes in bytes(2_500)) {
        let files = tuoyu_generate::spoilt_pack(&mut Unstructured::new(&bytes));
        let checked = pack(&files).check();
        let wrong = checked.diagnostics.iter().any(tuoyu::error::Diagnostic::is_error);
        prop_assert_eq!(checked.plan.is_none(), wrong, "{:?} {:#?}", checked.diagnostics, files);
        told_well(&Diagnostics(checked.diagnostics), &files)?;
    }
}
