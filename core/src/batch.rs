//! The door for rows: a county's roster or a country's children in one call.

use crate::ask::Ask;
use crate::compile::{Kind, RuleIndex};
use crate::error::{Code, Diagnostic, Diagnostics};
use crate::evaluate::{Answers, MonthState, NO_STATE, Question, Roster, RowPlan, Workspace, facts_read};
use crate::explain::{Assessment, state_code};
use crate::held::Held;
use crate::limits::FAULTS;
use crate::model::{Headings, RowCells, Rows};
use crate::rules::Rules;
use std::ops::Range;
use std::sync::Arc;

/// Rules made ready for the rows of a roster (按行测算): asked as often as there are rows, from as many threads as
/// there are ranges. Making ready takes longer than answering hundreds of rows, so who answers few at a time keeps it.
pub struct Batch<'r> {
    rules: Held<'r>,
    headings: Headings,
    question: Question,
    columns: Vec<BatchRule>,
    ready: RowPlan,
}

/// A rule that rows are answered for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct BatchRule {
    /// Its id; its columns are named by it and a point: `jining/family-subsidy.amount`.
    pub id: String,
    /// Its kind.
    pub kind: Kind,
    /// Whether it has amounts; without, amounts and ranges are null.
    pub has_amount: bool,
    /// The decimals that its amounts are counted in.
    pub scale: u8,
    pub(crate) index: RuleIndex,
}

/// Decimals of an amount in yuan.
const FEN: u8 = 2;

