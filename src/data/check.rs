//! Reads a data directory whole and lists every fault. Native only: the build script and `xtask check-data` call it.

use std::path::Path;

use super::actuals::{self, Actual};
use super::cross_check;
use super::decode::{FromJson, decode};
use super::glossary::GlossaryData;
use super::letters::{is_control, tidy};
use super::provenance::Origin;
use super::strategy::StrategyData;
use super::{Dataset, kpi::KpiData, links::LinkData, lq::LqData, swot::SwotData};
use crate::error::{Fault, FaultKind, Place, Words};

/// The city whose strategy is published where nothing else is asked for, from the root of the repository.
pub const CITY: &str = "data/aomori";
/// What the product itself says, in each language.
pub const INTERFACE: &str = "data/interface";

/// Everything in a data directory, validated.
#[derive(Clone, Debug)]
pub struct Library {
    /// What the widgets draw from.
    pub dataset: Dataset,
    /// The strategy's body.
    pub strategy: StrategyData,
    /// The glossary.
    pub glossary: GlossaryData,
}

/// Faults of a data directory; empty when all is well.
pub fn check_dir(dir: &Path) -> Vec<Fault> {
    load_dir(dir).err().unwrap_or_default()
}

/// Reads and validates a data directory.
///
/// # Errors
/// Every fault found: first those of form, and where there are none those between records.
pub fn load_dir(dir: &Path) -> Result<Library, Vec<Fault>> {
    let mut faults = Vec::new();
    let swot: Option<SwotData> = read_json(dir, "swot.json", &mut faults);
    let lq: Option<LqData> = read_json(dir, "lq.json", &mut faults);
    let kpi: Option<KpiData> = read_json(dir, "kpi.json", &mut faults);
    let links: Option<LinkData> = read_json(dir, "links.json", &mut faults);
    let strategy: Option<StrategyData> = read_json(dir, "strategy.json", &mut faults);
    let glossary: Option<GlossaryData> = read_json(dir, "glossary.json", &mut faults);
    let actuals: Option<Vec<Actual>> = read_text(dir, "kpi_actuals.csv", &mut faults).and_then(|text| {
        let kpis = kpi.as_ref().map(|kpi| kpi.kpis.as_slice());
        actuals::read_csv("kpi_actuals.csv", &tidy(&text), kpis).map_err(|found| faults.extend(found)).ok()
    });
    let (Some(swot), Some(lq), Some(kpi), Some(links), Some(actuals)) = (swot, lq, kpi, links, actuals) else {
        return Err(faults);
    };
    let (Some(strategy), Some(glossary)) = (strategy, glossary) else { return Err(faults) };
    let outline = strategy.outline();
    let origin = Origin::default();
    let dataset = Dataset { swot, lq, kpi, actuals, links, outline, origin };
    let library = Library { dataset, strategy, glossary };
    faults.extend(cross_check::faults(&library));
    if faults.is_empty() { Ok(library) } else { Err(faults) }
}

fn read_text(dir: &Path, file: &str, faults: &mut Vec<Fault>) -> Option<String> {
    let text = std::fs::read(dir.join(file)).map_err(|error| FaultKind::Unreadable(why_unreadable(&error)));
    text.and_then(|bytes| text_of(file, bytes).ok_or(FaultKind::Encoding))
        .map_err(|kind| faults.push(Fault { file: file.to_owned(), place: Place::File, kind }))
        .ok()
}

fn why_unreadable(error: &std::io::Error) -> Words {
    let ja = match error.kind() {
        std::io::ErrorKind::NotFound => "ファイルがありません",
        std::io::ErrorKind::PermissionDenied => "開く権限がありません",
        _ => "開けません",
    };
    Words::new(error.to_string(), ja)
}

/// UTF-8, and in CSV what older Excel writes in Japan: `Shift_JIS`, when all of it is.
fn text_of(file: &str, bytes: Vec<u8>) -> Option<String> {
    let error = match String::from_utf8(bytes) {
        Ok(text) => return Some(text),
        Err(error) => error,
    };
    // Japanese that was UTF-8 up to some place is a damaged file, not another encoding.
    let start = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
    if !start.is_ascii() || Path::new(file).extension().is_none_or(|extension| extension != "csv") {
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

fn read_json<T: FromJson>(dir: &Path, file: &str, faults: &mut Vec<Fault>) -> Option<T> {
    let text = read_text(dir, file, faults)?;
    decode(file, &text).map_err(|fault| faults.push(fault)).ok()
}
