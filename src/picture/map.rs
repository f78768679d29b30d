//! The map of the strategy as a published picture: the same rows, blocks and marks as on its page.

use std::io;

use super::{Label, Look, MARGIN_PX, SCALE, Story, WIDTH_PX, part, picture, source, with_labels, wrap};
use crate::data::Dataset;
use crate::data::items::ItemKind;
use crate::data::strategy::{Measure, Pillar, StrategyData};
use crate::figure::map::{self, Block, INDENT_PX, LINE_PX, Layout, Row};
use crate::figure::theme::{Palette, Theme};
use crate::locale::body::{counts, finding, special, sums};
use crate::locale::{Key, Lang};
use crate::model::leads::to_measure;
use crate::model::tally::Tally;

/// Size of the words, CSS px.
const TYPE_PX: f64 = 14.0;
/// Distance of a baseline from the top of its line, CSS px.
const BASE_PX: f64 = 15.0;

/// What is said of a measure or a pillar: its name, then its numbers and what it leads to.
struct Said {
    name: Vec<String>,
    feet: Vec<String>,
}

/// A pillar with its measures, in words and as what is drawn.
struct Told {
    said: Said,
    measures: Vec<Said>,
    row: Row,
}

/// The map without words.
///
/// # Errors
/// As [`picture`].
pub fn map_marks(
    lang: Lang,
    strategy: &StrategyData,
    data: &Dataset,
    width_px: f64,
    palette: &Palette,
) -> io::Result<String> {
    let (_, layout) = laid(lang, strategy, data, width_px, palette);
    picture((width_px, layout.height / SCALE), palette, |paper, theme| map::draw(paper, &layout, theme))
}

/// The published picture. `strategy` is in its own words, `data` in those of the language.
///
/// # Errors
/// As [`picture`].
pub fn published_map(look: &Look, strategy: &StrategyData, data: &Dataset) -> io::Result<String> {
    let (lang, kpis) = (look.lang, &data.kpi.kpis);
    let tally = Tally::of_all(strategy.measures(), kpis);
    let all = counts(lang, &tally);
    let lead = special(lang, strategy, kpis).unwrap_or_else(|| all.clone());
    let key = |key| lang.text(key).to_owned();
    let marks = [key(Key::MapKeyWork), key(Key::MapKeyProject)].join("　");
    let hue = format!("{}（{}）", lang.text(Key::MapKeyIssue), lang.text(Key::Editorial));
    let origin = source(look, data, &sections(lang, strategy), None);
    let story = Story::new(
        &finding(lang, strategy, kpis),
        &lead,
        &[marks, hue, all + lang.text(Key::MapApart), origin],
        WIDTH_PX,
    );
    let (top_px, inner_px) = (story.top_px() + 8.0, WIDTH_PX - 2.0 * MARGIN_PX);
    let (told, layout) = laid(lang, strategy, data, inner_px, &look.palette);
    let height_px = layout.height / SCALE;
    let size_px = (WIDTH_PX, top_px + height_px + 16.0 + story.bottom_px());
    let mut labels = story.labels(size_px.1, &look.palette);
    labels.extend(words(look, &told, &layout).into_iter().map(|label| Label {
        x_px: label.x_px + MARGIN_PX,
        y_px: label.y_px + top_px,
        ..label
    }));
    let svg = picture(size_px, &look.palette, |paper, theme| {
        map::draw(&part(paper, (MARGIN_PX, top_px), (inner_px, height_px), theme), &layout, theme)
    })?;
    Ok(with_labels(look, &svg, story.title(), &labels))
}

/// Where the pillars are printed, from the first to the last.
fn sections(lang: Lang, strategy: &StrategyData) -> String {
    let ends = [strategy.pillars.first(), strategy.pillars.last()];
    let mut names: Vec<&str> = ends.into_iter().flatten().map(|pillar| lang.name(&pillar.source.section)).collect();
    names.dedup();
    names.join(" – ")
}

