//! `tuoyu assess ROSTER.csv -o OUT.csv`: a row for each enrolment in, the same rows with answers out.
//!
//! One thread reads rows, some answer them, and this one writes them in the order in which they stood; memory holds a
//! few thousand rows, however long the roster is.

mod answering;
mod columns;
mod json;
mod lanes;
mod progress;
mod summary;
mod sums;
mod table;
mod telling;

use crate::arguments::Assess;
use crate::asking::{self, Asked, RULES};
use crate::draw::{self, Sources};
use crate::{branches, loaded, output, place};
use answering::Work;
use columns::Wish;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use sums::Sums;
use table::Table;
use telling::Told;
use tuoyu::Rules;
use tuoyu::error::{Code, Diagnostic, Diagnostics};

/// Where `-o -` writes.
const STANDARD_OUTPUT: &str = "-";

/// Whether a file is a roster.
pub fn is_roster(path: &Path) -> bool {
    path.extension().is_some_and(|kind| kind.eq_ignore_ascii_case("csv"))
}

/// Assesses a roster; 1 where rows could not be read, 2 where nothing could be answered.
pub fn run(arguments: &Assess) -> ExitCode {
    let language = arguments.asking.lang.language();
    let rules = match loaded::rules(arguments.asking.pack.as_deref(), language) {
        Ok(rules) => rules,
        Err(status) => return status,
    };
    match assess(arguments, &rules) {
        Ok(left_out) => ExitCode::from(u8::from(left_out > 0)),
        Err(mut faults) => {
            place::of_case(&mut faults.0, &arguments.asking.case, RULES);
            let status = draw::refuse(&faults, language, Sources::NONE);
            if faults.0.iter().any(|fault| fault.code == Code::InvalidUtf8) {
                telling::encoding(language);
            }
            status
        }
    }
}

/// Answers the rows, writes them, and tells what they add up to; how many rows are left out.
fn assess(arguments: &Assess, rules: &Rules) -> Result<u64, Diagnostics> {
    let asking = &arguments.asking;
    let language = asking.lang.language();
    let mut faults = Diagnostics::default();
    let asked = Asked { asking, patterns: &arguments.rules, option: RULES, subject: None };
    let ask = asking::question(&asked, &mut faults);
    let question = collected(rules.question(&ask), &mut faults);
    let wish = collected(Wish::of(&arguments.columns), &mut faults);
    let output = arguments.output.as_deref();
    let table = collected(Table::open(&asking.case, arguments.encoding), &mut faults);
    if output.is_some_and(|output| is_same(output, &asking.case)) {
        let path = asking.case.to_string_lossy();
        faults.0.push(Diagnostic::in_argument(Code::UnwritableFile, "--output", path, ""));
    }
    let names = table.as_ref().map(Table::names).unwrap_or_default();
    let headings = table.as_ref().and_then(|_| {
        let names = names.iter().map(String::as_str);
        collected(rules.headings(names, arguments.rows.as_deref()), &mut faults)
    });
    if let Some(headings) = &headings {
        faults.0.extend(columns::unread(headings, &asking.case));
    }
    let batch = headings.as_ref().and_then(|headings| collected(rules.batch(headings, &ask), &mut faults));
    let (Some(question), Some(wish), Some(table), Some(headings), Some(batch)) =
        (question, wish, table, headings, batch)
    else {
        return Err(faults);
    };
    let added = columns::added(&batch, wish);
    if output.is_some() {
        faults.0.extend(columns::taken(&names, &added));
    }
    faults.unless_errors(())?;
    draw::to_stderr(&headings.near_misses, language, Sources::NONE);

    let form = table.form();
    let work = Work::new(rules, &batch, wish, language, output.is_some(), form);
    let mut told = Told::default();
    let mut sums = Sums::of(&batch);
    let progress = progress::Progress::of(&asking.case, table.position());
    let to = output.filter(|path| path.as_os_str() != STANDARD_OUTPUT);
    let write_rows = |out: &mut dyn Write| {
        out.write_all(&columns::heading(&names, &added, form))?;
        lanes::run(table, &work, arguments.threads, |done| {
            out.write_all(&done.bytes)?;
            sums.add(&done.sums);
            told.add(done.faults, done.left_out);
            progress.show();
            Ok(())
        })
    };
    match output {
        Some(_) => output::stream(to, write_rows)?,
        None => write_rows(&mut std::io::sink()).map_err(|error| table::unreadable(&asking.case, &error))?,
    }
    progress.end();
    told.write(language, wish.findings && output.is_some());

    let summary =
        summary::Summary { rules, batch: &batch, question: &question, ask: &ask, sums: &sums, left_out: told.left_out };
    let is_taken = output.is_some() && to.is_none();
    let text = match asking.json {
        true => summary.json()?,
        false => summary.page(language).text(!is_taken && branches::colours()),
    };
    match is_taken {
        // The rows have standard output for themselves.
        true => _ = writeln!(std::io::stderr().lock(), "{text}"),
        false => output::write(None, format!("{text}\n").as_bytes())?,
    }
    Ok(told.left_out)
}

/// What was read, or else what is wrong with it beside what is wrong already.
fn collected<T>(read: Result<T, Diagnostics>, faults: &mut Diagnostics) -> Option<T> {
    read.map_err(|Diagnostics(more)| faults.0.extend(more)).ok()
}

/// Whether the answers would be written over the roster.
fn is_same(output: &Path, roster: &Path) -> bool {
    let same = output.canonicalize().ok().zip(roster.canonicalize().ok());
    same.is_some_and(|(output, roster)| output == roster)
}
