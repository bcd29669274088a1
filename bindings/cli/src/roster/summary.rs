//! What a roster adds up to, for people: by county, payer and rule.

use super::answering::fixed;
use super::sums::{COUNTIES, RuleSums, Sums};
use crate::listing::{self, Page, Sum, Tone, capital, columns, listed, quantity, range, right, say, spaces, wrap};
use tuoyu::compile::RuleIndex;
use tuoyu::evaluate::{Question, facts_read};
use tuoyu::explain::{STATES, state_words};
use tuoyu::model::FactType;
use tuoyu::source::{Language, Words};
use tuoyu::value::Unit;
use tuoyu::{Ask, Batch, Rules};

/// The columns of a page.
const WIDTH: usize = 80;
/// States that say nothing of a row.
const SILENT: [&str; 2] = ["not-applicable", "not-in-force"];

/// What a summary is made of.
pub struct Summary<'a> {
    pub rules: &'a Rules,
    pub batch: &'a Batch<'a>,
    pub question: &'a Question,
    pub ask: &'a Ask,
    pub sums: &'a Sums,
    pub left_out: u64,
}

/// A rule of the summary.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    pub rule: &'a str,
    pub kind: &'static str,
    pub title: Words,
    pub payer: Option<&'a str>,
    /// Who is paid; none where the rule is no entitlement.
    pub payee: Option<&'a str>,
    pub form: &'static str,
    pub unit: String,
    pub scale: u8,
    pub discretionary: bool,
    /// Whether no column holds a fact that the rule reads.
    pub is_blank: bool,
}

impl Line<'_> {
    /// Whether two are added up together.
    fn adds_to(&self, other: &Self) -> bool {
        let key = |line: &Self| (line.payee.is_some(), line.form, line.discretionary, line.scale);
        key(self) == key(other) && (self.payer, self.payee, &self.unit) == (other.payer, other.payee, &other.unit)
    }

    fn sum(&self, sums: &RuleSums) -> Sum {
        Sum {
            payer: self.payer.map(str::to_owned),
            payee: self.payee.map(str::to_owned),
            form: self.form.to_owned(),
            unit: self.unit.clone(),
            discretionary: self.discretionary,
            amount: (sums.open == 0).then(|| fixed(sums.amount, self.scale)),
            range: [fixed(sums.range.0, self.scale), fixed(sums.range.1, self.scale)],
        }
    }

    fn figure(&self, sums: &RuleSums, language: Language) -> String {
        let Sum { amount, range: [low, high], unit, .. } = self.sum(sums);
        match (sums.ranged, amount) {
            (0, _) => String::new(),
            (_, Some(amount)) => quantity(&amount, &unit, language),
            (_, None) => range(&low, &high, &unit, language),
        }
    }
}

