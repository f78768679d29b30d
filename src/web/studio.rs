//! `Studio`: the workshop as its page calls it (`www/studio.js`).

use std::collections::BTreeMap;

use wasm_bindgen::prelude::*;

use crate::data::library::Library;
use crate::error::Fault;
use crate::locale::{Lang, Languages};
use crate::markup;
use crate::publish::kit::Kit;
use crate::publish::studio::files_of;
use crate::publish::{packs, shown};
use crate::studio::content::{Content, Offer, Seen};
use crate::studio::desk::Desk;
use crate::studio::find::{self, Hit};
use crate::studio::take::is_table;
use crate::studio::{forms, save, told};
use crate::widget::Kind;

/// The workshop of one page.
#[wasm_bindgen]
pub struct Studio {
    desk: Desk,
    kit: Kit,
    languages: Languages,
    lang: Lang,
    /// The texts that were found last.
    hits: Vec<Hit>,
    /// The files of translations as [`Studio::languages`] speak them.
    words: Content,
    /// What the last file was, where it was taken.
    last: Option<Seen>,
    seen: String,
    faults: String,
}

#[wasm_bindgen]
impl Studio {
    /// Opens a content, in JSON. `module` is this wasm (wasm-bindgen's script has a `wasm` of its own), `kit` what else a site is made with.
    ///
    /// # Errors
    /// Why it cannot be opened, a line for each fault.
    #[wasm_bindgen(constructor)]
    pub fn new(content: &str, module: Vec<u8>, kit: &[u8], tag: &str) -> Result<Self, JsError> {
        let content = files_of(content).ok_or_else(|| JsError::new("content"))?;
        let desk = Desk::open(&content).map_err(|faults| JsError::new(&lines(&faults)))?;
        let languages =
            Languages::new(desk.now().languages.iter().cloned()).ok_or_else(|| JsError::new("languages"))?;
        let lang = languages.find(tag).unwrap_or(languages.source());
        let (kit, seen, faults) = (Kit::carried(module, kit)?, String::new(), String::new());
        let words = words_of(desk.now());
        Ok(Self { desk, kit, languages, lang, hits: Vec::new(), words, last: None, seen, faults })
    }

    /// Takes a text; tells whether it was.
    pub fn take(&mut self, name: &str, text: &str) -> bool {
        self.offer(name, Offer::Text(text))
    }

    /// Takes a packed file; tells whether it was.
    #[wasm_bindgen(js_name = takePacked)]
    pub fn take_packed(&mut self, name: &str, bytes: &[u8]) -> bool {
        self.offer(name, Offer::Bytes(bytes))
    }

    /// Takes a reading that was typed in; tells whether it was.
    #[wasm_bindgen(js_name = addReading)]
    pub fn add_reading(&mut self, kpi: &str, period: &str, value: &str, source: &str, note: &str) -> bool {
        let text = forms::reading([kpi, period, value, source, note]);
        let name = told::line(self.lang, "typed", &[]);
        self.offer(&name, Offer::Text(&text))
    }

    /// Says why a file could not even be read.
    pub fn refuse(&mut self, code: &str, name: &str) {
        self.seen = self.text(told::refused(self.lang, name, &[]));
        self.faults = self.text(told::unread(self.lang, name, code));
    }

    /// Whether the last file was a table of what is not published here.
    #[wasm_bindgen(getter, js_name = isForeign)]
    pub fn is_foreign(&self) -> bool {
        matches!(self.last, Some(Seen::Foreign(_)))
    }

    /// The widget that shows what the last file changed; empty where that is any.
    #[wasm_bindgen(getter)]
    pub fn kind(&self) -> String {
        let kind = match &self.last {
            Some(Seen::Readings(_) | Seen::Kpis(_)) => Some(Kind::Kpi),
            Some(Seen::Quotients(_)) => Some(Kind::Lq),
            Some(Seen::Matrix(_)) => Some(Kind::Swot),
            Some(Seen::Foreign(kind)) => Some(*kind),
            Some(Seen::Content(_) | Seen::File(_)) | None => None,
        };
        kind.map_or("", Kind::name).to_owned()
    }

    /// What the last file was recognised as, or that it was refused.
    pub fn seen(&self) -> String {
        self.seen.clone()
    }

    /// The faults of the last file.
    pub fn faults(&self) -> String {
        self.faults.clone()
    }

    /// The texts that hold some words, each with a form to correct it.
    pub fn find(&mut self, query: &str) -> String {
        self.hits = find::hits(self.desk.now(), query);
        let languages: Vec<Lang> = self.languages.all().collect();
        told::hits(self.lang, &languages, query, &self.hits).into_string()
    }

