//! What an officer may set, by `kiosk.json` and by the address; nonsense is told and leaves the default.

use std::ops::RangeInclusive;

use crate::data::json::{self, Value};

/// Hours to dim, minutes of the local day; may span midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Night {
    /// First minute.
    pub from: u16,
    /// First minute after it.
    pub to: u16,
}

impl Night {
    /// Whether a minute of the day lies in it.
    ///
    /// ```
    /// use shigoto_widgets::widget::kiosk::settings::Night;
    /// let night = Night { from: 22 * 60, to: 6 * 60 };
    /// assert!(night.holds(23 * 60) && night.holds(0) && !night.holds(6 * 60) && !night.holds(720));
    /// ```
    pub fn holds(self, minute: u16) -> bool {
        if self.from <= self.to {
            (self.from..self.to).contains(&minute)
        } else {
            minute >= self.from || minute < self.to
        }
    }

    /// Reads `22:00-06:00`.
    fn read(text: &str) -> Option<Self> {
        let minute = |clock: &str| {
            let (hour, minute) = clock.trim().split_once(':')?;
            let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
            (hour < 24 && minute < 60).then_some(hour * 60 + minute)
        };
        let (from, to) = text.split_once(['-', '～', '〜'])?;
        Some(Self { from: minute(from)?, to: minute(to)? }).filter(|night| night.from != night.to)
    }
}

/// The settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Names of the scenes, in order; all there are when empty.
    pub scenes: Vec<String>,
    /// Tags of the languages that take turns.
    pub languages: Vec<String>,
    /// Seconds a scene stays.
    pub seconds: u64,
    /// Seconds without a touch before the warning.
    pub idle: u64,
    /// Seconds the warning stays.
    pub warning: u64,
    /// When to dim.
    pub night: Option<Night>,
    /// Where the public page is, for the code to take home; ends in a slash or a file name.
    pub share: Option<String>,
    /// Opens the log.
    pub pin: Option<String>,
    /// Where newer data are, relative to the page.
    pub data: Option<String>,
    /// How often to look there.
    pub data_minutes: u64,
    /// How often to look for a new version of the page.
    pub version_minutes: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            scenes: Vec::new(),
            languages: ["ja", "en", "ja", "ja-easy"].map(str::to_owned).into(),
            seconds: 16,
            idle: 60,
            warning: 20,
            night: Some(Night { from: 22 * 60, to: 6 * 60 }),
            share: None,
            pin: None,
            data: None,
            data_minutes: 30,
            version_minutes: 60,
        }
    }
}

/// A setting that means nothing; the default stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nonsense {
    /// Its name.
    pub name: String,
    /// Its value, or what is wrong.
    pub value: String,
    /// What it may be.
    pub allowed: String,
}

impl std::fmt::Display for Nonsense {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { name, value, allowed } = self;
        write!(f, "設定「{name}」の値「{value}」は使えません。使える値：{allowed}")
    }
}

/// Longest value worth repeating in a log.
const MOST_LETTERS: usize = 60;

/// Reads `kiosk.json` and what the address adds; the address wins. `scenes` and `languages` are those there are.
pub fn read(
    file: &str,
    address: &[(String, String)],
    scenes: &[&str],
    languages: &[&str],
) -> (Settings, Vec<Nonsense>) {
    let mut told = Vec::new();
    let mut pairs = if file.trim().is_empty() { Vec::new() } else { from_json(file, &mut told) };
    // What else stands in an address is none of ours to judge.
    pairs.extend(address.iter().filter(|(name, _)| NAMES.contains(&name.as_str())).cloned());
    let mut settings = Settings::default();
    for (name, value) in pairs {
        if let Err(allowed) = settings.take(&name, value.trim(), scenes, languages) {
            told.push(Nonsense { name, value: value.chars().take(MOST_LETTERS).collect(), allowed });
        }
    }
    (settings, told)
}

