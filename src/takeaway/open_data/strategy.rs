//! The strategy's body as open data: a row for each pillar, measure and item, and for each place where a KPI is printed.

use super::columns::{Column, Datatype, SEPARATOR};
use crate::data::cells::{BOM, record};
use crate::data::items::{Item, ItemKind};
use crate::data::kpi::Kpi;
use crate::data::strategy::{Actor, Measure, Pillar, StrategyData};
use crate::locale::Key;

/// Between the paragraphs of a cell. A line break would end the record for readers that look for nothing else (L1-14 of the
/// Japanese government's rules for machine-readable data).
const PARAGRAPH: &str = "　";

const KINDS: Datatype = Datatype::Code(&[
    ("pillar", Key::Pillar),
    ("measure", Key::SheetMeasure),
    ("situation", Key::ItemSituation),
    ("action", Key::ItemActions),
    ("project", Key::ItemProject),
    ("work", Key::ItemWork),
    ("kpi", Key::SheetKpi),
]);

/// Its columns.
pub const COLUMNS: [Column; 9] = [
    Column::new("id", Key::ColumnId, Datatype::Text),
    Column::new("kind", Key::SheetKind, KINDS),
    Column::new("parent", Key::ColumnParent, Datatype::Text).optional(),
    Column::new("number", Key::ColumnNumber, Datatype::Integer),
    Column::new("name", Key::ColumnName, Datatype::Text).optional(),
    Column::new("text", Key::SheetText, Datatype::Text).optional(),
    Column::new("actors", Key::ColumnActors, Datatype::List).optional(),
    Column::new("operator", Key::ColumnOperator, Datatype::Text).optional(),
    Column::new("repeated", Key::ColumnRepeated, Datatype::Boolean),
];

/// One row; what it has nothing to say of is empty.
#[derive(Default)]
struct Row<'a> {
    id: &'a str,
    kind: &'a str,
    parent: &'a str,
    number: &'a str,
    name: &'a str,
    text: &'a str,
    actors: &'a [Actor],
    operator: &'a str,
    is_repeated: bool,
}

/// Every row, in printed order.
pub fn strategy(strategy: &StrategyData, kpis: &[Kpi]) -> String {
    let mut text = BOM.to_owned() + &record(COLUMNS.iter().map(|column| column.name));
    for pillar in &strategy.pillars {
        text += &of_pillar(pillar);
        for measure in &pillar.measures {
            text += &of_measure(pillar, measure);
            text.extend(measure.items().map(|item| of_item(measure, &item)));
            text += &of_kpis(measure, kpis);
        }
    }
    text
}

fn of_pillar(pillar: &Pillar) -> String {
    let number = pillar.id.to_string();
    let summary: Vec<&str> = pillar.summary.iter().map(|sentence| sentence.text.as_str()).collect();
    let row = Row { id: &number, kind: "pillar", number: &number, name: &pillar.name, ..Row::default() };
    Row { text: &summary.join(PARAGRAPH), ..row }.written()
}

fn of_measure(pillar: &Pillar, measure: &Measure) -> String {
    let (id, parent) = (measure.id.as_str(), pillar.id.to_string());
    let number = id.split_once('-').map_or("", |(_, number)| number);
    Row { id, kind: "measure", parent: &parent, number, name: &measure.name, ..Row::default() }.written()
}

fn of_item(measure: &Measure, item: &Item<'_>) -> String {
    let (id, number) = (item.id(), item.number.to_string());
    let row = Row {
        id: &id,
        kind: item.kind.as_str(),
        parent: measure.id.as_str(),
        number: &number,
        actors: &item.actors,
        is_repeated: item.is_repeated,
        ..Row::default()
    };
    match item.kind {
        ItemKind::Situation | ItemKind::Action => Row { text: item.name, ..row }.written(),
        ItemKind::Project => {
            let project = measure.projects.iter().find(|project| usize::from(project.number) == item.number);
            Row { name: item.name, text: project.map_or("", |project| &project.text), ..row }.written()
        }
        ItemKind::Work => {
            let work = measure.works.iter().find(|work| usize::from(work.number) == item.number);
            let text = work.map(|work| work.text.join(PARAGRAPH)).unwrap_or_default();
            Row { name: item.name, text: &text, operator: work.map_or("", |work| &work.operator), ..row }.written()
        }
    }
}

fn of_kpis(measure: &Measure, kpis: &[Kpi]) -> String {
    let places = kpis.iter().flat_map(|kpi| kpi.places.iter().map(move |place| (kpi, place)));
    let places = places.filter(|(_, place)| place.measure == measure.id).enumerate();
    let row = |(index, (kpi, place)): (usize, (&Kpi, &crate::data::kpi::KpiPlace))| {
        let number = (index + 1).to_string();
        let row =
            Row { id: kpi.id.as_str(), kind: "kpi", parent: measure.id.as_str(), number: &number, ..Row::default() };
        Row { name: &kpi.name, text: &kpi.definition, is_repeated: place.repeated, ..row }.written()
    };
    places.map(row).collect()
}

impl Row<'_> {
    fn written(&self) -> String {
        let actors: Vec<&str> = self.actors.iter().map(|actor| actor.printed()).collect();
        let repeated = if self.is_repeated { "true" } else { "false" };
        let cells = [self.id, self.kind, self.parent, self.number, self.name, self.text];
        record(cells.into_iter().chain([actors.join(SEPARATOR).as_str(), self.operator, repeated]))
    }
}
