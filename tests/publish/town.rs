//! An invented town is published by the same engine, and no word of the city is on its pages or in the engine.

use std::fs;
use std::path::{Path, PathBuf};

use shigoto_widgets::data::Dataset;
use shigoto_widgets::data::library::CITY;
use shigoto_widgets::publish::render::render;
use shigoto_widgets::publish::sink::Files;

use super::render::kit;
use crate::common::{library, town};

/// The city by its name, and what only its strategy says.
const WORDS: [&str; 6] = ["青森", "aomori", "陸奥湾", "しごと創造", "共創", "aomolink"];

/// Names that belong to the city's content: its cities, KPIs, measures and pillars.
fn names(data: &Dataset) -> Vec<String> {
    let cities = data.lq.cities.iter().flat_map(|city| [city.name.clone(), city.id.to_string()]);
    let kpis = data.kpi.kpis.iter().flat_map(|kpi| [kpi.name.clone(), kpi.id.to_string()]);
    let pillars = data.outline.pillars.iter().map(|pillar| pillar.name.clone());
    let measures = data.outline.pillars.iter().flat_map(|pillar| &pillar.measures).map(|measure| measure.name.clone());
    // Ids that are words of the interface too.
    let is_own = |name: &String| !["visitors", "startups"].contains(&name.as_str());
    cities.chain(kpis).chain(pillars).chain(measures).filter(is_own).collect()
}

#[test]
fn no_word_of_the_city_is_on_the_towns_pages() {
    let (town, year) = (town(), 2027);
    let mut files = Files::default();
    render(&town, &kit(), year, &mut files).unwrap();
    let city: Vec<String> = WORDS.map(str::to_owned).into_iter().chain(names(&library().dataset)).collect();
    let mut found = Vec::new();
    for (file, bytes) in files.iter() {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        found.extend(
            city.iter().filter(|word| text.contains(&word.to_lowercase())).map(|word| format!("{file}: {word}")),
        );
    }
    assert_eq!(found, [""; 0]);
}

#[test]
fn the_towns_own_content_is_on_every_page() {
    let town = town();
    let mut files = Files::default();
    render(&town, &kit(), 2027, &mut files).unwrap();
    let index = String::from_utf8_lossy(files.get("index.html")).into_owned();
    for name in names(&town.dataset) {
        assert!(index.contains(&name), "{name}");
    }
    for (file, _) in files.iter().filter(|(file, _)| file.starts_with("index.") || *file == "kiosk.html") {
        assert!(String::from_utf8_lossy(files.get(file)).contains("2030-trees"), "{file}");
    }
    let manifest = String::from_utf8_lossy(files.get("manifest.webmanifest")).into_owned();
    assert!(manifest.contains(&town.strategy.title), "{manifest}");
}

/// Text files below a folder.
fn sources(dir: &Path, into: &mut Vec<PathBuf>) {
    for path in fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()) {
        // The gallery is a picture of one city, made at home and published nowhere.
        if path.is_dir() && !path.ends_with("gallery") {
            sources(&path, into);
        } else if path
            .extension()
            .is_some_and(|ending| ["rs", "js", "ts", "css", "txt", "json"].iter().any(|e| *e == ending))
        {
            into.push(path);
        }
    }
}

#[test]
fn the_engine_knows_no_city() {
    let mut files = vec![PathBuf::from("build.rs"), PathBuf::from("index.html"), PathBuf::from("Trunk.toml")];
    for folder in ["src", "www", "xtask/src", "data/interface", "data/schema"] {
        sources(Path::new(folder), &mut files);
    }
    assert!(files.len() > 150, "{}", files.len());
    let mut found = Vec::new();
    for file in files {
        // What is published where no other content is asked for, and tests that compare with the print.
        let text = fs::read_to_string(&file).unwrap().replace(CITY, "");
        let text = text.split("#[cfg(test)]").next().unwrap().to_lowercase();
        found
            .extend(WORDS.iter().filter(|word| text.contains(*word)).map(|word| format!("{}: {word}", file.display())));
    }
    assert_eq!(found, [""; 0]);
}
