//! Short names for what a wasm module imports from its script and exports to it: wasm-bindgen's hold a hash each, in both
//! files, and hashes do not compress. 127 of them were 3.6 KB of each visit.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::io;

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, ExportSectionReader, Import, ImportSectionReader, Parser};

/// Letters of names.
const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Short names by long ones. An import may share its name with an export: they are never properties of one object.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
}

/// The short name of what wasm-bindgen named, which always holds an underscore or a path. What we have named ourselves is
/// called by other scripts too, and whoever measures a module asks for its `memory`.
fn given(names: &mut BTreeMap<String, String>, long: &str) -> String {
    if !long.contains(['_', '/']) {
        return long.to_owned();
    }
    let next = names.len();
    names.entry(long.to_owned()).or_insert_with(|| name(next)).clone()
}

impl Names {
    fn all(&self) -> impl Iterator<Item = (&String, &String)> {
        self.imports.iter().chain(&self.exports)
    }

    /// In JSON, as esbuild reads it.
    pub fn json(&self) -> String {
        serde_json::json!(self.all().collect::<BTreeMap<_, _>>()).to_string()
    }

    /// A regular expression that matches these names, and these others.
    pub fn pattern(&self, others: &[&str]) -> String {
        let names: Vec<_> = self.all().map(|(long, _)| long.as_str()).chain(others.iter().copied()).collect();
        format!("^({})$", names.join("|").replace('.', "\\."))
    }
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
            let (module, name) = (given(&mut self.imports, import.module), given(&mut self.imports, import.name));
            self.parse_import(imports, Import { module: &module, name: &name, ..import })?;
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
            let name = given(&mut self.exports, export.name);
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

/// The module with short names, and which they are.
///
/// # Errors
/// When the module is none, its script does not know an import, or one name is on both sides.
pub fn shortened(wasm: &[u8], glue: &str) -> io::Result<(Vec<u8>, Names)> {
    let (mut names, mut module) = (Names::default(), Module::new());
    names.parse_core_module(&mut module, Parser::new(0), wasm).map_err(io::Error::other)?;
    if let Some(long) = names.imports.keys().find(|long| !glue.contains(long.as_str())) {
        return Err(io::Error::other(format!("wasm-bindgen's script does not know {long}")));
    }
    if let Some(long) = names.imports.keys().find(|long| names.exports.contains_key(*long)) {
        return Err(io::Error::other(format!("wasm imports and exports {long}")));
    }
    Ok((module.finish(), names))
}

#[cfg(test)]
mod tests {
    use super::{name, shortened};
    use wasm_encoder::{EntityType, ExportKind, ExportSection, ImportSection, Module, TypeSection};

    const GLUE: &str = "'./glue_bg.js' __wbg_first_0123 __wbg_second_4567 __wbg_third_89ab";

    fn module() -> Vec<u8> {
        let (mut module, mut types, mut imports) = (Module::new(), TypeSection::new(), ImportSection::new());
        types.ty().function([], []);
        imports.import("./glue_bg.js", "__wbg_first_0123", EntityType::Function(0));
        imports.import("./glue_bg.js", "__wbg_second_4567", EntityType::Function(0));
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Func, 0).export("stoppedAt", ExportKind::Func, 1);
        exports.export("__wbg_third_89ab", ExportKind::Func, 1);
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
    fn what_wasm_bindgen_named_gets_a_short_name() {
        let (wasm, names) = shortened(&module(), GLUE).unwrap_or_else(|error| unreachable!("{error}"));
        let said = r#"{"./glue_bg.js":"a","__wbg_first_0123":"b","__wbg_second_4567":"c","__wbg_third_89ab":"a"}"#;
        assert_eq!(names.json(), said);
        let pattern = r"^(\./glue_bg\.js|__wbg_first_0123|__wbg_second_4567|__wbg_third_89ab|__wbg_ptr)$";
        assert_eq!(names.pattern(&["__wbg_ptr"]), pattern);
        let has = |name: &str| wasm.windows(name.len()).any(|bytes| bytes == name.as_bytes());
        assert!(has("memory") && has("stoppedAt") && !has("third") && !has("glue"));
    }

    #[test]
    fn an_import_that_the_script_does_not_know_stops_the_build() {
        assert!(shortened(&module(), "__wbg_first_0123").is_err());
        assert!(shortened(b"no module", GLUE).is_err());
    }
}
