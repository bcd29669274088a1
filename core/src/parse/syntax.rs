//! What parsing makes: a document of pieces of law and blocks, every part with its span.

use super::case::CaseBlock;
use crate::source::{SourceText, Span, Standing, Words};
use crate::value::{Date, Days, Decimal, Period};

/// What stands between a rule's layer and its name, as in `jining/family-subsidy`.
pub const LAYER_SEPARATOR: char = '/';

/// Something with the place where it was written.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Spanned<T> {
    /// The thing.
    pub node: T,
    /// Where it stands in the file.
    pub span: Span,
}

/// One literate document: the law's text in pieces, and the blocks under them.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Document {
    /// The file.
    pub source: SourceText,
    /// The layer: the folder that the file stands in, such as `jining`.
    pub layer: String,
    /// The data of the `document` block; none where it is missing or could not be read.
    pub header: Option<DocumentBlock>,
    /// Whether there is a `document` block, read or not.
    pub has_header: bool,
    /// The pieces of law in order.
    pub pieces: Vec<Piece>,
    /// The other blocks in order.
    pub blocks: Vec<Block>,
    /// Whether the head of every rule could be read. Where one could not, the name that it gives is not known.
    pub has_all_heads: bool,
}

impl Document {
    /// The rules, in the order in which they are written.
    pub(crate) fn rules(&self) -> impl Iterator<Item = &RuleSyntax> {
        let blocks = self.blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::Rules(rules) => Some(rules),
            BlockKind::None(_) | BlockKind::Case(_) => None,
        });
        blocks.flatten()
    }
}

/// One piece of a sentence of law: a line that begins with `> `, or `>> ` where its text was not read.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Piece {
    /// The text after `> `, byte for byte; of a statement what is stated.
    pub text: String,
    /// Where the text stands.
    pub span: Span,
    /// The path of number marks that it stands under, such as `二（五）13③`.
    pub clause: String,
    /// Whether it is a heading by itself: a number mark and no comma.
    pub heading: bool,
    /// Who states it in other words, and how sure that is; none where it is the law's own text.
    pub stated: Option<Stated>,
}

impl Piece {
    /// The text as it is cited: that of a statement says that it is none of the law's own.
    #[must_use]
    pub fn cited(&self) -> String {
        let text = self.text.trim();
        match &self.stated {
            None => text.to_owned(),
            Some(stated) if stated.by.is_empty() => format!("【未见原文】{text}"),
            Some(stated) => format!("【转述自{}】{text}", stated.by),
        }
    }
}

/// Where a statement comes from (转述): `>> verified-secondary 来源：内容`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Stated {
    /// How sure it is.
    pub standing: Standing,
    /// Who says so; empty for what is known from memory alone.
    pub by: String,
}

/// A fenced block and the pieces that it cites.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The opening fence's line.
    pub span: Span,
    /// The pieces since the last block, without headings; where none stand between, those of the block before.
    /// A case takes none away from the block that follows it.
    pub pieces: Vec<usize>,
}

/// What a block is.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum BlockKind {
    /// One or more rules.
    Rules(Vec<RuleSyntax>),
    /// The statement that nothing computable is granted, and why.
    None(NoneBlock),
    /// An example; it accounts for no piece.
    Case(CaseBlock),
}

/// `none WORD` with free text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct NoneBlock {
    /// The word; the checker holds the closed list.
    pub word: Spanned<String>,
    /// What more the author says.
    pub note: String,
}

/// The `document` block: data of the instrument.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DocumentBlock {
    /// The document's number, such as `济政办字〔2025〕15号`.
    pub number: Spanned<String>,
    /// The title in both languages.
    pub title: Spanned<Words>,
    /// Who issued it.
    pub issuer: Spanned<Words>,
    /// The day of publication.
    pub published: Spanned<Date>,
    /// The days in force.
    pub force: Spanned<Days>,
    /// How sure the text is.
    pub standing: Spanned<Standing>,
    /// SHA-256, in hexadecimal, of the pieces of law joined with white space removed; `none` where the document holds
    /// statements alone.
    pub law: Spanned<String>,
}

/// The kinds of rule that the language has.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Kind {
    /// A question about the law with its possible answers.
    Reading,
    /// A named number.
    Parameter,
    /// Brackets with a share of each.
    Table,
    /// Something that is paid, saved, deducted or granted.
    Entitlement,
    /// A number that must keep to a bound.
    Limit,
    /// Conditions that must hold.
    Requirement,
    /// A target of a place, judged on one day.
    Indicator,
    /// Steps in their order.
    Procedure,
    /// An answer in words.
    Lookup,
    /// Items that are added up.
    Quantity,
    /// Working days from a file.
    Calendar,
}

