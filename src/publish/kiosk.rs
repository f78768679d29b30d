//! `kiosk.html`, and the settings it is delivered with.

use maud::{DOCTYPE, html};

use super::kit::{ContentFolder, Kit};
use super::packs;
use super::sink::Files;
use crate::locale::Languages;
use crate::markup::{self, Context, kiosk, page, site};

/// Settings to start from; `kiosk-guide.html` tells what they may be. `null` is as good as nothing.
const SETTINGS: &str = r#"{
  "seconds": 16,
  "languages": ["ja", "en", "ja", "ja-easy"],
  "idle": 60,
  "warning": 20,
  "night": "22:00-06:00",
  "scenes": null,
  "share": null,
  "pin": null,
  "data": null,
  "data_minutes": 30,
  "version_minutes": 60
}
"#;

/// Renders the kiosk. `context` links the kiosk's own stylesheet.
pub fn write(context: &Context<'_>, languages: &Languages, kit: &Kit, folder: &ContentFolder, files: &mut Files) {
    let page = html! {
        (DOCTYPE)
        html lang=(context.lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { (context.data.outline.title) }
                link rel="icon" href=(site::ICON);
                (context.style.render(None))
                script type="module" src=(format!("./{}", kit.kiosk.script)) {}
                link rel="preload" href=(format!("./{}", kit.complete.wasm)) as="fetch" type="application/wasm" crossorigin="anonymous";
                // The kiosk speaks every language; and a page of another content names another folder here.
                @for lang in languages.all() {
                    link rel="preload" href=(format!("./{}", folder.file(&packs::complete_name(lang)))) as="fetch" crossorigin="anonymous";
                }
            }
            body class="kiosk" data-mode="loop" data-content=(folder.json()) { (kiosk::shell(context, languages, |kind| page::place(kind, context, false))) }
        }
    };
    files.add("kiosk.html", markup::text(context.lang, page));
    files.add("kiosk.json", SETTINGS);
}

#[cfg(test)]
mod tests {
    use super::SETTINGS;
    use crate::widget::kiosk::settings::{Settings, read};

    #[test]
    fn the_settings_delivered_are_the_defaults() {
        let (settings, told) = read(SETTINGS, &[], &[], &["ja", "en", "ja-easy"]);
        assert_eq!((settings, told), (Settings::default(), Vec::new()));
    }
}
