//! Makes the kit from what Trunk has built and from `www/`.

use std::fs;
use std::io;
use std::path::Path;

use super::imports::shortened;
use super::script::{Form, minified, unexported};
use super::style::compact;
use super::{Face, File, Inlined, Kit, Module, hashed};
use crate::figure::theme;

/// What the module of every visit still exports: whoever measures it comes by its memory.
const INIT: &str = "export { loadOwn as default };\n";
/// What the kiosk's script takes from the module.
const KIOSK: &str = "Binding, Kiosk, kioskStopped, bindings, fill, loadComplete, packOf, policy, read";
/// Files published as they are written.
const COPIED: [&str; 2] = ["guide.js", "shigoto-widgets.d.ts"];

/// The scripts and styles of `www/`, and the files made of them so far.
struct Workshop<'a> {
    root: &'a Path,
    files: Vec<File>,
}

impl Workshop<'_> {
    fn www(&self, file: &str) -> io::Result<String> {
        fs::read_to_string(self.root.join("www").join(file))
    }

    /// The texts of several scripts, one after the other.
    fn together(&self, files: &[&str]) -> io::Result<String> {
        files.iter().map(|file| self.www(file)).collect()
    }

    /// The stylesheets, compacted; the theme's colours come first where `has_theme` says so.
    fn css(&self, has_theme: bool, files: &[&str]) -> io::Result<String> {
        let theme = if has_theme { theme::css() } else { String::new() };
        Ok(compact(&(theme + &self.together(files)?)))
    }

    /// Adds a file under a hashed name, which is returned.
    fn add(&mut self, stem: &str, bytes: impl Into<Vec<u8>>, ending: &str) -> String {
        let bytes = bytes.into();
        let name = hashed(stem, &bytes, ending);
        self.files.push(File { name: name.clone(), bytes });
        name
    }

    fn add_plain(&mut self, name: &str, text: String) {
        self.files.push(File { name: name.to_owned(), bytes: text.into_bytes() });
    }

    /// Adds a wasm module and its script, in which `{wasm}` stands for the wasm's name.
    fn add_module(&mut self, stem: &str, wasm: Vec<u8>, script: &str) -> io::Result<Module> {
        let wasm = self.add(stem, wasm, "wasm");
        let script = minified(&filled(script, &[("{wasm}", &wasm)]), Form::Module)?;
        Ok(Module { script: self.add(stem, script, "js"), wasm })
    }
}

impl Kit {
    /// Makes the kit of the repository at `root`; takes wasm and glue out of `stage`, where Trunk has put them.
    ///
    /// # Errors
    /// When a file is missing or cannot be read, or a script is refused.
    pub fn gather(root: &Path, stage: &Path) -> io::Result<Self> {
        let mut shop = Workshop { root, files: Vec::new() };
        let shop = &mut shop;
        let css = shop.css(true, &["page.css", "widget.css"])?;
        let css = shop.add("style", css, "css");
        let follower = follower(shop)?;
        let (wasm, glue) = take(stage, "shigoto-complete")?;
        let takeaway = filled(&shop.www("takeaway.js")?, &[("{css}", &shop.css(false, &["takeaway.css"])?)]);
        let whole = glue + &shop.together(&["encoding.js", "own.js", "dress.js", "keys.js", "trace.js"])? + &takeaway;
        let complete = shop.add_module("shigoto-complete", wasm, &whole)?;
        let binding = shop.together(&["binding.js", "address.js", "page.js"])?;
        let binding = filled(&binding, &[("{css}", &css), ("{offline}", &follower)]);
        let names = [("{complete_glue}", &*complete.script), ("{complete_wasm}", &*complete.wasm)];
        let linked = filled(&shop.www("wasm-linked.js")?, &names);
        let (wasm, glue) = take(stage, "shigoto-widgets")?;
        let visit = shop.add_module("shigoto-widgets", wasm, &(unexported(&glue) + INIT + &linked + &binding))?;
        let elements =
            filled(&shop.www("embed-linked.js")?, &[("{glue}", &visit.script)]) + &shop.www("elements.js")?;
        let inlined = inlined(shop, &whole, &binding)?;
        let kiosk = kiosk(shop, &whole, &binding, &complete.wasm)?;
        let frame = minified(&shop.together(&["address.js", "frame.js"])?, Form::Module)?;
        let frame = shop.add("frame", frame, "js");
        let guide_css = shop.css(true, &["page.css", "guide.css"])?;
        let glossary_css = shop.css(true, &["page.css", "glossary.css"])?;
        let host = minified(&shop.www("embed-host.js")?, Form::Classic)?;
        shop.add_plain("embed-host.js", host);
        for entry in fs::read_dir(root.join("data/schema"))? {
            let entry = entry?;
            let name = format!("data/schema/{}", entry.file_name().to_string_lossy());
            shop.files.push(File { name, bytes: fs::read(entry.path())? });
        }
        for file in COPIED {
            let text = shop.www(file)?;
            shop.add_plain(file, text);
        }
        Ok(Self {
            css,
            visit,
            complete,
            kiosk,
            frame,
            guide_css: shop.add("guide", guide_css, "css"),
            glossary_css: shop.add("glossary", glossary_css, "css"),
            elements: minified(&elements, Form::Module)?,
            worker: minified(&shop.www("sw.js")?, Form::Module)?,
            inlined,
            policy: fs::read_to_string(root.join("xtask/csp.txt"))?,
            files: std::mem::take(&mut shop.files),
        })
    }
}

