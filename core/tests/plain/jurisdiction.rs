//! `examples/jurisdiction.toml`.

use super::{number, rules};
use tuoyu::{Case, Jurisdiction};

#[test]
fn a_place_is_the_same_in_structs() {
    let jurisdiction = Jurisdiction {
        name: Some("济宁市".to_owned()),
        institutions_complete: Some(false),
        institutions_total: Some(150),
        institutions_public: Some(63),
        places_total: Some(6_000),
        places_public: Some(2_010),
        disposable_income_per_head: Some(number("36000.00")),
        average_price: Some(number("1000.00")),
        staff_total: Some(1_000),
        staff_certified: Some(850),
        children_under_three: Some(50_000),
        children_health_managed: Some(44_000),
        families_surveyed: Some(400),
        institutions_contracted: Some(147),
        ..Default::default()
    };
    let case = Case { jurisdiction: Some(jurisdiction), ..Default::default() };
    let toml = include_bytes!("../../../examples/jurisdiction.toml");
    assert_eq!(rules().read(&case).unwrap(), rules().read_toml(toml).unwrap());
}
