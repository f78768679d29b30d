//! The gallery: every figure at two widths in both palettes, to be looked at. The goldens are a part of it.

use std::fs;
use std::io;
use std::path::Path;

use maud::{DOCTYPE, Markup, html};

mod made_up;

use super::shown::static_year;
use super::site::SiteError;
use super::{facts, figures, folder, strategy};
use crate::data::Dataset;
use crate::data::facts::SeriesKind;
use crate::data::library::{CITY, Facts, Library};
use crate::figure::theme::{DARK, LIGHT, Palette, Rgb};
use crate::id::{Base, NodeCode};
use crate::locale::{Lang, Languages};
use crate::picture;

/// Widths a figure is drawn at, CSS px.
const WIDTHS_PX: [u16; 2] = [360, 1280];
/// The palettes by name.
const PALETTES: [(&str, Palette); 2] = [("light", LIGHT), ("dark", DARK)];

/// A picture by file name.
pub type Picture = (String, String);

/// Draws a figure at a width in a palette.
type Draw<'a> = dyn Fn(f64, &Palette) -> io::Result<String> + 'a;

/// A figure of the gallery.
struct Piece<'a> {
    name: String,
    draw: Box<Draw<'a>>,
}

impl<'a> Piece<'a> {
    fn new(name: impl Into<String>, draw: impl Fn(f64, &Palette) -> io::Result<String> + 'a) -> Self {
        Self { name: name.into(), draw: Box::new(draw) }
    }

    /// Name of one of its pictures.
    fn file(&self, width_px: u16, palette: &str) -> String {
        format!("{}-{width_px}-{palette}.svg", self.name)
    }

    /// All its pictures: both widths, light and dark.
    fn pictures(&self) -> io::Result<Vec<Picture>> {
        let each = WIDTHS_PX.iter().flat_map(|width| PALETTES.iter().map(move |palette| (*width, palette)));
        each.map(|(width_px, (name, palette))| {
            Ok((self.file(width_px, name), (self.draw)(f64::from(width_px), palette)?))
        })
        .collect()
    }
}

/// The pictures that must not change unseen.
///
/// # Errors
/// As [`super::picture`].
pub fn goldens(lang: Lang, library: &Library) -> io::Result<Vec<Picture>> {
    let pictures: Vec<Vec<Picture>> =
        golden_pieces(lang, library)?.iter().map(Piece::pictures).collect::<io::Result<_>>()?;
    Ok(pictures.concat())
}

fn golden_pieces(lang: Lang, library: &Library) -> io::Result<Vec<Piece<'_>>> {
    let (data, mut pieces) = (&library.dataset, Vec::new());
    for (name, reading) in made_up::readings().map_err(io::Error::other)? {
        pieces.push(Piece::new(name, move |width_px, palette| picture::gauge(&reading, width_px, palette)));
    }
    let (lq, city) = (&data.lq, &data.lq.focus_city);
    if let Some(table) = lq.table(Base::Output) {
        pieces.push(Piece::new("lq-output", move |width_px, palette| {
            picture::lq_heat(table, lq, city, width_px, palette)
        }));
        pieces.push(Piece::new("lq-output-dots", move |width_px, palette| {
            picture::lq_dots(table, lq, city, width_px, palette)
        }));
    }
    for city in lq.cities.iter().take(2) {
        pieces.push(Piece::new(format!("quadrant-{}", city.id), move |width_px, palette| {
            picture::lq_quadrant(lang, data, &city.id, width_px, palette)
        }));
    }
    for (name, industries, chosen) in made_up::quotients() {
        pieces.push(Piece::new(name, move |width_px, palette| {
            let (bounds, _) = picture::quadrant_bounds_px(width_px);
            picture::quadrant_marks(&made_up::quadrant(lang, &industries, chosen, bounds), width_px, palette)
        }));
    }
    for (name, readings) in made_up::rows().map_err(io::Error::other)? {
        pieces.push(Piece::new(name, move |width_px, palette| picture::bullets(&readings, width_px, palette)));
    }
    for (name, course, now) in made_up::courses() {
        pieces.push(Piece::new(name, move |width_px, palette| picture::trajectory(&course, now, width_px, palette)));
    }
    let factor = data.swot.factors.get(1).map(|factor| NodeCode::Factor(factor.code));
    let issue = data.swot.issues.first().map(|issue| NodeCode::Issue(issue.code.clone()));
    for node in factor.into_iter().chain(issue) {
        pieces.push(Piece::new(format!("swot-{node}"), move |width_px, palette| {
            picture::swot_links(lang, data, &node, width_px, palette)
        }));
    }
    pieces.push(Piece::new("map", move |width_px, palette| {
        picture::map_marks(lang, &library.strategy, data, width_px, palette)
    }));
    pieces.extend(of_facts(lang, &library.facts));
    Ok(pieces)
}