/// Adds what a page loads once a service worker answers for it; the script's name.
fn follower(shop: &mut Workshop<'_>) -> io::Result<String> {
    let css = shop.css(false, &["offline.css"])?;
    let css = shop.add("offline", css, "css");
    let script = minified(&filled(&shop.www("offline.js")?, &[("{css}", &css)]), Form::Module)?;
    Ok(shop.add("offline", script, "js"))
}

fn inlined(shop: &Workshop<'_>, whole: &str, binding: &str) -> io::Result<Inlined> {
    let module = module_value(&(whole.to_owned() + &shop.www("wasm-inlined.js")? + binding), KIOSK);
    let elements = shop.together(&["kiosk-shell.js", "embed-inlined.js", "elements.js"])?;
    let script = module + &elements + "if (isKiosk) {\n" + &shop.www("kiosk.js")? + "}\n";
    let css = shop.css(true, &["page.css", "widget.css", "kiosk.css"])?;
    Ok(Inlined { css, script: minified(&script, Form::Module)? })
}

fn kiosk(shop: &mut Workshop<'_>, whole: &str, binding: &str, wasm: &str) -> io::Result<Face> {
    let opening = filled(&shop.www("wasm-kiosk.js")?, &[("{wasm}", wasm)]);
    let module = module_value(&(whole.to_owned() + &opening + binding), KIOSK);
    let script = module + &shop.together(&["embed-inlined.js", "elements.js", "kiosk.js"])?;
    let script = minified(&script, Form::Module)?;
    let css = shop.css(true, &["widget.css", "kiosk.css"])?;
    Ok(Face { css: shop.add("kiosk", css, "css"), script: shop.add("kiosk", script, "js") })
}

/// Takes a wasm module and wasm-bindgen's script around it out of `stage`.
fn take(stage: &Path, name: &str) -> io::Result<(Vec<u8>, String)> {
    let mut left = Vec::new();
    for entry in fs::read_dir(stage)? {
        left.extend(entry?.file_name().into_string());
    }
    let wasm_file = left.iter().find(|file| file.starts_with(name) && file.ends_with("_bg.wasm"));
    let missing = || io::Error::other(format!("Trunk left no wasm of {name}; run `cargo xtask build`"));
    let wasm_file = wasm_file.ok_or_else(missing)?;
    let glue_file = wasm_file.replace("_bg.wasm", ".js");
    let (wasm, glue) = (fs::read(stage.join(wasm_file))?, fs::read_to_string(stage.join(&glue_file))?);
    fs::remove_file(stage.join(wasm_file))?;
    fs::remove_file(stage.join(glue_file))?;
    shortened(&wasm, &glue).map_err(io::Error::other)
}

/// Puts names in the place of marks such as `{wasm}`.
fn filled(script: &str, names: &[(&str, &str)]) -> String {
    names.iter().fold(script.to_owned(), |script, (mark, name)| script.replace(mark, name))
}

/// A module's script as a value, `glue`, within another script, with these names of it.
fn module_value(script: &str, names: &str) -> String {
    format!("const glue = (() => {{\n{}return {{ {names} }};\n}})();\n", unexported(script))
}
