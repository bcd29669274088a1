//! What was made ready for a question is kept for the next time that it is asked, of the last few questions.

use crate::row::{Desk, Names};
use arrow_schema::Fields;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tuoyu::error::Diagnostics;
use tuoyu::model::Headings;
use tuoyu::{Ask, Assessor, Batch, Rules, Wanted, Workspace};

/// How many questions are kept: a service asks few.
const MOST: usize = 8;

/// The questions that were asked last, the very last first: those about rows, and those about cases.
#[derive(Default)]
pub struct Kept {
    rows: Mutex<VecDeque<Arc<Ready>>>,
    cases: Mutex<VecDeque<Arc<(Ask, Assessor<'static>)>>>,
}

/// A question about rows with certain headings, made ready.
pub struct Ready {
    ask: Ask,
    about: Option<String>,
    /// The rules, the headings and the question.
    pub batch: Batch<'static>,
    /// Workspaces that nobody answers in now.
    idle: Mutex<Vec<Workspace>>,
    /// What single rows are read into and written from, where nobody does so now.
    pub desks: Mutex<Vec<Desk>>,
    names: PyOnceLock<Vec<Names>>,
    /// The columns that are added to a frame, by what is asked for.
    fields: Mutex<Vec<(Shape, Fields)>>,
}

/// What is put beside a frame: which answers, whether after the frame's own columns, whether with what is wrong.
#[derive(Clone, Copy, Eq, PartialEq)]
pub struct Shape {
    pub wanted: Wanted,
    pub is_kept: bool,
    pub is_reported: bool,
}

impl Kept {
    /// The question made ready, as it was kept or anew.
    ///
    /// # Errors
    /// Everything that is wrong with the question and with the headings.
    pub fn ready<'n>(
        &self,
        rules: &Arc<Rules>,
        ask: &Ask,
        names: impl Iterator<Item = &'n str> + Clone,
        about: Option<&str>,
    ) -> Result<Arc<Ready>, Diagnostics> {
        let is_asked = |ready: &Arc<Ready>| {
            let known = ready.batch.headings().names().iter().map(String::as_str);
            ready.ask == *ask && ready.about.as_deref() == about && known.eq(names.clone())
        };
        if let Some(ready) = found(&self.rows, is_asked) {
            return Ok(ready);
        }
        // Nobody waits while a question is made ready; two that ask the same at once both do it.
        let headings: Headings = rules.headings(names.clone(), about)?;
        let batch = rules.shared_batch(&headings, ask)?;
        let (ask, about) = (ask.clone(), about.map(str::to_owned));
        let (idle, desks, names, fields) = (Mutex::default(), Mutex::default(), PyOnceLock::new(), Mutex::default());
        let ready = Arc::new(Ready { ask, about, batch, idle, desks, names, fields });
        keep(&self.rows, &ready);
        Ok(ready)
    }

    /// A question about cases made ready, as it was kept or anew.
    ///
    /// # Errors
    /// Everything that is wrong with the question.
    pub fn assessor(&self, rules: &Arc<Rules>, ask: &Ask) -> Result<Arc<(Ask, Assessor<'static>)>, Diagnostics> {
        if let Some(ready) = found(&self.cases, |ready| ready.0 == *ask) {
            return Ok(ready);
        }
        let ready = Arc::new((ask.clone(), rules.shared_assessor(ask)?));
        keep(&self.cases, &ready);
        Ok(ready)
    }
}

/// What was kept, which then counts as asked last.
fn found<T>(kept: &Mutex<VecDeque<Arc<T>>>, is_asked: impl Fn(&Arc<T>) -> bool) -> Option<Arc<T>> {
    let mut kept = held(kept);
    let place = kept.iter().position(is_asked)?;
    let ready = kept.remove(place)?;
    kept.push_front(Arc::clone(&ready));
    Some(ready)
}

fn keep<T>(kept: &Mutex<VecDeque<Arc<T>>>, ready: &Arc<T>) {
    let mut kept = held(kept);
    kept.push_front(Arc::clone(ready));
    kept.truncate(MOST);
}

impl Ready {
    /// The names of the answers, rule by rule.
    pub fn names(&self, py: Python<'_>) -> &[Names] {
        self.names.get_or_init(py, || self.batch.rules().iter().map(|rule| Names::of(py, rule)).collect())
    }

    /// The columns that are added to a frame, as they were kept or made.
    ///
    /// # Errors
    /// Those of making them.
    pub fn fields<E>(&self, shape: Shape, make: impl FnOnce() -> Result<Fields, E>) -> Result<Fields, E> {
        if let Some((_, fields)) = held(&self.fields).iter().find(|(known, _)| *known == shape) {
            return Ok(fields.clone());
        }
        // There are few shapes; two threads that make the same one keep both.
        let fields = make()?;
        held(&self.fields).push((shape, fields.clone()));
        Ok(fields)
    }

    /// Does something in a workspace.
    pub fn in_workspace<T>(&self, of: impl FnOnce(&mut Workspace) -> T) -> T {
        let mut workspace = held(&self.idle).pop().unwrap_or_default();
        let done = of(&mut workspace);
        held(&self.idle).push(workspace);
        done
    }
}

/// What is held; whoever panicked meanwhile left nothing half done.
pub fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
