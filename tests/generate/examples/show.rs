//! Prints the pack that bytes make: `cargo run -p tuoyu-generate --example show -- pack FILE`, or `spoilt FILE`.
#![expect(clippy::unwrap_used, reason = "an example may stop where it stands")]

fn main() {
    let mut arguments = std::env::args().skip(1);
    let kind = arguments.next().unwrap_or_default();
    let bytes = std::fs::read(arguments.next().unwrap_or_default()).unwrap();
    let mut bytes = arbitrary::Unstructured::new(&bytes);
    let make = if kind == "pack" { tuoyu_generate::pack } else { tuoyu_generate::spoilt_pack };
    for (name, text) in make(&mut bytes) {
        println!("== {name}\n{text}");
    }
}
