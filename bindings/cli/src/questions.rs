//! `tuoyu questions CASE --rule ID`: the missing facts in order, with their questions.

use crate::arguments::Questions;
use crate::asking::{self, Asked, RULE};
use crate::{branches, explain};
use std::process::ExitCode;
use tuoyu::Rules;
use tuoyu::explain::{Mark, Opening, OutcomeReport, Part, Question, Tree};
use tuoyu::source::{Language, Words};

/// Asks for what is missing; 2 where nothing could be answered.
pub fn run(arguments: &Questions) -> ExitCode {
    let (asking, aim) = (&arguments.asking, &arguments.aim);
    let asked = Asked { asking, patterns: &aim.rule, option: RULE, subject: aim.subject.as_deref() };
    asking::run(&asked, None, |rules, case, ask| {
        let questions = rules.questions(case, ask)?;
        if asking.json {
            return Ok(asking::json(&questions));
        }
        let language = asking.lang.language();
        let assessment = rules.assess(case, ask)?;
        let outcomes = assessment.about(aim.subject.as_deref())?;
        Ok(page(rules, &questions, &outcomes, language))
    })
}

fn page(rules: &Rules, questions: &[Question], outcomes: &[&OutcomeReport], language: Language) -> String {
    if outcomes.is_empty() {
        return explain::nothing(language).to_owned();
    }
    let colours = branches::colours();
    let mut parts = vec![branches::paragraph(&heading(questions.len(), language))];
    parts.extend(questions.iter().map(|question| branches::draw(&question.tree(), language, colours)));
    parts.extend(open(rules, outcomes).iter().map(|tree| branches::draw(tree, language, colours)));
    parts.join("\n\n")
}

fn heading(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::Chinese, 0) => "不缺事实：没有哪项未知的事实还会改变结论。".to_owned(),
        (Language::Chinese, count) => format!("还缺 {count} 项事实，按询问的先后："),
        (Language::English, 0) => "Nothing is missing: no unknown fact can still change the outcome.".to_owned(),
        (Language::English, 1) => "One fact is missing:".to_owned(),
        (Language::English, count) => format!("{count} facts are missing, in the order in which to ask:"),
    }
}

/// The open readings that matter: no fact settles them.
fn open(rules: &Rules, outcomes: &[&OutcomeReport]) -> Vec<Tree> {
    let is = |open: &Opening, id: &str| matches!(open, Opening::Reading(reading) if reading == id);
    let matters = |id: &str| outcomes.iter().any(|outcome| outcome.open.iter().any(|open| is(open, id)));
    let readings = rules.plan().book.readings.iter().filter(|reading| matters(&reading.id));
    let trees = readings.map(|reading| {
        let options = reading.options.iter().map(|option| {
            let choose = format!("--reading {}={}", reading.id, option.id);
            let (zh, en) = (&option.words.zh, &option.words.en);
            tree(Part::Point, format!("{zh}（{choose}）"), format!("{en} ({choose})"), Vec::new())
        });
        let (zh, en) = (&reading.ask.zh, &reading.ask.en);
        let (zh, en) = (format!("原文没有写明，可以选定：{zh}"), format!("The text leaves open, you may choose: {en}"));
        tree(Part::Head, zh, en, options.collect())
    });
    trees.collect()
}

const fn tree(part: Part, zh: String, en: String, children: Vec<Tree>) -> Tree {
    Tree { part, mark: Mark::None, words: Words { zh, en }, children }
}