/// Every name there is.
pub const NAMES: [&str; 11] = [
    "scenes",
    "languages",
    "seconds",
    "idle",
    "warning",
    "night",
    "share",
    "pin",
    "data",
    "data_minutes",
    "version_minutes",
];

/// An object's entries as texts; a list becomes its entries joined by commas.
fn from_json(file: &str, told: &mut Vec<Nonsense>) -> Vec<(String, String)> {
    let value = match json::read(file.trim_start_matches('\u{feff}')) {
        Ok(node) => node.value,
        Err(fault) => {
            let value = format!("{}行{}列", fault.position.line, fault.position.column);
            told.push(Nonsense { name: "kiosk.json".to_owned(), value, allowed: fault.expected.to_owned() });
            return Vec::new();
        }
    };
    let Value::Record(fields) = value else {
        let allowed = "{ … }".to_owned();
        told.push(Nonsense { name: "kiosk.json".to_owned(), value: String::new(), allowed });
        return Vec::new();
    };
    fields.into_iter().filter_map(|(name, node)| Some((name, text_of(&node.value)?))).collect()
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        // As if it were not there.
        Value::Null => None,
        Value::Bool(is_on) => Some(is_on.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::Text(text) => Some(text.clone()),
        Value::List(items) => {
            let items: Vec<String> = items.iter().filter_map(|item| text_of(&item.value)).collect();
            Some(items.join(","))
        }
        Value::Record(_) => Some("{}".to_owned()),
    }
}

impl Settings {
    fn take(&mut self, name: &str, value: &str, scenes: &[&str], languages: &[&str]) -> Result<(), String> {
        match name {
            "scenes" => self.scenes = list(value, scenes)?,
            "languages" => self.languages = list(value, languages)?,
            "seconds" => self.seconds = whole(value, 5..=600)?,
            "idle" => self.idle = whole(value, 10..=3600)?,
            // Who is warned needs at least twenty seconds to answer (WCAG 2.2.1).
            "warning" => self.warning = whole(value, 20..=300)?,
            "night" if ["", "off", "false"].contains(&value) => self.night = None,
            "night" => self.night = Some(Night::read(value).ok_or("22:00-06:00, off")?),
            "share" if value.is_empty() => self.share = None,
            "share" => self.share = Some(url(value).ok_or("https://…/")?),
            "pin" if value.is_empty() => self.pin = None,
            "pin" => {
                let is_pin = (4..=8).contains(&value.len()) && value.bytes().all(|digit| digit.is_ascii_digit());
                self.pin = Some(is_pin.then(|| value.to_owned()).ok_or("4–8 × 0…9")?);
            }
            "data" => self.data = Some(value.to_owned()).filter(|url| !url.is_empty()),
            "data_minutes" => self.data_minutes = whole(value, 1..=1440)?,
            "version_minutes" => self.version_minutes = whole(value, 10..=1440)?,
            _ => return Err(NAMES.join(", ")),
        }
        Ok(())
    }
}

fn list(value: &str, known: &[&str]) -> Result<Vec<String>, String> {
    let items: Vec<String> =
        value.split(',').map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned).collect();
    if items.iter().all(|item| known.contains(&item.as_str())) && !items.is_empty() {
        Ok(items)
    } else {
        Err(known.join(", "))
    }
}

fn whole(value: &str, range: RangeInclusive<u64>) -> Result<u64, String> {
    let allowed = || format!("{}…{}", range.start(), range.end());
    value.parse().ok().filter(|number| range.contains(number)).ok_or_else(allowed)
}

/// An address of the web without a fragment.
fn url(value: &str) -> Option<String> {
    let rest = value.strip_prefix("https://").or_else(|| value.strip_prefix("http://"))?;
    let is_plain = !rest.is_empty() && rest.len() <= 200 && rest.bytes().all(|letter| letter.is_ascii_graphic());
    (is_plain && !rest.contains(['#', '"', '<', '>'])).then(|| value.to_owned())
}
