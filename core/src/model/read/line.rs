//! One fact of one thing: a value, or a line in time.

use super::facts::Reading;
use super::members::Names;
use super::report::join;
use super::spans::{ends, shown};
use crate::error::Code;
use crate::model::{Content, Fact, FactType, Line, Node, NodeValue, Stretch};
use crate::value::{Date, Days};

/// The members of a stretch.
#[derive(Clone, Copy, PartialEq)]
enum Member {
    From,
    To,
    Value,
}

const MEMBERS: [(&str, Member); 3] = [("from", Member::From), ("to", Member::To), ("value", Member::Value)];

impl Reading<'_> {
    /// What the input says of a fact; `None` where that is nothing, or a fault.
    pub(super) fn line(&mut self, fact: &Fact, node: &Node, path: &str) -> Option<Line> {
        match &node.value {
            NodeValue::Null => None,
            NodeValue::List(items) if is_line(&fact.kind, items) => {
                if fact.changes {
                    return self.stretches(fact, items, path);
                }
                self.report.add(node.offset, Code::NotALine, path, node.written(), "");
                None
            }
            _ => self.content(&fact.kind, node, path).map(Line::always),
        }
    }

    fn stretches(&mut self, fact: &Fact, items: &[Node], path: &str) -> Option<Line> {
        let names = Names::new(MEMBERS);
        let mut read = Vec::with_capacity(items.len());
        for (place, item) in items.iter().enumerate() {
            let path = format!("{path}[{place}]");
            let days = self.stretch(fact, &names, item, &path);
            read.extend(days.map(|(days, content)| (place, days, content)));
        }
        self.check_overlap(items, &mut read, path);
        let stated = read.into_iter().filter_map(|(_, days, content)| Some(Stretch { days, content: content? }));
        let line = Line(stated.collect());
        (!line.0.is_empty()).then_some(line)
    }

    /// The days of a stretch, and what it states of them, if anything.
    fn stretch(
        &mut self,
        fact: &Fact,
        names: &Names<'_, Member>,
        item: &Node,
        path: &str,
    ) -> Option<(Days, Option<Content>)> {
        let members = names.of(item, path, self.report)?;
        let given = |wanted: Member| {
            let found = members.iter().find(|(member, _)| *member == wanted).map(|(_, node)| *node);
            found.filter(|node| node.value != NodeValue::Null)
        };
        let mut day =
            |member, name| given(member).map_or(Some(None), |node| self.date(node, &join(path, name)).map(Some));
        let (from, to) = (day(Member::From, "from"), day(Member::To, "to"));
        let content = given(Member::Value).and_then(|value| self.content(&fact.kind, value, &join(path, "value")));
        let (from, to) = (from?, to?);
        let days = Days::new(from, to);
        if let (None, Some(node)) = (days, given(Member::To)) {
            let [found, expected] = [to, from].map(|day| day.map_or_else(String::new, |day: Date| day.to_string()));
            self.report.add(node.offset, Code::EndBeforeStart, &join(path, "to"), found, expected);
        }
        Some((days?, content))
    }

    /// Sorts stretches by their days; two that share a day are a fault of the later one of the input.
    fn check_overlap(&mut self, items: &[Node], read: &mut [(usize, Days, Option<Content>)], path: &str) {
        read.sort_by_key(|(_, days, _)| ends(*days));
        // The stretch so far that ends last: whatever begins before that end shares days with it.
        let mut latest: Option<(usize, Days)> = None;
        for (place, days, _) in read.iter() {
            let before = latest.filter(|(_, before)| before.overlaps(*days));
            if let Some((other, before)) = before {
                let (later, earlier) =
                    if *place > other { ((*place, *days), before) } else { ((other, before), *days) };
                let offset = items.get(later.0).map_or(0, |item| item.offset);
                let path = format!("{path}[{}]", later.0);
                self.report.add(offset, Code::OverlappingLine, &path, shown(later.1), shown(earlier));
            }
            if latest.is_none_or(|(_, before)| ends(before).1 < ends(*days).1) {
                latest = Some((*place, *days));
            }
        }
    }
}

/// Whether a list is a line in time: for a fact whose own value is a list, its objects tell.
fn is_line(kind: &FactType, items: &[Node]) -> bool {
    let stretch = |item: &Node| MEMBERS.iter().any(|(name, _)| item.member(name).is_some());
    !matches!(kind, FactType::Set { .. } | FactType::Records { .. }) || items.iter().any(stretch)
}
