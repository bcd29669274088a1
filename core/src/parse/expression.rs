//! Expressions, by climbing precedences: `or`, `and`, `not`, comparisons, sums, products.

use super::cursor::Cursor;
use super::faults::Reported;
use super::literal::{TO, give_unit};
use super::syntax::{BinaryOperator, Expression, ExpressionKind, Spanned};
use super::token::{Token, TokenKind};
use crate::error::Code;
use crate::limits::{MEMBERS, of};
use crate::source::Span;

const OR: u8 = 1;
const AND: u8 = 2;
const NOT: u8 = 3;
const COMPARISON: u8 = 4;
const SUM: u8 = 5;
const PRODUCT: u8 = 6;

const AN_EXPRESSION: &str = "an expression";
/// Words that have a meaning of their own inside an expression.
const RESERVED: [&str; 11] = ["and", "or", "not", "in", "is", "known", "as", "by", "where", "for", "if"];
/// Functions over many things.
const FOLDS: [&str; 2] = ["count", "sum"];

/// Whether a word can be neither a name in an expression nor a unit.
pub(super) fn is_reserved(token: Token<'_>) -> bool {
    RESERVED.contains(&token.text)
}

/// What stands after a left side.
#[derive(Clone, Copy)]
enum Infix {
    Binary(BinaryOperator),
    Known,
    In,
}

fn infix(token: Token<'_>) -> Option<(Infix, u8)> {
    use BinaryOperator as Operator;
    if !matches!(token.kind, TokenKind::Symbol | TokenKind::Name) {
        return None;
    }
    let (operator, level) = match token.text {
        "or" => (Operator::Or, OR),
        "and" => (Operator::And, AND),
        "<" => (Operator::Less, COMPARISON),
        "<=" => (Operator::AtMost, COMPARISON),
        ">" => (Operator::Greater, COMPARISON),
        ">=" => (Operator::AtLeast, COMPARISON),
        "is" => (Operator::Is, COMPARISON),
        "+" => (Operator::Add, SUM),
        "-" => (Operator::Subtract, SUM),
        "*" => (Operator::Multiply, PRODUCT),
        "/" => (Operator::Divide, PRODUCT),
        "known" => return Some((Infix::Known, COMPARISON)),
        "in" => return Some((Infix::In, COMPARISON)),
        _ => return None,
    };
    Some((Infix::Binary(operator), level))
}

/// An expression and how high its tree is, so that no tree grows higher than a later phase can climb.
struct Tree {
    expression: Expression,
    height: usize,
}

