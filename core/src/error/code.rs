//! The closed list of codes, with their words in both languages.

use crate::source::Language;
use std::fmt;

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Severity {
    /// No answer can be given.
    Error,
    /// An answer can be given; somebody should look.
    Warning,
}

macro_rules! codes {
    ($(@ $group:ident $group_zh:literal $group_en:literal;
        $($(#[doc = $doc:literal])* $(#[cfg($when:meta)])? $name:ident $severity:ident $id:literal
            $zh:literal $en:literal $help_zh:literal $help_en:literal;)*)*) => {
        /// What kind of fault a diagnostic reports. The list is closed: callers may match it exhaustively. What only the
        /// text of a rule can be wrong with stands in it with the feature `authoring`.
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        pub enum Code { $($($(#[doc = $doc])* $(#[cfg($when)])? $name,)*)* }

        /// What a code is about.
        #[derive(Clone, Copy, Debug, Eq, PartialEq)]
        pub enum Group { $(#[doc = $group_en] $group,)* }

        impl Code {
            /// Every code, in the order of the list.
            pub const ALL: &'static [Self] = &[$($($(#[cfg($when)])? Self::$name,)*)*];

            /// The code as it is written, such as `unknown-field`.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $($($(#[cfg($when)])? Self::$name => $id,)*)* }
            }

            /// How grave it is.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $($($(#[cfg($when)])? Self::$name => Severity::$severity,)*)* }
            }

            /// What it is about. The codes of a group stand together in the list.
            #[must_use]
            pub const fn group(self) -> Group {
                match self { $($($(#[cfg($when)])? Self::$name => Group::$group,)*)* }
            }

            pub(super) const fn message(self, language: Language) -> &'static str {
                match (self, language) { $($(
                    $(#[cfg($when)])? (Self::$name, Language::Chinese) => $zh,
                    $(#[cfg($when)])? (Self::$name, Language::English) => $en,
                )*)* }
            }

            pub(super) const fn help(self, language: Language) -> &'static str {
                match (self, language) { $($(
                    $(#[cfg($when)])? (Self::$name, Language::Chinese) => $help_zh,
                    $(#[cfg($when)])? (Self::$name, Language::English) => $help_en,
                )*)* }
            }
        }

        impl Group {
            /// What it is called.
            #[must_use]
            pub const fn title(self, language: Language) -> &'static str {
                match (self, language) { $(
                    (Self::$group, Language::Chinese) => $group_zh,
                    (Self::$group, Language::English) => $group_en,
                )* }
            }
        }
    };
}

codes! {
    @ CaseText "案例：文本" "A case, as text";
    /// The bytes are not UTF-8.
    InvalidUtf8 Error "invalid-utf8" "文件不是 UTF-8 编码，第 {found} 字节有误" "the file is not UTF-8; byte {found} is wrong"
        "请将文件另存为 UTF-8 编码" "save the file as UTF-8";
    /// The text is not JSON.
    InvalidJson Error "invalid-json" "不是合法的 JSON，错在“{found}”处" "this is no JSON at `{found}`"
        "在此处改正；常是逗号、引号或括号多了或少了" "correct it here; often a comma, a quote or a bracket is missing or too many";
    /// The text is not TOML.
    #[cfg(feature = "authoring")]
    InvalidToml Error "invalid-toml" "不是合法的 TOML，错在“{found}”处" "this is no TOML at `{found}`"
        "在此处改正；常是引号、等号或括号多了或少了" "correct it here; often a quote, an equals sign or a bracket is missing or too many";
    /// What stands within one another is nested deeper than any input needs.
    TooDeep Error "too-deep" "嵌套超过 {expected} 层" "nested more than {expected} levels deep"
        "至多 {expected} 层" "at most {expected} levels";
    /// The input is larger than the limit.
    TooLarge Error "too-large" "输入有 {found} 字节，超过上限" "the input has {found} bytes, more than the limit"
        "上限为 {expected} 字节" "at most {expected} bytes";
    @ CaseFacts "案例：事实" "A case, as facts";
    /// A member that the vocabulary does not know.
    UnknownField Error "unknown-field" "没有名为“{found}”的字段" "no field is named `{found}`"
        "可用的字段：{expected}" "known here: {expected}";
    /// One member twice.
    DuplicateKey Error "duplicate-key" "字段“{found}”出现了两次" "the field `{found}` stands twice"
        "只保留一个" "keep one of them";
    /// Something else than an object.
    NotAnObject Error "not-an-object" "此处应为对象，实为 {found}" "an object is needed here, found {found}"
        "写成 { … }" "write an object: { … }";
    /// Something else than a list.
    NotAList Error "not-a-list" "此处应为列表，实为 {found}" "a list is needed here, found {found}"
        "写成 [ … ]" "write a list: [ … ]";
    /// Something else than a text.
    NotText Error "not-text" "此处应为文字，实为 {found}" "a text is needed here, found {found}"
        "写成带引号的文字" "write a text in quotes";
    /// Something else than yes or no.
    NotYesNo Error "not-yes-no" "此处应为 true 或 false，实为 {found}" "true or false is needed here, found {found}"
        "写 true 或 false；不清楚时写 null" "write true or false, or null where it is unknown";
    /// Something else than a date.
    NotADate Error "not-a-date" "此处应为日期，实为 {found}" "a date is needed here, found {found}"
        "写成 \"YYYY-MM-DD\"" "write \"YYYY-MM-DD\"";
    /// A date that does not exist.
    NoSuchDay Error "no-such-day" "没有 {found} 这一天" "there is no day {found}"
        "请写历法上存在的日期" "write a day that the calendar has";
    /// Something else than a plain decimal.
    NotADecimal Error "not-a-decimal" "此处应为普通十进制数，实为 {found}" "a plain decimal is needed here, found {found}"
        "写成带引号的十进制数，如 \"2100.00\"，不带正号与指数" "write a decimal in quotes such as \"2100.00\", without a plus or an exponent";
    /// A JSON number with a fraction or an exponent.
    NumberWithFraction Error "number-with-fraction" "数 {found} 带小数或指数，JSON 数值无法保证精确" "the number {found} has a fraction or an exponent; such numbers are not exact in JSON"
        "加上引号写成文字：\"{expected}\"" "write it as a text: \"{expected}\"";
    /// More decimals than the fact has.
    TooManyDecimals Error "too-many-decimals" "{found} 的小数位过多" "{found} has too many decimals"
        "最多 {expected} 位小数" "at most {expected} decimals";
    /// A value outside the fact's range.
    OutOfRange Error "out-of-range" "{found} 超出允许范围" "{found} is out of range"
        "允许范围：{expected}" "the range is {expected}";
    /// A value that is not one of the fact's options.
    NotAnOption Error "not-an-option" "“{found}”不是可选值" "`{found}` is not an option"
        "可选值：{expected}" "the options are {expected}";
    /// A span that ends before it begins.
    EndBeforeStart Error "end-before-start" "终止日 {found} 早于起始日" "the end {found} lies before the start"
        "终止日不得早于 {expected}" "end on {expected} or later";
    /// Two parts of a line in time that share a day.
    OverlappingLine Error "overlapping-line" "与前面的时段重叠：{found}" "this stretch overlaps an earlier one: {found}"
        "各时段不得有共同的日子" "stretches of a line must not share a day";
    /// A line in time for a fact that does not change.
    NotALine Error "not-a-line" "此项不随时间变化，不能写成时段列表" "this fact does not change in time and takes no list of stretches"
        "直接写一个值" "write one value";
    /// Two things with one id.
    DuplicateId Error "duplicate-id" "编号“{found}”被用了两次" "the id `{found}` is used twice"
        "案例内的编号必须唯一；已用于 {expected}" "ids are unique in a case; it already names {expected}";
    /// A link to a thing that the case does not hold.
    UnknownId Error "unknown-id" "案例中没有编号为“{found}”的对象" "the case holds nothing with the id `{found}`"
        "可用的编号：{expected}" "ids of that kind: {expected}";
    /// A class that belongs to another institution than the enrolment's.
    ForeignClass Error "foreign-class" "班级“{found}”不属于所写的机构" "the class `{found}` belongs to another institution"
        "该班级属于 {expected}" "it belongs to {expected}";
    /// Shares that add up to more than the whole.
    SharesAboveOne Error "shares-above-one" "各份额合计为 {found}" "the shares add up to {found}"
        "合计不得超过 {expected}" "together they must not exceed {expected}";
    /// Two facts that contradict each other.
    Contradiction Error "contradiction" "“{found}”与已填的 {expected} 矛盾" "`{found}` contradicts {expected}"
        "改正其中一项，或删去 {expected}" "correct one of them or leave out {expected}";
    @ Question "提问与文件" "A question, and the files that it names";
    /// Something else than a month.
    NotAMonth Error "not-a-month" "“{found}”不是月份" "`{found}` is not a month"
        "写成 YYYY-MM，1900-01 至 2100-12" "write YYYY-MM, from 1900-01 to 2100-12";
    /// A window that ends before it begins.
    WindowReversed Error "window-reversed" "终止月 {found} 早于起始月" "the window ends in {found}, before it begins"
        "终止月不得早于 {expected}" "end in {expected} or later";
    /// A window of more months than an evaluation takes.
    WindowTooLong Error "window-too-long" "时间窗有 {found} 个月" "the window has {found} months"
        "最多 {expected} 个月" "at most {expected} months";
    /// No rule has this name.
    UnknownRule Error "unknown-rule" "没有规则匹配“{found}”" "no rule matches `{found}`"
        "可用的规则：{expected}" "the rules are {expected}";
    /// No outcome of the rules asked about has this subject.
    UnknownSubject Error "unknown-subject" "案例中没有对象“{found}”的结论" "the case gives no outcome for a subject `{found}`"
        "可用的对象：{expected}" "the subjects are {expected}";
    /// Something else than an outcome of an assessment.
    NotAnOutcome Error "not-an-outcome" "不是一项结论：{found}" "not an outcome: {found}"
        "给出测算结果 outcomes 中的一项" "give one of the outcomes of an assessment";
    /// Something else than a receipt, or an assessment with one.
    NotAReceipt Error "not-a-receipt" "不是可以重算的凭据：此处为 {found}" "not a receipt that can be replayed: here stands {found}"
        "应为 {expected}；请给出测算时保存的凭据或整份测算结果" "expected {expected}; give the receipt, or the whole assessment, as it was written";
    /// No reading has this name.
    UnknownReading Error "unknown-reading" "没有名为“{found}”的解释选项" "no reading is named `{found}`"
        "可用的解释选项：{expected}" "the readings are {expected}";
    /// The reading has no such option.
    UnknownOption Error "unknown-option" "该解释没有选项“{found}”" "the reading has no option `{found}`"
        "可选：{expected}" "its options are {expected}";
    /// No named number has this name.
    UnknownParameter Error "unknown-parameter" "没有名为“{found}”的参数" "no parameter is named `{found}`"
        "可用的参数：{expected}" "the parameters are {expected}";
    /// An argument that is not of its form.
    MalformedArgument Error "malformed-argument" "参数“{found}”的写法不对" "the argument `{found}` is not well formed"
        "应写成 {expected}" "write {expected}";
    /// A file that cannot be read.
    UnreadableFile Error "unreadable-file" "无法读取文件：{found}" "the file cannot be read: {found}"
        "请检查路径和权限" "check the path and its permissions";
    /// A file where the folder of a pack's documents is wanted.
    NotAFolder Error "not-a-folder" "“{found}”是文件，此处需要规则文件所在的文件夹" "`{found}` is a file; here a folder of rule documents is wanted"
        "给出含有 vocabulary.toml 和 层/文件.md 的文件夹；编译后的规则包只用来作答，写 --pack {found}"
        "give the folder that holds vocabulary.toml and LAYER/NAME.md; a compiled pack is there to answer, with `--pack {found}`";
    /// A file that cannot be written.
    UnwritableFile Error "unwritable-file" "无法写入文件：{found}" "the file cannot be written: {found}"
        "请检查路径和权限" "check the path and its permissions";
    /// A file of a kind that no reader takes.
    UnknownFormat Error "unknown-format" "不认识的文件类型“{found}”" "files of the kind `{found}` are not read"
        "可用：{expected}" "use {expected}";
    @ Roster "名册" "A roster";
    /// Two columns that hold the same fact.
    DuplicateColumn Error "duplicate-column" "“{found}”列与前面的“{expected}”列是同一项事实" "the column `{found}` holds the same fact as `{expected}` before it"
        "只保留其中一列，或给另一列换一个不是事实的表头" "keep one of the two, or give the other a heading that is no fact";
    /// A column that is taken as the caller's own, though its name looks like a fact.
    NearHeading Warning "near-heading" "“{found}”列没有当作事实读取，表头与“{expected}”相近" "the column `{found}` was not read as a fact, though it looks like `{expected}`"
        "若就是这项事实，将表头改为“{expected}”；否则不必理会" "if it is meant, write the heading `{expected}`; if not, nothing need be done";
    /// A row with more cells than headings, or one that ends within quotes.
    MalformedRow Error "malformed-row" "这一行有 {found} 个单元格，表头有 {expected} 个" "the row has {found} cells under {expected} headings"
        "含逗号、引号或换行的单元格要写在一对引号里，单元格不能比表头多" "a cell that holds a comma, a quote or a line break stands in a pair of quotes, and there are no more cells than headings";
    /// A roster in which no column is a fact.
    NoFactColumn Error "no-fact-column" "名册中没有一列是事实，表头是：{found}" "no column of the roster is a fact; the headings are: {found}"
        "第一行写表头，如 出生日期 或 child.birth_date；单元格以逗号分隔" "the first line holds headings such as child.birth_date or 出生日期; cells are separated by commas";
    /// A column that the roster has and that answers are to be written to.
    ColumnTaken Error "column-taken" "名册里已有“{found}”列，测算结果也要写在这一列" "the roster has a column `{found}` already, to which an answer is to be written"
        "将这一列删去或改名" "remove the column, or give it another heading";
    /// A rule that is named, though rows cannot state everything that it reads.
    RuleWithoutColumns Error "rule-without-columns" "规则“{found}”不能按行测算" "the rule `{found}` cannot be answered row by row"
        "它要用到各行没有的 {expected}；改用案例测算，或换成以此为对象的名册" "it reads {expected}, which these rows do not hold; ask it of a case, or of rows of that thing";
    @ PackDocuments "规则包：文档" "A pack, as documents";
    /// A folder without a document.
    #[cfg(feature = "authoring")]
    EmptyPack Error "empty-pack" "规则包中没有 {found}" "the pack has no {found}"
        "规则包内应有 vocabulary.toml 和至少一个 层/文件.md" "a pack holds vocabulary.toml and at least one LAYER/NAME.md";
    /// A vocabulary that cannot be read.
    #[cfg(feature = "authoring")]
    InvalidVocabulary Error "invalid-vocabulary" "词表有误：{found}" "the vocabulary is wrong: {found}"
        "应为 {expected}" "expected {expected}";
    /// A calendar of working days that cannot be read.
    InvalidCalendar Error "invalid-calendar" "日历有误：{found}" "the calendar is wrong: {found}"
        "应为 {expected}" "expected {expected}";
    /// A fence that is never closed.
    #[cfg(feature = "authoring")]
    UnclosedFence Error "unclosed-fence" "代码块没有结束" "the fence is never closed"
        "以单独一行 ``` 结束" "close it with a line ```";
    /// A fence of an unknown kind.
    #[cfg(feature = "authoring")]
    UnknownBlock Error "unknown-block" "不认识的块“{found}”" "no block is named `{found}`"
        "可用的块：{expected}" "the blocks are {expected}";
    /// A document without its block of data.
    #[cfg(feature = "authoring")]
    MissingDocument Error "missing-document" "缺少 document 块" "the document block is missing"
        "在文首写 ```document 块" "begin with a ```document block";
    /// The law's text is not the one that was locked.
    #[cfg(feature = "authoring")]
    LawChanged Error "law-changed" "法规原文与锁定的校验和不符" "the law's text is not the one that was locked"
        "恢复原文；若原文确已更新，将 law 改为 {expected}" "restore the text; if the source itself has changed, set law to {expected}";
    /// A sentence that no block accounts for.
    #[cfg(feature = "authoring")]
    UnaccountedPiece Error "unaccounted-piece" "这一句没有对应的规则或说明：{found}" "no block accounts for this sentence: {found}"
        "在其后写 ```rule 或 ```none 块" "write a ```rule or ```none block under it";
    /// A piece that is more or less than one piece of a sentence.
    #[cfg(feature = "authoring")]
    NotOnePiece Error "not-one-piece" "一行应恰为一个分句：{found}" "a line must hold exactly one piece of a sentence: {found}"
        "在“。”和“；”之后换行" "break lines after 。 and ；";
    /// A `none` block over a number.
    #[cfg(feature = "authoring")]
    NoneOverNumber Error "none-over-number" "写了 none 的原文里有数字“{found}”" "the text above this `none` holds a number: {found}"
        "写出规则，或以 parameter 说明这个数字" "write its rule, or name the number as a parameter";
    /// An unknown word of `none`.
    #[cfg(feature = "authoring")]
    UnknownNone Error "unknown-none" "没有“{found}”这种说明" "`{found}` is no reason for having no rule"
        "可用：{expected}" "the words are {expected}";
    /// A block that owns no sentence.
    #[cfg(feature = "authoring")]
    BlockWithoutLaw Error "block-without-law" "此块之前没有法规原文" "no sentence of law stands above this block"
        "把它移到所依据的原文之下" "move it under the sentence that it rests on";
    /// A sentence whose rule is still to be written.
    #[cfg(feature = "authoring")]
    Pending Warning "pending" "这一句的规则尚未写出：{found}" "the rule of this sentence is still to be written: {found}"
        "写出规则后删去 pending" "write the rule and remove `pending`";
    @ PackRules "规则包：规则" "A pack, as rules";
    /// The rule language's grammar is broken.
    #[cfg(feature = "authoring")]
    Syntax Error "syntax" "此处不应为“{found}”" "`{found}` is not expected here"
        "应为 {expected}" "expected {expected}";
    /// A line begins with no keyword of the language.
    #[cfg(feature = "authoring")]
    UnknownKeyword Error "unknown-keyword" "没有关键词“{found}”" "no keyword is named `{found}`"
        "此处可用：{expected}" "keywords here: {expected}";
    /// A head begins with no kind of rule.
    #[cfg(feature = "authoring")]
    UnknownKind Error "unknown-kind" "没有“{found}”这种规则" "no kind of rule is named `{found}`"
        "可用：{expected}" "the kinds are {expected}";
    /// A line of a rule stands twice.
    #[cfg(feature = "authoring")]
    DuplicateLine Error "duplicate-line" "“{found}”写了两次" "`{found}` stands twice"
        "只保留一处" "keep one";
    /// A rule lacks a line that its kind needs.
    #[cfg(feature = "authoring")]
    MissingLine Error "missing-line" "规则“{found}”缺少 {expected}" "the rule `{found}` lacks {expected}"
        "补上 {expected}" "add {expected}";
    /// A text in one language alone.
    #[cfg(feature = "authoring")]
    OneLanguage Error "one-language" "文字缺少一种语言：{found}" "the text lacks one of the two languages: {found}"
        "写成 中文 | English" "write 中文 | English";
    /// Two rules, readings or parameters of one name.
    #[cfg(feature = "authoring")]
    DuplicateName Error "duplicate-name" "名称“{found}”已被使用" "the name `{found}` is taken"
        "另取一个名称" "choose another name";
    /// No thing has this name.
    UnknownThing Error "unknown-thing" "没有名为“{found}”的对象" "no kind of thing is named `{found}`"
        "可用：{expected}" "the kinds of thing are {expected}";
    /// No fact has this name.
    UnknownFact Error "unknown-fact" "没有名为“{found}”的事实" "no fact is named `{found}`"
        "可用：{expected}" "known here: {expected}";
    /// A fact of a thing that the subject does not reach.
    #[cfg(feature = "authoring")]
    OutOfReach Error "out-of-reach" "规则的对象够不到“{found}”" "the rule's subject does not reach `{found}`"
        "可及的对象：{expected}" "it reaches {expected}";
    /// No name, rule, parameter or function in scope.
    UnknownName Error "unknown-name" "没有名为“{found}”的名称" "nothing is named `{found}`"
        "可用：{expected}" "known here: {expected}";
    /// A unit that the language does not know.
    #[cfg(feature = "authoring")]
    UnknownUnit Error "unknown-unit" "没有单位“{found}”" "no unit is named `{found}`"
        "可用：{expected}" "the units are {expected}";
    /// An expression of another type than its place needs.
    #[cfg(feature = "authoring")]
    TypeMismatch Error "type-mismatch" "此处类型不合：{found}" "the type does not fit here: {found}"
        "应为 {expected}" "expected {expected}";
    /// Numbers whose units differ.
    #[cfg(feature = "authoring")]
    UnitMismatch Error "unit-mismatch" "单位不合：{found}" "the units do not fit: {found}"
        "应为 {expected}" "expected {expected}";
    /// A number that changes from month to month where one number is needed.
    #[cfg(feature = "authoring")]
    ChangesByMonth Error "changes-by-month" "该数逐月变化，只能用于比较：{found}" "this number changes every month and may only be compared: {found}"
        "改写成条件" "make it a condition";
    /// A comparison that cannot be decided month by month.
    #[cfg(feature = "authoring")]
    Undecidable Error "undecidable" "无法逐月判断：{found}" "this cannot be decided month by month: {found}"
        "一边是 day 或 month，另一边是一个日期事实加减期间" "compare day or month with one date fact plus or minus a period";
    /// A number that the law above the rule does not hold.
    #[cfg(feature = "authoring")]
    Ungrounded Error "ungrounded" "数字“{found}”不见于规则之上的原文" "the number {found} does not stand in the law above the rule"
        "核对原文，或写成有出处的 parameter" "check the sentence, or make it a parameter with its own source";
    /// A discretionary rule over a sentence without 可, 鼓励 or 按规定.
    #[cfg(feature = "authoring")]
    DiscretionUnfounded Error "discretion-unfounded" "原文没有“可”“鼓励”或“按规定”，不能写 discretionary" "the law above says neither 可 nor 鼓励 nor 按规定, so nothing is discretionary"
        "删去 discretionary" "leave out `discretionary`";
    /// A table without a row for a key.
    #[cfg(feature = "authoring")]
    MissingRow Error "missing-row" "表中缺少：{found}" "the table has no row for {found}"
        "补上该行或 otherwise" "add the row, or `otherwise`";
    /// A key that is no option of the selector.
    #[cfg(feature = "authoring")]
    UnknownKey Error "unknown-key" "“{found}”不是所选项目的取值" "`{found}` is no value of what the table selects by"
        "可用：{expected}" "the values are {expected}";
    /// Two rows for one key.
    #[cfg(feature = "authoring")]
    OverlappingRow Error "overlapping-row" "“{found}”与前面的行重复" "the row {found} overlaps an earlier one"
        "每个取值只写一行" "one row for each value";
    /// A reading without `default`.
    #[cfg(feature = "authoring")]
    NoDefault Error "no-default" "解释“{found}”没有写 default" "the reading `{found}` says no default"
        "写 default 选项，或 default open" "write `default OPTION` or `default open`";
    /// Rules or names that need each other.
    #[cfg(feature = "authoring")]
    Cycle Error "cycle" "循环引用：{found}" "a cycle: {found}"
        "断开其中一处引用" "cut one of these references";
    /// Two versions of a rule in force on one day.
    #[cfg(feature = "authoring")]
    ForceOverlap Error "force-overlap" "同一规则的两个版本同时有效：{found}" "two versions of a rule are in force on one day: {found}"
        "调整 force，使各版本首尾相接" "change `force` so that they follow each other";
    /// A day between two versions of a rule on which none is in force.
    #[cfg(feature = "authoring")]
    ForceGap Error "force-gap" "同一规则的两个版本之间有空档：{found}" "between two versions of a rule there are days without one: {found}"
        "调整 force，使各版本首尾相接" "change `force` so that they follow each other day by day";
    /// An example that the rules answer otherwise.
    #[cfg(feature = "authoring")]
    CaseDiffers Error "case-differs" "案例所写结果与规则不符：{found}" "the rules answer this example otherwise: {found}"
        "规则得出 {expected}；请核对规则与案例" "they give {expected}; compare the rule and the example";
    @ CompiledPack "编译后的规则包" "A compiled pack";
    /// Bytes that are no compiled pack.
    NotAPack Error "not-a-pack" "这不是编译后的规则包：开头为 {found}" "not a compiled pack: it begins with {found}"
        "编译后的规则包以 {expected} 开头；用 tuoyu pack 生成" "a compiled pack begins with {expected}; `tuoyu pack` makes one";
    /// A compiled pack in a format that this engine does not read.
    PackFormat Error "pack-format" "规则包的格式版本为 {found}，本引擎读取版本 {expected}" "the pack is in format {found}; this engine reads format {expected}"
        "请用本引擎从原文重新编译（tuoyu pack），或使用读取格式 {found} 的引擎" "compile its text again with this engine (`tuoyu pack`), or take an engine that reads format {found}";
    /// A compiled pack whose answers would mean something else.
    PackSemantics Error "pack-semantics" "规则包按语义版本 {found} 编译，本引擎按语义版本 {expected} 计算" "the pack was compiled for semantics {found}; this engine computes semantics {expected}"
        "请用本引擎从原文重新编译（tuoyu pack），或使用语义版本为 {found} 的引擎" "compile its text again with this engine (`tuoyu pack`), or take an engine of semantics {found}";
    /// A compiled pack whose bytes have changed.
    PackDamaged Error "pack-damaged" "规则包已损坏或被改动：实为 {found}" "the pack is damaged or was changed: it has {found}"
        "应为 {expected}；请重新获取文件" "its header states {expected}; get the file again";
    /// A compiled pack that breaks an invariant of rules.
    PackUnsound Error "pack-unsound" "规则包内部不成立：{found}" "the pack breaks an invariant at {found}"
        "应满足：{expected}；请勿使用，并从原文重新编译" "it must hold that: {expected}; do not use it, compile its text again";
    @ Limits "限度" "Limits";
    /// More of one kind than the limit.
    TooMany Error "too-many" "数量过多：{found}" "too many: {found}"
        "至多 {expected}；各项上限见 docs/limits.md" "at most {expected}; docs/limits.md lists every limit";
    /// A number that could grow larger than the engine counts; a case with more things than sums run over.
    NumberTooLarge Error "number-too-large" "数值可能过大：{found}" "this may grow too large: {found}"
        "改用较小的数或较少的项，或在词表中缩小所涉事实的范围" "use smaller numbers or fewer things, or narrow the bounds of the facts in the vocabulary";
}

impl fmt::Display for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.id())
    }
}
