//! The faces of one build: `index.html`, `embed.js`, `embed.html` and `standalone.html`, from the same parts.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::offline::Follower;
use super::site::{SiteError, context, file_names};
use super::{kiosk, open_data};
use crate::data::check::Library;
use crate::figure::theme;
use crate::locale::{Key, Lang};
use crate::markup::kiosk::shell as kiosk_shell;
use crate::markup::page::{self, Download, Scripts};
use crate::markup::{self, Style};

/// Open data offered on the pages.
const FILES: [(&str, Key); 4] = [
    ("lq.csv", Key::DataLq),
    ("kpi.csv", Key::DataKpi),
    ("kpi_actuals.csv", Key::DataActuals),
    ("swot.csv", Key::DataSwot),
];

/// A wasm module with the script around it, under names that change with their content.
struct Module {
    script: String,
    script_name: String,
    wasm: Vec<u8>,
    wasm_name: String,
}

impl Module {
    /// Takes what Trunk left in `stage`, with `scripts` of ours after wasm-bindgen's.
    fn take(stage: &Path, name: &str, scripts: &[&str]) -> Result<Self, SiteError> {
        let left = file_names(stage)?;
        let is_own = |file: &&String| file.starts_with(name) && file.ends_with("_bg.wasm");
        let wasm_file = left.iter().find(is_own).ok_or(SiteError::Missing("_bg.wasm"))?;
        let glue_file = wasm_file.replace("_bg.wasm", ".js");
        let wasm = fs::read(stage.join(wasm_file))?;
        let glue = plain(&fs::read_to_string(stage.join(&glue_file))?);
        fs::remove_file(stage.join(wasm_file))?;
        fs::remove_file(stage.join(glue_file))?;
        let wasm_name = format!("{name}-{}.wasm", short_hash(&wasm));
        let script = filled(&(glue + &scripts.concat()), &[("{wasm}", &wasm_name)]);
        Ok(Self { script_name: format!("{name}-{}.js", short_hash(script.as_bytes())), script, wasm, wasm_name })
    }
}

/// What the faces are made of.
pub struct Parts {
    css: String,
    css_name: String,
    /// What every visit loads.
    visit: Module,
    /// What is loaded on demand, and makes up `standalone.html`.
    complete: Module,
    /// What pages of ours load once a service worker answers for them.
    follower: Follower,
    /// The elements' script, and all of it in one with the complete module.
    embed: String,
    inlined: String,
    inlined_css: String,
    /// What `embed.html` adds, and what its host adds.
    frame: String,
    host: String,
    /// The kiosk's script, and the rules it adds to the widgets' stylesheet.
    kiosk: String,
    kiosk_css: String,
}

impl Parts {
    /// Reads Trunk's modules from `stage`, ours from `www/`. `shadow` is the folder of the shadow trees.
    ///
    /// # Errors
    /// When a file is missing.
    pub fn gather(root: &Path, stage: &Path, shadow: &str) -> Result<Self, SiteError> {
        let www = |file: &str| fs::read_to_string(root.join("www").join(file));
        let script = |file: &str| www(file).map(|text| minified(&text));
        let css = compact(&(theme::css() + &www("page.css")? + &www("widget.css")?));
        let css_name = format!("style-{}.css", short_hash(css.as_bytes()));
        let complete = Module::take(stage, "shigoto-complete", &[&script("own.js")?, &script("keys.js")?])?;
        let follower = Follower::gather(root)?;
        let names = [("{css}", &*css_name), ("{shadow}", shadow), ("{offline}", &*follower.script_name)];
        let binding = filled(&(script("binding.js")? + &script("page.js")?), &names);
        let names = [("{complete_glue}", &*complete.script_name), ("{complete_wasm}", &*complete.wasm_name)];
        let linked = filled(&script("wasm-linked.js")?, &names);
        let visit = Module::take(stage, "shigoto-widgets", &[&linked, &binding])?;
        let elements = script("elements.js")?;
        let embed = filled(&script("embed-linked.js")?, &[("{glue}", &visit.script_name)]) + &elements;
        let module = module_value(&(complete.script.clone() + &script("wasm-inlined.js")? + &binding), KIOSK);
        let inlined = module + &script("kiosk-shell.js")? + &script("embed-inlined.js")? + &elements;
        let inlined = inlined + "if(isKiosk){\n" + &script("kiosk.js")? + "}\n";
        let inlined_css = compact(&(theme::css() + &www("page.css")? + &www("widget.css")? + &www("kiosk.css")?));
        let (frame, host) = (script("frame.js")?, script("embed-host.js")?);
        let opening = filled(&script("wasm-kiosk.js")?, &[("{wasm}", &complete.wasm_name)]);
        let module = module_value(&(complete.script.clone() + &opening + &binding), KIOSK);
        let kiosk = module + &script("embed-inlined.js")? + &elements + &script("kiosk.js")?;
        let kiosk_css = compact(&(theme::css() + &www("widget.css")? + &www("kiosk.css")?));
        Ok(Self {
            css,
            css_name,
            visit,
            complete,
            follower,
            embed,
            inlined,
            inlined_css,
            frame,
            host,
            kiosk,
            kiosk_css,
        })
    }
}

