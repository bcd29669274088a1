//! The description of a pack.

use super::day::{DAY, day};
use super::outcome::{decimal, digest, party, source, standing, words};
use super::shape::{
    Field, document, field, list, matching, name, noted, object, or_null, put, reference, tokens, truth,
};
use crate::explain::FACT_TYPES;
use crate::model::WHO;
use crate::rulebook::{BenefitForm, Kind};
use crate::value::{Period, Unit};
use serde_json::{Value, json};

pub(super) fn schema() -> Value {
    let definitions = vec![
        (DAY.to_owned(), day()),
        field("Words", "文字", "A text in both languages.", words()),
        field("Source", "依据", "A sentence of law.", source()),
        field("Force", "有效期", "Days in force; an open end is null.", force()),
        field("Option", "选项", "An option with its label.", option()),
        field("Document", "文件", "A legal instrument.", instrument()),
        field("Thing", "对象种类", "A kind of thing.", thing()),
        field("Fact", "事实", "A fact that may be stated of a thing.", fact()),
        field("Reading", "解释选项", "A question that the law leaves open.", reading()),
        field("Parameter", "参数", "A named number of the law.", parameter()),
        field("Version", "版本", "A version of a rule.", version()),
        field("Rule", "规则", "A rule. What only an entitlement has is null in every other.", rule()),
    ];
    let all = |name: &str, zh, en, of: &str| field(name, zh, en, list(reference(of)));
    let pack = object([
        field("name", "名称", "That of the last layer.", name()),
        field("hash", "校验", "SHA-256 of the compiled pack.", digest()),
        field("text_hash", "文件校验", "SHA-256 of the files that it was compiled from.", digest()),
        field("layers", "规则层", "The layers, in order.", list(name())),
        all("documents", "文件", "The instruments.", "Document"),
        all("things", "对象种类", "The kinds of thing; a holder stands before what it holds.", "Thing"),
        all("facts", "事实", "The facts, in the order in which missing ones are asked for.", "Fact"),
        all("readings", "解释选项", "What the law leaves open.", "Reading"),
        all("parameters", "参数", "The named numbers of the law.", "Parameter"),
        all("rules", "规则", "The rules, in the order of layers and texts.", "Rule"),
    ]);
    document(noted(pack, "规则包的内容。", "What a pack of rules holds."), definitions)
}

fn unit() -> Value {
    let units: Vec<String> = Unit::ALL.into_iter().map(|unit| unit.to_string()).collect();
    json!({ "type": "string", "enum": units })
}

fn published() -> Field {
    field("published", "公布日期", "The day of publication.", reference(DAY))
}

fn in_force() -> Field {
    field("force", "有效期", "The days in force.", reference("Force"))
}

fn force() -> Value {
    object([
        field("from", "起", "The first day.", or_null(reference(DAY))),
        field("to", "止", "The last day.", or_null(reference(DAY))),
    ])
}

fn option() -> Value {
    object([
        field("id", "标识", "The word that cases carry.", name()),
        field("words", "名称", "Its label.", reference("Words")),
    ])
}

fn instrument() -> Value {
    object([
        field("layer", "规则层", "The layer that it stands in.", name()),
        field("number", "文号", "The number.", name()),
        field("title", "标题", "The title.", reference("Words")),
        field("standing", "文本来源", "How sure its text is.", standing()),
        in_force(),
        published(),
    ])
}

fn thing() -> Value {
    object([
        field("id", "标识", "The name.", thing_name()),
        field("words", "名称", "What people call it.", reference("Words")),
        field("holder", "所属", "The thing that holds it; null where the case does.", or_null(thing_name())),
        field("key", "字段", "The member of the holder's object.", name()),
        field("many", "可有多个", "Whether that member is a list.", truth()),
        field("named", "可有编号", "Whether it may carry an id.", truth()),
    ])
}

fn thing_name() -> Value {
    matching("[a-z][a-z0-9-]*")
}

