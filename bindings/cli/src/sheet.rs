//! Sheets to review as Markdown: the law, and beside it the rules and examples, to be printed and signed.

use tuoyu::parse::NO_LOCK;
use tuoyu::source::{Language, Words};
use tuoyu::{Entry, Made, Row, Sheet};

/// The end of a line within a cell.
const BREAK: &str = "<br>";
/// The deepest heading of Markdown.
const DEEPEST: usize = 6;
/// What the headings of the law stand beneath.
const TITLE: usize = 2;
/// Signs that Markdown would take for its own.
const SIGNS: [char; 8] = ['\\', '|', '*', '_', '`', '[', ']', '~'];

/// All sheets, one after the other.
pub fn text(sheets: &[Sheet], language: Language) -> String {
    sheets.iter().map(|sheet| one(sheet, language)).collect::<Vec<_>>().join("\n\n")
}

/// What the sheet itself says, in a language.
struct Labels {
    sheet: &'static str,
    data: [&'static str; 8],
    columns: [&'static str; 3],
    counts: [&'static str; 2],
    by: &'static str,
    date: &'static str,
    colon: &'static str,
}

const CHINESE: Labels = Labels {
    sheet: "审阅表",
    data: ["文号", "标题", "发文机关", "公布日期", "有效期", "文本来源", "原文校验", "文件"],
    columns: ["原文", "据此作出的规则", "案例"],
    counts: ["统计", "数目"],
    by: "审阅",
    date: "日期",
    colon: "：",
};

const ENGLISH: Labels = Labels {
    sheet: "Review sheet",
    data: ["Number", "Title", "Issued by", "Published", "In force", "Standing of the text", "Lock of the text", "File"],
    columns: ["Law", "What was made of it", "Examples"],
    counts: ["Count", "Number"],
    by: "Reviewed by",
    date: "Date",
    colon: ": ",
};

fn one(sheet: &Sheet, language: Language) -> String {
    let labels = match language {
        Language::Chinese => &CHINESE,
        Language::English => &ENGLISH,
    };
    let say = |words: &Words| escaped(words.in_language(language));
    let title = say(&sheet.title);
    let data = [
        escaped(&sheet.number),
        title.clone(),
        say(&sheet.issuer),
        say(&sheet.published),
        say(&sheet.force),
        say(&sheet.standing),
        lock(&sheet.law),
        format!("`{}`", sheet.file),
    ];
    let mut lines = vec![format!("# {}{}{title}", labels.sheet, labels.colon), String::new()];
    lines.extend(table(["", ""], labels.data.iter().zip(&data).map(|(label, value)| [*label, value.as_str()])));
    let (mut in_table, mut within) = (false, "");
    for entry in &sheet.entries {
        match entry {
            Entry::Heading { text, depth } => {
                let marks = "#".repeat((TITLE + depth.saturating_sub(1)).min(DEEPEST));
                lines.extend([String::new(), format!("{marks} {}", escaped(text))]);
                in_table = false;
            }
            Entry::Row(row) => {
                let clause = row.pieces.first().map_or("", |(clause, _)| clause);
                if clause.is_empty() && !within.is_empty() {
                    // The text stands outside every mark again.
                    lines.extend([String::new(), "---".to_owned()]);
                    in_table = false;
                }
                within = clause;
                if !in_table {
                    lines.push(String::new());
                    lines.extend(head(labels.columns));
                }
                in_table = true;
                lines.push(cells(&of_row(row, language)));
            }
        }
    }
    lines.push(String::new());
    let counts: Vec<[String; 2]> = sheet.counts.iter().map(|(words, count)| [say(words), count.to_string()]).collect();
    lines.extend(table(labels.counts, counts.iter().map(|[words, count]| [words.as_str(), count.as_str()])));
    let line = "＿".repeat(12);
    lines
        .extend([String::new(), format!("{}{}{line}　{}{}{line}", labels.by, labels.colon, labels.date, labels.colon)]);
    lines.join("\n")
}

fn of_row(row: &Row, language: Language) -> [String; 3] {
    let mut law: Vec<String> = Vec::new();
    let mut clause = "";
    for (of, text) in &row.pieces {
        if of != clause {
            law.push(format!("**{}**", escaped(of)));
            clause = of;
        }
        law.push(escaped(text));
    }
    let made: Vec<String> = row.made.iter().map(|made| of_made(made, language)).collect();
    let cases: Vec<String> = row.cases.iter().map(|case| of_case(case, language)).collect();
    [law.join(BREAK), made.join(&BREAK.repeat(2)), cases.join(&BREAK.repeat(2))]
}

fn of_made(made: &Made, language: Language) -> String {
    let mut head = format!("**{}**", escaped(made.kind.in_language(language)));
    for part in made.title.iter().map(|title| escaped(title.in_language(language))) {
        head.push(' ');
        head.push_str(&part);
    }
    if let Some(id) = &made.id {
        head.push_str(&format!(" `{id}`"));
    }
    std::iter::once(head).chain(sentences(&made.sentences, language)).collect::<Vec<_>>().join(BREAK)
}

/// An example, its title in bold.
fn of_case(case: &[Words], language: Language) -> String {
    let mut lines = sentences(case, language);
    if let Some(title) = lines.first_mut() {
        *title = format!("**{title}**");
    }
    lines.join(BREAK)
}

fn sentences(all: &[Words], language: Language) -> Vec<String> {
    all.iter().map(|words| escaped(words.in_language(language))).collect()
}

fn table<'t, const N: usize>(columns: [&'t str; N], rows: impl Iterator<Item = [&'t str; N]>) -> Vec<String> {
    head(columns).into_iter().chain(rows.map(|row| cells(&row))).collect()
}

fn head<const N: usize>(columns: [&str; N]) -> [String; 2] {
    [cells(&columns), cells(&["---"; N])]
}

fn cells<S: AsRef<str>>(all: &[S]) -> String {
    let joined: Vec<&str> = all.iter().map(AsRef::as_ref).collect();
    format!("| {} |", joined.join(" | "))
}

/// A text that Markdown shows as it stands, in one line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\n' => out.push_str(BREAK),
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            sign if SIGNS.contains(&sign) => out.extend(['\\', sign]),
            sign => out.push(sign),
        }
    }
    out
}

/// The lock of a text; a document of statements alone has none.
fn lock(law: &str) -> String {
    if law == NO_LOCK { NO_LOCK.to_owned() } else { format!("`sha256:{law}`") }
}
