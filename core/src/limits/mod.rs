//! How much a pack, a case and a question may hold: every limit once, with its code.
//!
//! A leaf: it imports only [`error`](crate::error). No law comes near these numbers. They keep time and memory in
//! proportion to the input, so that a text from a stranger is refused and never waited for.
//!
//! ```
//! use tuoyu::limits::{self, ALL};
//! let rules = ALL.iter().find(|limit| limit.name == "rules").unwrap();
//! assert_eq!(rules.most, 4_096);
//! assert_eq!(limits::RULES, 4_096);
//! assert_eq!(rules.code, Some(tuoyu::error::Code::TooMany));
//! ```

use crate::error::Code;

/// One limit, as data.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Limit {
    /// Its name, such as `rules`; a message of `too-many` carries it.
    pub name: &'static str,
    /// The most that is taken.
    pub most: u128,
    /// What is counted, in Chinese.
    pub zh: &'static str,
    /// What is counted, in English.
    pub en: &'static str,
    /// What refuses one more; `None` where nothing is refused and less is said instead.
    pub code: Option<Code>,
}

impl Limit {
    /// Whether so many are more than it takes.
    ///
    /// ```
    /// use tuoyu::limits::of;
    /// assert!(!of::RULES.is_passed_by(4_096) && of::RULES.is_passed_by(4_097));
    /// ```
    #[must_use]
    pub fn is_passed_by(&self, found: usize) -> bool {
        u128::try_from(found).is_ok_and(|found| found > self.most)
    }

    /// The bound as a diagnostic carries it: the number, and with `too-many` what was counted.
    ///
    /// ```
    /// use tuoyu::limits::of;
    /// assert_eq!(of::RULES.bound(), "4096 (rules)");
    /// assert_eq!(of::PACK_BYTES.bound(), "16777216");
    /// ```
    #[must_use]
    pub fn bound(&self) -> String {
        match self.code {
            Some(Code::TooMany) => format!("{} ({})", self.most, self.name),
            _ => self.most.to_string(),
        }
    }
}

