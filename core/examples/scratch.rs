//! scratch
fn main() {
    let pack = tuoyu::Pack::new(tuoyu_rules::jining().iter().copied());
    let checked = pack.check();
    for d in &checked.diagnostics {
        if !d.is_error() { continue }
        if let tuoyu::error::Place::Text { file, span } = &d.place {
            let p = pack.file(file).unwrap().position(span.start);
            println!("{}:{}:{} {} {}; {}", file, p.line, p.column, d.code, d.message(tuoyu::source::Language::English), d.help(tuoyu::source::Language::English));
        } else { println!("{d:?}"); }
    }
    println!("{} diagnostics", checked.diagnostics.len());
}
