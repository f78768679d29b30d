//! The faces of one build: `index.html`, `embed.js`, `embed.html` and `standalone.html`, from the same parts.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::kit::{ContentFolder, Kit, hashed};
use super::render::context;
use super::sink::Files;
use super::{kiosk, open_data, packs};
use crate::data::Dataset;
use crate::data::library::Library;
use crate::data::strategy::StrategyData;
use crate::locale::{Lang, Languages, ruby};
use crate::markup::kiosk::shell as kiosk_shell;
use crate::markup::page::{self, Download, Scripts};
use crate::markup::{self, Style, terms};
use crate::widget::Kind;

/// Titles of `embed.html` by language and widget.
fn frame_titles(strategy: &StrategyData, languages: &Languages) -> String {
    let titles = |lang: Lang| {
        let strategy = lang.translated(strategy);
        let title = |kind: Kind| format!("{} | {}", lang.text(kind.face().title), strategy.title);
        let titles = Kind::ALL.into_iter().map(|kind| (kind.name(), ruby::words(&title(kind))));
        titles.chain([("lang", lang.code().to_owned())]).collect::<BTreeMap<_, _>>()
    };
    json!(languages.all().map(|lang| (lang.tag(), titles(lang))).collect::<BTreeMap<_, _>>()).to_string()
}

/// Renders every face.
pub fn write(
    (library, languages): (&Library, &Languages),
    kit: &Kit,
    folder: &ContentFolder,
    year: u16,
    files: &mut Files,
) {
    let relative = |name: &str| format!("./{name}");
    let [css, glue, wasm, frames] =
        [&kit.css, &kit.visit.script, &kit.visit.wasm, &kit.frame].map(|name| relative(name));
    let scripts = |lang, starts| {
        let wasm = folder.is_enough(lang).then_some(&*wasm);
        Scripts::Linked { starts, glue: &glue, wasm }
    };
    // Pages of ours name what they load by its content, so that no two builds can meet on one: embed.js is for hosts.
    let embed = kit.elements(folder);
    let elements_name = hashed("elements", embed.as_bytes(), "js");
    let elements = relative(&elements_name);
    let starts = [elements.as_str(), &frames];
    for lang in languages.all() {
        let (data, strategy) = (lang.translated(&library.dataset), lang.translated(&library.strategy));
        let context = context(&data, lang, Style::Linked(&css), Some("./figures/"), year);
        let open_data = downloads(|file| format!("./data/{file}"));
        let page = page::full(&context, &strategy, &scripts(lang, &starts[..1]), &open_data).into_string();
        let page = maud::PreEscaped(terms::link(&page, lang, &library.glossary));
        let page = open_ended(&markup::text(lang, page));
        files.add(page::file_of(lang), packs::within(&page, &visit_pack(folder, lang, &data)));
    }
    let (lang, data) = (languages.source(), &library.dataset);
    let linked = context(data, lang, Style::Linked(&css), Some("./figures/"), year);
    let titles = frame_titles(&library.strategy, languages);
    let frame = page::frame(&linked, &library.strategy, &scripts(lang, &starts), &titles).into_string();
    files.add("visit.json", visits(kit, languages, folder, &elements_name));
    files.add("embed.js", embed.clone());
    files.add(elements_name, embed);
    files.add("embed.html", packs::within(&frame, &visit_pack(folder, lang, data)));
    files.add("standalone.html", standalone(library, languages, kit, folder, year));
    let css = relative(&kit.kiosk.css);
    kiosk::write(&context(data, lang, Style::Linked(&css), None, year), languages, kit, folder, files);
}

/// What a page carries for the module of every visit, where that is enough.
fn visit_pack(folder: &ContentFolder, lang: Lang, data: &Dataset) -> Vec<(String, String)> {
    let pack = folder.is_enough(lang).then(|| (packs::visit_name(lang), packs::visit(lang, data)));
    pack.into_iter().collect()
}

/// What a visit to a page loads, by the visit's name, for whoever weighs it: the page first, the service worker's script
/// last. `elements` is the name of the elements' script.
fn visits(kit: &Kit, languages: &Languages, folder: &ContentFolder, elements: &str) -> String {
    let rest = [kit.css.as_str(), elements, &kit.visit.script];
    let visit = |lang: Lang| {
        let (page, pack) = (page::file_of(lang), folder.file(&packs::complete_name(lang)));
        let wasm = if folder.is_enough(lang) {
            vec![&*kit.visit.wasm]
        } else {
            vec![&*kit.complete.script, &kit.complete.wasm, &pack]
        };
        let name = if lang == languages.source() { "visit".to_owned() } else { format!("visit-{}", lang.tag()) };
        (name, json!([&[&*page], &rest[..], &wasm, &["sw.js"]].concat()))
    };
    format!("{:#}\n", serde_json::Value::Object(languages.all().map(visit).collect()))
}

/// Everything in one file, open data included.
fn standalone(library: &Library, languages: &Languages, kit: &Kit, folder: &ContentFolder, year: u16) -> String {
    let data = open_data::all(&library.dataset);
    let url = |file: &str| {
        let text = data.iter().find(|(name, _)| *name == file).map_or("", |(_, text)| text.as_str());
        format!("data:text/csv;charset=utf-8;base64,{}", STANDARD.encode(text))
    };
    let context = context(&library.dataset, languages.source(), Style::Inlined(&kit.inlined.css), None, year);
    let shell = kiosk_shell(&context, languages, |_| maud::Markup::default());
    let (wasm, told) = (STANDARD.encode(kit.bytes(&kit.complete.wasm)), folder.json());
    let scripts = Scripts::Inlined { script: &kit.inlined.script, wasm: &wasm, shell: &shell, content: &told };
    let page = page::full(&context, &library.strategy, &scripts, &downloads(url)).into_string();
    let packs: Vec<_> =
        languages.all().map(|lang| (packs::complete_name(lang), packs::complete(lang, library))).collect();
    packs::within(&page, &packs)
}

fn downloads(url: impl Fn(&str) -> String) -> Vec<Download> {
    open_data::tables().map(|table| Download { url: url(table.file), file: table.file, name: table.name }).collect()
}

/// A page without end tags that HTML lets out: each of these ends with the next of its kind, or with what holds it.
fn open_ended(page: &str) -> String {
    let names = ["li", "dt", "dd", "td", "th", "tr", "thead", "tbody"];
    names.into_iter().fold(page.to_owned(), |page, name| page.replace(&format!("</{name}>"), ""))
}
