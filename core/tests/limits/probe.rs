//! What is told of an input that stands at a limit, and of one that passes it.

use tuoyu::Pack;
use tuoyu::error::Diagnostic;
use tuoyu::limits::Limit;

/// Names the tests of some limits, and makes a test of each.
macro_rules! probes {
    ($($test:ident $name:literal $body:block)*) => {
        pub(crate) const TESTED: &[&str] = &[$($name,)*];
        $(#[test] fn $test() $body)*
    };
}
pub(crate) use probes;

/// What is wrong with a pack.
pub(crate) fn checked(pack: &Pack) -> Vec<Diagnostic> {
    pack.check().diagnostics
}

/// Nothing is told at the limit.
#[track_caller]
pub(crate) fn taken(told: &[Diagnostic]) {
    assert_eq!(told, [], "at the limit");
}

/// One fault is told beyond it: the limit's code, what was found, and the most that is taken.
#[track_caller]
pub(crate) fn refused(limit: Limit, told: &[Diagnostic], found: usize) {
    let told: Vec<(&str, &str, &str)> =
        told.iter().map(|fault| (fault.code.id(), fault.found.as_str(), fault.expected.as_str())).collect();
    assert_eq!(told, [(limit.code.unwrap().id(), found.to_string().as_str(), limit.bound().as_str())]);
    assert!(limit.is_passed_by(found), "{found}");
}
