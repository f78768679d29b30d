//! The faces of one build: `index.html`, `embed.js`, `embed.html` and `standalone.html`, from the same parts.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::kit::{Kit, hashed};
use super::render::context;
use super::sink::Files;
use super::{kiosk, open_data};
use crate::data::library::Library;
use crate::data::strategy::StrategyData;
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

/// Renders every face. `shadow` is the folder of the shadow trees.
pub fn write(library: &Library, kit: &Kit, shadow: &str, year: u16, files: &mut Files) {
    let relative = |name: &str| format!("./{name}");
    let [css, glue, deep, wasm, frames] =
        [&kit.css, &kit.visit.script, &kit.complete.script, &kit.visit.wasm, &kit.frame].map(|name| relative(name));
    // Only Japanese is spoken by the module of every visit; another language's page would fetch wasm that never runs.
    let glues = [&*glue, &deep];
    let scripts = |starts, lang| {
        let is_own = lang == Lang::JA;
        Scripts::Linked { starts, glue: if is_own { &glues[..1] } else { &glues }, wasm: is_own.then_some(&*wasm) }
    };
    // Pages of ours name what they load by its content, so that no two builds can meet on one: embed.js is for hosts.
    let embed = kit.elements(shadow);
    let elements_name = hashed("elements", embed.as_bytes(), "js");
    let elements = relative(&elements_name);
    let starts = [elements.as_str(), &frames];
    for lang in Lang::all() {
        let (data, strategy) = (lang.translated(&library.dataset), lang.translated(&library.strategy));
        let context = context(&data, lang, Style::Linked(&css), Some("./figures/"), year);
        let open_data = downloads(|file| format!("./data/{file}"));
        let page = page::full(&context, &strategy, &scripts(&starts[..1], lang), &open_data).into_string();
        let page = maud::PreEscaped(terms::link(&page, lang, &library.glossary));
        files.add(page::file_of(lang), open_ended(&markup::text(lang, page)));
    }
    let linked = context(&library.dataset, Lang::JA, Style::Linked(&css), Some("./figures/"), year);
    let titles = frame_titles(&library.strategy);
    let frame = page::frame(&linked, &library.strategy, &scripts(&starts, Lang::JA), &titles);
    files.add("embed.js", embed.clone());
    files.add(elements_name, embed);
    files.add("embed.html", frame.into_string());
    files.add("standalone.html", standalone(library, kit, year));
    let css = relative(&kit.kiosk.css);
    kiosk::write(&context(&library.dataset, Lang::JA, Style::Linked(&css), None, year), kit, files);
}

/// Everything in one file, open data included.
fn standalone(library: &Library, kit: &Kit, year: u16) -> String {
    let data = open_data::all(library);
    let url = |file: &str| {
        let text = data.iter().find(|(name, _)| *name == file).map_or("", |(_, text)| text.as_str());
        format!("data:text/csv;charset=utf-8;base64,{}", STANDARD.encode(text))
    };
    let context = context(&library.dataset, Lang::JA, Style::Inlined(&kit.inlined.css), None, year);
    let shell = kiosk_shell(&context, |_| maud::Markup::default());
    let wasm = STANDARD.encode(kit.bytes(&kit.complete.wasm));
    let scripts = Scripts::Inlined { script: &kit.inlined.script, wasm: &wasm, shell: &shell };
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
