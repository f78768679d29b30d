//! The faces of one build: `index.html`, `embed.js`, `embed.html` and `standalone.html`, from the same parts.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::kit::{ContentFolder, Kit};
use super::shown::context;
use super::sink::Files;
use super::{kiosk, open_data, packs, studio};
use crate::data::Dataset;
use crate::data::library::Library;
use crate::data::strategy::StrategyData;
use crate::locale::{Key, Lang, Languages, ruby};
use crate::markup::bar::Page;
use crate::markup::kiosk::shell as kiosk_shell;
use crate::markup::offer::{facts, map};
use crate::markup::page::{self, Download, Scripts};
use crate::markup::site;
use crate::markup::{self, Style, terms};
use crate::takeaway::open_data::OpenData;
use crate::widget::Kind;

/// Titles of `embed.html` by language and widget.
fn frame_titles(outline: &StrategyData, languages: &Languages) -> String {
    let titles = |lang: Lang| {
        let named = &lang.translated(outline).title;
        let title = |kind: Kind| format!("{} | {named}", lang.text(kind.face().title));
        let titles = Kind::ALL.into_iter().map(|kind| (kind.name(), ruby::words(&title(kind))));
        let plain = [(map::NAME, Key::MapTitle), (facts::NAME, Key::PageFacts)];
        let plain = plain.map(|(name, title)| (name, ruby::words(&format!("{} | {named}", lang.text(title)))));
        titles.chain(plain).chain([("lang", lang.code().to_owned())]).collect::<BTreeMap<_, _>>()
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
    let elements_name = kit.elements_name(folder);
    let elements = relative(&elements_name);
    let starts = [elements.as_str(), &frames];
    for lang in languages.all() {
        let (data, strategy) = (lang.translated(&library.dataset), lang.translated(&library.strategy));
        let context = context(&data, lang, kit.style(&css), Some("./figures/"), year);
        let open_data = downloads(|file| format!("./data/{file}"));
        let scripts = scripts(lang, &starts[..1]);
        let pack = visit_pack(folder, lang, &data);
        let mut add = |name: String, page: maud::Markup| {
            let page = around_styles(&page.into_string(), |page| {
                let page = maud::PreEscaped(terms::link(page, lang, &library.glossary));
                open_ended(&markup::text(lang, page))
            });
            files.add(name, packs::within(&page, &pack));
        };
        let places = (&strategy, &library.facts);
        add(site::file_of(lang), page::full(&context, places, &scripts, &open_data));
        for kind in Kind::ALL {
            let tables: Vec<_> =
                kind.offer().tables.iter().map(|table| download(table, |file| format!("./data/{file}"))).collect();
            add(Page::Widget(kind).file(lang), page::own(&context, places, &scripts, kind, &tables));
        }
    }
    let (lang, data) = (languages.source(), &library.dataset);
    let linked = context(data, lang, kit.style(&css), Some("./figures/"), year);
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
    let css = kit.sheets.is_none().then_some(kit.css.as_str());
    let rest: Vec<&str> = css.into_iter().chain([elements, &kit.visit.script]).collect();
    let visit = |lang: Lang| {
        let (page, pack) = (site::file_of(lang), folder.file(&packs::complete_name(lang)));
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
    let context = context(&library.dataset, languages.source(), Style::Inlined(&kit.inlined.css, None), None, year);
    let shell = kiosk_shell(&context, languages, |_| maud::Markup::default());
    let (wasm, told) = (STANDARD.encode(kit.bytes(&kit.complete.wasm)), folder.json());
    let scripts = Scripts::Inlined { script: &kit.inlined.script, wasm: &wasm, shell: &shell, content: &told };
    let page = page::full(&context, (&library.strategy, &library.facts), &scripts, &downloads(url)).into_string();
    let packs: Vec<_> =
        languages.all().map(|lang| (packs::complete_name(lang), packs::complete(lang, library))).collect();
    // The workshop goes on from it.
    packs::at_end(&packs::within(&page, &packs), &studio::element(library))
}

fn downloads(url: impl Fn(&str) -> String) -> Vec<Download> {
    open_data::tables().map(|table| download(table, &url)).collect()
}

fn download(table: &OpenData, url: impl Fn(&str) -> String) -> Download {
    Download { url: url(table.file), file: table.file, name: table.name }
}

/// A page changed by `act` everywhere but in its styles, whose very text the policy names.
fn around_styles(page: &str, act: impl Fn(&str) -> String) -> String {
    let (mut bare, mut styles) = (String::new(), Vec::new());
    for (place, part) in page.split("<style>").enumerate() {
        let (style, rest) = part.split_once("</style>").filter(|_| place > 0).unwrap_or(("", part));
        if place > 0 {
            styles.push(style);
            bare += "<style></style>";
        }
        bare += rest;
    }
    let mut styles = styles.into_iter();
    let changed = act(&bare);
    let mut parts = changed.split("<style></style>");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |page, part| page + "<style>" + styles.next().unwrap_or_default() + "</style>" + part)
}

/// A page without end tags that HTML lets out: each of these ends with the next of its kind, or with what holds it.
fn open_ended(page: &str) -> String {
    let names = ["li", "dt", "dd", "td", "th", "tr", "thead", "tbody"];
    names.into_iter().fold(page.to_owned(), |page, name| page.replace(&format!("</{name}>"), ""))
}
