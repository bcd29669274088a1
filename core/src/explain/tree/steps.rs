//! The steps of a procedure.

use super::super::speech::{day, joined, label, list, value, words};
use super::super::told::{ToldReason, ToldStep};
use super::condition::note;
use super::teller::Teller;
use super::{Mark, Tree};
use crate::compile::{Act, FactType, Step, Truth, Way};
use crate::source::Words;
use serde_json::Value;

/// Each step with who acts and how far it is; the facts that say so stand under it.
pub(super) fn steps(teller: &Teller<'_>) -> Option<Tree> {
    let each = teller.told.steps.iter().map(|step| point(teller, step));
    Tree::section(words("步骤", "Steps"), each.collect())
}

fn point(teller: &Teller<'_>, told: &ToldStep) -> Tree {
    let reasons: Vec<&ToldReason> = teller.told.reasons.iter().filter(|one| one.condition == told.id).collect();
    let is_next = teller.told.next.as_deref() == Some(told.id.as_str());
    let written = teller.step(&told.id);
    let of_law = |found: &Words| reasons.first().map_or_else(|| found.clone(), |one| noted(found, one.source));
    let acts = told.act.as_ref().map(|act| told_act(act, told));
    let ways = written.filter(|_| acts.is_none()).map(|step| ways(teller, step)).unwrap_or_default();
    let (mark, said) = match (told.state.as_str(), acts) {
        ("done", Some(act)) => (Mark::Yes, joined(&[act, words("已办结", "done")], "：", ": ")),
        ("pending", Some(act)) if is_next => (Mark::Pending, joined(&[words("下一步", "Next"), act], "：", ": ")),
        ("pending", Some(act)) => (Mark::Pending, joined(&[act, words("未办", "to do")], "：", ": ")),
        ("no-branch", _) => (
            Mark::None,
            words("原文没有规定这类机构怎样办理", "The text says nothing of how this kind of institution does it"),
        ),
        ("not-applicable", Some(act)) => {
            (Mark::None, joined(&[act, words("本案不需要办理", "not to be done in this case")], "：", ": "))
        }
        (_, Some(act)) => (Mark::Unknown, joined(&[act, words("待定", "undetermined")], "：", ": ")),
        (_, None) => (Mark::Unknown, by(teller, written)),
    };
    let mut children: Vec<Tree> = ways.into_iter().map(Tree::detail).collect();
    let due = told.due.as_deref().map(day);
    children.extend(due.map(|due| Tree::detail(words(format!("期限 {}", due.zh), format!("due {}", due.en)))));
    let facts = reasons.iter().flat_map(|one| one.facts());
    children.extend(facts.map(|found| Tree::detail(teller.found(&found))));
    Tree::point(mark, of_law(&said), children)
}

/// What is done, by whom, with which certificate.
fn told_act(act: &Words, step: &ToldStep) -> Words {
    let more = step.body.iter().chain(&step.certificate).cloned();
    bracketed(act, &more.collect::<Vec<_>>())
}

fn bracketed(act: &Words, more: &[Words]) -> Words {
    let more = joined(more, "，", ", ");
    if more.zh.is_empty() {
        return act.clone();
    }
    words(format!("{}（{}）", act.zh, more.zh), format!("{} ({})", act.en, more.en))
}

/// A step whose way is not known: by which fact it goes.
fn by(teller: &Teller<'_>, step: Option<&Step>) -> Words {
    let fact = step.and_then(|step| step.selector).and_then(|fact| teller.plan.book.vocabulary.fact_at(fact));
    let fact = label(fact, "");
    words(format!("怎样办理要看{}", fact.zh), format!("How it is done goes by: {}", fact.en))
}

/// The ways of a step, each with the options that lead to it.
fn ways(teller: &Teller<'_>, step: &Step) -> Vec<Words> {
    let each = step.ways.iter().filter_map(|way| {
        let act = way.act.as_ref().map_or_else(|| words("原文没有规定", "the text says nothing"), written_act);
        Some(joined(&[options(teller, way)?, act], "：", ": "))
    });
    each.collect()
}

fn written_act(act: &Act) -> Words {
    let more = [&act.body].into_iter().chain(&act.certificate).cloned();
    bracketed(&act.act, &more.collect::<Vec<_>>())
}

/// The options that select a way.
fn options(teller: &Teller<'_>, way: &Way) -> Option<Words> {
    let Truth::Is(fact, places) = &way.selected else { return None };
    let fact = teller.plan.book.vocabulary.fact_at(*fact)?;
    let FactType::Options(choices) = &fact.kind else { return None };
    let each = places.iter().filter_map(|place| choices.get(*place));
    Some(list(&each.map(|choice| value(Some(fact), &Value::String(choice.id.clone()))).collect::<Vec<_>>()))
}

fn noted(text: &Words, source: usize) -> Words {
    let note = note(source);
    words(format!("{}{note}", text.zh), format!("{} {note}", text.en))
}
