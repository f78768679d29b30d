//! The faces of one build: `index.html`, `embed.js`, `embed.html` and `standalone.html`, from the same parts.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::imports::shortened;
use super::offline::Follower;
use super::script::{Form, minified, unexported};
use super::site::{SiteError, context, file_names};
use super::{kiosk, open_data};
use crate::data::check::Library;
use crate::data::strategy::StrategyData;
use crate::figure::theme;
use crate::locale::{Key, Lang};
use crate::markup::kiosk::shell as kiosk_shell;
use crate::markup::page::{self, Download, Scripts};
use crate::markup::{self, Kind, Style, plain, ruby, terms};

/// Open data offered on the pages.
const FILES: [(&str, Key); 4] = [
    ("lq.csv", Key::DataLq),
    ("kpi.csv", Key::DataKpi),
    ("kpi_actuals.csv", Key::DataActuals),
    ("swot.csv", Key::DataSwot),
];

/// What the module of every visit still exports: whoever measures it comes by its memory.
const INIT: &str = "export { loadOwn as default };\n";

/// A wasm module with the script around it, under names that change with their content.
struct Module {
    script: String,
    script_name: String,
    wasm: Vec<u8>,
    wasm_name: String,
}

impl Module {
    /// Takes what Trunk left in `stage`: the wasm, and wasm-bindgen's script.
    fn take(stage: &Path, name: &str) -> Result<(Vec<u8>, String), SiteError> {
        let left = file_names(stage)?;
        let is_own = |file: &&String| file.starts_with(name) && file.ends_with("_bg.wasm");
        let wasm_file = left.iter().find(is_own).ok_or(SiteError::Missing("_bg.wasm"))?;
        let glue_file = wasm_file.replace("_bg.wasm", ".js");
        let (wasm, glue) = (fs::read(stage.join(wasm_file))?, fs::read_to_string(stage.join(&glue_file))?);
        fs::remove_file(stage.join(wasm_file))?;
        fs::remove_file(stage.join(glue_file))?;
        shortened(&wasm, &glue).map_err(|error| SiteError::Io(std::io::Error::other(error)))
    }