impl Rules {
    /// Understands the headings of a roster: dotted names, underscores for dots, or the vocabulary's headings. `rows`
    /// names what a row is about; otherwise it is the narrowest thing that has a column.
    ///
    /// ```
    /// # let rules = tuoyu::Rules::from_pack(&tuoyu::Pack::new(tuoyu_rules::jining().iter().copied()))?;
    /// use tuoyu::model::Heading;
    /// let headings = rules.headings(["enrolment.id", "出生日期", "class_kind", "班主任"], None)?;
    /// let birth = rules.vocabulary().fact("child.birth_date").unwrap();
    /// assert_eq!(headings.columns()[1], Heading::Fact(birth));
    /// assert_eq!(headings.columns()[3], Heading::Own);
    /// assert_eq!(rules.vocabulary().thing_at(headings.thing()).unwrap().id, "enrolment");
    /// # Ok::<(), tuoyu::error::Diagnostics>(())
    /// ```
    ///
    /// # Errors
    /// `unknown-fact` for a thing and a point and no fact, with the nearest name; `duplicate-column` for two columns of
    /// one fact; `unknown-thing` for rows of no kind of thing. A near miss of a heading is no error:
    /// see [`Headings::near_misses`].
    pub fn headings<'n>(
        &self,
        names: impl IntoIterator<Item = &'n str>,
        rows: Option<&str>,
    ) -> Result<Headings, Diagnostics> {
        Headings::read(self.vocabulary(), names, rows)
    }

    /// Makes rules ready for the rows of a roster. Rules that rows cannot state everything for are left out, unless
    /// they are named.
    ///
    /// # Errors
    /// Everything that is wrong with the question; `rule-without-columns` for a rule that is named, with the fact that
    /// rows do not hold.
    pub fn batch(&self, headings: &Headings, ask: &Ask) -> Result<Batch<'_>, Diagnostics> {
        let (question, columns, ready) = self.made_ready(headings, ask)?;
        Ok(Batch { rules: Held::Borrowed(self), headings: headings.clone(), question, columns, ready })
    }

    /// The same for as long as it is wanted: a service keeps one for each question that it is asked again and again.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use tuoyu::{Ask, Batch, Pack, Rules};
    /// let rules = Arc::new(Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied()))?);
    /// let headings = rules.headings(["child.birth_date", "child.birth_order", "enrolment.from"], None)?;
    /// let ask = Ask::window("2026-01", "2026-12").rule("jining/family-subsidy");
    /// let kept: Batch<'static> = rules.shared_batch(&headings, &ask)?;
    /// assert_eq!(kept.rules()[0].id, "jining/family-subsidy");
    /// # Ok::<(), tuoyu::error::Diagnostics>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`batch`](Self::batch).
    pub fn shared_batch(self: &Arc<Self>, headings: &Headings, ask: &Ask) -> Result<Batch<'static>, Diagnostics> {
        let (question, columns, ready) = self.made_ready(headings, ask)?;
        Ok(Batch { rules: Held::Shared(Arc::clone(self)), headings: headings.clone(), question, columns, ready })
    }

    fn made_ready(&self, headings: &Headings, ask: &Ask) -> Result<(Question, Vec<BatchRule>, RowPlan), Diagnostics> {
        let mut question = self.question(ask)?;
        let mut faults = Diagnostics::default();
        let (vocabulary, book) = (self.vocabulary(), &self.plan.book);
        let mut kept = Vec::new();
        for index in std::mem::take(&mut question.rules) {
            let Some(rule) = book.rules.get(index.0) else { continue };
            let read = facts_read(&self.plan, index, &question.choices);
            let foreign = read.iter().filter_map(|fact| vocabulary.fact_at(*fact));
            let mut foreign = foreign.filter(|fact| !headings.things().contains(&fact.thing));
            // What is added up over several things is no answer of one row.
            let spread = self.plan.spread_over(index).and_then(|thing| vocabulary.thing_at(thing));
            let lacking = match (foreign.next(), rule.subject.iter().find(|thing| !headings.things().contains(thing))) {
                _ if spread.is_some() => spread.map(|thing| thing.id.clone()),
                (Some(fact), _) => Some(fact.id.clone()),
                (None, Some(thing)) => vocabulary.thing_at(*thing).map(|thing| thing.id.clone()),
                // A rule about the law itself says the same of every row.
                (None, None) => rule.subject.is_empty().then(|| LAW.to_owned()),
            };
            match lacking {
                None => kept.push(index),
                Some(lacking) if ask.patterns().contains(&rule.id) => {
                    faults.0.push(Diagnostic::in_argument(Code::RuleWithoutColumns, "rules", &rule.id, lacking));
                }
                Some(_) => {}
            }
        }
        let columns = kept.iter().filter_map(|index| {
            let rule = book.rules.get(index.0)?;
            let is_added = rule.kind == Kind::Quantity;
            let has_amount = is_added || rule.benefit.as_ref().is_some_and(|benefit| benefit.period.is_some());
            Some(BatchRule { id: rule.id.clone(), kind: rule.kind, has_amount, scale: FEN, index: *index })
        });
        let columns = columns.collect();
        question.rules = kept;
        let world = Rows::new(1, &[]).case(vocabulary, headings, 0, "");
        let ready = RowPlan::new(&self.plan, &world, &question, |index, judged| {
            let rule = book.rules.get(index.0);
            STATES_OVER.map(|state| rule.map_or(NO_STATE, |rule| state_code(rule, state, judged)))
        });
        faults.unless_errors((question, columns, ready))
    }
}

/// The states over a window, in the order in which their codes are handed over.
const STATES_OVER: [MonthState; 6] = [
    MonthState::Granted,
    MonthState::Refused,
    MonthState::Undetermined,
    MonthState::Unanswered,
    MonthState::NotInForce,
    MonthState::NotApplicable,
];

impl std::fmt::Debug for Batch<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { headings, question, columns, .. } = self;
        out.debug_struct("Batch")
            .field("headings", headings)
            .field("question", question)
            .field("rules", columns)
            .finish()
    }
}

/// What a rule about no thing is about.
const LAW: &str = "law";

