//! A place's whole content, read from any source and checked: a folder, an archive, what an editor holds in memory.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::about::AboutData;
use super::accessibility::AccessibilityData;
use super::actuals::{self, Actual};
use super::brand::Brand;
use super::circulation::CirculationData;
use super::cross_check;
use super::decode::{FromJson, decode};
use super::editions::{self, Edition, EditionsData};
use super::facts::FactsData;
use super::facts_check;
use super::glossary::GlossaryData;
use super::guide::GuideTexts;
use super::language::Language;
use super::letters::{is_control, tidy};
use super::market::MarketData;
use super::provenance::Origin;
use super::rules::{self, Tell};
use super::statements::Statements;
use super::strategy::StrategyData;
use super::words::{self, CityWords, Spoken};
use super::{Dataset, kpi::KpiData, links::LinkData, lq::LqData, swot::SwotData};
use crate::error::{Fault, FaultKind, Place};

/// The city whose content is published where no other is asked for, from the root of the repository.
pub const CITY: &str = "data/aomori";
/// Languages the embed guide is written in, the first for readers of any other.
pub const GUIDES: [&str; 2] = ["ja", "en"];

/// The one table that is CSV.
const ACTUALS: &str = "kpi_actuals.csv";

/// Files that are published as they are.
const PUBLISHED: [&str; 10] = [
    "swot.json",
    "lq.json",
    "kpi.json",
    "links.json",
    "strategy.json",
    "glossary.json",
    FACTS,
    MARKET,
    CIRCULATION,
    ABOUT,
];

const BRAND: &str = "brand.json";
const FACTS: &str = "facts.json";
/// A place whose strategy prints no such table has no such file; so it is with the next.
const MARKET: &str = "ec.json";
const CIRCULATION: &str = "circulation.json";
const ABOUT: &str = "about.json";

/// Which values were published when: see [`super::editions`].
pub const EDITIONS: &str = "editions.json";
/// What a place may do without.
pub const OPTIONAL: [&str; 3] = [MARKET, CIRCULATION, EDITIONS];

/// Gives the bytes of a file by its name, `None` where there is none. Names are the city's own, such as `lq.json` or
/// `words/en.json`; under `interface/` lie the texts of the product.
pub type Source<'a> = &'a dyn Fn(&str) -> Option<Vec<u8>>;

/// The numbers that a strategy states, as far as it prints them.
#[derive(Clone, Debug)]
pub struct Facts {
    /// In prose.
    pub prose: FactsData,
    /// In a table of a market.
    pub market: Option<MarketData>,
    /// In a table of the regional circulation.
    pub circulation: Option<CirculationData>,
}

/// Everything that is published of a place, validated.
#[derive(Clone, Debug)]
pub struct Library {
    /// What the widgets draw from.
    pub dataset: Dataset,
    /// The strategy's body.
    pub strategy: StrategyData,
    /// The glossary.
    pub glossary: GlossaryData,
    /// The numbers of its prose, and its tables.
    pub facts: Facts,
    /// How it was made.
    pub about: AboutData,
    /// What the place is called, and in which languages it speaks.
    pub brand: Brand,
    /// The languages that it speaks, the source's first.
    pub languages: Vec<Language>,
    /// Texts whose translations only pages need: no pack carries them.
    pub page_texts: BTreeSet<String>,
    /// The embed guide, in the order of [`GUIDES`].
    pub guides: Vec<GuideTexts>,
    /// How accessible the pages were found to be.
    pub accessibility: AccessibilityData,
    /// The editions of the content, the first first; where none is recorded, that in which the strategy was published.
    pub editions: Vec<Edition>,
    /// Every file that was read, by name: the content as it is written, to be changed and read again.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Library {
    /// Reads and validates every file.
    ///
    /// # Errors
    /// Every fault found: of form in each file, of sense in each that could be read, and between those.
    pub fn read(source: Source<'_>) -> Result<Self, Vec<Fault>> {
        let files = RefCell::new(BTreeMap::new());
        let kept = |name: &str| {
            let bytes = source(name)?;
            files.borrow_mut().insert(name.to_owned(), bytes.clone());
            Some(bytes)
        };
        let mut reader = Reader { source: &kept, faults: Vec::new() };
        let library = reader.library().map(|library| Self { files: files.take(), ..library });
        if let Some(library) = library.as_ref().filter(|library| editions::has_changes(&library.editions)) {
            let mut tell = |path, kind| reader.faults.push(Fault::at(EDITIONS, path, kind));
            editions::agree(&library.editions, &library.statements(), &mut tell);
        }
        match library {
            Some(library) if reader.faults.is_empty() => Ok(library),
            _ => Err(reader.faults),
        }
    }

