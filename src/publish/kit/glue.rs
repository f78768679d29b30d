//! wasm-bindgen's script around a module, made ready for bundling.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::names::{Names, shortened};

/// A module as Trunk has built it, and its script on disk.
pub struct Glue {
    /// The module, with short names.
    pub wasm: Vec<u8>,
    /// The script, whose names are still the long ones.
    pub script: PathBuf,
    /// The short names, which the bundle must use.
    pub names: Names,
}

/// Replacements in wasm-bindgen's script: methods in their short form; questions that only browsers without the elements
/// answer otherwise, or nobody does. What only the long forms use falls away. They are replaced as text because neither
/// wasm-bindgen nor esbuild has options for them: some 200 B of each visit.
const SHORTER: [(&str, &str); 4] = [
    (": function(", "("),
    ("typeof FinalizationRegistry === 'undefined'", "false"),
    ("!('encodeInto' in cachedTextEncoder)", "false"),
    ("realloc === undefined", "false"),
];

/// What the module of every visit opens itself with (`www/wasm-linked.js`).
const MORE: &str = "export { __wbg_finalize_init, __wbg_get_imports };\n";

/// Takes a module and its script out of `stage`; the script goes on in `work`.
pub fn take(stage: &Path, work: &Path, name: &str) -> io::Result<Glue> {
    let mut left = Vec::new();
    for entry in fs::read_dir(stage)? {
        left.extend(entry?.file_name().into_string());
    }
    let wasm_file = left.iter().find(|file| file.starts_with(name) && file.ends_with("_bg.wasm"));
    let missing = || io::Error::other(format!("Trunk left no wasm of {name}; run `cargo xtask build`"));
    let wasm_file = wasm_file.ok_or_else(missing)?;
    let glue_file = wasm_file.replace("_bg.wasm", ".js");
    let (wasm, text) = (fs::read(stage.join(wasm_file))?, fs::read_to_string(stage.join(&glue_file))?);
    fs::remove_file(stage.join(wasm_file))?;
    fs::remove_file(stage.join(glue_file))?;
    let (wasm, names) = shortened(&wasm, &text)?;
    let script = work.join(format!("{name}.js"));
    fs::write(&script, ready(&text)?)?;
    Ok(Glue { wasm, script, names })
}

/// The script as it is bundled.
fn ready(text: &str) -> io::Result<String> {
    let mut text = text.to_owned();
    for (long, short) in SHORTER {
        if !text.contains(long) {
            return Err(io::Error::other(format!("wasm-bindgen's script no longer says `{long}`")));
        }
        text = text.replace(long, short);
    }
    Ok(text + MORE)
}

#[cfg(test)]
mod tests {
    use super::{SHORTER, ready};

    #[test]
    fn a_script_of_another_wasm_bindgen_stops_the_build() {
        let known = SHORTER.map(|(long, _)| long.to_owned() + "\n").concat();
        let made = ready(&known).unwrap_or_default();
        assert!(made.starts_with("(\nfalse\nfalse\nfalse\nexport {") && made.ends_with("};\n"), "{made}");
        assert!(ready(&known.replace("realloc", "resize")).is_err());
    }
}
