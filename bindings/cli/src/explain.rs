//! `tuoyu explain CASE --rule ID`: the reasons, as a tree.

use crate::arguments::Explain;
use crate::asking::{self, Asked, RULE};
use crate::branches;
use std::process::ExitCode;
use tuoyu::error::Diagnostics;
use tuoyu::explain::Tree;
use tuoyu::source::Language;

/// Explains every outcome of the rule, or those of one subject; 2 where nothing could be answered.
pub fn run(arguments: &Explain) -> ExitCode {
    let (asking, aim) = (&arguments.asking, &arguments.aim);
    let asked = Asked { asking, patterns: &aim.rule, option: RULE, subject: None };
    asking::run(&asked, None, |rules, case, ask| {
        let assessment = rules.assess(case, ask)?;
        let outcomes = assessment.about(aim.subject.as_deref())?;
        let explained = outcomes.into_iter().map(|outcome| {
            Ok(Explained { subject: &outcome.subject, rule: &outcome.rule, tree: rules.explain(outcome)? })
        });
        let explained = explained.collect::<Result<Vec<Explained<'_>>, Diagnostics>>()?;
        Ok(text(&explained, asking.json, asking.lang.language()))
    })
}

/// Trees as JSON, or drawn one after the other.
pub fn text(explained: &[Explained<'_>], json: bool, language: Language) -> String {
    let colours = branches::colours();
    let drawn = explained.iter().map(|one| branches::draw(&one.tree, language, colours));
    match (json, explained.is_empty()) {
        (true, _) => asking::json(&explained),
        (false, true) => nothing(language).to_owned(),
        (false, false) => drawn.collect::<Vec<_>>().join("\n\n"),
    }
}

/// An outcome's tree with what it is about.
#[derive(serde::Serialize)]
pub struct Explained<'a> {
    pub subject: &'a str,
    pub rule: &'a str,
    pub tree: Tree,
}

/// What is said of a case that holds nobody whom the rule is for.
pub const fn nothing(language: Language) -> &'static str {
    match language {
        Language::Chinese => "案例里没有这条规则的对象，所以没有结论。",
        Language::English => "The case holds nothing that this rule is for, so there is no outcome.",
    }
}
