//! What rules cost over a frame, by rule and group, and what other rules change for whom.

use super::answer::Frame;
use super::assess::python;
use super::job::Fault;
use super::output::Output;
use super::pages::let_go;
use crate::kept::Ready;
use crate::question::Asked;
use crate::rules::Law;
use arrow_array::{Array, RecordBatch, RecordBatchReader, StringArray};
use pyo3::prelude::*;
use pyo3_arrow::input::AnyRecordBatch;
use std::collections::HashMap;
use std::sync::Arc;
use tuoyu::error::{Code, Diagnostic, Diagnostics, nearest_or_all};
use tuoyu::limits::FAULTS;
use tuoyu::model::Headings;
use tuoyu::value::Decimal;
use tuoyu::{Ask, BatchRule, Rules, Wanted};

/// The values of the columns that rows are grouped by.
type Group = Vec<Option<String>>;

/// What one law costs by one rule for one group; money as text, with the first law's beside it.
#[derive(IntoPyObject)]
pub struct Line {
    law: usize,
    rule: String,
    group: Group,
    rows: u64,
    left_out: u64,
    open: u64,
    amount: String,
    min: String,
    max: String,
    gaining: u64,
    gained: String,
    losing: u64,
    lost: String,
    same: u64,
    unsettled: u64,
}

#[derive(Clone, Copy, Default)]
struct Sum {
    rows: u64,
    left_out: u64,
    open: u64,
    amount: i128,
    min: i128,
    max: i128,
    gaining: u64,
    gained: i128,
    losing: u64,
    lost: i128,
    same: u64,
    unsettled: u64,
}

/// Adds up a frame under each of several laws, the first of which the others are compared with.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "Python hands over its own copy")]
pub fn budgets(
    py: Python<'_>,
    laws: Vec<PyRef<'_, Law>>,
    frame: AnyRecordBatch,
    asked: Asked,
    rows: Option<String>,
    by: Vec<String>,
    is_reported: bool,
) -> PyResult<Vec<Line>> {
    let laws: Vec<&Law> = laws.iter().map(|law| &**law).collect();
    let reader = frame.into_reader()?;
    let ask = asked.ask();
    py.detach(|| added(&laws, reader, &ask, rows.as_deref(), &by, is_reported)).map_err(|fault| python(py, fault))
}

/// The law's column and rule, and the group of a sum.
type Key = (usize, String, usize);

fn added(
    laws: &[&Law],
    reader: impl RecordBatchReader,
    ask: &Ask,
    rows: Option<&str>,
    by: &[String],
    is_reported: bool,
) -> Result<Vec<Line>, Fault> {
    let schema = reader.schema();
    let names: Vec<&str> = schema.fields().iter().map(|field| field.name().as_str()).collect();
    let rules: Vec<Arc<Rules>> = laws.iter().map(|law| law.shared()).collect();
    let ready = laws.iter().zip(&rules).map(|(law, rules)| law.kept.ready(rules, ask, names.iter().copied(), rows));
    let ready = ready.collect::<Result<Vec<Arc<Ready>>, Diagnostics>>()?;
    let by = match rules.first().zip(ready.first()) {
        Some((rules, ready)) => places(rules, ready.batch.headings(), by)?,
        None => Vec::new(),
    };
    let wanted = Wanted { amount: true, min: true, max: true, state: true, ..Wanted::default() };
    let mut groups: HashMap<Group, usize> = HashMap::new();
    let mut sums: HashMap<Key, (u8, Sum)> = HashMap::new();
    let mut faults: Vec<Diagnostic> = Vec::new();
    let mut first = 1;
    for batch in reader {
        let batch = batch?;
        let group = grouped(&batch, &by, &mut groups)?;
        let mut compared: HashMap<&str, Output> = HashMap::new();
        for (place, (law, ready)) in rules.iter().zip(&ready).enumerate() {
            let (outputs, more) = Frame::of(law, ready, &batch, first)?.answer(wanted, false)?;
            if place == 0 && !is_reported {
                faults.extend(more);
            }
            for (rule, output) in ready.batch.rules().iter().zip(outputs).filter(|(rule, _)| rule.has_amount) {
                let before = if place == 0 { None } else { compared.get(rule.id.as_str()) };
                add(place, rule, &output, before, &group, &mut sums);
                if place == 0 {
                    compared.insert(&rule.id, output);
                }
            }
        }
        first += batch.num_rows();
        if faults.len() >= FAULTS {
            break;
        }
    }
    let_go();
    faults.truncate(FAULTS);
    Diagnostics(faults).unless_errors(())?;
    Ok(lines(&ready, groups, &sums))
}

