//! A replay for people: what was asked again, then each difference.

use super::difference::{Compared, Difference, Differs, Replay};
use super::words::change;
use crate::explain::{Mark, Part, Tree};
use crate::source::Words;

impl Replay {
    /// The replay as a tree: the answer, what was asked again, what differs. The members of one outcome stand together.
    #[must_use]
    pub fn tree(&self) -> Tree {
        let mut children = vec![self.question()];
        children.extend(engine(&self.engine));
        let mut rest = self.differences.as_slice();
        while let Some((first, _)) = rest.split_first() {
            let alike = rest.iter().take_while(|other| is_same_outcome(first, other)).count().max(1);
            let (together, after) = rest.split_at(alike);
            children.push(point(first, together));
            rest = after;
        }
        let (mark, words) = match (self.holds, self.same_outcomes) {
            (true, _) => (Mark::Yes, words("重算相符", "The replay holds")),
            (false, true) => (
                Mark::No,
                words(
                    "重算不符：结论相同，下列各项不同",
                    "The replay does not hold: the outcomes are the same, but this differs",
                ),
            ),
            (false, false) => (Mark::No, words("重算不符：下列各项不同", "The replay does not hold: this differs")),
        };
        Tree { part: Part::Head, mark, words, children }
    }

    fn question(&self) -> Tree {
        let asked = &self.replayed;
        let (from, to, rules) = (&asked.window.from, &asked.window.to, asked.rules.len());
        let (pack, semantics) = (&asked.pack, asked.semantics);
        let (kept_zh, kept_en) = match asked.whole {
            true => ("整份测算结果", "a whole assessment"),
            false => ("仅凭据", "a receipt alone"),
        };
        let rules_en = if rules == 1 { "1 rule".to_owned() } else { format!("{rules} rules") };
        let words = words(
            format!("{from} 至 {to}，规则 {rules} 条，规则包 {pack}，语义版本 {semantics}；{kept_zh}"),
            format!("{from} to {to}, {rules_en}, pack {pack}, semantics {semantics}; {kept_en}"),
        );
        leaf(Part::Detail, Mark::None, words)
    }
}

/// Another engine is told, and is no difference.
fn engine(engine: &Compared) -> Option<Tree> {
    let Compared { recorded, found } = engine;
    let words = words(
        format!("引擎：{recorded} → {found}（版本不同本身不算不符）"),
        format!("engine: {recorded} → {found} (no difference in itself)"),
    );
    (recorded != found).then(|| leaf(Part::Detail, Mark::None, words))
}

/// Whether two differences are of members of one outcome.
fn is_same_outcome(a: &Difference, b: &Difference) -> bool {
    let is_member = |one: &Difference| one.what == Differs::Outcome && one.name.is_some();
    is_member(a) && is_member(b) && (&a.subject, &a.rule) == (&b.subject, &b.rule)
}

/// One difference, or an outcome with the members that differ; those too long for a line are named at the end.
fn point(first: &Difference, together: &[Difference]) -> Tree {
    let (Differs::Outcome, Some(_)) = (first.what, &first.name) else {
        return leaf(Part::Point, Mark::No, first.words.clone());
    };
    let name = |one: &Difference| one.name.clone().unwrap_or_default();
    let changes = together.iter().map(|one| (name(one), change(&one.recorded, &one.found)));
    let (short, long): (Vec<_>, Vec<_>) = changes.partition(|(_, change)| change.is_some());
    let mut children: Vec<Tree> = short
        .into_iter()
        .map(|(name, change)| {
            let change = change.unwrap_or_default();
            leaf(Part::Detail, Mark::None, words(format!("{name}：{change}"), format!("{name}: {change}")))
        })
        .collect();
    if !long.is_empty() {
        let names: Vec<String> = long.into_iter().map(|(name, _)| name).collect();
        let words = words(format!("另有不同：{}", names.join("、")), format!("other too: {}", names.join(", ")));
        children.push(leaf(Part::Detail, Mark::None, words));
    }
    let (subject, rule) = (first.subject.clone().unwrap_or_default(), first.rule.clone().unwrap_or_default());
    let words = words(format!("结论 {subject}，{rule}"), format!("the outcome of {subject}, {rule}"));
    Tree { part: Part::Point, mark: Mark::No, words, children }
}

const fn leaf(part: Part, mark: Mark, words: Words) -> Tree {
    Tree { part, mark, words, children: Vec::new() }
}

fn words(zh: impl Into<String>, en: impl Into<String>) -> Words {
    Words { zh: zh.into(), en: en.into() }
}
