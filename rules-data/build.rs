//! Compiles the packs, where the feature `compiled` asks for it.

#[cfg(feature = "compiled")]
#[path = "src/files.rs"]
mod files;

#[cfg(feature = "compiled")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=.");
    let bytes = tuoyu::Pack::new(files::jining().iter().copied()).compile();
    if bytes.is_err() {
        // A command must still be built that tells what is wrong.
        println!("cargo::warning=the pack of Jining cannot be compiled; `tuoyu check rules-data` says why");
    }
    let out = std::path::Path::new(&std::env::var("OUT_DIR")?).join("jining.tuoyu");
    Ok(std::fs::write(out, bytes.unwrap_or_default())?)
}

#[cfg(not(feature = "compiled"))]
const fn main() {}
