//! Pieces of law and the clause path that they stand under.

use super::{at, read, shown, sound};

/// The clause path, `H` for a heading, and the first characters of every piece.
fn outline(text: &str) -> Vec<(String, bool, String)> {
    let outline = |piece: &crate::parse::Piece| {
        (piece.clause.clone(), piece.heading, piece.text.chars().take(6).collect::<String>())
    };
    sound(text).pieces.iter().map(outline).collect()
}

fn expect(rows: &[(&str, bool, &str)]) -> Vec<(String, bool, String)> {
    rows.iter().map(|(clause, heading, text)| ((*clause).into(), *heading, (*text).into())).collect()
}

const NOTICE: &str = "\
# 济政办字〔2025〕15号

> 济政办字〔2025〕15号
> 2025年6月20日
> （此件公开发布）
>
> 为贯彻落实国务院办公厅《通知》（国办发〔2024〕48号），现制定如下实施意见。
> 一、总体要求
> 2025年，托育服务体系进一步健全；

Prose between the sentences.

> 二、主要任务
> （一）优化托育设施合理布局
> 1. 统筹规划建设。
> （市发展改革委、市卫生健康委按职责分工负责，各县市区政府、管委会负责落实。
> 以下均需各县市区政府、管委会落实，不再单列）
> （五）落实托育服务支持引导
> 13. 落实奖补政策。
> ①发放运营补助。
> 对普惠托育机构给予补助；
> ②争取项目支持。
> ③落实入托家庭直补。
> 二孩每人每月300元的标准落实入托补贴。
> 14. 发展托育产业。
> （六）强化综合监管
> 15. 压实安全责任。
> 三、组织实施
> （一）强化组织领导。
> 落实县（市、区）属地管理责任，健全托育服务工作推进机制。
---
> 本实施意见自2025年7月21日起实施，有效期至2028年6月20日。
> 抄送：市委各部门，市人大常委会办公室，市政协办公室，市监委，
";

#[test]
fn the_notice_has_its_clause_paths() {
    let expected = expect(&[
        ("", false, "济政办字〔2"),
        ("", false, "2025年6"),
        ("", false, "（此件公开发"),
        ("", false, "为贯彻落实国"),
        ("一", true, "一、总体要求"),
        ("一", false, "2025年，"),
        ("二", true, "二、主要任务"),
        ("二（一）", true, "（一）优化托"),
        ("二（一）1", true, "1. 统筹规"),
        ("二（一）1", false, "（市发展改革"),
        ("二（一）1", false, "以下均需各县"),
        ("二（五）", true, "（五）落实托"),
        ("二（五）13", true, "13. 落实"),
        ("二（五）13①", true, "①发放运营补"),
        ("二（五）13①", false, "对普惠托育机"),
        ("二（五）13②", true, "②争取项目支"),
        ("二（五）13③", true, "③落实入托家"),
        ("二（五）13③", false, "二孩每人每月"),
        ("二（五）14", true, "14. 发展"),
        ("二（六）", true, "（六）强化综"),
        ("二（六）15", true, "15. 压实"),
        ("三", true, "三、组织实施"),
        ("三（一）", true, "（一）强化组"),
        ("三（一）", false, "落实县（市、"),
        ("", false, "本实施意见自"),
        ("", false, "抄送：市委各"),
    ]);
    assert_eq!(outline(NOTICE), expected);
}

#[test]
fn a_mark_with_a_comma_is_no_heading() {
    assert_eq!(outline("> 一、鼓励开办，给予补助。\n"), expect(&[("一", false, "一、鼓励开办")]));
}

#[test]
fn numbers_that_look_like_marks_are_none() {
    let text = "> 3.5万元\n> 十五五规划\n> （含国企办）\n> （一、二）\n> 1.没有空格\n> 十二、有标记\n> ㉑太大\n";
    let expected = expect(&[
        ("", false, "3.5万元"),
        ("", false, "十五五规划"),
        ("", false, "（含国企办）"),
        ("", false, "（一、二）"),
        ("", false, "1.没有空格"),
        ("十二", true, "十二、有标记"),
        ("十二", false, "㉑太大"),
    ]);
    assert_eq!(outline(text), expected);
}

#[test]
fn a_mark_may_stand_without_an_outer_one() {
    assert_eq!(
        outline("> ②乙\n> 1. 甲\n> ①丙\n"),
        expect(&[("②", true, "②乙"), ("1", true, "1. 甲"), ("1①", true, "①丙"),])
    );
}

#[test]
fn a_rule_of_prose_resets_only_when_it_stands_alone() {
    let text = "> 一、甲\n--- 乙\n> 丙\n---  \n> 丁\n";
    let clauses: Vec<String> = sound(text).pieces.into_iter().map(|piece| piece.clause).collect();
    assert_eq!(clauses, ["一", "一", ""]);
}

#[test]
fn a_piece_keeps_its_bytes_and_its_place() {
    let document = sound("甲\r\n>  1. 乙 丙。 \r\n>\r\n");
    let [piece] = document.pieces.as_slice() else { panic!("not one piece") };
    assert_eq!(piece.text, " 1. 乙 丙。 ");
    assert_eq!(piece.clause, "1");
    assert_eq!((piece.span.start, piece.span.end), (7, 22));
    assert_eq!(at(&document, piece.span), piece.text);
}

#[test]
fn a_line_holds_one_piece() {
    let text = "> 甲。乙；\n> 丙；丁\n> \n>   \n> 戊。 \n> （己。）\n>庚。辛\n> 。\n";
    let (document, faults) = read(text);
    assert_eq!(
        shown(text, &faults),
        [
            "not-one-piece 1:4-5 甲。乙； => ",
            "not-one-piece 2:4-5 丙；丁 => ",
            "not-one-piece 3:3-3 > => ",
            "not-one-piece 4:3-5 > => ",
            "not-one-piece 6:5-6 （己。） => ",
        ]
    );
    let texts: Vec<&str> = document.pieces.iter().map(|piece| piece.text.as_str()).collect();
    assert_eq!(texts, ["甲。乙；", "丙；丁", "戊。 ", "（己。）", "。"]);
}
