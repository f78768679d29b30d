//! The kit: all of a site that does not depend on its content, as one plain value. Natively [`Kit::gather`] makes it.

mod carried;
#[cfg(not(target_arch = "wasm32"))]
mod esbuild;
#[cfg(not(target_arch = "wasm32"))]
mod gather;
#[cfg(not(target_arch = "wasm32"))]
mod glue;
#[cfg(not(target_arch = "wasm32"))]
mod names;
#[cfg(not(target_arch = "wasm32"))]
mod registry;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::locale::Lang;
use crate::markup::{Sheets, Style};

/// Where the pages of a site have their styles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageStyle {
    /// In themselves: nothing more has to come before the first paint. Their policy names the hash of each text.
    #[default]
    Inline,
    /// In a file, for servers whose policy cannot change.
    Linked,
}

/// A file that is published as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name; with a hash of its bytes unless hosts link it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// File names of a wasm module and of the script around it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Module {
    /// The script.
    pub script: String,
    /// The wasm.
    pub wasm: String,
}

/// File names of a page's own stylesheet and script.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Face {
    /// The stylesheet.
    pub css: String,
    /// The script.
    pub script: String,
}

/// What `standalone.html` carries in itself, beside the wasm of the complete module.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inlined {
    /// The stylesheets.
    pub css: Sheets,
    /// The whole script.
    pub script: String,
}

/// Where scripts find what depends on the content: packs and shadow trees, in a folder named by them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentFolder {
    /// The folder.
    pub name: String,
    /// Tags of the languages, the source's first.
    pub languages: Vec<&'static str>,
    /// Tags of the languages in which the module of every visit cannot say all there is to say of the content.
    pub rare: Vec<&'static str>,
}

impl ContentFolder {
    /// A file of the folder.
    pub fn file(&self, name: &str) -> String {
        format!("{}/{name}", self.name)
    }

    /// Whether the module of every visit can say in a language all there is to say of the content.
    pub fn is_enough(&self, lang: Lang) -> bool {
        !self.rare.contains(&lang.tag())
    }

    /// The same as scripts read it.
    pub fn json(&self) -> String {
        let told = json!({ "folder": self.name, "languages": self.languages, "rare": self.rare });
        told.to_string()
    }
}

/// Scripts, styles and wasm, minified. Fields without text of their own are names among [`Kit::files`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kit {
    /// Every file that is published as it is.
    #[serde(skip)]
    pub files: Vec<File>,
    /// Stylesheet of pages and shadow trees, for elements in pages of others.
    pub css: String,
    /// What pages of the site carry in its place; `None` where they link it.
    pub sheets: Option<Sheets>,
    /// What every visit loads.
    pub visit: Module,
    /// What is loaded on demand.
    pub complete: Module,
    /// Stylesheet and script of the kiosk's page.
    pub kiosk: Face,
    /// The script that `embed.html` adds.
    pub frame: String,
    /// Stylesheet of the guide and of the accessibility report.
    pub guide_css: String,
    /// Stylesheet of the glossary.
    pub glossary_css: String,
    /// Stylesheet of the strategy's page and of its measures'.
    pub strategy_css: String,
    /// Stylesheet of the numbers, and of how the strategy was made.
    pub facts_css: String,
    /// Stylesheet and script of the page on which everything can be found.
    pub search: Face,
    /// Stylesheet and script of the workshop.
    pub studio: Face,
    /// The wasm of the workshop, which has no file of its own: the script that carries the kit holds it.
    #[serde(skip)]
    pub studio_wasm: Vec<u8>,
    /// Text of the elements' script; [`Kit::elements`] completes it.
    pub elements: String,
    /// Text of the service worker; [`Kit::worker`] completes it.
    pub worker: String,
    /// Text for `standalone.html`.
    pub inlined: Inlined,
    /// The Content-Security-Policy that every page runs under, with the hashes of [`Kit::sheets`].
    pub policy: String,
}

impl Kit {
    /// Bytes of a file; none when there is no such file.
    pub fn bytes(&self, name: &str) -> &[u8] {
        self.files.iter().find(|file| file.name == name).map_or(&[], |file| &file.bytes)
    }

    /// Where a page of the site has its styles; `url` is that of [`Kit::css`].
    pub fn style<'a>(&'a self, url: &'a str) -> Style<'a> {
        self.sheets.as_ref().map_or(Style::Linked(url), |sheets| Style::Inlined(sheets, Some(url)))
    }

    /// The elements' script for one content.
    pub fn elements(&self, folder: &ContentFolder) -> String {
        format!("const content={};\n{}", folder.json(), self.elements)
    }

    /// The name under which pages of the site load [`Kit::elements`].
    pub fn elements_name(&self, folder: &ContentFolder) -> String {
        hashed("elements", self.elements(folder).as_bytes(), "js")
    }

    /// The service worker of one build, with the name of its list of files.
    pub fn worker(&self, build: &str, list: &str) -> String {
        format!("const build={},list={};\n{}", json!(build), json!(list), self.worker)
    }
}

/// A policy that allows the texts of `sheets` as styles within a page, besides those of the same server.
///
/// ```
/// use shigoto_widgets::markup::Sheets;
/// use shigoto_widgets::publish::kit::policy_with;
/// let sheets = Sheets { page: "a{}".to_owned(), ..Sheets::default() };
/// let policy = policy_with("style-src 'self'; form-action 'none'", &sheets);
/// assert!(policy.starts_with("style-src 'self' 'sha256-") && policy.ends_with("'; form-action 'none'"));
/// ```
pub fn policy_with(policy: &str, sheets: &Sheets) -> String {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())));
    let styles: Vec<String> = ["style-src 'self'".to_owned()].into_iter().chain(sheets.all().map(hash)).collect();
    policy.replace("style-src 'self'", &styles.join(" "))
}

/// The file name `stem-hash.ending`: it changes with the content.
pub fn hashed(stem: &str, bytes: &[u8], ending: &str) -> String {
    format!("{stem}-{}.{ending}", short_hash(bytes))
}

/// The first eight bytes of SHA-256 in hexadecimal digits: a name that a service worker keeps must not come back for
/// another content.
///
/// ```
/// assert_eq!(shigoto_widgets::publish::kit::short_hash(b"abc"), "ba7816bf8f01cfea");
/// ```
pub fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}
