//! Prints what bytes make: `cargo run -p tuoyu-generate --example show -- pack FILE`.
#![expect(clippy::unwrap_used, reason = "an example may stop where it stands")]

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let bytes = std::fs::read(&arguments[1]).unwrap();
    let mut bytes = arbitrary::Unstructured::new(&bytes);
    let files = match arguments[0].as_str() {
        "pack" => tuoyu_generate::pack(&mut bytes),
        _ => tuoyu_generate::spoilt_pack(&mut bytes),
    };
    for (name, text) in files {
        println!("== {name}\n{text}");
    }
}
