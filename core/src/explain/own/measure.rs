//! Of limits, requirements and indicators: a number, its bound, and whether it binds.

use super::lines::{StatesReport, states, telling};
use crate::compile::{Figures, Plan, Rule};
use crate::evaluate::{MonthState, Outcome, QUOTIENT_DECIMALS};
use crate::explain::canonical::canonical;
use crate::explain::wording::plain;
use crate::value::{Decimal, Unit};

/// What only a limit carries.
#[derive(Clone, Debug, serde::Serialize)]
pub struct LimitReport {
    /// The number, of the first month with the outcome's state.
    pub value: Option<String>,
    /// How it must stand to the bound.
    pub relation: &'static str,
    /// The bound, of the same month.
    pub bound: Option<String>,
    /// By how much a number that is out of bounds is; none where it keeps to them.
    pub excess: Option<String>,
    /// What both count; none for plain numbers.
    pub unit: Option<String>,
    /// The window, month by month; equal neighbours are one line.
    pub months: Vec<StatesReport>,
}

canonical!(LimitReport { bound, excess, months, relation, unit, value });

/// What only a requirement carries.
#[derive(Clone, Debug, serde::Serialize)]
pub struct RequirementReport {
    /// Whether it binds whom it is about; if not, what is lacking is `short` and not `breached`.
    pub binding: bool,
    /// The window, month by month; equal neighbours are one line.
    pub months: Vec<StatesReport>,
}

canonical!(RequirementReport { binding, months });

/// What only an indicator carries.
#[derive(Clone, Debug, serde::Serialize)]
pub struct IndicatorReport {
    /// The number, quotients with four decimals.
    pub value: Option<String>,
    /// What it must reach.
    pub target: Option<String>,
    /// How it must stand to the target.
    pub relation: &'static str,
    /// The day by which it must be reached.
    pub due: Option<String>,
    /// Whether it binds; an aspiration does not.
    pub binding: bool,
}

canonical!(IndicatorReport { binding, due, relation, target, value });

/// The numbers of an outcome as texts, and by how much the one misses the other.
struct Shown {
    value: Option<String>,
    bound: Option<String>,
    excess: Option<String>,
}

pub(super) fn limit(plan: &Plan, rule: &Rule, outcome: &Outcome) -> LimitReport {
    let (relation, unit) = held(rule, need(outcome));
    let Shown { value, bound, excess } = shown(plan, outcome);
    let unit = unit.filter(|unit| *unit != Unit::One).map(|unit| unit.to_string());
    LimitReport { value, relation, bound, excess, unit, months: states(rule, outcome) }
}

pub(super) fn requirement(rule: &Rule, outcome: &Outcome) -> RequirementReport {
    RequirementReport { binding: rule.guiding.is_none(), months: states(rule, outcome) }
}

pub(super) fn indicator(plan: &Plan, rule: &Rule, outcome: &Outcome) -> IndicatorReport {
    let figures = figures(plan, outcome);
    IndicatorReport {
        value: shown(plan, outcome).value,
        target: figures.and_then(|figures| target(plan, figures)),
        relation: held(rule, 0).0,
        due: rule.due.map(|due| due.to_string()),
        binding: rule.guiding.is_none(),
    }
}

/// Which of several needs the outcome tells: the first that is not kept, else the first.
fn need(outcome: &Outcome) -> usize {
    telling(outcome).map_or(0, |answer| answer.need)
}

fn figures<'p>(plan: &'p Plan, outcome: &Outcome) -> Option<&'p Figures> {
    plan.rules.get(outcome.rule.0)?.figures.get(need(outcome))
}

/// The relation, and what both sides count.
fn held(rule: &Rule, need: usize) -> (&'static str, Option<Unit>) {
    rule.measure_at(need).map_or(("", None), |measure| (measure.relation.sign(), Some(measure.bound.unit)))
}

fn shown(plan: &Plan, outcome: &Outcome) -> Shown {
    let (Some(figures), Some(answer)) = (figures(plan, outcome), telling(outcome)) else {
        return Shown { value: None, bound: None, excess: None };
    };
    let value_scale = if figures.over.is_empty() { figures.value_scale } else { QUOTIENT_DECIMALS };
    let excess =
        answer.value.zip(answer.bound).filter(|_| answer.state == MonthState::Refused).map(|(value, bound)| {
            let scale = value_scale.max(figures.bound_scale);
            let wide = |units: i128, from: u8| units * 10_i128.pow(u32::from(scale - from));
            Decimal::new((wide(value, value_scale) - wide(bound, figures.bound_scale)).abs(), scale).plain()
        });
    Shown {
        value: answer.value.map(|value| plain(value, value_scale)),
        bound: answer.bound.map(|bound| plain(bound, figures.bound_scale)),
        excess,
    }
}

/// A target is one number of the law.
fn target(plan: &Plan, figures: &Figures) -> Option<String> {
    use crate::compile::NumberStep;
    let piece = figures.bound.first()?;
    match plan.numbers.get(piece.number.0)? {
        NumberStep::Constant(units) => Some(plain(i128::from(*units), figures.bound_scale)),
        NumberStep::Parameter(index, _) => plan.book.parameters.get(index.0).map(|known| known.value.trimmed().plain()),
        _ => None,
    }
}
