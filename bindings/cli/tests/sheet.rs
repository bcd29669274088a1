//! `check --sheet` on a small pack: the whole sheet in both languages.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use tuoyu::check::lock_of;

const LAW: [&str; 4] = ["一、补助", "每名二孩每月可领取300元。", "由某局负责。", "附则|*。"];

/// A folder with the published vocabulary and a document with this rate.
fn folder(name: &str, rate: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("tuoyu-sheet-{}-{name}", std::process::id()));
    fs::create_dir_all(folder.join("jining")).unwrap();
    let vocabulary = tuoyu_rules::jining().iter().find(|(name, _)| *name == "vocabulary.toml").unwrap().1;
    fs::write(folder.join("vocabulary.toml"), vocabulary).unwrap();
    let [heading, grant, duty, rest] = LAW;
    let document = format!(
        "```document\ndocument   一号\ntitle      办法 | Measures\nissuer     某局 | An office\n\
         published  2025-01-01\nforce      2025-01-01 ..\nstanding   verified-primary\nlaw        sha256:{}\n```\n\n\
         > {heading}\n> {grant}\n\n```rule\nentitlement grant for child\n  title  补助 | Grant\n  pay    county -> family\n\
         \x20 rate   per month by child.birth_order\n    2:          {rate}\n    otherwise:  none\n```\n\n\
         ```case\n二孩 | Second child\nwindow  2026-01 .. 2026-02\nfacts   child.birth_order 2\n\
         expect  jining/grant granted 600.00\n```\n\n> {duty}\n\n```none responsibility\n```\n\n---\n\n> {rest}\n\n```none category\n```\n",
        lock_of(&LAW.concat())
    );
    fs::write(folder.join("jining/small.md"), document).unwrap();
    folder
}

/// The exit status and the standard output.
fn run(folder: &PathBuf, more: &[&str]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tuoyu"));
    let output = command.arg("check").arg(folder).args(more).output().unwrap();
    fs::remove_dir_all(folder).unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn the_sheet_in_chinese() {
    let (status, sheet) = run(&folder("zh", "300 CNY"), &["--sheet"]);
    let lock = lock_of(&LAW.concat());
    assert_eq!(status, 0);
    assert_eq!(
        sheet,
        format!(
            "# 审阅表：办法\n\n|  |  |\n| --- | --- |\n| 文号 | 一号 |\n| 标题 | 办法 |\n| 发文机关 | 某局 |\n\
             | 公布日期 | 2025年1月1日 |\n| 有效期 | 2025年1月1日及以后 |\n| 文本来源 | 已读原文 |\n\
             | 原文校验 | `sha256:{lock}` |\n| 文件 | `jining/small.md` |\n\n## 一、补助\n\n\
             | 原文 | 据此作出的规则 | 案例 |\n| --- | --- | --- |\n\
             | **一**<br>每名二孩每月可领取300元。 | **给付** 补助 `jining/grant`<br>\
             “补助”：就每一孩子，由县（市、区）政府（管委会）付给家庭。<br>\
             标准：按孩次，为2：每月300元；其他：不予。<br>有效期：2025年1月1日及以后。 | \
             **二孩**<br>2026年1月至2026年2月。<br>孩次：2。<br>结果：“补助”给予，600元。 |\n\
             | **一**<br>由某局负责。 | **不作规则** 责任分工 |  |\n\n---\n\n\
             | 原文 | 据此作出的规则 | 案例 |\n| --- | --- | --- |\n| 附则\\|\\*。 | **不作规则** 只列举类别 |  |\n\n\
             | 统计 | 数目 |\n| --- | --- |\n| 原文分句 | 4 |\n| 以序号开头的标题 | 1 |\n| 作出规则的分句 | 1 |\n| 规则 | 1 |\n\
             | 给付 | 1 |\n| 限额 | 0 |\n| 要求 | 0 |\n| 指标 | 0 |\n| 程序 | 0 |\n| 查询 | 0 |\n| 账单 | 0 |\n| 参数 | 0 |\n| 解释选项 | 0 |\n| 案例 | 1 |\n\
             | 不作规则的分句：标题 | 0 |\n| 不作规则的分句：文号、日期、发文机关等文件信息 | 0 |\n\
             | 不作规则的分句：责任分工 | 1 |\n| 不作规则的分句：对部门的工作部署 | 0 |\n\
             | 不作规则的分句：鼓励或支持，不设权利义务 | 0 |\n| 不作规则的分句：只列举类别 | 1 |\n\
             | 不作规则的分句：政府职责，无可计算的标准 | 0 |\n| 不作规则的分句：规则尚未写出 | 0 |\n\n\
             审阅：＿＿＿＿＿＿＿＿＿＿＿＿　日期：＿＿＿＿＿＿＿＿＿＿＿＿\n"
        )
    );
}

#[test]
fn the_sheet_in_english() {
    let (status, sheet) = run(&folder("en", "300 CNY"), &["--sheet", "--lang", "en"]);
    assert_eq!(status, 0);
    for line in [
        "# Review sheet: Measures",
        "| In force | 1 January 2025 and after |",
        "| Standing of the text | the document's own words were read |",
        "| Law | What was made of it | Examples |",
        "| **一**<br>每名二孩每月可领取300元。 | **Entitlement** Grant `jining/grant`<br>“Grant”: for each child, paid by \
         the county government to the family.<br>Rate: by birth order — 2: CNY 300 a month; any other: refused.<br>In \
         force: 1 January 2025 and after. | **Second child**<br>January 2026 to February 2026.<br>Birth order: \
         2.<br>Result: “Grant” granted, CNY 600. |",
        "| **一**<br>由某局负责。 | **No rule** who is responsible |  |",
        "| pieces with a rule | 1 |",
        "Reviewed by: ＿＿＿＿＿＿＿＿＿＿＿＿　Date: ＿＿＿＿＿＿＿＿＿＿＿＿",
    ] {
        assert!(sheet.lines().any(|known| known == line), "{line}\nin\n{sheet}");
    }
}

#[test]
fn a_pack_that_cannot_be_used_has_no_sheet() {
    let (status, said) = run(&folder("wrong", "301 CNY"), &["--sheet"]);
    assert_eq!((status, said.as_str()), (2, "规则包不可用：错误 1 处，提示 0 处\n"));
    // The example does not give what it expects.
    let (status, said) = run(&folder("differs", "300 CNY * 2"), &["--sheet"]);
    assert_eq!((status, said.as_str()), (2, "规则包不可用：错误 1 处，提示 0 处\n"));
}
