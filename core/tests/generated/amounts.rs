//! The amount is what the months add up to, and a total is what its lines add up to.

use super::world::{RULES, bytes, posed, tries};
use proptest::prelude::*;
use tuoyu::explain::{Assessment, OutcomeReport};
use tuoyu::value::{Decimal, Month};

/// Parts of a yuan that are counted in: enough for every rate of the published rules, and for a twelfth of it.
const PARTS: i128 = 12 * 10_i128.pow(12);

fn months(first: Month, last: Month) -> Vec<Month> {
    (first.number()..=last.number()).map(|number| first.plus(number - first.number()).unwrap()).collect()
}

/// The months of an outcome, exactly summed and rounded once, half up, to fen.
fn fen(outcome: &OutcomeReport) -> i128 {
    let own = outcome.entitlement().unwrap();
    let mut sum = 0;
    for line in own.months.iter().filter(|line| line.state == "granted") {
        let rate = Decimal::parse(line.rate.as_deref().unwrap()).unwrap();
        let parts = rate.units() * (PARTS / 10_i128.pow(u32::from(rate.scale())));
        let count = i128::try_from(months(line.from, line.to).len()).unwrap();
        sum += count * if line.per == Some("year") { parts / 12 } else { parts };
    }
    let one = PARTS / 100;
    (sum + one / 2).div_euclid(one)
}

fn amount_of(text: &str) -> i128 {
    i128::from(Decimal::parse(text).unwrap().at_scale(2).unwrap())
}

fn hold(answer: &Assessment) -> Result<(), TestCaseError> {
    let [from, to] = [&answer.window.from, &answer.window.to].map(|month| Month::parse(month).unwrap());
    let asked = months(from, to);
    for outcome in &answer.outcomes {
        let Some(own) = outcome.entitlement() else { continue };
        let covered: Vec<Month> = own.months.iter().flat_map(|line| months(line.from, line.to)).collect();
        prop_assert_eq!(&covered, &asked, "{:?}", outcome);
        prop_assert!(own.months.iter().all(|line| line.rate.is_some() == (line.state == "granted")), "{outcome:?}");
        let range = own.range.as_ref().map(|[low, high]| (amount_of(low), amount_of(high)));
        match (outcome.state, &own.amount, range) {
            ("granted", Some(amount), Some((low, high))) => {
                prop_assert_eq!(amount_of(amount), fen(outcome), "{:?}", outcome);
                prop_assert!((low, high) == (amount_of(amount), amount_of(amount)), "{outcome:?}");
            }
            ("refused", Some(amount), Some(range)) => {
                prop_assert_eq!(amount.as_str(), if own.unit == "day" { "0" } else { "0.00" });
                prop_assert_eq!(range, (0, 0));
            }
            // Another text sets the amount: there is no range.
            ("undetermined", None, None) => prop_assert!(!outcome.open.is_empty(), "{outcome:?}"),
            ("undetermined", None, Some((low, high))) => prop_assert!(low <= high, "{outcome:?}"),
            ("not-in-force" | "not-applicable", None, None) => {}
            _ => prop_assert!(false, "{outcome:?}"),
        }
    }
    for total in &answer.totals {
        let alike = answer.outcomes.iter().filter_map(OutcomeReport::entitlement).filter(|own| {
            own.range.is_some()
                && (&own.payer, &own.payee, own.form, own.discretionary)
                    == (&total.payer, &total.payee, total.form, total.discretionary)
        });
        let lines: Vec<_> = alike.collect();
        let sum =
            |of: &dyn Fn(&[String; 2]) -> i128| lines.iter().filter_map(|own| own.range.as_ref()).map(of).sum::<i128>();
        let range = [sum(&|range| amount_of(&range[0])), sum(&|range| amount_of(&range[1]))];
        prop_assert_eq!([amount_of(&total.range[0]), amount_of(&total.range[1])], range);
        let amounts: Option<i128> = lines.iter().map(|own| own.amount.as_deref().map(amount_of)).sum();
        prop_assert_eq!(total.amount.as_deref().map(amount_of), amounts);
    }
    Ok(())
}

proptest! {
    #![proptest_config(tries(25))]

    #[test]
    fn months_add_up_to_amounts_and_amounts_to_totals(bytes in bytes(1_500)) {
        let (ask, text, facts) = posed(&bytes);
        prop_assert!(facts.is_some(), "{text}");
        hold(&RULES.assess(&facts.unwrap(), &ask).unwrap())?;
    }
}