    /// The module with its whole script.
    fn new(name: &str, wasm: Vec<u8>, script: &str) -> Result<Self, SiteError> {
        let wasm_name = format!("{name}-{}.wasm", short_hash(&wasm));
        let script = minified(&filled(script, &[("{wasm}", &wasm_name)]), Form::Module)?;
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
    pub fn gather(root: &Path, stage: &Path, shadow: &str, strategy: &StrategyData) -> Result<Self, SiteError> {
        let www = |file: &str| fs::read_to_string(root.join("www").join(file));
        let css = compact(&(theme::css() + &www("page.css")? + &www("widget.css")?));
        let css_name = format!("style-{}.css", short_hash(css.as_bytes()));
        let (wasm, glue) = Module::take(stage, "shigoto-complete")?;
        let takeaway = filled(&www("takeaway.js")?, &[("{css}", &compact(&www("takeaway.css")?))]);
        let own = www("encoding.js")? + &www("own.js")? + &www("dress.js")?;
        let whole = glue + &own + &www("keys.js")? + &www("trace.js")? + &takeaway;
        let complete = Module::new("shigoto-complete", wasm, &whole)?;
        let follower = Follower::gather(root)?;
        let names = [("{css}", &*css_name), ("{shadow}", shadow), ("{offline}", &*follower.script_name)];
        let address = www("address.js")?;
        let binding = filled(&(www("binding.js")? + &address + &www("page.js")?), &names);
        let names = [("{complete_glue}", &*complete.script_name), ("{complete_wasm}", &*complete.wasm_name)];
        let linked = filled(&www("wasm-linked.js")?, &names);
        let (wasm, glue) = Module::take(stage, "shigoto-widgets")?;
        let visit = Module::new("shigoto-widgets", wasm, &(unexported(&glue) + INIT + &linked + &binding))?;
        let elements = www("elements.js")?;
        let embed = filled(&www("embed-linked.js")?, &[("{glue}", &visit.script_name)]) + &elements;
        let module = module_value(&(whole.clone() + &www("wasm-inlined.js")? + &binding), KIOSK);
        let inlined = module + &www("kiosk-shell.js")? + &www("embed-inlined.js")? + &elements;
        let inlined = inlined + "if (isKiosk) {\n" + &www("kiosk.js")? + "}\n";
        let (embed, inlined) = (minified(&embed, Form::Module)?, minified(&inlined, Form::Module)?);
        let inlined_css = compact(&(theme::css() + &www("page.css")? + &www("widget.css")? + &www("kiosk.css")?));
        let frame = address + &filled(&www("frame.js")?, &[("{titles}", &*frame_titles(strategy))]);
        let (frame, host) = (minified(&frame, Form::Module)?, minified(&www("embed-host.js")?, Form::Classic)?);
        let opening = filled(&www("wasm-kiosk.js")?, &[("{wasm}", &complete.wasm_name)]);
        let module = module_value(&(whole + &opening + &binding), KIOSK);
        let kiosk = minified(&(module + &www("embed-inlined.js")? + &elements + &www("kiosk.js")?), Form::Module)?;
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

/// Titles of `embed.html` by language and widget.
fn frame_titles(strategy: &StrategyData) -> String {
    let titles = |lang: Lang| {
        let strategy = lang.translated(strategy);
        let title = |kind: Kind| format!("{} | {}", plain::title(lang, kind), strategy.title);
        let titles = Kind::ALL.into_iter().map(|kind| (kind.name(), ruby::words(&title(kind))));
        titles.chain([("lang", lang.code().to_owned())]).collect::<BTreeMap<_, _>>()
    };
    json!(Lang::all().map(|lang| (lang.tag(), titles(lang))).collect::<BTreeMap<_, _>>()).to_string()
}

/// Puts names in the place of marks such as `{wasm}`.
pub fn filled(script: &str, names: &[(&str, &str)]) -> String {
    names.iter().fold(script.to_owned(), |script, (mark, name)| script.replace(mark, name))
}

/// What the kiosk's script takes from the module.
const KIOSK: &str = "Binding, Kiosk, kioskStopped, bindings, fill, loadOwn, policy, read";

/// A module's script as a value, `glue`, within another script, with these names of it.
fn module_value(script: &str, names: &str) -> String {
    format!("const glue = (() => {{\n{}return {{ {names} }};\n}})();\n", unexported(script))
}

/// Writes every face into `stage`.
///
/// # Errors
/// When a file cannot be written.
pub fn write(library: &Library, parts: &Parts, year: u16, stage: &Path) -> std::io::Result<()> {
    let relative = |name: &str| format!("./{name}");
    let (css, visit) = (relative(&parts.css_name), &parts.visit);
    let (glue, deep, wasm) =
        (relative(&visit.script_name), relative(&parts.complete.script_name), relative(&visit.wasm_name));
    // Only Japanese is spoken by the module of every visit; another language's page would fetch wasm that never runs.
    let glues = [&*glue, &deep];
    let scripts = |starts, lang| {
        let is_own = lang == Lang::JA;
        Scripts::Linked { starts, glue: if is_own { &glues[..1] } else { &glues }, wasm: is_own.then_some(&*wasm) }
    };
    // Pages of ours name what they load by its content, so that no two builds can meet on one: embed.js is for hosts.
    let [elements, frames] = [("elements", &parts.embed), ("frame", &parts.frame)]
        .map(|(name, script)| format!("./{name}-{}.js", short_hash(script.as_bytes())));
    let starts = [elements.as_str(), &frames];
    for lang in Lang::all() {
        let (data, strategy) = (lang.translated(&library.dataset), lang.translated(&library.strategy));
        let context = context(&data, lang, Style::Linked(&css), Some("./figures/"), year);
        let files = downloads(|file| format!("./data/{file}"));
        let page = page::full(&context, &strategy, &scripts(&starts[..1], lang), &files).into_string();
        let page = maud::PreEscaped(terms::link(&page, lang, &library.glossary));
        fs::write(stage.join(page::file_of(lang)), open_ended(&markup::text(lang, page)))?;
    }
    let linked = context(&library.dataset, Lang::JA, Style::Linked(&css), Some("./figures/"), year);
    let frame = page::frame(&linked, &library.strategy, &scripts(&starts, Lang::JA));
    let texts = [
        (parts.css_name.as_str(), parts.css.clone()),
        ("embed.js", parts.embed.clone()),
        (&elements, parts.embed.clone()),
        (&frames, parts.frame.clone()),
        (&parts.follower.script_name, parts.follower.script.clone()),
        (&parts.follower.css_name, parts.follower.css.clone()),
        ("embed-host.js", parts.host.clone()),
        ("embed.html", frame.into_string()),
        ("standalone.html", standalone(library, parts, year)),
    ];
    write_kiosk(library, parts, year, stage)?;
    for module in [&parts.visit, &parts.complete] {
        fs::write(stage.join(&module.script_name), &module.script)?;
        fs::write(stage.join(&module.wasm_name), &module.wasm)?;
    }
    texts.into_iter().try_for_each(|(file, text)| fs::write(stage.join(file), text))
}

fn write_kiosk(library: &Library, parts: &Parts, year: u16, stage: &Path) -> std::io::Result<()> {
    let name = |text: &str, ending: &str| format!("kiosk-{}.{ending}", short_hash(text.as_bytes()));
    let (css, script) = (name(&parts.kiosk_css, "css"), name(&parts.kiosk, "js"));
    let href = format!("./{css}");
    let context = context(&library.dataset, Lang::JA, Style::Linked(&href), None, year);
    let wasm = &parts.complete.wasm_name;
    let files = kiosk::Files { css: (&css, &parts.kiosk_css), script: (&script, &parts.kiosk), wasm };
    kiosk::write(&context, &files, stage)
}

/// Everything in one file, open data included.
fn standalone(library: &Library, parts: &Parts, year: u16) -> String {
    let data = open_data::all(library);
    let url = |file: &str| {
        let text = data.iter().find(|(name, _)| *name == file).map_or("", |(_, text)| text.as_str());
        format!("data:text/csv;charset=utf-8;base64,{}", STANDARD.encode(text))
    };
    let context = context(&library.dataset, Lang::JA, Style::Inlined(&parts.inlined_css), None, year);
    let shell = kiosk_shell(&context, |_| maud::Markup::default());
    let wasm = STANDARD.encode(&parts.complete.wasm);
    let scripts = Scripts::Inlined { script: &parts.inlined, wasm: &wasm, shell: &shell };
    page::full(&context, &library.strategy, &scripts, &downloads(url)).into_string()
}

fn downloads(url: impl Fn(&str) -> String) -> Vec<Download> {
    FILES.into_iter().map(|(file, name)| Download { url: url(file), file, name }).collect()
}

/// A page without end tags that HTML lets out: each of these ends with the next of its kind, or with what holds it.
fn open_ended(page: &str) -> String {
    let names = ["li", "dt", "dd", "td", "th", "tr", "thead", "tbody"];
    names.into_iter().fold(page.to_owned(), |page, name| page.replace(&format!("</{name}>"), ""))
}

/// Drops comments, indentation, line ends and needless spaces of a stylesheet of ours; strings in it hold none of these.
/// Within `calc()` a plus or minus needs its spaces, before a colon one divides selectors.
pub fn compact(css: &str) -> String {
    let mut text = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, tail)| tail);
    }
    text.push_str(rest);
    let text = text.lines().map(str::trim).collect::<Vec<_>>().concat();
    let marks = [" {", "{ ", " }", "} ", "; ", ": ", ", ", " > ", " * ", " / ", " !important"];
    let text = marks.into_iter().fold(text, |text, mark| text.replace(mark, mark.trim()));
    text.replace(";}", "}").replace(" 0.", " .").replace(":0.", ":.").replace("(0.", "(.")
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
    use super::compact;

    #[test]
    fn rules_keep_their_sense_without_spaces() {
        let css = "/* why */\n.a :is(b, i) > u {\n  margin: 0 0.5em calc(2 * var(--u) + 1px) !important;\n}\n.b { width: 1px; }\n";
        let said = ".a :is(b,i)>u{margin:0 .5em calc(2*var(--u) + 1px)!important}.b{width:1px}";
        assert_eq!(compact(css), said);
        assert_eq!(compact("[a=\"b\"] ~ i, x:not(.y) { grid-area: 1 / 2; }"), "[a=\"b\"] ~ i,x:not(.y){grid-area:1/2}");
    }
}
