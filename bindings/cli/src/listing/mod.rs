//! An assessment for people: whom, what, how it stands, in which months, how much, why, and what is still open.

mod brief;
mod calendar;
mod ending;
mod entitled;
mod facts;
mod finding;
mod kinds;
mod limit;
mod lookup;
mod months;
mod numbers;
mod page;
mod procedure;
mod questions;
mod report;
mod rows;
mod say;
mod statement;
mod subject;
mod told;
mod totals;
mod view;
mod why;
mod width;

pub use facts::token;
pub use finding::{findings, is_finding, left_out};
pub use months::stretch;
pub use numbers::{quantity, range};
pub use page::{Line, Page, Tone};
pub use say::{capital, listed, say};
pub use totals::{parties, write as write_totals};
pub use view::Sum;
pub use width::{columns, right, spaces, wrap};

use calendar::Calendar;
use questions::Questions;
use rows::{Columns, NOTES};
use subject::Subjects;
use tuoyu::Rules;
use tuoyu::compile::Reading;
use tuoyu::explain::{Assessment, state_words};
use tuoyu::model::{Facts, Vocabulary};
use tuoyu::source::Language;
use view::{Detail, View};
use why::Asked;

/// The listing, in a language; in full where rules were named.
pub fn page(rules: &Rules, case: &Facts, assessment: &Assessment, language: Language, is_full: bool) -> Page {
    let mut views: Vec<View> = assessment.outcomes.iter().map(|outcome| report::view(rules, outcome)).collect();
    let mut sums: Vec<Sum> = assessment.totals.iter().map(report::sum).collect();
    let asked = Asked { from: &assessment.window.from, to: &assessment.window.to };
    let book = &rules.plan().book;
    let listing = Listing { vocabulary: &book.vocabulary, readings: &book.readings, case, asked, language, is_full };
    if !is_full {
        brief::mark(&mut views, &Subjects::of(case, &book.vocabulary, language));
        sums = brief::told(sums, &views);
    }
    let mut page = listing.of(&views, &sums);
    ending::receipt(&mut page, &assessment.receipt, language);
    page
}

/// What a listing is written with.
struct Listing<'a> {
    vocabulary: &'a Vocabulary,
    readings: &'a [Reading],
    case: &'a Facts,
    asked: Asked<'a>,
    language: Language,
    is_full: bool,
}