/// The columns that rows are grouped by: of a name, or of the fact of a name.
fn places(rules: &Rules, headings: &Headings, by: &[String]) -> Result<Vec<usize>, Diagnostics> {
    let mut faults = Diagnostics::default();
    let mut places = Vec::new();
    for name in by {
        let own = headings.names().iter().position(|column| column == name);
        let fact = || rules.vocabulary().fact(name).and_then(|fact| headings.column(fact));
        match own.or_else(fact) {
            Some(place) => places.push(place),
            None => {
                let expected = nearest_or_all(name, headings.names().iter().map(String::as_str));
                faults.0.push(Diagnostic::in_argument(Code::UnknownName, "by", name, expected));
            }
        }
    }
    faults.unless_errors(places)
}

/// The number of each row's group.
fn grouped(batch: &RecordBatch, by: &[usize], groups: &mut HashMap<Group, usize>) -> Result<Vec<usize>, Fault> {
    let columns = by.iter().filter_map(|place| batch.columns().get(*place)).map(super::text::as_text);
    let columns = columns.collect::<Result<Vec<StringArray>, _>>()?;
    let mut group = Vec::with_capacity(batch.num_rows());
    for row in 0..batch.num_rows() {
        let of = |column: &StringArray| column.is_valid(row).then(|| column.value(row).to_owned());
        let next = groups.len();
        group.push(*groups.entry(columns.iter().map(of).collect()).or_insert(next));
    }
    Ok(group)
}

fn add(
    law: usize,
    rule: &BatchRule,
    output: &Output,
    before: Option<&Output>,
    group: &[usize],
    sums: &mut HashMap<Key, (u8, Sum)>,
) {
    let mut own: HashMap<usize, Sum> = HashMap::new();
    for (row, group) in group.iter().enumerate() {
        let sum = own.entry(*group).or_default();
        sum.rows += 1;
        if output.is_left_out(row) {
            sum.left_out += 1;
            continue;
        }
        let (low, high) = output.range(row).unwrap_or_default();
        sum.min += low;
        sum.max += high;
        let settled = settled(output, row);
        match settled {
            Some(amount) => sum.amount += amount,
            None => sum.open += 1,
        }
        let Some(before) = before else { continue };
        match (settled, self::settled(before, row)) {
            (Some(now), Some(before)) if now > before => {
                sum.gaining += 1;
                sum.gained += now - before;
            }
            (Some(now), Some(before)) if now < before => {
                sum.losing += 1;
                sum.lost += before - now;
            }
            (Some(_), Some(_)) => sum.same += 1,
            _ => sum.unsettled += 1,
        }
    }
    for (group, more) in own {
        let (_, sum) = sums.entry((law, rule.id.clone(), group)).or_insert((rule.scale, Sum::default()));
        sum.add(&more);
    }
}

/// What is due for a row: nothing where nothing is in force or applies; `None` while it is open.
fn settled(output: &Output, row: usize) -> Option<i128> {
    match (output.amount(row), output.range(row)) {
        (Some(amount), _) => Some(amount),
        (None, None) => Some(0),
        (None, Some(_)) => None,
    }
}

impl Sum {
    fn add(&mut self, more: &Self) {
        self.rows += more.rows;
        self.left_out += more.left_out;
        self.open += more.open;
        self.amount += more.amount;
        self.min += more.min;
        self.max += more.max;
        self.gaining += more.gaining;
        self.gained += more.gained;
        self.losing += more.losing;
        self.lost += more.lost;
        self.same += more.same;
        self.unsettled += more.unsettled;
    }
}

/// The sums in the order of the laws, of their rules and of the groups.
fn lines(ready: &[Arc<Ready>], groups: HashMap<Group, usize>, sums: &HashMap<Key, (u8, Sum)>) -> Vec<Line> {
    let mut groups: Vec<(Group, usize)> = groups.into_iter().collect();
    groups.sort();
    let mut lines = Vec::new();
    for (law, batch) in ready.iter().map(|ready| &ready.batch).enumerate() {
        for rule in batch.rules() {
            for (group, place) in &groups {
                let Some((scale, sum)) = sums.get(&(law, rule.id.clone(), *place)) else { continue };
                let money = |units: i128| Decimal::new(units, *scale).to_string();
                lines.push(Line {
                    law,
                    rule: rule.id.clone(),
                    group: group.clone(),
                    rows: sum.rows,
                    left_out: sum.left_out,
                    open: sum.open,
                    amount: money(sum.amount),
                    min: money(sum.min),
                    max: money(sum.max),
                    gaining: sum.gaining,
                    gained: money(sum.gained),
                    losing: sum.losing,
                    lost: money(sum.lost),
                    same: sum.same,
                    unsettled: sum.unsettled,
                });
            }
        }
    }
    lines
}
