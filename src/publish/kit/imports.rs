//! Short names for what a wasm module imports from its script and exports to it: wasm-bindgen's hold a hash each, in both
//! files, and hashes do not compress. 127 of them were 3.6 KB of each visit.

use std::collections::BTreeMap;
use std::convert::Infallible;

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, ExportSectionReader, Import, ImportSectionReader, Parser};

/// Letters of names.
const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Short names by long ones.
type Short = BTreeMap<String, String>;

/// Names given so far.
#[derive(Default)]
struct Names {
    imports: Short,
    exports: Short,
}

fn given(names: &mut Short, long: &str) -> String {
    let next = names.len();
    names.entry(long.to_owned()).or_insert_with(|| name(next)).clone()
}

impl Reencode for Names {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        for import in section.into_imports() {
            let import = import?;
            let name = given(&mut self.imports, import.name);
            self.parse_import(imports, Import { name: &name, ..import })?;
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        for export in section {
            let export = export?;
            // Whoever measures a module asks for its memory.
            let name = if export.name == "memory" { export.name.into() } else { given(&mut self.exports, export.name) };
            self.parse_export(exports, Export { name: &name, ..export })?;
        }
        Ok(())
    }
}

/// The `index`th name: `a`, `b` … `Z`, `ba`, `bb` …
fn name(index: usize) -> String {
    let letter = |place: usize| LETTERS.get(place % LETTERS.len()).map_or('_', |letter| char::from(*letter));
    let rest = index / LETTERS.len();
    let mut name = if rest > 0 { name(rest) } else { String::new() };
    name.push(letter(index));
    name
}

/// A script that uses exports by their short names.
fn renamed(glue: &str, exports: &Short) -> String {
    let mut parts = glue.split("wasm.");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let end = part.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').unwrap_or(part.len());
        let (long, rest) = part.split_at(end);
        text + "wasm." + exports.get(long).map_or(long, String::as_str) + rest
    })
}

/// The module and wasm-bindgen's script around it with short names.
///
/// # Errors
/// When the module is none, or an import has no line in the script.
pub fn shortened(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String), String> {
    let (mut names, mut module) = (Names::default(), Module::new());
    names.parse_core_module(&mut module, Parser::new(0), wasm).map_err(|error| error.to_string())?;
    let Names { imports: mut missing, exports } = names;
    let mut imported = |line: &str| {
        let (long, rest) = line.trim_start().split_once(": function")?;
        Some(missing.remove(long)? + ": function" + rest)
    };
    let lines: Vec<_> = glue.lines().map(|line| imported(line).unwrap_or_else(|| line.to_owned()) + "\n").collect();
    match missing.keys().next() {
        Some(long) => Err(format!("no line of wasm-bindgen's script gives {long}")),
        None => Ok((module.finish(), renamed(&lines.concat(), &exports))),
    }
}

#[cfg(test)]
mod tests {
    use super::{name, shortened};
    use wasm_encoder::{EntityType, ExportKind, ExportSection, ImportSection, Module, TypeSection};

    fn module() -> Vec<u8> {
        let (mut module, mut types, mut imports) = (Module::new(), TypeSection::new(), ImportSection::new());
        types.ty().function([], []);
        imports.import("./glue.js", "__wbg_first_0123", EntityType::Function(0));
        imports.import("./glue.js", "__wbg_second_4567", EntityType::Function(0));
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Func, 0).export("__wbg_third_89ab", ExportKind::Func, 1);
        module.section(&types).section(&imports).section(&exports);
        module.finish()
    }

    #[test]
    fn names_are_short_and_differ() {
        assert_eq!([0, 51, 52, 103, 104].map(name), ["a", "Z", "ba", "bZ", "ca"]);
        let names: std::collections::BTreeSet<_> = (0..3000).map(name).collect();
        assert_eq!(names.len(), 3000);
    }

    #[test]
    fn exports_are_called_by_their_short_names() {
        let glue = "__wbg_first_0123: function() { wasm.__wbg_third_89ab(wasm.memory); },\n\
                    __wbg_second_4567: function() { wasm.__wbg_third_89abc('x.wasm'); },\n";
        let (wasm, script) = shortened(&module(), glue).unwrap_or_else(|error| unreachable!("{error}"));
        let said = "a: function() { wasm.a(wasm.memory); },\nb: function() { wasm.__wbg_third_89abc('x.wasm'); },\n";
        assert_eq!(script, said);
        assert!(wasm.windows(6).any(|bytes| bytes == b"memory") && !wasm.windows(5).any(|bytes| bytes == b"third"));
    }

    #[test]
    fn both_sides_say_the_same() {
        let glue = "  __wbg_second_4567: function(a) { return a; },\n__wbg_first_0123: function() { f(); },\nrest();\n";
        let (wasm, script) = shortened(&module(), glue).unwrap_or_else(|error| unreachable!("{error}"));
        assert_eq!(script, "b: function(a) { return a; },\na: function() { f(); },\nrest();\n");
        assert!(wasm.len() < module().len());
        assert!(shortened(&module(), "nothing").is_err(), "an import without its line must stop the build");
    }
}