    /// Puts another wording in the place of a text that was found. `translations` are names of languages and texts by
    /// turns. Tells whether it was taken.
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over lists by value")]
    pub fn correct(&mut self, place: usize, text: String, translations: Vec<String>) -> bool {
        let Some(hit) = self.hits.get(place) else { return false };
        let given: BTreeMap<&str, &str> = translations
            .chunks(2)
            .filter_map(|pair| if let [tag, said] = pair { Some((tag.as_str(), said.as_str())) } else { None })
            .collect();
        let translations = hit.translations.iter();
        let translations = translations
            .map(|(tag, said)| {
                (tag.clone(), given.get(tag.as_str()).map_or_else(|| said.clone(), |said| (*said).to_owned()))
            })
            .collect();
        let file = hit.file.clone();
        let hit = Hit { text, translations, ..hit.clone() };
        let put = find::corrected(self.desk.now(), &hit).map_or(Ok(()), |content| self.desk.put(&content));
        self.tell(&file, put.map(|()| Seen::File(file.clone())), false)
    }

    /// Goes one step back; tells whether there was one.
    pub fn undo(&mut self) -> bool {
        let is_done = self.desk.undo();
        if is_done {
            self.seen = self.text(told::undone(self.lang));
            self.faults.clear();
            self.listen();
        }
        is_done
    }

    /// Whether there is a step to go back.
    #[wasm_bindgen(getter, js_name = hasChanged)]
    pub fn has_changed(&self) -> bool {
        self.desk.has_changed()
    }

    /// What changed against what was opened, in one sentence.
    pub fn sum(&self) -> String {
        self.text(told::sum(self.lang, self.desk.changes()))
    }

    /// An item for each change.
    pub fn changes(&self) -> String {
        self.text(told::changes(self.lang, self.desk.changes()))
    }

    /// Whether something that was published is another now: that has a reason.
    #[wasm_bindgen(getter, js_name = needsReason)]
    pub fn needs_reason(&self) -> bool {
        self.desk.needs_reason()
    }

    /// The complete module's pack of the content as it now is, for the widgets that show it.
    pub fn pack(&self, tag: &str) -> String {
        self.languages.find(tag).map_or_else(String::new, |lang| packs::complete(lang, self.desk.now()))
    }

    /// A widget's tree for a fiscal year.
    pub fn tree(&self, name: &str, tag: &str, year: u16) -> String {
        let kind = Kind::ALL.into_iter().find(|kind| kind.name() == name);
        let (Some(kind), Some(lang)) = (kind, self.languages.find(tag)) else { return String::new() };
        shown::shadow(&lang.translated(&self.desk.now().dataset), lang, kind, year)
    }

    /// A blank form.
    pub fn form(&self, file: &str) -> String {
        forms::blank(&self.desk.now().dataset, file)
    }

    /// What is saved: `site`, `page` or `data`, with what changed in its history. `day` is as in `2026-11-30`, `today` its
    /// fiscal year.
    ///
    /// # Errors
    /// Why it cannot be made.
    pub fn save(&self, what: &str, reason: &str, day: &str, today: u16) -> Result<Vec<u8>, JsError> {
        let act = match what {
            "site" => save::site,
            "page" => save::page,
            _ => save::data,
        };
        let library = self.desk.edition(day, reason).map_err(|faults| JsError::new(&lines(&faults)))?;
        Ok(act(&library, &self.kit, today)?)
    }

    /// A text of the page, filled in; `values` are names and values by turns.
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over lists by value")]
    pub fn say(&self, name: &str, values: Vec<String>) -> String {
        let pairs = values.chunks(2);
        let pairs: Vec<(&str, &str)> =
            pairs.filter_map(|pair| if let [name, value] = pair { Some((&**name, &**value)) } else { None }).collect();
        told::line(self.lang, name, &pairs)
    }
}

impl Studio {
    fn offer(&mut self, name: &str, offer: Offer<'_>) -> bool {
        let is_table = is_table(offer);
        let taken = self.desk.take(name, offer);
        self.tell(name, taken, is_table)
    }

    fn tell(&mut self, name: &str, taken: Result<Seen, Vec<Fault>>, is_table: bool) -> bool {
        let is_taken = taken.is_ok();
        self.last = taken.as_ref().ok().cloned();
        let (seen, faults) = match taken {
            Ok(seen) => (told::seen(self.lang, name, &seen), maud::Markup::default()),
            Err(faults) => (told::refused(self.lang, name, &faults), told::faults(self.lang, &faults, is_table)),
        };
        (self.seen, self.faults) = (self.text(seen), self.text(faults));
        self.listen();
        is_taken
    }

    /// Reads the languages anew where their words have changed.
    fn listen(&mut self) {
        let words = words_of(self.desk.now());
        if words == self.words {
            return;
        }
        self.words = words;
        if let Some(languages) = Languages::new(self.desk.now().languages.iter().cloned()) {
            self.lang = languages.find(self.lang.tag()).unwrap_or(languages.source());
            self.languages = languages;
        }
    }

    fn text(&self, markup: maud::Markup) -> String {
        markup::text(self.lang, markup)
    }
}

/// The files of translations.
fn words_of(library: &Library) -> Content {
    let words = library.files.iter().filter(|(name, _)| name.starts_with("words/"));
    words.map(|(name, bytes)| (name.clone(), bytes.clone())).collect()
}

fn lines(faults: &[Fault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
