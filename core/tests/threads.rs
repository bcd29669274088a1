//! What a program shares between its threads may be shared.

use std::sync::Arc;
use std::thread;
use tuoyu::error::Diagnostics;
use tuoyu::explain::Assessment;
use tuoyu::model::Facts;
use tuoyu::{Ask, Assessor, Batch, Case, Pack, Rules, Workspace};

/// Compiles for what may be sent to another thread and read by several.
const fn shared<T: Send + Sync>() {}

const _: () = {
    shared::<Rules>();
    shared::<Ask>();
    shared::<Case>();
    shared::<Facts>();
    shared::<Assessment>();
    shared::<Diagnostics>();
    shared::<Batch<'static>>();
    shared::<Assessor<'static>>();
    shared::<Workspace>();
};

#[test]
fn threads_that_share_rules_give_the_same_answer() {
    let rules = Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap();
    let facts = rules.read_json(include_bytes!("../../examples/family.json")).unwrap();
    let ask = Ask::window("2026-01", "2026-12");
    let digest = || rules.assess(&facts, &ask).unwrap().receipt.outcomes_digest;
    let alone = digest();
    let assessor = Arc::new(rules.clone()).shared_assessor(&ask).unwrap();
    let together: Vec<String> = thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(digest)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(together, vec![alone.clone(); 8]);
    let digest = || assessor.assess(&facts).unwrap().receipt.outcomes_digest;
    let together: Vec<String> = thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(digest)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(together, vec![alone; 8]);
}