/// One rule as written: a head and its lines.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RuleSyntax {
    /// The kind.
    pub kind: Spanned<Kind>,
    /// The name, without its layer; of a quantity it may be the whole id.
    pub name: Spanned<String>,
    /// `for thing` or `for thing x thing`: one or two things, none for readings and parameters; of a calendar the file
    /// that it is read from.
    pub subject: Vec<Spanned<String>>,
    /// The lines.
    pub lines: Vec<Line>,
    /// Whether every line and row could be read. Where one could not, that is a fault of its own, and what
    /// it would have said must not be reported as missing.
    pub complete: bool,
}

/// One line of a rule: a keyword and what follows it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Line {
    /// The keyword, one of those that the grammar knows.
    pub keyword: Spanned<String>,
    /// What follows.
    pub body: LineBody,
}

/// What follows a keyword.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum LineBody {
    /// `title`, `ask`, `because`, `assumes`, `discretionary`, `guiding`, `act`, `body`, `certificate`: words in both
    /// languages.
    Words(Spanned<Words>),
    /// `force`: days.
    Days(Spanned<Days>),
    /// `published`, `due`: a day.
    Day(Spanned<Date>),
    /// `pay payer -> payee`, or `pay -> payee`.
    Pay {
        /// Who pays; none where the law names nobody.
        payer: Option<Spanned<String>>,
        /// Who is paid.
        payee: Spanned<String>,
    },
    /// `single child`, `default last-day`, `form saving`: a name; `overrides jining/city-award`: an id.
    Name(Spanned<String>),
    /// `option id: 中文 | English`.
    Option {
        /// The option's id.
        id: Spanned<String>,
        /// What people read.
        words: Spanned<Words>,
    },
    /// `when`, `let`, and `applies` and `need` with rows: labelled expressions.
    Rows(Vec<Row>),
    /// `value`, `place`, and `applies` and `need` in one line: one expression.
    Expression(Expression),
    /// `rate`: how often, and how much.
    Rate(Rate),
    /// `rate elsewhere as name: 中文 | English`: the amount is set by another text.
    Elsewhere {
        /// The name of the number that is set there.
        name: Spanned<String>,
        /// What people call it.
        words: Spanned<Words>,
    },
    /// `source standing document "quote"`: where the numbers of the rule stand, if not in the law above it.
    Source {
        /// How sure it is.
        standing: Spanned<String>,
        /// What is cited.
        document: String,
        /// The words of it that hold the numbers.
        quote: String,
    },
    /// `step id`: one step of a procedure.
    Step(Step),
    /// `value` of a lookup: words by a fact, or a list of words.
    Answer(Answer),
    /// `at_least`, `each calendar year`: the words alone.
    Nothing,
    /// `item id`: one line of a quantity.
    Item(Item),
    /// `claim`: where it is claimed, by when and with what.
    Claim(Vec<Line>),
}

/// `item id [for thing] [by thing and month]` with its lines.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Item {
    /// The id.
    pub id: Spanned<String>,
    /// For which things its rate is; none: for the quantity's own.
    pub of: Option<Spanned<String>>,
    /// By which things it is shown; none: for the quantity's own alone.
    pub by: Option<Spanned<String>>,
    /// Whether it is shown by month.
    pub monthly: bool,
    /// The lines.
    pub lines: Vec<Line>,
}

/// `step id [by fact]` with its ways.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Step {
    /// The id.
    pub id: Spanned<String>,
    /// What selects among its ways; none where it has one.
    pub selector: Option<Spanned<String>>,
    /// The ways.
    pub ways: Vec<Way>,
}

/// One way of a step: for some values of what selects, or for all.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Way {
    /// The values; `otherwise` in a step with one way.
    pub key: Spanned<RowKey>,
    /// Its lines; none where the law gives no way.
    pub lines: Option<Vec<Line>>,
}

/// The answer of a lookup.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Answer {
    /// The same whatever the facts are.
    Words(Spanned<Words>),
    /// By a fact, or a list.
    Rows {
        /// `by fact`; none for a list.
        selector: Option<Spanned<String>>,
        /// Keys and words.
        rows: Vec<WordsRow>,
    },
}