/// Every pillar in words, and where it stands: those that are common to all under the others.
fn laid(lang: Lang, strategy: &StrategyData, data: &Dataset, width_px: f64, palette: &Palette) -> (Vec<Told>, Layout) {
    let (beside, common): (Vec<&Pillar>, Vec<&Pillar>) =
        strategy.pillars.iter().partition(|pillar| pillar.common.is_none());
    let columns = strategy.pillars.iter().map(|pillar| pillar.measures.len()).max().unwrap_or(0);
    let rooms_px = map::widths_px(width_px, columns);
    let told: Vec<Told> = beside.into_iter().chain(common).map(|pillar| tell(lang, pillar, data, rooms_px)).collect();
    let rows: Vec<Row> = told.iter().map(|told| told.row.clone()).collect();
    let layout = Layout::new(&rows, width_px, &Theme { palette: *palette, scale: SCALE });
    (told, layout)
}

fn tell(lang: Lang, pillar: &Pillar, data: &Dataset, (name_px, block_px): (f64, f64)) -> Told {
    // A number stays with its unit.
    let joined = |text: &str| if lang.is_japanese() { text.replace(' ', "\u{a0}") } else { text.to_owned() };
    let broken = |text: &str, width_px: f64| wrap(text, width_px / TYPE_PX);
    let number = lang.fill(Key::MapPillar, &[("id", &pillar.id.to_string())]);
    let tally = Tally::of_all(&pillar.measures, &data.kpi.kpis);
    let view = pillar.common.as_ref().map(|_| lang.text(Key::MapCommon));
    let feet =
        view.into_iter().flat_map(|text| broken(text, name_px)).chain(broken(&joined(&sums(lang, &tally)), name_px));
    // A bold letter is wider.
    let name = broken(&format!("{number} {}", lang.name(&pillar.name)), name_px * 0.92);
    let said = Said { name, feet: feet.collect() };
    let (mut measures, mut blocks) = (Vec::new(), Vec::new());
    for measure in &pillar.measures {
        let leads = to_measure(data, &measure.id);
        let toward = leads.iter().map(|lead| lang.fill(Key::MapToward, &[("issue", lead.issue.name.trim())]));
        let name = broken(&format!("{} {}", measure.id, lang.name(&measure.name)), block_px * 0.92);
        let feet: Vec<String> =
            std::iter::once(joined(&sums(lang, &Tally::of(measure, &data.kpi.kpis)))).chain(toward).collect();
        let feet: Vec<String> = feet.iter().flat_map(|text| broken(text, block_px)).collect();
        blocks.push(Block {
            lines: name.len(),
            feet: feet.len(),
            works: again(measure, ItemKind::Work),
            projects: again(measure, ItemKind::Project),
            issue: leads.first().map(|lead| lead.place),
        });
        measures.push(Said { name, feet });
    }
    let row = Row { lines: said.name.len() + said.feet.len(), is_common: pillar.common.is_some(), blocks };
    Told { said, measures, row }
}

/// Of each item of a kind whether it is printed again.
fn again(measure: &Measure, kind: ItemKind) -> Vec<bool> {
    measure.items().filter(|item| item.kind == kind).map(|item| item.is_repeated).collect()
}

/// The words where their boxes stand.
fn words(look: &Look, told: &[Told], layout: &Layout) -> Vec<Label> {
    let (ink_2, mut labels) = (look.palette.ink_2, Vec::new());
    let mut lines = |said: &[String], x_px: f64, top_px: f64, is_name: bool| {
        for (index, line) in said.iter().enumerate() {
            let label = Label::new(x_px, top_px + BASE_PX + LINE_PX * index as f64, line).size(TYPE_PX);
            labels.push(if is_name { label.bold() } else { label.color(ink_2) });
        }
    };
    for ((Told { said, measures, row }, (ground, _)), boxes) in told.iter().zip(&layout.rows).zip(&layout.blocks) {
        let (x_px, top_px) = (if row.is_common { 10.0 } else { 0.0 }, ground.top / SCALE + 14.0);
        lines(&said.name, x_px, top_px, true);
        lines(&said.feet, x_px, top_px + LINE_PX * said.name.len() as f64, false);
        for (said, (rect, _)) in measures.iter().zip(boxes) {
            let x_px = rect.left / SCALE + INDENT_PX;
            lines(&said.name, x_px, rect.top / SCALE, true);
            lines(&said.feet, x_px, rect.bottom / SCALE - LINE_PX * said.feet.len() as f64, false);
        }
    }
    labels
}
