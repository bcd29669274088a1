//! Quantities: what each item is, and by which things and months it is shown.

use super::content::Content;
use super::phrase::{quoted, two};
use super::speaker::Speaker;
use crate::compile::{Counted, Item, ItemRate, Rule, Truth};
use crate::source::Words;

impl<'b> Speaker<'b> {
    /// Every item, a sentence each.
    pub(super) fn items(&mut self, rule: &Rule, items: &'b [Item]) -> Vec<Words> {
        self.items = items;
        let mut all = Vec::new();
        for item in items {
            let title = quoted(&item.title);
            let body = match &item.counted {
                Counted::Rate(rate) => self.counted(rate),
                Counted::Amounts(number) => {
                    let number = self.number(number).words;
                    match (item.by, item.monthly) {
                        (_, true) => {
                            two(format!("{}；逐月计算", number.zh), format!("{}; computed month by month", number.en))
                        }
                        _ => two(
                            format!("{}；按所问各月的合计计算", number.zh),
                            format!("{}; computed from what each comes to over the months asked about", number.en),
                        ),
                    }
                }
            };
            let shown = self.shown(rule, item);
            all.push(two(
                format!("项目{}，{}：{}", title.zh, shown.zh, body.zh),
                format!("item {}, {}: {}", title.en, shown.en, body.en),
            ));
            all.extend(self.new_definitions());
        }
        all
    }

    /// By which things and months an item is shown.
    fn shown(&self, rule: &Rule, item: &Item) -> Words {
        let thing = item.by.or(rule.subject.first().copied());
        let thing = thing.map_or_else(Words::default, |thing| self.thing(thing));
        if item.monthly {
            two(
                format!("按每一{}、每一月份列出并合计", thing.zh),
                format!("shown by {} and month, and in all", thing.en),
            )
        } else {
            two(format!("按每一{}列出并合计", thing.zh), format!("shown by {}, and in all", thing.en))
        }
    }

    fn counted(&mut self, rate: &ItemRate) -> Words {
        let thing = self.thing(rate.of);
        let amount = self.body(Content::number(&rate.rate), Some(rate.period));
        let each = two(format!("每一{}，{}", thing.zh, amount.zh), format!("for each {}, {}", thing.en, amount.en));
        match &rate.when {
            Truth::Constant(true) => each,
            when => {
                let when = self.truth(when).words;
                two(
                    format!("{}；限于{}的月份", each.zh, when.zh),
                    format!("{}; in months in which {}", each.en, when.en),
                )
            }
        }
    }
}