impl<'a> Cursor<'a, '_> {
    /// An expression of one line (or of several, inside brackets).
    pub(super) fn expression(&mut self) -> Result<Expression, Reported> {
        if let (Some(token), None) = (self.peek(), self.peek_second())
            && token.is("none")
        {
            self.step();
            return Ok(Expression { kind: ExpressionKind::None, span: token.span });
        }
        let expression = self.open_expression()?;
        self.end_of_line()?;
        Ok(expression)
    }

    /// An expression behind which its line may go on.
    pub(super) fn open_expression(&mut self) -> Result<Expression, Reported> {
        self.climb(OR).map(|tree| tree.expression)
    }

    /// An expression whose operators bind at least as tightly as a level.
    fn climb(&mut self, least: u8) -> Result<Tree, Reported> {
        let mut left = self.left(least)?;
        let mut compared = false;
        while let Some(token) = self.peek()
            && let Some((operator, level)) = infix(token)
            && level >= least
        {
            if level == COMPARISON && compared {
                return Err(self.unexpected("`and`, `or`"));
            }
            compared |= level == COMPARISON;
            self.step();
            left = match operator {
                Infix::Known => {
                    let span = left.expression.span.to(token.span);
                    self.tree(token, ExpressionKind::Known(Box::new(left.expression)), span, left.height)?
                }
                Infix::In => self.membership(left, token)?,
                Infix::Binary(operator) => {
                    let right = self.climb(level + 1)?;
                    let span = left.expression.span.to(right.expression.span);
                    let height = left.height.max(right.height);
                    let (left, right) = (Box::new(left.expression), Box::new(right.expression));
                    self.tree(token, ExpressionKind::Binary { operator, left, right }, span, height)?
                }
            };
        }
        Ok(left)
    }

    fn left(&mut self, least: u8) -> Result<Tree, Reported> {
        if least > NOT || !self.at("not") {
            return self.atom();
        }
        let Some(not) = self.step() else { return Err(self.unexpected(AN_EXPRESSION)) };
        let operand = self.deeper(not, |cursor| cursor.climb(NOT))?;
        let span = not.span.to(operand.expression.span);
        self.tree(not, ExpressionKind::Not(Box::new(operand.expression)), span, operand.height)
    }

    /// `in a .. b` or `in {a, b}`, after the `in`.
    fn membership(&mut self, value: Tree, token: Token<'a>) -> Result<Tree, Reported> {
        let start = value.expression.span;
        if let Some(open) = self.take("{") {
            let (members, close) = self.list(open, "}", SUM)?;
            // Members are joined one by one, and so are arguments.
            let height = highest(&members).max(value.height) + members.len() - 1;
            let mut members: Vec<Expression> = members.into_iter().map(|member| member.expression).collect();
            let end = self.unit_of_all(&mut members, close.span)?;
            let value = Box::new(value.expression);
            return self.tree(token, ExpressionKind::InSet { value, members }, start.to(end), height);
        }
        let from = self.climb(SUM)?;
        self.expect(TO)?;
        let to = self.climb(SUM)?;
        let height = value.height.max(from.height).max(to.height);
        let span = start.to(to.expression.span);
        let (mut from, to) = (from.expression, to.expression);
        if let (ExpressionKind::Number(from), ExpressionKind::Number(to)) = (&mut from.kind, &to.kind) {
            give_unit(from, to.unit.as_ref());
        }
        let kind =
            ExpressionKind::InRange { value: Box::new(value.expression), from: Box::new(from), to: Box::new(to) };
        self.tree(token, kind, span, height)
    }

    /// The unit behind a set goes to each of its members, which must then be numbers without one.
    fn unit_of_all(&mut self, members: &mut [Expression], close: Span) -> Result<Span, Reported> {
        let Some(unit) = self.unit()? else { return Ok(close) };
        for member in members {
            match &mut member.kind {
                ExpressionKind::Number(literal) if literal.unit.is_none() => give_unit(literal, Some(&unit)),
                _ => return Err(self.faults.at(Code::Syntax, member.span, "a number without a unit")),
            }
        }
        Ok(unit.span)
    }

    fn atom(&mut self) -> Result<Tree, Reported> {
        let Some(token) = self.peek() else { return Err(self.unexpected(AN_EXPRESSION)) };
        let leaf = |kind, span| Ok(Tree { expression: Expression { kind, span }, height: 0 });
        match token.kind {
            TokenKind::Number => {
                let literal = self.literal()?;
                leaf(ExpressionKind::Number(literal.node), literal.span)
            }
            TokenKind::Date => {
                let day = self.day()?;
                leaf(ExpressionKind::Date(day.node), day.span)
            }
            TokenKind::Name if !is_reserved(token) => {
                let name = self.name()?;
                match self.take("(") {
                    Some(open) if FOLDS.contains(&name.node.as_str()) => self.fold(name, open, token),
                    Some(open) => self.call(name, open, token),
                    None => leaf(ExpressionKind::Name(name.node), name.span),
                }
            }
            TokenKind::Symbol if token.is("(") => {
                self.step();
                let inner = self.deeper(token, |cursor| cursor.climb(OR))?;
                let close = self.expect(")")?;
                let span = token.span.to(close.span);
                Ok(Tree { expression: Expression { span, ..inner.expression }, ..inner })
            }
            _ => Err(self.unexpected(AN_EXPRESSION)),
        }
    }

    fn call(&mut self, function: Spanned<String>, open: Token<'a>, token: Token<'a>) -> Result<Tree, Reported> {
        let (arguments, close) = self.list(open, ")", OR)?;
        let height = highest(&arguments) + arguments.len() - 1;
        let span = function.span.to(close.span);
        let arguments = arguments.into_iter().map(|argument| argument.expression).collect();
        self.tree(token, ExpressionKind::Call { function, arguments }, span, height)
    }

    /// `value where condition` or `value for name in records`, after the opening bracket.
    fn fold(&mut self, function: Spanned<String>, open: Token<'a>, token: Token<'a>) -> Result<Tree, Reported> {
        self.deeper(open, |cursor| {
            let value = cursor.climb(OR)?;
            let mut height = value.height;
            let condition = match cursor.take("where") {
                Some(_) => {
                    let condition = cursor.climb(OR)?;
                    height = height.max(condition.height);
                    Some(Box::new(condition.expression))
                }
                None => None,
            };
            let each = match cursor.take("for") {
                Some(_) => {
                    let name = cursor.plain_name()?;
                    cursor.expect("in")?;
                    Some((name, cursor.name()?))
                }
                None => None,
            };
            let close = cursor.take(")").ok_or_else(|| cursor.unexpected("`where`, `for`, `)`"))?;
            let span = function.span.to(close.span);
            let kind = ExpressionKind::Fold { function, value: Box::new(value.expression), condition, each };
            cursor.tree(token, kind, span, height)
        })
    }

    /// One or more expressions with commas between, after the opening bracket.
    fn list(&mut self, open: Token<'a>, close: &str, least: u8) -> Result<(Vec<Tree>, Token<'a>), Reported> {
        self.deeper(open, |cursor| {
            let mut items = vec![cursor.climb(least)?];
            while cursor.take(",").is_some() {
                if let (true, Some(at)) = (items.len() == MEMBERS, cursor.peek()) {
                    return Err(cursor.too_many(of::MEMBERS, items.len() + 1, at));
                }
                items.push(cursor.climb(least)?);
            }
            let close = cursor.take(close).ok_or_else(|| cursor.unexpected(format!("`,`, `{close}`")))?;
            Ok((items, close))
        })
    }

    /// A tree over others of which the highest is so high, if it does not stand too deep.
    fn tree(&mut self, at: Token<'a>, kind: ExpressionKind, span: Span, below: usize) -> Result<Tree, Reported> {
        let height = below + 1;
        self.check_depth(height, at)?;
        Ok(Tree { expression: Expression { kind, span }, height })
    }
}

fn highest(trees: &[Tree]) -> usize {
    trees.iter().map(|tree| tree.height).max().unwrap_or_default()
}
