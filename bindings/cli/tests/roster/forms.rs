//! Files as spreadsheets write them.

use crate::folder::Folder;
use std::fs;

const RULE: [&str; 6] = ["--rules", "jining/family-subsidy", "-o", "out.csv", "--columns", "amount"];

/// What was written for a roster, byte for byte.
fn written(roster: impl AsRef<[u8]>, more: &[&str]) -> String {
    let folder = Folder::with("r.csv", roster);
    let ran = folder.assess(&[RULE.as_slice(), more].concat());
    assert_eq!(ran.status, Some(0), "{}", ran.told);
    String::from_utf8(fs::read(folder.path().join("out.csv")).unwrap()).unwrap()
}

#[test]
fn a_byte_order_mark_and_windows_lines_are_kept() {
    assert_eq!(
        written("\u{feff}孩次,出生日期,入托日期\r\n2,2025-03-10,2025-09-10\r\n", &[]),
        "\u{feff}孩次,出生日期,入托日期,jining/family-subsidy.amount\r\n2,2025-03-10,2025-09-10,3600.00\r\n"
    );
    assert_eq!(
        written("孩次,出生日期,入托日期\n2,2025-03-10,2025-09-10", &[]),
        "孩次,出生日期,入托日期,jining/family-subsidy.amount\n2,2025-03-10,2025-09-10,3600.00\n"
    );
}

#[test]
fn quoted_cells_hold_commas_quotes_and_lines() {
    assert_eq!(
        written("\"孩次\",备注,出生日期,入托日期\n\"2\",\"一,二\n\"\"三\"\"\",2025-03-10,2025-09-10\n", &[]),
        "孩次,备注,出生日期,入托日期,jining/family-subsidy.amount\n2,\"一,二\n\"\"三\"\"\",2025-03-10,2025-09-10,3600.00\n"
    );
}

#[test]
fn rows_without_their_last_cells_are_filled_up() {
    assert_eq!(
        written("孩次,出生日期,入托日期,备注\n2,2025-03-10,2025-09-10\n2,2025-03-10,2025-09-10,x,\n", &[]),
        "孩次,出生日期,入托日期,备注,jining/family-subsidy.amount\n2,2025-03-10,2025-09-10,,3600.00\n\
         2,2025-03-10,2025-09-10,x,,3600.00\n"
    );
}

#[test]
fn gb18030_is_read_where_it_is_said() {
    let mut bytes = Vec::new();
    // 孩次, 出生日期, 入托日期 in GB18030.
    let heading: [&[u8]; 3] =
        [b"\xba\xa2\xb4\xce", b"\xb3\xf6\xc9\xfa\xc8\xd5\xc6\xda", b"\xc8\xeb\xcd\xd0\xc8\xd5\xc6\xda"];
    bytes.extend(heading.join(&b','));
    bytes.extend(b"\n2,2025-03-10,2025-09-10\n");
    assert_eq!(
        written(&bytes, &["--encoding", "gb18030"]),
        "\u{feff}孩次,出生日期,入托日期,jining/family-subsidy.amount\n2,2025-03-10,2025-09-10,3600.00\n"
    );
    let folder = Folder::with("r.csv", &bytes);
    let ran = folder.assess(&["--lang", "en"]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""));
    assert!(ran.told.starts_with("error[invalid-utf8]") && ran.told.contains("--encoding gb18030"), "{}", ran.told);
}

#[test]
fn a_row_in_another_encoding_is_told_and_the_others_are_answered() {
    let mut bytes = "孩次,出生日期,入托日期,备注\n2,2025-03-10,2025-09-10,".as_bytes().to_vec();
    bytes.extend(b"\xba\xa2\n3,2025-03-10,2025-09-10,x\n");
    let folder = Folder::with("r.csv", &bytes);
    let ran = folder.assess(&[RULE.as_slice(), &["--lang", "en"]].concat());
    assert_eq!(ran.status, Some(1));
    assert!(ran.told.contains("error[invalid-utf8]") && ran.told.contains("row 1, 备注"), "{}", ran.told);
    let out = fs::read(folder.path().join("out.csv")).unwrap();
    // The clerk's bytes pass through.
    assert!(out.windows(4).any(|bytes| bytes == b",\xba\xa2,"));
    assert!(out.ends_with(b"3,2025-03-10,2025-09-10,x,6000.00\n"));
}

#[test]
fn the_table_goes_to_standard_output_where_it_is_sent_there() {
    let folder = Folder::with("r.csv", "孩次,出生日期,入托日期\n2,2025-03-10,2025-09-10\n");
    let ran = folder.assess(&["--rules", "jining/family-subsidy", "-o", "-", "--columns", "amount", "--lang", "en"]);
    assert_eq!(ran.status, Some(0));
    assert_eq!(ran.out, "孩次,出生日期,入托日期,jining/family-subsidy.amount\n2,2025-03-10,2025-09-10,3600.00\n");
    assert!(ran.told.starts_with("Roster, assessed for January to December 2026: 1 rows"), "{}", ran.told);
}