/// Puts names in the place of marks such as `{wasm}`.
pub fn filled(script: &str, names: &[(&str, &str)]) -> String {
    names.iter().fold(script.to_owned(), |script, (mark, name)| script.replace(mark, name))
}

/// What the kiosk's script takes from the module.
const KIOSK: &str = "Binding, Kiosk, kioskStopped, bindings, fill, loadOwn, read";

/// A module's script as a value, `glue`, within another script, with these names of it.
fn module_value(script: &str, names: &str) -> String {
    let body = script.lines().filter(|line| !line.starts_with("export {"));
    let body: String = body.map(|line| line.strip_prefix("export ").unwrap_or(line).to_owned() + "\n").collect();
    format!("const glue = (() => {{\n{body}return {{ {names} }};\n}})();\n")
}

/// Writes every face into `stage`.
///
/// # Errors
/// When a file cannot be written.
pub fn write(library: &Library, parts: &Parts, stage: &Path) -> std::io::Result<()> {
    let relative = |name: &str| format!("./{name}");
    let (css, visit) = (relative(&parts.css_name), &parts.visit);
    let (glue, wasm) = (relative(&visit.script_name), relative(&visit.wasm_name));
    let scripts = |starts| Scripts::Linked { starts, glue: &glue, wasm: &wasm };
    // Pages of ours name what they load by its content, so that no two builds can meet on one: embed.js is for hosts.
    let [elements, frames] = [("elements", &parts.embed), ("frame", &parts.frame)]
        .map(|(name, script)| format!("./{name}-{}.js", short_hash(script.as_bytes())));
    let starts = [elements.as_str(), &frames];
    for lang in Lang::all() {
        let (data, strategy) = (lang.translated(&library.dataset), lang.translated(&library.strategy));
        let context = context(&data, lang, Style::Linked(&css), Some("./figures/"));
        let files = downloads(|file| format!("./data/{file}"));
        let page = page::full(&context, &strategy, &scripts(&starts[..1]), &files);
        fs::write(stage.join(page::file_of(lang)), markup::text(lang, page))?;
    }
    let linked = context(&library.dataset, Lang::JA, Style::Linked(&css), Some("./figures/"));
    let frame = page::frame(&linked, &library.strategy, &scripts(&starts));
    let texts = [
        (parts.css_name.as_str(), parts.css.clone()),
        ("embed.js", parts.embed.clone()),
        (&elements, parts.embed.clone()),
        (&frames, parts.frame.clone()),
        (&parts.follower.script_name, parts.follower.script.clone()),
        (&parts.follower.css_name, parts.follower.css.clone()),
        ("embed-host.js", parts.host.clone()),
        ("embed.html", frame.into_string()),
        ("standalone.html", standalone(library, parts)),
    ];
    write_kiosk(library, parts, stage)?;
    for module in [&parts.visit, &parts.complete] {
        fs::write(stage.join(&module.script_name), &module.script)?;
        fs::write(stage.join(&module.wasm_name), &module.wasm)?;
    }
    texts.into_iter().try_for_each(|(file, text)| fs::write(stage.join(file), text))
}

