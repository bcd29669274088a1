//! What is found by its name, and listed in the order in which it was named.

use std::collections::HashMap;

/// Values by name.
#[derive(Clone, Debug)]
pub(super) struct ByName<T> {
    list: Vec<(String, T)>,
    places: HashMap<String, usize>,
}

impl<T> ByName<T> {
    pub(super) fn new() -> Self {
        Self { list: Vec::new(), places: HashMap::new() }
    }

    /// Names a value; says whether the name was free.
    pub(super) fn add(&mut self, name: &str, value: T) -> bool {
        if self.places.contains_key(name) {
            return false;
        }
        self.places.insert(name.to_owned(), self.list.len());
        self.list.push((name.to_owned(), value));
        true
    }

    /// The place of a name in the order of the names.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }

    pub(super) fn get(&self, name: &str) -> Option<&T> {
        self.at(self.place(name)?)
    }

    pub(super) fn at(&self, place: usize) -> Option<&T> {
        self.list.get(place).map(|(_, value)| value)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> + Clone {
        self.list.iter().map(|(name, _)| name.as_str())
    }
}

impl<T> Default for ByName<T> {
    fn default() -> Self {
        Self::new()
    }
}