fn fact() -> Value {
    let exact = || matching(r"-?[0-9]+(\.[0-9]+)?");
    let mut decimals = json!({ "type": ["integer", "null"] });
    put(&mut decimals, "minimum", json!(0));
    object([
        field("id", "标识", "The dotted name.", matching(r"[a-z][a-z0-9-]*\.[a-z].*")),
        field("thing", "对象种类", "The thing that it is a fact of.", thing_name()),
        field("type", "类型", "The type of its values.", tokens(FACT_TYPES)),
        field("unit", "单位", "What a number counts; 1 for a plain one.", or_null(unit())),
        field("minimum", "最小值", "The smallest number.", or_null(exact())),
        field("maximum", "最大值", "The largest.", or_null(exact())),
        field("decimals", "小数位", "The most decimals of a number.", decimals),
        field("allowed", "允许的值", "If not empty, the only numbers.", list(exact())),
        field("options", "选项", "The options; of records those of their key.", list(reference("Option"))),
        field("open", "可填其他", "Whether other texts than the options are taken.", truth()),
        field("to", "指向", "The thing that a link leads to.", or_null(thing_name())),
        field("part_of", "所属列表", "The records whose number it is.", or_null(name())),
        field("changes", "随时间变化", "Whether it may be given as a line in time.", truth()),
        field(
            "absent_is_without_end",
            "不填为无期限",
            "Whether an absent value is no unknown but without end.",
            truth(),
        ),
        field("words", "名称", "The label.", reference("Words")),
        field("ask", "问题", "The question that a form asks.", reference("Words")),
        field("help", "说明", "One sentence of help.", or_null(reference("Words"))),
        field("headings", "列名", "Column headings; the first is the one written.", list(name())),
        field("who", "谁知道", "Who can know it.", tokens(WHO)),
    ])
}

fn reading() -> Value {
    object([
        field("id", "标识", "The id.", name()),
        field("ask", "问题", "The question.", reference("Words")),
        field("because", "缘由", "Why it is one.", reference("Words")),
        field("options", "选项", "The answers.", list(reference("Option"))),
        field(
            "default",
            "默认",
            "The option taken unless another is chosen; null: open until chosen.",
            or_null(name()),
        ),
        field("source", "依据", "The sentences that leave it open.", reference("Source")),
    ])
}

fn parameter() -> Value {
    object([
        field("id", "标识", "The id.", name()),
        field("value", "数值", "The number, an exact decimal.", decimal()),
        field("unit", "单位", "What it counts; 1 for a plain number.", unit()),
        in_force(),
        published(),
        field("source", "依据", "The sentences that state it.", reference("Source")),
    ])
}

fn version() -> Value {
    let sources = list(reference("Source"));
    object([in_force(), published(), field("sources", "依据", "The sentences, its own first.", sources)])
}

fn rule() -> Value {
    let ids = || list(name());
    object([
        field("id", "标识", "The id.", matching(".+/.+")),
        field("layer", "规则层", "The layer that it stands in.", name()),
        field("kind", "种类", "The kind.", tokens(Kind::ALL.map(Kind::word))),
        field("subject", "对象", "The things that it is for; none for a rule about the law.", list(thing_name())),
        field("title", "名称", "What people call it.", reference("Words")),
        field("form", "形式", "The form of an entitlement.", or_null(tokens(BenefitForm::ALL.map(BenefitForm::id)))),
        field("payer", "付款方", "Who pays; null where the law names nobody.", or_null(party())),
        field("payee", "收款方", "Who is paid.", or_null(party())),
        field("per", "周期", "How often its rate is paid.", or_null(tokens(Period::ALL.map(Period::id)))),
        field("set_elsewhere", "另文规定", "The id of the amount that another text sets.", or_null(name())),
        field("discretionary", "可自行决定", "Whether it is due only if it has been so decided.", truth()),
        field("binding", "有约束力", "False for what only guides.", truth()),
        field("due", "期限", "The day by which an indicator must be reached.", or_null(reference(DAY))),
        field("assumes", "前提", "Conditions that the text refers elsewhere.", list(reference("Words"))),
        field("readings", "解释选项", "The ids of the readings that it names.", ids()),
        field("parameters", "参数", "The ids of the parameters that it reads.", ids()),
        field("versions", "版本", "The versions, by force.", list(reference("Version"))),
    ])
}
