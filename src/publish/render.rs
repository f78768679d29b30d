//! Renders a whole site from its content and its kit: a pure function, the same natively and in a browser. Who writes
//! files, starts programs or asks for the day stands outside it.

use std::io;

use super::enough::is_enough;
use super::fault::RenderError;
use super::kit::{ContentFolder, Kit, short_hash};
use super::shown::shadow;
use super::sink::{Files, Sink};
use super::{
    app, csvw, faces, facts, figures, glossary, guide, offline, open_data, packs, search, share, strategy, studio,
    types,
};
use crate::data::library::Library;
use crate::locale::{Lang, Languages};
use crate::markup::offer::{self, map};
use crate::widget::Kind;
use crate::widget::kpi::span;

/// The policy that the site needs, for whoever sets up its server.
const POLICY: &str = "csp.txt";

/// Renders every file into `sink`. `today` is the fiscal year of the day: what a widget shows by default stands in the
/// page already. The same content, kit and year give the same bytes.
///
/// # Errors
/// When the guide's texts are not whole, a picture cannot be drawn, or the sink takes no more.
pub fn render(library: &Library, kit: &Kit, today: u16, sink: &mut dyn Sink) -> Result<(), RenderError> {
    let year = span(&library.dataset).clamp(today);
    let languages = &Languages::new(library.languages.iter().cloned()).ok_or(RenderError::Languages)?;
    let fetched = fetched(library, languages, year)?;
    let hash = short_hash(fetched.iter().map(|(_, text)| text.as_str()).collect::<String>().as_bytes());
    let rare = languages.all().filter(|lang| !is_enough(*lang, &library.dataset)).map(Lang::tag).collect();
    let folder = &ContentFolder { name: format!("content-{hash}"), languages: languages.tags(), rare };
    let mut files = Files::default();
    kit.files.iter().for_each(|file| files.add(&file.name, file.bytes.clone()));
    files.add(types::FILE, types::text(&library.dataset, languages.source().choices()));
    faces::write((library, languages), kit, folder, year, &mut files);
    files.add_all(&folder.name, fetched);
    files.add_all("figures", figures::all(languages.source(), &library.dataset, year)?);
    files.add_all("figures", facts::figures(languages.source(), &library.facts)?);
    files.add_all("figures", [strategy::figure(languages.source(), library)?]);
    files.add_all("data", library.originals());
    files.add_all("data", open_data::all(&library.dataset));
    files.add_all("data", open_data::of_pages(library));
    files.add_all("data", csvw::all(library, languages));
    files.add(POLICY, format!("{}\n", kit.policy.trim()));
    guide::write(library, languages, kit, year, &mut files)?;
    glossary::write(library, languages, kit, &mut files);
    strategy::write(library, languages, kit, folder, year, &mut files);
    facts::write(library, languages, kit, folder, &mut files)?;
    search::write(library, languages, kit, year, &mut files);
    app::write(&library.strategy, languages.source(), &mut files)?;
    studio::write(library, languages, kit, folder, &mut files)?;
    share::write(library, languages, kit, &mut files);
    // Knows all other files: whatever is published is rendered before this.
    offline::write(languages, kit, &mut files);
    files.iter().try_for_each(|(name, bytes)| sink.put(name, bytes))
}

/// What elements fetch: for each language its packs, and a tree for each element.
fn fetched(library: &Library, languages: &Languages, year: u16) -> io::Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for lang in languages.all() {
        let data = lang.translated(&library.dataset);
        files.push((packs::visit_name(lang), packs::visit(lang, &data)));
        files.push((packs::complete_name(lang), packs::complete(lang, library)));
        let name = |element: &str| format!("{element}.{}.html", lang.tag());
        files.extend(Kind::ALL.map(|kind| (name(kind.name()), shadow(&data, lang, kind, year))));
        files.push((name(map::NAME), strategy::tree(library, lang, year)));
        files.push((name(offer::facts::NAME), facts::tree(library, lang)?));
    }
    Ok(files)
}
