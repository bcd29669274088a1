//! `tuoyu-wasm-glue ENGINE.wasm FOLDER`: `engine.js` and `engine_bg.wasm`, for every host that has ES modules.

use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [engine, folder] = arguments.as_slice() else {
        eprintln!("tuoyu-wasm-glue ENGINE.wasm FOLDER");
        return ExitCode::from(2);
    };
    let mut glue = Bindgen::new();
    glue.input_path(engine).typescript(false).out_name("engine");
    match glue.web(true).and_then(|glue| glue.generate(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:?}");
            ExitCode::FAILURE
        }
    }
}