/// The numbers of the prose: the circulation, the market, and a series of each kind.
fn of_facts(lang: Lang, facts: &Facts) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    if let Some(data) = &facts.circulation {
        pieces.push(Piece::new("circulation", move |width_px, palette| {
            picture::circulation_marks(lang, data, width_px, palette)
        }));
    }
    if let Some(data) = &facts.market {
        pieces.push(Piece::new("ec", move |width_px, palette| picture::market_marks(lang, data, width_px, palette)));
    }
    let prose = &facts.prose;
    for kind in [SeriesKind::Years, SeriesKind::Beside] {
        if let Some(series) = prose.series.iter().filter(|series| series.kind == kind).nth(1) {
            pieces.push(Piece::new(format!("series-{}", series.id), move |width_px, palette| {
                picture::series_marks(lang, prose, series, width_px, palette)
            }));
        }
    }
    pieces
}

/// What the gallery shows beside the goldens.
fn more_pieces(lang: Lang, data: &Dataset) -> Vec<Piece<'_>> {
    let (lq, city, outline) = (&data.lq, &data.lq.focus_city, &data.outline);
    let mut pieces = Vec::new();
    for year in [outline.first_fiscal_year, outline.last_fiscal_year] {
        let draw = move |width_px, palette: &Palette| picture::gauges(data, year, width_px, palette);
        pieces.push(Piece::new(format!("kpi-gauges-{year}"), draw));
    }
    for table in lq.tables.iter().filter(|table| table.base != Base::Output) {
        let base = table.base.as_str();
        let heat = move |width_px, palette: &Palette| picture::lq_heat(table, lq, city, width_px, palette);
        pieces.push(Piece::new(format!("lq-{base}"), heat));
        let dots = move |width_px, palette: &Palette| picture::lq_dots(table, lq, city, width_px, palette);
        pieces.push(Piece::new(format!("lq-{base}-dots"), dots));
    }
    for city in &lq.cities {
        pieces.push(Piece::new(format!("quadrant-named-{}", city.id), move |width_px, palette| {
            picture::lq_quadrant_named(lang, data, &city.id, width_px, palette)
        }));
    }
    for issue in data.swot.issues.iter().skip(1) {
        let node = NodeCode::Issue(issue.code.clone());
        pieces.push(Piece::new(format!("swot-{node}"), move |width_px, palette| {
            picture::swot_links(lang, data, &node, width_px, palette)
        }));
    }
    pieces
}

/// Writes `gallery.html` and the folder `gallery/` with its pictures and stylesheet into `dir`.
///
/// # Errors
/// When a file cannot be written.
pub fn write(dir: &Path) -> io::Result<()> {
    let city = folder::load(Path::new("."), Path::new(CITY));
    let library = city.map_err(|faults| io::Error::other(SiteError::Data(faults)))?;
    let languages = Languages::new(library.languages.clone()).ok_or_else(|| io::Error::other("no language"))?;
    let (lang, data) = (languages.source(), &library.dataset);
    let mut pieces = golden_pieces(lang, &library)?;
    pieces.extend(more_pieces(lang, data));
    let mut published = figures::all(lang, data, static_year(data))?;
    published.extend(facts::figures(lang, &library.facts)?);
    published.push(strategy::figure(lang, &library)?);
    let folder = dir.join("gallery");
    fs::create_dir_all(&folder)?;
    for piece in &pieces {
        for (name, svg) in piece.pictures()? {
            fs::write(folder.join(name), svg)?;
        }
    }
    for (name, svg) in &published {
        fs::write(folder.join(name), svg)?;
    }
    fs::write(folder.join("gallery.css"), css())?;
    fs::write(dir.join("gallery.html"), page(&pieces, &published).into_string())
}

fn page(pieces: &[Piece<'_>], published: &[Picture]) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Gallery of figures" }
                link rel="stylesheet" href="gallery/gallery.css";
            }
            body {
                h1 { "Gallery of figures" }
                h2 { "Published, with words" }
                @for (name, _) in published { div class="row" { (frame(name, "light")) } }
                h2 { "Bare, at both widths and in both palettes" }
                @for piece in pieces {
                    h3 { (piece.name) }
                    @for width_px in WIDTHS_PX {
                        div class="row" {
                            @for (palette, _) in &PALETTES { (frame(&piece.file(width_px, palette), palette)) }
                        }
                    }
                }
            }
        }
    }
}

fn frame(file: &str, ground: &str) -> Markup {
    html! {
        figure class=(ground) {
            img src={ "gallery/" (file) } alt="" loading="lazy";
            figcaption { (file) }
        }
    }
}

fn css() -> String {
    let ground = |(name, palette): &(&str, Palette)| {
        let Palette { paper: Rgb(paper), ink: Rgb(ink), .. } = palette;
        format!(".{name}{{background:#{paper:06X};color:#{ink:06X}}}\n")
    };
    let grounds: String = PALETTES.iter().map(ground).collect();
    format!(
        "body{{margin:24px;font:16px/1.5 system-ui,sans-serif}}\n\
         .row{{display:flex;margin-bottom:16px}}\n\
         figure{{margin:0;padding:16px;min-width:0}}\n\
         figure img{{display:block;max-width:100%;height:auto}}\n\
         figcaption{{margin-top:8px;font-size:14px}}\n{grounds}"
    )
}