/// `key: 中文 | English`
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct WordsRow {
    /// The key.
    pub key: Spanned<RowKey>,
    /// What it stands for.
    pub words: Spanned<Words>,
}

/// A labelled row.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Row {
    /// The key before the colon (or, in `let`, before the equals sign).
    pub key: Spanned<RowKey>,
    /// `as name`: the name of the row's parameter.
    pub name: Option<Spanned<String>>,
    /// `key "中文 | English"`: the label's words, in `when` rows; none where the vocabulary of the language has them.
    pub words: Option<Spanned<Words>>,
    /// What the row says.
    pub body: Expression,
}

/// The key of a row.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum RowKey {
    /// A name: a label, an option's id, `yes` or `no`.
    Name(String),
    /// A number.
    Number(Literal),
    /// Numbers from one to another, both included.
    Numbers(Literal, Literal),
    /// Numbers from one on.
    From(Literal),
    /// Days, both ends included; an end may be open.
    Days(Days),
    /// Every value that no other row names.
    Otherwise,
}

/// `rate per year by class.kind …`
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Rate {
    /// How often; none where each cell says so.
    pub period: Option<Spanned<Period>>,
    /// How much; a cell `none` is a refusal.
    pub amount: Expression,
}

/// A number as it is written, with its unit's text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Literal {
    /// The number; `30%` is 0.30.
    pub value: Decimal,
    /// The unit after it: `CNY`, `CNY/month`, `months`, `years`, `days`, `m²`, `%`.
    pub unit: Option<Spanned<String>>,
}

/// An expression with its span.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Expression {
    /// What it is.
    pub kind: ExpressionKind,
    /// Where it stands.
    pub span: Span,
}

/// What selects a row of a table.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Selector {
    /// `by child.birth_order`: a fact or a name.
    Name(Spanned<String>),
    /// `by reading fourth-child`.
    Reading(Spanned<String>),
}

/// Operators between two expressions.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum BinaryOperator {
    /// `and`.
    And,
    /// `or`.
    Or,
    /// `<`.
    Less,
    /// `<=`.
    AtMost,
    /// `>`.
    Greater,
    /// `>=`.
    AtLeast,
    /// `is`.
    Is,
    /// `+`.
    Add,
    /// `-`.
    Subtract,
    /// `*`.
    Multiply,
    /// `/`.
    Divide,
}

/// The forms of an expression.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum ExpressionKind {
    /// `none`: the refusal in a table's cell.
    None,
    /// A number with or without a unit.
    Number(Literal),
    /// A day.
    Date(Date),
    /// A dotted or plain name: a fact, a `let`, a parameter, an option, a rule, `day`, `month`, `yes`, `no`.
    Name(String),
    /// `min(a, b)`.
    Call {
        /// The function.
        function: Spanned<String>,
        /// The arguments.
        arguments: Vec<Expression>,
    },
    /// `count(thing where a)`, `sum(a where b)`, `sum(a for name in records)`.
    Fold {
        /// `count` or `sum`.
        function: Spanned<String>,
        /// What is counted or added up.
        value: Box<Expression>,
        /// Which of them.
        condition: Option<Box<Expression>>,
        /// A name for each record, and the fact that holds the records.
        each: Option<(Spanned<String>, Spanned<String>)>,
    },
    /// `not a`.
    Not(Box<Expression>),
    /// `a known`.
    Known(Box<Expression>),
    /// `a + b`.
    Binary {
        /// The operator.
        operator: BinaryOperator,
        /// The left side.
        left: Box<Expression>,
        /// The right side.
        right: Box<Expression>,
    },
    /// `a in b .. c`, both ends included.
    InRange {
        /// What is asked.
        value: Box<Expression>,
        /// The lower end.
        from: Box<Expression>,
        /// The upper end.
        to: Box<Expression>,
    },
    /// `a in {b, c}`.
    InSet {
        /// What is asked.
        value: Box<Expression>,
        /// The members.
        members: Vec<Expression>,
    },
    /// `per month a if b`: a cell of a rate.
    Paid {
        /// How often, where the cell says so.
        period: Option<Spanned<Period>>,
        /// How much.
        amount: Box<Expression>,
        /// In which months; in others it is refused.
        condition: Option<Box<Expression>>,
    },
    /// `by selector` with rows.
    By {
        /// What selects.
        selector: Selector,
        /// The rows.
        rows: Vec<Row>,
    },
}