impl Batch<'_> {
    /// The rules that have columns, in the order of answers.
    #[must_use]
    pub fn rules(&self) -> &[BatchRule] {
        &self.columns
    }

    /// The headings that the rows stand under.
    #[must_use]
    pub const fn headings(&self) -> &Headings {
        &self.headings
    }

    /// Empty buffers for rows of text.
    #[must_use]
    pub fn cells(&self) -> RowCells {
        RowCells::new(self.rules.vocabulary(), &self.headings)
    }

    /// Reads a row of text into buffers.
    pub fn read<'c>(&self, cells: &mut RowCells, row: impl IntoIterator<Item = &'c str>) {
        cells.push(self.rules.vocabulary(), row);
    }

    /// Answers a range of rows: for each rule, in the order of [`rules`](Self::rules), a cell for each row of the
    /// range. A row alone is a case: what it is answered depends on no other row. Rows that cannot be read, and those
    /// whose facts contradict each other, are left out: null, and [`NO_STATE`](crate::NO_STATE).
    ///
    /// Returns what is wrong with rows, each with its number and column, at most [`FAULTS`] of them.
    ///
    /// # Errors
    /// `malformed-argument` where a column or a buffer is shorter than the range, or rules and buffers are not as many.
    pub fn answer(
        &self,
        rows: &Rows<'_>,
        range: Range<usize>,
        out: &mut [Answers<'_>],
    ) -> Result<Vec<Diagnostic>, Diagnostics> {
        self.answer_in(&mut Workspace::default(), rows, range, out)
    }

    /// The same in a workspace that the caller keeps: what a call would have to make room for is there from the call
    /// before, which is most of what a row alone costs.
    ///
    /// # Errors
    /// Those of [`answer`](Self::answer).
    pub fn answer_in(
        &self,
        workspace: &mut Workspace,
        rows: &Rows<'_>,
        range: Range<usize>,
        out: &mut [Answers<'_>],
    ) -> Result<Vec<Diagnostic>, Diagnostics> {
        self.fits(rows, &range, out)?;
        let mut faults = Vec::new();
        let Self { rules, headings, question, .. } = self;
        let asked = Roster { plan: &rules.plan, question, headings, rows };
        self.ready.answer(asked, workspace, range, out, &mut faults);
        faults.truncate(FAULTS);
        Ok(faults)
    }

    /// The whole answer for one row, with reasons, as for a case: its subject is the row's id where it has one, else
    /// `row 17`.
    ///
    /// # Errors
    /// What is wrong with the row, each with its column.
    pub fn assess(&self, rows: &Rows<'_>, row: usize, id: Option<&str>) -> Result<Assessment, Diagnostics> {
        let mut faults = Diagnostics::default();
        if row >= rows.length || rows.unread.contains(&row) {
            return Err(misuse("row", &row.to_string(), &format!("< {}", rows.length)));
        }
        rows.check(self.rules.vocabulary(), &self.headings, row, &mut faults.0);
        let name = self.headings.subject(rows.first + row, id);
        let case = faults.unless_errors(rows.case(self.rules.vocabulary(), &self.headings, row, &name))?;
        let mut answer = self.rules.answer(&case, &self.question)?;
        for outcome in &mut answer.outcomes {
            outcome.subject.clone_from(&name);
        }
        Ok(answer)
    }

    fn fits(&self, rows: &Rows<'_>, range: &Range<usize>, out: &[Answers<'_>]) -> Result<(), Diagnostics> {
        let vocabulary = self.rules.vocabulary();
        if let Some(column) = rows.short().next() {
            let id = vocabulary.fact_at(column.fact).map_or("", |fact| fact.id.as_str());
            let length = column.values.length().min(column.known.length());
            return Err(misuse(id, &length.to_string(), &rows.length.to_string()));
        }
        if range.end > rows.length || range.start > range.end {
            return Err(misuse("range", &format!("{range:?}"), &format!("0..{}", rows.length)));
        }
        if out.len() != self.columns.len() {
            return Err(misuse("answers", &out.len().to_string(), &self.columns.len().to_string()));
        }
        let room = out.iter().map(Answers::length).min().unwrap_or(usize::MAX);
        if room < range.len() {
            return Err(misuse("answers", &room.to_string(), &range.len().to_string()));
        }
        Ok(())
    }
}

/// An argument that is not of its form.
fn misuse(name: &str, found: &str, expected: &str) -> Diagnostics {
    let found = format!("{name}: {found}");
    Diagnostic::in_argument(Code::MalformedArgument, name, found, expected).into()
}
