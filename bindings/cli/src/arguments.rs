//! What the command takes, with its help in both languages.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use tuoyu::source::Language;

/// 托育政策测算与检查 / Childcare policy: computed, explained, checked.
#[derive(Debug, Parser)]
#[command(name = "tuoyu", version, about)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// 测算一个案例，或一份名册 / Assess a case, or a roster
    Assess(Assess),
    /// 讲清理由 / Explain why, as a tree
    Explain(Explain),
    /// 讲清以前测算结果的理由 / Explain an answer that was given before
    ExplainOutcome(ExplainOutcome),
    /// 列出还缺的事实 / List the missing facts with their questions
    Questions(Questions),
    /// 凭保存的凭据重算核对 / Answer again what a receipt says, and compare
    Replay(Replay),
    /// 检查规则包 / Check a rule pack
    Check(Check),
    /// 编译规则包 / Compile a rule pack
    Pack(Pack),
    /// 输出 JSON Schema / Print a JSON Schema
    Schema(Schema),
    /// 生成虚构的名册，供试用和测试 / Make a synthetic roster, to try things out
    Sample(Sample),
}

/// What every question about a case takes.
#[derive(Args, Debug)]
pub struct Asking {
    /// 案例文件，.json 或 .toml；assess 也可以是名册，.csv / The case, .json or .toml; for assess also a roster, .csv
    pub case: PathBuf,
    /// 起始月 / First month, YYYY-MM
    #[arg(long, value_name = "YYYY-MM")]
    pub from: String,
    /// 终止月（含） / Last month, included, YYYY-MM
    #[arg(long, value_name = "YYYY-MM")]
    pub to: String,
    /// 选定一种解释 / Choose an option of a reading
    #[arg(long, value_name = "ID=OPTION")]
    pub reading: Vec<String>,
    /// 启用只凭记忆的规则，* 代表任意字符 / Switch on rules that rest on memory alone; * stands for any characters
    #[arg(long, value_name = "RULE")]
    pub with: Vec<String>,
    /// 规则包：目录，或编译后的文件；默认为内置的济宁规则 / A pack: a folder or a compiled file; the built-in pack of Jining unless given
    #[arg(long, value_name = "FILE|DIR")]
    pub pack: Option<PathBuf>,
    /// 输出 JSON / Print JSON
    #[arg(long)]
    pub json: bool,
    /// 语言 / Language
    #[arg(long, value_enum, default_value_t = Tongue::Zh)]
    pub lang: Tongue,
}

/// What a question about one rule takes besides.
#[derive(Args, Debug)]
pub struct Aim {
    /// 规则，* 代表任意字符 / The rule; * stands for any characters
    #[arg(long, value_name = "ID", required = true)]
    pub rule: Vec<String>,
    /// 只看这个对象，如 e1 或 p1/e1 / Only this subject, such as e1 or p1/e1
    #[arg(long, value_name = "ID")]
    pub subject: Option<String>,
}

#[derive(Args, Debug)]
pub struct Explain {
    #[command(flatten)]
    pub asking: Asking,
    #[command(flatten)]
    pub aim: Aim,
}

#[derive(Args, Debug)]
pub struct ExplainOutcome {
    /// assess --json 的结果，或其中一项结论 / What assess --json printed, or one of its outcomes
    pub outcome: PathBuf,
    /// 规则包目录，默认为内置的济宁规则 / A pack's folder; the built-in pack of Jining unless given
    #[arg(long, value_name = "DIR")]
    pub pack: Option<PathBuf>,
    /// 输出 JSON / Print JSON
    #[arg(long)]
    pub json: bool,
    /// 语言 / Language
    #[arg(long, value_enum, default_value_t = Tongue::Zh)]
    pub lang: Tongue,
}

#[derive(Args, Debug)]
pub struct Questions {
    #[command(flatten)]
    pub asking: Asking,
    #[command(flatten)]
    pub aim: Aim,
}

#[derive(Args, Debug)]
pub struct Assess {
    #[command(flatten)]
    pub asking: Asking,
    /// 只测算这些规则，* 代表任意字符 / Only these rules; * stands for any characters
    #[arg(long, value_name = "GLOB")]
    pub rules: Vec<String>,
    /// 写入文件；名册写成 CSV，- 为标准输出 / Write to a file; a roster as CSV, - for standard output
    #[arg(short, long, value_name = "OUT")]
    pub output: Option<PathBuf>,
    /// 名册：写哪些列，可用 amount,state,min,max,months,findings / A roster: which columns are written
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    pub columns: Vec<String>,
    /// 名册：一行是什么，如 enrolment、institution / A roster: what a row is about
    #[arg(long, value_name = "THING")]
    pub rows: Option<String>,
    /// 名册：文件编码 / A roster: the encoding of the file
    #[arg(long, value_enum, default_value_t = Encoding::Utf8)]
    pub encoding: Encoding,
    /// 名册：用几个线程，默认为处理器核数 / A roster: how many threads; one for each core unless given
    #[arg(long, value_name = "N")]
    pub threads: Option<usize>,
}

