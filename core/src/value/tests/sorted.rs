//! Sets and maps as sorted lists.

use crate::value::{Map, Set};

#[test]
fn a_set_holds_each_once_and_in_order() {
    let mut set = Set::from([5, 1, 3, 1]);
    assert_eq!(set.iter().copied().collect::<Vec<_>>(), [1, 3, 5]);
    assert!(set.insert(4) && !set.insert(4));
    assert!(set.contains(&4) && !set.contains(&2));
    let mut other = Set::from([2, 3]);
    set.append(&mut other);
    assert!(other.is_empty());
    assert_eq!((set.len(), set.pop_last()), (5, Some(5)));
    assert!(set.is_disjoint(&Set::from([0, 5])) && !set.is_disjoint(&Set::from([0, 4])));
    set.extend(&[0, 1]);
    assert_eq!(set.into_iter().collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
}

#[test]
fn a_map_finds_what_stands_under_a_name() {
    let mut map: Map<&str, i64> = [("b", 2), ("a", 1), ("b", 3)].into_iter().collect();
    assert_eq!(map.iter().collect::<Vec<_>>(), [(&"a", &1), (&"b", &3)]);
    *map.entry("c").or_default() += 7;
    *map.entry("c").or_default() += 1;
    *map.entry("a").or_insert(9) -= 1;
    assert_eq!((map.get(&"c"), map.get(&"a"), map.get(&"d")), (Some(&8), Some(&0), None));
    assert!(map.contains_key(&"b") && map.remove(&"b") == Some(3) && !map.contains_key(&"b"));
    assert_eq!((map.len(), map.is_empty()), (2, false));
    assert_eq!(map.keys().copied().collect::<Vec<_>>(), ["a", "c"]);
    assert_eq!(map.clone().into_values().collect::<Vec<_>>(), [0, 8]);
    assert_eq!(map.into_iter().collect::<Vec<_>>(), [("a", 0), ("c", 8)]);
}