fn write_kiosk(library: &Library, parts: &Parts, stage: &Path) -> std::io::Result<()> {
    let name = |text: &str, ending: &str| format!("kiosk-{}.{ending}", short_hash(text.as_bytes()));
    let (css, script) = (name(&parts.kiosk_css, "css"), name(&parts.kiosk, "js"));
    let href = format!("./{css}");
    let context = context(&library.dataset, Lang::JA, Style::Linked(&href), None);
    let wasm = &parts.complete.wasm_name;
    let files = kiosk::Files { css: (&css, &parts.kiosk_css), script: (&script, &parts.kiosk), wasm };
    kiosk::write(&context, &files, stage)
}

/// Everything in one file, open data included.
fn standalone(library: &Library, parts: &Parts) -> String {
    let data = open_data::all(library);
    let url = |file: &str| {
        let text = data.iter().find(|(name, _)| *name == file).map_or("", |(_, text)| text.as_str());
        format!("data:text/csv;charset=utf-8;base64,{}", STANDARD.encode(text))
    };
    let context = context(&library.dataset, Lang::JA, Style::Inlined(&parts.inlined_css), None);
    let shell = kiosk_shell(&context, |_| maud::Markup::default());
    let wasm = STANDARD.encode(&parts.complete.wasm);
    let scripts = Scripts::Inlined { script: &parts.inlined, wasm: &wasm, shell: &shell };
    page::full(&context, &library.strategy, &scripts, &downloads(url)).into_string()
}

fn downloads(url: impl Fn(&str) -> String) -> Vec<Download> {
    FILES.into_iter().map(|(file, name)| Download { url: url(file), file, name }).collect()
}

/// Drops comments, indentation and line ends of a stylesheet of ours; strings in it hold none of these.
pub fn compact(css: &str) -> String {
    let mut text = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, tail)| tail);
    }
    text.push_str(rest);
    text.lines().map(str::trim).collect::<Vec<_>>().concat()
}

/// A script of ours without what only its readers need.
pub fn minified(script: &str) -> String {
    tight(&plain(script))
}

/// Drops comment lines and indentation of a script; ours and wasm-bindgen's have no text that spans lines.
fn plain(script: &str) -> String {
    const COMMENTS: [&str; 4] = ["//", "/*", "* ", "*/"];
    let is_code = |line: &&str| !line.is_empty() && *line != "*" && !COMMENTS.iter().any(|mark| line.starts_with(mark));
    script.lines().map(str::trim).filter(is_code).fold(String::new(), |text, line| text + line + "\n")
}

/// Drops spaces beside punctuation outside strings, of scripts of ours: they hold no regular expression with a space.
fn tight(script: &str) -> String {
    let is_sign = |letter: char| "{}()[]=,:;<>?&|+!".contains(letter);
    let mut text = String::new();
    let (mut quote, mut letters) = (None, script.chars().peekable());
    while let Some(letter) = letters.next() {
        let is_beside_sign = text.ends_with(is_sign) || letters.peek().copied().is_some_and(is_sign);
        match quote {
            None if letter == ' ' && is_beside_sign => continue,
            None if "\"'`".contains(letter) => quote = Some(letter),
            Some(open) if open == letter => quote = None,
            _ => {}
        }
        text.push(letter);
    }
    text
}

/// FNV-1a: names change with content, nothing more is asked of it.
pub fn short_hash(bytes: &[u8]) -> String {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let hash = bytes.iter().fold(OFFSET, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(PRIME));
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::{plain, tight};

    #[test]
    fn scripts_lose_spaces_but_no_meaning() {
        assert_eq!(plain("  // why\n  const a = 1;\n\n/* b */\nf(a);"), "const a = 1;\nf(a);\n");
        assert_eq!(tight("const f = (a, b) => a ?? b;\n"), "const f=(a,b)=>a??b;\n");
        assert_eq!(tight("x(\":scope > a\", `<${ a }> =`, 'b ; c');"), "x(\":scope > a\",`<${ a }> =`,'b ; c');");
        assert_eq!(tight("return void this.a;"), "return void this.a;");
    }
}
