//! The engine over columns, into buffers that are filled again and again.

use crate::batch::{Output, batch, rules};
use crate::rows::Rows;
use crate::serve;
use tuoyu::model::Rows as TypedRows;
use tuoyu::{Answers, Batch, Workspace};

/// What an amount is told as where the facts do not settle it.
const NOT_SETTLED: i64 = -1;

/// Answers the rows whenever it is told.
pub fn serve(data: &Rows, threads: usize) {
    let rules = rules();
    let batch = batch(&rules);
    let columns = data.columns(&rules);
    let rows = TypedRows::new(data.birth.len(), &columns);
    let mut out = Output::of_all(rows.length);
    let mut workspaces: Vec<Workspace> = (0..threads).map(|_| Workspace::default()).collect();
    let run = |out: &mut Vec<Output>| {
        answer(&batch, &rows, out.iter_mut().map(Output::answers).collect(), 0, &mut workspaces);
    };
    serve::serve(&mut out, run, |out| out.iter().map(cells).collect());
}

/// Answers rows again and again on one thread.
pub fn again(data: &Rows, times: usize) {
    let rules = rules();
    let batch = batch(&rules);
    let columns = data.columns(&rules);
    let rows = TypedRows::new(data.birth.len(), &columns);
    let mut out = Output::of_all(rows.length);
    let mut workspaces = [Workspace::default()];
    for _ in 0..times {
        answer(&batch, &rows, out.iter_mut().map(Output::answers).collect(), 0, &mut workspaces);
    }
}

/// Each thread answers its part of the rows, in its own workspace.
fn answer(
    batch: &Batch<'_>,
    rows: &TypedRows<'_>,
    mut answers: Vec<Answers<'_>>,
    from: usize,
    workspaces: &mut [Workspace],
) {
    let threads = workspaces.len();
    let Some((own, others)) = workspaces.split_first_mut() else { return };
    if others.is_empty() {
        let faults = batch.answer_in(own, rows, from..rows.length, &mut answers).expect("room for every row");
        assert!(faults.is_empty(), "every row is sound");
        return;
    }
    let part = (rows.length - from) / threads;
    let (mut first, rest): (Vec<Answers<'_>>, Vec<Answers<'_>>) =
        answers.into_iter().map(|answers| answers.split_at(part)).unzip();
    std::thread::scope(|scope| {
        scope.spawn(|| batch.answer_in(own, rows, from..from + part, &mut first).expect("room for every row"));
        answer(batch, rows, rest, from + part, others);
    });
}

fn cells(output: &Output) -> Vec<i64> {
    let each = output.values.iter().zip(&output.known);
    each.map(|(fen, known)| if *known { *fen } else { NOT_SETTLED }).collect()
}
