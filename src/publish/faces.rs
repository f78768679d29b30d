//! The faces of one build: `index.html`, `embed.js`, `embed.html` and `standalone.html`, from the same parts.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::open_data;
use super::site::{SiteError, context, file_names};
use crate::data::check::Library;
use crate::figure::theme;
use crate::locale::Key;
use crate::markup::Style;
use crate::markup::page::{self, Download, Scripts};

/// Open data offered on the pages.
const FILES: [(&str, Key); 4] = [
    ("lq.csv", Key::DataLq),
    ("kpi.csv", Key::DataKpi),
    ("kpi_actuals.csv", Key::DataActuals),
    ("swot.csv", Key::DataSwot),
];

/// What the faces are made of.
pub struct Parts {
    css: String,
    css_name: String,
    glue: String,
    glue_name: String,
    wasm: Vec<u8>,
    wasm_name: String,
    /// The elements' script, and how it comes by the wasm in either face.
    elements: String,
    start_linked: String,
    start_inlined: String,
    /// What the whole page adds, what `embed.html` adds, and what its host adds.
    page: String,
    frame: String,
    host: String,
}

impl Parts {
    /// Reads Trunk's module and wasm from `stage`, ours from `www/`.
    ///
    /// # Errors
    /// When a file is missing.
    pub fn gather(root: &Path, stage: &Path) -> Result<Self, SiteError> {
        let www = |file: &str| fs::read_to_string(root.join("www").join(file));
        let script = |file: &str| www(file).map(|text| tight(&plain(&text)));
        let wasm_name = file_names(stage)?
            .into_iter()
            .find(|name| name.ends_with("_bg.wasm"))
            .ok_or(SiteError::Missing("_bg.wasm"))?;
        let glue_name = wasm_name.replace("_bg.wasm", ".js");
        let css = compact(&(theme::css() + &www("page.css")? + &www("widget.css")?));
        Ok(Self {
            css_name: format!("style-{}.css", short_hash(&css)),
            css,
            glue: plain(&fs::read_to_string(stage.join(&glue_name))?),
            glue_name,
            wasm: fs::read(stage.join(&wasm_name))?,
            wasm_name,
            elements: script("elements.js")?,
            start_linked: script("start-linked.js")?,
            start_inlined: script("start-inlined.js")?,
            page: script("page.js")?,
            frame: script("frame.js")?,
            host: script("embed-host.js")?,
        })
    }

    fn named(&self, script: &str) -> String {
        script.replace("{glue}", &self.glue_name).replace("{wasm}", &self.wasm_name).replace("{css}", &self.css_name)
    }

    /// `embed.js`: where the wasm is, then the elements.
    fn embed(&self) -> String {
        self.named(&(self.start_linked.clone() + &self.elements))
    }

    /// The same in one script: wasm-bindgen's module as a value, then the elements.
    fn inlined(&self) -> String {
        let body = self.glue.lines().filter(|line| !line.starts_with("export {"));
        let body: String = body.map(|line| line.strip_prefix("export ").unwrap_or(line).to_owned() + "\n").collect();
        let glue = format!("const glue = (() => {{\n{body}return {{ Host, default: __wbg_init }};\n}})();\n");
        self.named(&(glue + &self.start_inlined + &self.elements + &self.page))
    }
}

/// Writes every face into `stage`.
///
/// # Errors
/// When a file cannot be written.
pub fn write(library: &Library, parts: &Parts, stage: &Path) -> std::io::Result<()> {
    let relative = |name: &str| format!("./{name}");
    let (css, glue, wasm) = (relative(&parts.css_name), relative(&parts.glue_name), relative(&parts.wasm_name));
    let linked = context(library, Style::Linked(&css), Some("./figures/"));
    let scripts = |starts| Scripts::Linked { starts, glue: &glue, wasm: &wasm };
    let index = page::full(
        &linked,
        &library.strategy,
        &scripts(&["./embed.js", "./page.js"]),
        &downloads(|file| format!("./data/{file}")),
    );
    let frame = page::frame(&linked, &library.strategy, &scripts(&["./embed.js", "./frame.js"]));
    let texts = [
        (parts.css_name.as_str(), parts.css.clone()),
        (parts.glue_name.as_str(), parts.glue.clone()),
        ("embed.js", parts.embed()),
        ("page.js", parts.page.clone()),
        ("frame.js", parts.frame.clone()),
        ("embed-host.js", parts.host.clone()),
        ("index.html", index.into_string()),
        ("embed.html", frame.into_string()),
        ("standalone.html", standalone(library, parts)),
    ];
    texts.into_iter().try_for_each(|(file, text)| fs::write(stage.join(file), text))
}

/// Everything in one file, open data included.
fn standalone(library: &Library, parts: &Parts) -> String {
    let data = open_data::all(library);
    let url = |file: &str| {
        let text = data.iter().find(|(name, _)| *name == file).map_or("", |(_, text)| text.as_str());
        format!("data:text/csv;charset=utf-8;base64,{}", STANDARD.encode(text))
    };
    let scripts = Scripts::Inlined { script: &parts.inlined(), wasm: &STANDARD.encode(&parts.wasm) };
    let context = context(library, Style::Inlined(&parts.css), None);
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
pub fn short_hash(text: &str) -> String {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let hash = text.bytes().fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME));
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