/// How the characters of a roster are written.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub enum Encoding {
    /// UTF-8
    #[value(name = "utf-8", alias = "utf8")]
    Utf8,
    /// GB18030，含 GBK、GB2312 / GB18030, of which GBK and GB2312 are parts
    #[value(name = "gb18030", alias = "gbk")]
    Gb18030,
}

#[derive(Args, Debug)]
pub struct Replay {
    /// 保存的凭据或整份测算结果，.json / The receipt or the whole assessment that was kept, .json
    pub receipt: PathBuf,
    /// 案例文件，.json 或 .toml / The case, .json or .toml
    pub case: PathBuf,
    /// 规则包：目录，或编译后的文件；默认为内置的济宁规则 / A pack: a folder or a compiled file; the built-in pack of Jining unless given
    #[arg(long, value_name = "FILE|DIR")]
    pub pack: Option<PathBuf>,
    /// 输出 JSON / Print JSON
    #[arg(long)]
    pub json: bool,
    /// 语言 / Language
    #[arg(long, value_enum, default_value_t = Tongue::Zh)]
    pub lang: Tongue,
}

#[derive(Args, Debug)]
pub struct Pack {
    /// 规则包目录 / The pack's folder
    pub folder: PathBuf,
    /// 写入文件 / Write to a file
    #[arg(short, long, value_name = "FILE", required_unless_present = "json")]
    pub output: Option<PathBuf>,
    /// 输出规则包内容的 JSON / Print what the pack holds, as JSON
    #[arg(long)]
    pub json: bool,
    /// 语言 / Language
    #[arg(long, value_enum, default_value_t = Tongue::Zh)]
    pub lang: Tongue,
}

#[derive(Args, Debug)]
pub struct Check {
    /// 规则包目录 / The pack's folder
    pub folder: PathBuf,
    /// 输出审阅表（Markdown） / Print the sheet to review and sign, as Markdown
    #[arg(long)]
    pub sheet: bool,
    /// 语言 / Language
    #[arg(long, value_enum, default_value_t = Tongue::Zh)]
    pub lang: Tongue,
}

#[derive(Args, Debug)]
pub struct Schema {
    /// 描述什么 / Of what
    #[arg(value_enum)]
    pub what: Described,
    /// 规则包：目录，或编译后的文件；默认为内置的济宁规则 / A pack: a folder or a compiled file; the built-in pack of Jining unless given
    #[arg(long, value_name = "FILE|DIR")]
    pub pack: Option<PathBuf>,
    /// 语言 / Language
    #[arg(long, value_enum, default_value_t = Tongue::Zh)]
    pub lang: Tongue,
}

#[derive(Args, Debug)]
pub struct Sample {
    /// 行数 / How many rows
    #[arg(long, value_name = "N")]
    pub rows: u64,
    /// 种子：相同的种子生成相同的名册 / The seed: the same seed makes the same roster
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// 缺一项事实的行所占比例 / The share of rows that lack a fact
    #[arg(long, value_name = "SHARE", default_value = "0%")]
    pub unknown: String,
    /// 表头 / The headings
    #[arg(long, value_enum, default_value_t = Headings::Zh)]
    pub headings: Headings,
    /// 写入文件，默认为标准输出 / Write to a file; to standard output unless given
    #[arg(short, long, value_name = "OUT.csv")]
    pub output: Option<PathBuf>,
    /// 语言 / Language
    #[arg(long, value_enum, default_value_t = Tongue::Zh)]
    pub lang: Tongue,
}

/// How the columns of a roster are headed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Headings {
    /// 中文，如“出生日期” / In Chinese
    Zh,
    /// 名称，如 child.birth_date / By name, such as child.birth_date
    En,
}

/// What a schema describes.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Described {
    /// 案例 / A case
    Case,
    /// 名册的一行 / A row of a roster
    Row,
    /// 结论 / An outcome
    Outcome,
    /// 规则包的内容 / What a pack holds
    Pack,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Tongue {
    /// 中文
    Zh,
    /// English
    En,
}

impl Tongue {
    pub const fn language(self) -> Language {
        match self {
            Self::Zh => Language::Chinese,
            Self::En => Language::English,
        }
    }
}
