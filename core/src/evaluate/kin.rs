//! What stands around a subject in its case: the other things of its family.

use crate::model::{Facts, InstanceIndex, ThingIndex};

/// A case, and in it the one subject that a program is for; without a subject the program is for every row.
#[derive(Clone, Copy, Default)]
pub(super) struct Around<'a> {
    pub(super) case: Option<&'a Facts>,
    pub(super) subject: &'a [InstanceIndex],
}

impl<'a> Around<'a> {
    /// A case, for every row of it.
    pub(super) fn of(case: &'a Facts) -> Self {
        Self { case: Some(case), subject: &[] }
    }

    /// Every thing of a kind that the case holds.
    pub(super) fn all(self, thing: ThingIndex) -> Vec<InstanceIndex> {
        self.case.into_iter().flat_map(|case| case.of(thing)).map(|(index, _)| index).collect()
    }

    /// The things of a kind beneath what holds the subject.
    pub(super) fn family(self, thing: ThingIndex) -> Vec<InstanceIndex> {
        let Some((case, own)) = self.case.zip(self.subject.first()) else { return Vec::new() };
        let root = root(case, *own);
        self.all(thing).into_iter().filter(|one| self::root(case, *one) == root).collect()
    }

    /// The things of a kind that stand before the subject's own and have the same holder.
    pub(super) fn earlier(self, thing: ThingIndex) -> Vec<InstanceIndex> {
        let Some(case) = self.case else { return Vec::new() };
        let is_own = |index: &&InstanceIndex| case.get(**index).is_some_and(|instance| instance.thing == thing);
        let Some(own) = self.subject.iter().find(is_own) else { return Vec::new() };
        let holder = case.get(*own).and_then(|instance| instance.holder);
        let shares = |one: &InstanceIndex| case.get(*one).is_some_and(|instance| instance.holder == holder);
        self.all(thing).into_iter().filter(|one| one < own && shares(one)).collect()
    }
}

fn root(case: &Facts, mut index: InstanceIndex) -> InstanceIndex {
    while let Some(holder) = case.get(index).and_then(|instance| instance.holder) {
        index = holder;
    }
    index
}
