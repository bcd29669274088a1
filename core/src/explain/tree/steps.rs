//! The steps of a procedure.

use super::super::speech::words;
use super::super::terms::state_words;
use super::super::told::{Told, ToldStep};
use super::{Mark, Tree};
use crate::source::Words;

/// Each step with who acts and how far it is.
pub(super) fn steps(told: &Told) -> Option<Tree> {
    let step = |step: &ToldStep| {
        let state = state_words(&told.kind, &step.state);
        let act = step.act.as_ref().map_or_else(Words::default, |act| words(&*act.zh, &*act.en));
        let body = step
            .body
            .as_ref()
            .map_or_else(Words::default, |body| words(format!("（{}）", body.zh), format!(" ({})", body.en)));
        let text =
            words(format!("{}{}：{}", act.zh, body.zh, state.zh), format!("{}{}: {}", act.en, body.en, state.en));
        Tree::point(Mark::of_state(&step.state), text, Vec::new())
    };
    Tree::section(words("步骤", "Steps"), told.steps.iter().map(step).collect())
}