impl<'a> Summary<'a> {
    /// The rules, in the order of answers.
    pub fn lines(&self) -> Vec<Line<'a>> {
        let (plan, batch) = (self.rules.plan(), self.batch);
        let each = batch.rules().iter().filter_map(|of| {
            let place = plan.book.rules.iter().position(|rule| rule.id == of.id)?;
            let rule = plan.book.rules.get(place)?;
            let benefit = rule.benefit.as_ref();
            let read = facts_read(plan, RuleIndex(place), &self.question.choices);
            Some(Line {
                rule: &rule.id,
                kind: rule.kind.word(),
                title: rule.title.clone(),
                payer: benefit.and_then(|benefit| benefit.payer.as_deref()),
                payee: benefit.map(|benefit| benefit.payee.as_str()),
                form: benefit.map_or("", |benefit| benefit.form.id()),
                unit: benefit.map_or_else(String::new, |benefit| amount_unit(benefit.unit)),
                scale: of.scale,
                discretionary: benefit.is_some_and(|benefit| benefit.discretionary.is_some()),
                is_blank: !read.iter().any(|fact| batch.headings().column(*fact).is_some()),
            })
        });
        each.collect()
    }

    /// The counties in the order of the vocabulary; what is none of them, and what has none, last.
    pub fn counties(&self) -> Vec<&'a (String, Vec<RuleSums>)> {
        let vocabulary = self.rules.vocabulary();
        let fact = COUNTIES.iter().find_map(|id| vocabulary.fact_at(vocabulary.fact(id)?));
        let choices = match fact.map(|fact| &fact.kind) {
            Some(FactType::Options(choices)) => choices.as_slice(),
            _ => &[],
        };
        let place = |name: &str| choices.iter().position(|choice| choice.id == name).unwrap_or(choices.len());
        let mut counties: Vec<&(String, Vec<RuleSums>)> = self.sums.counties.iter().collect();
        counties.sort_by_key(|(name, _)| (name.is_empty(), place(name), name));
        counties
    }

    /// What the rules of one payer, payee and form add up to, over all counties; in the order of the rules.
    pub fn totals(&self, lines: &[Line<'a>]) -> Vec<(Line<'a>, RuleSums)> {
        let of_rule = lines.iter().enumerate().map(|(place, line)| (line, self.sums.all(place)));
        grouped(of_rule.filter(|(line, _)| line.payee.is_some()))
    }

    /// The page.
    pub fn page(&self, language: Language) -> Page {
        let lines = self.lines();
        let mut page = Page::default();
        let window = self.question.window;
        let window = listing::stretch(&window.from().to_string(), &window.to().to_string(), language);
        let rows = tuoyu::explain::thousands(&(self.sums.rows + self.left_out).to_string());
        let title = match language {
            Language::Chinese => format!("名册测算　{window}　{rows} 行"),
            Language::English => format!("Roster, assessed for {window}: {rows} rows"),
        };
        page.paragraph((0, ""), Tone::Heading, &title);
        if self.left_out > 0 {
            let left_out = self.left_out;
            let text = match language {
                Language::Chinese => format!("其中 {left_out} 行未能读取，没有测算"),
                Language::English => format!("{left_out} of them could not be read and were not assessed"),
            };
            page.paragraph((0, ""), Tone::Bad, &text);
        }
        let has_counties = self.sums.counties.iter().any(|(county, _)| !county.is_empty());
        for (county, sums) in self.counties() {
            let unknown = say(language, "未写明县（市、区）", "County not stated");
            let heading = match (county.is_empty(), has_counties) {
                (false, _) => self.county(county, language),
                (true, true) => unknown.to_owned(),
                (true, false) => say(language, "全部", "All rows").to_owned(),
            };
            page.heading(&heading);
            county_lines(&mut page, &lines, sums, language);
        }
        let sums: Vec<Sum> = self
            .totals(&lines)
            .iter()
            .filter(|(line, sums)| sums.ranged > 0 && !line.is_blank)
            .map(|(line, sums)| line.sum(sums))
            .collect();
        listing::write_totals(&mut page, &sums, WIDTH, language);
        self.silent(&mut page, &lines, language);
        page
    }

    /// The rules that the roster says nothing of, or that say nothing of it.
    fn silent(&self, page: &mut Page, lines: &[Line<'_>], language: Language) {
        let title = |line: &Line<'_>| line.title.in_language(language).to_owned();
        let blank: Vec<String> = lines.iter().filter(|line| line.is_blank).map(title).collect();
        let colon = say(language, "：", ": ");
        if !blank.is_empty() {
            page.gap();
            let mark =
                say(language, "名册没有写明，待定", "Undetermined, as the roster does not say").to_owned() + colon;
            page.paragraph((0, ""), Tone::Faint, &(mark + &listed(&blank, language)));
        }
        let told = lines.iter().enumerate().filter(|(_, line)| !line.is_blank);
        let silent = told.filter(|(place, _)| {
            let all = self.sums.all(*place);
            self.sums.rows > 0 && SILENT.iter().map(|state| all.rows(state)).sum::<u64>() == self.sums.rows
        });
        let silent: Vec<String> = silent.map(|(_, line)| title(line)).collect();
        if !silent.is_empty() {
            page.gap();
            let mark =
                say(language, "各行都不适用或不在施行期", "Not applicable or not in force in any row").to_owned();
            page.paragraph((0, ""), Tone::Faint, &(mark + colon + &listed(&silent, language)));
        }
    }

    /// A county in words.
    fn county(&self, token: &str, language: Language) -> String {
        let vocabulary = self.rules.vocabulary();
        let fact = COUNTIES.iter().find_map(|id| vocabulary.fact_at(vocabulary.fact(id)?));
        fact.map_or_else(|| token.to_owned(), |fact| listing::token(fact, token, language))
    }
}

/// What amounts count, without the time that rates are for: `CNY/month` is paid in `CNY`.
fn amount_unit(unit: Unit) -> String {
    let text = unit.to_string();
    text.split_once('/').map_or(text.as_str(), |(unit, _)| unit).to_owned()
}

/// Lines that are added up together, in the order of their first.
fn grouped<'l, 'a: 'l>(each: impl Iterator<Item = (&'l Line<'a>, RuleSums)>) -> Vec<(Line<'a>, RuleSums)> {
    let mut groups: Vec<(Line<'a>, RuleSums)> = Vec::new();
    for (line, sums) in each {
        match groups.iter_mut().find(|(known, _)| known.adds_to(line)) {
            Some((known, group)) => {
                known.is_blank &= line.is_blank;
                group.add(&sums);
            }
            None => groups.push((line.clone(), sums)),
        }
    }
    groups
}

/// The rules of one county: those of each payer below it, then those that pay nothing.
fn county_lines(page: &mut Page, lines: &[Line<'_>], sums: &[RuleSums], language: Language) {
    let told = || {
        let speaks =
            |sums: &RuleSums| STATES.iter().zip(sums.states).any(|(state, rows)| rows > 0 && !SILENT.contains(state));
        lines.iter().zip(sums).filter(move |(line, sums)| !line.is_blank && speaks(sums))
    };
    for (group, all) in grouped(told().map(|(line, sums)| (line, sums.clone()))) {
        let has_parties = group.payee.is_some();
        if has_parties {
            let mut parties = listing::parties(&group.sum(&all), language);
            if group.discretionary {
                parties += say(language, "（可由其决定，不在合计之内）", " (for it to decide; not in the totals)");
            }
            row(page, 2, &parties, &group.figure(&all, language), Tone::Plain);
        }
        for (line, sums) in told().filter(|(line, _)| line.adds_to(&group)) {
            let indent = if has_parties { 4 } else { 2 };
            let text = format!(
                "{}{}{}",
                capital(line.title.in_language(language)),
                say(language, "：", ": "),
                states(line, sums, language)
            );
            let figure = if has_parties { line.figure(sums, language) } else { String::new() };
            row(page, indent, &text, &figure, Tone::Faint);
        }
    }
}

/// `给予 61，不予 20，待定 3`.
fn states(line: &Line<'_>, sums: &RuleSums, language: Language) -> String {
    let each = STATES.iter().zip(sums.states).filter(|(_, rows)| *rows > 0);
    let texts: Vec<String> = each
        .map(|(state, rows)| {
            let rows = tuoyu::explain::thousands(&rows.to_string());
            format!("{} {rows}", state_words(line.kind, state).in_language(language))
        })
        .collect();
    texts.join(say(language, "，", ", "))
}

/// A text with a figure at the right margin; what does not fit goes on in the next line.
fn row(page: &mut Page, indent: usize, text: &str, figure: &str, tone: Tone) {
    let room = WIDTH.saturating_sub(indent + columns(figure) + 2);
    for (place, part) in wrap(text, room).into_iter().enumerate() {
        let start = if place == 0 { indent } else { indent + 2 };
        let line = listing::Line::of(Tone::Plain, spaces(start)).and(tone, part);
        let rest = WIDTH.saturating_sub(line.columns());
        page.line(if place == 0 && !figure.is_empty() { line.and(tone, right(figure, rest)) } else { line });
    }
}