macro_rules! limits {
    ($($(#[$doc:meta])* $id:ident: $number:ty = $most:expr, $name:literal $code:expr, $zh:literal $en:literal;)*) => {
        $($(#[$doc])* pub const $id: $number = $most;)*

        /// Every limit as data, under the name of its constant.
        pub mod of {
            use super::{Code, Limit};
            $($(#[$doc])* pub const $id: Limit =
                Limit { name: $name, most: $most, zh: $zh, en: $en, code: $code };)*
        }

        /// Every limit: those of a pack, of its rules, of a case, of a question.
        pub const ALL: &[Limit] = &[$(of::$id,)*];
    };
}

limits! {
    // A pack.
    /// The most bytes of all the files of a pack.
    PACK_BYTES: usize = 16 * 1024 * 1024, "pack-bytes" Some(Code::TooLarge),
        "规则包全部文件的字节数" "bytes of all the files of a pack";
    /// The most files of a pack.
    FILES: usize = 1_024, "files" Some(Code::TooMany),
        "规则包的文件数" "files of a pack";
    /// The most pieces of law of a pack.
    LAW_PIECES: usize = 65_536, "law-pieces" Some(Code::TooMany),
        "规则包中法规原文的句段数" "pieces of law of a pack";
    /// The most blocks of a pack.
    BLOCKS: usize = 65_536, "blocks" Some(Code::TooMany),
        "规则包中代码块的个数" "blocks of a pack";
    /// The most pieces of law that one block stands under.
    BLOCK_PIECES: usize = 1_024, "block-pieces" Some(Code::TooMany),
        "一个代码块所依据的句段数" "pieces of law over one block";
    /// The most rules, readings and parameters of a pack.
    RULES: usize = 4_096, "rules" Some(Code::TooMany),
        "规则包中规则、解释选项与参数的总数" "rules, readings and parameters of a pack";
    /// The most numbers of a pack that have a name: parameters, and rows of tables.
    NAMED_NUMBERS: usize = 16_384, "named-numbers" Some(Code::TooMany),
        "规则包中有名称的数字（参数与表行）" "numbers of a pack with a name: parameters and rows";
    /// The most examples of a pack.
    EXAMPLES: usize = 4_096, "examples" Some(Code::TooMany),
        "规则包中案例的个数" "examples of a pack";
    /// The most kinds of thing of a vocabulary.
    KINDS: usize = 256, "kinds" Some(Code::TooMany),
        "词表中对象的种类数" "kinds of thing of a vocabulary";
    /// The most facts of a vocabulary; each number of a list of records is one.
    FACTS: usize = 4_096, "facts" Some(Code::TooMany),
        "词表中事实的个数" "facts of a vocabulary";
    // A rule.
    /// The most lines of one rule.
    LINES: usize = 4_096, "lines" Some(Code::TooMany),
        "一条规则的行数（关键词）" "keyword lines of one rule";
    /// The most rows of one table or list.
    ROWS: usize = 4_096, "rows" Some(Code::TooMany),
        "一张表或一组条件的行数" "rows of one table or list";
    /// The most levels of an expression or of tables within one another.
    EXPRESSION_LEVELS: usize = 64, "expression-levels" Some(Code::TooDeep),
        "表达式与表的嵌套层数" "levels of an expression or table";
    /// The most members of a set, and arguments of a function.
    MEMBERS: usize = 64, "members" Some(Code::TooMany),
        "集合的元素数、函数的参数数" "members of a set, arguments of a function";
    /// The most options of a fact that rules compare: they are bits of one word.
    OPTIONS: usize = 64, "options" Some(Code::TooMany),
        "规则所比较的事实的选项数" "options of a fact that rules compare";
    /// The most terms of one rule, what its names stand for put in.
    TERMS: usize = 65_536, "terms" Some(Code::TooMany),
        "代入 let 之后一条规则的项数" "terms of one rule, its names put in";
    /// The most levels of a term, what its names stand for put in.
    TERM_LEVELS: usize = 256, "term-levels" Some(Code::TooDeep),
        "代入 let 之后表达式的层数" "levels of an expression, its names put in";
    /// The most decimals of a number in a rule.
    DECIMALS: u8 = 18, "decimals" Some(Code::NumberTooLarge),
        "规则中数字的小数位数" "decimals of a number of a rule";
    /// The longest period that is added to a date, in months or in days.
    PERIOD: i32 = 100_000, "period" Some(Code::NumberTooLarge),
        "日期加减的月数或天数" "months or days added to a date";
    /// What every number of a rule stays below, in the units of its last decimal.
    NUMBER: u128 = 1 << 100, "number" Some(Code::NumberTooLarge),
        "规则中任何数的上界（2^100，不含）" "what every number of a rule stays below, 2^100";
    /// The most pieces of one number that changes by month.
    PIECES: usize = 1_024, "pieces" Some(Code::TooMany),
        "一个逐月变化的数所分的段数" "pieces of one number that changes by month";
    /// The most steps of one rule, compiled.
    RULE_STEPS: usize = 65_536, "rule-steps" Some(Code::TooMany),
        "一条规则编译后的步数" "steps of one rule, compiled";
    /// The most steps of a pack, compiled.
    PACK_STEPS: usize = 1_048_576, "pack-steps" Some(Code::TooMany),
        "整个规则包编译后的步数" "steps of a pack, compiled";
    /// The most levels of compiled steps, rules that are referred to counted in.
    STEP_LEVELS: usize = 512, "step-levels" Some(Code::TooDeep),
        "编译后步骤的层数，含所引用的规则" "levels of compiled steps, referred rules counted in";
    // A case.
    /// The most bytes of a case.
    CASE_BYTES: usize = 64 * 1024 * 1024, "case-bytes" Some(Code::TooLarge),
        "案例的字节数" "bytes of a case";
    /// The most lists and objects within one another.
    CASE_LEVELS: usize = 32, "case-levels" Some(Code::TooDeep),
        "案例的嵌套层数" "levels of a case";
    /// The most things of a case.
    THINGS: usize = 1_000_000, "things" Some(Code::TooMany),
        "案例中对象的个数" "things of a case";
    // A question, and its answer.
    /// The most months of a window.
    WINDOW_MONTHS: usize = 1_200, "window-months" Some(Code::WindowTooLong),
        "时间窗的月数" "months of a window";
    /// The most completions that are tried; beyond, the range may be wider and `range_exact` is false.
    COMPLETIONS: usize = 4_096, "completions" None,
        "为未知事实试算的组合数" "completions that are tried for unknown facts";
    /// The most faults that are told of one input; beyond, the first ones are.
    FAULTS: usize = 10_000, "faults" None,
        "一次报告的错误数" "faults that are told of one input";
}