impl Listing<'_> {
    /// Everything but the receipt.
    fn of(&self, views: &[View], sums: &[Sum]) -> Page {
        let language = self.language;
        let subjects = Subjects::of(self.case, self.vocabulary, language);
        let questions = Questions::of(views, self.vocabulary, self.readings, language);
        let calendar = Calendar::of(self.asked.from, self.asked.to);
        let columns = Columns::of(views, calendar, language);
        let mut page = Page::default();
        let window = stretch(self.asked.from, self.asked.to, language);
        let title = say(language, "托育政策测算　", "Childcare policy, assessed for ");
        page.paragraph((0, ""), Tone::Heading, &format!("{title}{window}"));
        self.legend(&mut page, views);
        if views.is_empty() {
            let (zh, en) = ("案例里没有这些规则所说的对象。", "The case holds nothing that these rules are about.");
            page.paragraph((0, ""), Tone::Open, say(language, zh, en));
        }
        let mut place = 0;
        for group in views.chunk_by(|one, next| subjects.together(&one.subject, &next.subject)) {
            let Some(View { subject, .. }) = group.first() else { continue };
            let pictured = group.iter().any(|view| view.speaks() && rows::has_picture(view));
            columns.heading(&mut page, &subjects.group(subject), &subjects.told_of_group(subject), pictured);
            for views in group.chunk_by(|one, next| one.subject == next.subject) {
                self.subject(&mut page, &subjects, views);
                self.rows(&mut page, &columns, &subjects, views, (&questions, place));
                place += views.len();
            }
        }
        totals::write(&mut page, sums, columns.right, language);
        questions.write(&mut page, views, &subjects);
        ending::assumptions(&mut page, views, self.is_full, language);
        ending::sources(&mut page, views, language);
        page
    }

    /// Whose outcomes follow.
    fn subject(&self, page: &mut Page, subjects: &Subjects<'_>, views: &[View]) {
        let Some(View { subject, .. }) = views.first() else { return };
        if !subjects.heads_group(subject) {
            page.gap();
            page.paragraph((2, ""), Tone::Heading, &subjects.name(subject));
            page.items(2, Tone::Faint, " · ", &subjects.told(subject));
        }
    }

    /// The outcomes of one subject, the first of which stands at a place among all.
    fn rows(
        &self,
        page: &mut Page,
        columns: &Columns,
        subjects: &Subjects<'_>,
        views: &[View],
        (questions, first): (&Questions<'_>, usize),
    ) {
        let whys = self.whys(views);
        let common = why::common(whys.iter().flatten());
        for (place, (view, why)) in views.iter().zip(&whys).enumerate() {
            if let Some(why) = why {
                columns.row(page, view, self.language);
                if let Detail::Quantity(statement) = &view.detail {
                    statement::write(page, statement, &view.subject, subjects, self.language);
                }
                let own = why.iter().filter(|text| !common.contains(text));
                self.notes(page, view, own, questions.of_outcome(first + place));
            }
        }
        for text in common {
            let all = say(self.language, "—— 以上各项", " — all of the above");
            page.paragraph((rows::INDENT, "✗ "), Tone::Plain, &format!("{text}{all}"));
        }
        self.blank(page, views);
        self.silent(page, views);
    }

    /// Why each outcome that says something is not granted or met in all months.
    fn whys(&self, views: &[View]) -> Vec<Option<Vec<String>>> {
        let why = |view: &View| why::failing(view, self.asked, self.vocabulary, self.language);
        views.iter().map(|view| view.speaks().then(|| why(view))).collect()
    }

    /// How it comes about, why not, and what it depends on.
    fn notes<'t>(&self, page: &mut Page, view: &View, why: impl Iterator<Item = &'t String>, depends: Option<String>) {
        for (tone, mark, text) in kinds::notes(view, self.asked, !self.is_full, self.language) {
            page.paragraph((NOTES, &mark), tone, &text);
        }
        for text in why {
            page.paragraph((NOTES, "✗ "), Tone::Plain, text);
        }
        if let Some(text) = depends {
            page.paragraph((NOTES, "? "), Tone::Open, &text);
        }
        for text in why::ending(view, self.asked, self.vocabulary, self.language) {
            page.paragraph((NOTES, "› "), Tone::Faint, &text);
        }
    }

    /// The rules that say nothing of a subject, in one line for each state.
    fn silent(&self, page: &mut Page, views: &[View]) {
        for state in ["not-applicable", "not-in-force"] {
            let silent = views.iter().filter(|view| view.state == state);
            let titles = self.titles(silent);
            if !titles.is_empty() {
                let words = state_words("", state);
                let words = words.in_language(self.language);
                let mark = capital(words) + say(self.language, "：", ": ");
                page.paragraph((rows::INDENT, &mark), Tone::Faint, &listed(&titles, self.language));
            }
        }
    }

    fn titles<'v>(&self, views: impl Iterator<Item = &'v View>) -> Vec<String> {
        views.map(|view| view.title.in_language(self.language).to_owned()).collect()
    }

    /// The rules that the case says nothing of, in one line, and how to be asked for it.
    fn blank(&self, page: &mut Page, views: &[View]) {
        let blank = || views.iter().filter(|view| view.is_blank);
        let Some(View { subject, rule, .. }) = blank().next() else { return };
        let (zh, en) = ("案例没有写明，待定：", "Undetermined, as the case does not say: ");
        let text = say(self.language, zh, en).to_owned() + &listed(&self.titles(blank()), self.language);
        page.paragraph((rows::INDENT, ""), Tone::Faint, &text);
        let layer = rule.split_once('/').map_or("", |(layer, _)| layer);
        let ask = say(self.language, "逐项提问：", "To be asked one by one: ");
        let text = format!("{ask}tuoyu questions … --rule '{layer}/*' --subject {subject}");
        page.paragraph((NOTES, ""), Tone::Faint, &text);
    }

    /// The signs that occur, each with the states that it stands for.
    fn legend(&self, page: &mut Page, views: &[View]) {
        let mut signs: Vec<(&str, Vec<String>)> = Vec::new();
        for view in views.iter().filter(|view| view.speaks() && rows::has_picture(view)) {
            for line in &view.months {
                let sign = calendar::sign(&line.state);
                let words = state_words(&view.kind, &line.state).in_language(self.language).to_owned();
                match signs.iter_mut().find(|(known, _)| *known == sign) {
                    Some((_, states)) if states.contains(&words) => {}
                    Some((_, states)) => states.push(words),
                    None => signs.push((sign, vec![words])),
                }
            }
        }
        if signs.is_empty() {
            return;
        }
        signs.sort_by_key(|(sign, _)| calendar::SIGNS.iter().position(|known| known == sign));
        let blank = say(self.language, "空白", "blank");
        let each = signs.iter().map(|(sign, states)| {
            let sign = if *sign == " " { blank } else { sign };
            format!("{sign} {}", listed(states, self.language))
        });
        let title = say(self.language, "每格一个月", "A sign for each month").to_owned();
        let signs: Vec<String> = std::iter::once(title).chain(each).collect();
        page.items(0, Tone::Faint, "   ", &signs);
    }
}

#[cfg(test)]
mod tests;
