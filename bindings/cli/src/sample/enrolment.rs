//! A made enrolment as the cells of a row.

use tuoyu::value::{Date, Decimal};

/// The column of the row's name.
pub const ID: &str = "enrolment.id";

/// The facts of a row, in the order of its cells.
pub const FACTS: [&str; 13] = [
    "institution.county",
    "institution.legal_form",
    "institution.registered",
    "institution.filed",
    "institution.inclusive",
    "class.kind",
    "child.birth_date",
    "child.birth_order",
    "enrolment.from",
    "enrolment.to",
    "enrolment.monthly_fee",
    "employer.childcare_ratio",
    "employer.kindergarten_ratio",
];

/// The cells after the id that the four money rules read, so that one left out matters: each but the county, the legal
/// form, and the last day, whose absence says that there is none.
const LEFT_OUT: [usize; 10] = [2, 3, 4, 5, 6, 7, 8, 10, 11, 12];

/// A made enrolment. Options are large numbers of which the remainder counts.
pub struct Enrolment {
    pub county: u64,
    pub form: u64,
    pub kind: u64,
    pub registered: bool,
    pub filed: bool,
    pub inclusive: bool,
    pub birth: Date,
    pub order: u64,
    pub from: Date,
    pub to: Option<Date>,
    /// Fen.
    pub fee: u64,
    /// Ten-thousandths.
    pub childcare: u64,
    pub kindergarten: u64,
    /// Which of the facts is not stated.
    pub left_out: Option<u64>,
}

/// The words that cells hold.
pub struct Words<'a> {
    pub counties: Vec<&'a str>,
    pub kinds: Vec<&'a str>,
    pub forms: Vec<&'a str>,
    /// No and yes.
    pub yes_no: [&'a str; 2],
}

impl Enrolment {
    /// The cells of the row: its name, which says that it was made, and the facts.
    pub fn cells(&self, number: u64, words: &Words<'_>) -> Vec<String> {
        let [no, yes] = words.yes_no;
        let yes_no = |holds| if holds { yes } else { no }.to_owned();
        let mut cells = vec![
            option(&words.counties, self.county),
            option(&words.forms, self.form),
            yes_no(self.registered),
            yes_no(self.filed),
            yes_no(self.inclusive),
            option(&words.kinds, self.kind),
            self.birth.to_string(),
            self.order.to_string(),
            self.from.to_string(),
            self.to.map_or_else(String::new, |day| day.to_string()),
            format!("{}.{:02}", self.fee / 100, self.fee % 100),
            Decimal::new(self.childcare.into(), 4).plain(),
            Decimal::new(self.kindergarten.into(), 4).plain(),
        ];
        if let Some(drawn) = self.left_out
            && let Some(cell) = LEFT_OUT.get(place(drawn, LEFT_OUT.len())).and_then(|place| cells.get_mut(*place))
        {
            cell.clear();
        }
        cells.insert(0, format!("synthetic-{number}"));
        cells
    }
}

fn option(options: &[&str], drawn: u64) -> String {
    options.get(place(drawn, options.len())).copied().unwrap_or_default().to_owned()
}

/// The place that a large number falls on.
fn place(drawn: u64, length: usize) -> usize {
    let rest = u64::try_from(length).ok().and_then(|length| drawn.checked_rem(length));
    rest.and_then(|rest| usize::try_from(rest).ok()).unwrap_or_default()
}
