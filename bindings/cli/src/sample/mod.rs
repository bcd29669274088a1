//! `tuoyu sample --rows N -o ROSTER.csv`: a roster of enrolments that nobody has, for trying things out.

mod draw;
mod enrolment;
mod random;

use crate::arguments::{Headings, Sample};
use crate::draw::{self as drawing, Sources};
use crate::{loaded, output};
use enrolment::{FACTS, ID};
use std::io::Write;
use std::process::ExitCode;
use tuoyu::Rules;
use tuoyu::error::{Code, Diagnostic, Diagnostics};
use tuoyu::model::{Fact, FactType};

/// What tells a spreadsheet that a text is UTF-8.
pub const MARK: &str = "\u{feff}";

/// Writes a made roster; 2 where none was written.
pub fn run(arguments: &Sample) -> ExitCode {
    let language = arguments.lang.language();
    let rules = match loaded::rules(None, language) {
        Ok(rules) => rules,
        Err(status) => return status,
    };
    let written = unknown(&arguments.unknown).and_then(|unknown| {
        let path = arguments.output.as_deref();
        output::stream(path, |out| write(out, &rules, arguments, unknown))
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(faults) => drawing::refuse(&faults, language, Sources::NONE),
    }
}

/// A share such as `10%`, in hundredths.
fn unknown(text: &str) -> Result<u64, Diagnostics> {
    let share = text.strip_suffix('%').and_then(|number| number.parse().ok());
    share
        .filter(|share| *share <= 100)
        .ok_or_else(|| Diagnostic::in_argument(Code::MalformedArgument, "--unknown", text, "0% … 100%").into())
}

/// The heading, then a row for each enrolment.
fn write(out: &mut dyn Write, rules: &Rules, arguments: &Sample, unknown: u64) -> std::io::Result<()> {
    let facts: Vec<&Fact> = FACTS.iter().filter_map(|id| fact(rules, id)).collect();
    let chinese = matches!(arguments.headings, Headings::Zh);
    let mut headings = vec![ID];
    headings.extend(facts.iter().map(|fact| match fact.headings.first() {
        Some(heading) if chinese => heading.as_str(),
        _ => fact.id.as_str(),
    }));
    if chinese {
        out.write_all(MARK.as_bytes())?;
    }
    let mut table = csv::Writer::from_writer(out);
    table.write_record(&headings).map_err(output::of_table)?;
    let options = |id: &str| match fact(rules, id).map(|fact| &fact.kind) {
        Some(FactType::Options(choices)) => choices.iter().map(|choice| choice.id.as_str()).collect(),
        _ => Vec::new(),
    };
    let words = enrolment::Words {
        counties: options("institution.county"),
        kinds: options("class.kind"),
        forms: options("institution.legal_form"),
        yes_no: if chinese { ["否", "是"] } else { ["false", "true"] },
    };
    for number in 1..=arguments.rows {
        table
            .write_record(draw::enrolment(arguments.seed, number, unknown).cells(number, &words))
            .map_err(output::of_table)?;
    }
    table.flush()
}

fn fact<'r>(rules: &'r Rules, id: &str) -> Option<&'r Fact> {
    let vocabulary = rules.vocabulary();
    vocabulary.fact_at(vocabulary.fact(id)?)
}