    /// The files that are published as they are, by name.
    pub fn originals(&self) -> impl Iterator<Item = (&str, &[u8])> {
        PUBLISHED.iter().filter_map(|file| self.file(file))
    }

    /// The files that hold the place's words, by name; the readings are in [`Dataset::actuals`] alone.
    pub fn stating(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let words = self.brand.languages.iter().filter_map(|tag| self.file(&words_of(tag)));
        self.originals().chain(self.file(BRAND)).chain(words)
    }

    /// A file with its name.
    fn file(&self, name: &str) -> Option<(&str, &[u8])> {
        self.files.get_key_value(name).map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// Everything that its files and readings state.
    pub fn statements(&self) -> Statements {
        let mut statements = Statements::of_readings(&self.dataset.kpi.kpis, &self.dataset.actuals);
        for (file, bytes) in self.stating() {
            statements.add(file, bytes);
        }
        statements
    }
}

/// A source, and what was wrong with it so far.
struct Reader<'a> {
    source: Source<'a>,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn library(&mut self) -> Option<Library> {
        let strategy: Option<StrategyData> = self.json("strategy.json");
        let dataset = self.dataset(strategy.as_ref());
        let glossary: Option<GlossaryData> = self.json("glossary.json");
        let facts = self.facts();
        let about = self.checked(ABOUT, facts_check::about);
        let brand: Option<Brand> = self.json(BRAND);
        let languages = brand.as_ref().and_then(|brand| self.languages(&brand.languages));
        let guides: Vec<Option<GuideTexts>> =
            GUIDES.iter().map(|tag| self.json(&format!("interface/guide/{tag}.json"))).collect();
        let accessibility = self.json("interface/report/accessibility.json");
        if brand.as_ref().is_some_and(|brand| brand.languages.is_empty()) {
            self.faults.push(Fault::at(BRAND, "languages", FaultKind::NoRecords));
        }
        if let Some(strategy) = &strategy {
            cross_check::strategy(strategy, &mut self.faults);
        }
        if let Some(glossary) = &glossary {
            cross_check::glossary(glossary, &mut self.faults);
        }
        let editions = self.editions(strategy.as_ref());
        let (dataset, strategy) = (dataset?, strategy?);
        cross_check::links(&dataset, &strategy, &mut self.faults);
        let guides = guides.into_iter().collect::<Option<_>>()?;
        let (glossary, facts, about) = (glossary?, facts?, about?);
        let (brand, accessibility, (languages, page_texts)) = (brand?, accessibility?, languages?);
        Some(Library {
            dataset,
            strategy,
            glossary,
            facts,
            about,
            brand,
            languages,
            page_texts,
            guides,
            accessibility,
            editions,
            files: BTreeMap::new(),
        })
    }

    fn editions(&mut self, strategy: Option<&StrategyData>) -> Vec<Edition> {
        match self.if_there::<EditionsData>(EDITIONS, editions::rules) {
            Some(data) => data.editions,
            None => strategy.and_then(Edition::first).into_iter().collect(),
        }
    }

    /// The words of each language: the interface's, and what the place's own are in it. The first is that of the data.
    /// Beside them, which of the place's texts only pages show.
    fn languages(&mut self, tags: &[String]) -> Option<(Vec<Language>, BTreeSet<String>)> {
        let mut spoken = Vec::new();
        for (place, tag) in tags.iter().enumerate() {
            let interface = self.json(&format!("interface/{tag}.json"));
            let file = words_of(tag);
            // The data are in the first language: its words are there only where the place calls something otherwise.
            let is_needed = place > 0 || (self.source)(&file).is_some();
            let words = if is_needed { self.json(&file) } else { Some(CityWords::default()) };
            spoken.push(interface.zip(words).map(|(interface, words)| Spoken { tag: tag.clone(), interface, words }));
        }
        let spoken: Vec<Spoken> = spoken.into_iter().collect::<Option<_>>()?;
        let languages = words::languages(&spoken).map_err(|found| self.faults.extend(found)).ok()?;
        Some((languages, words::only_on_pages(&spoken)))
    }

    /// The files the widgets draw from, each of them checked even where another is broken.
    fn dataset(&mut self, strategy: Option<&StrategyData>) -> Option<Dataset> {
        let outline = strategy.map(StrategyData::outline);
        let swot: Option<SwotData> = self.json("swot.json");
        let lq: Option<LqData> = self.json("lq.json");
        let kpi: Option<KpiData> = self.json("kpi.json");
        let links: Option<LinkData> = self.json("links.json");
        let actuals = self.actuals(kpi.as_ref());
        let faults = &mut self.faults;
        if let Some(lq) = &lq {
            rules::lq(lq, &mut |path, kind| faults.push(Fault::at("lq.json", path, kind)));
        }
        if let Some(swot) = &swot {
            rules::swot(swot, &mut |path, kind| faults.push(Fault::at("swot.json", path, kind)));
        }
        if let (Some(kpi), Some(outline)) = (&kpi, &outline) {
            rules::kpis(kpi, outline, &mut |path, kind| faults.push(Fault::at("kpi.json", path, kind)));
        }
        let (outline, origin) = (outline?, Origin::default());
        Some(Dataset { swot: swot?, lq: lq?, kpi: kpi?, actuals: actuals?, links: links?, outline, origin })
    }

    fn actuals(&mut self, kpi: Option<&KpiData>) -> Option<Vec<Actual>> {
        let text = self.text(ACTUALS)?;
        let kpis = kpi.map(|kpi| kpi.kpis.as_slice());
        actuals::read_csv(ACTUALS, &tidy(&text), kpis).map_err(|found| self.faults.extend(found)).ok()
    }

    /// The numbers of prose and tables, each file checked even where another is broken.
    fn facts(&mut self) -> Option<Facts> {
        let prose = self.checked(FACTS, facts_check::facts);
        let market = self.if_there(MARKET, facts_check::market);
        let circulation = self.if_there(CIRCULATION, facts_check::circulation);
        Some(Facts { prose: prose?, market, circulation })
    }

    /// A file whose rules are its own.
    fn checked<T: FromJson>(&mut self, file: &str, check: fn(&T, Tell<'_>)) -> Option<T> {
        let data = self.json(file)?;
        check(&data, &mut |path, kind| self.faults.push(Fault::at(file, path, kind)));
        Some(data)
    }

    /// A file that a place may do without; none where it is broken, which is a fault.
    fn if_there<T: FromJson>(&mut self, file: &str, check: fn(&T, Tell<'_>)) -> Option<T> {
        (self.source)(file)?;
        self.checked(file, check)
    }

    fn json<T: FromJson>(&mut self, file: &str) -> Option<T> {
        let text = self.text(file)?;
        decode(file, &text).map_err(|fault| self.faults.push(fault)).ok()
    }

    fn text(&mut self, file: &str) -> Option<String> {
        let bytes = (self.source)(file).ok_or(FaultKind::Missing);
        bytes
            .and_then(|bytes| text_of(file, bytes).ok_or(FaultKind::Encoding))
            .map_err(|kind| self.faults.push(Fault { file: file.to_owned(), place: Place::File, kind }))
            .ok()
    }
}

/// The file of the place's words in a language.
fn words_of(tag: &str) -> String {
    format!("words/{tag}.json")
}

/// UTF-8, and in CSV what older Excel writes in Japan: `Shift_JIS`, when all of it is.
fn text_of(file: &str, bytes: Vec<u8>) -> Option<String> {
    let error = match String::from_utf8(bytes) {
        Ok(text) => return Some(text),
        Err(error) => error,
    };
    // Japanese that was UTF-8 up to some place is a damaged file, not another encoding.
    let start = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
    if !start.is_ascii() || file != ACTUALS {
        return None;
    }
    let (text, is_lossy) = encoding_rs::SHIFT_JIS.decode_without_bom_handling(error.as_bytes());
    // Other encodings' bytes become half-width katakana.
    let (half, others) = text.chars().filter(|letter| !letter.is_ascii()).fold((0, 0), |(half, others), letter| {
        if ('｡'..='ﾟ').contains(&letter) { (half + 1, others) } else { (half, others + 1) }
    });
    let is_text = !is_lossy && half <= others && !text.contains(is_control);
    is_text.then(|| text.into_owned())
}
