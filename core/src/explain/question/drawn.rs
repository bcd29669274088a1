//! A question as a tree.

use super::super::speech::{both, joined, list, words};
use super::super::terms::who_words;
use super::super::tree::{Mark, Part, Tree};
use super::{Answer, AskedBy, Consequence, Question};
use crate::source::Words;

impl Question {
    /// The question as a tree: help, what may be answered, who knows it, why it is asked, where answers lead.
    #[must_use]
    pub fn tree(&self) -> Tree {
        let (owner, ask) = (&self.subject_words, &self.ask);
        let head = words(
            format!("{}. {}（{}）", self.number, ask.zh, owner.zh),
            format!("{}. {} ({})", self.number, ask.en, owner.en),
        );
        let (who, values) = (who_words(&self.who), &self.values.words);
        let mut children: Vec<Tree> = self.help.clone().map(Tree::detail).into_iter().collect();
        children.push(Tree::detail(words(format!("谁知道：{}", who.zh), format!("Who knows: {}", who.en))));
        children.push(Tree::detail(words(format!("可填：{}", values.zh), format!("May be: {}", values.en))));
        children.extend(Tree::section(words("为什么问", "Why it is asked"), self.asked_by.iter().map(why).collect()));
        let answers = self.answers.iter().map(|answer| self.answer(answer)).collect();
        children.extend(Tree::section(words("不同的回答", "Where each answer leads"), answers));
        Tree::new(Part::Head, Mark::None, head, children)
    }

    fn answer(&self, answer: &Answer) -> Tree {
        if let [only] = answer.outcomes.as_slice() {
            let text = said(&answer.words, &only.words);
            return Tree::point(Mark::of_state(&only.state), text, Vec::new());
        }
        let each = answer.outcomes.iter().map(|one| {
            let by = self.asked_by.iter().find(|by| by.subject == one.subject && by.rule == one.rule);
            consequence(one, by.map(about))
        });
        Tree::point(Mark::None, answer.words.clone(), each.collect())
    }
}

fn consequence(one: &Consequence, about: Option<Words>) -> Tree {
    let about = about.unwrap_or_else(|| both(&one.rule));
    Tree::point(Mark::of_state(&one.state), said(&about, &one.words), Vec::new())
}

/// Which outcome, now how, and which of its conditions reads the fact.
fn why(by: &AskedBy) -> Tree {
    let conditions: Vec<Words> =
        by.conditions.iter().map(|one| words(format!("“{}”", one.words.zh), format!("“{}”", one.words.en))).collect();
    let conditions = list(&conditions);
    let reads = if by.conditions.is_empty() {
        words("通过其他规则或其他入托记录起作用", "matters through another rule or enrolment")
    } else {
        words(format!("用来判断{}", conditions.zh), format!("decides {}", conditions.en))
    };
    Tree::point(Mark::None, said(&about(by), &by.words), vec![Tree::detail(reads)])
}

fn about(by: &AskedBy) -> Words {
    joined(&[by.title.clone(), by.subject_words.clone()], "，", ", ")
}

fn said(about: &Words, what: &Words) -> Words {
    words(format!("{}：{}", about.zh, what.zh), format!("{}: {}", about.en, what.en))
}
