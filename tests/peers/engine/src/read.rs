//! Raw columns in a folder, as `tests/peers/prepare.py` writes them.

use crate::rows::Rows;
use std::path::Path;

/// The columns of a folder.
pub fn read(folder: &Path) -> Rows {
    let bytes = |name: &str| std::fs::read(folder.join(name)).expect("a column");
    let narrow = |name: &str| -> Vec<i32> {
        bytes(name).as_chunks::<4>().0.iter().map(|bytes| i32::from_le_bytes(*bytes)).collect()
    };
    // There is no file where every cell is known.
    let known = |name: &str| -> Vec<bool> {
        let bytes = std::fs::read(folder.join(format!("{name}.known"))).unwrap_or_default();
        bytes.into_iter().map(|byte| byte == 1).collect()
    };
    Rows {
        birth: narrow("birth"),
        order: narrow("order"),
        kind: bytes("kind"),
        registered: bytes("registered"),
        filed: bytes("filed"),
        inclusive: bytes("inclusive"),
        from: narrow("from"),
        to: narrow("to"),
        fee: bytes("fee").as_chunks::<8>().0.iter().map(|bytes| i64::from_le_bytes(*bytes)).collect(),
        childcare: narrow("childcare"),
        kindergarten: narrow("kindergarten"),
        known: [
            "birth",
            "order",
            "kind",
            "registered",
            "filed",
            "inclusive",
            "from",
            "to",
            "fee",
            "childcare",
            "kindergarten",
        ]
        .map(known),
    }
}
